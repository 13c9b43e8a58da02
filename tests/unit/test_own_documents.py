"""A reader's own text or page: paragraphs and numbers are found, the rest is told or refused."""

import io
import zipfile
from pathlib import Path

import pytest

import infosoc
from infosoc.data.own_documents import reader
from infosoc.data.own_documents.numbering import letters, mark_of, roman
from infosoc.errors import DataFileError


@pytest.fixture
def save(tmp_path):
    def write(content, name="own.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


def labels(path, **options):
    return infosoc.read_document(path, **options).paragraphs["paragraph"].tolist()


def only(path, **options):
    with pytest.raises(DataFileError) as caught:
        infosoc.read_document(path, **options)
    (problem,) = caught.value.problems
    assert problem.mend
    assert problem.file == path.name
    return problem


STYLES = [
    ("1. A.\n2. B.\n3. C.", ["1", "2", "3"]),
    ("1) A.\n2) B.", ["1", "2"]),
    ("(1) A.\n(2) B.", ["1", "2"]),
    ("1\tA.\n2\tB.", ["1", "2"]),
    ("1.1 Alpha is.\n1.2 Beta is.\n2.1 Gamma is.", ["1.1", "1.2", "2.1"]),
    ("§ 1 A.\n§ 2 B.", ["1", "2"]),
    ("OP1. Decides.\nOP2. Asks.", ["1", "2"]),
    ("PP1. Recalling,\nPP2. Noting,\nOP1. Decides.", ["pp1", "pp2", "1"]),
    ("1. A.\n1 bis. B.\n2. C.", ["1", "1 bis", "2"]),
    ("1. A:\na) b;\nb) c.\n2. D.", ["1", "1 (a)", "1 (b)", "2"]),
    ("72. A:\n(h) b;\n(i) c;\n(j) d.", ["72", "72 (h)", "72 (i)", "72 (j)"]),
    (
        "1. A:\n(a) b:\n(i) c;\n(ii) d;\n(b) e.\n2. F.",
        ["1", "1 (a)", "1 (a) (i)", "1 (a) (ii)", "1 (b)", "2"],
    ),
    ("i. Recalling,\nii. Noting,\n1. Decides.", ["(i)", "(ii)", "1"]),
    ("Recalling the past,\n\nAware of it,\n\n1. Decides.", ["pp i", "pp ii", "1"]),
    ("One thought.\n\nAnother one.", ["¶1", "¶2"]),
    ("29. A.\n30. B.", ["29", "30"]),
    ("1. A.\n\nIt goes on.\n\nAnd on.\n\n2. B.", ["1", "1 +", "1 + [2]", "2"]),
]


@pytest.mark.parametrize(("content", "found"), STYLES)
def test_numbers_are_found_as_people_write_them(save, content, found):
    assert labels(save(content)) == found


def test_a_letter_i_after_h_is_a_letter_and_after_a_begins_a_list(save):
    items = "\n".join(f"({letters(n)}) text;" for n in range(1, 12))
    assert labels(save(f"72. Has:\n{items}")) == [
        "72",
        *(f"72 ({letters(n)})" for n in range(1, 12)),
    ]


NO_NUMBERS = ["2003 was a year.", "In 2005. It was.", "3.5 per cent of all.", "(see below) it."]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_a_figure_in_a_sentence_is_no_number(save, text):
    assert labels(save(f"1. A.\n\n{text}\n\n2. B.")) == ["1", "1 +", "2"]


def test_a_year_at_the_start_of_a_line_does_not_divide_a_paragraph(save):
    document = infosoc.read_document(save("1. It was in\n2003. It is over.\n2. B."))
    assert document.paragraphs["paragraph"].tolist() == ["1", "2"]
    assert document.paragraphs["text"][0] == "It was in 2003. It is over."


def test_gaps_and_doubles_are_told_and_labels_stay_unique(save):
    document = infosoc.read_document(save("1. A.\n2. B.\n4. C.\n4. D.\n\nAnnex\n\n1. E."))
    found = document.paragraphs["paragraph"]
    assert found.is_unique
    assert found.tolist() == ["1", "2", "4", "4 [2]", "1 [2]"]
    assert "Look here: 4 comes after 2." in document.reading
    assert "Look here: 4 comes twice." in document.reading


def test_headings_name_sections_and_are_not_counted(save):
    document = infosoc.read_document(save("I. Access\n\n1. A one.\n\nMoney\n\n2. B two."))
    assert document.paragraphs["section"].tolist() == ["Access", "Money"]
    assert set(document.terms["term"]) == {"a", "one", "b", "two"}


def test_page_numbers_and_running_heads_are_left_out(save):
    pages = "\n\n".join(f"A/RES/1\n{n}. Text {'x' * n}.\n{n}/4" for n in range(1, 5))
    document = infosoc.read_document(save(pages))
    assert document.paragraphs["paragraph"].tolist() == ["1", "2", "3", "4"]
    assert any(line.startswith("8 lines with page numbers") for line in document.reading)


def test_a_word_that_is_divided_keeps_its_hyphen(save):
    assert "multi-stakeholder" in set(
        infosoc.read_document(save("1. A multi-\nstakeholder.")).terms.term
    )


def test_long_lines_are_paragraphs_of_their_own(save):
    text = "\n".join(("word " * 40 + ".", "word " * 30 + "."))
    assert labels(save(text)) == ["¶1", "¶2"]


ENCODINGS = [
    ("utf-8", {}, "UTF-8"),
    ("utf-8-sig", {}, "UTF-8 with a mark at the start"),
    ("utf-16", {}, "UTF-16"),
    ("cp1252", {}, "Windows-1252, because it is not UTF-8"),
    ("iso8859-7", {"encoding": "iso8859-7"}, "iso8859-7"),
]


@pytest.mark.parametrize(("encoding", "options", "told"), ENCODINGS)
def test_encodings_are_read_and_told(save, encoding, options, told):
    word = "αβγ" if "8859" in encoding else "Genève"
    document = infosoc.read_document(save(f"1. {word}.".encode(encoding)), **options)
    assert document.terms["term"].tolist() == [word.casefold()]
    assert document.reading[0] == f"The file is read as a plain text in {told}."


def test_a_page_says_its_own_encoding_and_may_be_wrong(save):
    page = '<meta charset="{}"><p>1. Genève.'
    said = infosoc.read_document(save(page.format("iso-8859-1").encode("cp1252"), "a.html"))
    assert "windows-1252, because the file says so" in said.reading[0]
    wrong = infosoc.read_document(save(page.format("ascii-nonsense").encode(), "a.html"))
    assert wrong.terms["term"].tolist() == ["genève"]


PAGE = """<html><head><title>T</title><style>p {}</style>
<script>window.hit = "<p>never</p>"</script><script src="x.js"/></script>
<body onload="hit()"><nav>Menu</nav><h2>Access</h2>
<p>Noting <b>bold</b> and &lt;script&gt;<sup>12</sup>,<p>Aware of it,
<ol start=3><li>Decides:<ol type=a><li>one;<li>two;</ol><li>Asks.</ol>
<noscript>hidden</noscript><!-- hidden --><pre>5. As
written.

6. Too.</pre>one<br>line.<br><br>another."""


def test_a_page_is_read_as_people_see_it(save):
    document = infosoc.read_document(save(PAGE, "page.htm"))
    found = dict(zip(document.paragraphs["paragraph"], document.paragraphs["text"], strict=True))
    assert list(found) == ["pp i", "pp ii", "3", "3 (a)", "3 (b)", "4", "5", "6", "6 +", "6 + [2]"]
    assert found["pp i"] == "Noting bold and <script>,"
    assert found["5"] == "As written."
    assert not {"never", "hidden", "menu", "window"} & set(document.terms["term"])
    assert "2 scripts left out; nothing was run." in document.reading


def test_a_page_is_known_by_its_beginning(save):
    assert (
        "a web page" in infosoc.read_document(save("<!DOCTYPE html><p>1. A.", "x.txt")).reading[0]
    )


def packed(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


REFUSED = [
    (b"", "The file is empty"),
    (b" \n\n ", "holds no text"),
    (b"%PDF-1.7 text", "a PDF file"),
    (packed("word/document.xml"), "a Word file"),
    (packed("content.xml"), "a LibreOffice file"),
    (packed("a.txt"), "a packed file"),
    (b"PK\x03\x04 broken", "it is damaged"),
    (bytes.fromhex("d0cf11e0a1b11ae1"), "an old Word or Excel file"),
    (b"{\\rtf1 text}", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"MZ\x00\x00", "not a text file"),
    (b"caf\x81", "The byte 0x81 does not fit"),
]


@pytest.mark.parametrize(("content", "says"), REFUSED)
def test_what_is_no_text_is_refused_with_a_way_out(save, content, says):
    assert says in only(save(content)).message


def test_a_page_without_text_says_why(save):
    assert "Perhaps a script writes it" in only(save("<html><script>1</script>", "a.html")).mend


def test_a_missing_file_names_the_nearest(save):
    save("1. A.", "my-letter.txt")
    with pytest.raises(DataFileError, match=r"Did you mean 'my-letter\.txt'"):
        infosoc.read_document(save("x").with_name("my-leter.txt"))


def test_too_much_is_refused(save, monkeypatch):
    monkeypatch.setattr(reader, "LARGEST_FILE", 1_000_000)
    assert "more than 1 MB" in only(save("x" * 1_000_001)).message
    monkeypatch.setattr(reader, "MOST_PARAGRAPHS", 2)
    assert "3 paragraphs" in only(save("1. A.\n2. B.\n3. C.")).message


@pytest.mark.parametrize("start", ["<!--", "<a x='", "<![CDATA[", "<?x "])
def test_a_tag_that_is_never_closed_is_refused_at_its_line(save, start):
    problem = only(save("<p>1. A.\n" + start * 100_000, "a.html"))
    assert "is not closed" in problem.message
    assert problem.line == 2


def test_an_unknown_encoding_is_refused(save):
    assert "no encoding 'utf-9'" in only(save("x."), encoding="utf-9").message


def test_a_text_without_spaces_is_told(save):
    document = infosoc.read_document(save("1. 信息社会世界峰会的成果。"))
    assert document.paragraphs["paragraph"].tolist() == ["1"]
    assert any("without spaces between words" in line for line in document.reading)


def test_nothing_of_a_document_reaches_a_page_as_html(save):
    hostile = "1. <script>alert(1)</script> <img src=x onerror=alert(2)>.\n2. B."
    document = infosoc.read_document(save(hostile, "<b>own.txt"))
    shown = document._repr_mimebundle_()["text/html"]
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<b>own" not in shown
    assert "&lt;script&gt;" in shown


def test_signs_that_nobody_sees_do_not_divide_words(save):
    text = (
        "1. devel\u00adop\u200bment\u202e now\x00."
        if False
        else "1. devel\u00adop\u200bment\u202e now."
    )
    assert infosoc.read_document(save(text)).terms["term"].tolist() == ["development", "now"]


def test_the_example_of_the_course_is_read_as_the_lesson_says():
    folder = Path(__file__).resolve().parents[2] / "notebooks" / "my-files"
    document = infosoc.read_document(folder / "example-resolution.txt")
    found = document.paragraphs["paragraph"].tolist()
    assert [f"{n}" for n in range(1, 16)] == [one for one in found if one.isdecimal()]
    assert {"pp i", "pp iv", "3 (a)", "3 (b) (ii)", "3 (c)", "10 +"} <= set(found)
    page = infosoc.read_document(folder / "example-page.html")
    assert page.paragraphs["paragraph"].tolist() == ["pp i", "1", "2", "2 (a)", "2 (b)", "3"]


def test_marks_and_writers_of_numbers():
    assert [roman(n) for n in (4, 9, 14, 40)] == ["iv", "ix", "xiv", "xxxx"]
    assert mark_of("no number") is None
    assert mark_of("12. Text").label == "12"
