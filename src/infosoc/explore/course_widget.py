"""What every widget of the course with a script of its own has in common."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

#: anywidget gives a script two seconds to start. After that the widget is drawn, but hears nothing
#: from Python any more: each message waits for a start that counts as failed. On a slow machine,
#: or while maps are drawn, that happens. So the script, once it runs, lets messages through again
#: and asks for what was missed.
START = """
function initialize({ model }) {
  const rouse = (whole) => {
    const deaf = whole._handle_comm_msg;
    let kind = Object.getPrototypeOf(whole);
    while (kind && !Object.hasOwn(kind, "_handle_comm_msg")) kind = Object.getPrototypeOf(kind);
    const hearing = kind && Object.getPrototypeOf(kind)._handle_comm_msg;
    if (!hearing) return;
    // A message about nothing fails exactly when anywidget has given up waiting.
    deaf.call(whole, { content: { data: { method: "none" } } }).catch(() => {
      whole.comm.on_msg((message) => hearing.call(whole, message));
      whole.set("late", true);
      whole.save_changes();
    });
  };
  // Only the listeners of a change are given the model itself, which has the handler.
  model.on("change:probe", rouse);
  model.set("probe", true);
}
"""

#: JupyterLab tells a link from the words around it by colour alone. This holds for the whole lesson
#: as soon as it shows a widget of the course.
LINKS = """
:is(.jp-OutputArea-output, .jp-RenderedMarkdown) a[href]:not(.jp-InternalAnchorLink) {
  text-decoration: underline;
}
"""


def script(body: str) -> str:
    """Return a script for anywidget out of one that defines the function ``render``."""
    return f"{START}{body}\nexport default {{ initialize, render }};\n"


class CourseWidget(anywidget.AnyWidget):
    """A widget that also works when its script started late.

    Its script is made with :func:`script`.
    """

    _css = LINKS
    probe = traitlets.Bool(False).tag(sync=True)
    late = traitlets.Bool(False).tag(sync=True)

    def __init__(self, **values: Any):
        super().__init__(**values)
        self.observe(self._send_all, names="late")

    def _send_all(self, _change: Any) -> None:
        self.send_state([name for name in self.keys if not name.startswith("_")])
