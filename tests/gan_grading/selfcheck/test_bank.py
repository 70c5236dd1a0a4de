"""A bank is read by folder; a misplaced folder is said, not skipped."""

from __future__ import annotations

import pytest

from gan_grading.selfcheck.bank import BankError, read_bank


def put(folder, text="x = 1\n"):
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text(text)


def test_answers_carry_verdict_and_misconception(tmp_path):
    put(tmp_path / "01_a/loss/wrong/sign.py", "# misconception: wrong_way\ndef loss(): ...\n")
    put(tmp_path / "01_a/loss/correct/plain.py")
    put(tmp_path / "01_a/loss/noisy/prints.py")
    answers = {a.name: a for a in read_bank(tmp_path, "01_a", ["loss"])}
    assert answers["sign"].misconception == "wrong_way"
    assert not answers["sign"].is_right
    assert answers["plain"].is_right
    assert answers["prints"].is_right


def test_an_unknown_exercise_is_an_error(tmp_path):
    put(tmp_path / "01_a/lost/correct/plain.py")
    with pytest.raises(BankError, match=r"'lost': 01_a has the exercises loss; rename it"):
        read_bank(tmp_path, "01_a", ["loss"])


def test_an_unknown_verdict_is_an_error(tmp_path):
    put(tmp_path / "01_a/loss/rigth/plain.py")
    with pytest.raises(BankError, match="rigth"):
        read_bank(tmp_path, "01_a", ["loss"])
