"""Make the skeleton of a lesson: ``python tools/new_lesson.py 16-my-topic "My topic"``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat

LESSONS = Path(__file__).resolve().parents[1] / "notebooks"
NAME = re.compile(r"\d{2}(-[a-z0-9]+)+")

#: The cells of a lesson in their order; tests/lessons/test_structure.py holds lessons to it.
SKELETON = (
    (
        "text",
        """\
# {title}

**Time:** 30 minutes. **Level:** beginner. **You need:** [Start here](00-start-here.ipynb).

By the end you can:

- tell ...,
- read ...,
- judge ....

[Start here](00-start-here.ipynb) · Next lesson: ...""",
    ),
    (
        "text",
        "## The question: ...\n\nLead with an issue that people meet. 40 to 80 words. Every date "
        "and number links to a source in data/sources.csv or is printed from the data.",
    ),
    (
        "code",
        """\
import infosoc

events = infosoc.load("events")
infosoc.plot.timeline(events[events.topic == "wsis"], title="{title}")""",
    ),
    (
        "text",
        "**What do you see?** ...\n\n"
        "<details><summary>A possible answer</summary>\n\n...\n\n</details>",
    ),
    ("text", "## Try it\n\n**Exercise 1.** ..."),
    ("code", 'answer = None\ninfosoc.learn.check("exercise-id", answer)'),
    (
        "text",
        "<details><summary>Show a solution</summary>\n\n```python\nanswer = ...\n"
        'infosoc.learn.check("exercise-id", answer)\n```\n\n</details>',
    ),
    (
        "text",
        "## Quiz\n\nAnswer with the mouse or the keyboard. You can try again as often as you like.",
    ),
    ("code", 'infosoc.learn.quiz("{quiz}")'),
    ("text", '## Debate\n\nChoose one motion.\n\n1. "..."\n2. "..."'),
    ("text", "## Key points\n\n- ..."),
    ("text", "## Words to know\n\n- **Word:** what it means."),
    ("text", "## Sources\n\nEach picture and table above unfolds its own sources."),
    ("text", "Facts last checked on ....\n\n## Next\n\n..."),
)


def skeleton(name: str, title: str) -> nbformat.NotebookNode:
    """Return the notebook of an empty lesson."""
    words = {"title": title, "quiz": name.split("-", 1)[1]}
    cells = []
    for number, (kind, pattern) in enumerate(SKELETON, start=1):
        source = pattern
        for word, value in words.items():
            source = source.replace(f"{{{word}}}", value)
        make = nbformat.v4.new_markdown_cell if kind == "text" else nbformat.v4.new_code_cell
        cells.append(make(source, id=f"{kind}-{number:02d}"))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def main(arguments: list[str]) -> None:
    """Write the skeleton, unless the name is wrong or the lesson exists."""
    if len(arguments) != 2 or not all(arguments):  # noqa: PLR2004
        raise SystemExit(
            'Give a name and a title: make new-lesson NAME=16-my-topic TITLE="My topic"'
        )
    name, title = arguments
    if not NAME.fullmatch(name):
        raise SystemExit(f"{name!r} is not a lesson name. Write a number and words: 16-my-topic.")
    path = LESSONS / f"{name}.ipynb"
    if path.exists():
        raise SystemExit(f"{path.name} exists already.")
    nbformat.write(skeleton(name, title), path)
    print(
        f"Wrote notebooks/{path.name}. "
        "Add its row to data/lessons.csv and its quiz to data/quizzes/."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
