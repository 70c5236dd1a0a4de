"""Text that student code made, turned into text that every later step can encode."""

from __future__ import annotations


def encodable(text: str) -> str:
    """Return the text with halves of a character replaced, so that it can be written as UTF-8.

    Python lets a string hold a lone half of a UTF-16 pair, which no file, database or terminal takes. Two
    halves that belong together become the character they are.
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
