"""A reader's own file is read as it was meant, or every problem is listed; nothing is guessed."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest

import infosoc
from infosoc.data.own_events import spreadsheets
from infosoc.data.own_events.cells import MOST_ROWS
from infosoc.data.registry import data_folder
from infosoc.errors import DataFileError, UnknownNameError

PLAIN = "title,date_start\nGenève,2003-12-10\n"


@pytest.fixture
def save(tmp_path):
    def write(content, name="own.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


def read(path, **options):
    return infosoc.read_events(path, **options)


def problems(path, **options):
    with pytest.raises(DataFileError) as caught:
        read(path, **options)
    return caught.value.problems


def only(path, **options):
    found = problems(path, **options)
    assert len(found) == 1, list(map(str, found))
    return found[0]


ENCODINGS = [
    PLAIN.encode("utf-8"),
    PLAIN.encode("utf-8-sig"),
    PLAIN.encode("cp1252"),
    PLAIN.encode("utf-16"),
    PLAIN.replace("\n", "\r\n").encode("utf-8"),
    PLAIN.replace("\n", "\r").encode("utf-8"),
    PLAIN.replace(",", ";").encode("cp1252"),
    PLAIN.replace(",", "\t").encode("utf-16"),
    ("sep=;\r\n" + PLAIN.replace(",", ";")).encode("utf-8"),
    ("sep=;\r" + PLAIN.replace(",", ";").replace("\n", "\r")).encode("utf-8"),
    ('"sep=\t"\n' + PLAIN.replace(",", "\t")).encode("utf-16"),
    PLAIN.rstrip("\n").encode("utf-8"),
    ("\n\n" + PLAIN + "\n , \n").encode("utf-8"),
    PLAIN.replace("\n", ",,\n").encode("utf-8"),
]


@pytest.mark.parametrize("content", ENCODINGS, ids=range(len(ENCODINGS)))
def test_files_of_spreadsheets_and_editors_are_read(save, content):
    frame = read(save(content))
    assert frame["title"].tolist() == ["Genève"]
    assert frame["start"].tolist() == [pd.Timestamp("2003-12-10")]
    assert frame.attrs["infosoc_reading"][0].startswith("The file is read as")


def test_another_encoding_can_be_named(save):
    path = save("title,date_start\nŁódź,2003\n".encode("iso8859-2"))
    assert read(path, encoding="iso8859-2")["title"].tolist() == ["Łódź"]
    assert "no encoding 'klingon'" in only(path, encoding="klingon").message


def test_a_mark_at_the_start_is_no_part_of_the_first_name(save):
    assert read(save(PLAIN.encode("utf-8-sig")), encoding="utf-8")["title"].tolist() == ["Genève"]


def test_a_byte_that_fits_no_encoding_is_named_with_its_line(save):
    problem = only(save(b"title,date_start\nA,2003\n\x81\xff,2004\n"))
    assert problem.line == 3
    assert "0x81" in problem.message


DATES = [
    ("2003", "2003"),
    ("2003-12", "2003-12"),
    ("2003-12-10", "2003-12-10"),
    ("2003/12/1", "2003-12-01"),
    ("10.12.2003", "2003-12-10"),
    ("31/12/2003", "2003-12-31"),
    ("12/31/2003", "2003-12-31"),
    ("05/05/2003", "2003-05-05"),
    ("12/2003", "2003-12"),
    ("10 December 2003", "2003-12-10"),
    ("December 10, 2003", "2003-12-10"),
    ("December 10th, 2003", "2003-12-10"),
    ("Dec 2003", "2003-12"),
]


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_a_date_is_as_precise_as_it_is_written(save, text, iso):
    frame = read(save(f'title,date_start\nA,"{text}"\n'))
    assert frame["date_start"].tolist() == [iso]


BAD_DATES = [
    ("10/12/2003", "can mean two days"),
    ("10-12-2003", "can mean two days"),
    ("10/12/03", "year of two digits"),
    ("Dec-03", "no year of four digits"),
    ("10 Dec 03", "no year of four digits"),
    ("2003.1", "is not a date"),
    ("31/13/2003", "not in the calendar"),
    ("2003-02-30", "not in the calendar"),
    ("31.11.2003", "not in the calendar"),
    ("0000", "is not between"),
    ("soon", "is not a date"),
    ("37965", "spreadsheet's own number"),
    ("10 Brumaire 2003", "is not a date"),
    ("=TODAY()", "is not a date"),
]


@pytest.mark.parametrize(("text", "says"), BAD_DATES)
def test_a_date_that_cannot_be_read_is_named(save, text, says):
    problem = only(save(f"title,date_start\nFirst,2003\nSecond,{text}\n"))
    assert (problem.file, problem.line, problem.column) == ("own.csv", 3, "date_start")
    assert says in problem.message
    assert problem.mend


def test_a_date_that_could_be_two_offers_both(save):
    mend = only(save("title,date_start\nA,10/12/2003\n")).mend
    assert "2003-12-10 or 2003-10-12" in mend


@pytest.mark.parametrize(
    ("proof", "iso"), [("31/01/2003", "2003-12-10"), ("01/31/2003", "2003-10-12")]
)
def test_the_file_itself_can_settle_the_order(save, proof, iso):
    frame = read(save(f"title,date_start\nA,10/12/2003\nB,{proof}\n"))
    assert frame["date_start"][0] == iso
    assert any(proof in sentence for sentence in frame.attrs["infosoc_reading"])


def test_the_reader_can_tell_the_order(save):
    path = save("title,date_start\nA,10/12/2003\n")
    assert read(path, dates="day-first")["date_start"][0] == "2003-12-10"
    assert read(path, dates="month-first")["date_start"][0] == "2003-10-12"
    with pytest.raises(UnknownNameError, match="Did you mean 'day-first'"):
        read(path, dates="days-first")


def test_a_file_that_mixes_the_orders_is_refused(save):
    problem = only(save("title,date_start\nA,31/01/2003\nB,01/31/2003\nC,10/12/2003\n"))
    assert "mixes the orders" in problem.message
    assert "'31/01/2003' in line 2 is day-first" in problem.message
    assert "'01/31/2003' in line 3 is month-first" in problem.message
    assert problem.line == 3


def test_every_date_that_could_be_two_is_listed(save):
    rows = ["A,10/12/2003,", "B,13 May 2003,", "C,01-02-2003,03/04/2003"]
    found = problems(save("title,start,end\n" + "\n".join(rows) + "\n"))
    places = [(problem.line, problem.column) for problem in found]
    assert places == [(2, "date_start"), (4, "date_end"), (4, "date_start")]
    assert all("can mean two days" in problem.message for problem in found)


def test_one_column_does_not_settle_the_order_of_the_other(save):
    problem = only(save("title,start,end\nA,10/12/2003,13/12/2003\n"))
    assert problem.column == "date_start"
    assert "can mean two days" in problem.message


def test_mixed_orders_in_two_columns_are_seen_beside_other_faults(save):
    found = problems(save("title,start,end\nA,31/01/2003,\nB,soon,\nC,2003,12/31/2003\n"))
    assert [(problem.line, problem.column) for problem in found] == [
        (3, "date_start"),
        (4, "date_end"),
    ]
    assert "in line 2 is day-first, '12/31/2003' in line 4 is month-first" in found[1].message


def test_dates_with_points_are_day_first_and_it_is_told(save):
    path = save("title,date_start\nA,10.12.2003\n")
    frame = read(path)
    assert frame["date_start"][0] == "2003-12-10"
    assert any("10.12.2003, are read day-first" in one for one in frame.attrs["infosoc_reading"])
    assert read(path, dates="month-first")["date_start"][0] == "2003-10-12"


DECISIONS = [
    ("title,date_start\n\nA,2003\n", {}, "1 empty line is left out."),
    ("title,date_start\n\n\nA,2003\n", {}, "2 empty lines are left out."),
    ("title;date_start\nA;2003\n", {}, "Its cells are divided by semicolons."),
    (PLAIN.encode("cp1252"), {}, "The file is read as Windows-1252, because it is not UTF-8."),
    (PLAIN, {}, "Events without a topic: 1. They get 'own-timeline'."),
    (PLAIN, {"sheet": "X"}, "A text file has no sheets: the name 'X' is not needed."),
    (
        PLAIN,
        {"dates": "day-first"},
        "Dates such as 10/12/2003 and 10.12.2003 are read day-first, as you said.",
    ),
]


@pytest.mark.parametrize(("content", "options", "sentence"), DECISIONS)
def test_what_was_decided_is_told(save, content, options, sentence):
    assert sentence in read(save(content), **options).attrs["infosoc_reading"]


def test_a_span_keeps_its_ends(save):
    frame = read(save("title,start,end\nA,2003-12-10,2003-12-12\nB,2004,2004\nC,2004-01,2005\n"))
    assert frame["end"].dt.strftime("%Y-%m-%d").tolist() == [
        "2003-12-12",
        "2004-12-31",
        "2005-12-31",
    ]
    assert frame["date_end"].isna().tolist() == [False, True, False]


def test_every_problem_is_listed_at_once(save):
    rows = [
        "id,title,date_start,date_end,topic,kind,country",
        "a,,2003,,,,",
        "a,Twice,2003,2002,,,",
        "b,Topic,2003,,wsiss,,",
        "c,Kind,2003,,,sumit,",
        "d,Country,2003,,,,Kenia",
        f"e,{'x' * 201},2003,,,,",
        "f,Bell\x07,2003,,,,",
        "g,More,2003,,,,,,one too many",
    ]
    found = problems(save("\n".join(rows) + "\n"))
    places = [(problem.line, problem.column) for problem in found]
    assert places == [
        (2, "title"),
        (3, "date_end"),
        (3, "id"),
        (4, "topic"),
        (5, "kind"),
        (6, "country_iso3"),
        (7, "title"),
        (8, "title"),
        (9, ""),
    ]
    assert "Did you mean 'wsis'?" in found[3].mend
    assert "Did you mean 'summit'?" in found[4].mend
    assert "Did you mean KEN (Kenya)?" in found[5].mend


def test_lines_are_those_of_the_file_also_after_a_text_of_several_lines(save):
    path = save('title,date_start,note\nA,2003,"one\ntwo\nthree"\nB,soon,\n')
    assert only(path).line == 5


def test_an_event_of_several_lines_is_named_by_its_first(save):
    assert only(save('title,note,date_start\nA,"one\ntwo",soon\n')).line == 2


def test_the_line_that_names_the_delimiter_counts(save):
    assert only(save("sep=;\ntitle;date_start\nA;soon\n")).line == 3


HEADERS = [
    ("title\nA\n", "date_start", "The column is missing"),
    ("date_start\n2003\n", "title", "The column is missing"),
    ("title,date,start\nA,2003,2003\n", "start", "mean the same column, date_start"),
    ("title,date,precision\nA,2003,x\n", "precision", "is needed for a column that is added"),
    ("title,,date\nA,b,2003\n", "number 2", "has no name"),
    ("title,date,Precision\nA,2003,x\n", "Precision", "is needed for a column that is added"),
    ("title,date,a\x07b\nA,2003,x\n", "number 3", "holds a control character"),
    ("title,date,x,x\nA,2003,1,2\n", "x", "mean the same column, x"),
]


@pytest.mark.parametrize(("content", "column", "says"), HEADERS)
def test_a_header_that_cannot_be_used_is_named(save, content, column, says):
    problem = only(save(content))
    assert (problem.line, problem.column) == (1, column)
    assert says in problem.message


def test_other_names_and_other_columns_are_kept(save):
    frame = read(save("Event,Start-Date,Country,Colour\nA,2003,kenya,blue\n"))
    assert frame.loc[0, ["title", "country_iso3", "Colour"]].tolist() == ["A", "KEN", "blue"]
    assert "The column 'Event' is read as title." in frame.attrs["infosoc_reading"]


def test_the_table_of_the_course_can_be_read_as_a_file_of_ones_own():
    shared = infosoc.load("events")
    own = infosoc.read_events(data_folder() / "events.csv")
    assert own["id"].tolist() == shared["id"].tolist()
    for name in ("source_ids", "organization_ids", "start", "end", "precision"):
        assert own[name].tolist() == shared[name].tolist()
        assert own[name].dtype == shared[name].dtype


CHOICES = [
    ("status", "hapened", "Did you mean 'happened'?"),
    ("confidence", "hihg", "Did you mean 'high'?"),
    ("Organization IDs", "itu;unesko", "Did you mean 'unesco'?"),
    ("source_ids", "iasp-udrh", "Did you mean 'iasp-udhr'?"),
]


@pytest.mark.parametrize(("column", "value", "hint"), CHOICES)
def test_an_unknown_value_is_named_with_the_nearest(save, column, value, hint):
    problem = only(save(f"title,date,{column}\nA,2003,{value}\n"))
    assert value.split(";")[-1] in problem.message
    assert hint in problem.mend


FILES = [
    (b"", "own.csv", "The file is empty"),
    (b"\n \n", "own.csv", "The file is empty"),
    (b"title,date_start\n", "own.csv", "a header but no event"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "own.csv", "not a text file"),
    (b'title,date_start\nA,"2003\n', "own.csv", "The line is broken"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "own.xls", "of an old kind"),
    (
        bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
        "own.xlsx",
        "protected with a password",
    ),
    (b"%PDF-1.4\ntitle,date_start\n", "own.pdf", "not a text file"),
    (b"PK\x03\x04 broken", "own.xlsx", "The spreadsheet cannot be read"),
    (
        b"title,date_start\n" + b"A,2003\n" * (MOST_ROWS + 1),
        "own.csv",
        "at most 50,000 can be read",
    ),
]


@pytest.mark.parametrize(
    ("content", "name", "says"), FILES, ids=[f"{n}: {f[2]}" for n, f in enumerate(FILES)]
)
def test_a_file_that_cannot_be_read_at_all_is_refused(save, content, name, says):
    problem = only(save(content, name))
    assert problem.file == name
    assert says in problem.message


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    assert "no such file" in only(tmp_path / "nowhere.csv").message
    assert "cannot be opened" in only(tmp_path).message


def test_formulas_and_html_stay_text(save):
    cells = ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "<script>alert(1)</script>", "<b>R&D</b>"]
    lines = "".join(f'"{cell}",2003\n' for cell in cells)
    frame = read(save("title,date_start\n" + lines))
    assert frame["title"].tolist() == cells
    exhibit = infosoc.plot.timeline(frame, title="Own")
    shown = exhibit.figure.to_json() + exhibit.evidence()["text/html"]
    for tag in ("<script>", "<b>R&D", "\\u003cscript\\u003e"):
        assert tag not in shown
    assert "&lt;script&gt;" in shown


TAGS = "<script>alert(1)</script><b>x</b>"


@pytest.mark.parametrize("column", ["title", "city", "Group", "description", "note", "source"])
def test_no_column_of_a_readers_own_reaches_a_page_as_html(save, column):
    header = ["title", "date_start", "Group"]
    row = {"title": "A", "date_start": "2003", "Group": "G", column: TAGS}
    names = list(dict.fromkeys([*header, column, "city", "country_iso3"]))
    line = ",".join(row.get(name, "") for name in names)
    frame = read(save(f"{','.join(names)}\n{line}\n"))
    exhibit = infosoc.plot.timeline(frame, title=TAGS, lane="Group")
    shown = json.dumps(exhibit.figure.to_plotly_json(), default=str, ensure_ascii=False)
    shown += exhibit.evidence()["text/html"]
    assert "<script" not in shown
    assert "<b>x" not in shown
    assert "&lt;script&gt;" in shown


def test_a_long_word_is_never_cut_within_an_entity(save):
    frame = read(save("title,date_start\n" + "<" * 150 + ",2003\n"))
    (trace,) = infosoc.plot.timeline(frame, title="Own").figure.data
    for text in (trace.text[0], trace.hovertext[0]):
        bare = re.sub("<br>|</?b>", "", text)
        assert bare.startswith("&lt;" * 150)
        assert not re.search(r"&(?:l|lt)?<br>", text)


def test_own_events_stand_beside_the_shared_ones(save):
    own = read(save("title,date_start,city\nOur school goes online,2004-09,Nairobi\n"))
    both = pd.concat([infosoc.load("events"), own])
    exhibit = infosoc.plot.timeline(both, title="All")
    assert "Our school goes online" in exhibit.table["event"].tolist()
    assert "Own timeline (1)" in exhibit.summary


def sheet_xml(rows):
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
            if isinstance(cell, str)
            else f'<c r="{chr(65 + place)}{number}" s="1"><f>1+1</f><v>{cell}</v></c>'
            for place, cell in enumerate(row)
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"<worksheet {space}><sheetData>{''.join(lines)}</sheetData></worksheet>"


def workbook(sheets):
    """Write the few parts of an XLSX file that a reader needs; style 1 is a date."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    links += f'<Relationship Id="rId99" Type="{office}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(rows)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


