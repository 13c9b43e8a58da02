"""Marks that a live picture draws as strokes.

In a browser every mark is an element of the page, and making and styling hundreds of them takes
most of a redraw. Strokes of one look are one path. They stand in the ``meta`` of a layout, which
plotly leaves alone; :class:`infosoc.explore.figure_widget.LiveFigure` draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def path(strokes: Sequence[str], color: str, width: float) -> dict[str, Any]:
    """Return strokes of one look as attributes of a path.

    Parameters
    ----------
    strokes
        What :func:`across` and :func:`down` returned.
    color
        Colour as hexadecimal digits.
    width
        Width in pixels.
    """
    return {"d": "".join(strokes), "stroke": color, "stroke-width": width}


def across(start: float, end: float, y: float) -> str:
    """Return a stroke along the x axis; one without a length is a dot.

    Parameters
    ----------
    start, end
        Places on the x axis, as shares of its length.
    y
        Distance in pixels from the upper end of the y axis.

    Examples
    --------
    >>> across(0.25, 0.5, 12)
    'M0.25,12H0.5'
    >>> across(0.25, 0.25, 12)
    'M0.25,12Z'
    """
    return f"M{start:.5g},{y:.5g}" + ("Z" if start == end else f"H{end:.5g}")


def down(x: float, top: float, end: float) -> str:
    """Return a stroke along the y axis, with the same units.

    Examples
    --------
    >>> down(0.25, 10, 20)
    'M0.25,10V20'
    """
    return f"M{x:.5g},{top:.5g}V{end:.5g}"


def meta(paths: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return paths as the part of a layout in which they stand."""
    return {"meta": {"strokes": list(paths)}}
