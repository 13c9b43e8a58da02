"""The page of a country: its path beside its peers, what is known, and what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.data.registry import find
from infosoc.errors import UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.explore.country_facts import USERS, Facts, codes, facts, plain, states
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import peer_charts

#: Before this year nearly all figures are close to zero.
FIRST_YEAR = 1998
#: Dates of the Summit and its reviews.
MARKS = {2003: "Geneva", 2005: "Tunis", 2015: "WSIS+10", 2025: "WSIS+20"}
BUTTON = {"width": "auto", "align_self": "flex-start"}
#: With more figures missing than this, a country is called little known.
FEW_MISSING = 2


def country_report(name: str, other: str = "") -> Exhibit:
    """Make the page of a country, or of two side by side.

    Parameters
    ----------
    name
        Name of a member State of the United Nations or of an observer State, the short one or
        the one that the UN uses.
    other
        Name of a second one, or nothing.

    Returns
    -------
    Exhibit
        Internet use beside peers of like income; its table holds what is known, with year, kind
        and source of each figure; its ``gaps`` say what is not known. Save it with
        ``.save("my-country.html")``.

    Raises
    ------
    UnknownNameError
        If there is no such State; the message names the nearest one.

    Examples
    --------
    >>> report = country_report("Tuvalu", "Nauru")
    >>> report.table.columns.tolist()
    ['item', 'Tuvalu', 'Nauru', 'kind', 'source']
    >>> len(report.gaps) > 3
    True
    """
    chosen = dict(map(_state, filter(None, [name, other])))
    found = {called: facts(code) for code, called in chosen.items()}
    picture, group = _picture(chosen)
    gaps = dict.fromkeys(gap for known in found.values() for gap in known.gaps)
    ids = [one for known in found.values() for one in known.source_ids]
    return Exhibit(
        drawing=picture.drawing,
        title=picture.title,
        summary=" ".join([*_little(found), picture.summary, group]),
        table=_table(found),
        sources=find_sources(ids),
        gaps=tuple(gaps),
    )


def _state(name: str) -> tuple[str, str]:
    """Return code and short name of a State."""
    code = codes().get(plain(name))
    names = states().set_index("iso3")["name"]
    if code is None:
        raise UnknownNameError("State", name, names)
    return code, names[code]


def _picture(chosen: dict[str, str]) -> tuple[Exhibit, str]:
    """Return the lines before the peers of the first country, and who the peers are."""
    first, *more = chosen.values()
    code = next(iter(chosen))
    every = states()
    group = every.set_index("iso3").loc[code, "wb_income_group"]
    like = every if pd.isna(group) else every[every["wb_income_group"] == group]
    told = (
        say("country.peers.all")
        if pd.isna(group)
        else say("country.peers", count=len(like) - 1, group=group)
    )
    users = load(USERS)
    unit = next(column.unit for column in find(USERS).columns if column.name == "value") or ""
    title = (
        say("country.title.two", name=first, other=more[0])
        if more
        else say("country.title", name=first)
    )
    picture = peer_charts.peers(
        users[users["year"] >= FIRST_YEAR],
        chosen=chosen,
        among=set(like["iso3"]),
        title=title,
        unit=unit,
        marks=MARKS,
    )
    return picture, told


def _little(found: dict[str, Facts]) -> list[str]:
    total = len(load("country_items"))
    return [
        say("country.little", name=name, count=len(known.missing), total=total)
        for name, known in found.items()
        if len(known.missing) > FEW_MISSING
    ]


def _table(found: dict[str, Facts]) -> pd.DataFrame:
    items = list(dict.fromkeys(item for known in found.values() for item in known.rows))
    rows = []
    for item in items:
        known = [facts.rows.get(item) for facts in found.values()]
        _, kind, source = next(row for row in known if row)
        values = [row[0] if row else say("country.none") for row in known]
        rows.append([item, *values, kind, source])
    names = [say("country.item"), *found, say("country.kind"), say("country.source")]
    return pd.DataFrame(rows, columns=names)


class CountryPage(Live):
    """Fields for two countries above their page.

    Attributes
    ----------
    country, other
        Fields for the names.
    said
        Says what is shown, or what to type.
    figure
        The figure on the screen.
    report
        The page as an exhibit.
    """

    def __init__(self, name: str, other: str):
        self.report = country_report(name, other)
        self._names = sorted({*states()["name"], *states()["un_name"].dropna()})
        self._build(name, other)
        super().__init__(self._box, self._plain(name))
        self._show()

    def save(self, path: str | Path | None = None) -> Path:
        """Write the page as one HTML file that needs no network.

        Parameters
        ----------
        path
            Where to write it; by default named after the countries, beside the notebook.
        """
        names = [self.country.value, self.other.value]
        slug = "-".join("".join(c if c.isalnum() else "-" for c in n.lower()) for n in names if n)
        return self.report.save(path or f"{slug}.html")

    def _build(self, name: str, other: str) -> None:
        self.country = widgets.Combobox(
            value=name, options=self._names, description=say("country.choose")
        )
        self.other = widgets.Combobox(
            value=other,
            options=self._names,
            description=say("country.beside"),
            placeholder=say("country.beside.nobody"),
        )
        self.said = StatusLine()
        self._saved = StatusLine()
        self._evidence = widgets.HTML()
        self.figure = LiveFigure(self.report.drawing)
        button = widgets.Button(description=say("country.save"), layout=BUTTON)
        button.on_click(lambda _button: self._save())
        fields = widgets.HBox([self.country, self.other], layout={"flex_flow": "row wrap"})
        self._box = widgets.VBox(
            [fields, self.said, self.figure, self._evidence, button, self._saved]
        )
        for control in (self.country, self.other):
            control.observe(self._changed, names="value")

    def _changed(self, _change: Any) -> None:
        names = [self.country.value.strip(), self.other.value.strip()]
        unknown = [name for name in names if name and plain(name) not in codes()]
        if unknown or not names[0]:
            # Letters are still being typed, or the name is not in the list.
            text = say("country.unknown", name=unknown[0]) if unknown else say("country.type")
            self.said.value = text
            return
        self.report = country_report(*names)
        self._show()

    def _show(self) -> None:
        self._saved.value = ""
        self.said.value = self.report.summary
        self.figure.show(self.report.drawing)
        self._evidence.value = _evidence(self.report)

    def _save(self) -> None:
        try:
            text = say("country.saved", place=self.save())
        except OSError as error:
            text = say("country.not_saved", error=error)
        self._saved.value = text

    def _plain(self, name: str) -> html.Page:
        text = say("country.plain", count=len(states()), name=name)
        body = f"<p>{html.escape(text)}</p><p>{html.escape(self.report.summary)}</p>"
        return html.Page(body + _gaps(self.report), text, self.report.table)


def _evidence(report: Exhibit) -> str:
    """Return the table, the box of what is not known and the sources of a page."""
    links = html.bullets(
        f"{html.link(row.address, row.title)}, {html.escape(row.publisher)}"
        for row in report.sources.itertuples()
    )
    return (
        html.table(report.table, f"{report.title}.")
        + _gaps(report)
        + html.folded(say("evidence.sources", count=len(report.sources)), links)
    )


def _gaps(report: Exhibit) -> str:
    head = f"<p><strong>{html.escape(say('evidence.gaps'))}</strong></p>"
    return head + html.bullets(map(html.escape, report.gaps))


def your_country(name: str = "Kenya", other: str = "") -> CountryPage:
    """Choose a country by typing and see its page; put another one beside it.

    Parameters
    ----------
    name
        Name of the country at the start.
    other
        Name of another one, or nothing.

    Returns
    -------
    CountryPage
        Shown in a notebook as two fields above a line chart, a table, a box of what is not known
        and a button that saves the page. In a lesson that has not been run, what is
        known least about the first country stands there: the sentence and the box.

    Raises
    ------
    UnknownNameError
        If there is no such State.

    Examples
    --------
    >>> page = your_country("Kenya")
    >>> page.other.value = "Nauru"
    >>> "Nauru" in page.report.title
    True
    """
    return CountryPage(name, other)
