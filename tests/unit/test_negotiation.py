"""The negotiation: balance of the game, delegates, silence, log."""

import itertools

import numpy as np
import pandas as pd
import pytest

import infosoc
from infosoc import negotiate
from infosoc.errors import DataFileError, UnknownNameError
from infosoc.negotiate import record
from infosoc.negotiate.model import PackageError

RULES = negotiate.game()
EVERY = negotiate.packages()
DEAL, TUNIS, REVIEW = "ACBCCB", "ACBCBB", "ACBABB"


class Clock:
    """A time that tests move on."""

    def __init__(self):
        self.time = 0.0

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


def talks(clock, package="------", **options):
    found = negotiate.Session(now=clock, seconds=60, **options)
    for clause, letter in zip(RULES.clauses, package, strict=True):
        found.choose(clause, None if letter == "-" else letter)
    return found


# The balance of the game.


def test_every_package_is_scored():
    assert len(EVERY) == 4**6 == EVERY["package"].nunique()


def test_few_packages_pass_but_some_do():
    assert 0.001 <= EVERY["passes"].mean() <= 0.05


@pytest.mark.parametrize("role", RULES.roles)
def test_leaving_a_role_out_changes_the_outcome(role):
    without = negotiate.packages(role)
    assert set(without.loc[without.passes, "package"]) > set(EVERY.loc[EVERY.passes, "package"])


@pytest.mark.parametrize("clause", RULES.clauses)
def test_no_option_is_best_for_all(clause):
    worth = RULES.worth[:, RULES.clauses.index(clause)]
    assert not (worth == worth.max(axis=1, keepdims=True)).all(axis=0).any()


@pytest.mark.parametrize("clause", RULES.clauses)
def test_each_paragraph_leaves_something_to_negotiate(clause):
    assert EVERY.loc[EVERY.passes, clause].nunique() >= 2


def test_each_role_but_the_chair_has_a_red_line_or_a_high_need():
    assert all(RULES.barred[n].any() or RULES.least[n] >= 4 for n in range(1, len(RULES.roles)))


@pytest.mark.parametrize("package", [TUNIS, REVIEW])
def test_what_is_nearest_to_the_real_decisions_could_pass(package):
    assert negotiate.judge(package).passes


def test_consensus_is_not_a_majority():
    votes = (RULES.points(RULES.every) >= RULES.least).sum(axis=1)
    majority = votes > len(RULES.roles) / 2
    assert majority.sum() > 10 * EVERY["passes"].sum()


# The model against a slow one that reads the table row by row.


def test_points_are_those_of_the_table():
    rows = infosoc.load("negotiation_positions").set_index(["role_id", "option_id"])
    for package in (DEAL, TUNIS, "DDDDDD", "ABCDAB"):
        found = negotiate.judge(package)
        for role, least in infosoc.load("negotiation_roles").set_index("id")["least"].items():
            ids = [f"{c}-{x.lower()}" for c, x in zip(RULES.clauses, package, strict=True)]
            own = rows.loc[[(role, option) for option in ids]]
            points = int((own["value"] * own["weight"]).sum())
            assert found.gains[role] == points
            assert (role in found.blocked) == (points < least or bool(own["red_line"].any()))


def test_an_open_paragraph_counts_nothing_and_does_not_pass():
    assert set(negotiate.judge("------").gains.values()) == {0}
    assert not negotiate.judge("ACBCC-").passes
    assert negotiate.judge("ACBCC-").still_open == ["rights"]


def test_efficient_packages_are_not_beaten():
    passing = EVERY[EVERY.passes]
    points = passing[list(RULES.roles)].to_numpy()
    for row, efficient in zip(points, passing["efficient"], strict=True):
        beaten = ((points >= row).all(axis=1) & (points > row).any(axis=1)).any()
        assert efficient == (not beaten)


def test_the_game_cannot_be_changed_by_a_reader():
    with pytest.raises(ValueError, match="read-only"):
        RULES.worth[0, 0, 0] = 9


@pytest.mark.parametrize("package", ["", "ACB", "ACBCCX", "ACBCCBB", None])
def test_what_is_not_a_package_is_explained(package):
    with pytest.raises(PackageError, match="one letter for each"):
        negotiate.judge(package)


def test_an_unknown_role_is_refused_with_the_nearest_one():
    with pytest.raises(UnknownNameError, match="Did you mean 'business'"):
        negotiate.packages("busines")


def test_who_gave_most_comes_first():
    gave = negotiate.conceded(TUNIS)["gave"].tolist()
    assert gave == sorted(gave, reverse=True)
    assert gave[0] > 0


# The tables.


