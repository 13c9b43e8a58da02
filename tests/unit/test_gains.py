"""Before and after: nothing is told too soon, nothing tells who it was, gains add up."""

import json

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.learn.gains import COLUMNS

ITEMS = infosoc.load("before_after_items").sort_values("order")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOSOC_PROGRESS", str(tmp_path / "progress.json"))
    return tmp_path


def play(questions, letters):
    for letter in letters:
        questions.answer(letter)


def both_rounds(right_before=5):
    questions = infosoc.learn.before_after()
    key = ITEMS["right"].tolist()
    play(questions, key[:right_before] + ["?"] * (12 - right_before))
    questions._rounds.value = "after"
    play(questions, key)
    return questions


def test_there_are_twelve_questions_on_different_lessons():
    assert len(ITEMS) == 12
    assert ITEMS["lesson"].nunique() >= 5
    assert set(ITEMS["right"]) == {"a", "b", "c"}
    options = ITEMS[["option_a", "option_b", "option_c"]]
    assert (options.nunique(axis=1) == 3).all()


def test_the_gain_of_each_question_is_told_at_the_end():
    questions = both_rounds(5)
    assert questions.table["gain"].tolist() == [0] * 5 + [1] * 7
    assert "5 right before, 12 right after, of 12" in questions._said.value
    assert "+1" in questions._result.value


def test_nothing_is_told_after_the_first_round():
    questions = infosoc.learn.before_after()
    play(questions, ["a"] * 12)
    assert questions._result.value == ""
    assert "right" not in questions._said.value
    assert "Do the lessons" in questions._said.value


def test_a_loss_is_shown_too():
    questions = infosoc.learn.before_after()
    key = ITEMS["right"].tolist()
    play(questions, key)
    questions._rounds.value = "after"
    play(questions, ["?"] * 12)
    assert set(questions.table["gain"]) == {-1}


def test_answers_are_kept_until_another_day():
    play(infosoc.learn.before_after(), ["a"] * 12)
    later = infosoc.learn.before_after()
    assert later.round == "after"
    assert later.table["before"].notna().all()


def test_a_damaged_file_stops_nothing(own_folder):
    path = own_folder / "before-after.json"
    for text in ("{", "[]", '{"before": 3}', json.dumps({"before": {"nobody": "a"}})):
        path.write_text(text, "utf-8")
        assert infosoc.learn.before_after().table["before"].isna().all()


def test_the_file_for_the_facilitator_tells_nobody(own_folder):
    saved = both_rounds().save(own_folder / "mine.csv")
    assert pd.read_csv(saved).columns.tolist() == COLUMNS
    assert set(pd.read_csv(saved)["item"]) == set(ITEMS["id"])


def test_it_is_not_written_before_both_rounds_are_done(own_folder):
    questions = infosoc.learn.before_after()
    with pytest.raises(TableShapeError, match="Finish both rounds"):
        questions.save(own_folder / "mine.csv")
    questions._save()
    assert "Finish both rounds" in questions._said.value


def test_a_group_is_put_together(own_folder):
    files = [both_rounds(5).save(own_folder / "one.csv")]
    infosoc.learn.forget()
    files.append(both_rounds(0).save(own_folder / "two.csv"))
    table = infosoc.learn.group_gains(files).table
    assert table.iloc[0].tolist()[1:] == ["right before", "1"]
    assert table.iloc[1].tolist()[1:] == ["right after", "2"]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "item,before,after,gain\nx,1,1,0\n"])
def test_another_file_is_refused(own_folder, text):
    path = own_folder / "other.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(TableShapeError, match=r"other\.csv is not a file of these questions"):
        infosoc.learn.group_gains([path])


def test_other_values_are_refused(own_folder):
    frame = pd.DataFrame({"item": ITEMS["id"], "before": 1, "after": 9, "gain": 8})
    frame.to_csv(own_folder / "odd.csv", index=False)
    with pytest.raises(TableShapeError, match="other values than 0 and 1"):
        infosoc.learn.group_gains([own_folder / "odd.csv"])


def test_answers_are_deleted(own_folder):
    questions = both_rounds()
    questions.forget()
    assert not (own_folder / "before-after.json").exists()
    assert questions.table["before"].isna().all()
    assert "deleted" in questions._said.value


def test_an_answer_that_does_not_exist_is_refused():
    with pytest.raises(UnknownNameError, match="answer"):
        infosoc.learn.before_after().answer("d")
