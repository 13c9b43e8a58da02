"""Every lesson has the shape that readers can rely on."""

import ast
import csv
import itertools
import json
import re
from pathlib import Path

import pytest

import infosoc
from infosoc.learn import exercises

ROOT = Path(__file__).resolve().parents[2]
#: All notebooks: the lessons, which are numbered, and the pages beside them.
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LESSONS = [path for path in NOTEBOOKS if path.name[0].isdigit()]
FULL = [path for path in LESSONS if not path.name.startswith("00")]
MOST_BYTES = 150_000
MOST_BYTES_WITH_MAPS = 300_000
MOST_LINES = 20
MOST_WORDS = 120
#: A longer line of code is cut off on a screen of 800 pixels.
WIDEST_LINE = 72
ENDING = ("Try it", "Quiz", "Debate", "Key points", "Words to know", "Sources", "Next")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
#: Addresses that are neither sources nor parts of the course.
OTHER_ADDRESSES = ("https://creativecommons.org/",)


def read(path):
    return json.loads(path.read_text("utf-8"))


def sources(notebook, kind):
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == kind]


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def headings(notebook):
    text = "\n".join(sources(notebook, "markdown"))
    return [(len(m[1]), m[2]) for m in re.finditer(r"^(#+) (.+)$", text, re.M)]


each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_full_lesson = pytest.mark.parametrize("path", FULL, ids=lambda path: path.stem)


@each_notebook
def test_headings_can_be_walked(path):
    levels = [level for level, _ in headings(read(path))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    jumps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
    assert not jumps


@each_notebook
def test_the_first_cell_says_what_to_expect(path):
    first = sources(read(path), "markdown")[0]
    assert re.search(r"\*\*Time:\*\* \d+ minutes\.", first)
    assert "**Level:**" in first
    assert "**You need:**" in first
    promised = first.split("By the end you can", 1)[1]
    assert 2 <= len(re.findall(r"^- ", promised, re.M)) <= 4


@each_full_lesson
def test_the_ending_is_complete(path):
    titles = [title for _, title in headings(read(path))]
    assert [title for title in titles if title in ENDING] == list(ENDING)
    last = sources(read(path), "markdown")[-1]
    assert re.search(r"Facts last checked on \d{1,2} \w+ \d{4}\.", last)
    assert "00-start-here.ipynb" in last


@each_full_lesson
def test_every_picture_asks_what_the_reader_sees(path):
    notebook = read(path)
    cells = notebook["cells"]
    pictures = [i for i, cell in enumerate(cells) if "infosoc.plot." in "".join(cell["source"])]
    assert pictures
    for number in pictures:
        after = "".join(cells[number + 1]["source"])
        assert "**What do you see?**" in after, f"cell {number + 1}"
        assert "<details><summary>A possible answer</summary>" in after, f"cell {number + 1}"


@each_notebook
def test_narrative_comes_in_small_portions(path):
    for text in sources(read(path), "markdown"):
        plain = re.sub(r"<details>.*?</details>", "", text, flags=re.S)
        prose = [line for line in plain.splitlines() if not re.match(r"(- |\d\. |#)", line)]
        words = len(re.findall(r"\w+", LINK.sub("link", " ".join(prose))))
        assert words <= MOST_WORDS, f"{words} words: {text[:60]}"


@each_notebook
def test_code_is_for_readers(path):
    for number, text in enumerate(sources(read(path), "code"), start=1):
        assert len(text.splitlines()) <= MOST_LINES, f"code cell {number} is long"
        assert max(map(len, text.splitlines())) <= WIDEST_LINE, f"code cell {number} is wide"
        assert not text.rstrip().endswith(";"), f"code cell {number} hides its picture"
        tree = ast.parse(text)
        found = [type(node).__name__ for node in ast.walk(tree)]
        assert "FunctionDef" not in found, f"code cell {number} defines a function"
        assert "warnings" not in text, f"code cell {number} filters warnings"
        assert not re.search(r"\b(interact|Output)\(", text), f"code cell {number}"


@each_notebook
def test_every_import_is_used(path):
    code = "\n".join(sources(read(path), "code"))
    tree = ast.parse(code)
    imported = [
        a.asname or a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names
    ]
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert set(imported) <= used
    assert len(imported) == len(set(imported))


@each_notebook
def test_it_is_saved_with_good_outputs(path):
    notebook = read(path)
    counts = [cell["execution_count"] for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1)), "run it with: make notebooks"
    assert "widgets" not in notebook["metadata"]
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    for cell in code_cells(notebook):
        assert cell["outputs"], "".join(cell["source"])
        for output in cell["outputs"]:
            assert output["output_type"] in {"display_data", "execute_result"}
            assert "application/vnd.jupyter.widget-view+json" not in output["data"]


