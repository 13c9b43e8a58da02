"""Who can decide this? A sorting game for one reader or a whole group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.formula_cells import save_table
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.data.registry import find
from infosoc.errors import UnknownNameError
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot.matrices import paired
from infosoc.stand_alone import Printable, document

#: The two phases of the Summit, the end of a contract, and the review of twenty years.
YEARS = (2003, 2005, 2016, 2025)
LATEST = YEARS[-1]
KEYS = ["case_id", "place", "verb"]
BUTTON = {"width": "auto"}


def choices(column: str) -> list[str]:
    """Return the places or the verbs, in their order."""
    columns = find("decision_answers").columns
    return [name for one in columns if one.name == column for name in one.enum or ()]


def label(name: str) -> str:
    """Return a place or a verb as readers see it.

    Examples
    --------
    >>> label("icann"), label("address-registry")
    ('ICANN', 'address registry')
    """
    own = {
        "icann": say("decide.place.icann"),
        "igf": say("decide.place.igf"),
        "un-body": say("decide.place.states"),
    }
    return own.get(name, html.words(name))


def valid_answers(year: int) -> pd.DataFrame:
    """Return the sourced answers that hold at the end of a year.

    Parameters
    ----------
    year
        For example 2005.

    Examples
    --------
    >>> len(valid_answers(2003)) < len(valid_answers(2025))
    True
    """
    answers = load("decision_answers")
    ended = answers["valid_to"].notna() & (answers["valid_to"] < year)
    return answers[(answers["valid_from"] <= year) & ~ended].reset_index(drop=True)


class DecisionGame(Live):
    """Cards with everyday cases; for each a place and a verb, and the sourced answers.

    Everybody's answers are kept side by side, so that a group can play on one screen.

    Attributes
    ----------
    card
        Number of the card on the screen, from 0.
    votes
        One row for each answer given: ``case_id``, ``place`` and ``verb``.
    year
        The answers hold at the end of this year.
    figure
        Answers given beside sourced answers, for the cards that were answered or shown.
    """

    def __init__(self) -> None:
        self._cases = load("decision_cases")
        self.votes = pd.DataFrame(columns=KEYS, dtype="str")
        self.year = LATEST
        self.card = 0
        self._seen: set[str] = set()
        self._build()
        super().__init__(self._box, _plain(self._cases))
        self._turn()

    def answer(self, place: str, verb: str) -> None:
        """Give an answer to the card on the screen; each person of a group gives one.

        Parameters
        ----------
        place, verb
            One of the places and one of the verbs.

        Raises
        ------
        UnknownNameError
            If there is no such place or verb.
        """
        for kind, given in (("place", place), ("verb", verb)):
            if given not in choices(kind):
                raise UnknownNameError(kind, given, choices(kind))
        row = pd.DataFrame([[self._case.id, place, verb]], columns=KEYS)
        self.votes = pd.concat([self.votes, row], ignore_index=True)
        self._seen.add(self._case.id)
        sourced = self._sourced(self._case.id)
        hit = ((sourced["place"] == place) & (sourced["verb"] == verb)).any()
        told = {"place": label(place), "verb": verb}
        count = int((self.votes["case_id"] == self._case.id).sum())
        text = (
            say("decide.added.match", **told, count=count)
            if hit
            else say("decide.added.other", **told, count=count)
        )
        self._tell(text)
        self._draw()

    def show(self) -> None:
        """Show the sourced answers to the card on the screen."""
        self._seen.add(self._case.id)
        self._evidence.value = self._answers_page()
        self._tell(self._counted())
        self._draw()

    def go(self, steps: int) -> None:
        """Turn to another card; behind the last one comes the first."""
        self.card = (self.card + steps) % len(self._cases)
        self._turn()

    def set_year(self, year: int) -> None:
        """Play with the answers that hold at the end of another year.

        Parameters
        ----------
        year
            2003, 2005, 2016 or 2025.

        Raises
        ------
        UnknownNameError
            If the year is none of them.
        """
        if year not in YEARS:
            raise UnknownNameError("year", year, map(str, YEARS))
        self.year = year
        self._years.value = year
        changed = {"changed": _changed(year), "count": len(self._cases), "last": LATEST}
        self._evidence.value = self._answers_page() if self._evidence.value else ""
        self._tell(say("decide.year.set", year=year, **changed))
        self._draw()

    def compared(self) -> pd.DataFrame:
        """Return both counts for each place and verb, over the cards answered or shown.

        Returns
        -------
        pandas.DataFrame
            Columns ``place``, ``verb``, ``given`` and ``sourced``.
        """
        sourced = self._sourced()
        sourced = sourced[sourced["case_id"].isin(self._seen)]
        counts = [
            frame.groupby(["place", "verb"], observed=True).size().rename(name)
            for frame, name in ((self.votes, "given"), (sourced.astype("str"), "sourced"))
        ]
        both = pd.concat(counts, axis=1).fillna(0).astype(int)
        return both.rename_axis(["place", "verb"]).reset_index()

    def disputed(self) -> pd.DataFrame:
        """Return the cards with answers, those with the most different ones first.

        Returns
        -------
        pandas.DataFrame
            The card, how many answers were given, how many of them differ, the share of the
            commonest one in per cent, and whether the sources call the card contested.
        """
        contested = self._sourced().groupby("case_id")["contested"].any()
        titles = self._cases.set_index("id")["title"]
        rows = []
        for case, given in self.votes.groupby("case_id", sort=False):
            counts = given.groupby(["place", "verb"]).size()
            share = round(100 * counts.max() / len(given))
            is_contested = bool(contested.get(case, False))
            rows.append((titles[case], len(given), len(counts), share, is_contested))
        names = ("card", "answers", "different", "share", "contested")
        frame = pd.DataFrame(rows, columns=names)
        order = ["different", "share", "contested"]
        return frame.sort_values(order, ascending=[False, True, False], kind="stable")

    def save(self, path: str | Path = "who-decides.csv") -> Path:
        """Write the answers given as a CSV file that spreadsheets open.

        Parameters
        ----------
        path
            Where to write it.

        Returns
        -------
        Path
            The file, with its folder.
        """
        return save_table(self.votes, path)

    @property
    def _case(self) -> Any:
        return next(self._cases.iloc[[self.card]].itertuples())

    def _sourced(self, case: str | None = None) -> pd.DataFrame:
        answers = valid_answers(self.year)
        return answers if case is None else answers[answers["case_id"] == case]

    def _build(self) -> None:
        self._front, self._evidence = widgets.HTML(), widgets.HTML()
        self._said, self._debate = StatusLine(), widgets.HTML()
        self._places = _toggles(say("decide.place"), choices("place"))
        self._verbs = _toggles(say("decide.verb"), choices("verb"))
        self._years = widgets.ToggleButtons(
            options=YEARS,
            value=LATEST,
            description=say("decide.year"),
            style={"button_width": "auto", "description_width": "initial"},
        )
        self._years.observe(lambda change: self._year_pressed(change.new), names="value")
        buttons = [
            _button(say("decide.add"), self._pressed),
            _button(say("decide.show"), self.show),
            _button(say("decide.before"), lambda: self.go(-1)),
            _button(say("decide.next"), lambda: self.go(1)),
        ]
        self.figure = LiveFigure(self._picture().drawing)
        row = widgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        self._box = widgets.VBox(
            [
                self._front,
                self._places,
                self._verbs,
                row,
                self._said,
                self._evidence,
                self._years,
                self.figure,
                self._debate,
            ]
        )

    def _pressed(self) -> None:
        if self._places.value is None or self._verbs.value is None:
            self._tell(say("decide.both"))
            return
        self.answer(self._places.value, self._verbs.value)

    def _year_pressed(self, year: int) -> None:
        if year != self.year:
            self.set_year(year)

    def _turn(self) -> None:
        case = self._case
        head = say("decide.card", number=self.card + 1, count=len(self._cases), title=case.title)
        self._front.value = (
            f"<p><strong>{html.escape(head)}</strong></p><p>{html.escape(case.story)}</p>"
        )
        self._evidence.value = ""
        self._places.value = self._verbs.value = None
        self._tell(say("decide.choose"))

    def _counted(self) -> str:
        count = len(self._sourced(self._case.id))
        if not count:
            return say("decide.none", year=self.year)
        return say("decide.shown", count=count, year=self.year)

    def _answers_page(self) -> str:
        answers = self._sourced(self._case.id)
        if answers.empty:
            return ""
        return html.bullets(
            f"{html.escape(_told(row))} {_links(row)}" for row in answers.itertuples()
        )

    def _picture(self) -> Any:
        counts = self.compared()
        return paired(
            counts.assign(place=counts["place"].map(label)),
            row="place",
            column="verb",
            pair=("given", "sourced"),
            names=(say("decide.you"), say("decide.sourced")),
            rows_order=[label(name) for name in choices("place")],
            columns_order=choices("verb"),
            title=say("decide.picture", year=self.year),
        )

    def _draw(self) -> None:
        picture = self._picture()
        self.figure.show(picture.drawing)
        table = self.disputed().rename(
            columns={
                "card": say("decide.card.column"),
                "answers": say("decide.given"),
                "different": say("decide.different"),
                "share": say("decide.sides"),
                "contested": say("decide.contested.column"),
            }
        )
        caption = say("decide.disputed.caption")
        part = html.folded(say("decide.disputed"), html.table(table, caption))
        self._debate.value = f"<p>{html.escape(picture.summary)}</p>" + part

    def _tell(self, text: str) -> None:
        self._said.value = text


def _changed(year: int) -> int:
    """Count the cards whose sourced answers differ from those of the latest year."""
    sets = [
        valid_answers(one).groupby("case_id")["id"].agg(frozenset).to_dict()
        for one in (year, LATEST)
    ]
    return sum(sets[0].get(case) != sets[1].get(case) for case in load("decision_cases")["id"])


def _told(row: Any) -> str:
    return say(
        "decide.answer",
        place=label(row.place)[0].upper() + label(row.place)[1:],
        verb=row.verb,
        mark=say("decide.contested") if row.contested else "",
        reason=row.reason,
        document=row.document,
        paragraph=row.paragraph,
    )


def _links(row: Any) -> str:
    found = find_sources(row.source_ids)
    return ", ".join(html.link(one.address, one.title) for one in found.itertuples())


def _plain(cases: pd.DataFrame) -> html.Page:
    text = say("decide.plain", count=len(cases))
    items = (
        f"<strong>{html.escape(row.title)}.</strong> {html.escape(row.story)}"
        for row in cases.itertuples()
    )
    return html.Page(f"<p>{html.escape(text)}</p>{html.bullets(items)}", text, cases)


def _toggles(text: str, names: list[str]) -> widgets.ToggleButtons:
    return widgets.ToggleButtons(
        options=[(label(name), name) for name in names],
        value=None,
        description=text,
        style={"button_width": "auto", "description_width": "initial"},
    )


def _button(text: str, act: Any) -> widgets.Button:
    button = widgets.Button(description=text, layout=BUTTON)
    button.on_click(lambda _button: act())
    return button


def who_decides() -> DecisionGame:
    """Play "Who can decide this?": give each case a place and a verb, then compare.

    Returns
    -------
    DecisionGame
        Shown in a notebook with buttons. In a lesson that has not been run, the cases stand
        there as a list.

    Examples
    --------
    >>> game = who_decides()
    >>> game.answer("company", "decides")
    >>> game.compared()["given"].sum()
    np.int64(1)
    >>> game.set_year(2003)
    """
    return DecisionGame()


def decision_cards(year: int = LATEST) -> Printable:
    """Make the cards of the game for a room without computers, with the answers behind them.

    Parameters
    ----------
    year
        The answers hold at the end of this year.

    Returns
    -------
    Printable
        Shown in a notebook as the list of answers; ``.save("cards.html")`` writes the cards.

    Examples
    --------
    >>> decision_cards().table.columns.tolist()
    ['card', 'answer', 'contested']
    """
    cases = load("decision_cases")
    answers = valid_answers(year)
    titles = cases.set_index("id")["title"]
    table = pd.DataFrame(
        {
            "card": answers["case_id"].map(titles).tolist(),
            "answer": [_told(row) for row in answers.itertuples()],
            "contested": answers["contested"].tolist(),
        }
    )
    cards = "".join(
        f'<li class="card"><p><strong>{row.order}. {html.escape(row.title)}</strong></p>'
        f"<p>{html.escape(row.story)}</p></li>"
        for row in cases.itertuples()
    )
    lists = {
        say("decide.cards.places"): map(label, choices("place")),
        say("decide.cards.verbs"): choices("verb"),
    }
    words = "".join(
        f"<p><strong>{html.escape(name)}:</strong> {html.escape(', '.join(items))}</p>"
        for name, items in lists.items()
    )
    key = html.table(table, say("decide.cards.key.caption"))
    head = html.escape(say("decide.cards.key", year=year))
    body = (
        f"<p>{html.escape(say('decide.cards.how'))}</p>{words}"
        f'<ul class="cards">{cards}</ul><section class="sheet"><h2>{head}</h2>{key}</section>'
    )
    title = say("decide.cards.title")
    return Printable(key, title, table, document(title, body))
