"""Values above and below zero: a grid and bars, with the sign written at every value."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

ROW_HEIGHT, COLUMN_WIDTH, LABEL_WIDTH = 30, 12, 24
BAR_HEIGHT = 34
#: Steps of the axis of bars, and how many it may have to each side.
STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 50, 100, 1000), 3
#: Orange below zero, blue above: told apart with all common kinds of colour blindness. All are
#: light enough for dark text (5:1 at both ends), and orange is darker, so that grey tells too.
DIVERGING = [[0.0, "#e0893b"], [0.5, "#fbfbf9"], [1.0, "#79b3e0"]]
#: Bars carry no text, so their colours may be stronger.
BELOW, ABOVE = "#a84300", "#0062a3"
#: What stands beside a value that is marked, for example because a limit is crossed.
MARK = "■"
#: A hyphen is easily overlooked before a number.
MINUS = "\N{MINUS SIGN}"


def signed(value: float) -> str:
    """Write a number with its sign.

    Examples
    --------
    >>> [signed(value) for value in (3, 0, 1.5)]
    ['+3', '0', '+1.5']
    """
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + html.number(abs(value))


def signed_matrix(
    frame: pd.DataFrame,
    *,
    row: str,
    column: str,
    value: str,
    mark: str | None = None,
    marked: str = "",
    total: str = "",
    title: str = "Matrix",
    unit: str = "",
) -> Exhibit:
    """Draw values above and below zero in a grid, each with its sign.

    Colour and darkness only repeat what the numbers say: orange is below zero, blue above.

    Parameters
    ----------
    frame
        One row for each pair, with ``source_ids`` where the sources are known.
    row, column
        Columns with the names on the left and at the top, drawn in the order of the frame.
    value
        Column with the numbers.
    mark
        Column that says yes or no; a square stands beside the values with yes.
    marked
        What the square means, in a few words.
    total
        Title of a last column with the sum of each row; without it there is none.
    title
        Title of the picture.
    unit
        Unit of the values.

    Returns
    -------
    Exhibit
        Its table has the names on the left, a column for each name at the top, and the sum.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows or a pair comes twice.

    Examples
    --------
    >>> import pandas as pd
    >>> views = pd.DataFrame({"who": ["A", "B"], "what": ["tax", "tax"], "points": [3, 2]})
    >>> exhibit = signed_matrix(views, row="who", column="what", value="points", title="Views")
    >>> exhibit.table["tax"].tolist()
    ['+3', '+2']
    """
    rows.require(frame, {name for name in (row, column, value, mark) if name}, "the matrix")
    twice = frame[frame.duplicated([row, column])]
    if not twice.empty:
        pair = f"{twice.iloc[0][row]} and {twice.iloc[0][column]}"
        raise TableShapeError(f"The pair {pair} comes twice. Keep one row of it.")
    wide = _wide(frame, row, column, value)
    squares = _wide(frame, row, column, mark).fillna(0) > 0 if mark else wide.notna() & False
    texts = grid_texts(wide.to_numpy().tolist(), squares.to_numpy().tolist(), bool(total))
    tops = [*map(str, wide.columns), *([total] if total else [])]
    traces, layout = grid(wide.to_numpy().tolist(), texts, list(map(str, wide.index)), tops)
    return Exhibit(
        drawing=style.figure(traces, html.escape(title), **layout),
        title=title,
        summary=_grid_summary(wide, int(squares.sum().sum()), row, column, unit, marked),
        table=pd.DataFrame(texts, columns=tops).assign(**{row: list(wide.index)})[[row, *tops]],
        sources=rows.rows_sources(frame),
    )


def _wide(frame: pd.DataFrame, row: str, column: str, value: str) -> pd.DataFrame:
    wide = frame.astype({value: "float64"}).pivot(index=row, columns=column, values=value)
    names = [list(dict.fromkeys(frame[name])) for name in (row, column)]
    return wide.reindex(index=names[0], columns=names[1])


def grid_texts(
    values: Sequence[Sequence[float]], marks: Sequence[Sequence[bool]], with_total: bool
) -> list[list[str]]:
    """Write what stands in each cell of a grid, and the sum at the end of each line."""
    found = []
    for line, squares in zip(values, marks, strict=True):
        texts = [
            "" if math.isnan(number) else f"{signed(number)} {MARK}" if square else signed(number)
            for number, square in zip(line, squares, strict=True)
        ]
        total = sum(number for number in line if not math.isnan(number))
        found.append([*texts, signed(total)] if with_total else texts)
    return found


def grid(
    values: Sequence[Sequence[float]],
    texts: Sequence[Sequence[str]],
    lines: Sequence[str],
    tops: Sequence[str],
    limit: float | None = None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return traces and layout of a grid of signed values, of plain lists.

    Parameters
    ----------
    values
        Numbers of each line; a column of texts without numbers is drawn without a colour.
    texts
        What stands in each cell.
    lines, tops
        Names on the left and at the top.
    limit
        Value of the strongest colour; by default the greatest one that is there.
    """
    empty = len(tops) - (len(values[0]) if values else 0)
    padded = [[*line, *[None] * empty] for line in values]
    greatest = max((abs(n) for line in values for n in line if not math.isnan(n)), default=1) or 1
    names = [style.wrap(html.escape(name), LABEL_WIDTH) for name in lines]
    heads = [style.wrap(html.escape(name), COLUMN_WIDTH) for name in tops]
    deepest = max(name.count("<br>") for name in heads) + 1
    tallest = max(name.count("<br>") for name in names) + 1
    bound = limit or greatest
    trace = {
        "type": "heatmap",
        "z": [[None if n is None or math.isnan(n) else n for n in line] for line in padded],
        "x": heads,
        "y": names,
        "text": [list(line) for line in texts],
        "texttemplate": "%{text}",
        "textfont": {"size": 14, "color": style.INK},
        "zmin": -bound,
        "zmax": bound,
        "colorscale": DIVERGING,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "hovertemplate": "<b>%{y}</b><br>%{x}: %{text}<extra></extra>",
    }
    axis = {"type": "category", "showgrid": False, "fixedrange": True}
    top = 56 + 18 * deepest
    layout = {
        "height": max(ROW_HEIGHT, 18 * tallest) * len(lines) + top + 16,
        "plot_bgcolor": style.BAND,
        "xaxis": {**axis, "side": "top", "tickangle": 0},
        "yaxis": {**axis, "range": [len(lines) - 0.5, -0.5]},
        "margin": {"l": 8, "r": 16, "t": top, "b": 16},
    }
    return [trace], layout


