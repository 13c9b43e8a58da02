"""Learning aids: quizzes, predictions, flashcards, exercises that tell right from wrong."""

from infosoc.learn.card_deck import flashcards
from infosoc.learn.checking import check
from infosoc.learn.claim_tracker import claim_tracker
from infosoc.learn.navigator import navigator
from infosoc.learn.negotiation import negotiation, negotiation_kit
from infosoc.learn.plans import handout, plan
from infosoc.learn.predictions import predict
from infosoc.learn.progress_file import forget, progress
from infosoc.learn.quizzes import quiz
from infosoc.learn.word_list import words

__all__ = [
    "check",
    "claim_tracker",
    "flashcards",
    "forget",
    "handout",
    "navigator",
    "negotiation",
    "negotiation_kit",
    "plan",
    "predict",
    "progress",
    "quiz",
    "words",
]
