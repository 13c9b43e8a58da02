"""Plans for a class, made out of the lessons' own parts and minutes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.errors import InfosocError, UnknownNameError
from infosoc.messages import say

#: Minutes for a welcome at the start and a round of "what do I take home" at the end.
OPENING, CLOSING = 5, 5
#: A class needs a pause after about this many minutes.
BREAK_AFTER, BREAK = 90, 10
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
#: Something to look at and talk about has to be left after opening and closing.
SHORTEST = 30


class PlanError(InfosocError, ValueError):
    """A plan that cannot be made from what was asked."""


def plan(
    minutes: int,
    lessons: str | Sequence[str] = "01-world-summit",
    start: str = "09:00",
    leave_out: Sequence[str] = (),
) -> html.Page:
    """Make a plan for a class, with clock times.

    What a lesson cannot do without is put in first; then come the parts that may be skipped, in
    the order of the lesson, as long as there is time. A plan of more than 90 minutes has a pause.

    Parameters
    ----------
    minutes
        Time of the class, from 30 minutes.
    lessons
        Id of a lesson, or several in order.
    start
        Time of day at which the class begins, as ``"14:30"``.
    leave_out
        Kinds of parts that are left out where they may be skipped, for example ``"exercise"``.

    Returns
    -------
    Page
        Shown in a notebook as a table; ``.table`` has the columns ``time``, ``minutes``,
        ``lesson``, ``part``, ``what``, ``without_computers`` and ``may_skip``.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    PlanError
        If the time is too short for what the lessons cannot do without, or ``start`` is no time.

    Examples
    --------
    >>> plan(60).table["minutes"].sum()
    np.int64(60)
    """
    chosen = [lessons] if isinstance(lessons, str) else list(lessons)
    begin = clock_time(start)
    parts = _parts(chosen)
    room = minutes - OPENING - CLOSING - (BREAK if minutes > BREAK_AFTER else 0)
    kept = _fitting(parts, room, minutes, [html.words(kind) for kind in leave_out])
    rows = _with_frame(parts[kept], minutes, room)
    rows.insert(0, "time", _times(begin, rows["minutes"]))
    left_out = parts[~kept]
    skipped = ", ".join(
        say("plan.note.part", part=row.part, minutes=row.minutes) for row in left_out.itertuples()
    )
    note = say("plan.note", parts=skipped) if skipped else say("plan.note.none")
    clock = {"begin": rows["time"].iloc[0], "end": _end(begin, minutes)}
    caption = say("plan.caption", minutes=minutes, **clock)
    body = html.table(rows, caption) + f"<p>{html.escape(note)}</p>" + _mistakes(chosen)
    return html.Page(body, f"{caption}\n{html.plain_table(rows)}\n{note}", rows)


def clock_time(start: str) -> dt.datetime:
    """Read a time of day.

    Raises
    ------
    PlanError
        If it is not written like '09:00'.

    Examples
    --------
    >>> f"{clock_time('14:30'):%H:%M}"
    '14:30'
    """
    match = CLOCK.fullmatch(start.strip())
    if match is None:
        raise PlanError(f"{start!r} is not a time of day. Write it like '09:00' or '14:30'.")
    return dt.datetime(2000, 1, 1, int(match.group(1)), int(match.group(2)))


def _parts(lessons: Sequence[str]) -> pd.DataFrame:
    known = load("lessons").set_index("id")["title"]
    activities = load("activities")
    for lesson in lessons:
        if lesson not in set(activities["lesson"]):
            raise UnknownNameError("lesson with a plan", lesson, sorted(set(activities["lesson"])))
    found = pd.concat([activities[activities.lesson == lesson] for lesson in lessons])
    return pd.DataFrame(
        {
            "minutes": found["minutes"].tolist(),
            "lesson": found["lesson"].map(known).tolist(),
            "part": found["section"].tolist(),
            "what": [html.words(kind) for kind in found["kind"]],
            "without_computers": found["without_computers"].tolist(),
            "may_skip": found["may_skip"].tolist(),
        }
    )


def _fitting(
    parts: pd.DataFrame, room: int, minutes: int, leave_out: Sequence[str] = ()
) -> pd.Series:
    """Tell which parts fit: all that must be in, then the others in order."""
    kept = ~parts["may_skip"]
    needed = int(parts.loc[kept, "minutes"].sum())
    if minutes < SHORTEST or needed > room:
        least = max(SHORTEST, needed + minutes - room)
        raise PlanError(
            f"{minutes} minutes are too short. Take at least {least} minutes, or fewer lessons."
        )
    room -= needed
    for place in parts.index[~kept & ~parts["what"].isin(leave_out)]:
        if parts.loc[place, "minutes"] <= room:
            kept[place] = True
            room -= int(parts.loc[place, "minutes"])
    return kept


def _with_frame(parts: pd.DataFrame, minutes: int, room: int) -> pd.DataFrame:
    """Put opening, pause, spare time and closing around the parts."""
    rows = parts.to_dict("records")
    if minutes > BREAK_AFTER:
        passed, middle = OPENING, (minutes - BREAK) / 2
        place = 0
        while place < len(rows) and passed + rows[place]["minutes"] / 2 < middle:
            passed += rows[place]["minutes"]
            place += 1
        rows.insert(
            place, _row(BREAK, say("plan.pause"), say("plan.pause.what"), say("plan.pause.how"))
        )
    talk = say("plan.talk")
    spare = room - int(parts["minutes"].sum())
    if spare:
        rows.append(_row(spare, say("plan.spare"), talk, say("plan.spare.how")))
    rows.insert(0, _row(OPENING, say("plan.opening"), talk, say("plan.opening.how")))
    rows.append(_row(CLOSING, say("plan.closing"), talk, say("plan.closing.how")))
    return pd.DataFrame(rows)


def _row(minutes: int, part: str, what: str, without: str) -> dict[str, object]:
    return {
        "minutes": minutes,
        "lesson": "",
        "part": part,
        "what": what,
        "without_computers": without,
        "may_skip": False,
    }


def _times(begin: dt.datetime, minutes: pd.Series) -> list[str]:
    passed = minutes.cumsum().shift(fill_value=0)
    return [f"{begin + dt.timedelta(minutes=int(one)):%H:%M}" for one in passed]


def _end(begin: dt.datetime, minutes: int) -> str:
    return f"{begin + dt.timedelta(minutes=minutes):%H:%M}"


def _mistakes(lessons: Sequence[str]) -> str:
    rows = load("misconceptions")
    rows = rows[rows["lesson"].isin(lessons)]
    items = [
        f"<strong>{html.escape(row.mistake)}</strong> {html.escape(row.answer)}"
        for row in rows.itertuples()
    ]
    return html.folded(say("plan.mistakes"), html.bullets(items)) if items else ""
