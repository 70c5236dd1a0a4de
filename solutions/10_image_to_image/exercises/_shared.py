"""What the keys of functions of pictures have in common: how pictures are drawn, and sizes changed."""

from typing import Any

import torch
import torch.nn.functional as F


def pictures(rows: Any, channels: Any = 1, height: Any = 4, width: Any = 6, **more: Any) -> dict[str, Any]:
    """Say how pictures (rows, channels, height, width) are drawn."""
    return {"draw": "normal", "shape": [rows, channels, height, width], **more}


def grey(rows: Any, channels: Any = 1, height: Any = 4, width: Any = 6) -> dict[str, Any]:
    """Say how pictures with values from 0 to 1 are drawn."""
    return {"draw": "uniform", "shape": [rows, channels, height, width], "low": 0.0, "high": 1.0}


def twice(x: torch.Tensor) -> torch.Tensor:
    """Repeat each pixel in a block of 2 by 2."""
    return F.interpolate(x, scale_factor=2, mode="nearest")


def smooth(x: torch.Tensor) -> torch.Tensor:
    """Double the sides with straight lines between the pixels."""
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
