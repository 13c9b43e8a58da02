"""Texts that would act are only texts: in figures, widgets, saved pages, exports and the site."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import hostile_texts

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
#: One cell for each kind of picture and each thing that readers use.
NOTEBOOK = """\
import hostile_texts
import infosoc
from hostile_texts import TEXTS

hostile_texts.open_the_door()
shown = []
plot, load, learn, explore = infosoc.plot, infosoc.load, infosoc.learn, infosoc.explore
events = load("events").head(14)
title = " ".join(TEXTS)
---
shown.append(plot.timeline(events, title=title, labels=True)); shown[-1]
---
shown.append(plot.timeline(events, title=title, lane="title", labels=True)); shown[-1]
---
shown.append(plot.periods(events, title=title)); shown[-1]
---
rows = events.assign(n=range(14), m=[n % 3 for n in range(14)], half=[n % 2 for n in range(14)])
shown.append(plot.bars(rows, value="n", label="title", unit=TEXTS[1], title=title)); shown[-1]
---
few = rows.head(3).assign(topic=TEXTS[:3])
shown.append(plot.counts(few, by="topic", unit=TEXTS[0], title=title)); shown[-1]
---
shown.append(plot.matrix(rows, row="title", column="city", title=title)); shown[-1]
---
shown.append(plot.scatter(rows, x="n", y="m", label="title", group="topic", title=title,
    x_title=TEXTS[0], y_title=TEXTS[1], named=rows.title.head(3).tolist())); shown[-1]
---
twice = rows.head(6).assign(side=TEXTS[:2] * 3, step=[*"aabbcc"])
shown.append(plot.dumbbells(twice, value="n", label="step", group="side", unit=TEXTS[0],
    title=title)); shown[-1]
---
shown.append(plot.layers(load("internet_layers"), layer="layer", label="part", what="job",
    title=title)); shown[-1]
---
roam = load("roam_indicators").iloc[:30].drop_duplicates("id")
roam = roam[roam.edition.str.startswith("2018")]
shown.append(plot.tree(roam, label="name", value="indicator_count", unit=TEXTS[0],
    title=title)); shown[-1]
---
shown.append(plot.spread(rows, value="n", group="topic", label="title", weight="n",
    unit=TEXTS[0], title=title)); shown[-1]
---
two = load("internet_users_groups").query("group_code in ['WLD', 'HIC']")
two = two.assign(group_code=two.group_code + title)
shown.append(plot.trend(two, value="value", group="group_code", title=title,
    unit=TEXTS[0])); shown[-1]
---
latest = load("internet_users").query("year == 2020").round(1)
shown.append(plot.tile_map(latest, breaks=[25, 75], unit=TEXTS[0], title=title)); shown[-1]
---
shown.append(plot.world_map(latest, breaks=[25, 75], unit=TEXTS[0], title=title)); shown[-1]
---
principles = load("knowledge_society_principles")
shown.append(plot.wheel(principles, sector="short_name", center=TEXTS[0],
    rings={"principle": TEXTS[1], "indicator": TEXTS[2]}, title=title)); shown[-1]
---
chairs = load("ungis_chairs").assign(organization=lambda f: f.organization_id + TEXTS[1])
shown.append(plot.offices(chairs, name="organization", title=title)); shown[-1]
---
signed = rows.head(6).assign(points=[1, -2, 3, -4, 5, -6], least=0)
shown.append(plot.signed_bars(signed, value="points", label="title", needed="least",
    title=title)); shown[-1]
---
shown.append(plot.points(signed, x="n", y="points", label="title", kind="topic", title=title,
    x_title=TEXTS[0], y_title=TEXTS[1])); shown[-1]
---
people = rows.head(4).assign(part=TEXTS[:2] * 2, side=[*"aabb"], people=[5, 6, 7, 8])
shown.append(plot.hundred(people, value="people", group="side", part="part",
    title=title)); shown[-1]
