"""Timelines: events as points and spans, in lanes, as precise as their sources."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.errors import UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import dense_timelines, rows, style

#: Width in pixels that marks are packed for: a notebook on a small laptop.
PLOT_WIDTH = 600
#: Up to this many events carry their title beside the mark.
MOST_LABELLED = 18
#: More events than these are counted in bars: marks would be slow to draw and touch each other.
MOST_MARKS = 1500
#: From this many events on, marks are small.
MANY = 120
#: How much larger and how thickly ringed the marks of a reader's own events are, in pixels.
LARGER, RING = 4, 2.4
LABEL_WIDTH = 38
CHARACTER = 7.2
LINE_ROW = 17
LABEL_FONT = {"size": 12, "color": style.INK}
LANE_HEAD = 22
#: Colour of days that are drawn through all lanes: pale, so that marks on it can be read.
THROUGH = "#f6d9a8"
#: Its edges, which can be seen on white.
THROUGH_EDGE = "#a87418"
LANE_FOOT = 8
#: Room for the dates and the legend below, and for one more line of it.
FOOT, LEGEND_LINE = 68, 16
#: A day in milliseconds, in which plotly measures spans.
DAY = 86_400_000

Side = Literal["right", "left"]


@dataclass(frozen=True)
class Spot:
    """Where one event stands: its height in pixels from the top and the side of its label."""

    row: int
    y: float
    side: Side
    label: str


@dataclass(frozen=True)
class Size:
    """How large marks are drawn and how much room each gets, in pixels."""

    mark: float
    room: float
    row: float


LARGE = Size(mark=9, room=13, row=13)
SMALL = Size(mark=7, room=8.5, row=9.5)


@dataclass(frozen=True, slots=True)
class Item:
    """One event as a lane needs it; days are counted from 1 January 1970."""

    title: str
    hover: str
    start: int
    end: int
    exact: bool
    own: bool = False


@dataclass(frozen=True)
class Lane:
    """One lane of a timeline with its events and their places."""

    key: str
    title: str
    number: int
    top: float
    height: float
    items: tuple[Item, ...]
    spots: tuple[Spot, ...]


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
        traces, layout = _draw_bars(ordered, title, lane, lane_keys(ordered, lane))
        said += " " + say("timeline.dense.said", step=dense_timelines.step_of(ordered))
    else:
        keys = sorted(lane_keys(ordered, lane), key=lambda key: key != through)
        traces, layout = draw(with_hover(ordered), title, lane, labels, keys, own=own)
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
    events: pd.DataFrame,
    title: str,
    lane: str,
    labels: bool | Collection[str] | None = None,
    keys: Sequence[str] | None = None,
    own: str | None = None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw prepared events as traces and layout.

    Every lane has two traces, be they empty: days that are known, and days that are not.
    """
    keys = lane_keys(events, lane) if keys is None else keys
    if labels is None:
        labels = len(events) <= MOST_LABELLED
    size = SMALL if len(events) >= MANY else LARGE
    lanes = _lanes(events, lane, keys, labels, size, own)
    height = sum(one.height for one in lanes)
    layout = {
        "title": html.escape(title),
        "height": int(height) + 48 + FOOT + LEGEND_LINE * bool(own),
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "zoom",
        "xaxis": {"type": "date", "range": _range(events), "showgrid": True},
        "yaxis": {"range": [height, 0], **style.lane_axis(_lane_titles(lanes))},
        "shapes": _bands(lanes),
        "annotations": [_legend(own)],
        "margin": {"l": 8, "r": 16, "t": 48, "b": FOOT + LEGEND_LINE * bool(own)},
    }
    return [trace for one in lanes for trace in _traces(one, _named(one.key, labels), size)], layout


def _named(key: str, labels: bool | Collection[str]) -> bool:
    """Say whether the marks of this lane have their titles beside them."""
    return labels if isinstance(labels, bool) else key in labels


