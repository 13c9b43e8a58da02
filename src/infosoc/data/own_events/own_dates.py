"""Dates as people write them; what could mean two days is never guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from infosoc.data.dates import PARTIAL_DATE, first_day

Order = Literal["day-first", "month-first"]
ORDERS: tuple[Order, ...] = ("day-first", "month-first")
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
# Not 2003.1: a spreadsheet makes that out of 2003.10.
YEAR_FIRST = re.compile(r"(\d{4})(?:/(\d{1,2})|([./])(\d{1,2})\3(\d{1,2}))", re.ASCII)
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", re.ASCII)
WORDS = re.compile(r"(?:(\d{1,2})\.? )?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})", re.A)
SHORT_WORDS = re.compile(r"(?:\d{1,2}\.?[ -])?([a-z]+)\.?[ -]'?\d{2}", re.ASCII)
SERIAL = re.compile(r"\d{5}", re.ASCII)
LAST_MONTH = 12
FOUR_DIGITS = "Write the year with four digits."
MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


@dataclass(frozen=True)
class Fault(ValueError):
    """Why a text is not a date, and what to do about it."""

    message: str
    mend: str = "Write it as 2003-12-10, or 2003-12, or 2003."


@dataclass
class Evidence:
    """What a column of dates tells about its order of day and month.

    Attributes
    ----------
    proof
        For each order the first line and text that only fit it.
    open_question
        Whether some dates, such as 10/12/2003, fit both.
    points
        The first date with points that would fit both, such as 10.12.2003. Points are day-first
        wherever they are in use: such a date settles nothing and asks nothing.
    """

    proof: dict[Order, tuple[int, str]] = field(default_factory=dict)
    open_question: bool = False
    points: str | None = None


def evidence(lines: Iterable[int], texts: Iterable[str]) -> Evidence:
    """Look for dates of a column that settle its order of day and month.

    Examples
    --------
    >>> evidence([2, 3], ["10/12/2003", "31/12/2003"]).proof
    {'day-first': (3, '31/12/2003')}
    """
    found = Evidence()
    for line, text in zip(lines, texts, strict=True):
        match = NUMBERS.fullmatch(text)
        if match is None:
            continue
        first, second = int(match.group(1)), int(match.group(3))
        fits_both = max(first, second) <= LAST_MONTH and first != second
        if match.group(2) == ".":
            found.points = found.points or (text if fits_both else None)
        elif first > LAST_MONTH >= second:
            found.proof.setdefault("day-first", (line, text))
        elif second > LAST_MONTH >= first:
            found.proof.setdefault("month-first", (line, text))
        elif fits_both:
            found.open_question = True
    return found


def to_iso(text: str, order: Order | None, points: Order = "day-first") -> str:
    """Return a date as ISO 8601, as precise as it is written.

    Parameters
    ----------
    text
        The date.
    order
        Order of day and month in dates such as 10/12/2003, if it is known.
    points
        Order in dates such as 10.12.2003.

    Raises
    ------
    Fault
        If it is no date, not in the calendar, or could mean two days.

    Examples
    --------
    >>> to_iso("10/12/2003", "day-first"), to_iso("10 December 2003", None), to_iso("12/2003", None)
    ('2003-12-10', '2003-12-10', '2003-12')
    """
    iso = _written(text, order, points)
    try:
        first_day(iso)
    except ValueError as error:
        message = str(error)
        # The error tells the date as it was read, which may look as it was written.
        told = message if message.startswith(repr(text)) else f"{text!r}: {message}"
        raise Fault(told) from error
    return iso


def _written(text: str, order: Order | None, points: Order) -> str:
    if PARTIAL_DATE.fullmatch(text):
        return text
    if match := NUMBERS.fullmatch(text):
        return _from_numbers(text, match, points if match.group(2) == "." else order)
    if match := YEAR_FIRST.fullmatch(text):
        year, month, _, other, day = match.groups()
        return "-".join(part.zfill(2) for part in (year, month or other, day) if part)
    if match := MONTH_YEAR.fullmatch(text):
        return f"{match.group(2)}-{match.group(1).zfill(2)}"
    if match := WORDS.fullmatch(text.casefold()):
        return _from_words(text, match)
    if SHORT_YEAR.fullmatch(text):
        raise Fault(f"{text!r} has a year of two digits.", FOUR_DIGITS)
    short = SHORT_WORDS.fullmatch(text.casefold())
    if short and short.group(1) in MONTHS:
        raise Fault(f"{text!r} has no year of four digits.", FOUR_DIGITS)
    if SERIAL.fullmatch(text):
        mend = "Format the cell as a date in the spreadsheet, and save it again."
        raise Fault(f"{text!r} looks like a spreadsheet's own number for a day.", mend)
    raise Fault(f"{text!r} is not a date.")


def _from_numbers(text: str, match: re.Match[str], order: Order | None) -> str:
    first, _, second, year = match.groups()
    by_order: dict[Order | None, str] = {
        "day-first": f"{year}-{second:0>2}-{first:0>2}",
        "month-first": f"{year}-{first:0>2}-{second:0>2}",
    }
    # Where both numbers are the same, or one is no month, the calendar decides.
    if order is None and int(first) != int(second) and max(int(first), int(second)) <= LAST_MONTH:
        mend = (
            f"Write {' or '.join(by_order.values())}, or tell the order for the whole file: "
            "read_events(..., dates='day-first') or dates='month-first'."
        )
        raise Fault(f"{text!r} can mean two days.", mend)
    return by_order[order or "day-first"]


def _from_words(text: str, match: re.Match[str]) -> str:
    before, month, after, year = match.groups()
    if month not in MONTHS or (before and after):
        raise Fault(f"{text!r} is not a date.")
    iso = f"{year}-{MONTHS[month]:02d}"
    day = before or after
    return f"{iso}-{int(day):02d}" if day else iso
