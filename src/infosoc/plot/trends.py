"""Lines over the years, each named at its end, with gaps left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

HEIGHT = 420
#: Height of a line of a label at the end of a line, in pixels.
LABEL_LINE = 17
#: More lines than marks could not be told apart.
MOST_LINES = len(style.MARKS)
FEW_YEARS = 12
#: A live picture is drawn sooner when the room for its figures is set and none has to be measured.
LIVE_LEFT = 68
LIVE_AXIS = {"automargin": False, "ticklabeloverflow": "allow", "tickangle": 0}
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "solid", "dash")
LABEL_WIDTH = 26
HEAD, FOOT = 56, 44
#: A space that is not left out at the beginning of a line.
GAP = "\N{EN SPACE}"
#: Words of years as close as this would overlap on a narrow screen.
NEAR = 3


def trend(
    frame: pd.DataFrame,
    *,
    value: str = "value",
    year: str = "year",
    group: str | None = None,
    title: str = "Trend",
    unit: str = "",
    bounds: tuple[float, float] | None = None,
    marks: dict[int, str] | None = None,
    tables: Sequence[str] = (),
) -> Exhibit:
    """Draw figures over the years as lines.

    A line breaks where a year has no figure: nothing is filled in. Lines are told apart by
    colour, by symbol and by dashes, and each has its name at its end.

    Parameters
    ----------
    frame
        One row for each year and group, with ``source_ids`` where rows have sources.
    value
        Column with the figures.
    year
        Column with the years, whole numbers.
    group
        Column whose values get a line each, at most eight.
    title
        Title of the picture.
    unit
        Unit of the figures, for example ``"percent of population"``.
    bounds
        Lowest and highest figure on the axis; by default from zero, or from the lowest figure if
        that is below zero, to a little above the highest.
    marks
        Years to mark with a word, for example ``{2003: "Geneva", 2005: "Tunis"}``.
    tables
        Tables that the rows come from, for the sources, where rows no longer know it.

    Returns
    -------
    Exhibit
        Its table has the year and one column for each group.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no figures, a year and group come twice, or there are too many lines.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users_groups")
    >>> world = trend(users[users.group_code == "WLD"], title="People online", unit="percent")
    >>> world.table.columns.tolist()
    ['year', 'value (percent)']
    """
    rows.require(frame, {column for column in (value, year, group) if column}, "the chart")
    wide = _wide(frame, value, year, group)
    names = {column: html.words(column) if group else value for column in wide.columns}
    span = bounds or limits(wide, unit)
    return Exhibit(
        drawing=draw(wide, names, title, unit, span, marks=marks, grouped=bool(group)),
        title=title,
        summary=_summary(wide, names, unit, bool(group)),
        table=_table(wide, names, value, unit, bool(group)),
        sources=rows.rows_and_tables_sources(frame, tables),
    )


def _wide(frame: pd.DataFrame, value: str, year: str, group: str | None) -> pd.DataFrame:
    """Return one row for each year of the span, one column for each line."""
    known = frame[frame[value].notna()]
    if known.empty:
        raise TableShapeError(f"There is nothing to draw: the column {value!r} is empty.")
    keys = [year, group] if group else [year]
    twice = known[known.duplicated(keys)]
    if not twice.empty:
        shown = ", ".join(str(twice.iloc[0][key]) for key in keys)
        raise TableShapeError(f"{shown} comes twice. Keep one row, or name a group column.")
    if group is None:
        wide = known.set_index(year)[[value]]
    else:
        order = list(dict.fromkeys(known[group]))
        if len(order) > MOST_LINES:
            raise TableShapeError(
                f"{len(order)} lines cannot be told apart. Keep at most {MOST_LINES} of {group!r}."
            )
        wide = known.pivot(index=year, columns=group, values=value)[order]
    span = range(int(wide.index.min()), int(wide.index.max()) + 1)
    return wide.astype(float).reindex(span).rename_axis(index=year, columns=None)


def limits(wide: pd.DataFrame, unit: str) -> tuple[float, float]:
    """Return the lowest and highest figure of the axis: the whole scale for shares of a whole."""
    if unit.startswith("percent"):
        return 0.0, 100.0
    low, high = float(wide.min().min()), float(wide.max().max())
    return min(0.0, low), high + (high - min(0.0, low)) * 0.06 or 1.0


def _table(
    wide: pd.DataFrame, names: dict[Any, str], value: str, unit: str, grouped: bool
) -> pd.DataFrame:
    measure = f" ({unit})" if unit else ""
    columns = names if grouped else {value: f"{value}{measure}"}
    return wide.dropna(how="all").rename(columns=columns).reset_index()


def _summary(wide: pd.DataFrame, names: dict[Any, str], unit: str, grouped: bool) -> str:
    parts = []
    for column in wide.columns:
        line = wide[column].dropna()
        ends = line.iloc[[0, -1]] if len(line) > 1 else line
        told = ", ".join(
            say("trend.at", value=html.number(value), year=year) for year, value in ends.items()
        )
        parts.append(say("trend.part", name=names[column], told=told) if grouped else told)
    span = {"first": wide.index.min(), "last": wide.index.max()}
    what = {"unit": unit or say("trend.plain"), "parts": ". ".join(parts)}
    if len(parts) == 1:
        return say("trend.one", **span, **what)
    return say("trend.many", count=len(parts), **span, **what)


def draw(
    wide: pd.DataFrame,
    names: dict[Any, str],
    title: str,
    unit: str,
    bounds: tuple[float, float],
    *,
    marks: dict[int, str] | None = None,
    grouped: bool = True,
    live: bool = False,
) -> Drawing:
    """Draw one line for each column of a table with the years as index.

    Parameters
    ----------
    wide
        Figures, one row for each year.
    names
        Name of each column's line.
    title, unit
        Title of the picture and unit of the figures.
    bounds
        Lowest and highest figure of the axis.
    marks
        Years to mark with a word.
    grouped
        Whether the lines have their names at their ends.
    live
        Whether it is for an explorer, where a redraw has to be quick: only a figure between two
        gaps then has a mark.
    """
    marks = marks or {}
    traces = [
        line_trace(wide[column], number, names[column], unit, single=not grouped)
        for number, column in enumerate(wide.columns)
    ]
    if live:
        traces = [*({**trace, "mode": "lines"} for trace in traces), _alone(traces)]
    labels = _end_labels(wide, names, bounds) if grouped else []
    shapes, words = _year_marks(marks)
    top = HEAD + (18 if marks else 0)
    first, last = wide.index.min() - 0.5, wide.index.max() + 0.5
    if live and labels:
        traces.append(style.words([_beside(label, last) for label in labels]))
        labels = []
    room = 7 * min(LABEL_WIDTH, max(len(names[c]) for c in wide.columns)) + 24 if grouped else 24
    drawn = style.figure(
        traces,
        html.escape(title),
        height=HEIGHT,
        showlegend=False,
        xaxis={
            "range": [first, last],
            "tickformat": "d",
            "showgrid": False,
            "fixedrange": True,
            # Of few years each has its tick: plotly would put several within one.
            **({"dtick": 1} if len(wide) <= FEW_YEARS else {"nticks": 8 if live else 12}),
        },
        yaxis={
            "range": list(bounds),
            "title": {"text": html.escape(unit), "standoff": 8},
            "fixedrange": True,
        },
        shapes=shapes,
        annotations=[*labels, *words],
        margin={"l": 8, "r": room, "t": top, "b": FOOT},
        hovermode="closest",
    )
    return steady(drawn) if live else drawn


def steady(drawing: Drawing) -> Drawing:
    """Set the room at the edges of a chart with one line or more, so that none is measured."""
    layout = drawing.layout
    return drawing.with_traces(
        drawing.traces,
        xaxis={**layout["xaxis"], **LIVE_AXIS, "ticklabelstandoff": 4},
        yaxis={**layout["yaxis"], **LIVE_AXIS},
        margin={**layout["margin"], "l": LIVE_LEFT},
    )


def line_trace(
    line: pd.Series, number: int, name: str, unit: str, *, single: bool = False
) -> dict[str, Any]:
    """Return one line as plotly describes it; years without a figure leave a gap.

    Parameters
    ----------
    line
        Figures with the years as index.
    number
        Number of the line, which sets its colour, symbol and dashes.
    name
        Name of the line.
    unit
        Unit of the figures.
    single
        Whether the picture has no other line, so that the name need not be told.
    """
    look = style.mark(number)
    head = "" if single else f"<b>{html.escape(name)}</b><br>"
    measure = f" {html.escape(unit)}" if unit else ""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": html.escape(name),
        "x": [int(year) for year in line.index],
        "y": [None if pd.isna(figure) else round(float(figure), 6) for figure in line],
        "connectgaps": False,
        "line": {"color": look.color, "width": 2, "dash": DASHES[number % len(DASHES)]},
        "marker": {"color": look.color, "symbol": look.symbol, "size": 7},
        "hovertemplate": f"{head}%{{x}}: %{{y:,.4~r}}{measure}<extra></extra>",
    }


def _alone(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the marks of figures that no line reaches, because both years beside have none."""
    found = []
    for line in lines:
        padded = [None, *line["y"], None]
        beside = zip(padded, padded[1:], padded[2:], strict=False)
        found += [
            (year, figure, line["marker"])
            for year, (before, figure, after) in zip(line["x"], beside, strict=True)
            if before is after is None and figure is not None
        ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [year for year, _, _ in found],
        "y": [figure for _, figure, _ in found],
        "marker": {
            "color": [look["color"] for _, _, look in found],
            "symbol": [look["symbol"] for _, _, look in found],
            "size": 7,
        },
        # The line itself says what is there.
        "hoverinfo": "skip",
    }


