"""Timelines: events as points and spans, in lanes, as precise as their sources."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.errors import UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import dense_timelines, lanes, rows, style
from infosoc.plot.lanes import Item, Labels, Lane, Size

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

#: Up to this many events carry their title beside the mark.
MOST_LABELLED = 18
#: More events than these are counted in bars: marks would be slow to draw and touch each other.
MOST_MARKS = 1500
#: How much larger and how thickly ringed the marks of a reader's own events are, in pixels.
LARGER, RING = 4, 2.4
LABEL_FONT = {"size": 12, "color": style.INK}
#: Colour of days that are drawn through all lanes: pale, so that marks on it can be read.
THROUGH = "#f6d9a8"
#: Its edges, which can be seen on white.
THROUGH_EDGE = "#a87418"
#: Room for the title above and for the years below, and for each line of the legend.
HEAD, FOOT, LEGEND_LINE = 48, 52, 16
#: What is shown when a mark is pointed at.
HOVER = "%{hovertext}<extra></extra>"
#: On an axis of so few days each has its tick: plotly would name hours, which nobody knows.
FEW_DAYS = 6
#: A day in milliseconds, in which plotly measures spans.
DAY = 86_400_000


def timeline(
    events: pd.DataFrame,
    *,
    title: str = "Timeline",
    lane: str = "topic",
    labels: bool | Collection[str] | None = None,
    through: str | None = None,
    own: str | None = None,
) -> Exhibit:
    """Draw events as a timeline.

    A day is a filled mark. An event that goes on has a thick line from its first to its last
    day. Where the source tells only the month or the year, the mark is open and a thin line
    shows the days it may have been. More than 1,500 events are counted in bars instead.

    Parameters
    ----------
    events
        Rows of the table ``events``, or rows with the same columns.
    title
        Title of the picture.
    lane
        Column that sorts the events into lanes.
    labels
        Whether each mark has its title beside it, or the lanes whose marks have; by default all
        have when there are few events.
    through
        A lane whose days are drawn through all other lanes as pale upright bands, so that what
        goes on in those can be set against it.
    own
        Column that is true for events of the reader's own, as :func:`infosoc.add_events` makes
        it. They get a dark ring and their title, among however many others.

    Returns
    -------
    Exhibit
        Its table has the columns ``date``, ``event``, ``place``, the lane and, if given, ``own``.

    Raises
    ------
    UnknownNameError
        If a column or a lane is missing.
    TableShapeError
        If there are no rows.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events")
    >>> exhibit = timeline(events[events.kind == "summit"], title="The Summit")
    >>> exhibit.table["place"].tolist()
    ['Geneva, Switzerland', 'Tunis, Tunisia']
    """
    rows.require(events, _COLUMNS | {lane} | ({own} if own else set()), "the timeline")
    _check_lanes(events, lane, labels, through)
    ordered = in_order(events)
    said = summary(ordered, lane, own)
    if len(ordered) > MOST_MARKS:
        traces, layout = draw_bars(ordered, title, lane, lane_keys(ordered, lane))
        said += " " + say("timeline.dense.said", step=dense_timelines.step_of(ordered))
    else:
        keys = sorted(lane_keys(ordered, lane), key=lambda key: key != through)
        items = lanes.by_lane(lanes.items_of(with_hover(ordered), lane, own))
        traces, layout = draw(items, title, lane, keys, labels, own=own is not None)
        if through is not None:
            layout["shapes"] = [*layout["shapes"], *_through(ordered[ordered[lane] == through])]
    return Exhibit(
        drawing=style.figure([trace for trace in traces if trace["x"]], **layout),
        title=title,
        summary=said,
        table=table(ordered, lane, own),
        sources=rows.rows_sources(ordered),
    )


def _check_lanes(
    events: pd.DataFrame, lane: str, labels: bool | Collection[str] | None, through: str | None
) -> None:
    named = [] if labels is None or isinstance(labels, bool) else list(labels)
    known = [str(key) for key in events[lane].unique()]
    for key in [*named, *([through] if through is not None else [])]:
        if key not in known:
            raise UnknownNameError("lane", key, known)


_COLUMNS = {"date_start", "date_end", "start", "end", "precision", "title"}


def prepare(events: pd.DataFrame) -> pd.DataFrame:
    """Sort events by date and write once what is shown when a mark is pointed at."""
    ordered = in_order(events)
    return ordered if len(ordered) > MOST_MARKS else with_hover(ordered)


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Sort events by date."""
    return events.sort_values(["start", "end", "title"], kind="stable")


def with_hover(events: pd.DataFrame) -> pd.DataFrame:
    """Write once what is shown when a mark is pointed at."""
    return events.assign(hover=rows.hover_texts(events))


