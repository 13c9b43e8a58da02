"""One country in several indicators at once: where it stands among all others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources, sources
from infosoc.data.registry import find
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import style

STRIP, HEAD, FOOT = 118, 56, 40
#: Heights within a strip: its name, the country's label, the dots, and the medians' labels.
NAME, OWN, DOTS, BELOW, LOWEST = 12, 42, 62, 84, 102
#: A median needs at least so many countries.
FEWEST = 3
#: The country, the median of its region, and that of all: colour and symbol.
OWN_LOOK, REGION_LOOK, ALL_LOOK = style.MARKS[1], style.MARKS[2], style.MARKS[0]


@dataclass(frozen=True)
class Strip:
    """One indicator: the latest figure of each country, by code, and what they are compared with.

    Attributes
    ----------
    name
        Name that the reader gave it.
    table
        Name of its table; nothing where no figure by country is known.
    unit
        Unit of the figures.
    figures, years
        Latest figure of each country and its year, by ISO code.
    own
        Code of the country.
    region
        Codes of the countries of the same region.
    """

    name: str
    table: str | None
    unit: str
    figures: pd.Series
    years: pd.Series
    own: str
    region: frozenset[str]

    @property
    def value(self) -> float:
        """The country's figure, or not a number."""
        return float(self.figures.get(self.own, float("nan")))

    @property
    def of_region(self) -> float:
        """The median of the region, or not a number where too few countries have a figure."""
        return _median(self.figures[self.figures.index.isin(self.region)])

    @property
    def of_all(self) -> float:
        """The median of all countries with a figure."""
        return _median(self.figures)

    @property
    def below(self) -> float:
        """How many of every hundred countries with a figure have a lower one."""
        return float((self.figures < self.value).mean() * 100)


def profile(tables: Mapping[str, str | None], *, country: str, title: str = "") -> Exhibit:
    """Draw one country in several indicators, each on a scale of its own.

    Each dot is a country, with its latest figure. Three marks point out the country that was
    asked for, the median of its region (of the UN's subregions) and the median of all countries.
    A median counts every country once, however many people live there. Where nothing is known,
    the strip says so.

    Parameters
    ----------
    tables
        Name of each strip and its table, with the columns ``country_iso3``, ``year`` and
        ``value``; ``None`` where no figure by country is known.
    country
        Name of the country.
    title
        Title of the picture; by default the name of the country.

    Returns
    -------
    Exhibit
        Its table has a row for each strip: the country's figure and year, both medians, and how
        many of every hundred countries have less.

    Raises
    ------
    UnknownNameError
        If a table or the country does not exist.
    TableShapeError
        If there are no strips, or a table holds no figures by country.

    Examples
    --------
    >>> kenya = profile({"Access": "internet_users", "Diversity": None}, country="Kenya")
    >>> kenya.table["strip"].tolist()
    ['Access', 'Diversity']
    >>> "Not known: Diversity." in kenya.summary
    True
    """
    found = strips(tables, country)
    title = title or say("profile.title", country=country)
    known = [one for one in tables.values() if one]
    ids = list(dict.fromkeys(source for one in known for source in sources(one)["id"]))
    return Exhibit(
        drawing=draw(found, country, title),
        title=title,
        summary=in_words(found, country),
        table=_table(found),
        sources=find_sources(ids),
    )


def strips(tables: Mapping[str, str | None], country: str) -> list[Strip]:
    """Return what a profile of the country is drawn from.

    Parameters
    ----------
    tables
        Name of each strip and its table, or nothing.
    country
        Name of the country.
    """
    if not tables:
        raise TableShapeError("There is nothing to draw: the profile has no strips.")
    places = load("countries").set_index("iso3")
    codes = {name: code for code, name in places["name"].items()}
    if country not in codes:
        raise UnknownNameError("country", country, codes)
    own = codes[country]
    region = places.loc[own, "un_subregion"]
    near = frozenset(places.index[places["un_subregion"] == region]) if region else frozenset()
    return [_strip(name, table, own, near) for name, table in tables.items()]


def _strip(name: str, table: str | None, own: str, region: frozenset[str]) -> Strip:
    if table is None:
        nothing = pd.Series(dtype=float)
        return Strip(name, None, "", nothing, nothing, own, region)
    frame = load(table)
    if not {"country_iso3", "year", "value"} <= set(frame.columns):
        raise TableShapeError(f"The table {table!r} holds no figures by country and year.")
    latest = frame.dropna(subset=["value"]).sort_values("year", kind="stable")
    latest = latest.groupby("country_iso3", observed=True).last()
    unit = next(column.unit for column in find(table).columns if column.name == "value") or ""
    return Strip(name, table, unit, latest["value"].astype(float), latest["year"], own, region)


def _median(figures: pd.Series) -> float:
    return float(figures.median()) if len(figures) >= FEWEST else float("nan")


def _number(value: float) -> str:
    return say("bars.unknown") if np.isnan(value) else f"{value:,.3g}"


def _table(found: list[Strip]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "strip": [one.name for one in found],
            "indicator": [find(one.table).title if one.table else "" for one in found],
            "figure": [_number(one.value) for one in found],
            "year": [str(one.years.get(one.own, "")) for one in found],
            "median of the region": [_number(one.of_region) for one in found],
            "median of all": [_number(one.of_all) for one in found],
            "countries with less, of 100": [
                "" if np.isnan(one.value) else f"{one.below:.0f}" for one in found
            ],
        }
    )


