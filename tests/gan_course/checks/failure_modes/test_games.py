"""Wrong rounds, counters and stopping rules get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch


def _round(dx, dy):
    def step(x, y, eta, alternating):
        new_x = x + eta * dx(x, y)
        return new_x, y + eta * dy(new_x if alternating else x, y)

    return step


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            lambda x, y, eta, alternating: (x - eta * y, y + eta * (x - eta * y)),
            "one simultaneous round from (1, 2) with η = 0.1: yours (0.80, 2.08), wanted (0.80, 2.10)",
            "y has already looked at the new x. In a simultaneous round both look at the old point.",
        ),
        (
            lambda x, y, eta, alternating: (x - eta * y, y + eta * x),
            "one alternating round from (1, 2) with η = 0.1: yours (0.80, 2.10), wanted (0.80, 2.08)",
            "y still looks at the old x. In an alternating round x has moved by then.",
        ),
        (
            _round(lambda x, y: -y, lambda x, y: -x),
            "one simultaneous round from (1, 2) with η = 0.1: yours (0.80, 1.90), wanted (0.80, 2.10)",
            "y went downhill. It maximises V: along its slope.",
        ),
        (
            _round(lambda x, y: y, lambda x, y: x),
            "one simultaneous round from (1, 2) with η = 0.1: yours (1.20, 2.10), wanted (0.80, 2.10)",
            "x went uphill. It minimises V: against its slope.",
        ),
        (
            _round(lambda x, y: -x, lambda x, y: y),
            "one simultaneous round from (1, 2) with η = 0.1: yours (0.90, 2.20), wanted (0.80, 2.10)",
            "x stepped along its own value. Differentiate x·y in x, with y held constant: what is left?",
        ),
    ],
)
def test_wrong_rounds(red, wrong, line, teach):
    assert red("xy_step", wrong) == (f"✗ {line}", teach)


def test_a_round_that_is_no_pair(red):
    line, teach = red("xy_step", lambda x, y, eta, alternating: x * y)
    assert line == "✗ returned 2.0, wanted two numbers"
    assert teach == "The new x and the new y, in this order."


def _count(inside_of, enough=lambda n, needed: n >= needed, share=None):
    def count(samples, modes, std, needed=20):
        inside = inside_of(samples[:, None] - modes, std)
        n = inside.sum(dim=0)
        good = inside.any(dim=1).float().mean() if share is None else share(inside)
        return int(enough(n, needed).sum()), int((n >= 1).sum()), good

    return count


def _right(apart, std):
    return apart.norm(dim=2) <= 3 * std


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            _count(lambda apart, std: (apart.abs() <= 3 * std).all(dim=2)),
            "touched: yours 4.00, wanted 3",
            "Mode 3 has samples just outside its circle, some of them inside the square around it. "
            "The distance is √(dx² + dy²), and the radius three standard deviations.",
        ),
        (
            _count(_right, lambda n, needed: n > needed),
            "captured: yours 0.00, wanted 1 (one mode has exactly 20 samples, another 19)",
            "Exactly 20 samples are enough: at least 20 means 20 or more. Or is your circle too small?",
        ),
        (
            _count(_right, lambda n, needed: n >= 1),
            "captured: yours 3.00, wanted 1 (one mode has exactly 20 samples, another 19)",
            "One sample touches a mode; capturing takes 20.",
        ),
        (
            _count(_right, share=lambda inside: inside.any(dim=1).sum()),
            "good: yours 40.00, wanted 0.80 (40 of 50 samples)",
            "A share lies between 0 and 1: good samples divided by all samples.",
        ),
        (
            _count(_right, lambda n, needed: n >= 20),
            "captured with needed=5: yours 1.00, wanted 2",
            "The number of samples that capture a mode is an argument.",
        ),
        (
            _count(lambda apart, std: apart.norm(dim=2) <= 0.3),
            "touched with std three times as large: yours 3.00, wanted 4",
            "The circle around a mode has the radius 3·std, whatever std is.",
        ),
    ],
)
def test_wrong_counts(red, wrong, line, teach):
    assert red("count_modes", wrong) == (f"✗ {line}", teach)


def test_a_counter_with_two_numbers(red):
    line, teach = red("count_modes", lambda samples, modes, std, needed=20: (1, 2))
    assert line == "✗ returned tuple of 2, wanted three numbers"
    assert teach.startswith("Two counts of modes and one share of samples")


def _rule(better=lambda new, best: new > best, waited=0, end=lambda n, best: (n - 1, best)):
    def rule(scores, patience):
        best = 0
        for i, score in enumerate(scores):
            if better(score, scores[best]):
                best = i
            if i - best >= patience + waited:
                return i, best
        return end(len(scores), best)

    return rule


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            _rule(better=lambda new, best: new >= best),
            "yours (5, 5), wanted (4, 1)",
            "Numbers 2, 3 and 4 bring no new best, so training stops at 4. The 0.9 is never seen.",
        ),
        (
            _rule(waited=-1),
            "yours (3, 1), wanted (4, 1)",
            "One evaluation too early: only numbers 2 and 3 have passed without a new best.",
        ),
        (
            lambda scores, patience: _rule()(scores, patience)[::-1],
            "yours (1, 4), wanted (4, 1)",
            "The evaluation at which training stops comes first in the pair.",
        ),
        (
            lambda scores, patience: (_rule()(scores, patience)[0], scores.index(max(scores))),
            "yours (4, 5), wanted (4, 1)",
            "The 0.9 comes after training has stopped, so nobody has seen it.",
        ),
        (
            lambda scores, patience: (_rule()(scores, patience)[0],) * 2,
            "yours (4, 4), wanted (4, 1)",
            "The checkpoint to keep is the best one, not the one at which patience ran out.",
        ),
    ],
)
def test_wrong_rules_on_the_example(red, wrong, line, teach):
    start = "✗ scores 0.1, 0.5, 0.3, 0.5, 0.2, 0.9 with patience 3: "
    assert red("when_to_stop", wrong) == (start + line, teach)


def test_a_rule_that_forgets_the_end(red):
    line, teach = red("when_to_stop", _rule(end=lambda n, best: (n, best)))
    assert line == "✗ scores 0.1, 0.2, 0.3, 0.4 with patience 2: yours (4, 3), wanted (3, 3)"
    assert teach.startswith("Each score here is a new best")


def test_a_rule_that_empties_the_list(printed):
    def pops(scores, patience):
        answer = _rule()(list(scores), patience)
        scores.clear()
        return answer

    assert "✗ the list of scores was changed" in printed("when_to_stop", pops)


def test_counts_may_be_tensors(printed):
    lines = printed("count_modes", _count(_right))
    assert all(line.startswith("✓") for line in lines)
    assert torch.get_default_dtype() == torch.float32
