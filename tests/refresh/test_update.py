"""Good answers change the right files in the right form, and nothing else."""

import json
from pathlib import Path

import pytest

from infosoc.data.fingerprints import outdated
from infosoc.data.registry import read_descriptor
from infosoc.errors import DataFileError, UnknownNameError
from infosoc.refresh import command, files
from infosoc.refresh.errors import BusyError, LargeChangeError, RecipeError, WriteError
from infosoc.refresh.lock import only_one


def test_new_and_changed_values_are_taken(folder, fake, run, capsys):
    fake.figures["USERS.SHARE"]["ALB", 2010] = 61.23456
    fake.figures["USERS.SHARE"]["HIC", 2009] = 90.00001
    fake.figures["PEOPLE.TOTAL"]["NAM", 2005] = 1999.6
    del fake.figures["USERS.SHARE"]["TUN", 2003]
    fake.figures["USERS.SHARE"]["XKX", 2001] = None
    run()
    assert folder.figure("users", "ALB", 2010) == "61.23"
    assert folder.figure("users_groups", "HIC", 2009) == "90"
    assert folder.figure("people", "NAM", 2005) == "2000"
    assert folder.figure("users", "TUN", 2003) is None
    assert folder.figure("users", "XKX", 2001) is None
    assert folder.faults() == []
    assert outdated(folder.path, read_descriptor(folder.path)) == {}
    told = capsys.readouterr().out
    assert "Vintage: 2025-07-01 -> 2026-07-01." in told
    assert "Values: 1 added, 0 changed, 2 vanished, 38 the same." in told
    assert "NAM 2005: 42 -> 2000" in told
    assert "TUN 2003: 44.75" in told
    assert "Written: people.csv, users.csv, users_groups.csv, datapackage.json." in told


def test_a_file_is_sorted_and_has_its_header(folder, fake, run):
    fake.figures["USERS.SHARE"]["ALB", 2010] = 50
    run("users")
    lines = folder.file("users").read_text("utf-8").splitlines()
    assert lines[0] == "country_iso3,year,value"
    keys = [tuple(line.split(",")[:2]) for line in lines[1:]]
    assert keys == sorted(keys)
    assert len(keys) == 41


def test_only_the_vintage_of_the_descriptor_changes(folder, run):
    before = folder.descriptor.read_text("utf-8")
    run("users")
    after = folder.descriptor.read_text("utf-8")
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    differing = [(a.strip(), b.strip()) for a, b in pairs if a != b]
    assert differing == [('"vintage": "2025-07-01",', '"vintage": "2026-07-01",')]
    assert after.endswith("}\n")
    vintages = {e["name"]: e.get("vintage") for e in json.loads(after)["resources"]}
    assert vintages["users"] == "2026-07-01"
    assert vintages["people"] == "2025-07-01"


def test_nothing_new_leaves_every_byte(folder, fake, run, capsys):
    fake.day = "2025-07-01"
    before = folder.contents()
    stamps = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*.*")}
    run()
    assert folder.contents() == before
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    assert "Everything is up to date." in capsys.readouterr().out


def test_check_only_tells_and_writes_nothing(folder, fake, run, capsys):
    folder.path.joinpath(".users.csv.refresh-new").write_text("left behind", "utf-8")
    fake.figures["USERS.SHARE"]["ALB", 2005] = 40
    before = folder.contents()
    with only_one(folder.path):  # a look does not wait for its turn, because it writes nothing
        held = folder.contents()
        run(check_only=True)
        assert folder.contents() == held
    assert folder.contents() == before
    told = capsys.readouterr().out
    assert "ALB 2005: 21.25 -> 40" in told
    assert "To be written: users.csv" in told


def test_several_pages_make_one_table(folder, fake, run):
    fake.page_size = 13
    fake.figures["USERS.SHARE"]["ALB", 2010] = 50
    fake.figures["USERS.SHARE"]["XKX", 2010] = 60
    run("users")
    pages = [request.rsplit("page=", 1)[-1] for request in fake.requests]
    assert pages == [str(page) for page in range(1, 7)]
    assert folder.figure("users", "ALB", 2010) == "50"
    assert folder.figure("users", "XKX", 2010) == "60"
    assert folder.figure("users", "NAM", 2000) is not None


def test_codes_that_the_course_does_not_know_are_left_out(folder, fake, run):
    fake.figures["USERS.SHARE"]["ARB", 2005] = 20
    fake.figures["USERS.SHARE"]["ZZZ", 2005] = 20
    run()
    text = b"".join(folder.contents().values())
    assert b"ARB" not in text
    assert b"ZZZ" not in text
    assert b"ALB" not in folder.contents()["users_groups.csv"]
    assert b"WLD" not in folder.contents()["figures/users.csv"]


def test_years_before_the_first_are_left_out(folder, fake, run):
    fake.figures["USERS.SHARE"]["ALB", 1999] = 20
    run()
    assert folder.figure("users", "ALB", 1999) is None
    assert folder.figure("users", "ALB", 2000) is not None


