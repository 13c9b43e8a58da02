"""A figure on the screen that Python draws anew when a control changes."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from html import unescape
from typing import Any

import ipywidgets as widgets
import traitlets

from infosoc.drawing import Drawing, plotly_script
from infosoc.exhibit import CONFIG
from infosoc.explore.course_widget import LINKS, CourseWidget, script
from infosoc.plot import style

#: Height in pixels of the line in which a figure has its title, and from there to the picture.
TITLE_LINE, TITLE_GAP = 22, 2
TITLE_TOP = 12
STYLE = f"""
.infosoc-title {{
  margin: 0; padding: {TITLE_TOP}px 8px {TITLE_GAP}px;
  background: {style.PAPER}; color: {style.INK};
  font: 17px/{TITLE_LINE}px {style.FONT};
}}
/* A stroke without a length is a dot; none grows with the picture. */
.infosoc-strokes path {{
  fill: none; stroke-linecap: round; vector-effect: non-scaling-stroke; pointer-events: none;
}}
"""
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
const SVG = "http://www.w3.org/2000/svg";
// Hundreds of marks are a few paths between the grid and the traces. Their x are shares of the
// axis, their y are pixels: so nothing has to be worked out here.
function stroke(picture, strokes) {
  const plot = picture.querySelector(".cartesianlayer .overplot");
  if (!plot) return;
  const place = plot.parentNode.querySelector(".infosoc-strokes")
    ?? plot.parentNode.insertBefore(document.createElementNS(SVG, "g"), plot);
  place.setAttribute("class", "infosoc-strokes");
  const { l, t, w } = picture._fullLayout._size;
  place.setAttribute("transform", `translate(${l},${t}) scale(${w},1)`);
  place.replaceChildren(...strokes.map((one) => {
    const path = document.createElementNS(SVG, "path");
    for (const [name, value] of Object.entries(one)) path.setAttribute(name, value);
    return path;
  }));
}
function render({ model, el }) {
  // The title is text of the page: plotly measures every text, and cannot wrap it.
  const title = el.appendChild(document.createElement("p"));
  title.className = "infosoc-title";
  // A screen reader hears it as the name of the picture.
  title.setAttribute("aria-hidden", "true");
  const picture = el.appendChild(document.createElement("div"));
  picture.setAttribute("role", "img");
  el.style.width = "100%";
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
    if (sent === before && width === picture._fullLayout?.width) {
      await Plotly.relayout(picture, over);
      return;
    }
    before = sent;
    const drawn = JSON.parse(sent);
    const data = worded(drawn.data, model.get("texts"));
    await Plotly.react(picture, data, { ...drawn.layout, ...over, width }, CONFIG);
    stroke(picture, drawn.strokes);
    // Not before: plotly would have the page lay itself out for it.
    if (title.textContent !== drawn.title) title.textContent = drawn.title;
    picture.setAttribute("aria-label", drawn.title);
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
    if (width !== picture._fullLayout?.width) request();
  });
  watch.observe(el);
  return () => {
    watch.disconnect();
    model.off("change:sent change:over", request);
    Plotly?.purge(picture);
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
    _css = LINKS + STYLE
    library = traitlets.Unicode().tag(sync=True)
    #: The figure as one text: of a dict every number would be looked at on its way, here and there.
    sent = traitlets.Unicode().tag(sync=True)
    #: Parts of the layout drawn over the figure; a change of them alone is a short message.
    over = traitlets.Dict().tag(sync=True)
    texts = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, drawing: Drawing, texts: Sequence[str] = ()):
        self.drawn = drawing.spec()
        super().__init__(library=_library().model_id, sent=_told(self.drawn), texts=list(texts))

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
        self.sent = _told(drawn)
        # Lets the thread that sends messages go first: the picture is on its way while Python
        # writes the words below it.
        time.sleep(0.001)


def _told(drawn: dict[str, Any]) -> str:
    """Return a figure as the page is told of it: without its title, and with that as plain text.

    The strokes in the ``meta`` of its layout are what the page itself draws.
    """
    layout = {**drawn["layout"]}
    strokes = layout.pop("meta", {}).get("strokes", [])
    title = layout.pop("title", {}).get("text") or ""
    if title:
        margin = layout["margin"]
        taken = min(TITLE_TOP + TITLE_LINE + TITLE_GAP, margin["t"])
        layout["margin"] = {**margin, "t": margin["t"] - taken}
        layout["height"] -= taken
    plain = unescape(re.sub("<[^>]*>", " ", title))
    told = {"data": drawn["data"], "layout": layout, "title": plain, "strokes": strokes}
    return json.dumps(told)
