"""Write a notebook with every trace of a figure on one line.

The usual way of writing puts each number on a line of its own: a quarter of a lesson's size would
be spaces. One line a trace keeps the file small and a change still readable.
"""

from __future__ import annotations

import json
from typing import Any

import nbformat

PLOTLY = "application/vnd.plotly.v1+json"
PLACE = "\N{SYMBOL FOR NULL}figure-%d"


def write(notebook: nbformat.NotebookNode) -> str:
    """Return the notebook's text: nbformat's own, but for the figures.

    Examples
    --------
    >>> figure = {"data": [{"x": [1, 2]}], "layout": {}}
    >>> output = nbformat.v4.new_output("display_data", {PLOTLY: figure})
    >>> cell = nbformat.v4.new_code_cell(outputs=[output], id="one")
    >>> text = write(nbformat.v4.new_notebook(cells=[cell]))
    >>> '{"x":[1,2]}' in text, nbformat.reads(text, 4).cells[0].outputs[0].data[PLOTLY] == figure
    (True, True)
    """
    content = json.loads(nbformat.writes(notebook))
    figures: list[str] = []
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if PLOTLY in data:
                figures.append(_figure(data[PLOTLY]))
                data[PLOTLY] = PLACE % (len(figures) - 1)
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
    for number, figure in enumerate(figures):
        text = text.replace(json.dumps(PLACE % number, ensure_ascii=False), figure, 1)
    return text + "\n"


def _figure(figure: dict[str, Any]) -> str:
    traces = ",\n".join(map(_line, figure["data"]))
    rest = [f'"{name}":{_line(part)}' for name, part in figure.items() if name != "data"]
    return "{" + ",\n".join([f'"data":[\n{traces}\n]', *rest]) + "}"


def _line(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
