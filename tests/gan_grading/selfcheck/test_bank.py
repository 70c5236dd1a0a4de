"""A bank is read cell by cell; what does not fit its form is said, not skipped."""

from __future__ import annotations

import pytest

from gan_grading.selfcheck.bank import BankError, read_answers, read_bank

BANK = """\
# %% correct · plain
def loss(): ...

# %% wrong · sign · wrong_way
# a remark
def loss():
    return "µ"


# %% wrong · odd
loss = None

# %% noisy · prints
def loss(): ...
"""


@pytest.fixture
def read(tmp_path):
    """Write one exercise's file and read the bank."""

    def run(text, name="loss.py"):
        place = tmp_path / "01_a" / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
        return read_bank(tmp_path, "01_a", ["loss", "step"])

    return run


def test_answers_carry_verdict_and_misconception(read):
    answers = read(BANK)
    assert [str(a) for a in answers] == [
        "loss/correct/plain",
        "loss/wrong/sign",
        "loss/wrong/odd",
        "loss/noisy/prints",
    ]
    assert [a.misconception for a in answers] == [None, "wrong_way", None, None]
    assert [a.is_right for a in answers] == [True, False, False, True]


def test_a_source_is_kept_up_to_the_blank_lines_after_it(read):
    assert read(BANK)[1].source == '# a remark\ndef loss():\n    return "µ"\n'
    assert read("# %% correct · a\n\n\n  x = '\x0c'\n\n\tb")[0].source == "\n\n  x = '\x0c'\n\n\tb\n"


def test_exercises_come_by_name_and_one_can_be_read_alone(read, tmp_path):
    read(BANK, "step.py")
    assert [a.exercise for a in read(BANK)] == ["loss"] * 4 + ["step"] * 4
    assert read_answers(tmp_path / "01_a" / "loss.py") == read(BANK)[:4]


def test_right_and_wrong_may_share_a_name(read):
    assert len(read("# %% correct · sum\nx = 1\n# %% wrong · sum\nx = 2\n")) == 2


def test_a_bank_without_the_assignment_is_empty(tmp_path):
    assert read_bank(tmp_path, "01_a", ["loss"]) == []


def test_an_unknown_exercise_is_an_error(read):
    with pytest.raises(BankError, match=r"'lost.py': 01_a has the exercises loss, step; rename it"):
        read(BANK, "lost.py")


@pytest.mark.parametrize("name", ["loss/correct", "loss.txt"])
def test_what_is_no_bank_file_is_an_error(tmp_path, name):
    place = tmp_path / "01_a" / name
    place.parent.mkdir(parents=True)
    place.write_text("x = 1\n")
    with pytest.raises(BankError, match=r"'loss.*' in the bank of 01_a: .* one file, EXERCISE.py; put"):
        read_bank(tmp_path, "01_a", ["loss"])


FORM = r"a cell begins with '# %% VERDICT · NAME', a wrong one may add ' · MISCONCEPTION'"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# %% rigth · a\nx = 1\n", "line 1: verdict 'rigth': answers are correct, wrong, noisy; write one"),
        ("# %%\nx = 1\n", "line 1: verdict '': answers are correct, wrong, noisy; write one of these"),
        ("\n#%% wrong\nx = 1\n", f"line 2: 'wrong': {FORM}; write it so, each name one word"),
        ("# %% wrong · a b\nx = 1\n", f"line 1: 'wrong · a b': {FORM}; write it so"),
        ("# %% wrong · a · b · c\nx = 1\n", f"line 1: 'wrong · a · b · c': {FORM}; write it so"),
        (
            "# %% noisy · a\nx = 1\n\n# %% noisy · a\nx = 2\n",
            "line 4: noisy answer 'a' stands at loss.py, line 1 too: each answer of a verdict has its own "
            "name; rename one",
        ),
        (
            "# %% correct · a · swapped\nx = 1\n",
            "line 1: correct answer 'a' with misconception 'swapped': only a wrong answer shows a "
            "misconception; take it out, or call the answer wrong",
        ),
        (
            "# %% correct · a\n\n# %% wrong · b\nx = 1\n",
            "line 1: correct answer 'a' is empty: a cell holds an answer; write",
        ),
    ],
)
def test_a_broken_cell_is_named_by_its_line(read, text, line):
    with pytest.raises(BankError) as caught:
        read(text)
    assert str(caught.value).startswith(f"loss.py, {line}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["import math\n# %% correct · a\nx = 1\n", "import math\n"])
def test_text_before_the_first_cell_is_an_error(read, text):
    with pytest.raises(BankError) as caught:
        read(text)
    assert str(caught.value) == (
        f"loss.py begins with 'import math': {FORM}; put such a line above it, or take the text out"
    )
