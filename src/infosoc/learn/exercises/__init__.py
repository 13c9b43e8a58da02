"""The exercises of the lessons: one module for each lesson, named like its quiz."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from infosoc.errors import UnknownNameError
from infosoc.learn.exercises.form import Exercise

__all__ = ["Exercise", "find", "names"]


@cache
def _all() -> dict[str, Exercise]:
    found: dict[str, Exercise] = {}
    for module in pkgutil.iter_modules(__path__):
        exercises = getattr(importlib.import_module(f"{__name__}.{module.name}"), "EXERCISES", {})
        found |= exercises
    return found


def names() -> list[str]:
    """Return the ids of all exercises, sorted."""
    return sorted(_all())


def find(exercise: str) -> Exercise:
    """Return one exercise.

    Raises
    ------
    UnknownNameError
        If there is no such exercise; the message names the nearest one.
    """
    try:
        return _all()[exercise]
    except (KeyError, TypeError) as error:
        raise UnknownNameError("exercise", exercise, names()) from error
