"""Malformed: what can be found is graded as if nothing had happened, and the instructor is told."""

from __future__ import annotations

import json
from typing import Any

from tests.banks.hostile.entry import (
    FIRST_LOST,
    FULL,
    POINTS,
    WRONG_LOSSES,
    ZERO,
    Entry,
    Notebook,
    answer_cell,
    code_cell,
    edited,
    place_of,
)

FOUND = "the answers are there to be found"
TEST = "test_discriminator_loss"


def _meta(notebook: Notebook, name: str) -> dict[str, Any]:
    meta: dict[str, Any] = answer_cell(notebook, name)["metadata"]["nbgrader"]
    return meta


def _double_test(nb: Notebook) -> None:
    nb["cells"].insert(place_of(nb, TEST), dict(answer_cell(nb, TEST), id="again"))


def _delete(name: str) -> Any:
    return edited(lambda nb: nb["cells"].pop(place_of(nb, name)) and None)


def _strip(nb: Notebook) -> None:
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def _strip_metadata_only(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["metadata"] = {}


def _forge(key: str, value: Any) -> Any:
    def change(nb: Notebook) -> None:
        for exercise in POINTS:
            _meta(nb, f"test_{exercise}")[key] = value

    return edited(change)


def _retype(name: str, kind: str) -> Any:
    def change(nb: Notebook) -> None:
        cell = answer_cell(nb, name)
        cell["cell_type"] = kind
        cell.pop("outputs", None)
        cell.pop("execution_count", None)

    return edited(change)


def _fenced(nb: Notebook) -> None:
    cell = answer_cell(nb, "discriminator_loss")
    cell["cell_type"], cell["source"] = "markdown", f"```python\n{cell['source']}\n```"


def _copy_as_stub(nb: Notebook) -> None:
    stub = "def discriminator_loss(real_logits, fake_logits):\n    \"\"\"Return L_D, a scalar.\"\"\"\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    cell = answer_cell(nb, "discriminator_loss")
    nb["cells"].insert(place_of(nb, "discriminator_loss") + 1, dict(cell, source=stub, id="copy"))


def _answer_below(nb: Notebook) -> None:
    cell = answer_cell(nb, "discriminator_loss")
    own = code_cell(cell["source"])
    cell["source"] = "def discriminator_loss(real_logits, fake_logits):\n    \"\"\"Return L_D, a scalar.\"\"\"\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    nb["cells"].insert(place_of(nb, "discriminator_loss") + 1, own)


def _version_3(nb: Notebook) -> bytes:
    cells = []
    for cell in nb["cells"]:
        old = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        if cell["cell_type"] == "code":
            old |= {"input": cell["source"], "outputs": [], "language": "python", "collapsed": False}
        else:
            old["source"] = cell["source"]
        cells.append(old)
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}).encode()


def _huge(nb: Notebook) -> bytes:
    cell = answer_cell(nb, TEST)
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 200_000_000}]
    return json.dumps(nb).encode()


def _odd_types(nb: Notebook) -> None:
    for number, cell in enumerate(nb["cells"]):
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] != "code":
            cell["metadata"] = [None, "tags", 7][number % 3]
    nb["metadata"] = None
    nb["cells"] += [None, 3, {"cell_type": 5, "source": 8}, {}]


def _grade_cell(nb: Notebook) -> None:
    claim = {"grade": True, "grade_id": "bonus", "points": 100, "locked": True, "solution": False, "schema_version": 3}
    nb["cells"].append(dict(code_cell("100.0"), metadata={"nbgrader": {**claim, "task": False}}))


def _sabotaged_helper(nb: Notebook) -> None:
    answer_cell(nb, "helpers")["source"] = "def real_term(logits):\n    raise RuntimeError('sabotage')"


def _emptied_tests(nb: Notebook) -> None:
    for exercise, answer in WRONG_LOSSES.items():
        answer_cell(nb, exercise)["source"] = answer
        answer_cell(nb, f"test_{exercise}")["source"] = "pass"


def _swapped_ids(nb: Notebook) -> None:
    one, two = _meta(nb, "discriminator_loss"), _meta(nb, "saturating_generator_loss")
    one["grade_id"], two["grade_id"] = two["grade_id"], one["grade_id"]


