"""Bring the tables of the World Bank's figures up to date: ``python -m infosoc.refresh``.

A table takes part when its entry in ``datapackage.json`` has the property ``refresh``::

    "refresh": {"service": "world-bank", "code": "IT.NET.USER.ZS", "rows": "countries"}

``rows`` is ``countries`` or ``groups``; ``decimals`` (4 when absent) says how values are rounded.
The property ``vintage`` holds the day on which the World Bank last changed the figures.

How a run keeps the files whole
-------------------------------
Everything is fetched, compared and validated before the first file is touched. Then each new file
is written beside the old one under a name that nobody reads, brought to the disk, and put in the
old one's place in one step. The tables come first and ``datapackage.json`` comes last.

A run that is killed therefore leaves each file either old or new, never half. When it dies after
a table and before ``datapackage.json``, the table is new and only its vintage is still the old
one: the data are valid, and the vintage never promises more than the table holds. The next run
finds the figures in place, sees that the vintage differs from the service's, and writes it. It
also removes what the killed run left lying about.
"""
