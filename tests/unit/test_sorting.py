"""Sorting cards: a reason comes first, and nothing is called wrong."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import TableShapeError, UnknownNameError

CARDS = pd.DataFrame(
    {
        "event": ["A school", "A law"],
        "text": ["It teaches.", None],
        "area": [("capacity", "content"), ("policy",)],
        "why": ["It trains.", "It rules."],
    }
)
GROUPS = ["content", "policy", "capacity"]


@pytest.fixture
def sorting():
    given = {"card": "event", "detail": "text", "ours": "area", "why": "why"}
    return infosoc.learn.sort(CARDS, groups=GROUPS, title="Sort", name="test-sort", **given)


def said(sorting):
    return sorting._said.value


def test_without_a_reason_nothing_is_kept(sorting):
    sorting.decide("capacity", "  ")
    assert "Write your reason first" in said(sorting)
    assert sorting.table["your_group"].tolist() == ["", ""]


def test_every_group_that_can_be_defended_is_the_same(sorting):
    sorting.decide("content", "Pupils read there.")
    assert "We say the same: capacity, and also content. Our reason: It trains." in said(sorting)
    sorting.decide("policy", "The State pays.")
    assert "We say: capacity, and also content." in said(sorting)
    assert "not right" not in said(sorting).lower()


def test_ours_is_shown_only_after_the_reader_decided(sorting):
    assert sorting.table["our_group"].tolist() == ["", ""]
    sorting.decide("capacity", "They learn.")
    sorting.go(1)
    row = sorting.table.iloc[0]
    assert (row.your_group, row.your_reason, row.our_reason) == (
        "capacity",
        "They learn.",
        "It trains.",
    )
    assert sorting.table["our_group"][1] == ""


def test_the_card_comes_back_as_it_was_left(sorting):
    sorting.decide("capacity", "They learn.")
    sorting.go(1)
    assert sorting._choice.value is None
    sorting.go(-1)
    assert (sorting._choice.value, sorting._reason.value) == ("capacity", "They learn.")
    assert "1 of 2 cards sorted; on 1 of them we agree." in said(sorting)


def test_a_finished_sorting_is_counted(sorting, tmp_path, monkeypatch):
    monkeypatch.setenv("INFOSOC_PROGRESS", str(tmp_path / "progress.json"))
    sorting.decide("capacity", "a")
    assert "test-sort" not in str(infosoc.learn.progress().table)
    sorting.go(1)
    sorting.decide("policy", "b")
    assert (tmp_path / "progress.json").read_text("utf-8").count("test-sort") == 1


def test_the_table_can_be_kept(sorting, tmp_path):
    sorting.decide("capacity", "They learn.")
    kept = pd.read_csv(sorting.save(tmp_path / "mine.csv"))
    assert kept.columns.tolist() == ["card", "your_group", "our_group", "your_reason", "our_reason"]


def test_the_plain_form_has_every_card_and_folds_our_sorting(sorting):
    plain = sorting.plain.html
    assert "A school: It teaches." in plain
    assert plain.index("<details>") < plain.index("It trains.")


def test_cards_cannot_act_as_html():
    bad = CARDS.assign(event="<script>x</script>", why="<script>")
    sorting = infosoc.learn.sort(bad, card="event", ours="area", why="why")
    sorting.decide("capacity", "<script>")
    assert "<script>" not in sorting.plain.html + sorting._front.value


@pytest.mark.parametrize(
    ("frame", "options", "error", "says"),
    [
        (CARDS, {"ours": "areas"}, UnknownNameError, "Did you mean 'area'"),
        (CARDS, {"groups": ["content", "policy"]}, UnknownNameError, "capacity"),
        (CARDS.head(0), {}, TableShapeError, "no rows"),
    ],
)
def test_bad_cards_are_refused(frame, options, error, says):
    with pytest.raises(error, match=says):
        infosoc.learn.sort(frame, **({"card": "event", "ours": "area", "why": "why"} | options))


def test_a_group_that_does_not_exist_is_named(sorting):
    with pytest.raises(UnknownNameError, match="Did you mean 'policy'"):
        sorting.decide("polici", "x")