def _end_labels(
    wide: pd.DataFrame, names: dict[Any, str], bounds: tuple[float, float]
) -> list[dict[str, Any]]:
    """Return the names at the ends of the lines, pushed apart where they would overlap."""
    low, high = bounds
    pixel = (high - low) / (HEIGHT - HEAD - FOOT)
    ends = sorted(
        (float(wide[column].dropna().iloc[-1]), number, column)
        for number, column in enumerate(wide.columns)
    )
    texts = [style.wrap(html.escape(names[column]), LABEL_WIDTH) for _, _, column in ends]
    tall = [LABEL_LINE * (text.count("<br>") + 1) * pixel for text in texts]
    heights: list[float] = []
    for place, (figure, _, _) in enumerate(ends):
        below = heights[-1] + (tall[place - 1] + tall[place]) / 2 if heights else figure
        heights.append(max(figure, below))
    # The pile may have grown out at the top: push it down again from there.
    ceiling = high + tall[-1] / 2
    for place in range(len(heights) - 1, -1, -1):
        heights[place] = min(heights[place], ceiling - tall[place] / 2)
        ceiling = heights[place] - tall[place] / 2
    return [
        {
            "text": text,
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": height,
            "showarrow": False,
            "align": "left",
            "font": {"size": 13, "color": style.mark(number).color},
        }
        for text, height, (_, number, _) in zip(texts, heights, ends, strict=True)
    ]


def _beside(label: dict[str, Any], last: float) -> dict[str, Any]:
    """Let a name begin just within the end of the axis: plotly hides what stands beyond it."""
    lines = label["text"].split("<br>")
    text = "<br>".join(f"{GAP}{line}" for line in lines)
    return {**label, "x": last - 0.01, "text": text}


def _year_marks(marks: dict[int, str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the upright lines of marked years and the words above them."""
    shapes = [
        {
            "type": "line",
            "x0": year,
            "x1": year,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": style.MUTED, "width": 1, "dash": "dot"},
        }
        for year in marks
    ]
    words = [
        {
            "text": html.escape(word),
            "x": year,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "xanchor": _side(year, marks),
            "showarrow": False,
            "font": {"size": 12, "color": style.MUTED},
        }
        for year, word in marks.items()
    ]
    return shapes, words


def _side(year: int, marks: dict[int, str]) -> str:
    """Tell on which side of its line a word stands, so that near neighbours do not overlap."""
    if any(0 < other - year <= NEAR for other in marks):
        return "right"
    return "left" if any(0 < year - other <= NEAR for other in marks) else "center"
