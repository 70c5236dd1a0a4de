"""What cannot work is said before any training time is spent, naming the object and the mend."""

import pytest
import torch
from torch import nn
from torch.nn import functional as F

from gan_course.data import digits, ring
from gan_course.errors import SetupError
from gan_course.training import R1, train

from .conftest import mlp, same, weights


class Bent(nn.Module):
    """An MLP whose output a test bends."""

    def __init__(self, inputs, outputs, bend):
        super().__init__()
        self.net, self.bend = mlp(inputs, outputs), bend

    def forward(self, x):
        return self.bend(self.net(x))


class Elsewhere(nn.Module):
    """A generator that ignores its device: its noise layer lives on another one."""

    def __init__(self):
        super().__init__()
        self.net = mlp(2, 2)

    def forward(self, z):
        return self.net(z).to("meta")


def bce_d(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()


def bce_g(fake_logits):
    return F.softplus(-fake_logits).mean()


bce = nn.BCEWithLogitsLoss()
SHARED = mlp(2, 2)
CASES = {
    "generator takes another z": (
        {"generator": mlp(3, 2), "latent_dim": 2},
        r"the generator fails on input of shape \(4, 2\).*let its first layer take what it is given",
    ),
    "samples of another shape": (
        {"generator": mlp(2, 3)},
        r"the generator makes samples of shape \(4, 3\) but the data has \(4, 2\): change its last layer",
    ),
    "discriminator takes other samples": ({"discriminator": mlp(5, 1)}, "the discriminator fails on input"),
    "D overwrites its input": (
        {"discriminator": nn.Sequential(nn.LeakyReLU(0.2, inplace=True), mlp(2, 1)), "penalty": R1(0.1)},
        "the discriminator overwrites the samples it is given: take inplace=True out of its first activation",
    ),
    "labels without a column": (
        {"d_loss": lambda r, f: bce(r, torch.ones(len(r))) + bce(f, torch.zeros(len(f)))},
        r"d_loss fails on logits of shape \(128, 1\).*make the labels in the logits' own shape",
    ),
    "labels that only warn": (
        {"g_loss": lambda f: F.mse_loss(f, torch.ones(len(f)))},
        r"g_loss fails on logits of shape \(128, 1\).*make the labels in the logits' own shape",
    ),
    "two logits a sample": (
        {"discriminator": mlp(2, 2)},
        r"returns shape \(4, 2\).*return one logit a sample",
    ),
    "device ignored": (
        {"generator": Elsewhere()},
        "lives on cpu but its samples are on meta: make tensors inside",
    ),
    "generator detached": ({"generator": Bent(2, 2, torch.Tensor.detach)}, "samples carry no gradient"),
    "discriminator detached": (
        {"discriminator": Bent(2, 1, torch.Tensor.detach)},
        "logits of real samples carry no",
    ),
    "generator NaN": ({"generator": Bent(2, 2, lambda x: x * float("nan"))}, "samples hold NaN"),
    "discriminator NaN": ({"discriminator": Bent(2, 1, lambda x: x / 0)}, "logits of real samples hold NaN"),
    "tuple from generator": ({"generator": Bent(2, 2, lambda x: (x, x))}, "the generator returns tuple"),
    "vector loss": (
        {"d_loss": lambda r, f: F.softplus(-r)},
        r"d_loss returns shape \(128, 1\): return one number",
    ),
    "float loss": ({"g_loss": lambda f: bce_g(f).item()}, "g_loss returns float, and the gradient is lost"),
    "detached loss": ({"g_loss": lambda f: bce_g(f.detach())}, "g_loss is detached from the logits"),
    "NaN loss": ({"g_loss": lambda f: bce_g(f) * float("nan")}, "g_loss is nan on the first batch"),
    "no loss": ({"d_loss": None}, "no d_loss was given"),
    "shared network": (
        {"generator": SHARED, "discriminator": nn.Sequential(SHARED, nn.Linear(2, 1))},
        "share param",
    ),
    "no module": ({"generator": lambda z: z}, "the generator is function: give a torch.nn.Module"),
    "no weights": ({"generator": nn.Identity()}, "the generator has no trainable parameters"),
    "no latent size": (
        {"generator": Bent(2, 2, lambda x: x), "latent_dim": None, "hide": True},
        "give latent_dim=",
    ),
    "not data": ({"data": 7}, "data is int: give a data set"),
    "steps": ({"steps": 0}, "steps=0 does not fit"),
    "batch size": ({"batch_size": 1.5}, "batch_size=1.5 does not fit"),
    "average": ({"average": 1.5}, "average=1.5 does not fit"),
    "precision": ({"precision": "fp8"}, "precision='fp8' does not fit"),
    "clip": ({"clip_weights": -1}, "clip_weights=-1 does not fit"),
}


@pytest.mark.parametrize(("changes", "says"), CASES.values(), ids=CASES.keys())
def test_it_is_said_in_one_line_before_training(changes, says):
    options = {
        "generator": mlp(2, 2), "discriminator": mlp(2, 1), "data": ring(), "d_loss": bce_d, "g_loss": bce_g,
        "steps": 10**9, **changes,
    }  # fmt: skip
    if options.pop("hide", False):
        options["generator"] = nn.ParameterList([nn.Parameter(torch.zeros(2))])
    with pytest.raises(SetupError, match=says) as caught:
        train(**options, progress=False)
    assert "\n" not in str(caught.value)


def probability_d(real_logits, fake_logits):
    loss = nn.BCELoss()
    return loss(real_logits, torch.ones_like(real_logits)) + loss(fake_logits, torch.zeros_like(fake_logits))


def log_d(real_logits, fake_logits):
    return -real_logits.log().mean() - (1 - fake_logits).log().mean()


@pytest.mark.parametrize("loss", [probability_d, log_d])
@pytest.mark.parametrize("seed", range(8))
def test_a_loss_of_probabilities_is_refused_on_every_seed(loss, seed):
    """Its luck with the first weights must not decide: here they put every logit between 0 and 1."""
    torch.manual_seed(seed)
    discriminator = mlp(2, 1)
    with torch.no_grad():
        discriminator[2].weight.mul_(0.01)
        discriminator[2].bias.fill_(0.5)
    with pytest.raises(SetupError, match=r"d_loss fails on logits .* it takes probabilities") as caught:
        train(mlp(2, 2), discriminator, ring(), d_loss=loss, g_loss=bce_g, progress=False)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("loss", [probability_d, log_d])
def test_a_loss_of_probabilities_fits_a_d_that_gives_them(loss):
    discriminator = nn.Sequential(mlp(2, 1), nn.Sigmoid())
    options = {"d_loss": loss, "g_loss": lambda p: -p.log().mean(), "steps": 2, "progress": False}
    assert train(mlp(2, 2), discriminator, ring(), **options).history.steps == 2


def optimizer_of(*networks):
    return torch.optim.SGD([p for n in networks for p in n.parameters()], lr=0.1)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda g, d: (optimizer_of(g, d), optimizer_of(d)), "both optimisers hold the same parameters"),
        (lambda g, d: (optimizer_of(d), optimizer_of(g)), "g_optimizer holds the discriminator's parameters"),
        (
            lambda g, d: (optimizer_of(mlp(2, 2)), optimizer_of(d)),
            "g_optimizer holds none of the generator's",
        ),
        (
            lambda g, d: (optimizer_of(g), optimizer_of(mlp(2, 1))),
            "d_optimizer holds none of the discriminator's",
        ),
    ],
)
def test_optimisers_own_their_own_network_and_no_other(make, says):
    generator, discriminator = mlp(2, 2), mlp(2, 1)
    g_optimizer, d_optimizer = make(generator, discriminator)
    with pytest.raises(SetupError, match=says):
        train(
            generator, discriminator, ring(), loss="hinge", progress=False,
            g_optimizer=g_optimizer, d_optimizer=d_optimizer,
        )  # fmt: skip


