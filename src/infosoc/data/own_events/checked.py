"""Check a reader's file and show what is good and what has to be mended, without an error."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from infosoc import html
from infosoc.data.dates import in_words
from infosoc.data.own_events.own_dates import Order
from infosoc.data.own_events.reader import READING, read_events
from infosoc.errors import DataFileError
from infosoc.messages import say

#: Problems and events that are shown; the caption tells how many there are.
MOST_PROBLEMS, MOST_EVENTS = 40, 12


@dataclass(frozen=True, repr=False)
class EventsCheck(html.Page):
    """What a check of a file found.

    Attributes
    ----------
    table
        The problems (``line``, ``column``, ``problem``, ``mend``), or the events if there are none.
    events
        The events, ready for a timeline, or nothing if there are problems.
    """

    events: pd.DataFrame | None = None


def check_events(
    path: str | os.PathLike[str],
    *,
    dates: Order | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
) -> EventsCheck:
    r"""Check a file with events of your own and list everything that has to be mended.

    The same check as :func:`infosoc.read_events`, but its result is a page and never an error.

    Parameters
    ----------
    path, dates, encoding, sheet
        As for :func:`infosoc.read_events`.

    Returns
    -------
    EventsCheck
        Shown in a notebook. ``.table`` has the problems, or the events if there are none;
        ``.events`` can be drawn.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "own.csv"
    >>> _ = path.write_text("title,date_start\nSchool opens,2003-02-30\n", "utf-8")
    >>> print(check_events(path).text.splitlines()[0])
    ✗ own.csv: 1 problem. Mend it, save the file, and check it again.
    """
    file = Path(path).name
    try:
        events = read_events(path, dates=dates, encoding=encoding, sheet=sheet)
    except DataFileError as error:
        return _bad(file, error)
    return _good(file, events)


def _bad(file: str, error: DataFileError) -> EventsCheck:
    count = len(error.problems)
    head = (
        say("events.bad.one", file=file)
        if count == 1
        else say("events.bad", file=file, count=count)
    )
    rows = [
        (str(one.line) if one.line else say("events.whole"), one.column, one.message, one.mend)
        for one in error.problems
    ]
    table = pd.DataFrame(rows, columns=["line", "column", "problem", "mend"])
    shown = html.table(table, say("events.bad.caption", file=file), MOST_PROBLEMS)
    return EventsCheck(f"<p>{html.escape(head)}</p>{shown}", f"{head}\n{error}", table)


def _good(file: str, events: pd.DataFrame) -> EventsCheck:
    count = len(events)
    head = say("events.good", file=file, count=count)
    if count == 1:
        head = say("events.good.one", file=file)
    pairs = zip(events["date_start"], events["date_end"].fillna(""), strict=True)
    dates = [in_words(start, end or None) for start, end in pairs]
    table = pd.DataFrame({"date": dates, "event": events["title"]})
    for name in ("city", "source"):
        if name in events:
            table[name] = events[name].fillna("")
    reading = events.attrs[READING]
    shown = html.table(table, say("events.good.caption", file=file), MOST_EVENTS)
    body = f"<p>{html.escape(head)}</p>{html.bullets(map(html.escape, reading))}{shown}"
    return EventsCheck(body, "\n".join([head, *reading, html.plain_table(table)]), table, events)
