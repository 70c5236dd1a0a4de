"""Submissions that attack, break or strain the grader, each with the score it must get and why.

``entry`` is what an entry is and how it is built. The rest hold the entries, a module for each kind:
``tampering`` · ``reaching`` · ``breaking`` · ``malformed`` · ``gaming`` · ``noisy`` ·
``straining``.
"""

from tests.banks.hostile import breaking, gaming, malformed, noisy, reaching, straining, tampering
from tests.banks.hostile.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    *tampering.ENTRIES,
    *reaching.ENTRIES,
    *breaking.ENTRIES,
    *malformed.ENTRIES,
    *gaming.ENTRIES,
    *noisy.ENTRIES,
    *straining.ENTRIES,
)