def test_documented_positions_have_a_statement_of_their_own_role_and_paragraph():
    positions = infosoc.load("negotiation_positions")
    evidence = infosoc.load("negotiation_evidence").set_index("id")
    for row in positions.itertuples():
        assert (row.basis == "documented") == pd.notna(row.evidence_id), row.id
        if pd.notna(row.evidence_id):
            statement = evidence.loc[row.evidence_id]
            assert statement.role_id == row.role_id
            assert statement.clause_id == row.option_id.rsplit("-", 1)[0]
            assert statement.date
            assert statement.source_ids


def test_each_role_has_a_position_on_each_option():
    positions = infosoc.load("negotiation_positions")
    pairs = itertools.product(RULES.roles, infosoc.load("negotiation_options")["id"])
    assert list(zip(positions["role_id"], positions["option_id"], strict=True)) == list(pairs)
    weights = positions.assign(clause=positions["option_id"].str.rsplit("-", n=1).str[0])
    assert (weights.groupby(["role_id", "clause"])["weight"].nunique() == 1).all()


def test_each_paragraph_has_three_wordings_and_a_deletion():
    options = infosoc.load("negotiation_options")
    for _, four in options.groupby("clause_id"):
        assert four["letter"].tolist() == list("ABCD")
        assert four["kind"].tolist() == ["wording"] * 3 + ["deletion"]
        assert four["text"].notna().tolist() == [True] * 3 + [False]


def test_roles_name_no_country():
    names = " ".join(infosoc.load("negotiation_roles").astype(str).to_numpy().ravel())
    assert [name for name in infosoc.load("countries")["name"] if name in names] == []


def test_each_paragraph_has_both_real_decisions():
    outcomes = infosoc.load("negotiation_outcomes")
    assert outcomes.groupby("clause_id")["year"].apply(sorted).tolist() == [[2005, 2025]] * 6
    assert (outcomes["paragraphs"].notna() | outcomes["note"].notna()).all()


# The delegates.


@pytest.mark.parametrize("role", RULES.roles)
def test_accepting_the_first_offer_again_and_again_ends_in_a_deal(role):
    luck = np.random.default_rng(7)
    starts = ["------", "DDDDDD", *("".join(luck.choice(list("ABCD-"), 6)) for _ in range(12))]
    for seed, start in enumerate(starts):
        package = start
        for _ in range(12):
            found = negotiate.offers(package, role, seed)
            if not found:
                break
            changed = dict(zip(RULES.clauses, package, strict=True)) | found[0].changes
            package = "".join(changed.values())
        assert negotiate.judge(package).passes, (role, package)


@pytest.mark.parametrize("role", RULES.roles)
def test_a_swap_helps_who_offers_and_costs_the_reader_nothing(role):
    for package in ("------", "DDDDDD", "BBAACC", TUNIS):
        for offer in negotiate.offers(package, role, seed=3):
            assert offer.by != role or offer.bridge
            assert offer.bridge or (offer.theirs > 0 and offer.yours >= 0)
            assert 1 <= len(offer.changes) <= 2


def test_the_same_seed_gives_the_same_offers():
    once, again = (negotiate.offers("CC--A-", "agency", seed=5) for _ in range(2))
    assert once == again


def test_an_unknown_player_is_refused():
    with pytest.raises(UnknownNameError, match="agency"):
        negotiate.offers("------", "agencies")


# The silence.


def test_silence_passes_when_nobody_speaks(clock):
    found = talks(clock, TUNIS)
    assert found.start_silence()
    clock.time = 59
    found.look()
    assert found.outcome is None
    clock.time = 60
    found.look()
    assert found.outcome == "agreed"
    assert not found.choose("forum", "A")


def test_silence_is_not_consensus_when_a_role_is_below_its_red_line(clock):
    found = talks(clock, "CCCCCC")
    found.start_silence()
    clock.time = 61
    found.look()
    assert found.outcome == "no-consensus"


def test_any_role_can_break_the_silence_and_the_talks_go_on(clock):
    for role in RULES.roles:
        found = talks(clock, TUNIS)
        found.start_silence()
        assert not found.choose("forum", "A")
        assert found.break_silence(role)
        assert found.moves[-1].who == role
        assert found.choose("forum", "A")


def test_a_pause_stops_the_clock(clock):
    found = talks(clock, TUNIS)
    found.start_silence()
    clock.time = 50
    found.pause()
    clock.time = 500
    found.look()
    assert found.outcome is None
    assert found.silence.left == 10
    found.resume()
    clock.time = 509
    found.look()
    assert found.outcome is None
    clock.time = 511
    found.look()
    assert found.outcome == "agreed"


def test_too_late_is_too_late(clock):
    found = talks(clock, TUNIS)
    found.start_silence()
    clock.time = 60
    assert not found.break_silence("business")
    assert found.outcome == "agreed"


