"""A picture with its evidence as one HTML file that needs neither a network nor Python."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infosoc import html
from infosoc.errors import UnknownNameError
from infosoc.messages import say

STYLE = """
body { max-width: 70rem; margin: 0 auto; padding: 1rem; line-height: 1.5; color: #1a1a1a;
  background: #fff; font-family: system-ui, sans-serif; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #ccc; padding: .25rem .75rem .25rem 0; vertical-align: top; }
caption { padding: .5rem 0; font-weight: bold; }
button { font: inherit; padding: .4rem .8rem; }
.wide { overflow-x: auto; }
.gaps { border: 2px solid #52606d; padding: 0 1rem; }
@media print { button { display: none; } details { display: block; } }
"""
#: What a page without scripts may load: nothing.
NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
ENDING = ".html"
#: Nothing is cut in two between sheets of paper, and big parts begin on a new one.
PRINTED = """
h2 { margin-top: 2rem; }
section.sheet { break-before: page; }
tr, li, .card { break-inside: avoid; }
h2, h3, caption { break-after: avoid; }
thead { display: table-header-group; }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; padding: 0; list-style: none; }
.card { border: 1px solid #1a1a1a; padding: .5rem 1rem; min-height: 8rem; }
@media print { body { font-size: 10.5pt; padding: 0; } .card { min-height: 5.6cm; } }
"""
#: Draws the figure, keeps it as wide as the page, and saves it as a picture on request.
BOOT = """
const place = document.getElementById("figure");
const drawn = JSON.parse(document.getElementById("figure-data").textContent);
Plotly.newPlot(place, drawn.data, drawn.layout, drawn.config);
const fit = () => Plotly.relayout(place, { width: place.parentElement.clientWidth });
window.addEventListener("resize", fit);
fit();
document.getElementById("picture").addEventListener("click", () =>
  Plotly.downloadImage(place, { format: "png", scale: 2, width: place.clientWidth,
    height: place.clientHeight, filename: document.title }));
"""
#: Unlike in a lesson there is room for plotly's own buttons: move, nearer, farther, whole.
CONFIG = {
    "responsive": False,
    "displaylogo": False,
    "displayModeBar": True,
    "scrollZoom": False,
    # plotly offers by default to upload the picture: nothing of a reader's leaves this file.
    "showSendToCloud": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "toImage"],
}


def page(
    title: str,
    figure: dict[str, Any],
    summary: str,
    table: str,
    sources: str,
    *,
    unfolded: bool,
    gaps: str = "",
) -> str:
    """Return the file's text.

    The page may fetch nothing and runs only its own two scripts: a policy in its head says so,
    so that nothing in a reader's texts could act even if it slipped through the escaping.

    Parameters
    ----------
    title
        Title of the picture, plain text.
    figure
        The plotly figure with ``data`` and ``layout``.
    summary
        What the picture shows, plain text.
    table, sources
        Parts of the page, HTML already.
    unfolded
        Whether the table stands open; a very long one is quicker when it is folded.
    gaps
        What is not known, HTML already.
    """
    from infosoc.drawing import plotly_script  # noqa: PLC0415

    library = plotly_script()
    layout = {**figure["layout"], "dragmode": "pan", "title": {}}
    content = {"data": figure["data"], "layout": layout, "config": CONFIG}
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(BOOT)}; "
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    name, said = html.escape(title), html.escape(summary)
    picture = html.escape(say("page.picture"))
    table_name = html.escape(say("page.table"))
    body = f"""<main>
<h1>{name}</h1>
<div><div id="figure" role="img" aria-label="{name}. {said}"></div></div>
<p>{said}</p>
{f'<section class="gaps">{gaps}</section>' if gaps else ""}
<p><button type="button" id="picture">{picture}</button></p>
<details{" open" if unfolded else ""}><summary>{table_name}</summary>
<div class="wide" tabindex="0" role="region" aria-label="{table_name}">
{table}</div></details>
<h2>{html.escape(say("page.sources"))}</h2>
{sources}
<p>{html.escape(say("page.made"))}</p>
</main>
<script>{library}</script>
<script type="application/json" id="figure-data">{_json(content)}</script>
<script>{BOOT}</script>"""
    return skeleton(title, body, STYLE, policy)


def _json(content: Any) -> str:
    """Write JSON that cannot end the script it stands in."""
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def skeleton(title: str, body: str, style: str, policy: str = NO_SCRIPTS) -> str:
    """Return a whole HTML document.

    Parameters
    ----------
    title
        Title, plain text.
    body
        What stands in the body, HTML already.
    style
        The rules of the page.
    policy
        What the page may load; by default it runs no script and asks for nothing.
    """
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def document(title: str, body: str) -> str:
    """Return a page without figures and without scripts, ready to print.

    Parameters
    ----------
    title
        Title of the page, plain text.
    body
        The page below its title, HTML already.
    """
    made = html.escape(say("page.made"))
    inside = f"<main>\n<h1>{html.escape(title)}</h1>\n{body}\n<p>{made}</p>\n</main>"
    return skeleton(title, inside, STYLE + PRINTED)


def write(page: str, path: str | os.PathLike[str]) -> Path:
    """Write a page as a file; one that stands there already is replaced.

    Returns
    -------
    pathlib.Path
        The file, with its folder.

    Raises
    ------
    UnknownNameError
        If the name does not end with ``.html``.
    """
    file = Path(path).resolve()
    if file.suffix != ENDING:
        raise UnknownNameError("ending of a page", file.suffix, [ENDING])
    file.write_text(page, encoding="utf-8")
    return file


@dataclass(frozen=True)
class Printable(html.Page):
    """A page to print: run sheets, cards, handouts.

    Attributes
    ----------
    printed
        The page to print, a whole HTML document.
    """

    printed: str

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page as one HTML file that needs no network; print it from any browser.

        Parameters
        ----------
        path
            Where to write it; the name ends with ``.html``.

        Returns
        -------
        pathlib.Path
            The file, with its folder.

        Raises
        ------
        UnknownNameError
            If the name has another ending.
        """
        return write(self.printed, path)
