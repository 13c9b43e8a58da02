"""A figure as plotly's own JSON describes it.

Showing a figure needs no more than that. plotly's Python objects take longer to import and to
fill than everything else in a lesson, so they are made only when somebody asks for them.
"""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import plotly.graph_objects as go


class Drawing:
    """Traces and a layout.

    Parameters
    ----------
    traces
        Traces as plotly describes them. One without a type is a scatter.
    layout
        Layout as plotly describes it.

    Examples
    --------
    >>> drawing = Drawing([{"x": [2003, 2005], "y": [1, 2]}], {"height": 300})
    >>> drawing.spec()["data"]
    [{'type': 'scatter', 'x': [2003, 2005], 'y': [1, 2]}]
    >>> drawing.figure.layout.height
    300
    """

    def __init__(self, traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]):
        self.traces = [{"type": "scatter", **trace} for trace in traces]
        self.layout = dict(layout)

    @cached_property
    def figure(self) -> go.Figure:
        """The plotly figure, made when it is first asked for; what is changed in it is shown."""
        made = self._made(check=False)
        # What a reader changes is checked.
        made._validate = True
        return made

    def check(self) -> None:
        """Let plotly check every property.

        Raises
        ------
        ValueError
            If plotly has no such property, or it cannot have such a value.
        """
        self._made(check=True)

    def with_traces(self, traces: Sequence[Mapping[str, Any]], **layout: Any) -> Drawing:
        """Return this drawing with other traces, and these parts of the layout changed."""
        return Drawing(traces, {**self.layout, **layout})

    def spec(self) -> dict[str, Any]:
        """Return the figure as plain texts, numbers, lists and dicts, ready to be shown."""
        if "figure" in self.__dict__:
            text = self.figure.to_json(validate=False)
        else:
            text = json.dumps({"data": self.traces, "layout": self.layout}, default=_other)
        # What is not a number is nothing, and leaves a gap.
        told: dict[str, Any] = json.loads(text, parse_constant=lambda _: None)
        return told

    def _made(self, *, check: bool) -> go.Figure:
        import plotly.graph_objects as go  # noqa: PLC0415

        return go.Figure(data=self.traces, layout=self.layout, _validate=check)


def plotly_script() -> str:
    """Return the script with which plotly draws in a browser, 5 MB of it."""
    return resources.files("plotly").joinpath("package_data", "plotly.min.js").read_text("utf-8")


def _other(value: Any) -> Any:
    """Return as JSON knows it what Python's own writer of JSON does not know."""
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        # Numbers of a fixed size are saved in a quarter of the room.
        data = base64.b64encode(value.tobytes()).decode("ascii")
        shape = {"shape": ", ".join(map(str, value.shape))} if value.ndim > 1 else {}
        return {"dtype": "f4", "bdata": data, **shape}
    if pd.api.types.is_list_like(value):
        return list(value)
    if pd.isna(value):
        return None
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"A figure cannot show {value!r}, a {type(value).__name__}.")
