"""What an exercise is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Exercise:
    """One exercise: its solution, and hints from gentle to plain.

    Attributes
    ----------
    solve
        Computes the solution from the data at the time: a number, text, date, list, Series,
        DataFrame, or a picture with the properties that count, as
        :class:`infosoc.learn.figure_parts.FigureParts`.
    hints
        Hints, the gentlest first.
    ordered
        Whether the order of rows or items counts.
    """

    solve: Callable[[], Any]
    hints: tuple[str, ...]
    ordered: bool = False
