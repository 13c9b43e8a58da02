"""Names for sliders, so that a screen reader tells which one it is on."""

from __future__ import annotations

import anywidget

NAME = """
function name(root) {
  for (const row of root.querySelectorAll(".widget-slider, .widget-inline-hbox")) {
    const label = row.querySelector(".widget-label")?.textContent.trim();
    const handles = row.querySelectorAll(".noUi-handle");
    handles.forEach((handle, place) => {
      const which = handles.length > 1 ? (place === 0 ? ", from" : ", to") : "";
      if (label && handle.getAttribute("aria-label") !== label + which) {
        handle.setAttribute("aria-label", label + which);
      }
    });
  }
}
function render({ el }) {
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
export default { render };
"""


class SliderNames(anywidget.AnyWidget):
    """An invisible widget that gives the sliders beside it the names written before them.

    The sliders of ipywidgets have a visible label, but their handles, which take the focus, do
    not point to it.
    """

    _esm = NAME
