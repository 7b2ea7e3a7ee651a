"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def unavailable(reason: str) -> None:
    """Skip with `reason`; in CI nothing may be skipped, so fail there."""
    if os.environ.get("CI"):
        pytest.fail(f"may not be skipped in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated data and listing pages that stands beside a developer's clone."""
    if not SHARED.is_dir():
        unavailable(f"needs the annotated data in {SHARED.parent.name}/shared beside the clone, which is not there")
    return SHARED
