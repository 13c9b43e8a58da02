"""A figure on the screen that Python draws anew when a control changes."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import traitlets

from infosoc.drawing import Drawing, plotly_script
from infosoc.exhibit import CONFIG
from infosoc.explore.course_widget import LINKS, CourseWidget, script

#: Gives the paths of a figure round ends, so that one without a length is a dot.
ROUND = "infosoc-round"
#: So many pictures an explorer keeps, for a reader who goes back and forth.
MOST_KEPT = 32

RENDER = """
// plotly is read once a page, out of the one widget that holds it for all figures.
async function read(model) {
  const library = await model.widget_manager.get_model(model.get("library"));
  const script = new Blob([library.get("script")], { type: "text/javascript" });
  return (await import(URL.createObjectURL(script))).default;
}
function plotly(model) {
  globalThis.infosocPlotly ??= read(model);
  return globalThis.infosocPlotly;
}
// The words of marks that change their places are sent once: each mark says which are its own.
function worded(traces, texts) {
  if (texts.length === 0) return traces;
  return traces.map((trace) => trace.customdata === undefined ? trace
    : { ...trace, hovertext: trace.customdata.map((place) => texts[place]) });
}
function render({ model, el }) {
  el.style.width = "100%";
  el.setAttribute("role", "img");
  let Plotly;
  let drawing = plotly(model).then((found) => { Plotly = found; });
  let waiting = false;
  let before;
  // Asking the page for it at every redraw would have it lay itself out each time.
  let width = 0;
  async function draw() {
    waiting = false;
    // Before it stands on the page, a figure has no width to be drawn in.
    if (!width) return;
    const sent = model.get("sent");
    const over = model.get("over");
    if (sent === before && width === el._fullLayout?.width) {
      await Plotly.relayout(el, over);
      return;
    }
    before = sent;
    const drawn = JSON.parse(sent);
    const { layout } = drawn;
    const data = worded(drawn.data, model.get("texts"));
    el.setAttribute("aria-label", layout.title?.text?.replace(/<[^>]*>/g, " ") ?? "");
    await Plotly.react(el, data, { ...layout, ...over, width }, CONFIG);
  }
  // One drawing at a time, and of many quick changes only the last.
  function request() {
    if (waiting) return;
    waiting = true;
    drawing = drawing.then(draw);
  }
  model.on("change:sent change:over", request);
  const watch = new ResizeObserver(() => {
    width = el.clientWidth;
    if (width !== el._fullLayout?.width) request();
  });
  watch.observe(el);
  return () => {
    watch.disconnect();
    model.off("change:sent change:over", request);
    Plotly?.purge(el);
  };
}
"""


def _script() -> str:
    """Return plotly's own script as a module; plotly leaves itself in ``module``."""
    return f"const module = {{ exports: {{}} }};\n{plotly_script()}\nexport default module.exports;"


class PlotlyScript(widgets.Widget):
    """plotly's own script, 5 MB of it, sent to the page once and not with every figure."""

    script = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(script=_script())


#: The one that all figures of this kernel share; it is made anew when somebody has closed it.
_shared: list[PlotlyScript] = []


def _library() -> PlotlyScript:
    if not _shared or _shared[0].comm is None:
        _shared[:] = [PlotlyScript()]
    return _shared[0]


class LiveFigure(CourseWidget):
    """A figure as wide as the page, redrawn as a whole with one message.

    plotly's own ``FigureWidget`` checks every property of every change again in Python, sends the
    browser's view of it back, and takes two seconds longer to import. A redraw with it took twice
    as long.

    Parameters
    ----------
    drawing
        The figure that is shown first.
    texts
        What is shown when a mark is pointed at. The ``customdata`` of a trace are the places of its
        words among these, so that a redraw need not send them again.

    Attributes
    ----------
    drawn
        The traces and the layout that are on the screen.
    """

    # Nothing between dollar signs is set as mathematics.
    _esm = script(f"const CONFIG = {json.dumps({**CONFIG, 'typesetMath': False})};\n{RENDER}")
    _css = f"{LINKS}.{ROUND} .layer-above .shapelayer path {{ stroke-linecap: round; }}"
    library = traitlets.Unicode().tag(sync=True)
    #: The figure as one text: of a dict every number would be looked at on its way, here and there.
    sent = traitlets.Unicode().tag(sync=True)
    #: Parts of the layout drawn over the figure; a change of them alone is a short message.
    over = traitlets.Dict().tag(sync=True)
    texts = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, drawing: Drawing, texts: Sequence[str] = ()):
        self.drawn = drawing.spec()
        sent = json.dumps(self.drawn)
        super().__init__(library=_library().model_id, sent=sent, texts=list(texts))

    @property
    def data(self) -> list[dict[str, Any]]:
        """The traces that are on the screen."""
        return self.drawn["data"]

    def show(self, drawing: Drawing) -> None:
        """Draw another figure in the place of this one."""
        self._draw(drawing.spec())

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
        self._draw({"data": traces, "layout": {**self.drawn["layout"], **layout}})

    def _draw(self, drawn: dict[str, Any]) -> None:
        self.drawn = drawn
        self.sent = json.dumps(drawn)
        # Lets the thread that sends messages go first: the picture is on its way while Python
        # writes the words below it.
        time.sleep(0.001)
