"""Make a saved lesson ready for the reading site."""

from __future__ import annotations

import html
import json
import re

import nbformat
from site_quiz import CALL, quiz

PLOTLY, PNG = "application/vnd.plotly.v1+json", "image/png"
#: Links to other lessons, to a heading in JupyterLab's way, and to nothing.
LESSON_LINK = re.compile(r'href="(?:\./)?([a-z0-9-]+)\.ipynb(#[^"]*)?"')
HEADING_LINK = re.compile(r'href="#([^"]+)"')
EXERCISE = "infosoc.learn.check("
#: A reader of the site has no cell to run.
RUN, RUN_THERE = "Run this cell", "In Jupyter, run this cell"


def prepare(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the lesson with drawn figures, folded code and links between pages."""
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        if EXERCISE not in cell.source:
            # The code is there for those who want it; a reader without Jupyter reads on.
            cell.metadata["tags"] = ["hide-input"]
        for output in cell.outputs:
            if PLOTLY in output.get("data", {}):
                output.data = nbformat.from_dict({"text/html": figure(output)})
                output.metadata = nbformat.from_dict({})
            elif "text/html" in output.get("data", {}):
                text = links("".join(output.data["text/html"])).replace(RUN, RUN_THERE)
                asked = CALL.search(cell.source)
                output.data["text/html"] = quiz(asked[1], text, slug) if asked else text
    return notebook


def figure(output: nbformat.NotebookNode) -> str:
    """Return a place for a figure: a picture, until a script draws the figure over it."""
    told = html.escape("".join(output.data["text/plain"]))
    data = json.dumps(output.data[PLOTLY], ensure_ascii=False).replace("<", "\\u003c")
    picture = "".join(output.data[PNG]).replace("\n", "")
    return (
        f'<div class="infosoc-figure" role="img" aria-label="{told}">'
        f'<img src="data:image/png;base64,{picture}" alt="{told}"></div>'
        f'<script type="application/json">{data}</script>'
    )


def slug(heading: str) -> str:
    """Return the anchor that the site gives a heading.

    Examples
    --------
    >>> slug("One-summit,-two-phases"), slug("What-was-left-for-Tunis:-money-and-governance")
    ('one-summit-two-phases', 'what-was-left-for-tunis-money-and-governance')
    """
    return re.sub(r"[^\w\- ]", "", html.unescape(heading).lower()).strip().replace(" ", "-")


def links(text: str) -> str:
    """Lead links in an output to the pages of the site.

    Examples
    --------
    >>> links('<a href="05-ungis.ipynb">UNGIS</a>, <a href="#Who-came%3F">again</a>')
    '<a href="05-ungis.html">UNGIS</a>, <a href="#who-came3f">again</a>'
    """
    text = LESSON_LINK.sub(lambda found: f'href="{found[1]}.html{found[2] or ""}"', text)
    return HEADING_LINK.sub(lambda found: f'href="#{slug(found[1])}"', text)
