"""Explorers: pictures with controls, for the keyboard as much as for the mouse."""

from infosoc.explore.country_explorer import countries
from infosoc.explore.country_page import country_report, your_country
from infosoc.explore.document_explorer import own_document
from infosoc.explore.map_finder import find_on_maps
from infosoc.explore.own_timeline import own_timeline
from infosoc.explore.profile_explorer import profile
from infosoc.explore.reading_list import reading_list
from infosoc.explore.scatter_explorer import scatter
from infosoc.explore.timeline_explorer import timeline
from infosoc.explore.word_explorer import words

__all__ = [
    "countries",
    "country_report",
    "find_on_maps",
    "own_document",
    "own_timeline",
    "profile",
    "reading_list",
    "scatter",
    "timeline",
    "words",
    "your_country",
]
