"""Dates as people write them; what could mean two days is never guessed."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from infosoc.data.dates import PARTIAL_DATE, first_day

Order = Literal["day-first", "month-first"]
ORDERS: tuple[Order, ...] = ("day-first", "month-first")
NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?", re.ASCII)
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", re.ASCII)
WORDS = re.compile(r"(?:(\d{1,2})\.? )?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})", re.A)
SERIAL = re.compile(r"\d{5}", re.ASCII)
LAST_MONTH = 12
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


def order_of(texts: Iterable[str]) -> tuple[dict[Order, str], bool]:
    """Return for each order of day and month a text that only fits it; and if any may be both.

    A date with points (10.12.2003) is day-first everywhere: it settles nothing and needs nothing.
    """
    proof: dict[Order, str] = {}
    open_question = False
    for text in texts:
        match = NUMBERS.fullmatch(text)
        if match is None or match.group(2) == ".":
            continue
        first, second = int(match.group(1)), int(match.group(3))
        if first > LAST_MONTH >= second:
            proof.setdefault("day-first", text)
        elif second > LAST_MONTH >= first:
            proof.setdefault("month-first", text)
        elif first != second:
            open_question = True
    return proof, open_question


def to_iso(text: str, order: Order | None) -> str:
    """Return a date as ISO 8601, as precise as it is written.

    Raises
    ------
    Fault
        If it is no date, not in the calendar, or could mean two days.

    Examples
    --------
    >>> to_iso("10/12/2003", "day-first"), to_iso("10 December 2003", None), to_iso("12/2003", None)
    ('2003-12-10', '2003-12-10', '2003-12')
    """
    iso = _written(text, order)
    try:
        first_day(iso)
    except ValueError as error:
        raise Fault(f"{text!r}: {error}") from error
    return iso


def _written(text: str, order: Order | None) -> str:
    if PARTIAL_DATE.fullmatch(text):
        return text
    if match := NUMBERS.fullmatch(text):
        return _from_numbers(text, match, order)
    if match := YEAR_FIRST.fullmatch(text):
        return "-".join(part.zfill(2) for part in match.groups() if part)
    if match := MONTH_YEAR.fullmatch(text):
        return f"{match.group(2)}-{match.group(1).zfill(2)}"
    if match := WORDS.fullmatch(text.casefold()):
        return _from_words(text, match)
    if SHORT_YEAR.fullmatch(text):
        raise Fault(f"{text!r} has a year of two digits.", "Write the year with four digits.")
    if SERIAL.fullmatch(text):
        mend = "Format the cell as a date in the spreadsheet, and save it again."
        raise Fault(f"{text!r} looks like a spreadsheet's own number for a day.", mend)
    raise Fault(f"{text!r} is not a date.")


def _from_numbers(text: str, match: re.Match[str], order: Order | None) -> str:
    first, mark, second, year = match.groups()
    if mark == ".":
        order = "day-first"
    if order is None and int(first) != int(second):
        one, other = (
            f"{year}-{int(second):02d}-{int(first):02d}",
            f"{year}-{first:0>2}-{second:0>2}",
        )
        mend = (
            f"Write {one} or {other}, or tell the order for the whole file: "
            "read_events(..., dates='day-first')."
        )
        raise Fault(f"{text!r} can mean two days.", mend)
    day, month = (first, second) if order != "month-first" else (second, first)
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _from_words(text: str, match: re.Match[str]) -> str:
    before, month, after, year = match.groups()
    if month not in MONTHS or (before and after):
        raise Fault(f"{text!r} is not a date.")
    iso = f"{year}-{MONTHS[month]:02d}"
    day = before or after
    return f"{iso}-{int(day):02d}" if day else iso
