"""One country beside another, its region and the world, for a chosen indicator."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import sources
from infosoc.data.registry import find
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.explore.figure_widget import MOST_KEPT, LiveFigure
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import style, trends

#: Country figures that can be compared.
INDICATORS = (
    "internet_users",
    "electricity_access",
    "adult_literacy",
    "freedom_of_expression",
)
#: Height of a picture without any figure.
NOTHING = 120
#: A median needs at least so many countries, and half of those that ever have a figure: in a
#: year with few figures it would tell of those few only.
FEWEST = 3
LEAST_SHARE = 0.5
#: Groups that can stand beside a country: the column of the table ``countries``. A column of
#: yes and no is a group of its own; otherwise the group is that of the country.
GROUPS = {
    "region": "un_subregion",
    "income": "wb_income_group",
    "least-developed": "ldc",
    "islands": "sids",
    "landlocked": "lldc",
}


class CountryExplorer(Live):
    """Controls for one indicator, a country and another one beside it.

    Attributes
    ----------
    indicators
        A toggle button for each indicator.
    country, other
        Fields for the two countries, with the names to choose from.
    group
        A toggle button for each group, where there is a choice.
    said
        Says the latest figures in words, and what is not known.
    figure
        The plotly figure.
    """

    def __init__(
        self, tables: Sequence[str], country: str, other: str, groups: Sequence[str], title: str
    ):
        self._tables = {name: checked(name) for name in tables}
        for group in groups:
            if group not in GROUPS:
                raise UnknownNameError("group of countries", group, GROUPS)
        self._groups = list(groups)
        self._countries = load("countries").set_index("iso3")
        self._codes = {name: code for code, name in self._countries["name"].items()}
        self._title = title
        self._check(country)
        if other:
            self._check(other)
        # A reader who changes the country waits for nothing that stays the same.
        self._wide = cache(self._wide_table)
        self._middle = cache(self._median_line)
        self._sources = cache(sources_line)
        # What was shown before is there at once.
        self._shown = lru_cache(MOST_KEPT)(self._show)
        self._build(country, other)
        super().__init__(self._box, self._plain())
        self._redraw()

    def _check(self, name: str) -> None:
        if name not in self._codes:
            raise UnknownNameError("country", name, self._codes)

    def _build(self, country: str, other: str) -> None:
        titles = [(find(name).title, name) for name in self._tables]
        self.indicators = widgets.ToggleButtons(
            options=titles, style={"button_width": "auto"}, layout={"width": "auto"}
        )
        names = sorted(self._codes)
        self.country = widgets.Combobox(
            value=country,
            options=names,
            description=say("explore.countries.country"),
            ensure_option=False,
        )
        self.other = widgets.Combobox(
            value=other,
            options=names,
            description=say("explore.countries.other"),
            placeholder=say("explore.countries.nobody"),
        )
        self.group = widgets.ToggleButtons(
            options=[(_group_title(group), group) for group in self._groups],
            description=say("explore.countries.group"),
            style={"button_width": "auto"},
            layout={"width": "auto"},
        )
        self.said = StatusLine()
        self._evidence = widgets.HTML()
        self.figure = LiveFigure(style.figure([], "", trends.HEIGHT))
        fields = widgets.HBox([self.country, self.other], layout={"flex_flow": "row wrap"})
        # One choice is no choice: then there is no button for it.
        several = [self.group] if len(self._groups) > 1 else []
        indicators = [self.indicators] if len(self._tables) > 1 else []
        self._box = widgets.VBox(
            [*indicators, fields, *several, self.said, self.figure, self._evidence]
        )
        for control in (self.indicators, self.country, self.other, self.group):
            control.observe(self._changed, names="value")

    def lines(self) -> dict[str, pd.Series]:
        """Return the lines that the controls ask for, by name; a line may be empty."""
        table = self.indicators.value
        wide = self._wide(table)
        code = self._codes[self.country.value]
        found = {self.country.value: _column(wide, code)}
        if self.other.value and self.other.value != self.country.value:
            found[self.other.value] = _column(wide, self._codes[self.other.value])
        name, members = self._members(code)
        if name:
            found[say("explore.countries.region", region=name)] = self._middle(table, members)
        found[say("explore.countries.all")] = self._middle(table, tuple(wide.columns))
        return found

    def _wide_table(self, table: str) -> pd.DataFrame:
        """Return a row for each year and a column for each country."""
        return self._tables[table].pivot(index="year", columns="country_iso3", values="value")

    def _median_line(self, table: str, codes: tuple[str, ...]) -> pd.Series:
        return _median(self._wide(table), codes)

    def _members(self, code: str) -> tuple[str, tuple[str, ...]]:
        """Return the name and the members of the chosen group; no name where there is none."""
        column = self._countries[GROUPS[self.group.value]]
        if column.dtype == "boolean":
            return _group_title(self.group.value), tuple(column.index[column.fillna(False)])
        own = column[code]
        return (own, tuple(column.index[column == own])) if isinstance(own, str) else ("", ())

    def _changed(self, _change: Any) -> None:
        unknown = [
            field.value
            for field in (self.country, self.other)
            if field.value and field.value not in self._codes
        ]
        if unknown or not self.country.value:
            # Letters are still being typed, or the name is not in the list.
            self._say(say("explore.countries.type"))
            return
        self._redraw()

    def _redraw(self) -> None:
        table = self.indicators.value
        drawing, words = self._shown(table, self.country.value, self.other.value, self.group.value)
        self.figure.show(drawing)
        self._say(words)
        self._evidence.value = self._sources(table)

    def _show(self, name: str, *_choices: str) -> tuple[Drawing, str]:
        """Return the picture and the words of what the controls ask for.

        The choices are the controls' own: what is kept is found again by them.
        """
        table = find(name)
        unit = next(column.unit for column in table.columns if column.name == "value") or ""
        lines = {name: line.dropna() for name, line in self.lines().items()}
        title = say("explore.countries.picture", title=self._title, table=table.title)
        return _drawn(lines, title, unit), _in_words(lines, table.title, unit)

    def _say(self, text: str) -> None:
        self.said.value = text

    def _plain(self) -> html.Page:
        names = ", ".join(find(name).title for name in self._tables)
        text = say("explore.countries.plain", title=self._title, names=names)
        return html.Page(f"<p>{html.escape(text)}</p>", text, pd.DataFrame({"table": self._tables}))


def countries(
    tables: Sequence[str] = INDICATORS,
    *,
    country: str = "Kenya",
    other: str = "",
    groups: Sequence[str] = ("region",),
    title: str | None = None,
) -> CountryExplorer:
    """Compare a country with another one, a group and all countries.

    The median is the country in the middle: half of the countries with a figure have more, half
    have less. It counts every country once, however many people live there.

    Parameters
    ----------
    tables
        Names of tables with the columns ``country_iso3``, ``year`` and ``value``.
    country
        Name of the country at the start.
    other
        Name of another country, or nothing.
    groups
        Groups to choose from: ``"region"`` and ``"income"``, the country's own;
        ``"least-developed"``, ``"islands"`` and ``"landlocked"``, the lists of the UN.
    title
        Title of the picture; by default "Your country".

    Returns
    -------
    CountryExplorer
        Shown in a notebook as controls above a line chart.

    Raises
    ------
    UnknownNameError
        If a table, a country or a group does not exist.
    TableShapeError
        If a table holds no country figures.

    Examples
    --------
    >>> explorer = countries(["internet_users"], country="Kenya")
    >>> sorted(explorer.lines())
    ['Kenya', 'Median, Sub-Saharan Africa', 'Median, all countries']
    """
    return CountryExplorer(tables, country, other, groups, title or say("explore.countries.title"))


def _group_title(group: str) -> str:
    titles = {
        "region": say("explore.countries.group.region"),
        "income": say("explore.countries.group.income"),
        "least-developed": say("explore.countries.group.least_developed"),
        "islands": say("explore.countries.group.islands"),
        "landlocked": say("explore.countries.group.landlocked"),
    }
    return titles[group]


def checked(name: str) -> pd.DataFrame:
    """Return a table of figures by country and year."""
    frame = load(name)
    if not {"country_iso3", "year", "value"} <= set(frame.columns):
        raise TableShapeError(f"The table {name!r} holds no figures by country and year.")
    return frame


def _column(wide: pd.DataFrame, code: str) -> pd.Series:
    return wide[code] if code in wide else pd.Series(dtype=float)


def _median(wide: pd.DataFrame, codes: Sequence[str]) -> pd.Series:
    """Return the median of the countries with a figure, for years with enough of them."""
    chosen = wide[[code for code in codes if code in wide]]
    least = max(FEWEST, LEAST_SHARE * len(chosen.columns))
    enough = chosen.notna().sum(axis=1) >= least
    return chosen[enough].median(axis=1)


def _drawn(lines: dict[str, pd.Series], title: str, unit: str) -> Drawing:
    """Draw the lines that have a figure, or say in the picture that none has."""
    known = {name: line for name, line in lines.items() if len(line)}
    if not known:
        axis = {"visible": False}
        words = {
            "text": say("explore.countries.nothing"),
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 1,
            "showarrow": False,
            "font": {"size": 13, "color": style.INK},
        }
        look = {"xaxis": axis, "yaxis": axis, "annotations": [words]}
        return style.figure([], html.escape(title), NOTHING, **look)
    first = min(line.index.min() for line in known.values())
    last = max(line.index.max() for line in known.values())
    wide = pd.DataFrame(known, index=range(first, last + 1))
    names = {name: name for name in wide.columns}
    return trends.draw(wide, names, title, unit, trends.limits(wide, unit), live=True)


def _in_words(lines: dict[str, pd.Series], what: str, unit: str) -> str:
    parts = []
    for name, line in lines.items():
        if len(line):
            figure = {"value": html.number(line.iloc[-1]), "year": line.index[-1]}
            parts.append(say("explore.countries.value", name=name, **figure))
        else:
            parts.append(say("explore.countries.unknown", name=name))
    return " ".join([say("explore.countries.latest", table=what, unit=unit), *parts])


def sources_line(table: str) -> str:
    """Return the sources of a table as a line of HTML."""
    links = ", ".join(html.link(row.address, row.title) for row in sources(table).itertuples())
    return f"<p>{html.escape(say('explore.countries.source'))} {links}</p>"