def draw_live(
    events: pd.DataFrame,
    title: str,
    lane: str,
    keys: Sequence[str],
    own: str | None = None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Draw prepared events for an explorer, where a redraw has to be quick."""
    if len(events) > MOST_MARKS:
        return _draw_bars(events, title, lane, keys)
    shown = events if "hover" in events else with_hover(events)
    traces, layout = draw(shown, title, lane, keys=keys, own=own)
    return _merged(traces), layout


def _draw_bars(
    events: pd.DataFrame, title: str, lane: str, keys: Sequence[str]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    return dense_timelines.draw(events, title, lane, keys, lane_titles(lane))


def _merged(traces: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the traces of all lanes into two: exact days, and days that are not known.

    A browser redraws two traces faster than two for each lane. A saved picture keeps its lanes
    apart, because a colour and a symbol for every mark would double its size.
    """
    return [_merge(traces[0::2], filled=True), _merge(traces[1::2], filled=False)]


def _merge(traces: Sequence[dict[str, Any]], *, filled: bool) -> dict[str, Any]:
    def all_of(part: str) -> list[Any]:
        return [value for trace in traces for value in trace.get(part, ())]

    def each(part: str) -> list[Any]:
        return [value for trace in traces for value in _for_each(trace, trace["marker"][part])]

    def lines(part: str) -> list[Any]:
        marks = ((trace, trace["marker"]["line"][part]) for trace in traces)
        return [value for trace, given in marks for value in _for_each(trace, given)]

    first = traces[0]
    colors = each("color")
    has_own = any(isinstance(trace["marker"]["size"], list) for trace in traces)
    reach = [length for trace in traces for length in trace["error_x"]["array"]]
    merged_trace = {
        **first,
        "name": say("timeline.exact") if filled else say("timeline.inexact"),
        "x": all_of("x"),
        "y": all_of("y"),
        "hovertext": all_of("hovertext"),
        "mode": "markers+text" if any("text" in trace for trace in traces) else "markers",
        "marker": {
            "color": colors,
            "symbol": each("symbol"),
            "size": each("size") if has_own else first["marker"]["size"],
            "opacity": 1,
            "line": {"width": lines("width"), "color": lines("color")}
            if has_own
            # No mark touches another, so that none needs a white edge.
            # The line of an open mark has the colour of the mark.
            else {"width": 0 if filled else first["marker"]["line"]["width"]},
        },
        # All marks lie within the axes; cutting each at them takes plotly a fifth of the time.
        "cliponaxis": True,
        # plotly knows one colour for all spans of a trace.
        "error_x": {**first["error_x"], "array": reach, "color": style.MUTED},
    }
    if filled:
        merged_trace["error_x"]["arrayminus"] = [0] * len(reach)
    if merged_trace["mode"] == "markers+text":
        for part, otherwise in (("text", ""), ("textposition", "middle right")):
            merged_trace[part] = [
                value
                for trace in traces
                for value in trace.get(part, [otherwise] * len(trace["x"]))
            ]
        merged_trace["textfont"] = LABEL_FONT
    return merged_trace


def _for_each(trace: dict[str, Any], given: Any) -> list[Any]:
    """Return one value for each mark, also where the trace has one for all."""
    return given if isinstance(given, list) else [given] * len(trace["x"])


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


def _lanes(
    events: pd.DataFrame,
    lane: str,
    keys: Sequence[str],
    labels: bool | Collection[str],
    size: Size,
    own: str | None = None,
) -> list[Lane]:
    titles = lane_titles(lane)
    items = _items(events, lane, own)
    origin = min(item.start for some in items.values() for item in some)
    per_pixel = _days(events) / PLOT_WIDTH
    lanes: list[Lane] = []
    top = 0.0
    for number, key in enumerate(keys):
        chosen = tuple(items.get(key, ()))
        spots, height = _pack(chosen, top, per_pixel, origin, _named(key, labels), size)
        lanes.append(
            Lane(key, titles.get(key, html.words(key)), number, top, height, chosen, spots)
        )
        top += height
    return lanes


def _items(events: pd.DataFrame, lane: str, own: str | None) -> dict[str, list[Item]]:
    """Sort the events into lanes; plain Python, because an explorer redraws on every change."""
    found: dict[str, list[Item]] = {}
    own_ones = events[own].tolist() if own else [False] * len(events)
    columns = (
        events[lane].tolist(),
        events["title"].tolist(),
        events["hover"].tolist(),
        events["start"].to_numpy().astype("datetime64[D]").astype(int).tolist(),
        events["end"].to_numpy().astype("datetime64[D]").astype(int).tolist(),
        (events["precision"] == "day").tolist(),
        own_ones,
    )
    for key, *parts in zip(*columns, strict=True):
        found.setdefault(key, []).append(Item(*parts))
    return found


def _days(events: pd.DataFrame) -> float:
    return max((events["end"].max() - events["start"].min()) / pd.Timedelta(days=1), 30.0)


def _range(events: pd.DataFrame) -> list[str]:
    # In seconds: finer units of time do not reach back to the year 1600.
    room = pd.Timedelta(days=_days(events) * 0.02 + 1).as_unit("s")
    first, last = events["start"].min() - room, events["end"].max() + room
    return [f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"]


def _pack(
    items: Sequence[Item],
    top: float,
    per_pixel: float,
    origin: int,
    labels: bool,
    size: Size,
) -> tuple[tuple[Spot, ...], float]:
    """Give each event the first row of its lane in which it touches nothing."""
    if not items:
        return (), 0.0
    taken: list[float] = []  # where each row is free again, in pixels
    placed: list[tuple[int, Side, str]] = []
    for item in items:
        left, right = (item.start - origin) / per_pixel, (item.end - origin) / per_pixel
        has_label = labels or item.own
        label = style.wrap(html.escape(item.title), LABEL_WIDTH) if has_label else ""
        side, low, high = _reach(left, right, label, size.room)
        row = next((i for i, free in enumerate(taken) if free <= low), len(taken))
        taken[row : row + 1] = [high]
        placed.append((row, side, label))
    heights = _row_heights(placed, len(taken), size.row)
    starts = [top + LANE_HEAD + sum(heights[:row]) for row in range(len(taken))]
    spots = tuple(
        Spot(row, starts[row] + heights[row] / 2, side, label) for row, side, label in placed
    )
    return spots, LANE_HEAD + sum(heights) + LANE_FOOT


def _reach(left: float, right: float, label: str, room: float) -> tuple[Side, float, float]:
    """Return the side of the label and the pixels from which to which the event reaches."""
    low, high = left - room / 2, max(right, left) + room / 2
    width = CHARACTER * max(map(len, label.split("<br>")), default=0) if label else 0.0
    if right + width > PLOT_WIDTH and left - width > -PLOT_WIDTH * 0.02:
        return "left", low - width, high
    return "right", low, high + width


def _row_heights(
    placed: Sequence[tuple[int, Side, str]], count: int, dot_row: float
) -> list[float]:
    lines = [1] * count
    for row, _, label in placed:
        lines[row] = max(lines[row], label.count("<br>") + 1)
    has_labels = any(label for _, _, label in placed)
    return [LINE_ROW * n + 6 if has_labels else dot_row for n in lines]


def _traces(lane: Lane, labels: bool, size: Size) -> list[dict[str, Any]]:
    return [_trace(lane, labels, size, filled=filled) for filled in (True, False)]


def _trace(lane: Lane, labels: bool, size: Size, filled: bool) -> dict[str, Any]:
    pairs = zip(lane.items, lane.spots, strict=True)
    kept = [(item, spot) for item, spot in pairs if item.exact == filled]
    spots = [spot for _, spot in kept]
    lengths = [item.end - item.start for item, _ in kept]
    middles = [
        item.start if filled else item.start + length // 2
        for (item, _), length in zip(kept, lengths, strict=True)
    ]
    look = style.mark(lane.number)
    has_labels = labels or any(item.own for item, _ in kept)
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers+text" if has_labels else "markers",
        "name": html.escape(lane.title),
        "x": np.array(middles, dtype="datetime64[D]").astype(str).tolist(),
        "y": [round(spot.y, 1) for spot in spots],
        "hovertext": [item.hover for item, _ in kept],
        "hovertemplate": "%{hovertext}<extra></extra>",
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


def _bands(lanes: Sequence[Lane]) -> list[dict[str, Any]]:
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
        for number, lane in enumerate(one for one in lanes if one.items)
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


def _lane_titles(lanes: Sequence[Lane]) -> dict[float, tuple[str, int]]:
    return {one.top + LANE_HEAD / 2: (one.title, one.number) for one in lanes if one.items}


def _legend(own: str | None = None) -> dict[str, Any]:
    text = say("timeline.legend") + (f" {say('timeline.ring')}" if own else "")
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
