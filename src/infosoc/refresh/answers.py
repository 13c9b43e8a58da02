"""Read the answers of the World Bank's service, and refuse what has another form.

A good answer is a JSON list of two: what the page is, and its rows. The service reports an error
with the same status 200, as a list of one with a message; an answer without rows has ``null`` in
their place.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from infosoc.refresh.errors import AnswerError, ServiceError

#: The service leaves ``countryiso3code`` empty for its income groups and names them only by a
#: code of two letters of its own.
INCOME_GROUPS = {"XD": "HIC", "XM": "LIC", "XN": "LMC", "XT": "UMC"}
#: All countries and years of an indicator fill one page; more than this is not a real answer.
MOST_PAGES = 100
#: Enough of a strange answer to see what it is.
SHOWN = 60
YEAR = re.compile(r"\d{4}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
AGAIN = "Try again later; if it stays so, the service has changed and this room has to follow."


@dataclass(frozen=True)
class Page:
    """One page of an answer."""

    number: int
    pages: int
    total: int
    vintage: str
    rows: list[Any]


@dataclass(frozen=True)
class Figure:
    """One value of the service; the code is empty when it names neither country nor group."""

    code: str
    year: int
    value: float


@dataclass(frozen=True)
class Answer:
    """Everything that the service says about one indicator."""

    vintage: str
    figures: list[Figure]


def read_page(table: str, text: str) -> Page:
    """Read one page.

    Parameters
    ----------
    table
        Name of the table that the page is for.
    text
        What the service sent.

    Raises
    ------
    ServiceError
        If the service reports an error of its own.
    AnswerError
        If the text is not a page with rows.

    Examples
    --------
    >>> about = '{"page": 1, "pages": 1, "total": 1, "lastupdated": "2026-07-01"}'
    >>> read_page("internet_users", f'[{about}, [{{}}]]').vintage
    '2026-07-01'
    """
    try:
        answer = json.loads(text)
    except ValueError as error:
        begin = text[:SHOWN].strip()
        what = f"The service did not answer with JSON; its answer begins with {begin!r}."
        raise AnswerError(table, what, AGAIN) from error
    _refuse_reported_error(table, answer)
    match answer:
        case [{"total": 0 | "0"}, *_] | [dict(), None] | [dict(), []]:
            what = "The service answered without a single row."
            raise AnswerError(table, what, "Check the indicator's code in datapackage.json.")
        case [dict() as about, list() as rows]:
            return _page(table, about, rows)
    raise AnswerError(table, "The service's answer is not a pair of page and rows.", AGAIN)


def join(table: str, code: str, pages: Sequence[Page]) -> Answer:
    """Put the pages of an answer together and check that they are all of it.

    Parameters
    ----------
    table
        Name of the table that the answer is for.
    code
        The service's code of the indicator.
    pages
        The pages in their order.

    Raises
    ------
    AnswerError
        If pages are missing or disagree, or if a row is not one of the indicator.
    """
    first = pages[0]
    if [page.number for page in pages] != list(range(1, first.pages + 1)):
        raise AnswerError(table, "The service sent other pages than it was asked for.", AGAIN)
    if len({(page.pages, page.total, page.vintage) for page in pages}) > 1:
        what = "The service changed its figures while they were being read."
        raise AnswerError(table, what, "Run it again.")
    rows = [row for page in pages for row in page.rows]
    if len(rows) != first.total:
        what = f"The service promised {first.total} rows and sent {len(rows)}."
        raise AnswerError(table, what, AGAIN)
    figures = [_figure(table, code, row) for row in rows]
    return Answer(first.vintage, [figure for figure in figures if figure is not None])


def _refuse_reported_error(table: str, answer: Any) -> None:
    match answer:
        case [{"message": [{"id": number, "key": key, "value": value}, *_]}, *_]:
            what = f"The service reports the error {number}: {key}. {value}"
            raise ServiceError(table, what, "Check the indicator's code in datapackage.json.")


def _page(table: str, about: dict[str, Any], rows: list[Any]) -> Page:
    try:
        number, pages, total = (int(about[field]) for field in ("page", "pages", "total"))
        vintage = about["lastupdated"]
        if DAY.fullmatch(vintage) is None:
            raise ValueError(f"{vintage!r} is not a day of the form YYYY-MM-DD")
        dt.date.fromisoformat(vintage)
    except KeyError as error:
        what = f"The page of the service's answer has no field {error}."
        raise AnswerError(table, what, AGAIN) from error
    except (TypeError, ValueError) as error:
        what = f"The page of the service's answer is not described as usual: {error}."
        raise AnswerError(table, what, AGAIN) from error
    if not 1 <= pages <= MOST_PAGES:
        raise AnswerError(table, f"The service speaks of {pages} pages.", AGAIN)
    return Page(number, pages, total, vintage, rows)


def _figure(table: str, code: str, row: Any) -> Figure | None:
    try:
        given, date, value = row["indicator"]["id"], row["date"], row["value"]
        place = row["countryiso3code"] or INCOME_GROUPS.get(row["country"]["id"], "")
    except KeyError as error:
        raise AnswerError(table, f"A row has no field {error}: {_short(row)}.", AGAIN) from error
    except TypeError as error:
        raise AnswerError(table, f"A row has another form: {_short(row)}.", AGAIN) from error
    if given != code:
        what = f"A row belongs to the indicator {given!r} and not to {code!r}."
        raise AnswerError(table, what, AGAIN)
    if not isinstance(date, str) or YEAR.fullmatch(date) is None:
        raise AnswerError(table, f"{date!r} is not a year: {_short(row)}.", AGAIN)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        what = f"{value!r} is not a number ({place} {date})."
        raise AnswerError(table, what, AGAIN)
    return Figure(place, int(date), value)


def _short(row: Any) -> str:
    text = repr(row)
    return text if len(text) <= 2 * SHOWN else text[: 2 * SHOWN] + "..."
