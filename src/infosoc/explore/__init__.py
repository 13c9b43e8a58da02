"""Explorers: pictures with controls, for the keyboard as much as for the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infosoc.rooms import furnish_later

if TYPE_CHECKING:
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

__all__ = furnish_later(
    __name__,
    {
        "countries": "infosoc.explore.country_explorer",
        "country_report": "infosoc.explore.country_page",
        "find_on_maps": "infosoc.explore.map_finder",
        "own_document": "infosoc.explore.document_explorer",
        "own_timeline": "infosoc.explore.own_timeline",
        "profile": "infosoc.explore.profile_explorer",
        "reading_list": "infosoc.explore.reading_list",
        "scatter": "infosoc.explore.scatter_explorer",
        "timeline": "infosoc.explore.timeline_explorer",
        "words": "infosoc.explore.word_explorer",
        "your_country": "infosoc.explore.country_page",
    },
)
