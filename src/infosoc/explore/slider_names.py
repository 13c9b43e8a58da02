"""Names for sliders, so that a screen reader tells which one it is on."""

from __future__ import annotations

import traitlets

from infosoc.explore.course_widget import LINKS, CourseWidget, script
from infosoc.messages import say

RENDER = """
function render({ model, el }) {
  const ends = model.get("ends");
  const tell = (node, text) => {
    if (node.getAttribute("aria-label") !== text) node.setAttribute("aria-label", text);
  };
  function name(root) {
    for (const row of root.querySelectorAll(".widget-slider, .widget-inline-hbox")) {
      const label = row.querySelector(".widget-label")?.textContent.trim();
      if (!label) continue;
      const handles = row.querySelectorAll(".noUi-handle");
      handles.forEach((handle, place) => {
        tell(handle, handles.length > 1 ? ends[place].replace("{label}", label) : label);
      });
      // The number beside the slider can be written over.
      for (const number of row.querySelectorAll(".widget-readout[contenteditable]")) {
        number.setAttribute("role", "textbox");
        tell(number, model.get("number").replace("{label}", label));
      }
    }
  }
  let watch;
  // The neighbours are put on the page after this widget.
  const waiting = setInterval(() => {
    const box = el.closest(".jp-OutputArea-output") ?? el.parentElement;
    if (!box) return;
    clearInterval(waiting);
    name(box);
    watch = new MutationObserver(() => name(box));
    watch.observe(box, { childList: true, subtree: true });
  }, 50);
  return () => {
    clearInterval(waiting);
    watch?.disconnect();
  };
}
"""
#: JupyterLab shows the focus of a slider by a shadow, which forced colours take away.
STYLE = """
.noUi-handle:focus-visible {
  outline: 3px solid var(--jp-brand-color1, #1976d2);
  outline-offset: 2px;
}
"""


class SliderNames(CourseWidget):
    """An invisible widget that gives the sliders beside it the names written before them.

    The sliders of ipywidgets have a visible label, but their handles, which take the focus, do
    not point to it. Nor does the number beside them.
    """

    _esm = script(RENDER)
    _css = LINKS + STYLE
    #: What the two handles of a slider for a range are called.
    ends = traitlets.List(traitlets.Unicode()).tag(sync=True)
    #: What the number beside a slider is called.
    number = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        label = "{label}"
        super().__init__(
            ends=[say("slider.from", label=label), say("slider.to", label=label)],
            number=say("slider.number", label=label),
            layout={"display": "none"},
        )