@each_notebook
def test_it_is_small(path):
    bar = MOST_BYTES_WITH_MAPS if path.name[:2] in {"07", "09"} else MOST_BYTES
    assert path.stat().st_size <= bar


@each_notebook
def test_links_lead_somewhere(path):
    known = set(infosoc.load("sources")["address"])
    for text in sources(read(path), "markdown"):
        for address in LINK.findall(text):
            if address.startswith("http"):
                plain = address.replace("%28", "(").replace("%29", ")")
                named = {address, plain} & known or address.startswith(OTHER_ADDRESSES)
                assert named, f"not in data/sources.csv: {address}"
            else:
                assert (path.parent / address.split("#")[0]).exists(), address


def test_the_table_of_lessons_is_true():
    rows = infosoc.load("lessons").set_index("id")
    assert set(rows.index) == {path.stem for path in LESSONS}
    for path in LESSONS:
        first = sources(read(path), "markdown")[0]
        assert f"# {rows.loc[path.stem, 'title']}\n" in first
        assert f"**Time:** {rows.loc[path.stem, 'minutes']} minutes." in first


def test_the_readme_lists_every_lesson():
    readme = (ROOT / "README.md").read_text("utf-8")
    for row in infosoc.load("lessons").itertuples():
        line = f"| [{row.title}](notebooks/{row.id}.ipynb) | {row.minutes} | {row.summary} |"
        assert line in readme, line


SOLUTION = re.compile(r"```python\n(.*?)```", re.S)


@each_full_lesson
def test_every_solution_passes_its_own_check(path, monkeypatch):
    # As in JupyterLab, a lesson finds files beside it.
    monkeypatch.chdir(path.parent)
    notebook = read(path)
    code = [text for text in sources(notebook, "code") if "infosoc.learn" not in text]
    # A cell that only shows a game is left out, and with it perhaps the import.
    space = {"infosoc": infosoc}
    for text in code:
        exec(text, space)
    solutions = [
        found for text in sources(notebook, "markdown") for found in SOLUTION.findall(text)
    ]
    assert len(solutions) == sum("infosoc.learn.check(" in t for t in sources(notebook, "code"))
    for solution in solutions:
        *steps, last = solution.strip().splitlines()
        exec("\n".join(steps), space)
        assert str(eval(last, space)) == "✓ Right.", solution


def test_every_exercise_refuses_no_answer_and_a_wrong_one():
    for name in exercises.names():
        assert str(infosoc.learn.check(name)).startswith("Not answered yet")
        assert str(infosoc.learn.check(name, -1)).startswith("Not right yet")
        assert str(infosoc.learn.check(name, "")).startswith("Not right yet")


def test_csv_and_lessons_agree_on_the_day_of_the_check():
    with (ROOT / "data" / "lessons.csv").open(encoding="utf-8", newline="") as stream:
        days = {row["id"]: row["checked_on"] for row in csv.DictReader(stream)}
    assert set(days) == {path.stem for path in LESSONS}


def test_teachers_find_every_tool_on_their_page():
    page = "\n".join(
        text
        for kind in ("code", "markdown")
        for text in sources(read(ROOT / "notebooks" / "for-teachers.ipynb"), kind)
    )
    tools = [
        "plan",
        "cockpit",
        "handout",
        "decision_cards",
        "who_decides",
        "negotiation_kit",
        "before_after",
    ]
    for tool in tools:
        assert f"infosoc.learn.{tool}(" in page, tool
    assert "infosoc.explore.reading_list(" in page
