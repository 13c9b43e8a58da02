"""A reader's own events beside those of the course, and what goes out to others."""

import csv

import pandas as pd
import pytest

import infosoc
from infosoc.data.formula_cells import guarded, unguarded
from infosoc.plot import style

EVENTS = infosoc.load("events")
SUMMIT = EVENTS[EVENTS.kind == "summit"]
OWN = "title,date_start,source\nSchool opens,2004-09,Diary\nNet comes,2009-02-16,Letter\n"
FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)"]


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(OWN, "utf-8")
    return infosoc.read_events(path)


def test_own_events_are_marked_and_the_others_are_not(own):
    both = infosoc.add_events(own, SUMMIT)
    assert both["own"].tolist() == [False, False, True, True]
    assert both["id"].is_unique


def test_an_id_that_the_course_has_gets_another_name(own):
    both = infosoc.add_events(own.assign(id=["geneva-summit-2003", "mine"]))
    assert both["id"].tail(2).tolist() == ["own-geneva-summit-2003", "mine"]


def rings(exhibit):
    return [
        (color, size)
        for trace in exhibit.figure.data
        if isinstance(trace.marker.size, tuple)
        for color, size in zip(trace.marker.line.color, trace.marker.size, strict=True)
    ]


def test_own_events_have_a_ring_a_title_and_a_column(own):
    both = infosoc.add_events(own, EVENTS)
    exhibit = infosoc.plot.timeline(both, own="own")
    assert [color for color, _ in rings(exhibit)] == [style.INK, style.INK]
    shown = [text for trace in exhibit.figure.data for text in trace.text or ()]
    assert sorted(filter(None, shown)) == ["Net comes", "School opens"]
    assert exhibit.table["own"].sum() == len(own)
    assert exhibit.summary.endswith("2 of them are your own.")
    assert "Dark ring" in exhibit.figure.layout.annotations[0].text


def test_own_events_in_a_lane_of_the_course_are_told_apart(own):
    both = infosoc.add_events(own.assign(topic="wsis"), SUMMIT)
    exhibit = infosoc.plot.timeline(both, own="own", labels=False)
    colors = [color for color, _ in rings(exhibit)]
    assert colors.count(style.INK) == len(own)
    assert len(set(colors)) > 1


def test_a_timeline_without_own_events_is_as_before():
    exhibit = infosoc.plot.timeline(EVENTS)
    assert not rings(exhibit)
    assert "own" not in exhibit.table
    assert "Dark ring" not in exhibit.figure.layout.annotations[0].text


def test_a_written_file_is_read_again_as_it_was(own, tmp_path):
    both = infosoc.add_events(own)
    again = infosoc.read_events(infosoc.write_events(both, tmp_path / "all.csv"))
    for name in ("id", "title", "date_start", "date_end", "topic", "source_ids", "city"):
        # The reader writes a missing text as another kind of missing value.
        assert again[name].fillna("").tolist() == both[name].fillna("").tolist(), name
    assert again["source"].tail(2).tolist() == ["Diary", "Letter"]
    assert again["own"].fillna("").tolist() == [""] * len(EVENTS) + ["yes", "yes"]


def test_a_written_file_spells_its_sources_out(tmp_path):
    file = infosoc.write_events(SUMMIT, tmp_path / "summit.csv")
    row = next(csv.DictReader(file.open(encoding="utf-8-sig", newline="")))
    first = infosoc.sources(SUMMIT).iloc[0]
    assert row["sources_in_words"].startswith(
        f"{first.title}, {first.publisher}, {first.address} | "
    )


def test_writing_replaces_nothing_unless_told(tmp_path):
    infosoc.write_events(SUMMIT, tmp_path / "summit.csv")
    with pytest.raises(FileExistsError, match="nothing was overwritten"):
        infosoc.write_events(SUMMIT, tmp_path / "summit.csv")
    infosoc.write_events(SUMMIT.head(1), tmp_path / "summit.csv", replace=True)
    assert len(infosoc.read_events(tmp_path / "summit.csv")) == 1


