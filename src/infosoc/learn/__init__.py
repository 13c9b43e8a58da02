"""Learning aids: quizzes, predictions, flashcards, exercises that tell right from wrong."""

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

__all__ = [
    "before_after",
    "check",
    "claim_tracker",
    "cockpit",
    "decision_cards",
    "flashcards",
    "forget",
    "group_gains",
    "handout",
    "navigator",
    "negotiation",
    "negotiation_kit",
    "plan",
    "predict",
    "progress",
    "quiz",
    "run_sheet",
    "sort",
    "who_decides",
    "words",
]
