"""The negotiation on the screen and on paper."""

from infosoc.learn.negotiation.kit import negotiation_kit
from infosoc.learn.negotiation.table import negotiation

__all__ = ["negotiation", "negotiation_kit"]
