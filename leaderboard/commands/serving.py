"""`serve`: the site on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leaderboard.errors import InputError

app = typer.Typer()

LOCALHOST = "127.0.0.1"


@app.command(epilog="Example: leaderboard serve build --port 8000")
def serve(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The folder that `leaderboard build` made.")
    ] = Path("build"),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any free one.")] = 8000,
) -> None:
    """Serve the site to this machine's browsers, until Ctrl-C. It opens from the folder as well, without this."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    from leaderboard.building.pipeline import SITE

    if (folder / SITE / "index.html").is_file():
        folder /= SITE
    if not (folder / "index.html").is_file():
        raise InputError(f"{folder}: there is no site in it; `leaderboard build --out {folder}` makes one")
    try:
        server = ThreadingHTTPServer((LOCALHOST, port), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    except OSError as error:
        raise InputError(f"port {port} cannot be used: {error.strerror}; choose another with --port") from error
    with server:
        print(f"http://{LOCALHOST}:{server.server_port}/ (Ctrl-C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
