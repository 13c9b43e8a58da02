"""Spread charts: every figure of a group as a mark, with the averages that hide them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

LANE_HEAD, SWARM, LANE_NAMES = 24, 52, 22
LANE = LANE_HEAD + SWARM + LANE_NAMES
TOP, FOOT = 48, 104
#: The width at which marks are kept apart, in pixels; a figure is as wide as the page.
PLOT_WIDTH = 700
MARK = 9
#: Nearer to an edge than this share of the width, a name stands on the inner side.
EDGE = 0.2
HALF = "#dbe3ea"
LOOK = style.mark(0)
PLAIN, WEIGHTED = style.mark(1), style.mark(2)


@dataclass(frozen=True)
class Lane:
    """One group: its rows and what is told about them."""

    name: str
    rows: pd.DataFrame
    mean: float
    weighted: float | None
    quarter: float
    middle: float
    three_quarters: float


def spread(
    frame: pd.DataFrame,
    *,
    value: str,
    group: str,
    label: str,
    weight: str | None = None,
    title: str = "Spread",
    unit: str = "",
    thing: str = "country",
    person: str = "person",
    bounds: tuple[float, float] | None = None,
    tables: Sequence[str] = (),
) -> Exhibit:
    """Draw every figure of each group as a mark, with the middle half and the averages.

    An average hides how far the figures of a group lie apart. The plain average counts every
    row once, the weighted one counts each row as often as its weight says, for example by its
    people. The grey band holds the middle half of the figures.

    Parameters
    ----------
    frame
        One row for each mark, with ``source_ids`` where rows have sources.
    value
        Column with the figures; rows without one are counted in the summary and not drawn.
    group
        Column whose values get a lane each, in the order of a table of categories or else of
        the alphabet.
    label
        Column with the name of each row.
    weight
        Column with the weights, for example people; without it there is no weighted average.
    title
        Title of the picture.
    unit
        Unit of the figures. An axis in percent goes from 0 to 100.
    thing, person
        What a row is and what its weight counts, in words, for the names of the averages.
    bounds
        Lowest and highest figure of the axis.
    tables
        Tables that the rows come from, for the sources; not needed with ``source_ids``.

    Returns
    -------
    Exhibit
        Its table has a row for each group: how many, lowest, a quarter below, middle, three
        quarters below, highest, and the averages.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no figures, or a weight is missing or below zero.

    Examples
    --------
    >>> import pandas as pd
    >>> towns = pd.DataFrame({"land": "A", "town": ["big", "small"], "online": [80, 20],
    ...                       "people": [900, 100]})
    >>> chart = spread(towns, value="online", group="land", label="town", weight="people")
    >>> chart.table[["plain average", "weighted average"]].values.tolist()
    [[50.0, 74.0]]
    """
    rows.require(frame, {c for c in (value, group, label, weight) if c}, "the chart")
    known = frame[frame[value].notna() & frame[group].notna()]
    if known.empty:
        raise TableShapeError(f"There is nothing to draw: the column {value!r} is empty.")
    _check_weights(known, weight, label)
    lanes = _lanes(known, value, group, weight)
    return Exhibit(
        drawing=_draw(lanes, value, label, title, unit, (thing, person), bounds),
        title=title,
        summary=_summary(lanes, value, label, unit, (thing, person), len(frame) - len(known)),
        table=_table(lanes, value, group),
        sources=rows.rows_and_tables_sources(frame, tables),
    )


def _check_weights(known: pd.DataFrame, weight: str | None, label: str) -> None:
    if weight is None:
        return
    bad = known[known[weight].isna() | (known[weight] < 0)]
    if not bad.empty:
        raise TableShapeError(
            f"The weight of {bad.iloc[0][label]!r} is missing or below zero in {weight!r}."
        )


def _lanes(known: pd.DataFrame, value: str, group: str, weight: str | None) -> list[Lane]:
    parts = known.groupby(group, observed=True, sort=True)
    return [
        Lane(
            name=html.words(name),
            rows=part.sort_values(value, kind="stable"),
            mean=float(part[value].mean()),
            weighted=weighted_mean(part[value], part[weight]) if weight else None,
            quarter=float(part[value].quantile(0.25)),
            middle=float(part[value].median()),
            three_quarters=float(part[value].quantile(0.75)),
        )
        for name, part in parts
    ]


def weighted_mean(figures: pd.Series, weights: pd.Series) -> float:
    """Return the average in which a figure counts as often as its weight says.

    Examples
    --------
    >>> weighted_mean(pd.Series([80.0, 20.0]), pd.Series([3, 1]))
    65.0
    """
    return float((figures * weights).sum() / weights.sum())


def _table(lanes: list[Lane], value: str, group: str) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            html.words(group): [lane.name for lane in lanes],
            "how many": [len(lane.rows) for lane in lanes],
            "lowest": [lane.rows[value].iloc[0] for lane in lanes],
            "a quarter below": [lane.quarter for lane in lanes],
            "middle": [lane.middle for lane in lanes],
            "three quarters below": [lane.three_quarters for lane in lanes],
            "highest": [lane.rows[value].iloc[-1] for lane in lanes],
            "plain average": [lane.mean for lane in lanes],
        }
    )
    if lanes[0].weighted is not None:
        table["weighted average"] = [lane.weighted for lane in lanes]
    return table.round(1)


def _summary(
    lanes: list[Lane],
    value: str,
    label: str,
    unit: str,
    words: tuple[str, str],
    missing: int,
) -> str:
    drawn = sum(len(lane.rows) for lane in lanes)
    parts = [say("spread.head", count=drawn, value=html.words(value), groups=len(lanes))]
    wide = max(lanes, key=lambda lane: lane.rows[value].iloc[-1] - lane.rows[value].iloc[0])
    low, high = wide.rows.iloc[0], wide.rows.iloc[-1]
    parts.append(
        say(
            "spread.widest",
            name=wide.name,
            low=low[label],
            least=html.number(low[value], 3),
            high=high[label],
            most=f"{html.number(high[value], 3)} {unit}".rstrip(),
        )
    )
    if lanes[0].weighted is not None:
        apart = max(lanes, key=lambda lane: abs(lane.mean - (lane.weighted or 0)))
        weighted = html.number(apart.weighted or 0, 3)
        told = {"plain": html.number(apart.mean, 3), "weighted": weighted}
        parts.append(
            say("spread.averages", name=apart.name, thing=words[0], person=words[1], **told)
        )
    if missing:
        parts.append(say("spread.missing", count=missing))
    return " ".join(parts)


def _draw(
    lanes: list[Lane],
    value: str,
    label: str,
    title: str,
    unit: str,
    words: tuple[str, str],
    bounds: tuple[float, float] | None,
) -> Drawing:
    low, high = bounds or _limits(lanes, value, unit)
    room = (high - low) * 0.02
    tall = LANE * len(lanes)
    traces = [_half_band(lanes), _figures(lanes, value, label, unit, (low, high))]
    for look, name, key in _averages(lanes, words):
        traces.append(_average(lanes, look, name, key))
    return style.figure(
        traces,
        html.escape(title),
        height=tall + TOP + FOOT,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -56 / tall, "yanchor": "top", "itemclick": False},
        xaxis={
            "range": [low - room, high + room],
            "title": {"text": html.escape(unit), "standoff": 6},
            "fixedrange": True,
        },
        yaxis={"range": [tall, 0], "visible": False, "fixedrange": True},
        annotations=[
            *_heads(lanes, words),
            *_ends(lanes, value, label, (low, high)),
        ],
        margin={"l": 8, "r": 16, "t": TOP, "b": FOOT},
        hovermode="closest",
    )


def _limits(lanes: list[Lane], value: str, unit: str) -> tuple[float, float]:
    low = min(float(lane.rows[value].min()) for lane in lanes)
    high = max(float(lane.rows[value].max()) for lane in lanes)
    if unit.startswith("percent") and low >= 0 and high <= 100:  # noqa: PLR2004
        return 0.0, 100.0
    room = (high - low or abs(high) or 1) * 0.06
    return low - room, high + room


def _averages(lanes: list[Lane], words: tuple[str, str]) -> list[tuple[style.Mark, str, str]]:
    found = [(PLAIN, say("spread.plain", thing=words[0]), "mean")]
    if lanes[0].weighted is not None:
        found.append((WEIGHTED, say("spread.weighted", person=words[1]), "weighted"))
    return found


def _half_band(lanes: list[Lane]) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for number, lane in enumerate(lanes):
        top = number * LANE + LANE_HEAD
        low, high = round(lane.quarter, 3), round(lane.three_quarters, 3)
        xs += [low, high, high, low, low, None]
        ys += [top, top, top + SWARM, top + SWARM, top, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say("spread.half"),
        "x": xs[:-1],
        "y": ys[:-1],
        "fill": "toself",
        "fillcolor": HALF,
        "line": {"color": style.MUTED, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _figures(
    lanes: list[Lane], value: str, label: str, unit: str, span: tuple[float, float]
) -> dict[str, Any]:
    heights = [
        number * LANE + LANE_HEAD + SWARM / 2 + off
        for number, lane in enumerate(lanes)
        for off in _offsets(lane.rows[value].tolist(), span)
    ]
    measure = f" {html.escape(unit)}" if unit else ""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": say("spread.one"),
        "x": [round(float(n), 2) for lane in lanes for n in lane.rows[value]],
        "y": heights,
        "text": [html.escape(name) for lane in lanes for name in lane.rows[label]],
        "marker": {
            "color": LOOK.color,
            "symbol": LOOK.symbol,
            "size": MARK - 1,
            "opacity": 0.75,
            "line": {"color": style.PAPER, "width": 1},
        },
        "hovertemplate": f"<b>%{{text}}</b><br>%{{x:,.4~r}}{measure}<extra></extra>",
    }


def _offsets(figures: list[float], span: tuple[float, float]) -> list[float]:
    """Return how far above or below the middle each mark stands, so that few cover each other."""
    pixel = PLOT_WIDTH / (span[1] - span[0])
    steps = [0.0]
    while len(steps) * MARK < SWARM:
        far = (len(steps) // 2 + 1) * MARK
        steps += [-far, far]
    steps = [step for step in steps if abs(step) <= SWARM / 2 - MARK / 2]
    last = {step: float("-inf") for step in steps}
    offsets = []
    for figure in figures:
        place = figure * pixel
        free = [step for step in steps if place - last[step] >= MARK]
        step = free[0] if free else min(steps, key=lambda one: last[one])
        last[step] = place
        offsets.append(step)
    return offsets


def _average(lanes: list[Lane], look: style.Mark, name: str, key: str) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for number, lane in enumerate(lanes):
        top = number * LANE + LANE_HEAD
        xs += [round(getattr(lane, key), 2)] * 2 + [None]
        ys += [top - 3, top + SWARM + 3, None]
    dash = "solid" if key == "weighted" else "dash"
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": html.escape(name),
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": look.color, "width": 2, "dash": dash},
        "marker": {"color": look.color, "symbol": look.symbol, "size": 8},
        "hovertemplate": f"{html.escape(name)}: %{{x:,.3~r}}<extra></extra>",
    }


def _heads(lanes: list[Lane], words: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "text": f"<b>{html.escape(lane.name)}</b> {html.escape(_head(lane, words))}",
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": number * LANE + LANE_HEAD / 2 - 2,
            "showarrow": False,
            "font": {"size": 13, "color": style.INK},
        }
        for number, lane in enumerate(lanes)
    ]


def _head(lane: Lane, words: tuple[str, str]) -> str:
    told = {"count": len(lane.rows), "thing": words[0], "plain": html.number(lane.mean, 3)}
    if lane.weighted is None:
        return say("spread.lane", **told)
    return say(
        "spread.lane.weighted", **told, person=words[1], weighted=html.number(lane.weighted, 3)
    )


def _ends(
    lanes: list[Lane], value: str, label: str, span: tuple[float, float]
) -> list[dict[str, Any]]:
    """Return the names of the lowest and the highest figure of each lane, below it."""
    notes = []
    for number, lane in enumerate(lanes):
        for place, left in ((0, True), (-1, False)):
            row = lane.rows.iloc[place]
            share = (float(row[value]) - span[0]) / (span[1] - span[0])
            inner = "left" if share < EDGE else "right" if share > 1 - EDGE else ""
            notes.append(
                {
                    "text": html.escape(f"{row[label]} {html.number(row[value], 3)}"),
                    "x": round(float(row[value]), 2),
                    "xanchor": inner or ("right" if left else "left"),
                    "y": number * LANE + LANE_HEAD + SWARM + LANE_NAMES / 2 - 2,
                    "showarrow": False,
                    "font": {"size": 12, "color": style.MUTED},
                }
            )
            if len(lane.rows) == 1:
                break
    return notes
