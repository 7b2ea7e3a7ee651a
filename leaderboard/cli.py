"""The command line: `main`, and every command under it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

import leaderboard
from leaderboard.commands import asking, checking, exchanging, making, serving
from leaderboard.errors import InputError

app = typer.Typer(
    name="leaderboard",
    help="Read the results that papers claim in prose, and turn them into leaderboards.",
    epilog="Start with: leaderboard build, then: leaderboard show ImageNet",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
for _commands in (making, asking, exchanging, checking, serving):
    app.add_typer(_commands.app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Exits with 0 when done, 1 where the input is at fault, 2 for wrong usage."""
    try:
        _refuse_undecoded(sys.argv[1:] if arguments is None else arguments)
        app(args=arguments)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)


def _refuse_undecoded(arguments: Sequence[str]) -> None:
    """Raise InputError for bytes that are no text, as which the system hands them over."""
    for argument in arguments:
        if not argument.isascii() and any("\ud800" <= sign <= "\udfff" for sign in argument):
            raise InputError(f"the argument {argument!r} is not UTF-8; convert it, or choose a locale whose text it is")


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"leaderboard {leaderboard.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass
