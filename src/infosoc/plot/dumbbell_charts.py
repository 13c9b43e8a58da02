"""Dumbbells: two or more figures for each name on one line, with the gap told in two ways."""

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

ROW_HEAD, ROW = 24, 30
TOP, LEGEND, FOOT = 48, 30, 34
#: More marks on one line could not be told apart.
MOST_GROUPS = 4
#: So many marks of a line can carry their figure.
MOST_TEXTS = 3
#: Where the figures stand beside their marks: left of the lowest, right of the highest.
LOW, BETWEEN, HIGH = "middle left", "top center", "middle right"


def dumbbells(
    frame: pd.DataFrame,
    *,
    value: str,
    label: str,
    group: str,
    title: str = "Gaps",
    unit: str = "",
    step: str = "points",
    log: bool = False,
    bounds: tuple[float, float] | None = None,
    tables: Sequence[str] = (),
) -> Exhibit:
    """Draw two or more figures for each name as marks on one line.

    Above each line stands how far the ends lie apart, as a difference and as a ratio: the two
    can tell different stories. Marks are told apart by colour and symbol, and the lowest and the
    highest carry their figure.

    Parameters
    ----------
    frame
        One row for each name and group, with ``source_ids`` where rows have sources.
    value
        Column with the figures, none below zero.
    label
        Column with the names, a line each, in the order of the rows.
    group
        Column that tells the marks of a line apart, at most four.
    title
        Title of the picture.
    unit
        Unit of the figures.
    step
        Unit of a difference, for example ``"points"`` between two percentages.
    log
        Whether equal steps on the axis are equal ratios; then every figure is above zero.
    bounds
        Lowest and highest figure of the axis; by default a little more than the figures.
    tables
        Tables that the rows come from, for the sources, where rows no longer know it.

    Returns
    -------
    Exhibit
        Its table has the label, a column for each group, ``difference`` and ``ratio``.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are no figures, a label and group come twice, there are too many groups, or a
        figure cannot stand on the axis.

    Examples
    --------
    >>> import pandas as pd
    >>> use = pd.DataFrame({"who": "people", "place": ["town", "village"], "share": [80, 40]})
    >>> chart = dumbbells(use, value="share", label="who", group="place", unit="percent")
    >>> chart.table[["difference", "ratio"]].values.tolist()
    [[40.0, 2.0]]
    """
    rows.require(frame, (value, label, group), "the chart")
    wide = _wide(frame, value, label, group, log)
    gaps = _gaps(wide)
    return Exhibit(
        drawing=_draw(wide, gaps, title, unit, step, log, bounds or _limits(wide, log)),
        title=title,
        summary=_summary(wide, gaps, value, label, unit, step),
        table=_table(wide, gaps, label, unit),
        sources=rows.rows_and_tables_sources(frame, tables),
    )


def _wide(frame: pd.DataFrame, value: str, label: str, group: str, log: bool) -> pd.DataFrame:
    """Return one row for each name, one column for each group, in the order of the rows."""
    known = frame[frame[value].notna()]
    if known.empty:
        raise TableShapeError(f"There is nothing to draw: the column {value!r} is empty.")
    twice = known[known.duplicated([label, group])]
    if not twice.empty:
        shown = f"{twice.iloc[0][label]}, {twice.iloc[0][group]}"
        raise TableShapeError(f"{shown!r} comes twice. Keep one row.")
    lowest = known[value].min()
    if lowest < 0 or (log and lowest == 0):
        least = "above zero" if log else "zero or more"
        raise TableShapeError(f"The figure {lowest:g} cannot stand on this axis: give {least}.")
    groups = list(dict.fromkeys(known[group]))
    if len(groups) > MOST_GROUPS:
        raise TableShapeError(
            f"{len(groups)} marks on a line cannot be told apart. "
            f"Keep at most {MOST_GROUPS} of {group!r}."
        )
    named = known.assign(**{label: known[label].astype(str)})
    wide = named.pivot(index=label, columns=group, values=value)[groups]
    return wide.astype(float).reindex(list(dict.fromkeys(named[label]))).rename_axis(columns=None)


def _gaps(wide: pd.DataFrame) -> pd.DataFrame:
    """Return difference and ratio of the ends of each line; nothing where there is one mark."""
    low, high = wide.min(axis=1), wide.max(axis=1)
    several = wide.notna().sum(axis=1) > 1
    gaps = pd.DataFrame({"difference": high - low, "ratio": high / low.where(low > 0)})
    return gaps.where(several)


def _limits(wide: pd.DataFrame, log: bool) -> tuple[float, float]:
    low, high = float(wide.min().min()), float(wide.max().max())
    if log:
        return low / 2.2, high * 2.2
    room = (high - low or high or 1) * 0.14
    return low - room, high + room


def _table(wide: pd.DataFrame, gaps: pd.DataFrame, label: str, unit: str) -> pd.DataFrame:
    measure = f" ({unit})" if unit else ""
    names = {column: f"{html.words(column)}{measure}" for column in wide.columns}
    rounded = gaps.astype(float).round({"difference": 4, "ratio": 2})
    return wide.rename(columns=names).join(rounded).rename_axis(label).reset_index()


