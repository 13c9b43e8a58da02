"""One look for all figures: colours, symbols, type sizes and a light template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from infosoc import html
from infosoc.drawing import Drawing

INK = "#1f2933"
MUTED = "#52606d"
GRID = "#d9dee4"
BAND = "#f3f5f7"
PAPER = "#ffffff"
#: What stands in the background and has still to be seen: 3:1 on white and on a band.
QUIET = "#7b8896"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


@dataclass(frozen=True)
class Mark:
    """How one series is told apart: by colour and, for those who do not see it, by symbol."""

    color: str
    symbol: str


#: Marks in order of use. Colours after Okabe and Ito, darkened to 4.5:1 on white.
MARKS = (
    Mark("#0062a3", "circle"),
    Mark("#a84300", "square"),
    Mark("#00734d", "diamond"),
    Mark("#9c3d78", "triangle-up"),
    Mark("#4b4b9b", "pentagon"),
    Mark("#7a5c00", "triangle-down"),
    Mark("#b3261e", "star"),
    Mark("#3f4a54", "hexagon"),
)

#: A light template: plotly's own would add about 7 kB to every saved figure.
TEMPLATE: dict[str, Any] = {
    "layout": {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "colorway": [mark.color for mark in MARKS],
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "font": {"size": 13, "color": INK}},
        "title": {"x": 0, "xref": "container", "xanchor": "left", "font": {"size": 17}},
        "xaxis": {"gridcolor": GRID, "linecolor": MUTED, "automargin": True, "zeroline": False},
        "yaxis": {"gridcolor": GRID, "linecolor": MUTED, "automargin": True, "zeroline": False},
    }
}

#: Whether plotly checks every property that our own functions draw. The tests have it check them;
#: with hundreds of shapes a reader would wait for that twice as long as for the picture.
CHECKED = False


def template(scatter: dict[str, Any] | None = None, **layout: Any) -> dict[str, Any]:
    """Return the common look, with what many parts of one figure share.

    Parameters
    ----------
    scatter
        What all scatter traces of the figure have in common.
    layout
        Further parts of the layout, such as ``shapedefaults``.
    """
    data = {"data": {"scatter": [scatter]}} if scatter else {}
    return {**data, "layout": {**TEMPLATE["layout"], **layout}}


def mark(number: int) -> Mark:
    """Return the mark of the series with this number, counted from 0; they repeat after eight."""
    return MARKS[number % len(MARKS)]


def pattern(shape: str | list[str]) -> dict[str, Any]:
    """Return white stripes or dots on the colour of a bar, so that it can be told apart in grey."""
    return {"shape": shape, "fillmode": "overlay", "fgcolor": "#ffffff", "size": 8, "solidity": 0.3}


def figure(traces: list[dict[str, Any]], title: str, height: int, **layout: Any) -> Drawing:
    """Draw a figure in the common look.

    Parameters
    ----------
    traces
        Traces as plotly describes them.
    title
        Title, already escaped.
    height
        Height in pixels; the width follows the page.
    layout
        Further layout properties.
    """
    drawn = Drawing(
        traces,
        {
            "template": TEMPLATE,
            "title": {"text": wrap(title, 68), "y": 1, "yanchor": "top", "pad": {"t": 12, "l": 8}},
            "height": height,
            "margin": {"l": 8, "r": 16, "t": 52 + 22 * wrap(title, 68).count("<br>"), "b": 8},
            # Of a part without entries plotly would save the empty list.
            **{name: part for name, part in layout.items() if part != []},
        },
    )
    if CHECKED:
        drawn.check()
    return drawn


def lane_axis(titles: Mapping[float, tuple[str, int]]) -> dict[str, Any]:
    """Return an axis that names lanes; a browser draws it sooner than as many annotations.

    Parameters
    ----------
    titles
        Title and number of each lane, by the height at which the title stands.
    """
    return {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickvals": list(titles),
        "ticktext": [
            f'<b><span style="color:{mark(number).color}">{html.escape(title)}</span></b>'
            for title, number in titles.values()
        ],
        "tickfont": {"size": 13},
        "ticklabelposition": "inside",
        # Otherwise plotly hides every year, and its line, as far to the right as a name reaches.
        "ticklabeloverflow": "allow",
    }


def words(notes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return annotations as one trace of texts, which a browser draws sooner.

    Parameters
    ----------
    notes
        Annotations without an arrow, with their place in the units of the axes.
    """
    sides = ["left" if note["xanchor"] == "right" else "right" for note in notes]
    sizes = [note["font"]["size"] for note in notes]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [note["x"] for note in notes],
        "y": [note["y"] for note in notes],
        "text": [note["text"] for note in notes],
        "textposition": [f"middle {side}" for side in sides],
        "textfont": {
            "size": sizes[0] if len(set(sizes)) == 1 else sizes,
            "color": [note["font"]["color"] for note in notes],
        },
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }


def wrap(text: str, width: int) -> str:
    """Break an escaped text into lines that plotly draws one below the other.

    Examples
    --------
    >>> wrap("The World Summit on the Information Society", 24)
    'The World Summit on the<br>Information Society'
    >>> wrap("R&amp;D&amp;R&amp;D", 4)
    'R&amp;D&amp;<br>R&amp;D'
    """
    import textwrap  # noqa: PLC0415

    if max(map(len, text.split()), default=0) > width:
        # Such a word is cut: between two characters, never within an entity such as &amp;.
        lines = textwrap.wrap(unescape(text), width)
        return "<br>".join(map(html.escape, lines))
    return "<br>".join(textwrap.wrap(text, width)) or text
