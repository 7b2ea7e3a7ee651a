"""What an ordinary user may do, also where the tests run as root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def given_up(own: Path | None = None) -> Iterator[None]:
    """Within it, permissions of files hold for this process, whose user has the folder `own`."""
    if os.geteuid() != 0:
        yield
        return
    if own is not None:
        os.chown(own, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
