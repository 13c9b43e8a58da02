"""The desks for a reader's own files: they look, read, draw, save, and tell what is wrong."""

import re

import pytest

import infosoc

FILE = "title,date_start\nSchool opens,2004-09\n"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a-good.csv").write_text(FILE, "utf-8")
    (tmp_path / "b-bad.csv").write_text("title,date_start\nA,soon\n", "utf-8")
    (tmp_path / "text.txt").write_text("1. Access for all.\n2. Access again.", "utf-8")
    (tmp_path / ".hidden.csv").write_text(FILE, "utf-8")
    return tmp_path


def said(widget):
    return re.sub("<[^>]+>", "", widget.value)


def test_the_desk_lists_files_of_its_kind_and_reads_the_first(folder):
    desk = infosoc.explore.own_timeline(folder)
    assert list(desk.choice.files.options) == ["a-good.csv", "b-bad.csv"]
    assert "✓ a-good.csv: 1 event can be used." in desk.checked.value
    assert desk.figure.data


def test_a_file_with_problems_hides_the_picture_and_lists_them(folder):
    desk = infosoc.explore.own_timeline(folder)
    desk.choice.files.value = "b-bad.csv"
    assert "is not a date" in desk.checked.value
    assert desk._picture.layout.display == "none"
    desk.choice.files.value = "a-good.csv"
    assert desk._picture.layout.display == ""


def test_a_mended_file_is_read_again(folder):
    desk = infosoc.explore.own_timeline(folder)
    desk.choice.files.value = "b-bad.csv"
    (folder / "b-bad.csv").write_text(FILE, "utf-8")
    desk.choice.again.click()
    assert "✓ b-bad.csv" in desk.checked.value
    assert desk.choice.files.value == "b-bad.csv"


def test_topics_of_the_course_stand_beside_and_are_saved_with_it(folder):
    desk = infosoc.explore.own_timeline(folder)
    desk.title.value = HOSTILE
    desk.topics["ungis"].value = True
    assert desk.chosen()["own"].sum() == 1
    desk.page.click()
    desk.table.click()
    page = (folder / "a-good-timeline.html").read_text("utf-8")
    assert HOSTILE not in page
    assert "School opens" in page
    again = infosoc.read_events(folder / "a-good-export.csv")
    assert len(again) == len(desk.chosen())
    assert "a-good-export.csv" in said(desk.said)


def test_without_topics_only_own_events_are_drawn(folder):
    desk = infosoc.explore.own_timeline(folder)
    assert desk.exhibit().table["event"].tolist() == ["School opens"]


def test_a_template_is_written_once(folder):
    desk = infosoc.explore.own_timeline(folder)
    desk.begin.click()
    assert desk.choice.files.value == "my-events.csv"
    assert "Written: my-events.csv" in said(desk.said)
    desk.begin.click()
    assert "nothing was overwritten" in said(desk.said)


def test_an_empty_folder_says_what_to_do(tmp_path):
    desk = infosoc.explore.own_timeline(tmp_path / "nowhere")
    assert "Put one there" in said(desk.choice.said)
    assert desk.choice.files.value is None
    assert desk._picture.layout.display == "none"
    desk.begin.click()
    assert desk.choice.files.value == "my-events.csv"


def test_what_cannot_be_saved_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    desk = infosoc.explore.own_timeline(tmp_path / "file" / "folder")
    desk.begin.click()
    assert "Not saved" in said(desk.said)


def test_names_of_files_are_escaped(tmp_path):
    (tmp_path / f"{HOSTILE}.csv").write_text("x", "utf-8")
    desk = infosoc.explore.own_timeline(tmp_path)
    assert HOSTILE not in desk.checked.value
    assert "&lt;img" in desk.checked.value


def test_the_desk_for_documents_reads_and_explores(folder):
    desk = infosoc.explore.own_document(folder)
    assert desk.document.name == "text.txt"
    assert "2 paragraphs, 5 words" in desk.page.value
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4")
    desk.choice.again.click()
    desk.choice.files.value = "broken.pdf"
    assert desk.document is None
    assert "This is a PDF file." in desk.page.value
    assert desk._words.children == ()


def test_words_are_looked_up_together_and_by_form():
    explorer = infosoc.explore.words(start="rights, gender")
    assert list(explorer.figure.data[0]["y"]) == ["rights", "gender"]
    explorer.words.value = "commit*"
    assert list(explorer.figure.data[0]["y"]) == ["commit*"]
    explorer.forms.value = True
    assert list(explorer.figure.data[0]["y"]) == ["commitment", "commit", "commitments"]


def test_an_unknown_word_keeps_the_picture_and_helps():
    explorer = infosoc.explore.words(start="rights")
    before = explorer.figure.drawn
    explorer.words.value = HOSTILE
    assert "does not stand in the text" in said(explorer.said)
    assert HOSTILE not in explorer.said.value
    assert explorer.figure.drawn is before
    explorer.words.value = " , "
    assert "Type a word" in said(explorer.said)


def test_passages_of_ones_own_text_are_shown_and_escaped(folder):
    (folder / "text.txt").write_text("1. The <b>access</b> of ACCESSION.\n2. No.", "utf-8")
    document = infosoc.read_document(folder / "text.txt")
    explorer = infosoc.explore.words(document, start="access")
    assert "Passages (1)" in explorer._beside.value
    assert "&lt;b&gt;access" in explorer._beside.value
    explorer.words.value = "access*"
    assert "Passages (2)" in explorer._beside.value