def _summary(
    wide: pd.DataFrame, gaps: pd.DataFrame, value: str, label: str, unit: str, step: str
) -> str:
    groups = ", ".join(html.words(column) for column in wide.columns)
    what = {"value": html.words(value), "label": html.words(label), "groups": groups}
    parts = [say("dumbbells.head", count=len(wide), **what)]
    if gaps["difference"].notna().any():
        widest = gaps["difference"].idxmax()
        told = _ends(wide.loc[widest], unit)
        far = f"{html.number(gaps.loc[widest, 'difference'])} {step}".rstrip()
        parts.append(say("dumbbells.difference", name=widest, far=far, ends=told))
    if gaps["ratio"].notna().any():
        most = gaps["ratio"].idxmax()
        parts.append(
            say("dumbbells.ratio", name=most, times=html.number(gaps.loc[most, "ratio"], 3))
        )
    alone = int(gaps["difference"].isna().sum())
    if alone:
        parts.append(say("dumbbells.alone", count=alone))
    return " ".join(parts)


def _ends(line: pd.Series, unit: str) -> str:
    known = line.dropna().sort_values(ascending=False, kind="stable")
    ends = {"first": known.index[0], "last": known.index[-1]}
    return say(
        "dumbbells.ends",
        **{name: html.words(column) for name, column in ends.items()},
        high=html.number(known.iloc[0]),
        low=f"{html.number(known.iloc[-1])} {unit}".rstrip(),
    )


def _draw(
    wide: pd.DataFrame,
    gaps: pd.DataFrame,
    title: str,
    unit: str,
    step: str,
    log: bool,
    bounds: tuple[float, float],
) -> Drawing:
    import numpy as np  # noqa: PLC0415

    tall = len(wide) * (ROW_HEAD + ROW)
    middles = [number * (ROW_HEAD + ROW) + ROW_HEAD + ROW / 2 - 4 for number in range(len(wide))]
    span = list(np.log10(bounds)) if log else list(bounds)
    marks = [
        _marks(wide, place, column, middles, unit) for place, column in enumerate(wide.columns)
    ]
    axis = {"type": "log", "dtick": 1} if log else {"nticks": 8}
    return style.figure(
        [_bars_between(wide, middles), *marks],
        html.escape(title),
        height=tall + TOP + LEGEND + FOOT + (18 if unit else 0),
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False},
        xaxis={
            **axis,
            "range": [round(float(end), 4) for end in span],
            "title": {"text": html.escape(unit), "standoff": 6},
            "fixedrange": True,
        },
        yaxis={"range": [tall, 0], "visible": False, "fixedrange": True},
        annotations=_heads(gaps, step),
        margin={"l": 8, "r": 16, "t": TOP + LEGEND, "b": FOOT},
        hovermode="closest",
    )


def _heads(gaps: pd.DataFrame, step: str) -> list[dict[str, Any]]:
    """Return the name of each line with its gap, above the line."""
    return [
        {
            "text": f"<b>{html.escape(name)}</b>{_gap_in_words(row.difference, row.ratio, step)}",
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": number * (ROW_HEAD + ROW) + ROW_HEAD / 2,
            "showarrow": False,
            "font": {"size": 13, "color": style.INK},
        }
        for number, (name, row) in enumerate(gaps.iterrows())
    ]


def _gap_in_words(difference: float, ratio: float, step: str) -> str:
    if pd.isna(difference):
        return ""
    far = f"{html.number(difference, 3)} {html.escape(step)}".rstrip()
    if pd.isna(ratio):
        return f" {say('dumbbells.far', far=far)}"
    return f" {say('dumbbells.gap', far=far, times=html.number(ratio, 3))}"


def _bars_between(wide: pd.DataFrame, middles: list[float]) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for middle, (_, line) in zip(middles, wide.iterrows(), strict=True):
        xs += [float(line.min()), float(line.max()), None]
        ys += [middle, middle, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": style.MUTED, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _marks(
    wide: pd.DataFrame, place: int, column: Any, middles: list[float], unit: str
) -> dict[str, Any]:
    known = [number for number, figure in enumerate(wide[column]) if not pd.isna(figure)]
    look = style.mark(place)
    measure = f" {html.escape(unit)}" if unit else ""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": html.escape(html.words(column)),
        "x": [float(wide[column].iloc[number]) for number in known],
        "y": [middles[number] for number in known],
        "text": [_text(wide.iloc[number], column) for number in known],
        "textposition": [_side(wide.iloc[number], column) for number in known],
        "textfont": {"size": 12, "color": look.color},
        "cliponaxis": False,
        "marker": {"color": look.color, "symbol": look.symbol, "size": 13},
        "hovertext": [html.escape(wide.index[number]) for number in known],
        "hovertemplate": f"<b>%{{hovertext}}</b><br>{html.escape(html.words(column))}: "
        f"%{{x:,.4~r}}{measure}<extra></extra>",
    }


def _text(line: pd.Series, column: Any) -> str:
    """Return the figure of a mark; of several between the ends none, for they would overlap."""
    if _side(line, column) == BETWEEN and line.notna().sum() > MOST_TEXTS:
        return ""
    return html.number(line[column], 3)


def _side(line: pd.Series, column: Any) -> str:
    if column == line.idxmax():
        return HIGH
    return LOW if column == line.idxmin() else BETWEEN
