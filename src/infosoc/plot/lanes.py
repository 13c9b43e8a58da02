"""Lanes of a timeline: each event gets the first row of its lane in which it touches no other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from infosoc import html
from infosoc.plot import style

#: Width in pixels that marks are packed for: a notebook on a small laptop.
PLOT_WIDTH = 600
#: From this many events on, marks are small.
MANY = 120
LABEL_WIDTH = 38
CHARACTER = 7.2
LINE_ROW = 17
#: Room above the first row of a lane, for its name, and below its last.
HEAD, FOOT = 22, 8
#: Days that even a timeline of one day spans.
FEWEST_DAYS = 30

Side = Literal["right", "left"]
#: Whether marks have their title beside them, or the lanes in which they have.
Labels = bool | Collection[str]


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

    row: int
    title: str
    hover: str
    start: int
    end: int
    exact: bool
    own: bool = False

    @property
    def middle(self) -> int:
        """The day in the middle of the days it may have been."""
        return self.start + (self.end - self.start) // 2


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

    def part(self, *, own: bool) -> Lane:
        """Return this lane with the reader's own events only, or with the others only."""
        pairs = zip(self.items, self.spots, strict=True)
        kept = [(item, spot) for item, spot in pairs if item.own == own]
        items, spots = tuple(item for item, _ in kept), tuple(spot for _, spot in kept)
        return Lane(self.key, self.title, self.number, self.top, self.height, items, spots)


def size_for(count: int) -> Size:
    """Return how large the marks of so many events are."""
    return SMALL if count >= MANY else LARGE


def is_named(key: str, labels: Labels) -> bool:
    """Say whether the marks of this lane have their titles beside them."""
    return labels if isinstance(labels, bool) else key in labels


def items_of(events: pd.DataFrame, lane: str, own: str | None = None) -> list[tuple[str, Item]]:
    """Return the key of the lane and the item of each event, in the order of the rows."""
    columns = (
        range(len(events)),
        events["title"].tolist(),
        events["hover"].tolist(),
        events["start"].to_numpy().astype("datetime64[D]").astype(int).tolist(),
        events["end"].to_numpy().astype("datetime64[D]").astype(int).tolist(),
        (events["precision"] == "day").tolist(),
        events[own].tolist() if own else [False] * len(events),
    )
    items = (Item(*parts) for parts in zip(*columns, strict=True))
    return list(zip(events[lane].tolist(), items, strict=True))


def by_lane(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    """Sort items into their lanes; plain Python, because an explorer redraws on every change."""
    found: dict[str, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return found


def extent(items: Mapping[str, Sequence[Item]]) -> tuple[int, int]:
    """Return the first and the last day of all items."""
    first = min(item.start for some in items.values() for item in some)
    last = max(item.end for some in items.values() for item in some)
    return first, last


def days_of(first: int, last: int) -> int:
    """Return how many days a timeline from one day to another spans."""
    return max(last - first, FEWEST_DAYS)


def arrange(
    items: Mapping[str, Sequence[Item]],
    keys: Sequence[str],
    titles: Mapping[str, str],
    labels: Labels,
    size: Size,
) -> list[Lane]:
    """Give each event a place in its lane, and each lane one below the other.

    Parameters
    ----------
    items
        The items of each lane, sorted by their days.
    keys
        The lanes from top to bottom. One without items has no height.
    titles
        Titles of lanes, where they have one.
    labels
        Whether each mark has its title beside it, or the lanes whose marks have.
    size
        How large marks are.
    """
    first, last = extent(items)
    per_pixel = days_of(first, last) / PLOT_WIDTH
    arranged: list[Lane] = []
    top = 0.0
    for number, key in enumerate(keys):
        chosen = tuple(items.get(key, ()))
        spots, height = _pack(chosen, top, per_pixel, first, is_named(key, labels), size)
        title = titles.get(key, html.words(key))
        arranged.append(Lane(key, title, number, top, height, chosen, spots))
        top += height
    return arranged


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
    starts = [top + HEAD + sum(heights[:row]) for row in range(len(taken))]
    spots = tuple(
        Spot(row, starts[row] + heights[row] / 2, side, label) for row, side, label in placed
    )
    return spots, HEAD + sum(heights) + FOOT


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
