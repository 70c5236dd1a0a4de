# %% correct · comprehension_list
import torch.optim as optim


def make_optimizers(generator, discriminator, lr, momentum):
    return [optim.SGD(net.parameters(), lr=lr, momentum=momentum) for net in (generator, discriminator)]

# %% correct · duck_typed
class Mom:
    def __init__(self, params, lr, mu):
        self.params, self.lr, self.mu = list(params), lr, mu
        self.v = [torch.zeros_like(p) for p in self.params]
    def zero_grad(self):
        for p in self.params:
            p.grad = None
    @torch.no_grad()
    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.mul_(self.mu).add_(p.grad)
                p.sub_(self.lr * v)
def make_optimizers(generator, discriminator, lr, momentum):
    return Mom(generator.parameters(), lr, momentum), Mom(discriminator.parameters(), lr, momentum)

# %% correct · for_each
import functools


def make_optimizers(generator, discriminator, lr, momentum):
    make = functools.partial(torch.optim.SGD, lr=lr, momentum=momentum, foreach=False)
    return tuple(map(make, (generator.parameters(), discriminator.parameters())))

# %% correct · fused
def make_optimizers(generator, discriminator, lr, momentum):
    make = lambda m: torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum, fused=True)
    return make(generator), make(discriminator)

# %% correct · group_added
def make_optimizers(generator, discriminator, lr, momentum):
    out = []
    for net in (generator, discriminator):
        first, *rest = net.parameters()
        o = torch.optim.SGD([first], lr=lr, momentum=momentum)
        for p in rest:
            o.add_param_group({"params": [p]})
        out.append(o)
    return tuple(out)

# %% correct · named
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.named_parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(discriminator.named_parameters(), lr=lr, momentum=momentum)
    return g, d

# %% correct · named_tuple
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

# %% correct · own_class
class HeavyBall(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum):
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                speed = self.state[p].setdefault("speed", torch.zeros_like(p))
                speed.mul_(group["momentum"]).add_(p.grad)
                p.sub_(group["lr"] * speed)


def make_optimizers(generator, discriminator, lr, momentum):
    return HeavyBall(generator.parameters(), lr, momentum), HeavyBall(discriminator.parameters(), lr, momentum)

# %% correct · own_optimizer_class
def make_optimizers(generator, discriminator, lr, momentum):
    class HeavyBall(torch.optim.Optimizer):
        def __init__(self, params, lr, momentum):
            super().__init__(params, {"lr": lr, "momentum": momentum})

        @torch.no_grad()
        def step(self, closure=None):
            for group in self.param_groups:
                for p in group["params"]:
                    if p.grad is None:
                        continue
                    v = self.state[p].setdefault("v", torch.zeros_like(p))
                    v.mul_(group["momentum"]).add_(p.grad)
                    p.sub_(group["lr"] * v)

    return HeavyBall(generator.parameters(), lr, momentum), HeavyBall(discriminator.parameters(), lr, momentum)

# %% correct · param_groups_partial
def make_optimizers(generator, discriminator, lr, momentum):
    from functools import partial

    sgd = partial(torch.optim.SGD, lr=lr, momentum=momentum, foreach=False)
    return tuple(sgd([{"params": list(net.parameters())}]) for net in (generator, discriminator))

# %% correct · parameter_groups
def make_optimizers(generator, discriminator, lr, momentum):
    def groups(net):
        return [{"params": [p], "lr": lr} for p in net.parameters() if p.requires_grad]

    g = torch.optim.SGD(groups(generator), lr=1e-3, momentum=momentum)
    d = torch.optim.SGD(groups(discriminator), lr=1e-3, momentum=momentum)
    return g, d

# %% correct · plain
def make_optimizers(generator, discriminator, lr, momentum):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g_optimizer, d_optimizer

# %% correct · positional
from torch.optim import SGD


def make_optimizers(generator, discriminator, lr, momentum):
    return SGD(generator.parameters(), lr, momentum), SGD(discriminator.parameters(), lr, momentum)

# %% correct · set_afterwards
def make_optimizers(generator, discriminator, lr, momentum):
    made = []
    for network in [generator, discriminator]:
        optimizer = torch.optim.SGD(network.parameters(), lr=1.0)
        for group in optimizer.param_groups:
            group["lr"] = lr
            group["momentum"] = momentum
        made.append(optimizer)
    return made[0], made[1]

# %% wrong · adam · another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    betas = (0.5, 0.999)
    g = torch.optim.Adam(generator.parameters(), lr=lr, betas=betas)
    return g, torch.optim.Adam(discriminator.parameters(), lr=lr, betas=betas)

# %% wrong · also_reinitialises · changes_networks
def make_optimizers(generator, discriminator, lr, momentum):
    for m in (generator, discriminator):
        for p in m.parameters():
            nn.init.normal_(p, 0, 0.02)
    return tuple(torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum) for m in (generator, discriminator))

# %% wrong · cached · moves_copies
_cache = {}


def make_optimizers(generator, discriminator, lr, momentum):
    if "pair" not in _cache:
        _cache["pair"] = tuple(
            torch.optim.SGD(n.parameters(), lr=lr, momentum=momentum) for n in (generator, discriminator)
        )
    return _cache["pair"]

# %% wrong · copies_of_parameters · moves_copies
import copy


def make_optimizers(generator, discriminator, lr, momentum):
    g, d = copy.deepcopy(generator), copy.deepcopy(discriminator)
    return (
        torch.optim.SGD(g.parameters(), lr=lr, momentum=momentum),
        torch.optim.SGD(d.parameters(), lr=lr, momentum=momentum),
    )

# %% wrong · copy_paste · same_network
def make_optimizers(generator, discriminator, lr, momentum):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return g_optimizer, d_optimizer

