"""Explorers: pictures with controls, for the keyboard as much as for the mouse."""

from infosoc.explore.country_explorer import countries
from infosoc.explore.country_page import country_report, your_country
from infosoc.explore.map_finder import find_on_maps
from infosoc.explore.reading_list import reading_list
from infosoc.explore.timeline_explorer import timeline

__all__ = [
    "countries",
    "country_report",
    "find_on_maps",
    "reading_list",
    "timeline",
    "your_country",
]
