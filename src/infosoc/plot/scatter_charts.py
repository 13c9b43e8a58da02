"""Scatter charts: two figures for each country or thing, a mark each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import pointers, rows, style

HEIGHT = 500
#: The size at which labels are kept apart, in pixels; a figure is as wide as the page.
PLOT_WIDTH, PLOT_HEIGHT = 700, 370
LETTER, LINE = 7, 16
#: A name may reach a little into the margin.
RIGHT = PLOT_WIDTH + 26
SIDES = ("middle right", "middle left", "top center", "bottom center")
#: A correlation of ranks this weak says nothing, this strong says much.
WEAK, STRONG = 0.3, 0.7
#: A correlation of fewer points would be chance.
FEWEST = 8


@dataclass(frozen=True)
class Axis:
    """What one axis shows: its column, words, unit and reach.

    Attributes
    ----------
    column
        Column with the figures.
    title
        What they are, in words.
    unit
        Their unit.
    log
        Whether equal steps are equal ratios.
    bounds
        Lowest and highest figure.
    """

    column: str
    title: str
    unit: str = ""
    log: bool = False
    bounds: tuple[float, float] = (0.0, 100.0)


def scatter(
    frame: pd.DataFrame,
    *,
    x: str,
    y: str,
    label: str,
    group: str | None = None,
    title: str = "Scatter chart",
    x_title: str = "",
    y_title: str = "",
    x_unit: str = "",
    y_unit: str = "",
    log_x: bool = False,
    log_y: bool = False,
    named: Sequence[str] = (),
    tables: Sequence[str] = (),
) -> Exhibit:
    """Draw two figures for each row as a mark, to see whether they go together.

    A row that lacks one of its figures is counted in the summary and not drawn: it is not zero.
    Marks are told apart by colour and symbol. The summary gives the correlation of ranks after
    Spearman: +1 where the order of the rows is the same in both figures, 0 where one order says
    nothing about the other, -1 where it is turned round.

    Parameters
    ----------
    frame
        One row for each mark.
    x, y
        Columns with the figures.
    label
        Column with the name of each row.
    group
        Column that tells the marks apart, at most eight values; rows without a value come last.
    title
        Title of the picture.
    x_title, y_title
        What the axes show; by default the names of the columns.
    x_unit, y_unit
        Units of the figures. An axis in percent goes from 0 to 100.
    log_x, log_y
        Whether equal steps on the axis are equal ratios; then every figure is above zero.
    named
        Names that are written beside their marks.
    tables
        Tables that the rows come from, for the sources; not needed with ``source_ids``.

    Returns
    -------
    Exhibit
        Its table has the label, the group if given, and both figures.

    Raises
    ------
    UnknownNameError
        If a column, or a name to write, does not exist.
    TableShapeError
        If no row has both figures, a figure cannot stand on its axis, or there are too many
        groups.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"who": list("abc"), "rich": [1, 10, 100], "online": [5, 50, None]})
    >>> chart = scatter(rows, x="rich", y="online", label="who", log_x=True)
    >>> chart.table["who"].tolist()
    ['a', 'b']
    """
    rows.require(frame, {c for c in (x, y, label, group) if c}, "the chart")
    known = complete(frame, x, y, group)
    across = Axis(x, x_title or html.words(x), x_unit, log_x, reach(known[x], x_unit, log_x))
    up = Axis(y, y_title or html.words(y), y_unit, log_y, reach(known[y], y_unit, log_y))
    for name in named:
        if name not in set(known[label]):
            raise UnknownNameError("mark with both figures", name, sorted(known[label]))
    return Exhibit(
        drawing=draw(known, across, up, label, group, title, named),
        title=title,
        summary=in_words(known, across, up, label, len(frame) - len(known)),
        table=_table(known, across, up, label, group),
        sources=rows.rows_and_tables_sources(frame, tables),
    )


def complete(frame: pd.DataFrame, x: str, y: str, group: str | None = None) -> pd.DataFrame:
    """Return the rows that have both figures, and a group in words."""
    known = frame[frame[x].notna() & frame[y].notna()]
    if known.empty:
        raise TableShapeError(f"There is nothing to draw: no row has both {x!r} and {y!r}.")
    if group is None:
        return known
    texts = [say("scatter.no_group") if pd.isna(v) else html.words(v) for v in known[group]]
    return known.assign(**{group: texts})


def reach(figures: pd.Series, unit: str, log: bool) -> tuple[float, float]:
    """Return the lowest and the highest figure of an axis.

    Parameters
    ----------
    figures
        The figures that are to stand on it.
    unit
        Their unit; a percentage gets the whole scale.
    log
        Whether equal steps are equal ratios.

    Raises
    ------
    TableShapeError
        If an axis of ratios gets a figure that is not above zero.

    Examples
    --------
    >>> reach(pd.Series([3.0, 40.0]), "percent", False)
    (0.0, 100.0)
    """
    low, high = float(figures.min()), float(figures.max())
    if log:
        if low <= 0:
            raise TableShapeError(f"The figure {low:g} cannot stand on this axis: give above zero.")
        return low / 1.6, high * 1.6
    if unit.startswith("percent") and low >= 0 and high <= 100:  # noqa: PLR2004
        return 0.0, 100.0
    room = (high - low or abs(high) or 1) * 0.06
    return (0.0 if 0 <= low < high / 2 else low - room), high + room


def rank_correlation(known: pd.DataFrame, x: str, y: str) -> float | None:
    """Return Spearman's correlation of ranks, or None for too few rows or equal figures.

    Examples
    --------
    >>> rows = pd.DataFrame({"x": range(9), "y": [n**2 for n in range(9)]})
    >>> round(rank_correlation(rows, "x", "y"), 2)
    1.0
    """
    if len(known) < FEWEST or min(known[x].nunique(), known[y].nunique()) < 2:  # noqa: PLR2004
        return None
    return float(known[x].rank().corr(known[y].rank()))


def in_words(known: pd.DataFrame, across: Axis, up: Axis, label: str, missing: int) -> str:
    """Say what the marks show together, and how many are missing."""
    axes = {"x": _axis_words(across), "y": _axis_words(up)}
    parts = [say("scatter.head", count=len(known), label=html.words(label), **axes)]
    if across.log or up.log:
        logs = ", ".join(axis.title for axis in (across, up) if axis.log)
        parts.append(say("scatter.log", axis=logs))
    found = rank_correlation(known, across.column, up.column)
    if found is not None:
        strength = "weak" if abs(found) < WEAK else "strong" if abs(found) > STRONG else "some"
        told = {
            ("weak", True): say("scatter.weak"),
            ("weak", False): say("scatter.weak"),
            ("some", True): say("scatter.some.same"),
            ("some", False): say("scatter.some.opposite"),
            ("strong", True): say("scatter.strong.same"),
            ("strong", False): say("scatter.strong.opposite"),
        }[strength, found > 0]
        parts += [say("scatter.correlation", told=told, found=f"{found:+.2f}")]
    if missing:
        parts.append(say("scatter.missing", count=missing))
    return " ".join(parts)


def _axis_words(axis: Axis) -> str:
    return say("scatter.axis", title=axis.title, unit=axis.unit) if axis.unit else axis.title


def _table(
    known: pd.DataFrame, across: Axis, up: Axis, label: str, group: str | None
) -> pd.DataFrame:
    columns = {label: known[label]}
    if group:
        columns[html.words(group)] = known[group]
    columns |= {_axis_words(axis): known[axis.column].round(4) for axis in (across, up)}
    return pd.DataFrame(columns).sort_values(label, ignore_index=True)


def draw(
    known: pd.DataFrame,
    across: Axis,
    up: Axis,
    label: str,
    group: str | None,
    title: str,
    named: Sequence[str] = (),
    *,
    groups: Sequence[str] = (),
) -> Drawing:
    """Draw a mark for each row.

    Parameters
    ----------
    known
        Rows with both figures.
    across, up
        The axes.
    label, group
        Columns with the name of each row and with what tells marks apart.
    title
        Title of the picture.
    named
        Names that are written beside their marks, where the rows have them.
    groups
        All groups there may be, in order, so that a group keeps its look from picture to picture.

    Raises
    ------
    TableShapeError
        If there are too many groups.
    """
    order = list(groups or (dict.fromkeys(sorted(known[group])) if group else [""]))
    if len(order) > len(style.MARKS):
        raise TableShapeError(
            f"{len(order)} groups cannot be told apart. Keep at most {len(style.MARKS)}."
        )
    parts = [
        (place, known[known[group] == one] if group else known) for place, one in enumerate(order)
    ]
    traces = [_marks(part, place, order[place], across, up, label) for place, part in parts]
    pointed = known[known[label].isin(named)]
    if not pointed.empty:
        traces.append(_names(pointed, across, up, label))
    return style.figure(
        traces,
        html.escape(title),
        height=HEIGHT,
        showlegend=group is not None,
        legend={"orientation": "h", "x": 0, "y": -0.17, "yanchor": "top", "itemclick": False},
        xaxis=_axis(across, 60),
        yaxis=_axis(up, 32),
        margin={"l": 8, "r": 28, "t": 52, "b": 80 if group else 52},
        hovermode="closest",
    )


def _axis(axis: Axis, letters: int) -> dict[str, Any]:
    text = axis.title + (f" ({axis.unit})" if axis.unit else "")
    kind = {"type": "log", "dtick": 1, "tickformat": ",~r"} if axis.log else {"tickformat": ",~r"}
    return {
        **kind,
        "range": [round(end, 4) for end in _span(axis)],
        "title": {"text": style.wrap(html.escape(text), letters), "standoff": 8},
        "fixedrange": True,
    }


def _span(axis: Axis) -> tuple[float, float]:
    """Return where an axis begins and ends as plotly counts it; no mark at the edge is cut."""
    low, high = axis.bounds
    if axis.log:
        return math.log10(low), math.log10(high)
    room = (high - low) * 0.02
    return low - room, high + room


def _marks(
    part: pd.DataFrame, place: int, name: str, across: Axis, up: Axis, label: str
) -> dict[str, Any]:
    look = style.mark(place)
    told = "<br>".join(
        f"{html.escape(axis.title)}: %{{{letter}:,.4~r}} {html.escape(axis.unit)}".rstrip()
        for letter, axis in (("x", across), ("y", up))
    )
    return {
        "type": "scatter",
        "mode": "markers",
        "name": html.escape(name),
        "x": [round(float(figure), 3) for figure in part[across.column]],
        "y": [round(float(figure), 3) for figure in part[up.column]],
        "text": [html.escape(text) for text in part[label]],
        "marker": {
            "color": look.color,
            "symbol": look.symbol,
            "size": 9,
            "opacity": 0.8,
            "line": {"color": style.PAPER, "width": 1},
        },
        "hovertemplate": f"<b>%{{text}}</b><br>{told}<extra></extra>",
    }


def _names(pointed: pd.DataFrame, across: Axis, up: Axis, label: str) -> dict[str, Any]:
    ordered = pointed.sort_values(label, kind="stable")
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(float(figure), 3) for figure in ordered[across.column]],
        "y": [round(float(figure), 3) for figure in ordered[up.column]],
        "text": [f"<b>{html.escape(name)}</b>" for name in ordered[label]],
        "textposition": _sides(ordered, across, up, label),
        "textfont": {"size": 12, "color": style.INK},
        "marker": {
            "symbol": "circle-open",
            "size": 13,
            "color": style.INK,
            "line": {"width": 1.5},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _sides(ordered: pd.DataFrame, across: Axis, up: Axis, label: str) -> list[str]:
    """Choose for each name the side of its mark on which it overlaps no other name."""
    taken: list[tuple[float, float, float, float]] = []
    chosen = []
    for row in ordered.to_dict("records"):
        x = _pixel(row[across.column], across) * PLOT_WIDTH
        y = _pixel(row[up.column], up) * PLOT_HEIGHT
        wide = LETTER * len(str(row[label]))
        boxes = [(side, _box(x, y, wide, side)) for side in SIDES]
        inside = [pair for pair in boxes if pair[1][0] >= 0 and pair[1][2] <= RIGHT]
        free = [pair for pair in inside if not any(_touch(pair[1], box) for box in taken)]
        side, box = (free or inside or boxes)[0]
        taken.append(box)
        chosen.append(side)
    return chosen


def _pixel(figure: float, axis: Axis) -> float:
    """Return the place of a figure on its axis, from 0 to 1."""
    low, high = axis.bounds
    if axis.log:
        return math.log(figure / low) / math.log(high / low)
    return (figure - low) / (high - low)


def _box(x: float, y: float, wide: float, side: str) -> tuple[float, float, float, float]:
    left = {"middle right": x + 6, "middle left": x - 6 - wide}.get(side, x - wide / 2)
    bottom = {"top center": y + 9, "bottom center": y - 9 - LINE}.get(side, y - LINE / 2)
    return left, bottom, left + wide, bottom + LINE


def _touch(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


def pointer(row: pd.Series, across: Axis, up: Axis, name: str) -> list[dict[str, Any]]:
    """Return the shapes that point a row out.

    Parameters
    ----------
    row
        A row with both figures.
    across, up
        The axes.
    name
        Its name.
    """
    x, y = _within(float(row[across.column]), across), _within(float(row[up.column]), up)
    shapes = pointers.pointer(x, y, name, x, y)
    # On an axis of ratios plotly would also bend what is measured in pixels.
    return [{**shape, "xref": "x domain", "yref": "y domain"} for shape in shapes]


def _within(figure: float, axis: Axis) -> float:
    """Return the place of a figure within the picture, from 0 at one edge to 1 at the other."""
    low, high = _span(axis)
    return ((math.log10(figure) if axis.log else figure) - low) / (high - low)
