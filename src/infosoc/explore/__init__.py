"""Explorers: pictures with controls, for the keyboard as much as for the mouse."""

from infosoc.explore.country_explorer import countries
from infosoc.explore.map_finder import find_on_maps
from infosoc.explore.profile_explorer import profile
from infosoc.explore.scatter_explorer import scatter
from infosoc.explore.timeline_explorer import timeline

__all__ = ["countries", "find_on_maps", "profile", "scatter", "timeline"]