def test_a_table_without_a_file_yet_is_made(folder, run):
    path = folder.file("users")
    before = path.read_bytes()
    path.unlink()
    run("users")
    assert path.read_bytes() == before


def test_a_damaged_old_file_is_named_and_kept(folder, run):
    path = folder.file("users")
    path.write_text(path.read_text("utf-8").replace("NAM,2000,", "NAM,MM,"), "utf-8")
    before = folder.contents()
    with pytest.raises(DataFileError, match=r"users\.csv, line 12, column year"):
        run()
    assert folder.contents() == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda values: {key: 2 * value for key, value in values.items()}, "more than 20 %"),
        (lambda values: {k: v for k, v in values.items() if k[1] < 2008}, "8 of 40 old values"),
    ],
    ids=["doubled", "two years lost"],
)
def test_large_changes_are_refused_until_accepted(folder, fake, run, change, says):
    fake.figures["PEOPLE.TOTAL"] = change(fake.figures["PEOPLE.TOTAL"])
    before = folder.contents()
    with pytest.raises(LargeChangeError, match=f"people: (?s:.*){says}") as caught:
        run()
    assert "--accept-large-changes" in str(caught.value)
    assert folder.contents() == before
    run(accept_large_changes=True)
    assert folder.contents()["figures/people.csv"] != before["figures/people.csv"]
    assert folder.faults() == []


def test_a_few_large_changes_are_believed(folder, fake, run):
    fake.figures["PEOPLE.TOTAL"]["NAM", 2005] = 900
    run()
    assert folder.figure("people", "NAM", 2005) == "900"


def test_figures_older_than_ours_are_refused(folder, fake, run):
    fake.day = "2024-01-01"
    before = folder.contents()
    with pytest.raises(LargeChangeError, match="older than ours"):
        run()
    assert folder.contents() == before


def test_two_runs_do_not_mix(folder, run):
    before = folder.contents()
    with only_one(folder.path), pytest.raises(BusyError, match="Another run"):
        run()
    assert folder.contents() == before
    run()
    assert folder.contents() != before


def test_what_a_killed_run_left_is_removed(folder, run):
    for place in (".users_groups.csv", "figures/.users.csv"):
        folder.path.joinpath(f"{place}{files.WAITING}").write_text("half", "utf-8")
    folder.path.joinpath(".refresh.lock").touch()
    names = set(folder.contents())
    run()
    assert names - set(folder.contents()) == {
        ".users_groups.csv.refresh-new",
        "figures/.users.csv.refresh-new",
        ".refresh.lock",
    }


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_replacement_that_fails_is_undone(folder, fake, run, monkeypatch, failing):
    fake.figures["PEOPLE.TOTAL"]["NAM", 2005] = 900
    fake.figures["USERS.SHARE"]["ALB", 2010] = 50
    before = folder.contents()
    replace, tried = Path.replace, []

    def fail_once(path, target):
        tried.append(target)
        if len(tried) == failing:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    with pytest.raises(WriteError, match=r"Permission denied.*as before"):
        run()
    assert len(tried) >= failing
    assert folder.contents() == before


def test_what_somebody_saves_meanwhile_is_kept(folder, fake, run):
    path = folder.descriptor
    mine = path.read_bytes().replace(b'"small"', b'"mine"')

    def save(answer):
        path.write_bytes(mine)
        return answer

    fake.spoil = save
    before = folder.contents()["figures/people.csv"]
    with pytest.raises(WriteError, match=r"datapackage\.json: Somebody changed it"):
        run()
    assert path.read_bytes() == mine
    assert folder.contents()["figures/people.csv"] == before


def test_an_unknown_table_brings_the_nearest(run):
    with pytest.raises(UnknownNameError, match="Did you mean 'users'"):
        run("user")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"service": "world-bnk"}, "'world-bnk' is not known"),
        ({"rows": "regions"}, "'rows' is 'regions'"),
        ({"rows": "groups"}, "columns are not group_code, year, value"),
        ({"code": ""}, "code of the indicator is missing"),
    ],
)
def test_a_recipe_that_cannot_be_followed_is_named(folder, run, change, says):
    path = folder.descriptor
    described = json.loads(path.read_text("utf-8"))
    next(e for e in described["resources"] if e["name"] == "users")["refresh"] |= change
    path.write_text(json.dumps(described), "utf-8")
    with pytest.raises(RecipeError, match=f"users: .*{says}"):
        run()


def test_the_command_says_how_it_went(folder, fake, capsys):
    arguments = ["--folder", str(folder.path), "--service-address", fake.address]
    assert command.main([*arguments, "--check-only", "users"]) == 0
    assert command.main([*arguments, "user"]) == 1
    assert "Did you mean" in capsys.readouterr().err
    assert command.main([*arguments[:2], "--service-address", "http://example.org/v2"]) == 1
    assert "begins with https://" in capsys.readouterr().err
    assert command.main(["--folder", str(folder.path / "none"), *arguments[2:]]) == 1
    assert "No file was changed." in capsys.readouterr().err
