"""Names for sliders, so that a screen reader tells which one it is on."""

from __future__ import annotations

import traitlets

from infosoc.explore.course_widget import CourseWidget, script
from infosoc.messages import say

RENDER = """
function render({ model, el }) {
  const ends = model.get("ends");
  function name(root) {
    for (const row of root.querySelectorAll(".widget-slider, .widget-inline-hbox")) {
      const label = row.querySelector(".widget-label")?.textContent.trim();
      const handles = row.querySelectorAll(".noUi-handle");
      handles.forEach((handle, place) => {
        const text = handles.length > 1 ? ends[place].replace("{label}", label) : label;
        if (label && handle.getAttribute("aria-label") !== text) {
          handle.setAttribute("aria-label", text);
        }
      });
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


class SliderNames(CourseWidget):
    """An invisible widget that gives the sliders beside it the names written before them.

    The sliders of ipywidgets have a visible label, but their handles, which take the focus, do
    not point to it.
    """

    _esm = script(RENDER)
    #: What the two handles of a slider for a range are called.
    ends = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self) -> None:
        label = "{label}"
        super().__init__(
            ends=[say("slider.from", label=label), say("slider.to", label=label)],
            layout={"display": "none"},
        )
