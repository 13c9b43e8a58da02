"""Learning aids: the topic navigator, quizzes and exercises that tell right from wrong."""

from infosoc.learn.exercises import check
from infosoc.learn.navigator import navigator
from infosoc.learn.quizzes import quiz

__all__ = ["check", "navigator", "quiz"]
