"""Several indicators at once for a country of the reader's choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import sources
from infosoc.drawing import Drawing
from infosoc.explore.figure_widget import MOST_KEPT, LiveFigure
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import profiles


class ProfileExplorer(Live):
    """A field for a country, and its profile below.

    Attributes
    ----------
    country
        Field for the country, with the names to choose from.
    said
        Says in words where the country stands, and what is not known.
    figure
        The plotly figure.
    """

    def __init__(self, tables: Mapping[str, str | None], country: str, title: str):
        self._tables = dict(tables)
        self._title = title
        self._strips = found = profiles.strips(self._tables, country)
        self._countries = load("countries")[["iso3", "name", "un_subregion"]].astype("object")
        self._names = sorted(self._countries["name"])
        self.country = widgets.Combobox(
            value=country,
            options=self._names,
            description=say("explore.countries.country"),
            ensure_option=False,
        )
        self.said = StatusLine(value=profiles.in_words(found, country))
        self.figure = LiveFigure(self._drawn(found, country))
        evidence = widgets.HTML(_sources_line(self._tables))
        box = widgets.VBox([self.country, self.said, self.figure, evidence])
        self.country.observe(self._changed, names="value")
        # Of a country that was shown before, the picture is there at once.
        self._turned = lru_cache(MOST_KEPT)(self._turn)
        super().__init__(box, self._plain())

    def _drawn(self, found: list[profiles.Strip], country: str) -> Drawing:
        title = say("explore.countries.picture", title=self._title, table=country)
        return profiles.draw(found, country, title, live=True)

    def _turn(self, country: str) -> tuple[Drawing, str]:
        """Return the picture and the words of a country."""
        found = profiles.turned(self._strips, country, self._countries)
        return self._drawn(found, country), profiles.in_words(found, country)

    def _changed(self, _change: Any) -> None:
        country = self.country.value
        if country not in self._names:
            # Letters are still being typed, or the name is not in the list.
            self.said.value = say("explore.countries.type")
            return
        drawing, words = self._turned(country)
        self.figure.show(drawing)
        self.said.value = words

    def _plain(self) -> html.Page:
        names = ", ".join(self._tables)
        text = say("explore.profile.plain", title=self._title, names=names)
        table = pd.DataFrame({"strip": list(self._tables), "table": list(self._tables.values())})
        return html.Page(f"<p>{html.escape(text)}</p>", text, table)


def profile(
    tables: Mapping[str, str | None], *, country: str, title: str | None = None
) -> ProfileExplorer:
    """Choose a country and see where it stands in several indicators.

    Parameters
    ----------
    tables
        Name of each strip and its table, as for :func:`infosoc.plot.profile`.
    country
        Name of the country at the start.
    title
        Title of the picture; by default "Your country".

    Returns
    -------
    ProfileExplorer
        Shown in a notebook as a field above the picture.

    Raises
    ------
    UnknownNameError
        If a table or the country does not exist.
    TableShapeError
        If there are no strips, or a table holds no figures by country.

    Examples
    --------
    >>> explorer = profile({"Access": "internet_users"}, country="Kenya")
    >>> explorer.country.value = "Tuvalu"
    >>> "Profile of Tuvalu" in explorer.said.value
    True
    """
    return ProfileExplorer(tables, country, title or say("explore.countries.title"))


def _sources_line(tables: Mapping[str, str | None]) -> str:
    links = ", ".join(
        html.link(row.address, row.title)
        for table in tables.values()
        if table
        for row in sources(table).itertuples()
    )
    return f"<p>{html.escape(say('explore.countries.source'))} {links}</p>"