EVENTS = [["title", "date_start"], ["Geneva", 37965], ["=HYPERLINK(1)", "2005"]]


def test_a_spreadsheet_with_real_dates_is_read(save):
    frame = read(save(workbook({"Events": EVENTS, "Empty": []}), "own.xlsx"))
    assert frame["date_start"].tolist() == ["2003-12-10", "2005"]
    assert frame["title"].tolist() == ["Geneva", "=HYPERLINK(1)"]


def test_several_sheets_with_text_have_to_be_told_apart(save):
    path = save(workbook({"One": EVENTS, "Two": EVENTS}), "own.xlsx")
    problem = only(path)
    assert "Several sheets hold text: 'One', 'Two'" in problem.message
    assert len(read(path, sheet="Two")) == 2
    assert "There is no sheet 'Three'" in only(path, sheet="Three").message


def test_the_row_of_a_spreadsheet_is_named(save):
    rows = [["title", "date_start"], ["A", "2003"], ["B", "soon"]]
    assert only(save(workbook({"Events": rows}), "own.xlsx")).line == 3


def test_empty_rows_at_the_top_of_a_sheet_count(save):
    rows = [[], [], ["title", "date_start"], ["A", "2003"], ["B", "soon"]]
    assert only(save(workbook({"Events": rows}), "own.xlsx")).line == 5