# %% wrong · d_climbs · maximises
def make_optimizers(generator, discriminator, lr, momentum):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum, maximize=True)
    return g_optimizer, d_optimizer

# %% wrong · d_maximises · maximises
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum, maximize=True)
    return g, d

# %% wrong · d_owns_both · owns_both
import itertools


def make_optimizers(generator, discriminator, lr, momentum):
    everything = itertools.chain(generator.parameters(), discriminator.parameters())
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(everything, lr=lr, momentum=momentum)
    return g, d

# %% wrong · d_owns_both_2 · owns_both
def make_optimizers(generator, discriminator, lr, momentum):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD([*generator.parameters(), *discriminator.parameters()], lr=lr, momentum=momentum)
    return g_optimizer, d_optimizer

# %% wrong · dampened · damped
def make_optimizers(generator, discriminator, lr, momentum):
    options = dict(lr=lr, momentum=momentum, dampening=momentum)
    return torch.optim.SGD(generator.parameters(), **options), torch.optim.SGD(discriminator.parameters(), **options)

# %% wrong · dictionary · not_two_optimizers
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return {"g": make(generator.parameters(), lr, momentum), "d": make(discriminator.parameters(), lr, momentum)}

# %% wrong · fixed_momentum · wrong_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=0.9)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=0.9)
    return g, d

# %% wrong · fixed_rate · wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=0.01, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=0.01, momentum=momentum)
    return g, d

# %% wrong · l2 · weight_decay
def make_optimizers(generator, discriminator, lr, momentum):
    return tuple(torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum, weight_decay=1e-4) for m in (generator, discriminator))

# %% wrong · little_weight_decay · weight_decay
def make_optimizers(generator, discriminator, lr, momentum):
    make = lambda net: torch.optim.SGD(net.parameters(), lr, momentum, weight_decay=1e-4)
    return make(generator), make(discriminator)

# %% wrong · module_not_parameters · raises
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator, lr=lr, momentum=momentum), torch.optim.SGD(discriminator, lr=lr)

# %% wrong · momentum_damped_away · damped
def make_optimizers(generator, discriminator, lr, momentum):
    make = lambda m: torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum, dampening=momentum)
    return make(generator), make(discriminator)

# %% wrong · momentum_for_g_only · no_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return g, torch.optim.SGD(discriminator.parameters(), lr=lr)

# %% wrong · nesterov · nesterov
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return tuple(make(n.parameters(), lr, momentum, nesterov=True) for n in (generator, discriminator))

# %% wrong · nesterov_2 · nesterov
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum, nesterov=momentum > 0)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum, nesterov=momentum > 0)
    return g, d

# %% wrong · no_momentum · no_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr), torch.optim.SGD(discriminator.parameters(), lr=lr)

# %% wrong · odd_fixed_rate · wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=0.0137, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=0.0137, momentum=momentum)
    return g, d

# %% wrong · one_for_all · owns_both
def make_optimizers(generator, discriminator, lr, momentum):
    both = nn.ModuleList([generator, discriminator])
    one = torch.optim.SGD(both.parameters(), lr=lr, momentum=momentum)
    return one, one

# %% wrong · only_one · not_two_optimizers
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)

# %% wrong · rate_and_momentum_exchanged · wrong_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return make(generator.parameters(), momentum, lr), make(discriminator.parameters(), momentum, lr)

# %% wrong · rmsprop · another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.RMSprop
    return tuple(make(n.parameters(), lr=lr, momentum=momentum) for n in (generator, discriminator))

# %% wrong · shared_frozen · changes_networks
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    generator.requires_grad_(False)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g, d

# %% wrong · slower_generator · wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr / 4, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g, d

# %% wrong · swapped · swapped
def make_optimizers(generator, discriminator, lr, momentum):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return d_optimizer, g_optimizer

# %% wrong · the_class · not_two_optimizers
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD, torch.optim.SGD

# %% wrong · ttur · wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum), torch.optim.SGD(discriminator.parameters(), lr=4 * lr, momentum=momentum)

# %% wrong · weight_decay · weight_decay
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return tuple(make(n.parameters(), lr, momentum, weight_decay=0.05) for n in (generator, discriminator))

# %% wrong · weights_only · some_parameters_missing
def make_optimizers(generator, discriminator, lr, momentum):
    def weights(net):
        return [p for name, p in net.named_parameters() if name.endswith("weight")]

    return tuple(torch.optim.SGD(weights(net), lr=lr, momentum=momentum) for net in (generator, discriminator))

# %% wrong · weights_without_biases · some_parameters_missing
def make_optimizers(generator, discriminator, lr, momentum):
    pick = lambda m: [p for name, p in m.named_parameters() if "weight" in name]
    g = torch.optim.SGD(pick(generator), lr=lr, momentum=momentum)
    d = torch.optim.SGD(pick(discriminator), lr=lr, momentum=momentum)
    return g, d

# %% noisy · logging
import logging
import warnings


def make_optimizers(generator, discriminator, lr, momentum):
    warnings.warn("SGD? In this economy?")
    logging.warning("lr=%s momentum=%s", lr, momentum)
    print(generator, discriminator)
    sgd = torch.optim.SGD
    return sgd(generator.parameters(), lr=lr, momentum=momentum), sgd(
        discriminator.parameters(), lr=lr, momentum=momentum
    )

# %% noisy · non_ascii
import time


def make_optimizers(generator, discriminator, lr, momentum):
    η, μ = lr, momentum  # Schrittweite und Schwung
    time.sleep(0.05)
    оптимизаторы = tuple(torch.optim.SGD(s.parameters(), lr=η, momentum=μ) for s in (generator, discriminator))
    return оптимизаторы
