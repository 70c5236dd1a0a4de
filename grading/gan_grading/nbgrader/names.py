"""Names of students' folders and files: which of them every later step can carry."""

from __future__ import annotations

import unicodedata

from gan_grading.shown import shown

LONGEST, LONGEST_FILE = 100, 200
BESIDES = frozenset("._@+-,()' ")
RULE = f"a name is at most {LONGEST} letters, digits, spaces and . _ @ + - , ( ) ', a letter or digit first"


def trouble_with(name: str) -> str:
    """Return what is wrong with a name, in words; ``""`` if nothing is.

    A folder's name becomes a student's id: in paths, patterns, a database, a table, a page and a terminal.

    Args:
        name: of a student's folder, or of a file that becomes one.
    """
    # Letters, marks that stand on them, and numbers, of any language.
    kinds = [unicodedata.category(letter)[0] for letter in name[: LONGEST + 1]]
    is_known = all(kind in "LMN" or letter in BESIDES for letter, kind in zip(name, kinds, strict=False))
    # Another first sign is read as an option, a hidden file or a formula; a last blank or dot gets lost.
    is_bare = bool(kinds) and (kinds[0] in "LN" or name[0] == "_") and name[-1] not in " ."
    if is_known and is_bare and len(name) <= LONGEST:
        return ""
    return f"{RULE}; rename it"


def quoted(name: str) -> str:
    """Return a name as it is shown: as it stands where it is a good one, else in quotes and escaped."""
    return shown(ascii(name), 80) if trouble_with(name) else name


def trouble_with_file(name: str) -> str:
    """Return what is wrong with the name of a downloaded file, in words; ``""`` if nothing is.

    Platforms put what they like into these names, so less is asked of them.

    Args:
        name: of a file or a folder on the way to it.
    """
    if name.isprintable() and len(name) <= LONGEST_FILE:
        return ""
    return f"a name is printable and has at most {LONGEST_FILE} letters; rename it"