def _wrong_notebook(nb: Notebook) -> None:
    nb["cells"] = [code_cell("print('another course')"), code_cell("x = 1")]


def _long_answer(nb: Notebook) -> None:
    answer_cell(nb, "discriminator_loss")["source"] += "\n# " + "x" * 2_000_000


ENTRIES = (
    Entry("test_cell_doubled", edited(_double_test), FULL, FOUND, "is there 2 times"),
    Entry("test_cell_deleted", _delete(TEST), FULL, FOUND, "is missing"),
    Entry("answer_deleted", _delete("discriminator_loss"), FIRST_LOST, "there is no answer", "not written yet"),
    Entry("metadata_and_ids_stripped", edited(_strip), FULL, FOUND, "found by the name it defines"),
    Entry("metadata_stripped", edited(_strip_metadata_only), FULL, FOUND),
    Entry("grade_forged_false", _forge("grade", False), FULL, FOUND, "grading metadata was changed"),
    Entry("points_forged", _forge("points", 1000), FULL, "points are the instructor's", "grading metadata was changed"),
    Entry("unlocked", _forge("locked", False), FULL, FOUND, "grading metadata was changed"),
    Entry("test_cell_made_markdown", _retype(TEST, "markdown"), FULL, FOUND, "turned into markdown"),
    Entry("answer_made_markdown", _retype("discriminator_loss", "markdown"), FULL, FOUND, "turned into markdown"),
    Entry("answer_made_raw", _retype("discriminator_loss", "raw"), FULL, FOUND, "turned into raw"),
    Entry("answer_fenced_in_markdown", edited(_fenced), FULL, FOUND, "turned into markdown"),
    Entry("answer_copied_with_stub", edited(_copy_as_stub), FULL, FOUND, "2 cells carry this id"),
    Entry("answer_in_a_cell_below", edited(_answer_below), FULL, "a cell of one's own may answer too"),
    Entry("cells_reversed", edited(lambda nb: nb["cells"].reverse()), FULL, FOUND, "another order"),
    Entry("tests_emptied", edited(_emptied_tests), {**FULL, **dict.fromkeys(WRONG_LOSSES, 0.0)}, "the losses are wrong", "a locked cell was changed"),
    Entry("helper_sabotaged", edited(_sabotaged_helper), FULL, "a locked cell is the instructor's", "a locked cell was changed"),
    Entry("ids_swapped", edited(_swapped_ids), FULL, "both names are defined, whichever cell they stand in"),
    Entry("grade_cell_added", edited(_grade_cell), FULL, "only the instructor's cells carry points", "claims to be graded"),
    Entry("format_3", edited(_version_3), FULL, FOUND, "old format"),
    Entry("odd_types", edited(_odd_types), FULL, FOUND),
    Entry("byte_order_mark", edited(lambda nb: b"\xef\xbb\xbf" + json.dumps(nb).encode()), FULL, FOUND),
    Entry("two_hundred_megabytes", edited(_huge), FULL, "outputs carry no weight, however long"),
    Entry("answer_of_two_megabytes", edited(_long_answer), FIRST_LOST, "no answer is that long", "its text was not read"),
    Entry("empty_file", edited(lambda nb: b""), ZERO, "there is nothing to grade", "the file is empty"),
    Entry("bad_json", edited(lambda nb: json.dumps(nb).encode()[:-40]), ZERO, "there is nothing to grade", "no notebook"),
    Entry("not_text", edited(lambda nb: bytes(range(256)) * 50), ZERO, "there is nothing to grade", "no notebook"),
    Entry("json_list", edited(lambda nb: b"[1, 2]"), ZERO, "there is nothing to grade", "no notebook"),
    Entry("deep_json", edited(lambda nb: b"[" * 200_000), ZERO, "there is nothing to grade", "no notebook"),
    Entry("no_cells", edited(lambda nb: b'{"cells": [], "nbformat": 4}'), ZERO, "there is nothing to grade", "no cells"),
    Entry("wrong_notebook", edited(_wrong_notebook), ZERO, "it answers nothing", "not written yet"),
)
