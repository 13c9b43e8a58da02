"""Explorers: pictures with controls, for the keyboard as much as for the mouse."""

from infosoc.explore.country_explorer import countries
from infosoc.explore.timeline_explorer import timeline

__all__ = ["countries", "timeline"]
