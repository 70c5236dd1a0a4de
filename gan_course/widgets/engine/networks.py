"""Where the two networks come from: built here, handed over ready, or made by the student's own function."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable

import torch
from torch import Tensor, nn

from gan_course.widgets._errors import WidgetError

NetworkLike = nn.Module | Callable[..., nn.Module] | None


def mlp(inputs: int, outputs: int, layers: int, width: int, slope: float = 0.0) -> nn.Sequential:
    """A plain perceptron: `layers` hidden layers of `width` units.

    Args:
        inputs: columns of the input.
        outputs: columns of the output, which has no activation.
        layers: hidden layers; 0 gives an affine map.
        width: units in each hidden layer.
        slope: slope of the activation left of 0 (0 is ReLU).

    Returns:
        A fresh module mapping (N, inputs) to (N, outputs).
    """
    parts: list[nn.Module] = []
    for _ in range(layers):
        parts += [nn.Linear(inputs, width), nn.LeakyReLU(slope) if slope else nn.ReLU()]
        inputs = width
    return nn.Sequential(*parts, nn.Linear(inputs, outputs))


class NetworkSlot:
    """One player's network and the way to start it afresh.

    Args:
        role: "generator" or "discriminator", for messages.
        given: None for the built-in perceptron; a module, trained in place; or a function that makes one,
            called with as many of `sizes` as it asks for.
        sizes: the sizes a maker receives: (latent_dim, data_dim) for G, (data_dim,) for D.
    """

    def __init__(self, role: str, given: NetworkLike, sizes: tuple[int, ...]) -> None:
        if given is not None and not callable(given):
            raise WidgetError(
                given,
                f"{role} must be a torch.nn.Module or a function that makes one",
                f"pass {role}=my_module, {role}=make_{role}, or leave it out",
            )
        self.role = role
        self.given = given
        self.sizes = sizes
        # A module handed over ready is started afresh by putting its first weights back.
        self._first = copy.deepcopy(given.state_dict()) if isinstance(given, nn.Module) else None

    @property
    def own(self) -> bool:
        """True when the network is the student's, so that layers and widths are not ours to choose."""
        return self.given is not None

    def fresh(self, layers: int, width: int) -> nn.Module:
        """Return a network at its starting weights.

        Raises:
            WidgetError: if the student's maker does not return a module of fitting shapes.
        """
        if self.given is None:
            if self.role == "generator":
                return mlp(self.sizes[0], self.sizes[1], layers, width)
            return mlp(self.sizes[0], 1, layers, width, slope=0.2)
        if isinstance(self.given, nn.Module):
            if self._first:
                self.given.load_state_dict(copy.deepcopy(self._first))
            network = self.given
        else:
            network = self.given(*self.sizes[: _positional(self.given, len(self.sizes))])
        self._check(network)
        return network

    def _check(self, network: object) -> None:
        """Refuse a network whose output cannot be used, before any training starts."""
        if not isinstance(network, nn.Module):
            raise WidgetError(
                network,
                f"your {self.role} function must return a torch.nn.Module",
                "return the module itself",
            )
        was_training = network.training
        network.eval()  # a shape test must not disturb batch-norm statistics
        try:
            with torch.no_grad():
                out = network(torch.zeros(2, self.sizes[0]))
            shape = tuple(out.shape) if isinstance(out, Tensor) else type(out).__name__
        except RuntimeError as error:
            shape = str(error).splitlines()[0]
        finally:
            network.train(was_training)
        allowed = [(2, self.sizes[1])] if self.role == "generator" else [(2,), (2, 1)]
        if shape not in allowed:
            raise WidgetError(
                shape,
                f"your {self.role} must map (2, {self.sizes[0]}) to {' or '.join(map(str, allowed))}",
                "check its first and last layer"
                + (", or pass latent_dim=" if self.role == "generator" else ""),
            )


def _positional(maker: Callable[..., nn.Module], most: int) -> int:
    """How many sizes a maker takes: all it asks for without a default, and no more than there are."""
    try:
        parameters = inspect.signature(maker).parameters.values()
    except (TypeError, ValueError):
        return most
    if any(p.kind is p.VAR_POSITIONAL for p in parameters):
        return most
    needed = [
        p
        for p in parameters
        if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) and p.default is p.empty
    ]
    return min(len(needed), most)