def _grid_summary(
    wide: pd.DataFrame, squares: int, row: str, column: str, unit: str, marked: str
) -> str:
    stack = wide.stack()
    told = {"rows": len(wide), "columns": len(wide.columns)}
    names = {"row": html.words(row), "column": html.words(column)}
    head = say("signed.grid", **told, **names, above=int((stack > 0).sum()),
               below=int((stack < 0).sum()))  # fmt: skip
    parts = [head]
    high, low = (_place(stack, place, unit) for place in (stack.idxmax(), stack.idxmin()))
    parts += [say("signed.highest", **high), say("signed.lowest", **low)]
    if marked:
        parts.append(say("signed.marked", mark=MARK, meaning=marked, count=squares))
    return " ".join(parts)


def _place(stack: pd.Series, place: Any, unit: str) -> dict[str, str]:
    value = f"{signed(stack[place])} {unit}".rstrip()
    return {"row": place[0], "column": place[1], "value": value}


def signed_bars(
    frame: pd.DataFrame,
    *,
    value: str,
    label: str,
    needed: str | None = None,
    title: str = "Bars",
    unit: str = "",
) -> Exhibit:
    """Draw values as bars to the left and to the right of zero, each with its sign.

    Parameters
    ----------
    frame
        One row for each bar, with ``source_ids`` where the sources are known.
    value
        Column with the numbers.
    label
        Column with the names.
    needed
        Column with the number that each bar has to reach; a line marks it, and the value says in
        words how many are missing.
    title
        Title of the picture.
    unit
        Unit of the values.

    Returns
    -------
    Exhibit
        Its table has the label, the value and what is needed.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no rows or a name comes twice.

    Examples
    --------
    >>> import pandas as pd
    >>> gains = pd.DataFrame({"role": ["A", "B"], "points": [5, 1], "least": [4, 4]})
    >>> bars = signed_bars(gains, value="points", label="role", needed="least", title="Gains")
    >>> bars.table["points"].tolist()
    ['+5', '+1, 3 missing']
    """
    rows.require(frame, {name for name in (value, label, needed) if name}, "the chart")
    if frame[label].duplicated().any():
        name = frame[label][frame[label].duplicated()].iloc[0]
        raise TableShapeError(f"{name!r} comes twice. Keep one row of it.")
    numbers = frame[value].astype(float).tolist()
    least = frame[needed].astype(float).tolist() if needed else None
    names = [str(name) for name in frame[label]]
    traces, layout = diverging_bars(numbers, names, least)
    texts = bar_texts(numbers, least)
    table = pd.DataFrame({label: names, value: texts})
    if needed:
        table[needed] = frame[needed].tolist()
    return Exhibit(
        drawing=style.figure(traces, html.escape(title), **layout),
        title=title,
        summary=_bars_summary(numbers, names, least, value, unit),
        table=table,
        sources=rows.rows_sources(frame),
    )


