"""One country in several indicators at once: where it stands among all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

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
from infosoc.plot import strokes, style

STRIP, HEAD, FOOT = 118, 56, 40
#: Heights within a strip: its name, the country's label, the dots, and the medians' labels.
NAME, OWN, DOTS, BELOW, LOWEST = 12, 42, 62, 84, 102
#: Ends of the axis of all strips, and the height of a line of words below them.
ENDS, LINE = (-0.04, 1.04), 24
#: Height of the stroke for each country in a live picture.
TALL = 13
#: What marks have each for itself.
JOINED = ("x", "y", "hovertext")
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
    of_all
        The median of all countries with a figure.
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
    of_all: float
    own: str = ""
    region: frozenset[str] = frozenset()

    @cached_property
    def value(self) -> float:
        """The country's figure, or not a number."""
        return float(self.figures.get(self.own, float("nan")))

    @cached_property
    def of_region(self) -> float:
        """The median of the region, or not a number where too few countries have a figure."""
        return _median(self.figures[self.figures.index.isin(self.region)])

    @cached_property
    def below(self) -> float:
        """How many of every hundred countries with a figure have a lower one."""
        return float((self.figures < self.value).mean() * 100)


class Label(NamedTuple):
    """A figure in words: where it stands, and in which colour."""

    x: float
    y: int
    text: str
    color: str


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
    found = [_strip(name, table) for name, table in tables.items()]
    return turned(found, country, load("countries"))


def turned(found: Sequence[Strip], country: str, countries: pd.DataFrame) -> list[Strip]:
    """Return the strips as they are for another country.

    Parameters
    ----------
    found
        What :func:`strips` returned for any country.
    country
        Name of the country.
    countries
        The table ``countries``.

    Raises
    ------
    UnknownNameError
        If there is no such country.
    """
    codes = dict(zip(countries["name"], countries["iso3"], strict=True))
    if country not in codes:
        raise UnknownNameError("country", country, codes)
    own = codes[country]
    regions = dict(zip(countries["iso3"], countries["un_subregion"], strict=True))
    region = regions[own]
    near = frozenset(code for code in regions if region and regions[code] == region)
    return [replace(one, own=own, region=near) for one in found]


def _strip(name: str, table: str | None) -> Strip:
    if table is None:
        nothing = pd.Series(dtype=float)
        return Strip(name, None, "", nothing, nothing, _median(nothing))
    frame = load(table)
    if not {"country_iso3", "year", "value"} <= set(frame.columns):
        raise TableShapeError(f"The table {table!r} holds no figures by country and year.")
    latest = frame.dropna(subset=["value"]).sort_values("year", kind="stable")
    latest = latest.groupby("country_iso3", observed=True).last()
    unit = next(column.unit for column in find(table).columns if column.name == "value") or ""
    figures = latest["value"].astype(float)
    return Strip(name, table, unit, figures, latest["year"], _median(figures))


def _median(figures: pd.Series) -> float:
    return float(figures.median()) if len(figures) >= FEWEST else float("nan")


def _number(value: float) -> str:
    return say("bars.unknown") if np.isnan(value) else html.number(value, 3)


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


def draw(found: list[Strip], country: str, title: str, *, live: bool = False) -> Drawing:
    """Draw the strips of a profile below each other.

    Parameters
    ----------
    found
        What :func:`strips` returned.
    country
        Name of the country.
    title
        Title of the picture.
    live
        Whether it is for an explorer, where a redraw has to be quick.
    """
    height = STRIP * len(found)
    notes = [note for place, one in enumerate(found) for note in _notes(one, place * STRIP)]
    legend = {
        "orientation": "h",
        "x": 0,
        "y": 0,
        "yanchor": "top",
        "itemclick": False,
        "itemdoubleclick": False,
    }
    # A live picture has one line of text instead, which is drawn sooner: its marks have names.
    # Its words are a trace, for the same reason, and no room is sought for what stands inside.
    below: dict[str, Any] = {"annotations": notes, "legend": legend}
    foot = LINE if live else 0
    marks, labels = _marks(found, country)
    if live:
        traces = [_together(marks), style.words([*labels, *notes, _foot(height)])]
        below = strokes.meta([_combs(found)])
    else:
        traces = [_dots(found), *marks, style.words(labels)]
    return style.figure(
        traces,
        html.escape(title),
        height=height + HEAD + FOOT,
        showlegend=not live,
        xaxis={"range": list(ENDS), "visible": False, "fixedrange": True},
        yaxis={
            "range": [height + foot, 0],
            **({"automargin": False} if live else {}),
            **style.lane_axis(
                {place * STRIP + NAME: (one.name, 7) for place, one in enumerate(found)}
            ),
        },
        shapes=_bands(len(found)),
        **below,
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT - foot},
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


