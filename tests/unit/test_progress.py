"""What a reader has finished is kept, and never lost or sent."""

import json

import pytest

import infosoc
from infosoc.learn import progress_file as progress


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    path = tmp_path / "own folder" / "progress.json"
    monkeypatch.setenv(progress.PLACE, str(path))
    return path


def test_nothing_is_kept_until_something_is_finished(place):
    assert "Nothing is finished yet" in str(infosoc.learn.progress())
    assert not place.exists()


def test_a_right_answer_is_kept_and_a_wrong_one_is_not(place):
    infosoc.learn.check("world-summit-days", -1)
    assert not place.exists()
    infosoc.learn.check("world-summit-days", 6)
    assert json.loads(place.read_text("utf-8"))["done"]["exercise:world-summit-days"]["right"] == 1
    row = infosoc.learn.progress().table.iloc[0]
    assert row["lesson"] == "The World Summit on the Information Society"
    assert row["exercises_and_predictions"] == "1 done"


def test_the_best_result_of_a_quiz_counts():
    progress.record("quiz", "world-summit", 5, 6)
    progress.record("quiz", "world-summit", 2, 6)
    assert infosoc.learn.progress().table["quiz"].tolist()[0].startswith("5 of 6 right")


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"done": 3}', '{"done": {}, "boxes": 3}', "\x00\xff", DEEP],
    ids=["empty", "cut", "list", "number", "boxes", "bytes", "deep"],
)
def test_a_damaged_file_is_kept_aside(place, text):
    place.parent.mkdir()
    place.write_text(text, "utf-8")
    progress.record("quiz", "world-summit", 3, 6)
    aside = place.with_name("progress-damaged-1.json")
    assert aside.read_text("utf-8") == text
    assert infosoc.learn.progress().table["quiz"].tolist()[0].startswith("3 of 6")


def test_a_damaged_entry_does_not_take_the_others_with_it(place):
    place.parent.mkdir()
    good = {"right": 4, "of": 6, "on": "2026-01-01"}
    place.write_text(json.dumps({"done": {"quiz:world-summit": good, "quiz:x": 7}}), "utf-8")
    assert infosoc.learn.progress().table["quiz"].tolist() == ["4 of 6 right (2026-01-01)"]
    aside = list(place.parent.glob("progress-damaged-*.json"))
    assert [json.loads(path.read_text("utf-8"))["done"]["quiz:x"] for path in aside] == [7]
    assert list(json.loads(place.read_text("utf-8"))["done"]) == ["quiz:world-summit"]


def test_a_folder_that_cannot_be_written_to_does_not_stop_a_lesson(place):
    place.parent.write_text("a file stands where the folder should be", "utf-8")
    progress.record("quiz", "world-summit", 6, 6)
    assert infosoc.learn.progress().table["quiz"].tolist()[0].startswith("6 of 6")


def test_what_another_lesson_has_written_since_is_not_lost(place):
    progress.record("quiz", "world-summit", 6, 6)
    place.unlink()  # as when the reader deletes it in another lesson
    progress.record("quiz", "igf", 7, 7)
    assert list(json.loads(place.read_text("utf-8"))["done"]) == ["quiz:igf"]


def test_boxes_of_flashcards_are_kept_and_told():
    cards = infosoc.learn.flashcards("ungis")
    first, second = list(cards.deck)[:2]
    cards.judge(knew=True)
    cards.judge(knew=False)
    again = infosoc.learn.flashcards("ungis")
    assert (again.boxes[first], again.boxes[second]) == (2, 1)
    assert again.deck[0] == second
    assert again.deck[-1] == first
    for _ in range(3):
        infosoc.learn.flashcards("ungis").start()
        again.start()
        again.deck.remove(first)
        again.deck.appendleft(first)
        again.judge(knew=True)
    assert again.boxes[first] == progress.LAST_BOX
    assert "2 of " in str(infosoc.learn.progress())
    assert "1 of them in the last box" in str(infosoc.learn.progress())
    infosoc.learn.forget()
    assert set(infosoc.learn.flashcards("ungis").boxes.values()) == {1}


@pytest.mark.parametrize("box", [0, 4, "2", None])
def test_a_box_that_does_not_exist_is_damage(place, box):
    place.parent.mkdir()
    place.write_text(json.dumps({"done": {}, "boxes": {"ungis": box, "wsis": 2}}), "utf-8")
    assert progress.boxes(["ungis", "wsis"]) == {"ungis": 1, "wsis": 2}
    assert len(list(place.parent.glob("progress-damaged-*.json"))) == 1


def test_progress_is_forgotten(place):
    progress.record("quiz", "world-summit", 6, 6)
    infosoc.learn.forget()
    assert not place.exists()
    assert "Nothing is finished yet" in str(infosoc.learn.progress())


def test_an_unknown_kind_of_work_is_refused():
    with pytest.raises(ValueError, match="not a kind of work"):
        progress.record("exam", "world-summit", 1, 1)