def bar_texts(values: Sequence[float], needed: Sequence[float] | None) -> list[str]:
    """Write what stands at each bar."""
    if needed is None:
        return [signed(value) for value in values]
    return [
        signed(has) if has >= least
        else say("signed.missing", value=signed(has), count=html.number(least - has))
        for has, least in zip(values, needed, strict=True)
    ]  # fmt: skip


def diverging_bars(
    values: Sequence[float],
    names: Sequence[str],
    needed: Sequence[float] | None = None,
    reach: float | None = None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return traces and layout of bars around zero, of plain lists.

    Parameters
    ----------
    values, names
        Length and name of each bar.
    needed
        The number that each bar has to reach.
    reach
        How far the axis goes to both sides; by default as far as the longest bar.
    """
    heights = list(range(len(values)))
    bound = (reach or max(map(abs, [*values, *(needed or []), 1]))) * 1.05
    step = next((one for one in STEPS if bound / one <= MOST_TICKS), STEPS[-1])
    last = int(bound // step)
    ticks = [step * number for number in range(-last, last + 1)]
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": list(values),
        "y": heights,
        "width": 0.5,
        "marker": {
            "color": [BELOW if value < 0 else ABOVE for value in values],
            "pattern": style.pattern(["/" if value < 0 else "" for value in values]),
        },
        "hoverinfo": "skip",
    }
    shapes = [
        {
            "type": "line",
            "x0": least,
            "x1": least,
            "y0": height - 0.42,
            "y1": height + 0.42,
            "line": {"color": style.INK, "width": 3, "dash": "dot"},
        }
        for height, least in zip(heights, needed or [], strict=False)
    ]
    layout = {
        "height": BAR_HEIGHT * len(values) + 76,
        "showlegend": False,
        "xaxis": {
            "range": [-bound, bound],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": True,
            "zerolinecolor": style.INK,
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [signed(tick) for tick in ticks],
        },
        "yaxis": {
            "range": [len(values) - 0.4, -0.6],
            "fixedrange": True,
            "showgrid": False,
            "tickmode": "array",
            "tickvals": heights,
            "ticktext": _lines(values, names, needed),
            "ticks": "",
        },
        "shapes": shapes,
        "margin": {"l": 8, "r": 16, "t": 48, "b": 28},
    }
    return [bar], layout


def _lines(
    values: Sequence[float], names: Sequence[str], needed: Sequence[float] | None
) -> list[str]:
    texts = bar_texts(values, needed)
    return [
        f"{html.escape(name)}  <b>{html.escape(text)}</b>"
        for name, text in zip(names, texts, strict=True)
    ]


def _bars_summary(
    values: Sequence[float],
    names: Sequence[str],
    needed: Sequence[float] | None,
    what: str,
    unit: str,
) -> str:
    top, low = (pick(range(len(values)), key=values.__getitem__) for pick in (max, min))
    ends = {
        "most": f"{names[top]} ({signed(values[top])} {unit}".rstrip() + ")",
        "fewest": f"{names[low]} ({signed(values[low])} {unit}".rstrip() + ")",
    }
    text = say("signed.bars", count=len(values), value=html.words(what), **ends)
    if needed is None:
        return text
    short = [name for name, has, least in zip(names, values, needed, strict=True) if has < least]
    if not short:
        return f"{text} {say('signed.enough')}"
    return f"{text} {say('signed.short', names=', '.join(short))}"
