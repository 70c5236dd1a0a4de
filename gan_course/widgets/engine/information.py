"""Surprise, entropy and cross-entropy of a coin, in bits or nats."""

from __future__ import annotations

import math

import torch
from torch import Tensor

UNITS = {"bits": math.log(2), "nats": 1.0}


def surprise(p: Tensor, unit: str) -> Tensor:
    """H = −log p; infinite at 0."""
    return -p.log() / UNITS[unit]


def entropy(p: Tensor, unit: str) -> Tensor:
    """H(p) = −p log p − (1−p) log(1−p), with 0·log 0 = 0."""
    return -(torch.xlogy(p, p) + torch.xlogy(1 - p, 1 - p)) / UNITS[unit]


def cross_entropy(p: Tensor, q: Tensor, unit: str) -> Tensor:
    """H(p, q) = −p log q − (1−p) log(1−q): what q's code costs when p is true; infinite if q rules p out."""
    return -(torch.xlogy(p, q) + torch.xlogy(1 - p, 1 - q)) / UNITS[unit]
