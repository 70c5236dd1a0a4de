"""A file that is no notebook is told what it is, in words of the person who handed it in."""

from __future__ import annotations

import json

import pytest

from gan_grading.engine.limits import Limits
from gan_grading.engine.submitted import UnreadableError, read_submission

CONFLICT = b'{\n "cells": [\n<<<<<<< HEAD\n  {}\n=======\n  []\n>>>>>>> main\n ]\n}\n'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (CONFLICT, "it holds a merge conflict that nobody has resolved"),
        (b'{\n "cells": [\n', "it is not what Jupyter saves, from line 3 on"),
        (b"%PDF-1.7", "it is not what Jupyter saves, from line 1 on"),
        (b" ", "the file is empty"),
        (b"[]", "the file holds no notebook"),
        (b'{"cells": []}', "the notebook holds no cells"),
    ],
)
def test_what_is_no_notebook(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_submission(data, Limits())
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_notebook_about_merge_conflicts_is_one() -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": "<<<<<<< HEAD"}
    assert len(read_submission(json.dumps({"cells": [cell]}).encode(), Limits()).cells) == 1
