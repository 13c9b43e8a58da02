"""A timeline that the reader filters by topic, years and words."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import Any

import ipywidgets as widgets
import numpy as np
import pandas as pd

from infosoc import html
from infosoc.explore.figure_widget import MOST_KEPT, LiveFigure
from infosoc.explore.slider_names import SliderNames
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import live_timelines, rows, strokes, style, timelines

#: Rows of the list below the timeline.
MOST_LISTED = 10
#: Seconds after a change until the list below the picture is written.
LATER = 0.1
SEARCHED = ("title", "description", "city")


class TimelineExplorer(Live):
    """The controls, the picture and the list of a filterable timeline.

    Attributes
    ----------
    topics
        A checkbox for each topic, by its id.
    years
        The slider with the first and the last year.
    search
        The field for a word.
    count
        Says how many events are shown.
    figure
        The figure that is on the screen.
    legend
        Says below it what its marks mean.
    """

    def __init__(self, events: pd.DataFrame, title: str):
        rows.require(events, {"topic", "start", "end", "title"}, "the timeline")
        self._events = timelines.prepare(events)
        self._title = title
        self._texts = _searchable(self._events)
        self._topics = self._events["topic"].to_numpy(dtype=object)
        self._first = self._events["start"].dt.year.to_numpy()
        self._last = self._events["end"].dt.year.to_numpy()
        self._paused = False
        self._listing: asyncio.TimerHandle | None = None
        self._build()
        super().__init__(self._box, _plain(self._events, title))
        self._tell(self._events)

    def _build(self) -> None:
        self.topics = {
            key: widgets.Checkbox(
                value=True, description=name, indent=False, layout={"width": "auto"}
            )
            for key, name in _topic_names(self._events).items()
        }
        first, last = int(self._first.min()), int(self._last.max())
        self.years = widgets.IntRangeSlider(
            value=(first, last),
            min=first,
            max=last,
            description=say("explore.timeline.years"),
            continuous_update=False,
            layout={"width": "auto", "max_width": "640px"},
        )
        self.search = widgets.Text(
            description=say("explore.timeline.search"),
            placeholder=say("explore.timeline.search.example"),
        )
        self.reset = widgets.Button(
            description=say("explore.timeline.reset"), tooltip=say("explore.timeline.reset.what")
        )
        self.count = StatusLine()
        self.list = widgets.HTML()
        keys = timelines.lane_keys(self._events, "topic")
        self._picture = live_timelines.LiveTimeline(self._events, "topic", keys)
        self._drawn = lru_cache(MOST_KEPT)(self._draw_kept)
        traces, layout = self._drawn(np.full(len(self._events), fill_value=True).tobytes())
        self.figure = LiveFigure(
            style.figure(traces, html.escape(self._title), **layout), self._picture.texts
        )
        self.legend = widgets.HTML()
        wrapping = {"flex_flow": "row wrap", "grid_gap": "0 16px"}
        self._box = widgets.VBox(
            [
                widgets.Box(list(self.topics.values()), layout=wrapping),
                self.years,
                widgets.HBox([self.search, self.reset], layout={"flex_flow": "row wrap"}),
                self.count,
                self.figure,
                self.legend,
                self.list,
                SliderNames(),
            ]
        )
        for control in (*self.topics.values(), self.years, self.search):
            control.observe(self._changed, names="value")
        self.reset.on_click(self._reset)

    def chosen(self) -> pd.DataFrame:
        """Return the events that the controls let through."""
        return self._events[self._kept()]

    def _kept(self) -> np.ndarray:
        """Say for each event whether the controls let it through."""
        wanted = [key for key, box in self.topics.items() if box.value]
        first, last = self.years.value
        keep: np.ndarray = (
            np.isin(self._topics, wanted) & (self._last >= first) & (self._first <= last)
        )
        word = self.search.value.strip().casefold()
        if word:
            keep &= np.array([word in text for text in self._texts])
        return keep

    def _changed(self, _change: Any) -> None:
        if not self._paused:
            self._redraw()

    def _reset(self, _button: Any) -> None:
        self._paused = True
        try:
            for box in self.topics.values():
                box.value = True
            self.years.value = (self.years.min, self.years.max)
            self.search.value = ""
        finally:
            self._paused = False
        self._redraw()

    def _redraw(self) -> None:
        keep = self._kept()
        self._draw(keep)
        self._tell(self._events[keep])

    def _draw(self, keep: np.ndarray) -> None:
        if not keep.any():
            self.figure.redraw([], strokes.meta([]))
            return
        self.figure.redraw(*self._drawn(keep.tobytes()))

    def _draw_kept(self, kept: bytes) -> live_timelines.Picture:
        return self._picture.draw(np.frombuffer(kept, dtype=bool))

    def _tell(self, events: pd.DataFrame) -> None:
        """Say in words what is shown."""
        self.legend.value = self._picture.legend(len(events))
        self._count(events)
        self._list_later(events)

    def _list_later(self, events: pd.DataFrame) -> None:
        """Write the list when the picture has been drawn; it is folded, so nobody waits for it."""
        if self._listing:
            self._listing.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # A program, not a notebook.
            self._list(events)
            return
        self._listing = loop.call_later(LATER, self._list, events)

    def _count(self, events: pd.DataFrame) -> None:
        text = say("explore.timeline.count", shown=len(events), count=len(self._events))
        if events.empty:
            text = say("explore.timeline.none", count=text)
        self.count.value = text

    def _list(self, events: pd.DataFrame) -> None:
        if events.empty:
            self.list.value = ""
            return
        first = timelines.table(events.head(MOST_LISTED), "topic")
        caption = say("explore.timeline.list", shown=len(first), count=len(events))
        self.list.value = html.folded(say("explore.timeline.table"), html.table(first, caption))


def timeline(events: pd.DataFrame, *, title: str | None = None) -> TimelineExplorer:
    """Explore events on a timeline, with topics, years and a search.

    Each change redraws the picture once. All controls can be reached and used by keyboard.

    Parameters
    ----------
    events
        Rows of the table ``events``.
    title
        Title of the timeline; by default it says what to do.

    Returns
    -------
    TimelineExplorer
        Shown in a notebook as controls above a timeline.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows.

    Examples
    --------
    >>> import infosoc
    >>> explorer = timeline(infosoc.load("events"))
    >>> explorer.years.value = (2003, 2003)
    >>> set(explorer.chosen()["start"].dt.year) <= {2002, 2003}
    True
    """
    return TimelineExplorer(events, title or say("explore.timeline.title"))


def _searchable(events: pd.DataFrame) -> list[str]:
    """Return for each event the text that is searched."""
    columns = [column for column in SEARCHED if column in events]
    texts: list[str] = events[columns].fillna("").agg(" ".join, axis=1).str.casefold().tolist()
    return texts


def _topic_names(events: pd.DataFrame) -> dict[str, str]:
    names = timelines.lane_titles("topic")
    present = set(events["topic"])
    known = {key: name for key, name in names.items() if key in present}
    return known | {key: key for key in sorted(present - set(known))}


def _plain(events: pd.DataFrame, title: str) -> html.Page:
    text = say("explore.timeline.plain", title=title, count=len(events))
    return html.Page(f"<p>{html.escape(text)}</p>", text, events)