def draw(
    items: Mapping[str, Sequence[Item]],
    title: str,
    lane: str,
    keys: Sequence[str],
    labels: Labels | None = None,
    own: bool = False,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw the items of lanes as traces and layout.

    Every lane has two traces, be they empty: days that are known, and days that are not.
    """
    count = sum(map(len, items.values()))
    if labels is None:
        labels = count <= MOST_LABELLED
    size = lanes.size_for(count)
    arranged = lanes.arrange(items, keys, lane_titles(lane), labels, size)
    layout = frame(arranged, lanes.extent(items), title)
    layout["annotations"] = [_legend(own)]
    layout["height"] += LEGEND_LINE * (1 + own)
    layout["margin"]["b"] += LEGEND_LINE * (1 + own)
    drawn = [trace for one in arranged for trace in traces_of(one, labels, size)]
    return drawn, layout


def frame(arranged: Sequence[Lane], extent: tuple[int, int], title: str) -> dict[str, Any]:
    """Return the layout around the marks: axes, names and bands of the lanes.

    Parameters
    ----------
    arranged
        The lanes.
    extent
        The first and the last day, counted from 1 January 1970.
    title
        Title of the picture.
    """
    height = sum(one.height for one in arranged)
    low, high = ends(*extent)
    days = {"dtick": DAY, "tickformat": "%-d %b %Y"} if high - low <= FEW_DAYS else {}
    return {
        "title": html.escape(title),
        "height": int(height) + HEAD + FOOT,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "zoom",
        "xaxis": {"type": "date", "range": days_in_words([low, high]), "showgrid": True, **days},
        "yaxis": {"range": [height, 0], **style.lane_axis(_lane_titles(arranged))},
        "shapes": _bands(arranged),
        "margin": {"l": 8, "r": 16, "t": HEAD, "b": FOOT},
    }


def draw_bars(
    events: pd.DataFrame, title: str, lane: str, keys: Sequence[str]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw bars that count events, as traces and layout."""
    return dense_timelines.draw(events, title, lane, keys, lane_titles(lane))


def summary(events: pd.DataFrame, lane: str, own: str | None = None) -> str:
    """Say in one or two sentences what a timeline of these events shows."""
    counts = events[lane].value_counts()
    titles = lane_titles(lane)
    keys = [key for key in lane_keys(events, lane) if key in counts]
    parts = ", ".join(
        say("timeline.part", lane=titles.get(key, html.words(key)), count=counts[key])
        for key in keys
    )
    first, last = events["start"].min(), events["end"].max()
    told = {"first": f"{first:%B %Y}", "last": f"{last:%B %Y}", "parts": parts}
    if len(events) == 1:
        text = say("timeline.one", **told)
    elif len(keys) == 1:
        text = say("timeline.lane", **told, count=len(events))
    else:
        text = say("timeline.many", **told, count=len(events), lanes=len(keys))
    per_year = events["start"].dt.year.value_counts().sort_index()
    if len(events) > MOST_LABELLED and per_year.max() > per_year.min():
        text += " " + say("timeline.most", year=per_year.idxmax(), count=per_year.max())
    loose = int((events["precision"] != "day").sum())
    if loose:
        text += " " + say("timeline.loose", count=loose)
    if own:
        text += " " + say("timeline.own", count=int(events[own].sum()))
    return text


def table(events: pd.DataFrame, lane: str, own: str | None = None) -> pd.DataFrame:
    """Return the rows of a timeline with plain column names."""
    titles = lane_titles(lane)
    columns = {
        "date": rows.dates_in_words(events),
        "event": events["title"],
        "place": rows.places_in_words(events),
    }
    if events[lane].nunique() > 1:
        columns[lane] = [titles.get(key, html.words(key)) for key in events[lane]]
    if own:
        columns["own"] = events[own].astype(bool)
    return pd.DataFrame(columns).reset_index(drop=True)


def lane_titles(lane: str) -> dict[str, str]:
    """Return the short titles of the lanes, where the registry has them."""
    if lane != "topic":
        return {}
    topics = load("topics")
    return dict(zip(topics["id"], topics["short_title"], strict=True))


def lane_keys(events: pd.DataFrame, lane: str) -> list[str]:
    """Return the lanes from top to bottom: the topics in reading order, others as they come."""
    if lane == "topic":
        known = list(lane_titles(lane))
        return known + [key for key in events[lane].unique() if key not in known]
    return list(events[lane].unique())


def ends(first: int, last: int) -> tuple[int, int]:
    """Return the days at the ends of the axis: a little beyond the first and the last day."""
    room = lanes.days_of(first, last) * 0.02 + 1
    # Of a few days the marks stand far apart, and the titles of the last day need a day more.
    titles = 1 if last - first < FEW_DAYS else 0
    return math.floor(first - room), math.floor(last + room + titles)


def days_in_words(days: ArrayLike) -> list[str]:
    """Write days that are counted from 1 January 1970 as plotly reads them, such as 2003-12-10."""
    written: list[str] = np.array(days, dtype="int64").astype("datetime64[D]").astype(str).tolist()
    return written


def traces_of(lane: Lane, labels: Labels, size: Size) -> list[dict[str, Any]]:
    """Return the marks of a lane: those of days that are known, and of days that are not."""
    named = lanes.is_named(lane.key, labels)
    return [_trace(lane, named, size, filled=filled) for filled in (True, False)]


def _trace(lane: Lane, labels: bool, size: Size, filled: bool) -> dict[str, Any]:
    pairs = zip(lane.items, lane.spots, strict=True)
    kept = [(item, spot) for item, spot in pairs if item.exact == filled]
    spots = [spot for _, spot in kept]
    lengths = [item.end - item.start for item, _ in kept]
    look = style.mark(lane.number)
    has_labels = labels or any(item.own for item, _ in kept)
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers+text" if has_labels else "markers",
        "name": html.escape(lane.title),
        "x": days_in_words([item.start if filled else item.middle for item, _ in kept]),
        "y": [round(spot.y, 1) for spot in spots],
        "hovertext": [item.hover for item, _ in kept],
        "hovertemplate": HOVER,
        "marker": {
            "color": look.color,
            "symbol": look.symbol if filled else f"{look.symbol}-open",
            "size": size.mark,
            "line": {"width": 0.8 if filled else 1.6, "color": "#ffffff" if filled else look.color},
        },
        "error_x": _span(lengths, look.color, filled),
        "cliponaxis": False,
    }
    if has_labels:
        trace["text"] = [spot.label for spot in spots]
        trace["textposition"] = [f"middle {spot.side}" for spot in spots]
        trace["textfont"] = LABEL_FONT
    if any(item.own for item, _ in kept):
        _ring(trace["marker"], [item.own for item, _ in kept])
    return trace


