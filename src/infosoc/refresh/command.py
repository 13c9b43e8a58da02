"""One run: fetch, compare, tell, and put in place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from tqdm import tqdm

from infosoc.data.registry import data_folder, read_descriptor
from infosoc.errors import InfosocError
from infosoc.refresh.answers import Answer, Page, join
from infosoc.refresh.errors import LargeChangeError, RecipeError, WriteError
from infosoc.refresh.files import clear_waiting, replace_all
from infosoc.refresh.lock import only_one
from infosoc.refresh.recipes import Recipe, recipes
from infosoc.refresh.report import report
from infosoc.refresh.service import ADDRESS, Patience, Service
from infosoc.refresh.update import Update, new_files, prepare


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 when all is well, 1 when it is not."""
    options = _options(arguments)
    try:
        refresh(
            options.folder,
            options.table,
            service=Service(options.service_address),
            check_only=options.check_only,
            accept_large_changes=options.accept_large_changes,
        )
    except WriteError as error:
        print(error, file=sys.stderr)
    except InfosocError as error:
        print(f"{error}\nNo file was changed.", file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}. No file was changed.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. Each file is whole; run it again to finish.", file=sys.stderr)
    else:
        return 0
    return 1


def refresh(
    folder: Path,
    names: Sequence[str] = (),
    *,
    service: Service | None = None,
    check_only: bool = False,
    accept_large_changes: bool = False,
) -> list[Update]:
    """Bring tables up to date, all of them or none.

    Parameters
    ----------
    folder
        The folder of the tables.
    names
        Which tables; by default all that can be brought up to date.
    service
        Whom to ask; by default the World Bank, patiently.
    check_only
        Print the report and write nothing.
    accept_large_changes
        Take figures that differ more than is believable.

    Returns
    -------
    list of Update
        What is new, table by table.

    Raises
    ------
    InfosocError
        If a table cannot be brought up to date; no file was changed then.
    """
    with nullcontext() if check_only else only_one(folder):
        if not check_only:
            clear_waiting(folder)
        descriptor = folder.joinpath("datapackage.json")
        described, before = read_descriptor(folder), descriptor.read_bytes()
        chosen = recipes(folder, described, names)
        if not chosen:
            what = "No table has the property 'refresh'."
            raise RecipeError(descriptor.name, what, "Give it to one, or choose another folder.")
        answers = _fetch(service or Service(ADDRESS, Patience()), chosen)
        updates = [prepare(*pair) for pair in zip(chosen, answers, strict=True)]
        for update in updates:
            print(report(update))
        if not accept_large_changes:
            _refuse_doubtful(updates)
        files = new_files(folder, described, before, updates)
        if not check_only:
            replace_all(files)
        print(_outcome([file.path.name for file in files], check_only))
    return updates


def _fetch(service: Service, chosen: Sequence[Recipe]) -> list[Answer]:
    answers = []
    # Shown only in a terminal, so that a log stays readable.
    with tqdm(total=len(chosen), unit="page", disable=None, leave=False) as bar:
        for recipe in chosen:
            bar.set_description(recipe.name)
            pages: list[Page] = []
            for page in service.pages(recipe.name, recipe.code):
                if not pages:
                    bar.total += page.pages - 1
                pages.append(page)
                bar.update()
            answers.append(join(recipe.name, recipe.code, pages))
    return answers


def _refuse_doubtful(updates: Sequence[Update]) -> None:
    doubtful = [update for update in updates if update.doubts]
    if doubtful:
        names = ", ".join(update.recipe.name for update in doubtful)
        what = "\n".join(
            ["The new figures are doubtful."]
            + [f"- {update.recipe.name}: {doubt}" for update in doubtful for doubt in update.doubts]
            + [""]
        )
        mend = "Compare them with the source. If they are right, run with --accept-large-changes."
        raise LargeChangeError(names, what, mend)


def _outcome(names: Sequence[str], check_only: bool) -> str:
    if not names:
        return "Everything is up to date."
    return f"{'To be written' if check_only else 'Written'}: {', '.join(names)}."


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m infosoc.refresh",
        description="Bring the tables of the World Bank's figures up to date.",
    )
    add = parser.add_argument
    add("table", nargs="*", help="which tables (default: all that can be)")
    add("--folder", type=Path, default=data_folder(), help="the folder of the tables")
    add("--check-only", action="store_true", help="print the report and write nothing")
    add(
        "--accept-large-changes",
        action="store_true",
        help="take figures that differ more than is believable; compare them with the source first",
    )
    add("--service-address", default=ADDRESS, help="where the service is (https)")
    return parser.parse_args(arguments)
