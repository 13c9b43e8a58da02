"""Run sheets add up, fit the room and carry everything that a facilitator needs."""

import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn.plans import PlanError
from infosoc.learn.run_sheets import DEVICES, LEVELS, aims, groups_of, run_sheet

AIMS = aims()["id"].tolist()


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_every_class_from_45_to_180_minutes_has_a_run_sheet(aim, level, minutes):
    sheet = run_sheet(minutes, 18, level=level, aim=aim)
    assert sheet.table["minutes"].sum() == minutes


@pytest.mark.parametrize("people", [2, 3, 5, 18, 60])
def test_groups_are_small_and_nearly_equal(people):
    sizes = groups_of(people)
    assert sum(sizes) == people
    assert max(sizes) <= 4
    assert max(sizes) - min(sizes) <= 1


def test_the_page_carries_everything(tmp_path):
    sheet = run_sheet(90, 20, aim="see-who-decides")
    text = sheet.save(tmp_path / "sheet.html").read_text("utf-8")
    for part in (
        "Clock",
        "Two motions worth debating",
        "Questions at the end",
        "So that everybody can take part",
        "Check again before class",
        "Role cards",
        "Question cards",
        "Answer key",
    ):
        assert f"<h2>{part}</h2>" in text
    assert text.count('class="card"') == 5 + 7
    assert "<script" not in text
    assert "Facts last checked" not in text
    assert "facts last checked on 2026-11" in text


@pytest.mark.parametrize("devices", DEVICES)
def test_the_room_decides_how_it_is_done(devices):
    how = run_sheet(60, 12, devices=devices).table["how"]
    marks = {"none": "Lay ten printed events", "projector": "On the wall", "pairs": "In twos"}
    assert how.str.contains(marks[devices]).any()
    others = [text for name, text in marks.items() if name != devices]
    assert not how.str.contains("|".join(others)).any()


def test_beginners_skip_what_may_be_skipped():
    beginner = run_sheet(180, 20, level="beginner", aim="look-at-a-country").table["part"]
    other = run_sheet(180, 20, level="intermediate", aim="look-at-a-country").table["part"]
    assert "Try it" not in set(beginner)
    assert "Try it" in set(other)


def test_harder_lessons_are_kept_from_beginners():
    assert "After the Summit" not in run_sheet(180, 20, level="beginner").printed
    assert "After the Summit" in run_sheet(180, 20, level="intermediate").printed


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"minutes": 30}, PlanError, "from 45 to 180"),
        ({"people": 1}, PlanError, "at least 2"),
        ({"start": "nine"}, PlanError, "not a time of day"),
        ({"devices": "pair"}, UnknownNameError, "Did you mean 'pairs'"),
        ({"level": "begin"}, UnknownNameError, "Did you mean 'beginner'"),
        ({"aim": "see-who-decide"}, UnknownNameError, "Did you mean 'see-who-decides'"),
    ],
)
def test_what_cannot_be_planned_is_refused(arguments, error, says):
    with pytest.raises(error, match=says):
        run_sheet(**arguments)


def test_the_cockpit_follows_its_controls(tmp_path):
    controls = infosoc.learn.cockpit()
    controls.minutes.value = 60
    controls.people.value = 9
    controls.devices.value = "none"
    controls.aim.value = "judge-sources"
    assert controls.sheet.table["minutes"].sum() == 60
    assert "3 groups: 3, 3, 3 people" in controls.said.value
    assert controls.save(tmp_path / "sheet.html").exists()


def test_the_cockpit_says_why_there_is_no_sheet(tmp_path):
    controls = infosoc.learn.cockpit()
    controls.start.value = "nine o'clock"
    assert "is not a time of day" in controls.said.value
    assert controls.sheet is None
    with pytest.raises(PlanError, match="no run sheet yet"):
        controls.save(tmp_path / "sheet.html")
    controls.start.value = "14:30"
    assert "14:30 to 16:00" in controls.said.value


def test_every_lesson_has_a_fact_to_check_again():
    lessons = set(infosoc.load("lessons")["id"]) - {"00-start-here"}
    named = {one for row in aims()["lessons"] for one in row}
    assert named <= lessons
    assert named <= set(infosoc.load("dated_facts")["lesson"])


def test_there_are_eight_roles_and_none_is_a_country():
    roles = infosoc.load("debate_roles")
    assert len(roles) == 8
    names = set(infosoc.load("countries")["name"])
    assert not [name for name in names if roles["brief"].str.contains(rf"\b{name}\b").any()]
