"""Live figures: quick to import, as wide as the page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import anywidget

from infosoc.exhibit import CONFIG

if TYPE_CHECKING:
    import plotly.graph_objects as go

FIT = """
// What plotly draws last: the marks and lines of a trace.
const DRAWN = ".main-svg .trace .point, .main-svg .trace .js-line";
function render({ el }) {
  let drawn = false;
  const fit = () => drawn && window.dispatchEvent(new Event("resize"));
  el.style.width = "100%";
  const watch = new ResizeObserver(fit);
  watch.observe(el);
  // A resize in the middle of the first drawing would leave the figure empty.
  const waiting = setInterval(() => {
    if (el.parentElement?.querySelector(DRAWN)) {
      clearInterval(waiting);
      setTimeout(() => { drawn = true; fit(); }, 200);
    }
  }, 50);
  return () => {
    watch.disconnect();
    clearInterval(waiting);
  };
}
export default { render };
"""


class Fit(anywidget.AnyWidget):
    """An invisible widget that keeps the figure beside it as wide as the page.

    A plotly FigureWidget is drawn before it stands on the page, 700 pixels wide, and then looks
    at its width only when the window changes. This tells it when there is something to look at.
    """

    _esm = FIT


def live_figure(figure: go.Figure) -> go.FigureWidget:
    """Turn a figure into one that can be changed while it is on the screen."""
    with _left_out("rfc3987_syntax"):
        from plotly.graph_objects import FigureWidget  # noqa: PLC0415

    widget = FigureWidget(figure)
    # plotly has no public way to set the configuration of a FigureWidget.
    widget._config = {**CONFIG, "responsive": True}
    return widget


@contextmanager
def _left_out(module: str) -> Iterator[None]:
    """Let an optional module look absent during an import.

    Importing FigureWidget imports nbformat, that imports jsonschema, and that builds a grammar of
    web addresses in other scripts (rfc3987_syntax) when it finds it: 2 of the 2.5 seconds, for a
    check that nothing in a lesson uses.
    """
    if module in sys.modules:
        yield
        return
    hidden: dict[str, Any] = sys.modules
    hidden[module] = None
    try:
        yield
    finally:
        del hidden[module]
