"""JSON that strangers wrote, parsed so that it has one meaning or is refused."""

from __future__ import annotations

import json
import re
import sys

from leaderboard.errors import InputError

_HALF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape of one of the two that make up a rare character; alone it is no text."""


class _RepeatedNameError(Exception):
    """An object has a name twice, with values that differ."""


def parsed(text: str, label: str) -> object:
    """The value of a JSON text.

    Raises json.JSONDecodeError where it is malformed, and InputError for what parsers read in different ways or not at
    all: a name that an object has twice with different values, half a surrogate pair, a number that is too long, and
    values nested too deeply.
    """
    try:
        value = _DECODER.decode(text)
        if _HALF_A_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError:
        raise
    except _RepeatedNameError as error:
        raise InputError(f"{label}: the name {error} stands twice in one object, with different values") from error
    except UnicodeEncodeError as error:
        raise InputError(f"{label}: malformed JSON: half a surrogate pair, which is no character") from error
    except ValueError as error:
        digits = sys.get_int_max_str_digits()
        raise InputError(f"{label}: malformed JSON: a number of more than {digits:,} digits") from error
    except RecursionError as error:
        raise InputError(f"{label}: malformed JSON: nested too deeply") from error
    return value


def _unrepeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        for name, value in pairs:
            if found[name] != value:
                raise _RepeatedNameError(repr(name[:80]))
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_unrepeated)
