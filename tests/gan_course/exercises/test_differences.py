"""The evidence printed of a difference, and the sketches by which a known mistake is recognised."""

import torch

from gan_course.exercises.compare import DEFAULT
from gan_course.exercises.difference import difference
from gan_course.exercises.record import fits, sketch


def test_whole_numbers_are_printed_as_whole() -> None:
    assert difference({"16 pixels": 8}, {"16 pixels": 7}, DEFAULT) == "16 pixels: yours 7, wanted 8"
    assert difference({"x": 8}, {"x": 7.5}, DEFAULT) == "x: yours 7.500, wanted 8.000"


def test_few_numbers_are_sketched_whole() -> None:
    wanted = {"sizes": torch.arange(12.0)}
    mistake = {"sizes": torch.arange(12.0) + 1}
    drawn = sketch(mistake, wanted)
    for place in range(12):
        other = mistake["sizes"].clone()
        other[place] += 1
        assert not fits(drawn, {"sizes": other}, DEFAULT)
    assert fits(drawn, mistake, DEFAULT)
