"""Timelines of explorers: drawn again at every change, and so of as few parts as can be.

The marks of a lane are one path of round strokes: a stroke without a length is a dot, a longer one
is an event that goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.plot import lanes, strokes, style, timelines
from infosoc.plot.lanes import Item, Lane, Size, Spot

#: The white middle of a mark whose day is not known, as a part of the mark.
HOLE = 0.57
#: Thickness of the line through the days that may be meant.
THIN = 1.5
#: Room for days and, below them, years; the words about the marks stand below the picture.
FOOT = 46
#: An axis that stays as it is: years are chosen with a slider, and all room is known beforehand.
STILL = {"fixedrange": True, "automargin": False}
#: From so many days on, years stand at the axis: they are short enough to fit wherever they stand.
MANY_DAYS = 3_653

Picture = tuple[list[dict[str, Any]], dict[str, Any]]


class LiveTimeline:
    """Pictures of prepared events, of which an explorer shows now these and now those.

    With few events it draws what :func:`infosoc.plot.timeline` draws, with more of them strokes,
    and with very many of them bars.

    Parameters
    ----------
    events
        What :func:`infosoc.plot.timelines.prepare` returned.
    lane
        Column that sorts the events into lanes.
    keys
        The lanes from top to bottom.
    own
        Column that is true for the reader's own events.
    """

    def __init__(
        self,
        events: pd.DataFrame,
        lane: str,
        keys: Sequence[str],
        own: str | None = None,
    ):
        self._events = events
        self._lane, self._keys, self._own = lane, list(keys), own
        self._pairs = lanes.items_of(events, lane, own) if "hover" in events else []
        #: What is shown when a mark is pointed at: the ``customdata`` of marks count along these.
        self.texts = [item.hover for _, item in self._pairs]

    def legend(self, count: int) -> str:
        """Return as HTML what the marks of so many events mean; bars have these words within."""
        if not 0 < count <= timelines.MOST_MARKS:
            return ""
        return f"<p>{html.escape(timelines.legend(self._own is not None))}</p>"

    def draw(self, keep: np.ndarray) -> Picture:
        """Draw the events that are kept.

        Parameters
        ----------
        keep
            True or false for each event. At least one is kept.

        Returns
        -------
        tuple
            Traces, and the layout but for its title.
        """
        traces, layout = self._draw(keep)
        del layout["title"]
        return traces, layout

    def _draw(self, keep: np.ndarray) -> Picture:
        count = int(keep.sum())
        if count > timelines.MOST_MARKS:
            traces, layout = timelines.draw_bars(self._events[keep], "", self._lane, self._keys)
            return traces, layout | strokes.meta([])
        items = lanes.by_lane(self._kept(keep))
        labels = count <= timelines.MOST_LABELLED
        size = lanes.size_for(count)
        titles = timelines.lane_titles(self._lane)
        arranged = lanes.arrange(items, self._keys, titles, labels, size)
        extent = lanes.extent(items)
        layout = {**timelines.frame(arranged, extent, ""), "annotations": []}
        layout["xaxis"] |= STILL | {"tickangle": 0}
        if extent[1] - extent[0] >= MANY_DAYS:
            layout["xaxis"]["ticklabeloverflow"] = "allow"
        layout["yaxis"] |= STILL
        layout["margin"] |= {"b": FOOT}
        layout["height"] -= timelines.FOOT - FOOT
        others = [] if labels else [one.part(own=False) for one in arranged]
        whole = arranged if labels else [one.part(own=True) for one in arranged]
        layout["shapes"] = [_band(layout["shapes"])]
        layout |= strokes.meta(_Strokes(extent, size).of(others))
        traces = [trace for one in whole for trace in timelines.traces_of(one, labels, size)]
        return [trace for trace in [self._hover(others), *traces] if trace["x"]], layout

    def _kept(self, keep: np.ndarray) -> list[tuple[str, Item]]:
        # Of very many events the words are written only when few of them are shown.
        if not self._pairs:
            events = timelines.with_hover(self._events[keep])
            return lanes.items_of(events, self._lane, self._own)
        return [pair for pair, kept in zip(self._pairs, keep.tolist(), strict=True) if kept]

    def _hover(self, arranged: Sequence[Lane]) -> dict[str, Any]:
        """Return a trace that draws nothing, and has words where the strokes are."""
        placed = [pair for one in arranged for pair in zip(one.items, one.spots, strict=True)]
        days = [item.start if item.exact else item.middle for item, _ in placed]
        words = (
            {"customdata": [item.row for item, _ in placed]}
            if self.texts
            else {"hovertext": [item.hover for item, _ in placed]}
        )
        return {
            "type": "scatter",
            "mode": "none",
            "x": timelines.days_in_words(days),
            "y": [round(spot.y, 1) for _, spot in placed],
            "hovertemplate": timelines.HOVER,
            **words,
        }


def _band(rects: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the shaded ones of the bands below lanes as one path."""
    shaded = [one for one in rects if one["fillcolor"] == style.BAND]
    path = "".join(f"M0,{one['y0']}H1V{one['y1']}H0Z" for one in shaded)
    band = {"type": "path", "path": path, "xref": "paper", "layer": "below"}
    return {**band, "fillcolor": style.BAND, "line": {"width": 0}}


class _Strokes:
    """Writes the marks of lanes as strokes."""

    def __init__(self, extent: tuple[int, int], size: Size):
        self._low, high = timelines.ends(*extent)
        self._days = high - self._low
        self._size = size

    def of(self, arranged: Sequence[Lane]) -> list[dict[str, Any]]:
        """Return one path for the marks of each lane, and two for the open marks of all."""
        placed = [[*zip(one.items, one.spots, strict=True)] for one in arranged]
        loose = [(item, spot) for some in placed for item, spot in some if not item.exact]
        through = [self._stroke(item.start, item.end, spot.y) for item, spot in loose]
        mark = self._size.mark
        paths = [
            (through, style.MUTED, THIN),
            *(
                (self._marks(some), style.mark(one.number).color, mark)
                for one, some in zip(arranged, placed, strict=True)
            ),
            (self._marks(loose), style.PAPER, mark * HOLE),
        ]
        return [strokes.path(some, color, width) for some, color, width in paths if some]

    def _marks(self, placed: Sequence[tuple[Item, Spot]]) -> list[str]:
        return [
            self._stroke(item.start, item.end, spot.y)
            if item.exact
            else self._stroke(item.middle, item.middle, spot.y)
            for item, spot in placed
        ]

    def _stroke(self, start: int, end: int, y: float) -> str:
        begin, stop = ((day - self._low) / self._days for day in (start, end))
        return strokes.across(begin, stop, y)
