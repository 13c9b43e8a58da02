"""Two maps side by side in one search: type a country, and both point it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import maps


class MapFinder(Live):
    """A field for the name of a country, a world map and a tile map.

    Attributes
    ----------
    country
        The field for the name.
    said
        Says what the table says about the country.
    world, tiles
        The figures on the screen.
    table
        One row for each State: ``country``, the value and ``class``.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        value: str,
        country: str,
        breaks: Sequence[float] | None,
        unit: str,
        title: str,
        missing: str,
    ):
        told: dict[str, Any] = {"value": value, "country": country, "breaks": breaks}
        told |= {"unit": unit, "missing": missing}
        self._missing = missing
        shapes = maps.world_map(frame, title=title, **told)
        squares = maps.tile_map(frame, title=title, **told)
        self.table = squares.table
        countries = load("countries")
        states = countries[countries["un_state"].fillna(False)]
        self._codes = dict(zip(states["name"], states["iso3"], strict=True))
        self.world, self.tiles = LiveFigure(shapes.drawing), LiveFigure(squares.drawing)
        self.country = widgets.Combobox(
            options=sorted(self._codes),
            description=say("finder.find"),
            placeholder=say("finder.placeholder"),
            ensure_option=False,
        )
        self.said = StatusLine()
        self.country.observe(self._changed, names="value")
        rows = html.folded(say("finder.table"), html.table(self.table, f"{title}."))
        box = widgets.VBox([self.country, self.said, self.world, self.tiles, widgets.HTML(rows)])
        text = say("finder.plain", title=title, count=len(self._codes))
        plain = html.Page(f"<p>{html.escape(text)}</p>{rows}", text, self.table)
        super().__init__(box, plain)
        self._say(say("finder.type"))

    @property
    def _both(self) -> tuple[LiveFigure, LiveFigure]:
        return self.world, self.tiles

    def _changed(self, _change: Any) -> None:
        name = self.country.value.strip()
        if name not in self._codes:
            # Letters are still being typed, or the name is not in the list.
            self._point_out("")
            self._say(say("finder.unknown", name=name) if name else say("finder.type"))
            return
        self._point_out(self._codes[name])
        row = self.table[self.table["country"] == name].iloc[0]
        value = row.iloc[1]
        shown = self._missing if pd.isna(value) else html.words(html.cell_text(value))
        self._say(say("finder.found", name=name, what=self.table.columns[1], value=shown))

    def _point_out(self, code: str) -> None:
        pointers = (maps.world_pointer(code), maps.tile_pointer(code)) if code else ([], [])
        for figure, pointer in zip(self._both, pointers, strict=True):
            figure.over = {"shapes": pointer}

    def _say(self, text: str) -> None:
        self.said.value = text


def find_on_maps(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    country: str = "country_iso3",
    breaks: Sequence[float] | None = None,
    unit: str = "",
    title: str = "",
    missing: str = "",
) -> MapFinder:
    """Find a State on a world map and on a tile map by typing its name.

    Parameters
    ----------
    frame, value, country, breaks, unit, missing
        As for :func:`infosoc.plot.world_map`.
    title
        Title of both maps; by default "World map".

    Returns
    -------
    MapFinder
        Shown in a notebook as a field above two maps. In a lesson that has not been run, a
        sentence and the whole table stand there.

    Raises
    ------
    UnknownNameError
        If a column or a country does not exist.
    TableShapeError
        If there are no rows, a country comes twice, or there are too many classes.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users")
    >>> finder = find_on_maps(users[users.year == 2023], breaks=[25, 50, 75], unit="percent")
    >>> finder.country.value = "Tuvalu"
    >>> "Tuvalu" in finder.said.value
    True
    """
    names = (title or say("map.world"), missing or say("map.unknown"))
    return MapFinder(frame, value, country, breaks, unit, *names)
