"""Everything for a room without computers: brief, role cards, clock plan, score sheet, key."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.explore.status_line import StatusLine
from infosoc.learn.negotiation import names
from infosoc.learn.negotiation.sheets import CARDS, WIDE, sheet
from infosoc.learn.plans import clock_time
from infosoc.live import Live
from infosoc.messages import say
from infosoc.negotiate import game, packages
from infosoc.negotiate.model import LETTERS
from infosoc.plot.signed_charts import MARK, signed


class Kit(Live):
    """Pages to print, behind a button.

    Attributes
    ----------
    start
        Time of day at which the class begins.
    """

    def __init__(self, start: str):
        self.start = start
        self._pages = {
            "brief": lambda: sheet(say("kit.brief"), brief()),
            "role-cards": lambda: sheet(say("kit.cards"), cards(), CARDS),
            "clock-plan": lambda: sheet(say("kit.plan"), clock_plan(start)),
            "score-sheet": lambda: sheet(say("kit.score"), score_sheet(), WIDE),
            "key": lambda: sheet(say("kit.key"), key(), WIDE),
        }
        self._said = StatusLine()
        button = widgets.Button(
            description=say("kit.write"), layout={"width": "auto", "align_self": "flex-start"}
        )
        button.on_click(lambda _button: self._pressed())
        listed = _contents()
        box = widgets.VBox([widgets.HTML(listed), button, self._said])
        text = say("kit.plain", count=len(self._pages))
        rows = pd.DataFrame({"page": list(self._pages)})
        plain = html.Page(f"{listed}<p>{html.escape(text)}</p>", text, rows)
        super().__init__(box, plain)

    @property
    def names(self) -> list[str]:
        """Return the names of the pages."""
        return list(self._pages)

    def page(self, name: str) -> str:
        """Return one page as HTML.

        Raises
        ------
        UnknownNameError
            If there is no such page.
        """
        from infosoc.errors import UnknownNameError  # noqa: PLC0415

        if name not in self._pages:
            raise UnknownNameError("page", name, self._pages)
        make: Callable[[], str] = self._pages[name]
        return make()

    def save(self, folder: str | os.PathLike[str] = "negotiation-kit") -> list[Path]:
        """Write all pages as HTML files; those that are there are replaced.

        Parameters
        ----------
        folder
            Where to write them; it is made if it is not there.

        Returns
        -------
        list of pathlib.Path
            The files.
        """
        place = Path(folder).resolve()
        place.mkdir(parents=True, exist_ok=True)
        files = []
        for name in self._pages:
            files.append(place / f"{name}.html")
            files[-1].write_text(self.page(name), encoding="utf-8")
        return files

    def _pressed(self) -> None:
        try:
            files = self.save()
            told = say("kit.written", count=len(files), folder=files[0].parent.name)
        except OSError as error:
            told = say("kit.not_written", error=error.strerror)
        self._said.value = told


def negotiation_kit(start: str = "09:00") -> Kit:
    """Make the pages that a class prints for the negotiation.

    Parameters
    ----------
    start
        Time of day at which the class begins, as ``"14:30"``.

    Returns
    -------
    Kit
        Shown in a notebook as a list with a button that writes the pages into the folder
        ``negotiation-kit``; ``.save(folder)`` does the same.

    Raises
    ------
    PlanError
        If ``start`` is no time of day.

    Examples
    --------
    >>> negotiation_kit("14:30").names
    ['brief', 'role-cards', 'clock-plan', 'score-sheet', 'key']
    """
    clock_time(start)
    return Kit(start)


def _contents() -> str:
    parts = [
        say("kit.what.brief"),
        say("kit.what.cards"),
        say("kit.what.plan"),
        say("kit.what.score"),
        say("kit.what.key"),
    ]
    return html.bullets(map(html.escape, parts))


def brief() -> str:
    """Return the two-page brief: the rules, and the text with all its brackets."""
    needs = game().least
    least = say("kit.rule.least", least=int(needs.max()), chair=int(needs[0]))
    rules = [say("kit.rule.consensus"), say("kit.rule.red_line"), least]
    rules += [say("kit.rule.brackets"), say("kit.rule.own_words"), say("kit.rule.silence")]
    rules.append(say("kit.rule.end"))
    roles = load("negotiation_roles")
    stages = load("negotiation_stages")
    first = [
        f"<h1>{html.escape(say('kit.title'))}</h1>",
        *(f"<p>{html.escape(text)}</p>" for text in (say("kit.story.1"), say("kit.story.2"))),
        _part(say("kit.rules"), html.bullets(map(html.escape, rules))),
        _part(say("kit.roles"), html.bullets(
            f"<b>{html.escape(row.name)}</b>" for row in roles.itertuples(index=False))),
        _part(say("kit.clock"), html.bullets(
            html.escape(say("kit.stage", title=row.title, minutes=row.minutes))
            for row in stages.itertuples())),
    ]  # fmt: skip
    text = [
        f"<h3>{row.order}. {html.escape(row.title)}</h3><p>{_alternatives(clause)}</p>"
        for clause, row in names.clauses().items()
    ]
    second = [
        f"<h2>{html.escape(say('kit.text'))}</h2>",
        f"<p>{html.escape(say('kit.text.how'))}</p>",
        *text,
    ]
    return (
        f"<section>{''.join(first)}</section><section class='brackets'>{''.join(second)}</section>"
    )


def _part(title: str, inside: str) -> str:
    return f"<h2>{html.escape(title)}</h2>{inside}"


def _alternatives(clause: str) -> str:
    found = []
    for letter in LETTERS:
        row = names.options()[clause, letter]
        text = row.text if names.is_given(row.text) else say("talks.deleted")
        found.append(f"[<b>{letter}:</b> {html.escape(text)}]")
    return "<br>".join(found)


def cards() -> str:
    """Return the role cards, two to a page."""
    rows = load("negotiation_roles").sort_values("order")
    made = [_card(row, number) for number, row in enumerate(rows.itertuples(index=False))]
    pairs = ["".join(made[place : place + 2]) for place in range(0, len(made), 2)]
    return "".join(f"<section>{pair}</section>" for pair in pairs)


def _card(row: object, number: int) -> str:
    rules = game()
    lines = []
    for place, (key, clause) in enumerate(names.clauses().items()):
        cells = "".join(
            f"<td><b>{_points(number, place, option)}</b><br>"
            f"<small>{html.escape(names.options()[key, letter].title)}</small></td>"
            for option, letter in enumerate(LETTERS)
        )
        title = html.escape(f"{clause.order}. {clause.title}")
        lines.append(f'<tr><th scope="row">{title}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{letter}</th>' for letter in LETTERS)
    least = say("kit.card.least", least=int(rules.least[number]), mark=MARK)
    paragraphs = [row.interests, row.may_trade, least]  # type: ignore[attr-defined]
    caption = html.escape(say("kit.card.table"))
    first = html.escape(say("talks.history.paragraph"))
    return (
        f'<div class="card"><h2>{html.escape(row.name)}</h2>'  # type: ignore[attr-defined]
        + "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
        + f'<table><caption>{caption}</caption><thead><tr><th scope="col">{first}</th>{head}</tr>'
        f"</thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _points(role: int, clause: int, option: int) -> str:
    rules = game()
    text = signed(int(rules.worth[role, clause, option]))
    return f"{text} {MARK}" if rules.barred[role, clause, option] else text


def clock_plan(start: str) -> str:
    """Return the clock plan of the class, with clock times."""
    begin, rows = clock_time(start), []
    for row in load("negotiation_stages").sort_values("order").itertuples():
        time = f"{begin:%H:%M}"
        begin += dt.timedelta(minutes=int(row.minutes))
        rows.append({"time": time, "minutes": row.minutes, "stage": row.title,
                     "what happens": row.what, "the chair says": row.chair_says})  # fmt: skip
    total = sum(int(row["minutes"]) for row in rows)
    caption = say("kit.plan.caption", minutes=total, begin=start, end=f"{begin:%H:%M}")
    notes = [say("kit.plan.people"), say("kit.plan.small"), say("kit.plan.room")]
    notes += [say("kit.plan.access"), say("kit.plan.care")]
    return (
        f"<h1>{html.escape(say('kit.plan'))}</h1>{html.table(pd.DataFrame(rows), caption)}"
        + _part(say("kit.plan.notes"), html.bullets(map(html.escape, notes)))
    )


def score_sheet() -> str:
    """Return the sheet with which the chair scores a text by hand."""
    rules = game()
    groups = "".join(
        f'<th scope="colgroup" colspan="4" class="n">{row.order}. {html.escape(row.title)}</th>'
        for row in names.clauses().values()
    )
    letters = "".join(f'<th scope="col" class="n">{one}</th>' for one in LETTERS)
    lines = []
    for number, role in enumerate(names.roles().values()):
        cells = "".join(
            f'<td class="n">{_points(number, place, option)}</td>'
            for place in range(len(rules.clauses))
            for option in range(len(LETTERS))
        )
        needs = f'<td class="n">{signed(int(rules.least[number]))}</td>'
        lines.append(
            f'<tr><th scope="row">{html.escape(role)}</th>{cells}<td class="n"></td>{needs}</tr>'
        )
    steps = [say("kit.step.letters"), say("kit.step.circle"), say("kit.step.add")]
    steps += [say("kit.step.compare", mark=MARK), say("kit.step.silence")]
    sums = "".join(
        f'<th scope="col" class="n sum" rowspan="2">{html.escape(text)}</th>'
        for text in (say("kit.sum"), say("kit.needs"))
    )
    role = f'<th scope="col" class="role" rowspan="2">{html.escape(say("kit.role"))}</th>'
    boxes = "".join(f"<td>{row.order}.</td>" for row in names.clauses().values())
    return (
        f"<h1>{html.escape(say('kit.score'))}</h1>"
        f"<ol>{''.join(f'<li>{html.escape(step)}</li>' for step in steps)}</ol>"
        f'<table class="score"><thead><tr>{role}{groups}{sums}</tr><tr>'
        f"{letters * len(rules.clauses)}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
        f'<h2>{html.escape(say("kit.choices"))}</h2><table class="boxes"><tr>{boxes}</tr>'
        "</table>"
    )


def key() -> str:
    """Return the packages that could pass, for the debrief."""
    every = packages()
    passing = every[every.passes].sort_values("total", ascending=False, kind="stable")
    titles = {clause: f"{row.order}" for clause, row in names.clauses().items()}
    shown = passing.rename(columns={**titles, **names.roles()})
    shown = shown[[*titles.values(), *names.roles().values(), "total", "efficient"]]
    shown = shown.assign(efficient=shown["efficient"].map({True: "yes", False: ""}))
    caption = say("kit.key.caption", count=len(passing), every=len(every))
    from infosoc.learn.negotiation.debrief import beside_history  # noqa: PLC0415

    return (
        f"<section><h1>{html.escape(say('kit.key'))}</h1>"
        f"<p>{html.escape(say('kit.key.how'))}</p>"
        f'<div class="dense">{html.table(shown, caption)}</div></section>'
        f'<section><div class="dense">{beside_history()}</div></section>'
    )
