"""A wheel: a few things of equal weight around one idea, and what belongs to each in rings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from infosoc import html
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

#: Radii in pixels, and the room above and below.
MIDDLE, RIM = 54, 262
HEAD, FOOT = 56, 38
#: Points of an arc: enough to look round.
ARC = 16
#: Fewer sectors are no wheel; with more the words would not fit.
FEWEST, MOST = 2, 6
MOST_RINGS = 4
#: Letters in a line of text, from the inner ring to the outer one; a sector is wider outside.
WIDEST = (11, 20, 24, 26)
CENTER_WIDTH = 12
#: From the inner ring to the outer one, each light enough for dark text (at least 7:1).
TINTS = ("#b5d6ea", "#cfe4f1", "#e3eff7", "#f3f5f7")


def wheel(
    frame: pd.DataFrame,
    *,
    sector: str,
    rings: Mapping[str, str],
    center: str,
    title: str = "",
) -> Exhibit:
    """Draw sectors of equal size around one idea, with what belongs to each in rings.

    The size of a field says nothing. Read a sector from the middle outwards.

    Parameters
    ----------
    frame
        One row for each sector, from two to six, with ``source_ids`` where the sources are known.
    sector
        Column with the names of the sectors, drawn in the inner ring.
    rings
        What the further rings show, from the inside outwards, at most three: column and its name,
        for example ``{"action_lines": "Action lines"}``. A list in a cell is written with commas.
    center
        What stands in the middle.
    title
        Title of the picture; by default "Wheel".

    Returns
    -------
    Exhibit
        Its table has a row for each sector, with one column for each ring.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If there are too few or too many sectors or rings, or a sector comes twice.

    Examples
    --------
    >>> import pandas as pd
    >>> rights = pd.DataFrame({"name": ["Speech", "School"], "article": [["19"], ["26"]]})
    >>> wheel(rights, sector="name", rings={"article": "Article"}, center="Rights").summary
    'Wheel around Rights with 2 sectors: Speech, School. Rings from the inside: name, Article.'
    """
    rows.require(frame, {sector, *rings}, "the wheel")
    _check(frame, sector, rings)
    table = pd.DataFrame(
        {sector: frame[sector].astype(str)}
        | {name: frame[column].map(_text) for column, name in rings.items()}
    ).reset_index(drop=True)
    title = title or say("wheel.title")
    parts = {
        "center": center,
        "count": len(table),
        "sectors": ", ".join(table[sector]),
        "rings": ", ".join([html.words(sector), *rings.values()]),
    }
    return Exhibit(
        drawing=_draw(table, center, title),
        title=title,
        summary=say("wheel.summary", **parts),
        table=table.rename(columns={sector: html.words(sector)}),
        sources=rows.rows_sources(frame),
    )


def _check(frame: pd.DataFrame, sector: str, rings: Mapping[str, str]) -> None:
    if not FEWEST <= len(frame) <= MOST:
        raise TableShapeError(
            f"{len(frame)} sectors do not make a wheel. Give {FEWEST} to {MOST} rows."
        )
    if len(rings) >= MOST_RINGS:
        raise TableShapeError(f"{len(rings)} rings do not fit. Keep at most {MOST_RINGS - 1}.")
    twice = frame[frame[sector].duplicated()]
    if not twice.empty:
        raise TableShapeError(f"{twice.iloc[0][sector]!r} comes twice. Keep one row of it.")


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if pd.isna(value) else str(value)


def _draw(table: pd.DataFrame, center: str, title: str) -> Drawing:
    edges = np.linspace(MIDDLE, RIM, len(table.columns) + 1)
    fields = [
        (number, ring, text)
        for number, row in enumerate(table.itertuples(index=False, name=None))
        for ring, text in enumerate(row)
    ]
    turn = 360 / len(table)
    words = [_words(center, 0, 0, 0, CENTER_WIDTH, bold=True)]
    for number, ring, text in fields:
        place = (edges[ring] + edges[ring + 1]) / 2
        shown = text or say("wheel.none")
        middle = 90 - turn * (number + 0.5)
        words.append(_words(shown, place, middle, turn, WIDEST[ring], bold=not ring))
    traces = [
        _ring(len(table), ring, edges[ring], edges[ring + 1]) for ring in range(len(table.columns))
    ]
    axis = {"visible": False, "fixedrange": True, "range": [-RIM * 1.01, RIM * 1.01]}
    return style.figure(
        traces,
        html.escape(title),
        height=2 * RIM + HEAD + FOOT,
        showlegend=False,
        hovermode=False,
        dragmode=False,
        xaxis={**axis, "constrain": "domain"},
        yaxis={**axis, "scaleanchor": "x", "constrain": "domain"},
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT},
        annotations=[*words, _legend(list(table.columns))],
        template=_template(),
    )


def _template() -> dict[str, Any]:
    """Return the common look with what all fields and words share, told once."""
    words = {"showarrow": False, "font": {"size": 13, "color": style.INK}}
    field = {
        "mode": "lines",
        "fill": "toself",
        "hoverinfo": "skip",
        "line": {"color": style.MUTED, "width": 1},
    }
    return style.template(scatter=field, annotationdefaults=words)


def _ring(count: int, ring: int, inner: float, outer: float) -> dict[str, Any]:
    """Return the fields of one ring as one trace, each closed, with a gap between."""
    turn = 360 / count
    outlines = [_field(90 - turn * (n + 1), 90 - turn * n, inner, outer) for n in range(count)]
    x, y = np.concatenate(outlines, axis=1)
    # As arrays they are written packed; lists would put every number on a line of its own.
    shape = {"x": x.astype("float32"), "y": y.astype("float32")}
    return {"type": "scatter", **shape, "fillcolor": TINTS[ring]}


def _field(low: float, high: float, inner: float, outer: float) -> Any:
    """Return the outline of a field between two angles, in degrees, and two radii."""
    angles = np.radians(np.linspace(low, high, ARC))
    around = np.concatenate([angles, angles[::-1], angles[:1], [np.nan]])
    away = np.repeat([outer, inner, outer], [ARC, ARC, 2])
    return np.array([away * np.cos(around), away * np.sin(around)])


def _words(
    text: str, away: float, angle: float, turn: float, width: int, *, bold: bool
) -> dict[str, Any]:
    """Return words that lie along the ring, never upside down."""
    shown = _balanced(html.escape(text), width)
    tilt = (270 - angle) % 360 - 180
    if abs(tilt) > 90:  # noqa: PLR2004
        tilt -= 180 * np.sign(tilt)
    radians = np.radians(angle)
    return {
        "text": f"<b>{shown}</b>" if bold else shown,
        "x": round(float(away * np.cos(radians)), 1),
        "y": round(float(away * np.sin(radians)), 1),
        "textangle": round(tilt, 1) if turn else 0,
    }


def _balanced(text: str, width: int) -> str:
    """Wrap words into as few lines as they need, none much longer than another.

    Words lie straight on a ring that is round: the ends of a long line would leave it.

    Examples
    --------
    >>> _balanced("Adults who can read and write", 24)
    'Adults who can<br>read and write'
    """
    lines = style.wrap(text, width).count("<br>")
    while width > 1 and style.wrap(text, width - 1).count("<br>") == lines:
        width -= 1
    return style.wrap(text, width)


def _legend(columns: list[str]) -> dict[str, Any]:
    names = " → ".join(html.words(column) for column in columns)
    return {
        "text": html.escape(say("wheel.legend", rings=names)),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -8,
        "font": {"size": 12, "color": style.MUTED},
    }
