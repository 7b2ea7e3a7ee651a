"""Fits the weights of `leaderboard/extraction/confidence.json` to claims that were judged right or wrong.

Logistic regression with a ridge, so that a rule seen rarely stays near its kind; a second fit on cross-validated log
odds, which takes back what the first is too sure of; and a shift to what is right on papers that nobody looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FOLDS = 10
RIDGE = 4.0
_NEWTON_STEPS = 20
_HALVINGS = 40
ALWAYS = "always"
"""The weight that every claim has."""


@dataclass(frozen=True)
class Outcome:
    """A claim that was judged: the paper it is of, how it was read, and whether it is right at board level."""

    document: str
    circumstances: tuple[str, ...]
    right: bool


def fitted(seen: list[Outcome], unseen: Sequence[Outcome] = ()) -> dict[str, float]:
    """The weight of each circumstance, in log odds.

    `seen` are claims of the papers that rules were developed on, where more is right than elsewhere even of what a fit
    leaves out; `unseen`, of papers that nobody looked at, say by how much all weights together promise too much.
    """
    slope, offset = _sobered(seen)
    weights = {name: slope * weight + (offset if name == ALWAYS else 0.0) for name, weight in _ridge(seen).items()}
    weights[ALWAYS] += _shift([(_odds(weights, each.circumstances), each.right) for each in unseen])
    return {name: round(weight, 3) for name, weight in weights.items()}


def stated(weights: dict[str, float], circumstances: tuple[str, ...]) -> float:
    """The chance that the weights give; what they do not know counts for nothing."""
    return float(1 / (1 + np.exp(-_odds(weights, circumstances))))


def cross_validated(seen: list[Outcome]) -> list[tuple[float, bool]]:
    """Stated chance and truth of each claim, its paper's claims left out of the fit."""
    slope, offset = _sobered(seen)
    return [(float(1 / (1 + np.exp(-(slope * odds + offset)))), right) for odds, right in _left_out(seen)]


def _shift(pairs: list[tuple[float, bool]]) -> float:
    """What to add to log odds so that they promise as much as is right, less its standard error; 0 for no pairs.

    Some hundred claims tell a share within a few percent, and a confidence had better promise too little.
    """
    if not pairs:
        return 0.0
    found = sum(right for _, right in pairs)
    safe = found - (found * (1 - found / len(pairs))) ** 0.5
    odds = np.array([each for each, _ in pairs])
    low, high = -10.0, 10.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        promised = (1 / (1 + np.exp(-(odds + middle)))).sum()
        low, high = (low, middle) if promised > safe else (middle, high)
    return (low + high) / 2


def _sobered(seen: list[Outcome]) -> tuple[float, float]:
    """Slope and offset that make log odds of left-out claims true on average."""
    pairs = _left_out(seen)
    matrix = np.array([[odds, 1.0] for odds, _ in pairs])
    slope, offset = _logistic(matrix, np.array([right for _, right in pairs], dtype=float), np.full(2, 1e-3))
    return float(slope), float(offset)


def _left_out(seen: list[Outcome]) -> list[tuple[float, bool]]:
    """Log odds and truth of each claim, from weights fitted without its fold of papers."""
    fold_of = {document: number % FOLDS for number, document in enumerate(sorted({o.document for o in seen}))}
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = _ridge([o for o in seen if fold_of[o.document] != fold])
        pairs += [(_odds(weights, o.circumstances), o.right) for o in seen if fold_of[o.document] == fold]
    return pairs


def _odds(weights: dict[str, float], circumstances: tuple[str, ...]) -> float:
    return weights[ALWAYS] + sum(weights.get(name, 0.0) for name in circumstances)


def _ridge(seen: list[Outcome]) -> dict[str, float]:
    names = [ALWAYS, *sorted({name for outcome in seen for name in outcome.circumstances})]
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(seen), len(names)))
    matrix[:, 0] = 1
    for row, outcome in enumerate(seen):
        matrix[row, [column[name] for name in outcome.circumstances]] = 1
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 1e-3  # how often claims are right at all is not shrunk
    right = np.array([outcome.right for outcome in seen], dtype=float)
    return dict(zip(names, map(float, _logistic(matrix, right, ridge)), strict=True))


def _logistic(
    matrix: npt.NDArray[np.float64], right: npt.NDArray[np.float64], ridge: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Weights of a logistic regression by Newton's method; `ridge` is the penalty of each column."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (chance - right) + ridge * weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights
