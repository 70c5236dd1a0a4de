"""What a run shows on the screen: escaped, and one line a student unless something is wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from gan_grading.shown import shown_block

OF_PICTURES = "Alternative text is missing"  # of a student's pictures: nobody who grades can mend it
OURS = {"gan_grading": True}  # given as ``extra`` with what is shown of a run that goes well


class _Tidy(logging.Filter):
    """Escapes what students may have written, and leaves out what nbgrader says of each step."""

    def __init__(self, is_quiet: bool) -> None:
        super().__init__()
        self._is_quiet = is_quiet

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite one message; tell whether it is shown."""
        record.msg, record.args = shown_block(record.getMessage()), ()
        is_chatter = record.levelno == logging.INFO and not getattr(record, "gan_grading", False)
        is_chatter = is_chatter or record.msg.startswith(OF_PICTURES)
        return not (self._is_quiet and is_chatter)


_TOLD: set[str] = set()


def tell_once(log: Any, lines: Iterable[str]) -> None:
    """Warn of what is the same for a whole class once, and not for every student."""
    for line in lines:
        if line not in _TOLD:
            log.warning("%s", line)
            _TOLD.add(line)


def tidy_log(part: Any, is_quiet: bool = False) -> None:
    """Let everything that a part of nbgrader logs from here on pass the filter.

    Args:
        part: a converter or plugin, which shares its logger with the command it belongs to.
        is_quiet: leave out what nbgrader says of each step, unless it was asked for with --debug.
    """
    logger = getattr(part.log, "logger", part.log)
    level = getattr(part.parent, "log_level", logging.INFO)
    is_debugging = level == "DEBUG" or (isinstance(level, int) and level <= logging.DEBUG)
    if not any(isinstance(each, _Tidy) for each in logger.filters):
        logger.addFilter(_Tidy(is_quiet and not is_debugging))
