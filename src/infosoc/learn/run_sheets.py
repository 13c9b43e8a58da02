"""A run sheet for a class: clock, role and question cards, answers, and what to check before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.errors import UnknownNameError
from infosoc.learn import quiz_file
from infosoc.learn.handouts import MOTIONS, list_items
from infosoc.learn.lesson_file import sections
from infosoc.learn.plans import PlanError, plan
from infosoc.messages import say
from infosoc.stand_alone import Printable, document

DEVICES = ("none", "projector", "pairs")
LEVELS = ("beginner", "intermediate")
#: Groups of about four: all can speak, and nobody can hide.
GROUP = 4
HOUR = 60
#: With so many minutes left there is a talk in roles, and these minutes for questions.
LEAST_SPARE, QUESTIONS = 15, 5
#: Parts that need no screen, whatever stands in the room.
WITHOUT_SCREEN = ("debate", "read", "talk", "pause")
#: Question cards are cut out of one or two sheets of paper.
MOST_QUESTIONS = 8
#: Beginners leave the exercises with code out where a class may skip them.
BEGINNERS_SKIP = ("exercise",)


def aims() -> pd.DataFrame:
    """Return the aims of a class, in their order."""
    return load("teaching_aims").sort_values("order")


def groups_of(people: int) -> list[int]:
    """Return the sizes of groups of about four, as equal as can be.

    Examples
    --------
    >>> groups_of(18), groups_of(5)
    ([4, 4, 4, 3, 3], [3, 2])
    """
    count = max(1, math.ceil(people / GROUP))
    small, larger = divmod(people, count)
    return [small + 1] * larger + [small] * (count - larger)


def run_sheet(
    minutes: int = 90,
    people: int = 20,
    devices: str = "projector",
    level: str = "beginner",
    aim: str = "tell-the-story",
    start: str = "09:00",
) -> Printable:
    """Write the run sheet of a class as one page to print.

    As many lessons of the aim as fit are taken. What a lesson cannot do without goes in first.

    Parameters
    ----------
    minutes
        Time of the class, from 45 to 180 minutes.
    people
        How many people come, at least 2.
    devices
        ``"none"``, ``"projector"`` or ``"pairs"``.
    level
        ``"beginner"`` or ``"intermediate"``.
    aim
        Id of a row of the table ``teaching_aims``.
    start
        Time of day at which the class begins.

    Returns
    -------
    Printable
        Shown in a notebook as the clock; ``.save("run-sheet.html")`` writes everything.

    Raises
    ------
    UnknownNameError
        If devices, level or aim do not exist.
    PlanError
        If the time is too short, the group too small, or ``start`` is no time.

    Examples
    --------
    >>> sheet = run_sheet(60, 12, devices="none", aim="see-who-decides")
    >>> int(sheet.table["minutes"].sum())
    60
    """
    row = _checked(minutes, people, devices, level, aim)
    lessons = _lessons(row.lessons, level)
    made, lessons = _planned(minutes, lessons, level, start)
    clock = _clock(made, devices)
    title = say("cockpit.title", aim=row.title, minutes=minutes, people=people)
    sizes = groups_of(people)
    body = "".join(
        [
            _head(row.sentence, lessons, sizes),
            _section(say("cockpit.clock"), html.table(clock, _span(made, minutes))),
            _section(say("cockpit.motions"), _motions(lessons)),
            _section(say("cockpit.debrief"), _debrief()),
            _section(say("cockpit.access"), _access()),
            _section(say("cockpit.facts"), _facts(lessons)),
            _section(say("cockpit.roles"), _roles(len(sizes)), new_page=True),
            _questions(lessons),
        ]
    )
    return Printable(html.table(clock, title), title, clock, document(title, body))


def _checked(minutes: int, people: int, devices: str, level: str, aim: str) -> Any:
    known = {"device": (devices, DEVICES), "level": (level, LEVELS), "aim": (aim, aims()["id"])}
    for kind, (given, valid) in known.items():
        if given not in list(valid):
            raise UnknownNameError(kind, given, valid)
    if not 45 <= minutes <= 180:  # noqa: PLR2004
        raise PlanError(f"{minutes} minutes cannot be planned. Choose from 45 to 180 minutes.")
    if people < 2:  # noqa: PLR2004
        raise PlanError(f"{people} is too small a group. A run sheet needs at least 2 people.")
    every = aims()
    return next(every[every["id"] == aim].itertuples())


def _lessons(named: Sequence[str], level: str) -> list[str]:
    levels = load("lessons").set_index("id")["level"]
    fitting = [one for one in named if level != LEVELS[0] or levels[one] == LEVELS[0]]
    return fitting or list(named[:1])


def _planned(minutes: int, lessons: list[str], level: str, start: str) -> tuple[Any, list[str]]:
    """Return the plan with as many lessons as fit, and no more than one an hour."""
    skip = BEGINNERS_SKIP if level == LEVELS[0] else ()
    for count in range(min(len(lessons), minutes // HOUR), 1, -1):
        try:
            return plan(minutes, lessons[:count], start, skip), lessons[:count]
        except PlanError:
            continue
    return plan(minutes, lessons[:1], start, skip), lessons[:1]


def _clock(made: html.Page, devices: str) -> pd.DataFrame:
    rows = _with_roles(made.table)
    ways = {
        "none": rows["without_computers"],
        "pairs": [say("cockpit.how.pairs", what=what) for what in rows["what"]],
        "projector": [say("cockpit.how.projector", what=what) for what in rows["what"]],
    }
    own = rows["what"].isin(WITHOUT_SCREEN)
    how = pd.Series(ways[devices], index=rows.index).where(~own, rows["without_computers"])
    return pd.DataFrame(
        {
            say("cockpit.time"): rows["time"],
            say("cockpit.minutes.column"): rows["minutes"],
            say("cockpit.part"): rows["part"],
            say("cockpit.how"): how,
        }
    )


def _with_roles(rows: pd.DataFrame) -> pd.DataFrame:
    """Use much time that is left for a talk with the role cards."""
    spare = rows["part"] == say("plan.spare")
    if not spare.any() or int(rows.loc[spare, "minutes"].iloc[0]) < LEAST_SPARE:
        return rows
    place = int(rows.index[spare][0])
    length = int(rows.loc[place, "minutes"]) - QUESTIONS
    later = pd.Timestamp(f"2000-01-01 {rows.loc[place, 'time']}") + pd.Timedelta(minutes=length)
    talk = rows.loc[place].copy()
    talk["minutes"], talk["part"] = length, say("cockpit.talk")
    talk["without_computers"] = say("cockpit.talk.how")
    rows = rows.copy()
    rows.loc[place, ["time", "minutes"]] = [f"{later:%H:%M}", QUESTIONS]
    parts = [rows.iloc[:place], talk.to_frame().T, rows.iloc[place:]]
    return pd.concat(parts, ignore_index=True).astype({"minutes": int})


def _span(made: html.Page, minutes: int) -> str:
    begin, end = span(made.table["time"], minutes)
    return say("cockpit.clock.caption", begin=begin, end=end)


def span(times: pd.Series, minutes: int) -> tuple[str, str]:
    """Return the time at which a class begins and ends.

    Examples
    --------
    >>> span(pd.Series(["23:30"]), 60)
    ('23:30', '00:30')
    """
    begin = pd.Timestamp(f"2000-01-01 {times.iloc[0]}")
    return f"{begin:%H:%M}", f"{begin + pd.Timedelta(minutes=minutes):%H:%M}"


def in_groups(sizes: list[int]) -> str:
    """Tell the groups in words."""
    told = ", ".join(map(str, sizes))
    if len(sizes) == 1:
        return say("cockpit.group", sizes=told)
    return say("cockpit.groups", count=len(sizes), sizes=told)


def _head(sentence: str, lessons: list[str], sizes: list[int]) -> str:
    titles = load("lessons").set_index("id")["title"]
    lines = (
        say("cockpit.goal", sentence=sentence),
        say("cockpit.lessons", titles=", ".join(titles[one] for one in lessons)),
        f"{in_groups(sizes)}.",
    )
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def _section(title: str, inside: str, *, new_page: bool = False) -> str:
    kind = ' class="sheet"' if new_page else ""
    return f"<section{kind}><h2>{html.escape(title)}</h2>{inside}</section>"


def _motions(lessons: list[str]) -> str:
    # The motions of the last lesson come at the end of the class.
    items = list_items(sections(lessons[-1]).get(MOTIONS, ""))
    how = html.escape(say("cockpit.motions.how"))
    return f"<p>{how}</p>" + html.bullets(map(html.escape, items[:2]))


def _debrief() -> str:
    asked = load("debrief_questions").sort_values("order")["question"]
    return html.bullets(map(html.escape, asked))


def _access() -> str:
    notes = (
        say("cockpit.access.read"),
        say("cockpit.access.silence"),
        say("cockpit.access.print"),
        say("cockpit.access.seat"),
        say("cockpit.access.colour"),
        say("cockpit.access.keyboard"),
        say("cockpit.access.language"),
    )
    return html.bullets(map(html.escape, notes))


def _facts(lessons: list[str]) -> str:
    known = load("lessons").set_index("id")
    facts = load("dated_facts")
    items = []
    for row in facts[facts["lesson"].isin(lessons)].itertuples():
        text = html.escape(say("cockpit.fact", fact=row.fact, day=row.as_of))
        links = ", ".join(
            html.link(one.address, one.title) for one in find_sources(row.source_ids).itertuples()
        )
        items.append(f"{text} {links}")
    items = items or [html.escape(say("cockpit.facts.none"))]
    days = [
        html.escape(say("cockpit.checked", title=known.title[one], day=known.checked_on[one]))
        for one in lessons
    ]
    return html.bullets([*items, *days])


def _roles(groups: int) -> str:
    # A debate needs a chair and at least two sides.
    roles = load("debate_roles").sort_values("order").head(max(groups, 3))
    cards = "".join(
        f'<li class="card"><p><strong>{html.escape(row.title)}</strong></p>'
        f"<p>{html.escape(row.brief)}</p>"
        f"<p>{html.escape(say('cockpit.role.asks', question=row.question))}</p></li>"
        for row in roles.itertuples()
    )
    return f'<ul class="cards">{cards}</ul>'


def _questions(lessons: list[str]) -> str:
    asked = [
        question
        for lesson in lessons
        if lesson.partition("-")[2] in quiz_file.names()
        for question in quiz_file.read(lesson.partition("-")[2])
    ][:MOST_QUESTIONS]
    cards, answers = "", []
    for number, question in enumerate(asked, start=1):
        head = html.escape(say("cockpit.question", number=number))
        options = html.bullets(map(html.escape, question.choices())) if question.choices() else ""
        cards += (
            f'<li class="card"><p><strong>{head}</strong></p>'
            f"<p>{html.escape(question.ask)}</p>{options}</li>"
        )
        answers.append(f"{head}: {html.escape(question.ask)}{html.bullets(_solution(question))}")
    return _section(
        say("cockpit.questions"), f'<ul class="cards">{cards}</ul>', new_page=True
    ) + _section(say("cockpit.key"), html.bullets(answers), new_page=True)


def _solution(question: Any) -> list[str]:
    return [html.escape(line) for line in question.solution()]
