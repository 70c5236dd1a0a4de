"""A record holds what a key does on the public inputs, as data, and the visible check lives on it alone."""

from __future__ import annotations

import json

import pytest
import torch

from gan_course.exercises.check import play_check, show_check
from gan_course.exercises.record import Record, RecordError
from gan_grading.keys.losses import LossKey
from gan_grading.keys.records import RecordRefused, alike, make_record, record_problems, records_text


def released(key: LossKey) -> Record:
    """Return the record as a student's machine reads it: through text."""
    text = records_text({key.exercise: make_record(key)})
    return Record.from_json(key.exercise, json.loads(text)["exercises"][key.exercise])


def names(record: Record, answer: object) -> list[str]:
    return [f.misconception for f in play_check(record, answer).result.findings]


def test_a_right_answer_written_otherwise_is_green(key: LossKey, capsys: pytest.CaptureFixture[str]) -> None:
    show_check(released(key), lambda real, fake: torch.mean(fake) - torch.mean(real))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "✓ all 7"
    assert all(line.startswith("✓") for line in lines)


def test_a_known_mistake_is_named_by_numbers_alone(key: LossKey) -> None:
    record = released(key)
    assert names(record, lambda real, fake: real.mean() - fake.mean()) == ["wrong_way"]
    assert names(record, lambda r, f: torch.cat([f, -r]).mean()) == ["pooled"]


def test_the_verdict_comes_first_and_the_numbers_differ(
    key: LossKey, capsys: pytest.CaptureFixture[str]
) -> None:
    show_check(released(key), lambda real, fake: real.mean() - fake.mean())
    text = " ".join(capsys.readouterr().out.split())
    assert text.startswith("✗ 1 of 7 ✓ returns a tensor ✗ value and slopes: The sign is turned round.")
    assert "Which way is down?" in text


def test_a_record_holds_no_code_and_is_small(key: LossKey) -> None:
    text = records_text({key.exercise: make_record(key)})
    assert "lambda" not in text
    assert len(text) < 20_000


def test_a_right_answer_that_fails_its_own_experiment_is_refused() -> None:
    key = LossKey(right=(lambda a: a / a.sum(),), batches=["logit"])
    key.exercise = "odd_loss"
    key._terms = (lambda a: a,)
    key.right = lambda a: a.mean().item()
    with pytest.raises(RecordRefused, match="odd_loss does not pass its own check"):
        make_record(key)


def test_a_known_mistake_that_the_public_inputs_do_not_show_is_listed(key: LossKey) -> None:
    key.wrong("same", "This is right.", "Really.", (lambda a: -a, lambda a: a * 1.0))
    (line,) = record_problems(key, make_record(key))
    assert "known mistake `same` passes the visible check" in line
    key.only_hidden("same", "for the test")
    assert record_problems(key, make_record(key)) == []


def test_another_version_of_the_experiment_says_so_and_shows_no_cross(
    key: LossKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = make_record(key).to_json()
    with pytest.raises(RecordError, match="of version 99"):
        Record.from_json("critic_loss", {**data, "version": 99})
    with pytest.raises(RecordError, match="damaged"):
        Record.from_json("critic_loss", {k: v for k, v in data.items() if k != "wanted"})


def test_numbers_are_rewritten_only_where_they_moved() -> None:
    """Another processor rounds otherwise; a release on it must change nothing."""
    assert alike({"a": [1.0, "x"]}, {"a": [1.0001, "x"]})
    assert not alike({"a": [1.0]}, {"a": [1.1]})
    assert not alike({"a": "one"}, {"a": "two"})
    assert not alike({"a": 1.0}, {"a": 1.0, "b": 2.0})


@pytest.mark.parametrize(("factor", "kept"), [(1 + 3e-5, 1), (2.0, 2)])
def test_a_known_mistake_told_apart_by_rounding_alone_is_kept_once(
    key: LossKey, factor: float, kept: int
) -> None:
    """Whether two sketches agree to the last digit depends on the processor, so it must not show."""
    (pooled,) = [m for m in key.misconceptions if m.id == "pooled"]
    key.also(pooled, lambda r, f: factor * (f.sum() - r.sum()) / (len(r) + len(f)))
    mistakes = make_record(key).mistakes["value and slopes"]
    assert [name for name, _ in mistakes].count("pooled") == kept
