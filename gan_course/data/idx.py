"""The IDX format of MNIST: a magic number, the sizes, then bytes."""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from gan_course.errors import DataError

_UNSIGNED_BYTE = 0x08


def read_idx(path: Path) -> Tensor:
    """Read a gzipped IDX file of bytes.

    Args:
        path: A ``.gz`` file.

    Returns:
        A uint8 tensor of the shape the file states.

    Raises:
        DataError: If the file is missing, cut short or not IDX.
    """
    try:
        with gzip.open(path, "rb") as file:
            raw = file.read()
    except FileNotFoundError as error:
        raise DataError(f"there is no file {str(path)!r}: give the folder that holds it.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{str(path)!r} is damaged ({error}): delete it and load the data again.") from error
    if len(raw) < 4 or raw[:2] != b"\0\0" or raw[2] != _UNSIGNED_BYTE:
        raise DataError(f"{str(path)!r} is not an IDX file of bytes: give the file as it was published.")
    dimensions = raw[3]
    start = 4 + 4 * dimensions
    shape = struct.unpack(f">{dimensions}I", raw[4:start]) if len(raw) >= start else (-1,)
    if len(raw) - start != math.prod(shape):
        raise DataError(f"{str(path)!r} does not hold what it states: delete it and load the data again.")
    return torch.from_numpy(np.frombuffer(raw, dtype=np.uint8, offset=start).reshape(shape).copy())