def _ring(marker: dict[str, Any], own: Sequence[bool]) -> None:
    """Give the marks of the reader's own events a dark ring; open marks are drawn dark."""
    line, color = marker["line"], marker["color"]
    if marker["symbol"].endswith("-open"):
        # plotly draws the line of an open mark in the colour of the mark.
        marker["color"] = [style.INK if is_own else color for is_own in own]
    # Marks of several sizes would be half seen through by default.
    marker["opacity"] = 1
    marker["size"] = [marker["size"] + LARGER * is_own for is_own in own]
    marker["line"] = {
        "width": [RING if is_own else line["width"] for is_own in own],
        "color": [style.INK if is_own else line["color"] for is_own in own],
    }


def _span(lengths: list[int], color: str, filled: bool) -> dict[str, Any]:
    """Return the line of a span; plotly measures it in milliseconds on a date axis."""
    reach = [days * DAY if filled else days * DAY // 2 for days in lengths]
    span: dict[str, Any] = {"type": "data", "array": reach, "width": 0, "color": color}
    if filled:
        return {**span, "symmetric": False, "arrayminus": [0] * len(reach), "thickness": 6}
    return {**span, "thickness": 1.5}


def _bands(arranged: Sequence[Lane]) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": lane.top,
            "y1": lane.top + lane.height,
            "fillcolor": style.BAND if number % 2 == 0 else style.PAPER,
            "line": {"width": 0},
            "layer": "below",
        }
        for number, lane in enumerate(one for one in arranged if one.items)
    ]


def _through(events: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a pale band for the days of each event, through all lanes."""
    return [
        {
            "type": "rect",
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "x0": f"{start:%Y-%m-%d}",
            "x1": f"{end + pd.Timedelta(days=1):%Y-%m-%d}",
            "fillcolor": THROUGH,
            # The edge keeps a band of a few days visible.
            "line": {"width": 1, "color": THROUGH_EDGE},
            "layer": "below",
        }
        for start, end in zip(events["start"], events["end"], strict=True)
    ]


def _lane_titles(arranged: Sequence[Lane]) -> dict[float, tuple[str, int]]:
    return {one.top + lanes.HEAD / 2: (one.title, one.number) for one in arranged if one.items}


def legend(own: bool = False) -> str:
    """Return in words what the marks mean."""
    return say("timeline.legend") + (f" {say('timeline.ring')}" if own else "")


def _legend(own: bool) -> dict[str, Any]:
    return {
        "text": style.wrap(legend(own), 84),
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