def in_words(found: list[Strip], country: str) -> str:
    """Say where a country stands in each strip, and what is not known.

    Parameters
    ----------
    found
        What :func:`strips` returned.
    country
        Name of the country.
    """
    known = [one for one in found if not np.isnan(one.value)]
    parts = [say("profile.head", country=country, count=len(found))]
    parts += [
        say(
            "profile.part",
            name=one.name,
            value=_number(one.value),
            year=one.years[one.own],
            below=f"{one.below:.0f}",
        )
        for one in known
    ]
    unknown = [one.name for one in found if np.isnan(one.value)]
    if unknown:
        parts.append(say("profile.unknown", names=", ".join(unknown)))
    return " ".join(parts)


def draw(found: list[Strip], country: str, title: str) -> Drawing:
    """Draw the strips of a profile below each other.

    Parameters
    ----------
    found
        What :func:`strips` returned.
    country
        Name of the country.
    title
        Title of the picture.
    """
    height = STRIP * len(found)
    notes = [note for place, one in enumerate(found) for note in _notes(one, place * STRIP)]
    return style.figure(
        [_dots(found), *_marks(found, country)],
        html.escape(title),
        height=height + HEAD + FOOT,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={"range": [-0.04, 1.04], "visible": False, "fixedrange": True},
        yaxis={
            "range": [height, 0],
            **style.lane_axis(
                {place * STRIP + NAME: (one.name, 7) for place, one in enumerate(found)}
            ),
        },
        shapes=_bands(len(found)),
        annotations=notes,
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT},
        hovermode="closest",
    )


def _ends(one: Strip) -> tuple[float, float]:
    """Return the ends of a strip's scale: the whole scale for shares of a whole."""
    low = min(0.0, float(one.figures.min()))
    high = 100.0 if one.unit.startswith("percent") else float(one.figures.max())
    return low, max(high, low + 1e-9)


def _place(one: Strip, value: Any) -> Any:
    low, high = _ends(one)
    return (value - low) / (high - low)


def _dots(found: list[Strip]) -> dict[str, Any]:
    drawn = [(place, one) for place, one in enumerate(found) if len(one.figures)]
    x = [_place(one, one.figures.to_numpy()) for _, one in drawn]
    y = [np.full(len(one.figures), place * STRIP + DOTS, dtype="float32") for place, one in drawn]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say("profile.dot"),
        # As arrays they are written packed; lists would put every number on a line of its own.
        "x": np.concatenate([*x, []]).astype("float32"),
        "y": np.concatenate([*y, []]).astype("float32"),
        "marker": {"size": 9, "color": style.QUIET, "symbol": "line-ns-open"},
        "hoverinfo": "skip",
    }


def _marks(found: list[Strip], country: str) -> list[dict[str, Any]]:
    rows = [
        (country, OWN_LOOK, [one.value for one in found], OWN, 15),
        (say("profile.region"), REGION_LOOK, [one.of_region for one in found], BELOW, 11),
        (say("profile.all"), ALL_LOOK, [one.of_all for one in found], LOWEST, 11),
    ]
    traces = []
    for name, look, values, label, size in rows:
        pairs = enumerate(zip(found, values, strict=True))
        known = [(place, one, value) for place, (one, value) in pairs if not np.isnan(value)]
        traces.append(_mark(name, look, known, size))
        traces.append(_labels(name, look, known, label))
    return traces


def _mark(name: str, look: style.Mark, known: list[Any], size: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": html.escape(name),
        "x": [round(_place(one, value), 4) for _, one, value in known],
        "y": [place * STRIP + DOTS for place, _, _ in known],
        "marker": {
            "size": size,
            "color": look.color,
            "symbol": look.symbol,
            "line": {"color": style.PAPER, "width": 1.5},
        },
        "hovertext": [
            f"<b>{html.escape(name)}</b><br>{html.escape(one.name)}: {_number(value)}"
            for _, one, value in known
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _labels(name: str, look: style.Mark, known: list[Any], height: int) -> dict[str, Any]:
    """Write each figure beside its mark, towards the middle, so that none leaves the picture."""
    places = [_place(one, value) for _, one, value in known]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(place, 4) for place in places],
        "y": [place * STRIP + height for place, _, _ in known],
        "text": [html.escape(f"{name} {_number(value)}") for _, _, value in known],
        "textposition": [f"middle {'left' if place > 0.5 else 'right'}" for place in places],  # noqa: PLR2004
        "textfont": {"size": 12, "color": look.color},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }


def _notes(one: Strip, top: int) -> list[dict[str, Any]]:
    """Write the ends of the scale, or that nothing is known."""
    plain = {"showarrow": False, "font": {"size": 11.5, "color": style.MUTED}}
    if one.table is None:
        told = {"text": say("profile.no_table"), "x": 0, "xanchor": "left", "y": top + DOTS}
        return [{**plain, **told, "font": {"size": 13, "color": style.INK}}]
    low, high = _ends(one)
    title = find(one.table).title
    unit = one.unit.split()[0] if one.unit.startswith("percent") else ""
    scale = say("profile.scale", title=title, low=f"{low:g}", high=f"{high:.3g} {unit}".rstrip())
    notes = [{**plain, "text": html.escape(scale), "x": 1, "xanchor": "right", "y": top + NAME}]
    if np.isnan(one.value):
        told = {"text": say("profile.no_figure"), "x": 0, "xanchor": "left", "y": top + OWN}
        notes.append({**plain, **told, "font": {"size": 13, "color": OWN_LOOK.color}})
    return notes


def _bands(count: int) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": STRIP * number,
            "y1": STRIP * (number + 1),
            "fillcolor": style.BAND,
            "line": {"width": 0},
            "layer": "below",
        }
        for number in range(0, count, 2)
    ]
