"""A grid of two lists: which belong together, and how strongly, with the value in every cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

ROW_HEIGHT = 30
LABEL_WIDTH = 34
COLUMN_WIDTH = 14
MANY_COLUMNS, SHORT_NAME = 7, 3
#: What stands in a cell that holds no number but only says: these two belong together.
TICK = "✓"
#: From light to darker, all light enough for dark text (5.6:1 at the dark end).
SHADES = [[0.0, "#e3eff7"], [1.0, "#5fa8d3"]]
TICKED = "#b5d6ea"
NOTHING = "#f3f5f7"
#: The same for counts: nothing stands out from the least there is.
COUNTED = [[0.0, NOTHING], [0.001, SHADES[0][1]], SHADES[1]]
FOOT, LEGEND = 16, 22


def matrix(
    frame: pd.DataFrame,
    *,
    row: str,
    column: str,
    value: str | None = None,
    kind: str | None = None,
    signs: Mapping[str, str] | None = None,
    order: list[str] | None = None,
    title: str = "Matrix",
    unit: str = "",
) -> Exhibit:
    """Draw which rows and columns belong together, with the value written in every cell.

    Where pairs belong together in several ways, such as *chair* and *member*, each way has a
    sign of its own; the signs are explained below the picture.

    Parameters
    ----------
    frame
        One row for each pair, with ``source_ids`` where the sources are known.
    row, column
        Columns with the names on the left and at the top, drawn in the order of the frame.
    value
        Column with numbers, none below zero; without it each pair gets a tick.
    kind
        Column with the way in which a pair belongs together, instead of ``value``.
    signs
        Sign of each kind, the strongest kind first, for example ``{"lead": "●", "co": "○"}``.
    order
        Names at the top in their order, also those that no row has.
    title
        Title of the picture.
    unit
        Unit of the values.

    Returns
    -------
    Exhibit
        Its table has the names on the left and one column for each name at the top.

    Raises
    ------
    UnknownNameError
        If a column is missing, or a kind has no sign.
    TableShapeError
        If there are no rows, a pair comes twice, or a value is below zero.

    Examples
    --------
    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"line": ["C3", "C3", "C8"], "goal": ["4", "16", "11"]})
    >>> matrix(pairs, row="line", column="goal", title="Links").table.shape
    (2, 4)
    """
    rows.require(frame, {name for name in (row, column, value, kind) if name}, "the matrix")
    wide = _wide(frame, row, column, value or kind, order)
    signs = dict(signs or {})
    if kind:
        _check_signs(wide, signs)
        # Only what stands in a cell needs to be explained.
        signs = {one: sign for one, sign in signs.items() if (wide == one).any(axis=None)}
    elif value:
        _check_numbers(wide, value)
    return Exhibit(
        drawing=_draw(wide, title, signs if kind else None, ticks=not value),
        title=title,
        summary=_summary(wide, row, column, value, unit) + (_counted(wide, signs) if kind else ""),
        table=_table(wide, row, ticks=not (value or kind), kinds=bool(kind)),
        sources=rows.rows_sources(frame),
    )


def paired(
    frame: pd.DataFrame,
    *,
    row: str,
    column: str,
    pair: tuple[str, str],
    names: tuple[str, str],
    rows_order: list[str],
    columns_order: list[str],
    title: str = "Two counts",
) -> Exhibit:
    """Draw two counts for each pair of names, one beside the other in every cell.

    Parameters
    ----------
    frame
        One row for each pair of names; it may be empty.
    row, column
        Columns with the names on the left and at the top.
    pair
        Columns with the two counts, whole numbers.
    names
        What they count, the left one first.
    rows_order, columns_order
        All names on the left and at the top, in their order.
    title
        Title of the picture.

    Returns
    -------
    Exhibit
        Its table has the names and both counts, for pairs with at least one of them.

    Raises
    ------
    UnknownNameError
        If a column is missing.

    Examples
    --------
    >>> votes = pd.DataFrame({"who": ["court"], "does": ["decides"], "we": [2], "they": [1]})
    >>> shown = paired(votes, row="who", column="does", pair=("we", "they"),
    ...     names=("we", "sources"), rows_order=["court"], columns_order=["decides"])
    >>> shown.summary
    'Matrix of two counts: we (left, 2) and sources (right, 1). In 1 of 1 used cells stand both.'
    """
    for name in (row, column, *pair):
        if name not in frame.columns:
            raise UnknownNameError("column", name, map(str, frame.columns))
    grids = [
        frame.pivot(index=row, columns=column, values=name)
        .reindex(index=rows_order, columns=columns_order)
        .fillna(0)
        .astype(int)
        for name in pair
    ]
    left, right = (grid.rename(index=html.words, columns=html.words) for grid in grids)
    total = (left + right).astype(float)
    texts = (left.astype(str) + " | " + right.astype(str)).where(total > 0, "")
    told = {"left": names[0], "left_count": int(left.sum().sum())}
    told |= {"right": names[1], "right_count": int(right.sum().sum())}
    agreed = int(((left > 0) & (right > 0)).sum().sum())
    used = int((total > 0).sum().sum())
    summary = say("matrix.paired", **told, agreed=agreed, used=used)
    shown = frame[[row, column, *pair]].rename(columns=dict(zip(pair, names, strict=True)))
    # Empty cells hold a zero: with no value at all plotly would leave out the names too.
    drawing = _grid(total, texts, title, COUNTED)
    return Exhibit(drawing, title, summary, shown.reset_index(drop=True), rows.rows_sources(frame))


def _wide(
    frame: pd.DataFrame, row: str, column: str, content: str | None, order: list[str] | None
) -> pd.DataFrame:
    twice = frame[frame.duplicated([row, column])]
    if not twice.empty:
        pair = f"{twice.iloc[0][row]} and {twice.iloc[0][column]}"
        raise TableShapeError(f"The pair {pair} comes twice. Keep one row of it.")
    long = pd.DataFrame(
        {
            "row": _names(frame[row]),
            "column": _names(frame[column]),
            "value": frame[content].tolist() if content else 1.0,
        }
    )
    wide = long.pivot(index="row", columns="column", values="value")
    tops = order or list(dict.fromkeys(long["column"]))
    return wide.reindex(index=list(dict.fromkeys(long["row"])), columns=list(map(str, tops)))


def _check_numbers(wide: pd.DataFrame, value: str) -> None:
    if (wide.astype(float) < 0).any(axis=None):
        raise TableShapeError(f"The column {value!r} has values below zero.")


def _check_signs(wide: pd.DataFrame, signs: Mapping[str, str]) -> None:
    for kind in wide.stack().dropna().unique():
        if kind not in signs:
            raise UnknownNameError("sign for the kind", kind, signs)


def _names(names: pd.Series) -> list[str]:
    """Write ids of closed lists as words, everything else as it is."""
    closed = isinstance(names.dtype, pd.CategoricalDtype)
    return [html.words(name) if closed else str(name) for name in names]


def _table(wide: pd.DataFrame, row: str, *, ticks: bool, kinds: bool) -> pd.DataFrame:
    shown = wide.notna().replace({True: say("matrix.yes"), False: ""}) if ticks else wide
    if kinds:
        shown = wide.map(lambda kind: "" if pd.isna(kind) else html.words(kind))
    return shown.rename_axis(index=html.words(row), columns=None).reset_index()


def _summary(wide: pd.DataFrame, row: str, column: str, value: str | None, unit: str) -> str:
    filled = int(wide.notna().sum().sum())
    names = {"row": html.words(row), "column": html.words(column)}
    size = {"rows": len(wide), "columns": len(wide.columns), "count": wide.size}
    head = say("matrix.head", **names, **size, filled=filled)
    if value is None:
        counts = wide.notna().sum(axis=1)
        top, low = counts.idxmax(), counts.idxmin()
        if counts[top] == counts[low]:
            return f"{head} {say('matrix.equal', count=counts[top])}"
        ends = {"high": counts[top], "low": counts[low]}
        return f"{head} {say('matrix.ticks', most=top, fewest=low, **ends)}"
    stack = wide.astype(float).stack()
    top_row, top_column = stack.idxmax()
    value = f"{html.number(stack.max())} {unit}".rstrip()
    return f"{head} {say('matrix.greatest', row=top_row, column=top_column, value=value)}"


def _counted(wide: pd.DataFrame, signs: Mapping[str, str]) -> str:
    """Say how often each kind stands in the cells."""
    counts = wide.stack().dropna().value_counts()
    parts = [say("matrix.kind", kind=html.words(kind), count=counts[kind]) for kind in signs]
    return " " + say("matrix.kinds", parts=", ".join(parts))


def _cells(
    wide: pd.DataFrame, signs: Mapping[str, str] | None, *, ticks: bool
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what is written in the cells, and the numbers that set their shade."""
    if signs is not None:
        strength = {kind: float(len(signs) - place) for place, kind in enumerate(signs)}
        return wide.map(lambda kind: signs.get(kind, "")), wide.map(
            lambda kind: strength.get(kind, float("nan"))
        )
    numbers = wide.astype(float)
    texts = numbers.map(
        lambda number: "" if pd.isna(number) else TICK if ticks else html.number(number)
    )
    return texts, numbers


