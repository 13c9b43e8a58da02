"""One country, or two, before the spread of others: the middle one and the middle half."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style, trends

#: A median needs at least so many others, and half of those that ever have a figure: in a year
#: with few figures it would tell of those few only.
FEWEST = 3
LEAST_SHARE = 0.5
#: Light enough for the lines before it to be told apart.
BAND = "#dbe7ef"
QUARTERS = {"low": 0.25, "median": 0.5, "high": 0.75}


def peers(
    frame: pd.DataFrame,
    *,
    chosen: Mapping[str, str],
    among: Collection[str],
    country: str = "country_iso3",
    value: str = "value",
    year: str = "year",
    title: str = "Beside its peers",
    unit: str = "",
    marks: dict[int, str] | None = None,
) -> Exhibit:
    """Draw one country or a few before the spread of their peers.

    The median is the peer in the middle: half of them have more, half have less. The band holds
    the middle half, from the lower to the upper quartile. Both count every country once, however
    many people live there, and are left out in years with too few figures.

    Parameters
    ----------
    frame
        One row for each country and year, with sources where they are known.
    chosen
        Names of the countries to draw, by their code; the first one is not its own peer.
    among
        Codes of the peers.
    country, value, year
        Columns with the code, the figure and the year.
    title
        Title of the picture.
    unit
        Unit of the figures.
    marks
        Years to mark with a word, for example ``{2003: "Geneva", 2005: "Tunis"}``.

    Returns
    -------
    Exhibit
        Its table has the year, one column for each country, the median, both ends of the middle
        half, and the number of peers with a figure.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If nobody is chosen, a country and year come twice, or there is no figure at all.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users")
    >>> poor = infosoc.load("countries").query("wb_income_group == 'Low income'").iso3
    >>> exhibit = peers(users, chosen={"MLI": "Mali"}, among=set(poor), unit="percent")
    >>> exhibit.table.columns.tolist()[:3]
    ['year', 'Mali', 'median of peers']
    """
    rows.require(frame, {country, value, year}, "the chart")
    if not chosen:
        raise TableShapeError("No country is chosen. Name at least one, by its code.")
    known = frame[frame[value].notna()]
    if known.duplicated([country, year]).any():
        raise TableShapeError("A country and year come twice. Keep one row of each.")
    wide = known.pivot(index=year, columns=country, values=value)
    others = [code for code in wide.columns if code in among and code != next(iter(chosen))]
    spread = _spread(wide[others])
    lines = pd.DataFrame({name: wide[code] for code, name in chosen.items() if code in wide})
    drawn = _drawn(lines, spread)
    return Exhibit(
        drawing=_draw(drawn, lines.columns, title, unit, marks),
        title=title,
        summary=_summary(drawn, list(chosen.values()), len(others), unit),
        table=_table(drawn),
        sources=rows.rows_sources(frame),
    )


def _spread(others: pd.DataFrame) -> pd.DataFrame:
    """Return median, quartiles and number of peers, for the years with enough of them."""
    count = others.notna().sum(axis=1)
    enough = count >= max(FEWEST, LEAST_SHARE * len(others.columns))
    spread = pd.DataFrame({name: others.quantile(q, axis=1) for name, q in QUARTERS.items()})
    return spread[enough].assign(count=count[enough])


def _drawn(lines: pd.DataFrame, spread: pd.DataFrame) -> pd.DataFrame:
    """Put lines and spread beside one another, one row for each year of the span."""
    drawn = pd.concat([lines, spread], axis=1).dropna(how="all")
    if drawn.empty:
        raise TableShapeError(
            "There is nothing to draw: neither the chosen nor a peer has a figure."
        )
    span = range(int(drawn.index.min()), int(drawn.index.max()) + 1)
    return drawn.reindex(span).rename_axis(index="year")


def _draw(
    drawn: pd.DataFrame, names: Collection[str], title: str, unit: str, marks: Any
) -> Drawing:
    columns = [name for name in names if drawn[name].notna().any()]
    told = {name: name for name in columns}
    if drawn["median"].notna().any():
        columns.append("median")
        told["median"] = say("peers.median.label")
    wide = drawn[columns]
    span = trends.limits(drawn.drop(columns="count"), unit)
    drawing = trends.draw(wide, told, title, unit, span, marks=marks)
    return drawing.with_traces([_band(drawn), *drawing.traces])


def _band(drawn: pd.DataFrame) -> dict[str, Any]:
    """Return the middle half as an area; a year without enough peers leaves a gap in it."""
    x: list[int | None] = []
    y: list[float | None] = []
    known = drawn.dropna(subset=["low"])
    runs = (known.index.to_series().diff() != 1).cumsum()
    for _, run in known.groupby(runs):
        years = [int(one) for one in run.index]
        x += [*years, *reversed(years), None]
        y += [*run["high"].round(2), *reversed(run["low"].round(2).tolist()), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": BAND,
        "line": {"color": style.MUTED, "width": 0.5},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _summary(drawn: pd.DataFrame, names: list[str], count: int, unit: str) -> str:
    span = {"first": drawn.index.min(), "last": drawn.index.max()}
    parts = [say("peers.head", **span, unit=unit or say("trend.plain"))]
    for name in names:
        line = drawn[name].dropna() if name in drawn else pd.Series(dtype=float)
        parts.append(
            say("peers.value", name=name, value=html.number(line.iloc[-1]), year=line.index[-1])
            if len(line)
            else say("peers.unknown", name=name)
        )
    known = drawn.dropna(subset=["median"])
    if known.empty:
        return " ".join([*parts, say("peers.few")])
    last = known.iloc[-1]
    ends = {name: html.number(last[name]) for name in QUARTERS}
    told = {"year": known.index[-1], "known": int(last["count"]), "count": count}
    return " ".join([*parts, say("peers.spread", **told, **ends)])


def _table(drawn: pd.DataFrame) -> pd.DataFrame:
    shown = drawn.dropna(how="all").reset_index()
    shown["count"] = shown["count"].astype("Int64")
    figures = shown.select_dtypes("float").columns
    shown[figures] = shown[figures].round(2)
    last = ["median", "low", "high", "count"]
    order = [name for name in shown.columns if name not in last] + last
    texts = (say("peers.median"), say("peers.low"), say("peers.high"), say("peers.count"))
    return shown[order].rename(columns=dict(zip(last, texts, strict=True)))
