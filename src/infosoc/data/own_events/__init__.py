"""Events of a reader's own: a file made with a spreadsheet or an editor, checked and read."""

from infosoc.data.own_events.checked import EventsCheck, check_events
from infosoc.data.own_events.reader import read_events
from infosoc.data.own_events.sharing import add_events, write_events
from infosoc.data.own_events.template import write_events_template

__all__ = [
    "EventsCheck",
    "add_events",
    "check_events",
    "read_events",
    "write_events",
    "write_events_template",
]