def _draw(
    wide: pd.DataFrame, title: str, signs: Mapping[str, str] | None, *, ticks: bool
) -> Drawing:
    texts, numbers = _cells(wide, signs, ticks=ticks)
    shades = [[0, TICKED], [1, TICKED]] if ticks and signs is None else SHADES
    return _grid(numbers, texts, title, shades, signs)


def _grid(
    wide: pd.DataFrame,
    texts: pd.DataFrame,
    title: str,
    shades: list[list[Any]],
    signs: Mapping[str, str] | None = None,
) -> Drawing:
    """Draw a grid with a shade for each value and a text in each cell."""
    highest = wide.max().max()
    lines = [style.wrap(html.escape(name), LABEL_WIDTH) for name in wide.index]
    tops = [style.wrap(html.escape(name), COLUMN_WIDTH) for name in wide.columns]
    deepest = max(name.count("<br>") for name in tops) + 1
    height = max(ROW_HEIGHT, 18 * max(name.count("<br>") + 1 for name in lines)) * len(wide)
    longest = max(len(line) for name in tops for line in name.split("<br>"))
    # Many names that are not short would touch each other on a small screen.
    slanted = len(tops) >= MANY_COLUMNS and longest > SHORT_NAME
    top = 60 + (5 * longest if slanted else 18 * deepest)
    trace = {
        "type": "heatmap",
        # As an array it is written packed; a list would put every number on a line of its own.
        "z": wide.to_numpy(dtype="float32"),
        "x": tops,
        "y": lines,
        # A text for all cells would stand in the empty ones too.
        "text": texts.to_numpy().tolist(),
        "texttemplate": "%{text}",
        # Without a colour of its own plotly would choose one by itself.
        "textfont": {"size": 13, "color": style.INK},
        "zmin": 0,
        "zmax": 1.0 if pd.isna(highest) else float(highest) or 1.0,
        "colorscale": shades,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": False,
        "hovertemplate": "<b>%{y}</b><br>%{x}<br>%{text}<extra></extra>",
    }
    axis = {"type": "category", "showgrid": False, "fixedrange": True}
    foot = FOOT if signs is None else FOOT + LEGEND
    return style.figure(
        [trace],
        html.escape(title),
        height=height + top + foot,
        plot_bgcolor=NOTHING,
        xaxis={**axis, "side": "top", "tickangle": -45 if slanted else 0},
        yaxis={**axis, "range": [len(lines) - 0.5, -0.5]},
        margin={"l": 8, "r": 16, "t": top, "b": foot},
        annotations=[] if signs is None else [_legend(signs)],
    )


def _legend(signs: Mapping[str, str]) -> dict[str, Any]:
    """Return the line that explains the signs, at the foot of the picture."""
    parts = [f"{html.escape(sign)} {html.escape(html.words(kind))}" for kind, sign in signs.items()]
    return {
        "text": "    ".join(parts),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -8,
        "showarrow": False,
        "font": {"size": 13, "color": style.INK},
    }
