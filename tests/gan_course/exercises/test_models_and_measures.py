"""The answers of assignment 11 agree with libraries, and with probabilities that add up."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import torch
from scipy.stats import mannwhitneyu

from gan_course import metrics
from gan_grading.course import find_course
from gan_grading.selfcheck.namespace import solved_namespace

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def solved():
    """The solved notebook's functions, without its demos."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
        return solved_namespace(find_course(ROOT).assignment("11_other_generative_models"))


@pytest.fixture
def clouds():
    generator = torch.Generator().manual_seed(0)
    return torch.randn(60, 5, generator=generator), 1.3 * torch.randn(50, 5, generator=generator) + 0.4


def test_the_divergence_is_that_of_torchs_distributions(solved, clouds):
    mean, log_var = clouds[0], clouds[0].flip(0)
    normal = torch.distributions.Normal
    wanted = torch.distributions.kl_divergence(normal(mean, (log_var / 2).exp()), normal(0.0, 1.0)).sum(1)
    torch.testing.assert_close(solved["kl_to_normal"](mean, log_var), wanted)


def test_the_measures_are_those_of_the_library(solved, clouds):
    a, b = (x.double() for x in clouds)
    assert solved["distance"](a, b) == pytest.approx(metrics.frechet_distance(a, b), rel=1e-6)
    found = metrics.precision_recall(a, b, k=3)
    assert float(solved["share_among"](b, a, 3)) == found.precision
    assert float(solved["share_among"](a, b, 3)) == found.recall


def test_the_copy_score_is_mann_and_whitneys(solved, clouds):
    training, generated = ((x > 0).float() for x in clouds)  # with many ties
    held_out = (torch.randn(40, 5, generator=torch.Generator().manual_seed(1)) > 0).float()
    nearest = [torch.cdist(x, training).min(1).values.numpy() for x in (held_out, generated)]
    wanted = mannwhitneyu(*nearest).statistic / (len(generated) * len(held_out))
    assert float(solved["copy_score"](generated, training, held_out)) == pytest.approx(wanted)


@pytest.mark.parametrize("first", ["A", "B"])
def test_probabilities_of_all_pictures_add_up_unless_the_mask_leaks(solved, first):
    torch.manual_seed(0)
    network = solved["pixel_cnn"](width=4, blocks=1, first=first)
    every = torch.tensor(list(itertools.product([0.0, 1.0], repeat=6))).reshape(-1, 1, 2, 3)
    with torch.no_grad():
        total = float((-solved["nats_by"](network, every)).exp().sum())
    assert (abs(total - 1) < 1e-4) == (first == "A")


def test_drawn_pictures_are_scored_as_they_were_drawn(solved):
    torch.manual_seed(0)
    network, nothing = solved["pixel_cnn"](width=4, blocks=1), torch.zeros(8, 1, 3, 4)
    pictures, log_p = solved["draw_pixels"](network, nothing, nothing.bool(), torch.rand_like(nothing))
    with torch.no_grad():
        torch.testing.assert_close(-solved["nats_by"](network, pictures), log_p, atol=1e-4, rtol=1e-4)
