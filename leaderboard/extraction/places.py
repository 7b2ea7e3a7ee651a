"""Where a quantity was measured: the benchmark of its sentence that it belongs to."""

from __future__ import annotations

import regex

from leaderboard.extraction.tape import Item, Tape

_TRAINED_ON = regex.compile(
    r" (?:trained|pretrained|pre-trained|finetuned|fine-tuned|training|learned|learnt|pretraining) (?:only )?(?:on|with|from|using) (?:the )?$"
)


def sets_elsewhere(tape: Tape, index: int) -> bool:
    """Whether the words after a quantity say where it was measured, without a benchmark's name: `2.9% for face recognition`."""
    after = tape.text[tape.offsets[index] :]
    return bool(_ELSEWHERE.match(after))


_ELSEWHERE = regex.compile(
    r"\S+ (?:(?!Q\d|F\d|B\d|,|;|\.|and )\S+ ){0,6}?(?:on|for|in) (?!average|terms|total|both|all|these|M\d|S\d|R\d|the same)(?:(?!B\d)\S+ ){1,5}?(?:,|;|\.|and|respectively|as|over|compared|Q\d|\)) "
)
_SHOWING = {
    "demonstrate",
    "demonstrates",
    "show",
    "shows",
    "indicate",
    "verify",
    "validate",
    "reveal",
    "confirm",
    "that",
}


def _bracketed_after(items: list[Item], index: int) -> Item | None:
    """The benchmark before a bracket, with up to two words of its task between them: `MNIST digit recognition (99.4%)`."""
    for item in reversed(items[max(0, index - 2) : index + 1]):
        if item.kind == "B":
            return item
        if item.kind != "w" or not item.word.isalpha() or item.word in _LINKS:
            return None
    return None


_LINKS = frozenset("and or with in on of for to by at from than over while is are was were".split())


def nearest_benchmark(tape: Tape, index: int) -> Item | None:
    """The benchmark of a quantity within its sentence, None where none or more than one could be meant."""
    items = tape.items
    benchmarks = [k for k, item in enumerate(items) if item.kind == "B"]
    if not benchmarks:
        return None
    if index >= 2 and items[index - 1].word in ("(", ":") and (head := _bracketed_after(items, index - 2)) is not None:
        return head
    best: tuple[float, int] | None = None
    for k in benchmarks:
        low, high = sorted((index, k))
        between = items[low + 1 : high]
        quantities = sum(item.kind == "Q" for item in between)
        others = sum(item.kind == "B" for item in between)
        words = [item.word for item in between if item.kind == "w"]
        if k < index and ";" in words:
            continue
        if k < index and len(items[k].mentions) > 2 and _SHOWING & set(words):
            continue  # `experiments on A, B and C show ...` is about all of them
        cost = (
            len(between)
            + 3 * words.count(",")
            + 12 * words.count(";")
            + 10 * words.count(".")
            + 4 * others
            + 8 * quantities
        )
        if k < index:
            cost += 4 + (15 if _TRAINED_ON.search(tape.text, 0, tape.offsets[k]) else 0)
            if k <= 3 and items[0].word in ("on", "in", "for", "with") and not others:
                cost = min(cost, 9)
        elif (
            items[k + 1 : k + 2]
            and items[k + 1].kind == "w"
            and items[k + 1].word in ("(", ":")
            and k + 2 < len(items)
            and items[k + 2].kind == "Q"
        ):
            cost += 12  # `A (95%), B (96%)`: B belongs to the number that follows it
        if best is None or cost < best[0]:
            best = cost, k
    if best is None:
        return None
    if best[0] <= 26 or len(benchmarks) == 1:
        return items[best[1]]
    return None