def test_a_number_that_was_a_month_is_not_guessed(save):
    rows = [["title", "date_start"], ["A", "2003.1"]]
    assert "is not a date" in only(save(workbook({"Events": rows}), "own.xlsx")).message


def test_a_first_of_a_month_in_a_date_cell_is_told(save):
    rows = [["title", "date_start"], ["A", 37956], ["B", 37965]]
    frame = read(save(workbook({"Events": rows}), "own.xlsx"))
    assert frame["date_start"].tolist() == ["2003-12-01", "2003-12-10"]
    assert any("first day of a month: 1." in one for one in frame.attrs["infosoc_reading"])


def test_a_damaged_spreadsheet_is_refused_wherever_it_breaks(save):
    whole = workbook({"Events": EVENTS})
    for length in range(4, len(whole) - 22, 97):
        assert only(save(whole[:length], "own.xlsx")).mend


def changed(raw, part, change):
    """Write a spreadsheet again with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == part else text)
    return stream.getvalue()


def test_a_sheet_that_is_a_chart_is_passed_over(save):
    raw = workbook({"Events": EVENTS, "Chart": EVENTS})

    def chart(text):
        before, second = text.rsplit('/worksheet"', 1)
        return f'{before}/chartsheet"{second}'

    path = save(changed(raw, "xl/_rels/workbook.xml.rels", chart), "own.xlsx")
    assert len(read(path)) == 2


BREAKS = [
    ("content.xml", "</table:table>", "</tab3e:table>"),
    ("content.xml", "</office", "<office"),
]


@pytest.mark.parametrize(("part", "old", "new"), BREAKS)
def test_broken_parts_are_refused_before_they_are_read(save, part, old, new):
    raw = open_document([["title", "date_start"], ["A", "2003"]])
    path = save(changed(raw, part, lambda text: text.replace(old, new, 1)), "own.ods")
    assert "cannot be read" in only(path).message


def test_a_document_with_a_password_says_so(save):
    raw = open_document([["title", "date_start"], ["A", "2003"]])
    mark = '<manifest:encryption-data xmlns:manifest="m"/>'
    raw = changed(raw, "META-INF/manifest.xml", lambda text: f"<a>{mark}{text}</a>")
    assert only(save(raw, "own.ods")).message == "The file is protected with a password."


def test_an_archive_that_unpacks_to_too_much_is_refused(save, monkeypatch):
    monkeypatch.setattr(spreadsheets, "LARGEST_CONTENT", 100)
    assert "unpacks to more" in only(save(workbook({"Events": EVENTS}), "own.xlsx")).message


def test_an_archive_that_points_before_its_start_is_refused(save):
    raw = bytearray(workbook({"Events": EVENTS}))
    where = raw.rindex(b"PK\x05\x06") + 16  # the place of the list of parts
    raw[where : where + 4] = b"\xff\xff\xff\x7f"
    assert "cannot be read" in only(save(bytes(raw), "own.xlsx")).message


def open_document(rows):
    """Write the parts of an ODS file that a reader needs; a pair is a date and its look."""

    def cell(value):
        day, text = value if isinstance(value, tuple) else (None, value)
        kind = f'"date" office:date-value="{day}"' if day else '"string"'
        return (
            f"<table:table-cell office:value-type={kind}><text:p>{text}</text:p></table:table-cell>"
        )

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    base = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{one}="{base}:{one}:1.0"' for one in ("office", "table", "text"))
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Events">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{base}:manifest:1.0"/>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return stream.getvalue()


def test_a_spreadsheet_of_libreoffice_is_read(save):
    rows = [["Title", "Date"], ["Genève", ("2003-12-10", "10/12/03")], ["Tunis", "2005-11"]]
    frame = read(save(open_document(rows), "own.ods"))
    assert frame["title"].tolist() == ["Genève", "Tunis"]
    assert frame["date_start"].tolist() == ["2003-12-10", "2005-11"]


def test_many_events_are_read(save):
    lines = "".join(f"Event {n},{1900 + n % 120}-01-{n % 28 + 1:02d}\n" for n in range(MOST_ROWS))
    frame = read(save("title,date_start\n" + lines))
    assert len(frame) == MOST_ROWS
    assert frame["id"].is_unique


def test_the_template_is_read_and_never_overwrites(tmp_path):
    path = infosoc.write_events_template(tmp_path / "mine.csv")
    frame = read(path)
    shared = infosoc.load("events").set_index("id")["title"]
    assert frame["title"].tolist() == [shared["geneva-summit-2003"], shared["tunis-summit-2005"]]
    assert frame["source"].str.startswith("http").all()
    assert frame["start"].notna().all()
    with pytest.raises(FileExistsError, match="exists already"):
        infosoc.write_events_template(path)
