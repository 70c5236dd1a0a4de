"""Each rule of release is broken once in the toy course, and must be named."""

from __future__ import annotations

import json

import pytest

from gan_grading.course import Assignment, Course
from gan_grading.release.pipeline import RefusedError, build

PROBE = 'probe("01_sums", "double")'
HIDDEN = f"### BEGIN HIDDEN TESTS\nfrom toy_probe import probe\n\n{PROBE}\n### END HIDDEN TESTS"
HELP = '"grade_id": "sums_help", "locked": true, "schema_version": 3, "solution": false, "task": '
ESSAY_HEADER = (
    '# %% [markdown] nbgrader={"grade": true, "grade_id": "why", "locked": false, "points": 2, '
    '"schema_version": 3, "solution": true, "task": false}'
)
ESSAY = f"\n{ESSAY_HEADER}\n# Because addition commutes.\n"

# rule -> (text of the toy course's source, what it is replaced by)
BREAKS = {
    "unique_ids": ('"grade_id": "sums_help"', '"grade_id": "q_sum"'),
    "one_test": ('"grade_id": "test_average"', '"grade_id": "test_mean"'),
    "markers_match": ("    return add_up(values) / len(values)\n    ### END SOLUTION", "    return 0"),
    "positive_points": ('"points": 4', '"points": 0'),
    "quiet_stub": (
        'def double(x):\n    """Return twice x."""\n    ### BEGIN SOLUTION',
        "### BEGIN SOLUTION\ndef double(x):",
    ),
    "check_first": ("check.double(double)\n### BEGIN", "### BEGIN"),
    "probe_names": (PROBE, 'probe("01_sums", "average")'),
    "probe_last": (PROBE, f"points = {PROBE}"),
    "plain_asserts": (HIDDEN, ""),
    "no_tasks": (HELP + "false", HELP + "true"),
    "has_hint": ("<details><summary>Hint</summary>Five pairs.</details>", "Five pairs."),
}
MORE_BREAKS = [
    ("one_test", '"grade_id": "double"', '"grade_id": "twice"'),
    ("markers_match", "q_sum = 55\n", ""),
    ("markers_match", "import os\n", "import os\n### BEGIN SOLUTION\n### END SOLUTION\n"),
    ("positive_points", '"points": 3', '"points": -1'),
    ("positive_points", '"points": 3', '"points": "3"'),
    ("quiet_stub", "q_sum = 55\n", "q_sum = 54\nq_sum += 1\n"),
    ("probe_names", PROBE, 'probe("02_products", "double")'),
    ("probe_names", PROBE, "pass"),
    ("no_leak", "A picture that", "twice_as_much_as_all = x + x + x is what a picture that"),
]


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(r, *edit) for r, edit in BREAKS.items()] + MORE_BREAKS[:-1]
)
def test_a_broken_rule_is_named_with_file_cell_and_mend(
    toy: Course, sums: Assignment, rule: str, old: str, new: str
) -> None:
    source = sums.source.read_text()
    assert source.count(old) >= 1
    sums.source.write_text(source.replace(old, new, 1))
    with pytest.raises(RefusedError) as refused:
        build(toy, sums)
    problems = [p for p in refused.value.problems if p.rule == rule]
    assert problems, [str(p) for p in refused.value.problems]
    line = str(problems[0])
    assert "\n" not in line
    assert line.startswith("solutions/01_sums/sums.py, cell ")
    assert f"[{rule}]" in line
    assert problems[0].mend


def test_an_exercise_with_a_key_is_judged_by_it(toy: Course, sums: Assignment) -> None:
    (sums.source.parent / "exercises").mkdir()
    key = "from gan_grading.keys import Key\n\nkey = Key('values', right=lambda x: x + x)\n"
    (sums.source.parent / "exercises" / "double.py").write_text(key)
    sums.source.write_text(sums.source.read_text().replace(HIDDEN, "assert double(2) == 4"))
    with pytest.raises(RefusedError, match=r'end the hidden tests with probe\("01_sums", "double"\)'):
        build(toy, sums)


def test_asserts_and_essays_need_no_probe_and_no_hint(toy: Course, sums: Assignment) -> None:
    """As nbgrader takes them: a test that asserts, an answer without markers that a person reads."""
    source = sums.source.read_text().replace(HIDDEN, "assert double(2) == 4")
    source = source.replace("<details><summary>Hint</summary>Two times x.</details>", "")
    sums.source.write_text(source + ESSAY)
    assert json.loads(build(toy, sums).released)["cells"][-1]["source"] == ["YOUR ANSWER HERE"]
    *_, essay = Course(toy.root).assignment(sums.name).exercises
    assert (essay.id, essay.kind, essay.points, essay.stub) == ("why", "by_hand", 2.0, "YOUR ANSWER HERE")


def test_the_toy_course_keeps_every_rule(toy: Course, sums: Assignment) -> None:
    assert build(toy, sums).released


def test_every_rule_is_broken_by_one_of_the_edits() -> None:
    """A rule added to the release is added here as well."""
    from gan_grading.release import rules

    names = {rule.__name__ for rule in rules.RULES} - {"check_then_probe"}
    assert names <= set(BREAKS)
