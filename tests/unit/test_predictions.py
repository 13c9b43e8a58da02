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
    assert 'role="status"' in prediction.said.value


def test_the_guess_is_drawn_and_can_be_changed_after_the_reveal(prediction):
    prediction.reveal()
    prediction.sliders[2005].value = 10
    assert prediction.figure.data[1]["y"] == [10, 0]
    assert "5.6 too low" in prediction.said.value.replace("your guess is ", "")
    prediction.hide()
    assert prediction.figure.data[0]["visible"] is False
    assert "15.6" not in prediction.said.value


def test_many_quick_changes_leave_a_correct_state(prediction):
    for turn in range(200):
        prediction.sliders[2005].value = turn % 100
        prediction.reveal() if turn % 3 else prediction.hide()
    assert prediction.figure.data[0]["visible"] is (199 % 3 != 0)
    assert prediction.guess()[2005] == 99


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
    assert "done" not in str(infosoc.learn.progress())
    prediction.reveal()
    assert infosoc.learn.progress().table["exercises_and_predictions"].tolist() == ["1 done"]
