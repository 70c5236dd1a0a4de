"""The attacks of assignment 08 and of the widget agree with the Adversarial Robustness Toolbox.

An independent oracle: the same attacked pictures from FGSM, the same walk of PGD from the same start, the
same robust accuracy on real digits.
"""

from __future__ import annotations

import functools
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data
from gan_course.widgets.engine import attacks
from gan_grading.course import find_course
from gan_grading.selfcheck.namespace import solved_namespace

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from art.attacks.evasion import FastGradientMethod, ProjectedGradientDescentPyTorch
    from art.attacks.evasion.projected_gradient_descent import projected_gradient_descent_pytorch
    from art.estimators.classification import PyTorchClassifier

ROOT = Path(__file__).parents[3]
EPSILON, STEP, STEPS = 0.15, 0.02, 15
ROUNDING = 1e-6


@pytest.fixture(scope="module")
def solved():
    """The solved notebook's functions, without its demos."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
        return solved_namespace(find_course(ROOT).assignment("08_adversarial_examples"))


@pytest.fixture(scope="module")
def digits():
    """Digits to train on and 200 to attack."""
    train, test = data.digits(value_range=(0.0, 1.0)).split(0.8, seed=0)
    return train, test.where(torch.arange(200))


@pytest.fixture(scope="module")
def network(solved, digits):
    """The notebook's classifier after a few epochs; its slopes are those of a real network."""
    torch.manual_seed(0)
    model = solved["make_classifier"]().cpu()
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    train, _ = digits
    for order in torch.randperm(len(train)).repeat(8).split(128):
        optimizer.zero_grad()
        F.cross_entropy(model(train.x[order]), train.y[order]).backward()
        optimizer.step()
    return model.eval()


@pytest.fixture(scope="module")
def theirs(network):
    """The same network as the toolbox sees it."""
    return PyTorchClassifier(
        network, nn.CrossEntropyLoss(), (1, 8, 8), 10, clip_values=(0.0, 1.0), device_type="cpu"
    )


def library_pgd(classifier, x, labels, start, monkeypatch):
    """Their PGD, begun at a given start: only the draw of the noise is replaced."""
    noise = (start - x).flatten(1).numpy()
    monkeypatch.setattr(projected_gradient_descent_pytorch, "random_sphere", lambda *_: noise)
    attack = ProjectedGradientDescentPyTorch(
        classifier,
        norm=np.inf,
        eps=EPSILON,
        eps_step=STEP,
        max_iter=STEPS,
        num_random_init=1,
        batch_size=len(x),
        verbose=False,
    )
    return torch.from_numpy(attack.generate(x.numpy(), labels.numpy()))


@pytest.mark.parametrize("targeted", [False, True])
def test_fgsm_gives_the_same_pictures(solved, digits, network, theirs, targeted):
    x, y = digits[1].x, digits[1].y
    labels = (y + 3) % 10 if targeted else y
    attack = FastGradientMethod(theirs, norm=np.inf, eps=EPSILON, targeted=targeted, batch_size=len(x))
    wanted = torch.from_numpy(attack.generate(x.numpy(), labels.numpy()))
    ours = solved["targeted_fgsm" if targeted else "fgsm"](network, x, labels, EPSILON)
    of_widget = attacks.fgsm(network, x, labels, EPSILON, targeted=targeted)
    assert torch.allclose(ours, wanted, atol=ROUNDING)
    assert torch.allclose(of_widget, wanted, atol=ROUNDING)


def test_pgd_takes_the_same_walk_from_the_same_start(solved, digits, network, theirs, monkeypatch):
    x, y = digits[1].x, digits[1].y
    starts = []

    def watched(candidate, centre, epsilon):
        here = solved["project"](candidate, centre, epsilon)
        starts.append(here.clone())
        return here

    torch.manual_seed(3)
    ours = solved["pgd"](network, x, y, EPSILON, STEP, STEPS, watched)
    wanted = library_pgd(theirs, x, y, starts[0], monkeypatch)
    # A slope of almost 0 may get another sign from another order of additions: then one pixel strays.
    same = ((ours - wanted).abs() <= ROUNDING * STEPS).float().mean()
    assert same > 0.999


def test_robust_accuracy_is_the_same(solved, digits, network, theirs, monkeypatch):
    x, y = digits[1].x, digits[1].y
    starts = []

    def watched(candidate, centre, epsilon):
        here = solved["project"](candidate, centre, epsilon)
        starts.append(here.clone())
        return here

    torch.manual_seed(4)
    attack = functools.partial(solved["pgd"], epsilon=EPSILON, step_size=STEP, steps=STEPS, project=watched)
    ours = solved["robust_accuracy"](network, attack, x, y, restarts=3)
    stands = torch.ones(len(y), dtype=torch.bool)
    for start in starts[:: STEPS + 1]:
        attacked = library_pgd(theirs, x, y, start, monkeypatch).numpy()
        stands &= torch.from_numpy(theirs.predict(attacked).argmax(axis=1)) == y
    assert len(starts) == 3 * (STEPS + 1)
    assert 0.05 < ours < 0.7
    assert abs(ours - float(stands.float().mean())) <= 1 / len(y)
