"""Timelines of very many events: a bar for each month or year instead of a mark for each event.

A browser draws some hundred marks at once and thousands slowly, and nobody can tell thousands
apart. So from a certain number on, events are counted: in each lane the height of a bar says how
many events begin in that stretch of time. The table still has every event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.messages import say
from infosoc.plot import style

#: More lanes than these are gathered in one: a picture has to fit on a screen.
MOST_LANES = 12
#: The most bars that one lane gets.
MOST_BARS = 200
LANE_HEIGHT, BAR_ROOM = 84, 50
#: Stretches of time from short to long: the letter of pandas, the years one lasts, how it is named.
STEPS = (("M", 1 / 12, "month"), ("Q", 1 / 4, "quarter"), ("Y", 1.0, "year"))
#: Beyond these, bars stand for this many years each.
LONG = 10


def step_of(events: pd.DataFrame) -> str:
    """Return the stretch of time that a bar stands for: month, quarter, year or decade.

    Examples
    --------
    >>> step_of(pd.DataFrame({"start": pd.to_datetime(["1990-01-01", "2025-01-01"])}))
    'quarter'
    """
    years = (events["start"].max() - events["start"].min()) / pd.Timedelta(days=365.25)
    return next((name for _, length, name in STEPS if years / length <= MOST_BARS), "decade")


def draw(
    events: pd.DataFrame,
    title: str,
    lane: str,
    keys: Sequence[str],
    titles: Mapping[str, str],
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw the number of events as traces and layout, one lane below the other.

    Parameters
    ----------
    events
        Rows with the columns ``start`` and the lane.
    title
        Title of the picture.
    lane
        Column that sorts the events into lanes.
    keys
        The lanes from top to bottom.
    titles
        Titles of lanes, where they have one.
    """
    step = step_of(events)
    begins = _begins(events["start"], step)
    names = _names(events[lane], keys, titles)
    lanes = events[lane].map(names)
    counts = pd.DataFrame({"lane": lanes, "start": begins}).value_counts(sort=False)
    order = list(dict.fromkeys(names.values()))
    most = int(counts.max())
    traces = [
        _trace(counts.xs(name, level="lane").sort_index(), name, number, most, step)
        for number, name in enumerate(order)
    ]
    return traces, _layout(order, title, step, most)


def _begins(starts: pd.Series, step: str) -> pd.Series:
    """Return the first day of the stretch of time in which each event begins."""
    if step == "decade":
        first = starts.dt.year // LONG * LONG
        return pd.to_datetime(first.astype("str").str.zfill(4) + "-01-01", format="%Y-%m-%d")
    letter = next(code for code, _, name in STEPS if name == step)
    return starts.dt.to_period(letter).dt.start_time


def _names(values: pd.Series, keys: Sequence[str], titles: Mapping[str, str]) -> dict[str, str]:
    """Name the lanes from top to bottom; when there are very many, the small ones share one."""
    largest = list(values.value_counts().index)
    kept = set(largest if len(largest) <= MOST_LANES else largest[: MOST_LANES - 1])
    rest = say("timeline.dense.rest", count=len(largest) - len(kept))
    there = [key for key in keys if key in kept]
    names = {key: titles.get(key, html.words(key)) for key in there}
    return names | {key: rest for key in largest if key not in kept}


def _trace(counts: pd.Series, name: str, number: int, most: int, step: str) -> dict[str, Any]:
    foot = (number + 1) * LANE_HEIGHT - 4
    days = [f"{day:%Y-%m-%d}" for day in counts.index]
    return {
        "type": "bar",
        "name": html.escape(name),
        "x": days,
        "y": [-round(count / most * BAR_ROOM, 1) for count in counts],
        "base": foot,
        "width": _width(step),
        "offset": 0,
        "marker": {"color": style.mark(number).color, "line": {"width": 0}},
        "hovertext": [
            f"<b>{html.escape(name)}</b><br>{_named(day, step)}<br>"
            + say("timeline.dense.count", count=f"{count:,}")
            for day, count in counts.items()
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _width(step: str) -> int:
    """Return how wide a bar is, in milliseconds, with a little room to the next one."""
    years = LONG if step == "decade" else next(years for _, years, name in STEPS if name == step)
    return int(years * 365.25 * 86_400_000 * 0.9)


def _named(day: Any, step: str) -> str:
    if step == "month":
        return f"{day:%B %Y}"
    if step == "quarter":
        return say("timeline.dense.quarter", number=(day.month + 2) // 3, year=day.year)
    return f"{day.year}" if step == "year" else f"{day.year}-{day.year + LONG - 1}"


def _layout(order: Sequence[str], title: str, step: str, most: int) -> dict[str, Any]:
    height = len(order) * LANE_HEIGHT
    titles = {number * LANE_HEIGHT + 11.0: (name, number) for number, name in enumerate(order)}
    return {
        "title": html.escape(title),
        "height": height + 116,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "barmode": "overlay",
        "xaxis": {"type": "date", "showgrid": True},
        "yaxis": {"range": [height, 0], **style.lane_axis(titles)},
        "shapes": [_band(number) for number in range(len(order))],
        "annotations": [_legend(step, most)],
        "margin": {"l": 8, "r": 16, "t": 48, "b": 68},
    }


def _band(number: int) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": number * LANE_HEIGHT,
        "y1": (number + 1) * LANE_HEIGHT,
        "fillcolor": style.BAND if number % 2 == 0 else style.PAPER,
        "line": {"width": 0},
        "layer": "below",
    }


def _legend(step: str, most: int) -> dict[str, Any]:
    text = say("timeline.dense.legend", step=step, most=f"{most:,}")
    return {
        "text": style.wrap(text, 84),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -26,
        "align": "left",
        "showarrow": False,
        "font": {"size": 11.5, "color": style.MUTED},
    }