---
explore.timeline(load("events"))
---
names = load("countries").set_index("iso3").name
explore.countries(country=names["KEN"], other=names["FIN"], title=title)
---
explore.find_on_maps(latest, breaks=[25, 75], unit=TEXTS[0], title=title)
---
explore.scatter(title=title)
---
explore.words(start="women, youth")
---
explore.own_timeline("my-files")
---
explore.own_document("my-files")
---
explore.reading_list()
---
learn.navigator()
---
learn.quiz("world-summit")
---
learn.quiz("igf")
---
learn.flashcards("igf")
---
learn.claim_tracker("ungis")
---
learn.words(letters="ABC")
---
learn.plan(60, "01-world-summit", start="14:00")
---
learn.handout("01-world-summit")
---
learn.negotiation()
---
learn.negotiation_kit(start="09:00")
---
learn.who_decides()
---
learn.sort(load("ungis_conclusions"), card="statement", ours="verdict", why="reason",
    groups=["follows", "contradicted", "open"], title=title, name="ungis-conclusions")
---
learn.predict(load("internet_users_groups").query("group_code == 'WLD'"), ask=title,
    at=[2005, 2025], unit=TEXTS[0], title=title)
---
learn.check("world-summit-days", title)
---
learn.progress()
---
infosoc.describe("events")
---
infosoc.tables()
---
infosoc.sources("events")
---
for number, exhibit in enumerate(shown):
    exhibit.save(f"hostile-{number}.html")
