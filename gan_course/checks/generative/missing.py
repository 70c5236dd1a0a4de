"""Check of one EM step with missing labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from gan_course.checks.framework import Report, close, exercise_check, number
from gan_course.checks.generative.parts import expect_entry, named_parts

_X = torch.tensor([[0.0, 1.0], [2.0, 0.0], [4.0, 3.0], [1.0, 5.0], [6.0, 2.0], [3.0, 3.0]])
_Y = torch.tensor([0, -1, 1, -1, 1, -1])
_JOINT = torch.tensor([[0.1, 0.3], [0.03, 0.01], [0.02, 0.02], [0.01, 0.04], [0.5, 0.1], [0.001, 0.001]])
_SHAPES = {"priors": (2,), "means": (2, 2), "variances": (2, 2)}

_MEAN_SIGNS = (
    (3.3626, "The known labels are not used: a labelled row counts wholly for its class."),
    (0.0701, "The joints are used as they are. Responsibilities are posteriors: each row adds up to 1."),
    (1.6667, "Each unlabelled row went wholly to its likelier class. It counts for both, with its shares."),
    (0.0, "The rows without a label were left out, or went to one class, by the number −1."),
    (1.2, "The rows without a label count the same for every class. What do the scores say about them?"),
    (0.5333, "The weighted sum is divided by the number of rows. Divide by the weights' own sum, N_k."),
)
_PRIOR_SIGNS = (
    (2.45, "That is N_k. The priors add up to 1."),
    (0.3333, "That counts the labelled rows alone. Unlabelled rows count with their shares."),
    (0.4833, "That is the average over the unlabelled rows alone. All rows count."),
    (0.5, "All classes get the same prior, or whole rows were counted."),
    (0.1667, "Rows without a label are missing in the count of class 0."),
)
_VARIANCE_SIGNS = (
    (3.1429, "That is the weighted mean of the squares: the mean was not subtracted."),
    (2.4279, "That divides by N_k − 1. The formula divides by N_k."),
    (3.2880, "The deviations are taken from the mean of all rows. Use the class's new mean."),
    (1.1987, "That is the standard deviation; the variance is its square."),
    (2.6114, "That is one variance for both classes."),
)


@exercise_check
def em_step(report: Report, answer: Callable[..., Any]) -> None:
    """Check a step on six rows, three of them labelled; then with all labels, with none, and far scores."""
    value = report.call(answer, _X.clone(), _Y.clone(), _JOINT.log())
    priors, means, variances = named_parts(report, value, _SHAPES)
    right = expect_entry(
        report,
        means[0, 0],
        1.3061,
        "new mean of class 0, first feature",
        _MEAN_SIGNS,
        "Rows 1, 3 and 5 have labels. Row 2 counts three quarters for class 0: its joints are 0.03 and 0.01.",
    )
    if not right:
        return
    expect_entry(report, priors[0], 0.4083, "new prior of class 0", _PRIOR_SIGNS, "N_k, divided by all rows.")
    expect_entry(
        report,
        variances[0, 0],
        1.4369,
        "new variance of class 0, first feature",
        _VARIANCE_SIGNS,
        "Squared deviations from the new mean, weighted by responsibilities.",
    )
    report.expect(
        close(means, torch.tensor([[1.3061, 1.4286], [3.6056, 2.9577]]))
        and close(variances, torch.tensor([[1.4369, 2.2449], [3.4219, 1.8151]])),
        "both classes, both features",
        f"new mean of class 1, second feature: yours {number(means[1, 1])}, wanted 2.9577",
        "Each class and each feature has numbers of its own.",
    )
    _extremes(report, answer)


def _extremes(report: Report, answer: Callable[..., Any]) -> None:
    labels = torch.tensor([0, 0, 1, 1, 1, 0])
    _, means, _ = report.call(answer, _X.clone(), labels, _JOINT.log())
    report.expect(
        close(torch.as_tensor(means), torch.tensor([[5 / 3, 4 / 3], [11 / 3, 10 / 3]])),
        "all labels known: counting and averaging as in exercise 2",
        "with all labels known the means are not those of the classes",
        "Then the scores should not matter at all.",
    )
    nobody = torch.full((6,), -1)
    _, means, _ = report.call(answer, _X.clone(), nobody, _JOINT.log() - 1000)
    report.expect(
        close(torch.as_tensor(means), torch.tensor([[3.3626, 1.9505], [1.9551, 2.7247]]), 2e-3),
        "no label known, scores near −1000: clusters from the scores alone",
        "with no label known and scores near −1000 the means are not those of the shares",
        "Responsibilities do not change when all scores of a row are lowered by 1000. "
        "Is the posterior computed in log space, and does the step work without a single label?",
    )
