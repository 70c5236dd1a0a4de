"""Keys of closing questions. They are never recorded: the record would be the answer."""

from __future__ import annotations

from typing import Any

from gan_grading.keys.key import Key


class NumberKey(Key):
    """A question answered by a number; wrong answers are numbers too."""

    def __init__(self, value: float, explanation: str, tolerance: float = 0.01, **settings: Any) -> None:
        """Begin the key.

        Args:
            value: the right number.
            explanation: shown with the verdict, right or wrong.
            tolerance: absolute; room for an answer rounded as the question says.
            settings: ``low`` and ``high``, the numbers that the question's text allows.
        """
        super().__init__(
            "question", right=float(value), explanation=explanation, tolerance=tolerance, **settings
        )


class ChoiceKey(Key):
    """A question answered by a letter; wrong answers are letters too."""

    def __init__(self, right: str, explanation: str, letters: str = "abcd") -> None:
        """Begin the key.

        Args:
            right: the right letter.
            explanation: shown with the verdict, right or wrong.
            letters: all the choices.
        """
        super().__init__("question", right=right, explanation=explanation, letters=letters)
