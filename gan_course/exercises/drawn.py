"""Arguments of a function written as plain data, so that a key's settings can ask for them.

An argument is a number, handed on as it is, or one of::

    {"is": [0.5, 0.25, 0.25]}                                a tensor written out
    {"draw": "distribution", "shape": ["K"], "zeros": [4]}   drawn; "K" is a size drawn for the whole case
    {"like": 0}                                              a copy of an earlier argument

    {"join": [one, other]}                                   two arguments, one after the other
    {"size": "K"}                                            a named size itself, a whole number

and then, in this order and where wanted: ``"times"`` and ``"shift"``, numbers; ``"round": true``, to whole
numbers; ``"pick": [0, 1, 1]``, these of its entries; ``"column": true``, to shape (n, 1); ``"dtype": "float64"``.
What can be drawn:

============== ================================================= ==============================
distribution   adds up to 1, exactly 0 at the places ``zeros``   ``low``: smallest weight (0.01)
probabilities  in (0, 1), near both ends                         ``nearest`` (1e-4)
small          in (0, 1), near 0                                 ``low``, ``high``
normal         standard normal                                   ``scale``, ``bound``
signed         of both signs, sizes over many decades            ``low``, ``high``
uniform        between two numbers                               ``low``, ``high``
labels         0.0 and 1.0, both where there are several         ``share`` of ones (0.6)
covariance     symmetric, shape (d, d), positive semi-definite   ``rank`` (d); ``spread`` of the sizes (1.5)
============== ================================================= ==============================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.inputs import Inputs

Spec = Mapping[str, Any]
Sizes = Mapping[str, int]


def draw_sizes(sizes: Mapping[str, Any], inputs: Inputs) -> dict[str, int]:
    """Draw the sizes of a case: a pair is drawn from, its ends included; all else stands as it is.

    Args:
        sizes: a number, a pair, or ``{"hidden": 300, "public": 12}`` by name.
        inputs: to draw from.
    """
    return {name: _size(size, inputs) for name, size in sizes.items()}


def _size(size: Any, inputs: Inputs) -> int:
    if isinstance(size, Mapping):
        return inputs.count(int(size["hidden"]), int(size["public"]))
    return inputs.integer(*size) if isinstance(size, list | tuple) else int(size)


def draw_arguments(given: Sequence[Any], inputs: Inputs, sizes: Sizes) -> list[Any]:
    """Draw the arguments of one call, in order.

    Args:
        given: one entry an argument, see above.
        inputs: to draw from.
        sizes: named sizes.
    """
    made: list[Any] = []
    for one in given:
        made.append(_given(one, inputs, sizes, made) if isinstance(one, Mapping) else one)
    return made


def _given(spec: Spec, inputs: Inputs, sizes: Sizes, before: list[Any]) -> Any:
    if "size" in spec:
        return sizes[spec["size"]] * int(spec.get("times", 1)) + int(spec.get("shift", 0))
    return _argument(spec, inputs, sizes, before)


def _argument(spec: Spec, inputs: Inputs, sizes: Sizes, before: list[Any]) -> torch.Tensor:
    if "is" in spec:
        tensor = torch.tensor(spec["is"]).float()
    elif "like" in spec:
        tensor = before[spec["like"]].clone()
    elif "join" in spec:
        tensor = torch.cat([_argument(one, inputs, sizes, before) for one in spec["join"]])
    else:
        shape = [sizes[n] if isinstance(n, str) else n for n in spec["shape"]]
        tensor = DRAWS[spec["draw"]](inputs, shape, spec)
    tensor = tensor * spec["times"] if "times" in spec else tensor
    tensor = tensor + spec["shift"] if "shift" in spec else tensor
    tensor = tensor.round() if spec.get("round") else tensor
    tensor = tensor[spec["pick"]] if "pick" in spec else tensor
    tensor = tensor.reshape(-1, 1) if spec.get("column") else tensor
    dtype: torch.dtype = getattr(torch, spec["dtype"]) if "dtype" in spec else tensor.dtype
    return tensor.to(dtype)


def _distribution(inputs: Inputs, shape: list[int], spec: Spec) -> torch.Tensor:
    weights = inputs.sizes(*shape, low=spec.get("low", 0.01), high=1.0)
    for place in spec.get("zeros", ()):
        weights[..., place] = 0.0
    return weights / weights.sum(-1, keepdim=True)


def _normal(inputs: Inputs, shape: list[int], spec: Spec) -> torch.Tensor:
    bound = spec.get("bound", float("inf"))
    return inputs.normal(*shape, scale=spec.get("scale", 1.0)).clamp(-bound, bound)


def _labels(inputs: Inputs, shape: list[int], spec: Spec) -> torch.Tensor:
    labels: torch.Tensor = (inputs.uniform(*shape) < spec.get("share", 0.6)).float()
    if labels.numel() > 1:
        labels.view(-1)[0], labels.view(-1)[1] = 1.0, 0.0
    return labels


def _covariance(inputs: Inputs, shape: list[int], spec: Spec) -> torch.Tensor:
    d, spread = shape[-1], spec.get("spread", 1.5)
    factor = inputs.normal(d, spec.get("rank", d)).double() / d**0.5
    # Features of unlike sizes: a formula that looks at the largest alone shows.
    factor = factor * inputs.sizes(d, 1, low=1 / spread, high=spread).double()
    covariance: torch.Tensor = factor @ factor.T
    return covariance


DRAWS: dict[str, Callable[[Inputs, list[int], Spec], torch.Tensor]] = {
    "distribution": _distribution,
    "probabilities": lambda i, shape, s: i.probabilities(*shape, nearest=s.get("nearest", 1e-4)),
    "small": lambda i, shape, s: i.sizes(*shape, low=s["low"], high=s["high"]),
    "normal": _normal,
    "signed": lambda i, shape, s: i.signed(*shape, low=s["low"], high=s["high"]),
    "uniform": lambda i, shape, s: i.uniform(*shape, low=s["low"], high=s["high"]),
    "labels": _labels,
    "covariance": _covariance,
}