def test_silence_needs_a_whole_text(clock):
    assert not talks(clock, "ACBC--").start_silence()


def test_a_delegate_below_its_red_line_speaks_in_time_and_always_the_same(clock):
    moments = []
    for _ in range(2):
        clock.time = 0
        found = talks(clock, "CCCCCC", player="sovereignty", seed=4)
        found.start_silence()
        while found.in_silence:
            clock.time += 1
            found.look()
        assert found.silence.broken_by in found.verdict.blocked
        assert found.outcome is None
        moments.append((found.silence.broken_by, clock.time))
    assert moments[0] == moments[1]
    assert moments[0][1] < 60


def test_delegates_keep_silent_when_they_can_live_with_the_text(clock):
    found = talks(clock, TUNIS, player="agency")
    found.start_silence()
    for second in range(1, 61):
        clock.time = second
        found.look()
    assert found.outcome == "agreed"


def test_talks_can_break_down(clock):
    found = talks(clock, "AC----")
    assert found.break_off()
    assert found.outcome == "breaks-off"
    assert not found.break_off()
    found.begin_again()
    assert found.package == "------"


# Wordings of the group's own, and the log.

HOSTILE = "<img src=x onerror=alert(1)>\n=1+1\x00"


def test_own_words_stand_at_their_option_only(clock):
    found = talks(clock, TUNIS)
    assert found.word("meaning", "We mean everybody.")
    found.choose("meaning", "B")
    assert ("meaning", "B") not in found.wordings
    assert not talks(clock).word("meaning", "Nothing is chosen.")
    assert not talks(clock, "D-----").word("meaning", "It is deleted.")


def test_a_long_wording_is_cut_and_has_no_control_characters(clock):
    found = talks(clock, TUNIS)
    found.word("meaning", HOSTILE + "x" * 5000)
    words = found.wordings["meaning", "A"]
    assert len(words) <= 600
    assert words.isprintable()


def test_a_log_is_read_again(clock, tmp_path):
    found = talks(clock, "ACB---", player="business", seed=2)
    found.word("roles", HOSTILE)
    found.word("meaning", "=cmd|' /C calc'!A0")
    found.accept(found.offers()[0])
    for clause, letter in zip(RULES.clauses, TUNIS, strict=True):
        found.choose(clause, letter)
    found.start_silence()
    found.pause()
    found.resume()
    found.break_silence("agency")
    found.break_off()
    file = record.write_log(found.moves, tmp_path / "log.csv")
    again = negotiate.Session(now=clock)
    again.replay(negotiate.read_log(file))
    assert again.moves == found.moves
    assert (again.package, again.outcome) == (found.package, "breaks-off")
    assert again.wordings == found.wordings


def test_no_cell_of_a_log_is_a_formula(clock, tmp_path):
    found = talks(clock, TUNIS)
    for clause, start in zip(RULES.clauses, "=+-@'", strict=False):
        found.word(clause, f"{start}1+1")
    text = record.write_log(found.moves, tmp_path / "log.csv").read_text("utf-8-sig")
    cells = pd.read_csv(tmp_path / "log.csv", keep_default_na=False)["words"]
    assert not cells.str.startswith(("=", "+", "-", "@")).any()
    assert "'=1+1" in text


GOOD = ",".join(record.COLUMNS) + "\n1,0,room,chooses,forum,A,\n"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "columns"),
        ("a,b\n1,2\n", "columns"),
        (GOOD + "2,0,rooms,chooses,forum,A,\n", "Did you mean 'room'"),
        (GOOD + "2,0,room,chose,forum,A,\n", "line 3, column action"),
        (GOOD + "2,0,room,chooses,forums,A,\n", "Did you mean 'forum'"),
        (GOOD + "2,0,room,chooses,forum,E,\n", "column choice"),
        (GOOD + "x,0,room,chooses,forum,A,\n", "column move"),
        (GOOD + "2,-1,room,chooses,forum,A,\n", "column seconds"),
        (GOOD + "2,0,room\n", "3 cells"),
        (GOOD + "<script>,0,room,chooses,forum,A,\n", "whole number"),
    ],
)
def test_a_log_that_is_not_ours_is_refused_with_the_place(tmp_path, text, named):
    file = tmp_path / "log.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(DataFileError, match=named):
        negotiate.read_log(file)


def test_a_log_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DataFileError, match="Save the log first"):
        negotiate.read_log(tmp_path / "none.csv")


def test_a_log_that_is_not_text_is_refused(tmp_path):
    (tmp_path / "log.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DataFileError, match="cannot be read"):
        negotiate.read_log(tmp_path / "log.csv")
