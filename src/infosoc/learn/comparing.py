"""Compare an answer with a solution: what is right, what differs, never the solution itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from infosoc.data.dates import EARLIEST_YEAR, LATEST_YEAR
from infosoc.exhibit import Exhibit

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
        A DataFrame, Series, list, set, date, text, yes or no, or number.
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
    return f"{what} is asked for, this is a {type(answer).__name__}."


def _is_number(value: Any) -> bool:
    return pd.api.types.is_number(value) and not isinstance(value, bool) and not pd.isna(value)


def _number_fault(answer: Any, solution: float) -> str | None:
    if not _is_number(answer):
        return _asked("a number", answer)
    off = answer - solution
    if abs(off) <= TOLERANCE * max(abs(solution), 1):
        return None
    is_year = float(solution).is_integer() and EARLIEST_YEAR <= solution <= LATEST_YEAR
    if is_year and abs(off) == 1:
        return f"the year is one too {'late' if off > 0 else 'early'}."
    return f"the number is too {'high' if off > 0 else 'low'}."


def _truth_fault(answer: Any, solution: bool) -> str | None:
    if not (isinstance(answer, bool) or pd.api.types.is_bool(answer)):
        return _asked("True or False", answer)
    return None if bool(answer) == solution else "it is the other way round."


def _text_fault(answer: Any, solution: str) -> str | None:
    if not isinstance(answer, str):
        return _asked("a text", answer)
    if answer.split() == solution.split() or answer.strip().casefold() == solution.casefold():
        return None
    return "this is not the text that is looked for."


def _date_fault(answer: Any, solution: dt.date) -> str | None:
    given = pd.to_datetime(answer, errors="coerce") if isinstance(answer, (str, dt.date)) else None
    if given is None or pd.isna(given):
        return _asked("a date", answer)
    given, right = given.normalize(), pd.Timestamp(solution).normalize()
    if given == right:
        return None
    if (given.month, given.day) == (right.month, right.day):
        years = abs(given.year - right.year)
        return f"day and month are right, the year is {years} off."
    if (given.year, given.month) == (right.year, right.month):
        return "year and month are right, the day is not."
    return f"the date is too {'late' if given > right else 'early'}."


def _compare_items(answer: Any, solution: Collection[Any], ordered: bool) -> Comparison:
    if isinstance(answer, (pd.Series, pd.Index)):
        answer = answer.tolist()
    if isinstance(answer, str) or not isinstance(answer, (list, tuple, set, frozenset)):
        return Comparison(wrong=_asked("a list", answer))
    missing = [item for item in solution if item not in answer]
    extra = [item for item in answer if item not in solution]
    if missing or extra:
        found = len(solution) - len(missing)
        right = [f"{found} of {len(solution)} are right."] if found else []
        return Comparison(right, _missing_or_extra(missing, extra, len(solution), "items"))
    if len(answer) != len(solution):
        return Comparison(wrong="an item stands in the list more than once.")
    if ordered and list(answer) != list(solution):
        return Comparison(["All items are there."], "they are not in the right order.")
    return Comparison()


def _missing_or_extra(missing: Any, extra: Any, count: int, what: str) -> str:
    if len(missing):
        also = f", and {len(extra)} do not belong there" if len(extra) else ""
        return f"{len(missing)} of {count} {what} are missing{also}."
    return f"{len(extra)} {what} too many, for example {extra[0]!r}."


def _compare_series(answer: Any, solution: pd.Series, ordered: bool) -> Comparison:
    if not isinstance(answer, pd.Series):
        return Comparison(wrong=_asked("a pandas Series", answer))
    if answer.index.has_duplicates:
        return Comparison(wrong="a name stands in the index more than once.")
    missing = solution.index.difference(answer.index)
    extra = answer.index.difference(solution.index)
    if len(missing) or len(extra):
        return Comparison(wrong=_missing_or_extra(missing, extra, len(solution), "names"))
    right = ["The names are right."]
    fault = _values_fault(answer.reindex(solution.index), solution)
    if fault:
        return Comparison(right, fault)
    if ordered and list(answer.index) != list(solution.index):
        return Comparison([*right, "The values are right."], "they are not in the right order.")
    return Comparison()


def _values_fault(answer: pd.Series, solution: pd.Series) -> str | None:
    """Compare values that stand in the same order."""
    differs = [
        compare(given, right).wrong is not None and not (pd.isna(given) and pd.isna(right))
        for given, right in zip(answer.tolist(), solution.tolist(), strict=True)
    ]
    if not any(differs):
        return None
    first = solution.index[differs.index(True)]
    return f"{sum(differs)} of {len(solution)} values differ, for example for {first!r}."


def _compare_tables(answer: Any, solution: pd.DataFrame, ordered: bool) -> Comparison:
    if not isinstance(answer, pd.DataFrame):
        return Comparison(wrong=_asked("a pandas DataFrame", answer))
    missing = [name for name in solution.columns if name not in answer.columns]
    if missing:
        return Comparison(wrong=f"the column {missing[0]!r} is missing.")
    right = ["The columns are right."]
    if len(answer) != len(solution):
        fewer = len(answer) < len(solution)
        count = abs(len(answer) - len(solution))
        return Comparison(right, f"{count} rows are {'missing' if fewer else 'too many'}.")
    given = answer[list(solution.columns)].reset_index(drop=True)
    wanted = solution.reset_index(drop=True)
    if not ordered:
        given, wanted = _sorted(given), _sorted(wanted)
    for name in wanted.columns:
        fault = _values_fault(given[name], wanted[name])
        if fault:
            same_rows = ordered and _sorted(given).equals(_sorted(wanted))
            wrong = "the rows are not in the right order." if same_rows else _column(name, fault)
            return Comparison([*right, "The number of rows is right."], wrong)
    return Comparison()


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    keys = frame.map(str).agg("\t".join, axis=1)
    return frame.loc[keys.sort_values(kind="stable").index].reset_index(drop=True)


def _column(name: str, fault: str) -> str:
    return f"in the column {name!r} {fault.partition(', for')[0]}."


#: How a solution is compared, by its kind. A Timestamp is a date too; True is a number too, so
#: it comes first.
WHOLES: tuple[tuple[Any, Callable[..., Comparison]], ...] = (
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
