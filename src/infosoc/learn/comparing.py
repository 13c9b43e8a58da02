"""Compare an answer with a solution: what is right, what differs, never the solution itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from infosoc.data.dates import EARLIEST_YEAR, LATEST_YEAR
from infosoc.exhibit import Exhibit
from infosoc.learn.figure_parts import FigureParts, figure_of, in_words
from infosoc.messages import say

#: How far a number may be from the solution, as a share of it.
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Comparison:
    """What is right about an answer, and what differs from the solution.

    Attributes
    ----------
    right
        Sentences on what is right already.
    wrong
        One sentence on what differs, or ``None`` when the answer is right.
    """

    right: list[str] = field(default_factory=list)
    wrong: str | None = None


def compare(answer: Any, solution: Any, *, ordered: bool = False) -> Comparison:
    """Compare an answer with the solution.

    Parameters
    ----------
    answer
        What the reader found.
    solution
        A DataFrame, Series, list, set, date, text, yes or no, number, or properties of a picture
        as :class:`FigureParts`.
    ordered
        Whether the order of rows or items counts.

    Returns
    -------
    Comparison
        An :class:`infosoc.Exhibit` as answer is compared by its table.

    Examples
    --------
    >>> compare(2004, 2005).wrong
    'the year is one too early.'
    >>> compare("Tunis ", "tunis").wrong is None
    True
    """
    if isinstance(answer, Exhibit) and isinstance(solution, pd.DataFrame):
        answer = answer.table
    for kind, compare_whole in WHOLES:
        if isinstance(solution, kind):
            return compare_whole(answer, solution, ordered)
    fault = next(fault for kind, fault in SINGLES if isinstance(solution, kind))
    return Comparison(wrong=fault(answer, solution))


def _asked(what: str, answer: Any) -> str:
    return say("compare.asked", what=what, given=type(answer).__name__)


def _is_number(value: Any) -> bool:
    return pd.api.types.is_number(value) and not isinstance(value, bool) and not pd.isna(value)


def _number_fault(answer: Any, solution: float) -> str | None:
    if not _is_number(answer):
        return _asked(say("compare.kind.number"), answer)
    off = answer - solution
    if abs(off) <= TOLERANCE * max(abs(solution), 1):
        return None
    is_year = float(solution).is_integer() and EARLIEST_YEAR <= solution <= LATEST_YEAR
    if is_year and abs(off) == 1:
        return say("compare.year.late") if off > 0 else say("compare.year.early")
    return say("compare.number.high") if off > 0 else say("compare.number.low")


def _truth_fault(answer: Any, solution: bool) -> str | None:
    if not (isinstance(answer, bool) or pd.api.types.is_bool(answer)):
        return _asked(say("compare.kind.truth"), answer)
    return None if bool(answer) == solution else say("compare.truth.other")


def _text_fault(answer: Any, solution: str) -> str | None:
    if not isinstance(answer, str):
        return _asked(say("compare.kind.text"), answer)
    if answer.split() == solution.split() or answer.strip().casefold() == solution.casefold():
        return None
    return say("compare.text.other")


def _date_fault(answer: Any, solution: dt.date) -> str | None:
    given = pd.to_datetime(answer, errors="coerce") if isinstance(answer, (str, dt.date)) else None
    if given is None or pd.isna(given):
        return _asked(say("compare.kind.date"), answer)
    given, right = given.normalize(), pd.Timestamp(solution).normalize()
    if given == right:
        return None
    if (given.month, given.day) == (right.month, right.day):
        years = abs(given.year - right.year)
        return say("compare.date.year", years=years)
    if (given.year, given.month) == (right.year, right.month):
        return say("compare.date.day")
    return say("compare.date.late") if given > right else say("compare.date.early")


def _compare_items(answer: Any, solution: Collection[Any], ordered: bool) -> Comparison:
    if isinstance(answer, (pd.Series, pd.Index)):
        answer = answer.tolist()
    if isinstance(answer, str) or not isinstance(answer, (list, tuple, set, frozenset)):
        return Comparison(wrong=_asked(say("compare.kind.list"), answer))
    missing = [item for item in solution if item not in answer]
    extra = [item for item in answer if item not in solution]
    if missing or extra:
        found = len(solution) - len(missing)
        right = [say("compare.items.found", found=found, count=len(solution))] if found else []
        return Comparison(
            right, _missing_or_extra(missing, extra, len(solution), say("compare.items"))
        )
    if len(answer) != len(solution):
        return Comparison(wrong=say("compare.items.twice"))
    if ordered and list(answer) != list(solution):
        return Comparison([say("compare.items.there")], say("compare.order"))
    return Comparison()


def _missing_or_extra(missing: Any, extra: Any, count: int, what: str) -> str:
    if len(missing):
        lacking = {"missing": len(missing), "count": count, "what": what}
        if len(extra):
            return say("compare.missing.and_more", **lacking, extra=len(extra))
        return say("compare.missing", **lacking)
    return say("compare.extra", extra=len(extra), what=what, example=extra[0])


def _compare_series(answer: Any, solution: pd.Series, ordered: bool) -> Comparison:
    if not isinstance(answer, pd.Series):
        return Comparison(wrong=_asked(say("compare.kind.series"), answer))
    if answer.index.has_duplicates:
        return Comparison(wrong=say("compare.names.twice"))
    missing = solution.index.difference(answer.index)
    extra = answer.index.difference(solution.index)
    if len(missing) or len(extra):
        return Comparison(
            wrong=_missing_or_extra(missing, extra, len(solution), say("compare.names"))
        )
    right = [say("compare.names.right")]
    differs = _differing(answer.reindex(solution.index), solution)
    if differs:
        first = solution.index[differs[0]]
        count = {"count": len(differs), "total": len(solution)}
        return Comparison(right, say("compare.values", **count, first=first))
    if ordered and list(answer.index) != list(solution.index):
        return Comparison([*right, say("compare.values.right")], say("compare.order"))
    return Comparison()


def _differing(answer: pd.Series, solution: pd.Series) -> list[int]:
    """Return the places at which values that stand in the same order differ."""
    pairs = zip(answer.tolist(), solution.tolist(), strict=True)
    return [
        place
        for place, (given, right) in enumerate(pairs)
        if compare(given, right).wrong is not None and not (pd.isna(given) and pd.isna(right))
    ]


def _compare_tables(answer: Any, solution: pd.DataFrame, ordered: bool) -> Comparison:
    if not isinstance(answer, pd.DataFrame):
        return Comparison(wrong=_asked(say("compare.kind.table"), answer))
    missing = [name for name in solution.columns if name not in answer.columns]
    if missing:
        return Comparison(wrong=say("compare.column.missing", name=missing[0]))
    right = [say("compare.columns.right")]
    if len(answer) != len(solution):
        fewer = len(answer) < len(solution)
        count = abs(len(answer) - len(solution))
        more, less = (
            say("compare.rows.extra", count=count),
            say("compare.rows.missing", count=count),
        )
        return Comparison(right, less if fewer else more)
    given = answer[list(solution.columns)].reset_index(drop=True)
    wanted = solution.reset_index(drop=True)
    if not ordered:
        given, wanted = _sorted(given), _sorted(wanted)
    for name in wanted.columns:
        differs = _differing(given[name], wanted[name])
        if differs:
            same_rows = ordered and _sorted(given).equals(_sorted(wanted))
            told = {"name": name, "count": len(differs), "total": len(wanted)}
            wrong = say("compare.rows.order") if same_rows else say("compare.values.column", **told)
            return Comparison([*right, say("compare.rows.right")], wrong)
    return Comparison()


def _compare_figures(answer: Any, solution: FigureParts, _ordered: bool) -> Comparison:
    if figure_of(answer) is None:
        return Comparison(wrong=_asked(say("compare.kind.figure"), answer))
    given = solution.values(answer)
    right: list[str] = []
    for name, wanted in solution.values().items():
        part, fault = in_words(name), compare(given[name], wanted).wrong
        if fault:
            fault = say("compare.part.kind.wrong") if name == "kind" else fault
            return Comparison(right, say("compare.part.wrong", part=part, fault=fault))
        right.append(say("compare.part.right", part=part))
    return Comparison()


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    keys = frame.map(str).agg("\t".join, axis=1)
    return frame.loc[keys.sort_values(kind="stable").index].reset_index(drop=True)


#: How a solution is compared, by its kind. A Timestamp is a date too; True is a number too, so
#: it comes first.
WHOLES: tuple[tuple[Any, Callable[..., Comparison]], ...] = (
    (FigureParts, _compare_figures),
    (pd.DataFrame, _compare_tables),
    (pd.Series, _compare_series),
    ((list, tuple, set, frozenset), _compare_items),
)
SINGLES: tuple[tuple[Any, Callable[..., str | None]], ...] = (
    (dt.date, _date_fault),
    (str, _text_fault),
    (bool, _truth_fault),
    (object, _number_fault),
)
