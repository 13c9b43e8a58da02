"""Controls that several learning aids share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets


def button(text: str, act: Callable[[], Any]) -> widgets.Button:
    """Return a button as wide as its words."""
    made = widgets.Button(description=text, layout={"width": "auto", "align_self": "flex-start"})
    made.on_click(lambda _button: act())
    return made


def sentence_field(label: str) -> widgets.Text:
    """Return a field that is wide enough for a sentence."""
    return widgets.Text(
        description=label,
        continuous_update=False,
        style={"description_width": "initial"},
        layout={"width": "auto", "min_width": "320px"},
    )
