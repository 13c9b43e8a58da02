"""A reader's own files do what they should in the real JupyterLab, and nothing in them acts."""

import csv

import nbformat
import pytest

pytestmark = pytest.mark.browser

#: Texts that act on a careless page; each would leave its mark on the window.
HOSTILE = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 2'>",
    "</script></textarea><svg onload='window.hit = 3'>",
    '" onmouseover="window.hit = 4',
    "<a href='javascript:window.hit=5'>five</a>",
    "[six](javascript:window.hit=6)",
    "$\\href{javascript:window.hit=7}{seven}$",
    "$$\\unicode{<img src=x onerror=window.hit=8>}$$",
    "=HYPERLINK(window.hit=9)",
)
#: Links and handlers that would act when somebody clicks or points.
ACTING = """() => [...document.querySelectorAll('.jp-OutputArea *')].filter((part) =>
  [...part.attributes].some((one) =>
    one.name.startsWith('on') || /^\\s*javascript:/i.test(one.value))
  || part.matches('script:not([type^="application/vnd"]), iframe, object, embed')
).map((part) => part.outerHTML.slice(0, 120))"""
SAVED = {
    "Save as a page (HTML)": "hostile-timeline.html",
    "Save as a table (CSV)": "hostile-export.csv",
}
CELLS = (
    'import infosoc\n\ninfosoc.check_events("my-files/hostile.csv")',
    'own = infosoc.read_events("my-files/hostile.csv")\n'
    "infosoc.plot.timeline(own, title=own.title[0], labels=True)",
    'both = infosoc.add_events(own, infosoc.load("events").head(9))\n'
    'infosoc.plot.timeline(both, title=own.title[1], lane="title", own="own")',
    "infosoc.plot.periods(own, title=own.title[2])",
    'infosoc.read_document("my-files/hostile.txt")',
    'infosoc.check_events("my-files/hostile.txt")',
    'infosoc.explore.own_timeline("my-files")',
    'infosoc.explore.own_document("my-files")',
)


@pytest.fixture
def notebook(lab):
    """Write a notebook of these cells and hostile files beside it; take them away again."""
    files = lab.folder / "my-files"
    kept = {path: path.read_bytes() for path in files.iterdir()}
    for path in kept:
        path.unlink()
    with (files / "hostile.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["title", "date_start", "city", "source", "description", "<b>x"])
        rows.writerows(
            [text, f"20{n:02d}-03", text, text, text, text] for n, text in enumerate(HOSTILE)
        )
    numbered = (f"{n}. The {text} acts." for n, text in enumerate(HOSTILE, 1))
    (files / "hostile.txt").write_text("\n".join(numbered), "utf-8")
    path = lab.folder / "own-files.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    yield path
    path.unlink()
    for one in files.iterdir():
        one.unlink()
    for one, content in kept.items():
        one.write_bytes(content)


def test_nothing_in_a_readers_files_acts_in_a_notebook(visit, notebook, visit_page):
    visit.open(notebook.name)
    visit.run_all()
    page = visit.page
    errors = [output for output in visit.outputs() if output["output_type"] == "error"]
    assert not errors, [(error["cell"], error["evalue"]) for error in errors]
    # Formulas of mathematics are typeset a moment later.
    page.wait_for_timeout(3000)
    for text in HOSTILE[:3]:
        assert text in page.inner_text(".jp-Notebook")
    assert page.evaluate(ACTING) == []
    assert page.locator("mjx-container").count() == 0
    marks = page.locator(".trace .point")
    assert marks.count() >= 3 * len(HOSTILE)
    for number in range(len(HOSTILE)):
        marks.nth(number).hover(force=True)
    assert page.locator(".hoverlayer .hovertext").count() >= 1
    assert page.evaluate(ACTING) == []
    for name in ("Save as a page (HTML)", "Save as a table (CSV)"):
        page.get_by_role("button", name=name).press("Enter")
        page.wait_for_selector(
            f"text={'hostile-timeline.html' if 'HTML' in name else 'hostile-export.csv'}"
        )
    assert page.evaluate("window.hit") is None
    assert visit.outside == []
    assert visit.complaints == []

    saved = notebook.parent / "my-files" / "hostile-timeline.html"
    open_file, outside, complaints = visit_page
    exported = open_file(saved)
    exported.wait_for_selector(".trace .point")
    cells = exported.locator("tbody td:nth-child(2)").all_inner_texts()
    assert sorted(cells) == sorted(HOSTILE)
    assert exported.locator(".trace .point").count() == len(HOSTILE)
    for number in range(len(HOSTILE)):
        exported.locator(".trace .point").nth(number).hover(force=True)
    for link in exported.locator("a").all():
        assert link.get_attribute("href").startswith("https://")
    assert exported.evaluate("window.hit") is None
    assert (outside, complaints) == ([], [])
    table = (saved.parent / "hostile-export.csv").read_text("utf-8-sig")
    assert "'=HYPERLINK" in table
    assert "\n=HYPERLINK" not in table


BAD = {
    "a-delimiter.csv": (b"title|date_start\nA|2003\n", "The column is missing"),
    "b-encoding.csv": (b"title,date_start\nGen\xe8ve\x81,2003\n", "does not fit the encoding"),
    "c-date.csv": (b"title,date_start\nA,2003-02-30\n", "is not in the calendar"),
    "d-column.csv": (b"title,colour\nA,blue\n", "The column is missing"),
    "e-rows.csv": (b"title,date_start\n" + b"A,2003\n" * 50_000, "50,000 events can be used"),
    "f-script.csv": (b"title,date_start\n<script>window.hit=1</script>,2003\n", "1 event can"),
    "g-formula.csv": (b"title,date_start\n=1+1,2003\n", "1 event can be used"),
    "h-empty.csv": (b"", "The file is empty"),
    "i-binary.csv": (bytes(range(256)) * 9, "This is not a text file"),
    "j-ids.csv": (b"id,title,date\na,A,2003\na,B,2004\n", "'a' stands already in line 2"),
}


def test_ten_bad_files_are_told_by_keyboard_at_the_desk(visit, notebook):
    files = notebook.parent / "my-files"
    for path in files.iterdir():
        path.unlink()
    for name, (content, _) in BAD.items():
        (files / name).write_bytes(content)
    desk = 'import infosoc\n\ninfosoc.explore.own_timeline("my-files")'
    found = nbformat.read(notebook, as_version=4)
    found.cells = [nbformat.v4.new_code_cell(desk)]
    nbformat.write(found, notebook)
    visit.open(notebook.name)
    visit.run_all()
    page = visit.page
    for name, (_, says) in BAD.items():
        button = page.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press("Space")
        page.wait_for_selector(f"[role=status]:has-text('{name}')", timeout=30_000)
        page.locator(".jp-OutputArea-output", has_text=says).first.wait_for(timeout=30_000)
    assert page.evaluate("window.hit") is None
    assert visit.complaints == []
