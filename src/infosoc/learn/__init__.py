"""Learning aids: quizzes, predictions, flashcards, exercises that tell right from wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infosoc.rooms import furnish_later

if TYPE_CHECKING:
    from infosoc.learn.card_deck import flashcards
    from infosoc.learn.checking import check
    from infosoc.learn.claim_tracker import claim_tracker
    from infosoc.learn.cockpit import cockpit
    from infosoc.learn.decision_game import decision_cards, who_decides
    from infosoc.learn.gains import before_after, group_gains
    from infosoc.learn.handouts import handout
    from infosoc.learn.navigator import navigator
    from infosoc.learn.negotiation import negotiation, negotiation_kit
    from infosoc.learn.plans import plan
    from infosoc.learn.predictions import predict
    from infosoc.learn.progress_file import forget, progress
    from infosoc.learn.quizzes import quiz
    from infosoc.learn.run_sheets import run_sheet
    from infosoc.learn.sorting import sort
    from infosoc.learn.word_list import words

__all__ = furnish_later(
    __name__,
    {
        "before_after": "infosoc.learn.gains",
        "check": "infosoc.learn.checking",
        "claim_tracker": "infosoc.learn.claim_tracker",
        "cockpit": "infosoc.learn.cockpit",
        "decision_cards": "infosoc.learn.decision_game",
        "flashcards": "infosoc.learn.card_deck",
        "forget": "infosoc.learn.progress_file",
        "group_gains": "infosoc.learn.gains",
        "handout": "infosoc.learn.handouts",
        "navigator": "infosoc.learn.navigator",
        "negotiation": "infosoc.learn.negotiation",
        "negotiation_kit": "infosoc.learn.negotiation",
        "plan": "infosoc.learn.plans",
        "predict": "infosoc.learn.predictions",
        "progress": "infosoc.learn.progress_file",
        "quiz": "infosoc.learn.quizzes",
        "run_sheet": "infosoc.learn.run_sheets",
        "sort": "infosoc.learn.sorting",
        "who_decides": "infosoc.learn.decision_game",
        "words": "infosoc.learn.word_list",
    },
)