def _combs(found: list[Strip]) -> dict[str, Any]:
    """Return a stroke for each country, in each strip."""
    low, high = ENDS
    written = []
    for place, one in enumerate(found):
        top = place * STRIP + DOTS - TALL / 2
        shares = (_place(one, one.figures.to_numpy()) - low) / (high - low)
        written += [strokes.down(share, top, top + TALL) for share in shares]
    return strokes.path(written, style.QUIET, 1)


def _marks(found: list[Strip], country: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the marks of the country, its region and all, and the figures beside them."""
    rows = [
        (country, OWN_LOOK, [one.value for one in found], OWN, 15),
        (say("profile.region"), REGION_LOOK, [one.of_region for one in found], BELOW, 11),
        (say("profile.all"), ALL_LOOK, [one.of_all for one in found], LOWEST, 11),
    ]
    traces = []
    labels: list[Label] = []
    for name, look, values, height, size in rows:
        pairs = enumerate(zip(found, values, strict=True))
        known = [(place, one, value) for place, (one, value) in pairs if not np.isnan(value)]
        traces.append(_mark(name, look, known, size))
        labels += [
            Label(
                _place(one, value),
                place * STRIP + height,
                html.escape(f"{name} {_number(value)}"),
                look.color,
            )
            for place, one, value in known
        ]
    return traces, _labels(labels)


def _together(marks: list[dict[str, Any]]) -> dict[str, Any]:
    """Return marks of several looks as one trace, which a browser draws sooner."""
    looks = [one["marker"] for one in marks for _ in one["x"]]
    joined = {name: [value for one in marks for value in one[name]] for name in JOINED}
    varied = {name: [look[name] for look in looks] for name in ("size", "color", "symbol")}
    return {**marks[0], **joined, "name": "", "marker": {**marks[0]["marker"], **varied}}


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


def _labels(labels: list[Label]) -> list[dict[str, Any]]:
    """Write each figure beside its mark, towards the middle, so that none leaves the picture."""
    return [
        {
            "x": round(one.x, 4),
            "y": one.y,
            "text": one.text,
            "xanchor": "right" if one.x > 0.5 else "left",  # noqa: PLR2004
            "font": {"size": 12, "color": one.color},
        }
        for one in labels
    ]


def _notes(one: Strip, top: int) -> list[dict[str, Any]]:
    """Write the ends of the scale, or that nothing is known."""
    plain = {"showarrow": False, "font": {"size": 11.5, "color": style.MUTED}}
    if one.table is None:
        told = {"text": say("profile.no_table"), "x": 0, "xanchor": "left", "y": top + DOTS}
        return [{**plain, **told, "font": {"size": 13, "color": style.INK}}]
    low, high = _ends(one)
    title = find(one.table).title
    unit = one.unit.split()[0] if one.unit.startswith("percent") else ""
    scale = say(
        "profile.scale", title=title, low=f"{low:g}", high=f"{html.number(high, 3)} {unit}".rstrip()
    )
    notes = [{**plain, "text": html.escape(scale), "x": 1, "xanchor": "right", "y": top + NAME}]
    if np.isnan(one.value):
        told = {"text": say("profile.no_figure"), "x": 0, "xanchor": "left", "y": top + OWN}
        notes.append({**plain, **told, "font": {"size": 13, "color": OWN_LOOK.color}})
    return notes


def _foot(height: float) -> dict[str, Any]:
    """Say below the strips what their strokes are."""
    place = {"x": ENDS[0], "xanchor": "left", "y": height + LINE / 2}
    font = {"size": 12, "color": style.MUTED}
    return {**place, "text": say("profile.stroke"), "font": font}


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
