"""Who can decide this? The cards, the answers over the years, and the group's own answers."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn.decision_game import YEARS, choices, label, valid_answers
from infosoc.plot.matrices import paired


@pytest.fixture
def game():
    return infosoc.learn.who_decides()


def test_there_are_28_cases_and_each_has_an_answer_today():
    cases = infosoc.load("decision_cases")
    assert len(cases) == 28
    assert set(valid_answers(2025)["case_id"]) == set(cases["id"])


def test_every_place_and_verb_is_used():
    answers = infosoc.load("decision_answers")
    assert set(answers["place"]) == set(choices("place"))
    assert set(answers["verb"]) == set(choices("verb"))
    assert len(choices("place")) == 10
    assert len(choices("verb")) == 5


def test_answers_name_document_and_paragraph_and_some_are_contested():
    answers = infosoc.load("decision_answers")
    assert not answers[["document", "paragraph", "reason"]].isna().any(axis=None)
    assert answers["contested"].sum() >= 10
    assert not answers.duplicated(["case_id", "place", "verb", "valid_from"]).any()
    both = answers.dropna(subset=["valid_to"])
    assert (both["valid_from"] <= both["valid_to"]).all()


def test_the_years_tell_different_stories():
    counts = [len(valid_answers(year)) for year in YEARS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    root = {
        year: set(valid_answers(year).query("case_id == 'root-entry'")["place"]) for year in YEARS
    }
    assert root[2005] == {"ministry", "company"}
    assert root[2016] == {"icann", "company"}


def test_an_answer_is_compared_with_the_sources(game):
    game.answer("company", "decides")
    assert "✓ company decides" in game._said.value
    game.answer("igf", "pays")
    assert "no source of ours" in game._said.value
    assert "Answers on this card: 2" in game._said.value


def test_both_counts_stand_side_by_side(game):
    for _ in range(3):
        game.answer("company", "decides")
    row = game.compared().set_index(["place", "verb"]).loc[("company", "decides")]
    assert row.tolist() == [3, 1]
    assert "3 | 1" in str(game.figure.data[0]["text"])


def test_cards_not_seen_stay_hidden(game):
    assert game.compared().empty
    game.show()
    assert set(game.compared()["sourced"]) == {1}


def test_an_empty_picture_still_has_its_names(game):
    cells = game.figure.data[0]
    assert "ICANN" in cells["y"]
    assert "decides" in cells["x"]
    assert "None" not in str(cells["z"])
    assert game.figure.drawn["data"][0]["zmax"] == 1


def test_the_most_disputed_cards_come_first(game):
    for _ in range(4):
        game.answer("company", "decides")
    game.go(1)
    for place in ("court", "company", "ministry"):
        game.answer(place, "decides")
    table = game.disputed()
    assert table["card"].tolist() == ["A song in your film", "Your post is gone"]
    assert table["share"].tolist() == [33, 100]


def test_the_game_is_replayed_in_another_year(game):
    game.show()
    assert "DSA" in game._evidence.value or "Digital Services Act" in game._evidence.value
    game.set_year(2003)
    assert game._evidence.value == ""
    assert "2003" in game._said.value
    game.show()
    assert "no sourced answer" in game._said.value


def test_behind_the_last_card_comes_the_first(game):
    game.go(-1)
    assert game.card == 27
    game.go(1)
    assert game.card == 0


def test_the_answers_of_a_group_are_saved(game, tmp_path):
    game.answer("court", "decides")
    saved = pd.read_csv(game.save(tmp_path / "ours.csv"), encoding="utf-8-sig")
    assert saved.to_dict("records") == [
        {"case_id": "post-removed", "place": "court", "verb": "decides"}
    ]


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda game: game.answer("courts", "decides"), "Did you mean 'court'"),
        (lambda game: game.answer("court", "decide"), "Did you mean 'decides'"),
        (lambda game: game.set_year(2010), "Valid names: 2003, 2005, 2016, 2025"),
    ],
)
def test_what_does_not_exist_is_refused(game, act, says):
    with pytest.raises(UnknownNameError, match=says):
        act(game)


def test_nothing_is_added_without_a_place_and_a_verb(game):
    game._pressed()
    assert game.votes.empty
    assert "Choose a place and a verb first" in game._said.value


def test_cards_are_printed_with_their_answers(tmp_path):
    cards = infosoc.learn.decision_cards()
    text = cards.save(tmp_path / "cards.html").read_text("utf-8")
    assert text.count('class="card"') == 28
    assert "<script" not in text
    assert len(cards.table) == len(valid_answers(2025))
    with pytest.raises(UnknownNameError, match="ending of a page"):
        cards.save(tmp_path / "cards.pdf")


def test_labels_are_the_fields_own_words():
    assert label("icann") == "ICANN"
    assert label("un-body") == "UN or other body of States"


def test_the_crosswalk_leaves_holes():
    crosswalk = infosoc.load("issue_crosswalk")
    wide = crosswalk.pivot(index="issue", columns="scheme", values="place")
    assert wide.shape == (12, 6)
    assert wide.isna().any().all()
    assert wide.notna().any(axis=1).all()


def test_paired_refuses_a_missing_column():
    with pytest.raises(UnknownNameError, match="column"):
        paired(
            pd.DataFrame({"a": []}),
            row="a",
            column="b",
            pair=("c", "d"),
            names=("c", "d"),
            rows_order=["x"],
            columns_order=["y"],
        )