def test_an_answer_not_written_yet_is_passed_on():
    """Lessons run unsolved: NotImplementedError must reach the demo that catches it."""

    def unwritten(logits):
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        train(mlp(2, 2), mlp(2, 1), ring(), d_loss=bce_d, g_loss=unwritten, progress=False)


def test_the_trial_changes_nothing():
    """With and without the trial, a run with dropout and batch norm gives the same numbers."""

    def run(check):
        torch.manual_seed(0)
        generator = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2))
        discriminator = nn.Sequential(nn.Linear(2, 8), nn.Dropout(0.5), nn.Linear(8, 1))
        done = train(
            generator, discriminator, ring(), loss="non_saturating", steps=4, progress=False,
            check=check, together=True, noise=lambda n: torch.randn(n, 2),
        )  # fmt: skip
        return done.history.losses, weights(generator), list(generator.buffers())

    (losses_a, w_a, b_a), (losses_b, w_b, b_b) = run(True), run(False)
    assert losses_a == losses_b
    assert same(w_a, w_b)
    assert same(b_a, b_b)


def test_lazy_layers_get_their_sizes_and_are_trained():
    discriminator = nn.Sequential(nn.Flatten(), nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(1))
    generator = nn.Sequential(nn.Linear(5, 64), nn.Unflatten(1, (1, 8, 8)))
    run = train(generator, discriminator, digits(), loss="hinge", steps=2, progress=False)
    assert run.history.steps == 2
