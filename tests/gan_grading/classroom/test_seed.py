"""One seed a class and assignment: kept, shown as it can be given, changed on purpose only."""

from __future__ import annotations

from pathlib import Path

import pytest

from gan_grading.classroom.seed import SeedError, class_seed
from gan_grading.keys.seeds import SEED_VARIABLE

NAME = "03_minimax"


@pytest.fixture(autouse=True)
def no_seed_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SEED_VARIABLE, raising=False)


def test_it_is_drawn_once_and_kept(tmp_path: Path) -> None:
    first = class_seed(tmp_path, NAME)
    assert class_seed(tmp_path, NAME) == first
    assert class_seed(tmp_path, "05_wasserstein") != first
    assert (tmp_path / "journal" / f"{NAME}.seed").stat().st_mode & 0o077 == 0


def test_one_that_is_given_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SEED_VARIABLE, "12")
    assert class_seed(tmp_path, NAME) == 12
    monkeypatch.delenv(SEED_VARIABLE)
    assert class_seed(tmp_path, NAME) == 12


def test_another_one_is_refused_unless_a_new_one_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = class_seed(tmp_path, NAME)
    monkeypatch.setenv(SEED_VARIABLE, "12")
    with pytest.raises(SeedError, match=f"graded with {first} .* --new-seed"):
        class_seed(tmp_path, NAME)
    assert class_seed(tmp_path, NAME, new=True) == 12


def test_a_new_one_is_drawn_where_none_is_given(tmp_path: Path) -> None:
    first = class_seed(tmp_path, NAME)
    second = class_seed(tmp_path, NAME, new=True)
    assert first != second == class_seed(tmp_path, NAME)


@pytest.mark.parametrize("text", ["", "GAN_GRADING_SEED=", "12", "GAN_GRADING_SEED=x"])
def test_a_file_that_holds_none_is_told(tmp_path: Path, text: str) -> None:
    class_seed(tmp_path, NAME)
    (tmp_path / "journal" / f"{NAME}.seed").write_text(text)
    with pytest.raises(SeedError, match="holds GAN_GRADING_SEED=NUMBER"):
        class_seed(tmp_path, NAME)


def test_a_word_is_no_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SEED_VARIABLE, "lucky")
    with pytest.raises(SeedError, match="whole number"):
        class_seed(tmp_path, NAME)
