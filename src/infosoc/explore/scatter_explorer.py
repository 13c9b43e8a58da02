"""Two figures of all countries, year by year: choose one figure and move the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.registry import find
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.explore.country_explorer import checked, sources_line
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.slider_names import SliderNames
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import scatter_charts

#: What use of the Internet can be set against.
TABLES = ("electricity_access", "gdp_per_person", "adult_literacy")
#: Figures that differ by ratios: equal steps on their axis are equal ratios.
BY_RATIO = ("gdp_per_person",)
#: Figures that come from surveys or a census now and then: how many years old one may be.
OLD = {"adult_literacy": 5}
#: A year is offered when at least so many countries have both figures.
FEWEST = 20
#: Before 2000 few countries have both figures, and most of those are zeros.
FIRST_YEAR = 2000


class ScatterExplorer(Live):
    """A figure to choose, a slider for the year and a country to point out.

    Attributes
    ----------
    across
        A toggle button for each figure on the axis from left to right.
    year
        The slider.
    country
        The field for the country that gets a ring.
    said
        Says in words what the picture shows.
    figure
        The figure on the screen.
    """

    def __init__(
        self,
        tables: Sequence[str],
        against: str,
        group: str,
        named: Sequence[str],
        old: Mapping[str, int],
        title: str,
    ):
        self._countries = load("countries").set_index("iso3")
        if group not in self._countries.columns:
            raise UnknownNameError("column of the table countries", group, self._countries.columns)
        self._group, self._named, self._title = group, list(named), title
        self._codes = {name: code for code, name in self._countries["name"].items()}
        for name in named:
            if name not in self._codes:
                raise UnknownNameError("country", name, self._codes)
        self._against = find(against)
        self._pairs = {
            name: _pairs(checked(name), checked(against), old.get(name, 0)) for name in tables
        }
        for name, pairs in self._pairs.items():
            if pairs.empty:
                raise TableShapeError(f"{name!r} and {against!r} share no year with {FEWEST} rows.")
        self._old = dict(old)
        self._build(tables)
        super().__init__(self._box, self._plain())
        self._redraw()

    def _build(self, tables: Sequence[str]) -> None:
        titles = [(find(name).title, name) for name in tables]
        self.across = widgets.ToggleButtons(
            options=titles, style={"button_width": "auto"}, layout={"width": "auto"}
        )
        first, last = self._years()
        self.year = widgets.IntSlider(
            value=last,
            min=first,
            max=last,
            description=say("explore.scatter.year"),
            continuous_update=False,
            layout={"width": "auto", "max_width": "640px"},
        )
        self.country = widgets.Combobox(
            options=sorted(self._codes),
            description=say("finder.find"),
            placeholder=say("finder.placeholder"),
            ensure_option=False,
        )
        self.said = StatusLine()
        self._evidence = widgets.HTML()
        self.figure = LiveFigure(self._drawn(self.shown()))
        self._box = widgets.VBox(
            [
                self.across,
                self.year,
                self.country,
                self.said,
                self.figure,
                SliderNames(),
                self._evidence,
            ]
        )
        self._paused = False
        self.across.observe(self._chosen, names="value")
        self.year.observe(self._changed, names="value")
        self.country.observe(lambda _change: self._point_out(self._rows), names="value")

    def _years(self) -> tuple[int, int]:
        years = self._pairs[self.across.value]["year"]
        return int(years.min()), int(years.max())

    def shown(self) -> pd.DataFrame:
        """Return the countries with both figures: ``country``, the group, ``x``, ``x_year``, ``y``.

        ``x_year`` is the year of the figure ``x``, which may be older where surveys are rare.
        """
        pairs = self._pairs[self.across.value]
        rows = pairs[pairs["year"] == self.year.value]
        return rows.assign(
            country=rows["country_iso3"].map(self._countries["name"]),
            **{self._group: rows["country_iso3"].map(self._countries[self._group])},
        )

    def _chosen(self, _change: Any) -> None:
        first, last = self._years()
        self._paused = True
        try:
            # The lower end may never pass the upper one on the way.
            self.year.min, self.year.max = min(first, self.year.min), max(last, self.year.max)
            self.year.value = min(max(self.year.value, first), last)
            self.year.min, self.year.max = first, last
        finally:
            self._paused = False
        self._redraw()

    def _changed(self, _change: Any) -> None:
        if not self._paused:
            self._redraw()

    def _redraw(self) -> None:
        self._rows = self.shown()
        with self.figure.hold_sync():
            self.figure.show(self._drawn(self._rows))
            self._point_out(self._rows)
        self._evidence.value = "".join(
            sources_line(table) for table in (self.across.value, self._against.name)
        )

    def _point_out(self, rows: pd.DataFrame) -> None:
        name = self.country.value.strip()
        found = rows[rows["country"] == name]
        across, up = self._axes()
        shapes = [] if found.empty else scatter_charts.pointer(found.iloc[0], across, up, name)
        self.figure.over = {"shapes": shapes}
        self.said.value = self._words(rows, name)

    def _axes(self) -> tuple[scatter_charts.Axis, scatter_charts.Axis]:
        name = self.across.value
        pairs = self._pairs[name]
        log = name in BY_RATIO
        x_unit, y_unit = _unit(name), _unit(self._against.name)
        # The axes stay the same in all years, so that only the marks move.
        return (
            scatter_charts.Axis(
                "x", find(name).title, x_unit, log, scatter_charts.reach(pairs["x"], x_unit, log)
            ),
            scatter_charts.Axis(
                "y",
                self._against.title,
                y_unit,
                bounds=scatter_charts.reach(pairs["y"], y_unit, False),
            ),
        )

    def _drawn(self, rows: pd.DataFrame) -> Drawing:
        across, up = self._axes()
        groups = [html.words(one) for one in sorted(self._countries[self._group].dropna().unique())]
        known = scatter_charts.complete(rows, "x", "y", self._group)
        title = say("explore.scatter.picture", title=self._title, year=self.year.value)
        # A country without a group stands last, and only where there is one.
        others = sorted(set(known[self._group]) - set(groups))
        return scatter_charts.draw(
            known,
            across,
            up,
            "country",
            self._group,
            title,
            self._named,
            groups=[*groups, *others],
        )

    def _words(self, rows: pd.DataFrame, name: str) -> str:
        across, up = self._axes()
        parts = [
            say("explore.scatter.year_is", year=self.year.value),
            scatter_charts.in_words(rows, across, up, "country", 0),
        ]
        old = self._old.get(self.across.value, 0)
        if old:
            parts.append(say("explore.scatter.old", table=across.title, years=old))
        if name:
            parts.append(self._about(rows, name))
        return " ".join(parts)

    def _about(self, rows: pd.DataFrame, name: str) -> str:
        if name not in self._codes:
            return say("finder.unknown", name=name)
        found = rows[rows["country"] == name]
        if found.empty:
            return say("explore.scatter.unknown", name=name)
        row = found.iloc[0]
        across, up = self._axes()
        return say(
            "explore.scatter.country",
            name=name,
            x=f"{html.number(row['x'])} {across.unit}",
            x_year=row["x_year"],
            y=f"{html.number(row['y'])} {up.unit}",
        )

    def _plain(self) -> html.Page:
        names = ", ".join(find(name).title for name in self._pairs)
        text = say(
            "explore.scatter.plain", title=self._title, names=names, table=self._against.title
        )
        return html.Page(f"<p>{html.escape(text)}</p>", text, self.shown())


def scatter(
    tables: Sequence[str] = TABLES,
    *,
    against: str = "internet_users",
    group: str = "un_region",
    named: Sequence[str] = (),
    old: Mapping[str, int] = OLD,
    title: str | None = None,
) -> ScatterExplorer:
    """Set a figure of all countries against another one, year by year.

    The axes stay the same in all years, so that only the marks move. A country without both
    figures is not drawn. Where figures come from surveys that are rare, the newest one of a few
    years is taken, and the words say so; nothing is estimated.

    Parameters
    ----------
    tables
        Names of tables with the columns ``country_iso3``, ``year`` and ``value``, to choose from.
    against
        The table on the axis that goes up.
    group
        Column of the table ``countries`` that gives marks their colour and symbol.
    named
        Countries whose names are written beside their marks.
    old
        For each table how many years old a figure may be; 0 where it is not named.
    title
        Title of the picture; by default "Does it go together?".

    Returns
    -------
    ScatterExplorer
        Shown in a notebook as controls above a scatter chart.

    Raises
    ------
    UnknownNameError
        If a table, a country or the group does not exist.
    TableShapeError
        If a table holds no country figures, or two tables share no year.

    Examples
    --------
    >>> explorer = scatter(["electricity_access"])
    >>> explorer.year.value = 2015
    >>> row = explorer.shown().set_index("country").loc["Kenya"]
    >>> bool(0 < row["y"] < 100)
    True
    """
    chosen = title or say("explore.scatter.title")
    return ScatterExplorer(tables, against, group, named, old, chosen)


def _unit(table: str) -> str:
    return next(column.unit for column in find(table).columns if column.name == "value") or ""


def _pairs(across: pd.DataFrame, up: pd.DataFrame, old: int) -> pd.DataFrame:
    """Return rows with both figures: the newest ``x`` that is at most ``old`` years older."""
    right = across.rename(columns={"value": "x", "year": "x_year"}).sort_values("x_year")
    left = up.rename(columns={"value": "y"}).sort_values("year")
    both = pd.merge_asof(
        left,
        right,
        left_on="year",
        right_on="x_year",
        by="country_iso3",
        tolerance=old,
    ).dropna(subset=["x", "y"])
    both = both[both["year"] >= FIRST_YEAR]
    both["x_year"] = both["x_year"].astype(int)
    many = both["country_iso3"].groupby(both["year"]).transform("size") >= FEWEST
    return both[many].sort_values(["year", "country_iso3"], ignore_index=True)
