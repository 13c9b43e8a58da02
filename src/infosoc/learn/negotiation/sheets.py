"""Pages that stand alone: they need no network, run no script and print well."""

from __future__ import annotations

from infosoc.stand_alone import skeleton

STYLE = """
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; color: #1a1a1a; background: #fff;
  font: 11pt/1.4 system-ui, 'Noto Sans', Arial, sans-serif; }
h1 { font-size: 1.5em; margin: 0 0 .3em; } h2 { font-size: 1.15em; margin: .9em 0 .3em; }
h3 { font-size: 1em; margin: .6em 0 .1em; } p { margin: .35em 0; }
ul, ol { margin: .3em 0; padding-left: 1.4em; } li { margin: .15em 0; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid #777; padding: .2em .4em; vertical-align: top; text-align: left; }
td.n, th.n { text-align: center; white-space: nowrap; }
section + section { break-before: page; }
.card { border: 2px solid #333; border-radius: 6px; padding: 10px 14px; margin: 0 0 8mm;
  break-inside: avoid; }
.brackets { font-size: 10pt; line-height: 1.3; } .brackets p { margin: .15em 0; }
.dense { font-size: 9pt; line-height: 1.25; }
@media screen { section + section { border-top: 2px solid #ccc; margin-top: 2rem;
  padding-top: 1rem; } }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } }
"""
WIDE = """
@page { size: A4 landscape; margin: 10mm; }
.score { table-layout: fixed; } .score thead th { white-space: normal; }
.score th.role { width: 8em; } .score th.sum { width: 4.4em; }
.score td, .score th { padding: .45em 0; font-size: 8.5pt; }
.boxes td { height: 18mm; width: 16%; }
.dense { line-height: 1.15; } .dense td, .dense th { padding: .1em .4em; }
"""
CARDS = """
@page { margin: 10mm; }
.card { font-size: 9.5pt; line-height: 1.25; padding: 4px 12px 8px; margin-bottom: 5mm; }
.card h2 { margin: .2em 0; } .card p { margin: .2em 0; } .card small { font-size: 8.5pt; }
.card table { table-layout: fixed; } .card td, .card th { padding: .1em .35em; }
.card th:first-child { width: 19%; }
"""


def sheet(title: str, body: str, extra: str = "") -> str:
    """Return a whole page; its policy forbids every script and every request.

    Parameters
    ----------
    title
        Title, plain text.
    body
        HTML, already escaped.
    extra
        More style.
    """
    return skeleton(title, f"<main>\n{body}\n</main>", STYLE + extra)
