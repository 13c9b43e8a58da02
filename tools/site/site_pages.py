"""Pages of the reading site that no notebook holds: the start and the tables."""

from __future__ import annotations

from collections.abc import Sequence

import infosoc
from infosoc import html
from infosoc.data.registry import registry

START = """\
# The information society: an open course

Interactive lessons about the World Summit on the Information Society (WSIS), UNESCO's Knowledge
Societies, the UN Group on the Information Society (UNGIS), Internet governance and the Internet
Governance Forum (IGF). Choose a topic, or read the lessons in their order.

This site needs no Internet once it is on your computer. Only links to sources do. Quizzes are
checked here. To change the code, to use the explorers and to have exercises checked, open the
course in JupyterLab.

{cards}

## All lessons

{lessons}

## Beside the lessons

- [Glossary](glossary.ipynb): the words of the field, in plain language.
- [For teachers](for-teachers.ipynb): plans, handouts, and how to teach without the Internet.
- [The data](data.md): every table, to download.
- [Accessibility](accessibility.md): who can use the course, and ways round what is in the way.

{toctrees}
"""
#: Pages that are no notebooks.
PAGES = ("data", "accessibility")
TOCTREE = "```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{pages}\n```"
GROUPS = {
    "wsis": "World Summit on the Information Society",
    "internet-governance": "Internet governance",
    "measure": "Measure, judge and do",
}
DATA = """\
# The data

All pictures of the course come from these tables. Each is a CSV file in UTF-8 that any spreadsheet
opens. Each names its licence; to cite a fact, cite the source that its row names.

<p><a href="data/all-tables.zip" download>All tables with their description, as one ZIP file</a></p>

{groups}
"""


def start_page(lessons: Sequence[str], other: Sequence[str]) -> str:
    """Return the start page: cards of topics, all lessons, and the order of pages."""
    topics = infosoc.load("topics").sort_values("order")
    known = infosoc.load("lessons").set_index("id")
    parts = []
    for group, heading in GROUPS.items():
        cards = [_card(topic, lessons) for topic in topics[topics.card_group == group].itertuples()]
        parts.append(f'## {heading}\n\n<div class="cards">{"".join(cards)}</div>')
    listed = [
        f"{row.order}. [{row.title}]({row.Index}.ipynb): {row.summary} {row.minutes} minutes."
        for row in known.loc[list(lessons)].itertuples()
    ]
    trees = [
        TOCTREE.format(caption="Lessons", pages="\n".join(lessons)),
        TOCTREE.format(caption="Beside the lessons", pages="\n".join([*other, *PAGES])),
    ]
    return START.format(
        cards="\n\n".join(parts), lessons="\n".join(listed), toctrees="\n\n".join(trees)
    )


def _card(topic, lessons: Sequence[str]) -> str:
    title, summary = html.escape(topic.title), html.escape(topic.summary)
    if topic.lesson in lessons:
        title = f'<a href="{topic.lesson}.html">{title}</a>'
    return f'<div class="card"><p class="card-title">{title}</p><p>{summary}</p></div>'


def data_page(left_out: Sequence[str]) -> str:
    """Return the page that lists the tables in their groups, each with its file."""
    groups: dict[str, list[str]] = {}
    for name, table in registry().items():
        if table.group not in left_out:
            groups.setdefault(table.group, []).append(_row(name, table))
    head = "".join(f'<th scope="col">{word}</th>' for word in ("table", "what it holds", "rows"))
    parts = [
        f"## {group.capitalize()}\n\n"
        f'<div class="wide" tabindex="0" role="region" aria-label="Tables: {group}"><table>'
        f"<caption>Tables: {group}.</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
        for group, rows in groups.items()
    ]
    return DATA.format(groups="\n\n".join(parts))


def _row(name: str, table) -> str:
    file = html.escape(table.path.rsplit("/", 1)[-1])
    rows = len(infosoc.load(name))
    return (
        f'<tr><th scope="row"><a href="data/{file}" download>{file}</a></th>'
        f"<td>{html.escape(table.title)}. {html.escape(table.description)} "
        f"Licence: {html.escape(table.licence)}.</td>"
        f"<td>{rows:,}</td></tr>"
    )
