"""Dates that keep the precision of their source: a year, a month or a day.

A source that says "2003" does not say "1 January 2003". In the CSV files such a date is
written as ``2003``, ``2003-12`` or ``2003-12-10`` (ISO 8601, reduced precision). In a table
it becomes the first and the last day that it can mean, beside a word for its precision.
"""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import re

import numpy as np
import pandas as pd

PRECISIONS = ("year", "month", "day")
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
EARLIEST_YEAR, LATEST_YEAR = 1400, 2100


def first_day(text: str) -> dt.date:
    """Return the first day that a partial date covers.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises
    ------
    ValueError
        If the text has another form or names a day that does not exist.

    Examples
    --------
    >>> first_day("2003-12")
    datetime.date(2003, 12, 1)
    """
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD.")
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year {year} is not between {EARLIEST_YEAR} and {LATEST_YEAR}.")
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar ({error}).") from error


def last_day(text: str) -> dt.date:
    """Return the last day that a partial date covers.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Examples
    --------
    >>> last_day("2004-02"), last_day("2004")
    (datetime.date(2004, 2, 29), datetime.date(2004, 12, 31))
    """
    first = first_day(text)
    match precision(text):
        case "year":
            return dt.date(first.year, 12, 31)
        case "month":
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        case _:
            return first


def precision(text: str) -> str:
    """Say how precise a partial date is: ``"year"``, ``"month"`` or ``"day"``.

    Examples
    --------
    >>> precision("2003-12")
    'month'
    """
    return PRECISIONS[text.count("-")]


def spans(start: pd.Series, end: pd.Series) -> pd.DataFrame:
    """Turn two columns of partial dates into real ones.

    Parameters
    ----------
    start, end
        Partial dates as text; ``end`` may be missing, then the event ends within ``start``.

    Returns
    -------
    pandas.DataFrame
        Columns ``start`` and ``end`` (first and last day covered, datetime64) and
        ``precision`` (ordered category year < month < day), on the index of ``start``.

    Examples
    --------
    >>> spans(pd.Series(["2003-12-10"]), pd.Series(["2003-12-12"]))
           start        end precision
    0 2003-12-10 2003-12-12       day
    """
    first = start.tolist()
    pairs = zip(first, end.tolist(), strict=True)
    last = [end if isinstance(end, str) else start for start, end in pairs]
    kind = pd.CategoricalDtype(list(PRECISIONS), ordered=True)
    columns = {
        "start": _days(first).astype("datetime64[us]"),
        "end": _ends(last).astype("datetime64[us]"),
        "precision": pd.Categorical.from_codes([text.count("-") for text in first], dtype=kind),
    }
    return pd.DataFrame(columns, index=start.index)


def _days(texts: list[str]) -> np.ndarray:
    """Read the first days of many partial dates at once."""
    if all(map(PARTIAL_DATE.fullmatch, texts)):
        with contextlib.suppress(ValueError):
            days = np.array(texts, dtype="datetime64[D]")
            years = days.astype("datetime64[Y]").astype(int) + 1970
            if ((years >= EARLIEST_YEAR) & (years <= LATEST_YEAR)).all():
                return days
    # One by one is slow, but it tells which date is wrong and why.
    return np.array([first_day(text) for text in texts], dtype="datetime64[D]")


def _ends(texts: list[str]) -> np.ndarray:
    days = _days(texts)
    lengths = np.array([len(text) for text in texts], dtype=int)
    for unit, length in (("Y", len("YYYY")), ("M", len("YYYY-MM"))):
        those = lengths == length
        days[those] = (days[those].astype(f"datetime64[{unit}]") + 1).astype("datetime64[D]") - 1
    return days


def in_words(start: str, end: str | None = None) -> str:
    """Write a partial date, or the span between two, in plain English.

    Parameters
    ----------
    start, end
        Partial dates of the same precision; ``end`` may be left out.

    Examples
    --------
    >>> in_words("2003-12-10", "2003-12-12")
    '10-12 December 2003'
    >>> in_words("2005-02-28", "2005-03-04"), in_words("2006-04"), in_words("2001")
    ('28 February - 4 March 2005', 'April 2006', '2001')
    """
    if end is None or end == start:
        return _one_in_words(start)
    first, last = first_day(start), first_day(end)
    if first.year != last.year or precision(start) != precision(end):
        return f"{_one_in_words(start)} - {_one_in_words(end)}"
    if precision(start) == "month":
        return f"{first:%B} - {last:%B} {first.year}"
    if first.month == last.month:
        return f"{first.day}-{last.day} {first:%B} {first.year}"
    return f"{first.day} {first:%B} - {last.day} {last:%B} {first.year}"


def _one_in_words(text: str) -> str:
    day = first_day(text)
    return {
        "year": f"{day.year}",
        "month": f"{day:%B} {day.year}",
        "day": f"{day.day} {day:%B} {day.year}",
    }[precision(text)]
