"""Properties of a picture that an exercise may ask for."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from infosoc.errors import UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say

if TYPE_CHECKING:
    import plotly.graph_objects as go

MARKUP = re.compile("<[^>]*>")


@dataclass(frozen=True)
class FigureParts:
    """A picture as the solution of an exercise: these of its properties count.

    Attributes
    ----------
    picture
        The picture that is asked for: an :class:`infosoc.Exhibit` or a plotly figure.
    properties
        Names of properties, in the order in which they are compared: ``kind``, ``title``,
        ``names`` (of lines, lanes or bars), ``x`` and ``y`` (the values drawn), ``x_title``,
        ``y_title``, and where the axes begin and end: ``x_from``, ``x_to``, ``y_from``, ``y_to``.

    Examples
    --------
    >>> import infosoc
    >>> events = infosoc.load("events").query("kind == 'summit'")
    >>> solution = FigureParts(infosoc.plot.timeline(events, title="Summit"), ("kind", "x"))
    >>> solution.values()["x"]
    ['2003-12-10', '2005-11-16']
    """

    picture: Exhibit | go.Figure
    properties: Sequence[str]

    def __post_init__(self) -> None:
        for name in self.properties:
            if name not in READERS:
                raise UnknownNameError("property of a picture", name, READERS)

    def values(self, picture: Any = None) -> dict[str, Any]:
        """Return these properties of a picture, by default of the solution itself."""
        figure = figure_of(self.picture if picture is None else picture)
        return {name: READERS[name](figure) for name in self.properties}


def figure_of(picture: Any) -> go.Figure | None:
    """Return the plotly figure of an exhibit, or a figure itself; ``None`` of anything else."""
    if isinstance(picture, Exhibit):
        return picture.figure
    # Where nobody has imported plotly's objects, nothing can be one of them.
    plotly = sys.modules.get("plotly.basedatatypes")
    return picture if plotly and isinstance(picture, plotly.BaseFigure) else None


def in_words(name: str) -> str:
    """Return what a property is called in a sentence."""
    return NAMES[name]()


def _kinds(figure: go.Figure) -> list[str]:
    return sorted(
        {f"{trace.type} {getattr(trace, 'mode', None) or ''}".strip() for trace in figure.data}
    )


def _plain(text: str | None) -> str:
    return " ".join(MARKUP.sub(" ", text or "").split())


def _names(figure: go.Figure) -> list[str]:
    return sorted({_plain(trace.name) for trace in figure.data if trace.name})


def _drawn(axis: str) -> Callable[[go.Figure], list[Any]]:
    def read(figure: go.Figure) -> list[Any]:
        drawn = [getattr(trace, axis, None) for trace in figure.data]
        return [
            value for values in drawn if values is not None for value in values if pd.notna(value)
        ]

    return read


def _end(axis: str, place: int) -> Callable[[go.Figure], Any]:
    def read(figure: go.Figure) -> Any:
        ends = figure.layout[axis].range
        return ends[place] if ends else ""

    return read


#: How each property is read. Values are lists, texts or numbers, so that they can be compared.
READERS: dict[str, Callable[[Any], Any]] = {
    "kind": _kinds,
    "title": lambda figure: _plain(figure.layout.title.text),
    "names": _names,
    "x": _drawn("x"),
    "y": _drawn("y"),
    "x_title": lambda figure: _plain(figure.layout.xaxis.title.text),
    "y_title": lambda figure: _plain(figure.layout.yaxis.title.text),
    "x_from": _end("xaxis", 0),
    "x_to": _end("xaxis", 1),
    "y_from": _end("yaxis", 0),
    "y_to": _end("yaxis", 1),
}
NAMES: dict[str, Callable[[], str]] = {
    "kind": lambda: say("compare.part.kind"),
    "title": lambda: say("compare.part.title"),
    "names": lambda: say("compare.part.names"),
    "x": lambda: say("compare.part.x"),
    "y": lambda: say("compare.part.y"),
    "x_title": lambda: say("compare.part.x_title"),
    "y_title": lambda: say("compare.part.y_title"),
    "x_from": lambda: say("compare.part.x_from"),
    "x_to": lambda: say("compare.part.x_to"),
    "y_from": lambda: say("compare.part.y_from"),
    "y_to": lambda: say("compare.part.y_to"),
}
