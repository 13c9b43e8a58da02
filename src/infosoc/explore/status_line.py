"""A line of text that a screen reader reads aloud whenever it changes."""

from __future__ import annotations

import traitlets

from infosoc.explore.course_widget import CourseWidget, script

# The region stands on the page before its text changes: a region that arrives together with its
# text is often not announced.
RENDER = """
function render({ model, el }) {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  line.setAttribute("aria-atomic", "true");
  line.style.cssText = "margin: 6px 0; min-height: 1.4em; line-height: 1.4";
  const show = () => { line.textContent = model.get("value"); };
  model.on("change:value", show);
  show();
  el.append(line);
  return () => model.off("change:value", show);
}
"""


class StatusLine(CourseWidget):
    """A line that says what has happened; its text is never taken for HTML.

    Attributes
    ----------
    value
        What it says.
    """

    _esm = script(RENDER)
    value = traitlets.Unicode().tag(sync=True)
