"""Whatever stands in a reader's own file: our own error, or every row, and all text stays text."""

import csv
import encodings.aliases
import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import infosoc
from infosoc.data.formula_cells import unguarded
from infosoc.data.own_documents.reader import Document
from infosoc.errors import DataFileError, InfosocError

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror=alert(1)>",
    "</script></textarea>",
    "[x](javascript:alert(1))",
    "$x^2$ and $$y$$",
    "=HYPERLINK(1)",
    "+1+1",
    "-2",
    "@SUM(1)",
    "'=quoted",
    "مرحبا بالعالم",
    "\N{RIGHT-TO-LEFT OVERRIDE}desrever",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "NA",
    "nan",
    "None",
    "1e5",
    "0012",
    'He said "no"',
    "a,b;c\td",
    "two\nlines",
    "\N{LINE SEPARATOR}",
    "x" * 5000,
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(
        [
            *("2003", "2003-12", "10.12.2003", "10/12/2003", "31/12/2003", "12/31/2003"),
            *("Dec 2003", "10 December 2003", "0001", "9999", "2003-02-30", "37965"),
            *("=TODAY()", "", "٢٠٠٣"),
        ]
    ),
    st.text(max_size=8),
)
NAMES = st.sampled_from(["description", "city", "source", "note", "<b>x", "=1", "Start", "colour"])
ENCODINGS = st.one_of(
    st.none(),
    st.sampled_from(sorted(set(encodings.aliases.aliases.values()) | {"undefined", "idna"})),
    st.text(max_size=5),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("wild")


def read(reader, path, **options):
    """Return what is read, or nothing when it is refused in our own way."""
    try:
        return reader(path, **options)
    except InfosocError as error:
        refused = error
    assert str(refused)
    for problem in refused.problems if isinstance(refused, DataFileError) else ():
        assert problem.file == path.name
        assert problem.message
    return None


@settings(max_examples=200)
@given(raw=st.binary(max_size=60), encoding=ENCODINGS)
@example(raw=b"title,date_start\nA,2003\n", encoding="undefined")
@example(raw=b"title,date_start\nA,2003\n", encoding="a\0b")
@example(raw=b"xn--a,date_start\nA,2003\n", encoding="idna")
def test_any_bytes(folder, raw, encoding):
    for name, reader in (("a.csv", infosoc.read_events), ("a.html", infosoc.read_document)):
        path = folder / name
        path.write_bytes(raw)
        read(reader, path, encoding=encoding)


@given(name=st.text(max_size=300))
@example(name="a\0b")
def test_any_name_of_a_file(folder, name):
    for reader in (infosoc.read_events, infosoc.read_document):
        with pytest.raises(InfosocError):
            reader(str(folder / "none" / f"{name}.csv"))


ROWS = st.lists(st.tuples(TEXTS, DATES, TEXTS), min_size=1, max_size=6)


@settings(max_examples=200)
@given(
    rows=ROWS,
    name=NAMES,
    delimiter=st.sampled_from([",", ";", "\t"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    dates=st.sampled_from([None, "day-first", "month-first"]),
)
def test_no_row_is_lost_and_all_text_stays_text(
    folder, rows, name, delimiter, line_end, encoding, dates
):
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(["title", "date_start", name])
    writer.writerows(rows)
    path = folder / "rows.csv"
    path.write_bytes(written.getvalue().encode(encoding, "replace"))
    frame = read(infosoc.read_events, path, dates=dates)
    if frame is None:
        return
    texts = [[cell.encode(encoding, "replace").decode(encoding) for cell in row] for row in rows]
    kept = [[unguarded(cell.strip()) for cell in row] for row in texts]
    kept = [row for row in kept if any(row)]
    assert frame["title"].tolist() == [row[0] for row in kept]
    assert all(isinstance(one, str) for one in frame["title"])
    given_name = {"Start": "date_start"}.get(name, name)
    others = frame[given_name].fillna("").tolist()
    assert others == [row[2] for row in kept]
    assert (frame["start"] <= frame["end"]).all()
    exhibit = infosoc.plot.timeline(frame, title="Own")
    assert len(exhibit.table) == len(kept)


def workbook(cells):
    """Write the least that spreadsheet programs take for an XLSX file."""
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'.format
    rows = "".join(
        f'<row r="{n}">{"".join(map(cell, row))}</row>' for n, row in enumerate(cells, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{links}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets><sheet name="One" '
        'sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type='
        f'"{links}/worksheet" Target="worksheets/one.xml"/></Relationships>',
        "xl/worksheets/one.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return written.getvalue()


BOOK = workbook([["title", "date_start"], ["Geneva", "2003-12-10"]])


def test_the_workbook_of_these_tests_is_good(folder):
    path = folder / "good.xlsx"
    path.write_bytes(BOOK)
    assert infosoc.read_events(path)["title"].tolist() == ["Geneva"]


@given(place=st.floats(0, 1), piece=st.binary(min_size=1, max_size=6), cut=st.integers(0, 30))
def test_a_damaged_spreadsheet(folder, place, piece, cut):
    start = int(place * len(BOOK))
    path = folder / "damaged.xlsx"
    path.write_bytes(BOOK[:start] + piece + BOOK[start + cut :])
    frame = read(infosoc.read_events, path)
    assert frame is None or len(frame) == 1


WORDS = st.text("abcdefgh", min_size=5, max_size=9)
SENTENCES = st.lists(WORDS, min_size=4, max_size=9).map(lambda words: f"{' '.join(words)}.")
MARKS = st.sampled_from(["", "1. ", "2. ", "(a) ", "(ii) ", "IV. ", "17 ", "§ 3 ", "- "])


@given(lines=st.lists(st.tuples(MARKS, SENTENCES), min_size=1, max_size=8), page=st.booleans())
def test_no_sentence_of_a_document_is_lost(folder, lines, page):
    path = folder / ("document.html" if page else "document.txt")
    parts = [f"{mark}{sentence}" for mark, sentence in lines]
    text = "".join(f"<p>{part}</p>" for part in parts) if page else "\n\n".join(parts)
    path.write_text(text, "utf-8")
    document = infosoc.read_document(path)
    assert isinstance(document, Document)
    read_words = " ".join(document.paragraphs["text"]).replace(".", " ").split()
    for _, sentence in lines:
        for word in sentence.rstrip(".").split():
            assert word in read_words
    assert document.paragraphs["paragraph"].is_unique


@settings(max_examples=120)
@given(text=st.lists(st.one_of(TEXTS, MARKS, st.just("\n")), max_size=12).map("".join))
@example(text="<!--")
@example(text="<script>window.hacked = 1")
def test_a_wild_document_is_read_or_refused(folder, text):
    for name in ("wild.html", "wild.txt"):
        path = folder / name
        path.write_text(text, "utf-8", errors="replace")
        document = read(infosoc.read_document, path)
        if document is None:
            continue
        assert document.paragraphs["text"].map(lambda one: isinstance(one, str)).all()
        shown = document._repr_mimebundle_()["text/html"]
        assert "<script" not in shown.casefold()
        assert "<img" not in shown.casefold()
