import gzip
import struct

import pytest
import torch

from gan_course.data.idx import read_idx
from gan_course.errors import DataError


def write(path, raw):
    path.write_bytes(gzip.compress(raw))
    return path


def test_bytes_come_back_in_their_shape(tmp_path):
    raw = struct.pack(">4B2I", 0, 0, 8, 2, 2, 3) + bytes(range(6))
    read = read_idx(write(tmp_path / "a.gz", raw))
    assert torch.equal(read, torch.arange(6, dtype=torch.uint8).reshape(2, 3))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"GIF89a", "not an IDX file"),
        (b"", "not an IDX file"),
        (struct.pack(">4BI", 0, 0, 13, 1, 1) + b"0000", "not an IDX file"),  # floats
        (struct.pack(">4B2I", 0, 0, 8, 2, 2, 3) + bytes(5), "does not hold what it states"),
        (struct.pack(">4B", 0, 0, 8, 3), "does not hold what it states"),
    ],
)
def test_what_is_not_idx_is_named(tmp_path, raw, says):
    with pytest.raises(DataError, match=says) as caught:
        read_idx(write(tmp_path / "a.gz", raw))
    assert "\n" not in str(caught.value)


def test_a_file_cut_short_is_named(tmp_path):
    whole = gzip.compress(struct.pack(">4BI", 0, 0, 8, 1, 1000) + bytes(range(250)) * 4)
    (tmp_path / "a.gz").write_bytes(whole[:-20])
    with pytest.raises(DataError, match="is damaged"):
        read_idx(tmp_path / "a.gz")
    (tmp_path / "b.gz").write_bytes(b"plain")
    with pytest.raises(DataError, match="is damaged"):
        read_idx(tmp_path / "b.gz")
    with pytest.raises(DataError, match="there is no file"):
        read_idx(tmp_path / "absent.gz")
