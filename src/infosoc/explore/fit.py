"""Keep a live figure as wide as the page.

A plotly FigureWidget is drawn before it stands on the page, 700 pixels wide, and then looks at its
width only when the window changes. This small helper tells it when there is something to look at.
"""

from __future__ import annotations

import anywidget

SCRIPT = """
function render({ el }) {
  const fit = () => window.dispatchEvent(new Event("resize"));
  el.style.width = "100%";
  const watch = new ResizeObserver(fit);
  watch.observe(el);
  const drawn = setInterval(() => {
    if (el.parentElement?.querySelector(".main-svg")) {
      clearInterval(drawn);
      fit();
    }
  }, 50);
  return () => {
    watch.disconnect();
    clearInterval(drawn);
  };
}
export default { render };
"""


class Fit(anywidget.AnyWidget):
    """An invisible widget: put it beside a FigureWidget in the same box."""

    _esm = SCRIPT
