"""A figure on the screen that Python draws anew when a control changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from plotly.offline import get_plotlyjs

from infosoc.exhibit import CONFIG

if TYPE_CHECKING:
    import plotly.graph_objects as go

RENDER = """
// anywidget gives a module two seconds to start, so plotly is read after that, once a page.
function plotly(model) {
  globalThis.infosocPlotly ??= import(
    URL.createObjectURL(new Blob([model.get("script")], { type: "text/javascript" }))
  ).then((module) => module.default);
  return globalThis.infosocPlotly;
}
function render({ model, el }) {
  el.style.width = "100%";
  el.setAttribute("role", "img");
  let Plotly;
  let drawing = plotly(model).then((found) => { Plotly = found; });
  let waiting = false;
  async function draw() {
    waiting = false;
    // Before it stands on the page, a figure has no width to be drawn in.
    if (!el.clientWidth) return;
    const { data, layout } = model.get("drawn");
    el.setAttribute("aria-label", layout.title?.text?.replace(/<[^>]*>/g, " ") ?? "");
    await Plotly.react(el, data, { ...layout, width: el.clientWidth }, CONFIG);
  }
  // One drawing at a time, and of many quick changes only the last.
  function request() {
    if (waiting) return;
    waiting = true;
    drawing = drawing.then(draw);
  }
  model.on("change:drawn", request);
  const watch = new ResizeObserver(() => {
    if (el.clientWidth !== el._fullLayout?.width) request();
  });
  watch.observe(el);
  return () => {
    watch.disconnect();
    model.off("change:drawn", request);
    Plotly?.purge(el);
  };
}
export default { render };
"""


def _script() -> str:
    """Return plotly's own script as a module; plotly leaves itself in ``module``."""
    return f"const module = {{ exports: {{}} }};\n{get_plotlyjs()}\nexport default module.exports;"


class LiveFigure(anywidget.AnyWidget):
    """A figure as wide as the page, redrawn as a whole with one message.

    plotly's own ``FigureWidget`` checks every property of every change again in Python, sends the
    browser's view of it back, and takes two seconds longer to import. A redraw with it took twice
    as long.

    Parameters
    ----------
    figure
        The figure that is shown first.
    """

    # Nothing between dollar signs is set as mathematics.
    _esm = f"const CONFIG = {json.dumps({**CONFIG, 'typesetMath': False})};\n{RENDER}"
    script = traitlets.Unicode(_script()).tag(sync=True)
    drawn = traitlets.Dict().tag(sync=True)

    def __init__(self, figure: go.Figure):
        super().__init__(drawn=_plain(figure))

    @property
    def data(self) -> list[dict[str, Any]]:
        """The traces that are on the screen."""
        return self.drawn["data"]

    def show(self, figure: go.Figure) -> None:
        """Draw another figure in the place of this one."""
        self.drawn = _plain(figure)

    def redraw(self, traces: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        """Draw other traces, and change these parts of the layout.

        Parameters
        ----------
        traces
            Traces as plotly describes them, of plain lists, numbers and texts. They are not
            checked: that would take longer than all the rest.
        layout
            Parts of the layout that change; the others stay.
        """
        self.drawn = {"data": traces, "layout": {**self.drawn["layout"], **layout}}


def _plain(figure: go.Figure) -> dict[str, Any]:
    """Return a figure as plain lists and texts, without numpy's arrays."""
    return json.loads(figure.to_json())
