"""Exercises: compare a reader's answer with a solution that is computed from the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.errors import UnknownNameError
from infosoc.learn import solutions

#: How far a number may be from the solution, as a share of it.
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Exercise:
    """One exercise: its solution, and hints from gentle to plain."""

    solve: Callable[[], Any]
    hints: tuple[str, ...]


EXERCISES = {
    "world-summit-days": Exercise(
        solutions.world_summit_days,
        (
            "Keep the rows whose kind is 'summit'.",
            "The days of one meeting are (end - start).dt.days + 1. Add up both meetings.",
        ),
    ),
    "world-summit-places": Exercise(
        solutions.world_summit_places,
        (
            "Keep the rows of the topic 'wsis' whose kind is 'preparatory-meeting'.",
            "Count the values of the column city with value_counts().",
        ),
    ),
}


def check(exercise: str, answer: Any = None) -> html.Page:
    """Tell whether an answer to an exercise is right and, if not, what differs.

    The solution is computed from the data at the time; it is never shown.

    Parameters
    ----------
    exercise
        Id of the exercise, as the lesson gives it.
    answer
        A number, a text, a Series or a DataFrame. ``None`` is not an answer yet.

    Returns
    -------
    Page
        Shown in a notebook as a sentence, with hints to unfold while the answer is not right.

    Raises
    ------
    UnknownNameError
        If there is no such exercise.

    Examples
    --------
    >>> check("world-summit-days", 60)
    Not right yet: the number is too high.
    """
    if exercise not in EXERCISES:
        raise UnknownNameError("exercise", exercise, EXERCISES)
    found = EXERCISES[exercise]
    if answer is None:
        return _verdict("Not answered yet: put your answer in the place of None.", found.hints)
    fault = difference(answer, found.solve())
    if fault is None:
        return _verdict("✓ Right.", ())
    return _verdict(f"Not right yet: {fault}", found.hints)


def difference(answer: Any, solution: Any) -> str | None:
    """Say how an answer differs from the solution without giving it away, or ``None``.

    Examples
    --------
    >>> difference("6", 6)
    'a number is asked for, this is a str.'
    """
    if isinstance(solution, pd.Series):
        return _series_difference(answer, solution)
    if isinstance(answer, bool) or not _is_number(answer):
        return f"a number is asked for, this is a {type(answer).__name__}."
    if abs(answer - solution) <= TOLERANCE * max(abs(solution), 1):
        return None
    return f"the number is too {'high' if answer > solution else 'low'}."


def _is_number(value: Any) -> bool:
    return pd.api.types.is_number(value) and not pd.isna(value)


def _series_difference(answer: Any, solution: pd.Series) -> str | None:
    if not isinstance(answer, pd.Series):
        return f"a pandas Series is asked for, this is a {type(answer).__name__}."
    if answer.index.has_duplicates:
        return "a name stands in the index more than once."
    missing = solution.index.difference(answer.index)
    extra = answer.index.difference(solution.index)
    if len(missing):
        return f"{len(missing)} of {len(solution)} names are missing."
    if len(extra):
        return f"{len(extra)} names are too many, for example {extra[0]!r}."
    same = pd.to_numeric(answer.reindex(solution.index), errors="coerce") == solution
    if not same.all():
        wrong = int((~same).sum())
        return f"{wrong} of {len(solution)} values differ, for example for {same.idxmin()!r}."
    return None


def _verdict(text: str, hints: tuple[str, ...]) -> html.Page:
    parts = [f'<p role="status">{html.escape(text)}</p>']
    parts += [
        html.folded(f"Hint {number}", f"<p>{html.escape(hint)}</p>")
        for number, hint in enumerate(hints, start=1)
    ]
    return html.Page("".join(parts), text, pd.DataFrame({"hint": list(hints)}))