def test_no_cell_of_a_written_file_is_a_formula(tmp_path):
    path = tmp_path / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["title", "date_start", "source", "=HYPERLINK(A1)"])
        rows.writerows([text, "2003", text, text] for text in FORMULAS)
    events = infosoc.read_events(path)
    assert events["title"].tolist() == FORMULAS
    file = infosoc.write_events(events, tmp_path / "out.csv")
    cells = [
        cell for row in csv.reader(file.open(encoding="utf-8-sig", newline="")) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert infosoc.read_events(file)["title"].tolist() == FORMULAS


def test_the_notes_of_the_claim_tracker_are_no_formulas_either(tmp_path):
    tracker = infosoc.learn.claim_tracker("ungis")
    tracker.show_evidence()
    tracker.decide("confirmed", "=HYPERLINK(1)")
    tracker.add("@SUM(A1)")
    text = tracker.save(tmp_path / "claims.csv").read_text("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "\n'@SUM(A1)" in text


@pytest.mark.parametrize("text", [*FORMULAS, "\tx", "plain", "'tis", ""])
def test_a_guard_comes_off_again(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t"))


def test_a_check_shows_problems_or_events_and_never_raises(tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(OWN, "utf-8")
    bad.write_text("title,date_start\nA,2003-02-30\n<b>B,soon\n", "utf-8")
    check = infosoc.check_events(good)
    assert (len(check.events), check.table["event"].tolist()) == (2, ["School opens", "Net comes"])
    check = infosoc.check_events(bad)
    assert check.events is None
    assert check.table["line"].tolist() == ["2", "3"]
    assert "2 problems" in check.html
    assert "no such file" in infosoc.check_events(tmp_path / "x.csv").html


#: Ten files that go wrong: content, and the problems that are listed or the titles that are read.
BAD_FILES = {
    "wrong delimiter": ("title|date_start\nA|2003\n", ["The column is missing"] * 2),
    "wrong encoding": (b"title,date_start\nGen\xe8ve\x81,2003\n", ["The byte 0x81 does not fit"]),
    "impossible date": ("title,date_start\nA,2003-02-30\n", ["is not in the calendar"]),
    "missing column": ("title,when it was\nA,2003\n", ["The column is missing"]),
    "too many rows": ("title,date_start\n" + "A,2003\n" * 50_001, ["at most 50,000 can be read"]),
    "HTML and script": (
        "title,date_start\n<script>window.hit=1</script><b>x</b>,2003\n",
        None,
    ),
    "formula cells": ("title,date_start\n=1+1,2003\n@SUM(A1),2004\n", None),
    "empty file": (b"", ["The file is empty"]),
    "binary file": (bytes(range(256)) * 4, ["This is not a text file"]),
    "double ids": ("id,title,date_start\na,A,2003\na,B,2004\n", ["'a' stands already in line 2"]),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_get_a_clear_list_or_work(tmp_path, name):
    content, problems = BAD_FILES[name]
    path = tmp_path / "own.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    check = infosoc.check_events(path)
    if problems is None:
        assert len(check.events) == content.count("\n") - 1
        assert "<script" not in check.html
        return
    assert check.events is None
    assert len(check.table) == len(problems)
    for told, mend, says in zip(check.table["problem"], check.table["mend"], problems, strict=True):
        assert says in told
        assert mend


def test_fifty_thousand_rows_work(tmp_path):
    path = tmp_path / "own.csv"
    lines = "".join(f"Event {n},{1950 + n % 70}\n" for n in range(50_000))
    path.write_text("title,date_start\n" + lines, "utf-8")
    check = infosoc.check_events(path)
    assert len(check.events) == 50_000
    assert len(check.html) < 10_000
    both = infosoc.add_events(check.events, SUMMIT)
    exhibit = infosoc.plot.timeline(both, own="own")
    assert len(exhibit.table) == 50_002
    assert isinstance(both, pd.DataFrame)
