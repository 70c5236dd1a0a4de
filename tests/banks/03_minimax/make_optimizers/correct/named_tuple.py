from typing import NamedTuple


class Optimizers(NamedTuple):
    g: torch.optim.Optimizer
    d: torch.optim.Optimizer


def make_optimizers(generator: nn.Module, discriminator: nn.Module, lr: float, momentum: float) -> Optimizers:
    options = dict(lr=lr, momentum=momentum, dampening=0, nesterov=False, weight_decay=0.0)
    return Optimizers(
        d=torch.optim.SGD(list(discriminator.parameters()), **options),
        g=torch.optim.SGD(list(generator.parameters()), **options),
    )
