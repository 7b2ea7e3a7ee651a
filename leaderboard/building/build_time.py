"""The time that a build may write down, so that the same input gives the same bytes."""

from __future__ import annotations

import os

from leaderboard.errors import InputError

VARIABLE = "SOURCE_DATE_EPOCH"
"""See reproducible-builds.org: seconds since 1970, UTC."""


def given() -> int | None:
    """The seconds since 1970 that the environment asks builds to be dated with; None where it asks for none.

    Raises InputError where it asks for something else.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    if not (named.isascii() and named.isdigit() and len(named) <= 11):
        raise InputError(f"{VARIABLE}={named}: must be a number of seconds since 1970; correct or unset it")
    return int(named)
