"""Show a live part of a lesson, with a plain form for those who have not run it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infosoc.html import Page, as_written

if TYPE_CHECKING:
    import ipywidgets as widgets

WIDGET_MIME = "application/vnd.jupyter.widget-view+json"


class Live:
    """Controls that work while the lesson runs, beside a plain form that always can be read.

    Saved lessons keep only the plain form: the state of widgets weighs megabytes and does not
    come back when a lesson is opened again.

    Attributes
    ----------
    widget
        The controls.
    plain
        What stands there when the lesson has not been run.
    """

    def __init__(self, widget: widgets.Widget, plain: Page):
        self.widget = widget
        self.plain = plain

    def __repr__(self) -> str:
        return self.plain.text

    def _ipython_display_(self) -> None:
        from IPython.display import display  # noqa: PLC0415

        view = {"version_major": 2, "version_minor": 0, "model_id": self.widget.model_id}
        bundle: dict[str, Any] = {
            WIDGET_MIME: view,
            "text/html": as_written(self.plain.html),
            "text/plain": self.plain.text,
        }
        display(bundle, raw=True)