"""
CELLS = NOTEBOOK.split("---\n")

#: What would act when somebody clicks or points, or when it is read. Our own scripts carry no name
#: of the window's mark.
ACTING = """() => [...document.querySelectorAll('*')].filter((part) =>
  [...part.attributes].some((one) => /window\\.hit/.test(one.value)
    && (one.name.startsWith('on') || ['href', 'src', 'srcdoc', 'xlink:href'].includes(one.name)))
  || [...part.attributes].some((one) => /^\\s*javascript:/i.test(one.value)
    && ['href', 'src', 'action', 'xlink:href'].includes(one.name))
  || (part.matches('iframe, object, embed') && !part.closest('.jp-Doc, #jp-main-dock-panel > x'))
  || (part.localName === 'script' && part.type !== 'application/json'
    && !/^application\\/vnd/.test(part.type) && /^window\\.hit/.test(part.textContent.trim()))
  || (part.localName === 'img' && /hostile\\.example|^x$/.test(part.getAttribute('src') ?? ''))
).map((part) => part.outerHTML.slice(0, 160))"""


def check_page(page):
    """Point at a mark of each figure, follow the focus, and see that nothing has acted."""
    for figure in page.locator(".js-plotly-plot").all():
        mark = figure.locator(".point, .slice, .trace path").first
        if mark.count():
            mark.evaluate("(node) => node.scrollIntoView({ block: 'center' })")
            box = mark.bounding_box()
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=2)
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate(ACTING) == []
    assert page.evaluate("window.hit") is None


@pytest.fixture
def hostile(lab, notebook):
    """Put the notebook and hostile files of a reader among the lessons; take them away again."""
    helper = lab.folder / "hostile_texts.py"
    shutil.copyfile(hostile_texts.__file__, helper)
    files = lab.folder / "my-files"
    own = files / "<img src=x onerror=window.hit=30>.csv"
    own.write_text(
        "title,date_start\n"
        + "".join(f'"{text.replace(chr(34), chr(34) * 2)}",2003\n' for text in hostile_texts.TEXTS),
        "utf-8",
    )
    yield notebook("hostile.ipynb", CELLS)
    for path in (helper, own, lab.folder / "hostile.ipynb"):
        path.unlink()


def test_nothing_acts_in_a_notebook_its_pages_its_export_and_the_site(
    visit, hostile, visit_page, tmp_path
):
    asked = []
    visit.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    visit.open(hostile)
    visit.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    visit.page.wait_for_function(DONE)
    errors = [one for one in visit.outputs() if one["output_type"] == "error"]
    assert not errors, [(one["cell"], one["evalue"][:300]) for one in errors]
    # Mathematics would be typeset a moment later.
    visit.page.wait_for_timeout(2000)
    check_page(visit.page)
    text = visit.page.inner_text(".jp-Notebook")
    missing = [one for one in hostile_texts.TEXTS if one not in text]
    assert missing == []
    assert visit.page.evaluate(TYPESET) == []
    assert (visit.outside, visit.complaints, asked) == ([], [], [])

    pages = sorted(visit.lab.folder.glob("hostile-*.html"))
    assert len(pages) == sum("shown.append" in cell for cell in CELLS)
    lesson = as_saved(visit.outputs(), tmp_path)
    pages += [exported(lesson), on_the_site(lesson, tmp_path)]
    open_file, outside, complaints = visit_page
    for path in pages:
        page = open_file(path)
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.wait_for_selector(".js-plotly-plot .main-svg", state="attached")
        check_page(page)
        assert any(one in page.inner_text("body") for one in hostile_texts.TEXTS), path.name
        assert (outside, complaints, asked) == ([], [], []), path.name
        page.close()


#: Mathematics that was made of a text, with the cell in which it stands. JupyterLab sets it in the
#: names of check boxes, and has no switch for that; a link in it leads nowhere.
TYPESET = """() => [...document.querySelectorAll('.jp-OutputArea mjx-container')]
  .filter((part) => !part.closest('.widget-checkbox') || part.querySelector('[href]'))
  .map((part) => [
    part.closest('.jp-CodeCell').querySelector('.cm-content').textContent.slice(0, 60),
    part.parentElement.outerHTML.slice(0, 120)])"""
PANEL = "window.jupyterapp.shell.currentWidget"
DONE = f"""() => {{
  const cells = [...{PANEL}.content.model.cells].filter((cell) => cell.type === 'code');
  return cells.every((cell) => cell.executionCount !== null || cell.outputs.toJSON().some(
    (output) => output.output_type === 'error')) &&
    {PANEL}.sessionContext.session.kernel.status === 'idle';
}}"""


def as_saved(outputs, folder):
    """Write a lesson with these outputs and with hostile words of a group in its text."""
    words = "\n\n".join(hostile_texts.TEXTS)
    lesson = nbformat.read(ROOT / "notebooks" / "05-ungis.ipynb", as_version=4)
    heading = lesson.cells[0]
    cells = [heading, nbformat.v4.new_markdown_cell(f"```\n{words}\n```")]
    for number, source in enumerate(CELLS, 1):
        cell = nbformat.v4.new_code_cell(source, execution_count=number)
        for one in outputs:
            if one["cell"] == number:
                made = {key: value for key, value in one.items() if key != "cell"}
                made.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
                cell.outputs.append(nbformat.from_dict(made))
        cells.append(cell)
    lesson.cells = cells
    path = folder / "05-ungis.ipynb"
    nbformat.write(lesson, path)
    return path


def exported(lesson):
    config = ROOT / "tools" / "nbconvert" / "export_config.py"
    command = [sys.executable, "-m", "nbconvert", "--config", str(config), "--to", "html"]
    subprocess.run([*command, str(lesson)], check=True, capture_output=True, timeout=120)
    return lesson.with_suffix(".html")


def on_the_site(lesson, folder):
    """Build the site from a copy of the course in which one lesson is hostile."""
    copy = folder / "course"
    for name in ("notebooks", "tools", "data", "docs", "src"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CITATION.cff", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy)
    shutil.copy(lesson, copy / "notebooks")
    builder = copy / "tools" / "site" / "build_site.py"
    command = [sys.executable, str(builder), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder / "site" / "05-ungis.html"
