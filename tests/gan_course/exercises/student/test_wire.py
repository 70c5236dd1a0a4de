"""The wire carries plain data, keeps its limits, and never unpickles."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
import torch

from gan_course.exercises.student.objects import Objects
from gan_course.exercises.student.wire import (
    DEFAULT_LIMITS,
    Arrived,
    Decoder,
    Encoder,
    Limits,
    NumpyValue,
    Ref,
    WireError,
    pack,
    unpack,
)


def round_trip(value, limits=DEFAULT_LIMITS, mark_tensors=False):
    objects = Objects()
    encoder = Encoder(objects.keep, limits)
    tree, block = unpack(pack(encoder.value(value), encoder.block, limits), limits)
    return Decoder(block, lambda ref: ref, limits, mark_tensors).value(tree)


@pytest.mark.parametrize(
    "value", [None, True, 3, -2.5, "σ ≈ 1", [1, [2, "x"]], (1, 2), {"a": [1.0], "b": None}, math.inf]
)
def test_plain_values_arrive_as_they_left(value):
    got = round_trip(value)
    assert got == value
    assert type(got) is type(value)


def test_nan_arrives_as_nan():
    assert math.isnan(round_trip(math.nan))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int64, torch.bool, torch.bfloat16])
def test_tensors_keep_numbers_shape_and_dtype(dtype):
    tensor = torch.tensor([[0, 1, 1], [1, 0, 1]]).to(dtype)
    got = round_trip(tensor)
    assert got.dtype == dtype
    assert torch.equal(got, tensor)


def test_a_tensor_says_whether_a_gradient_could_flow():
    leaf = torch.ones(2, requires_grad=True)
    assert round_trip(leaf * 2, mark_tensors=True).attached
    assert not round_trip((leaf * 2).detach(), mark_tensors=True).attached
    assert isinstance(round_trip(leaf, mark_tensors=True), Arrived)


def test_a_tensor_that_crossed_shares_no_memory():
    """A student who changes an input in place must not change the grader's copy."""
    tensor = torch.zeros(3)
    got = round_trip(tensor)
    got += 1
    assert tensor.sum() == 0


def test_a_lying_tensor_subclass_crosses_as_its_numbers():
    class Liar(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            return torch.full((2,), 42.0)

    assert torch.equal(round_trip(torch.tensor([1.0, 2.0]).as_subclass(Liar)), torch.tensor([1.0, 2.0]))


def test_numpy_numbers_are_named_so_that_a_message_can_say_so():
    got = round_trip(np.float32(1.5))
    assert isinstance(got, NumpyValue)
    assert (got.type_name, float(got.tensor)) == ("numpy.float32", 1.5)


def test_other_objects_stay_behind_as_references():
    got = round_trip(torch.nn.Linear(2, 1))
    assert isinstance(got, Ref)
    assert (got.kind, got.type_name) == ("module", "torch.nn.modules.linear.Linear")


def test_a_list_that_contains_itself_is_refused():
    endless: list = []
    endless.append(endless)
    with pytest.raises(WireError, match="deeper"):
        round_trip(endless)


def test_too_many_values_are_refused():
    with pytest.raises(WireError, match="more than 10 values"):
        round_trip(list(range(50)), Limits(max_items=10))


def test_too_many_bytes_are_refused_before_they_are_packed():
    with pytest.raises(WireError, match="bytes"):
        round_trip(torch.zeros(1000), Limits(max_bytes=100))


def test_long_text_is_cut():
    assert len(round_trip("x" * 100, Limits(max_text=10))) == 10


def message(tree) -> bytes:
    text = json.dumps(tree).encode()
    return len(text).to_bytes(4, "big") + text


@pytest.mark.parametrize(
    "raw", [b"", b"\x00", b"\xff\xff\xff\xff{}", message(["n"]) + b"garbage", b"\x80\x04K\x01."]
)
def test_malformed_messages_are_refused_in_one_way(raw):
    with pytest.raises(WireError):
        unpack(raw)


@pytest.mark.parametrize(
    "tree", [[], ["?"], ["T", "missing", True], ["l"], ["f", "seven"], ["d", [["k"]]], 7, ["R", "x"], None]
)
def test_malformed_values_are_refused_in_one_way(tree):
    with pytest.raises(WireError):
        Decoder({}, lambda ref: ref).value(tree)


def test_what_takes_far_more_room_than_its_bytes_is_not_read() -> None:
    """Thirty megabytes of empty lists would be a gigabyte of objects before anything could be counted."""
    text = b"[" + b"{}," * 2_000_000 + b"{}]"
    with pytest.raises(WireError, match="more than a value needs"):
        unpack(len(text).to_bytes(4, "big") + text)
    with pytest.raises(WireError, match="a header of"):
        unpack((2).to_bytes(4, "big") + b"[]" + (1 << 30).to_bytes(8, "little") + b"x")


def test_text_arrives_encodable() -> None:
    """Half a letter, which JSON can name, must not reach anything that writes a file."""
    text = b'["\\ud800", {"\\udc00": "\\ud83d\\ude00"}]'
    tree, _ = unpack(len(text).to_bytes(4, "big") + text + pack([], {})[6:])
    assert tree == ["\ufffd", {"\ufffd": "\U0001f600"}]
