"""Predictions hide the figures until the reader has guessed."""

import pytest

import infosoc
from infosoc.errors import TableShapeError


def world():
    users = infosoc.load("internet_users_groups")
    return users[users.group_code == "WLD"]


@pytest.fixture
def prediction():
    return infosoc.learn.predict(
        world(), ask="How many people are online?", at=[2005, 2025], unit="percent"
    )


def test_the_figures_are_hidden_at_first(prediction):
    assert prediction.figure.data[0]["visible"] is False
    assert "15.6" not in prediction.said.value
    assert "Figures" not in str(prediction)


def test_the_figures_are_shown_with_the_difference_in_words(prediction):
    prediction.sliders[2005].value = 30
    prediction.sliders[2025].value = 73
    prediction.reveal()
    assert prediction.figure.data[0]["visible"] is True
    assert "your guess is 14.4 too high" in prediction.said.value
    assert "For 2025 you say 73, the figure is 73.6 percent: very close" in prediction.said.value
    assert "worldbank" in prediction._sources.value


def test_the_guess_is_drawn_and_can_be_changed_after_the_reveal(prediction):
    prediction.sliders[2005].value = 5
    prediction.reveal()
    prediction.sliders[2005].value = 10
    assert prediction.figure.data[1]["y"] == [10, 0]
    assert "5.6 too low" in prediction.said.value.replace("your guess is ", "")
    prediction.hide()
    assert prediction.figure.data[0]["visible"] is False
    assert "15.6" not in prediction.said.value


def test_many_quick_changes_leave_a_correct_state(prediction):
    for turn in range(200):
        prediction.sliders[2005].value = 1 + turn % 99
        prediction.reveal() if turn % 3 else prediction.hide()
    assert prediction.figure.data[0]["visible"] is (199 % 3 != 0)
    assert prediction.guess()[2005] == 1 + 199 % 99


def test_the_plain_form_folds_the_figures(prediction):
    assert "<summary>The figures</summary>" in prediction.plain.html
    before = prediction.plain.html.partition("<details>")[0]
    assert "15.6" not in before


def test_a_year_without_a_figure_is_refused():
    with pytest.raises(TableShapeError, match="no figure to guess for 1995"):
        infosoc.learn.predict(world(), ask="?", at=[1995])


def test_a_figure_outside_the_sliders_is_refused():
    with pytest.raises(TableShapeError, match="is outside"):
        infosoc.learn.predict(world(), ask="?", at=[2005], bounds=(0, 50))


def test_a_reveal_is_counted_as_finished():
    prediction = infosoc.learn.predict(world(), ask="?", at=[2005], name="world-summit-online")
    prediction.reveal()
    prediction.reveal()
    assert "done" not in str(infosoc.learn.progress()), "nothing was guessed"
    prediction.sliders[2005].value = 20
    prediction.reveal()
    assert infosoc.learn.progress().table["exercises_and_predictions"].tolist() == ["1 done"]


def test_who_has_not_guessed_is_asked_to_and_may_look_all_the_same(prediction):
    prediction.reveal()
    assert "Guess first: move a slider." in prediction.said.value
    assert prediction.figure.data[0]["visible"] is False
    prediction.reveal()
    assert prediction.figure.data[0]["visible"] is True
    assert prediction.said.value.startswith("For 2005 the figure is 15.6 percent. For 2025")


@pytest.fixture
def one_number():
    return infosoc.learn.predict(world(), ask="How many people?", at=2005, unit="percent")


@pytest.mark.parametrize("text", ["30", "30,0", " 30.0 "])
def test_one_number_is_guessed(one_number, text):
    assert one_number.sliders == {}
    one_number.number.value = text
    assert one_number.figure.data[1]["y"] == [30]
    assert one_number.figure.data[0]["visible"] is False
    one_number.reveal()
    assert one_number.figure.data[0]["visible"] is True
    assert "the figure is 15.6 percent: your guess is 14.4 too high" in one_number.said.value
    assert "worldbank" in one_number._sources.value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Guess first: write a number."),
        ("thirty", "'thirty' is not a number"),
        ("101", "101 is not from 0 to 100"),
        ("-1", "-1 is not from 0 to 100"),
        ("<b>", "'<b>' is not a number"),
    ],
)
def test_what_is_no_guess_is_told_and_shows_nothing(one_number, text, says):
    one_number.number.value = text
    one_number.reveal()
    assert says in one_number.said.value
    assert one_number.figure.data[0]["visible"] is False
    assert one_number.figure.data[1]["y"] == [None]
    one_number.number.value = "16"
    one_number.reveal()
    assert "very close" in one_number.said.value


def test_the_plain_form_of_one_number_says_what_to_do(one_number):
    assert "to write your guess" in str(one_number)
