"""Wrong answers to the exercises of 08 get the sentence that names their mistake."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

NOT_WRITTEN = (
    "· not written yet: replace the line `raise NotImplementedError()` by your own, run the cell, come back"
)


def attack(sign=1.0, move=torch.sign, clamp=True, label=lambda model, x, y: y):
    def answer(model, x, y, epsilon, low=0.0, high=1.0):
        leaf = x.clone().requires_grad_()
        loss = F.cross_entropy(model(leaf), label(model, x, y))
        (slope,) = torch.autograd.grad(loss, leaf)
        moved = x + sign * epsilon * move(slope)
        return moved.clamp(low, high) if clamp else moved

    return answer


def test_not_written_yet(printed):
    def stub(*_):
        raise NotImplementedError()

    for name in ("linear_worst_case", "fgsm", "project", "pgd", "robust_accuracy", "adversarial_step"):
        lines = printed(name, stub)
        assert lines == [NOT_WRITTEN]


@pytest.mark.parametrize(
    ("answer", "line", "teach"),
    [
        (
            lambda w, e: (e * w.sign(), -e * w.abs().sum()),
            "✗ eta raises the score",
            "The worst case lowers it. Look at one term wᵢηᵢ with wᵢ > 0.",
        ),
        (
            lambda w, e: (-e * w.sign(), e * w.abs().sum()),
            "✗ the change for w = (2, −1, 0.5, 0, −3), ε = 0.1: yours 0.650, wanted −0.650",
            "The size is right. Does the score rise or fall?",
        ),
        (
            lambda w, e: (-e * w / w.norm(), -e * w.norm()),
            "✗ for w = (2, −1, …): yours (−0.05, 0.03, …), wanted (−0.10, 0.10, …)",
            "The box limits each pixel by itself. A pixel with a small weight may use its full ε as well.",
        ),
        (
            lambda w, e: (-e * w / w.abs(), -e * w.abs().sum()),
            "✗ eta is not a number where the weight is 0",
            "w / |w| is 0/0 there. Which torch function gives +1, −1 or 0?",
        ),
    ],
)
def test_wrong_linear_worst_case(red, answer, line, teach):
    assert red("linear_worst_case", answer) == (line, teach)


def test_wrong_robust_loss(red):
    def printed_in_the_paper(x, y, w, b, e):
        return F.softplus(y * (e * w.abs().sum() - x @ w - b)).mean()

    assert red("robust_logistic_loss", printed_in_the_paper) == (
        "✗ the loss of three examples: yours 1.1860, wanted 1.4938",
        "For label −1 your attack helps. Does the label belong in front of ε‖w‖₁, or only of wᵀx + b?",
    )
    assert red("robust_logistic_loss", lambda x, y, w, b, e: F.softplus(-y * (x @ w + b)).mean())[1] == (
        "This is the loss without an attack. By how much does the worst case lower each margin?"
    )


def test_wrong_units(red):
    assert red("epsilon_in_range", lambda k, low, high: k / 255) == (
        "✗ 8 of 255 steps, pixels from −1 to 1: yours 0.0314, wanted 0.0627",
        "Half of what is wanted: how long is the way from the darkest to the brightest value?",
    )
    assert red("epsilon_in_range", lambda k, low, high: k / 256 * (high - low))[1] == (
        "256 grey values have 255 steps between them."
    )


@pytest.mark.parametrize(("name", "way"), [("fgsm", 1.0), ("targeted_fgsm", -1.0)])
def test_wrong_sign_steps(red, printed, name, way):
    assert all(line.startswith("✓") for line in printed(name, attack(way)))
    what = ("the loss of the true label falls", "the loss of the true label grows")
    if way < 0:
        what = ("the loss of the target grows", "the loss of the target falls")
    assert red(name, attack(-way)) == (
        f"✗ your step makes sure that {what[0]}",
        f"It should be one after which {what[1]}: which way does the gradient point?",
    )
    assert red(name, attack(way, clamp=False))[1] == (
        "A pixel darker than black is no picture. Bring the result back into low..high."
    )
    assert red(name, attack(way, move=lambda g: g))[1] == (
        "Only the sign of each slope counts, times ε: every pixel uses all that the box allows."
    )
    assert (
        red(name, attack(way, label=lambda model, x, y: (y + 1) % 3))[0] == "✗ some pixels move the wrong way"
    )


def test_gradients_left_in_the_model(red):
    def answer(model, x, y, epsilon, low=0.0, high=1.0):
        leaf = x.clone().requires_grad_()
        F.cross_entropy(model(leaf), y).backward()
        return (x + epsilon * leaf.grad.sign()).clamp(low, high)

    assert red("fgsm", answer)[0] == "✗ leaves gradients in the model's parameters"


def walk(
    start=lambda x, e: x + e * (2 * torch.rand_like(x) - 1), around=lambda x, here: x, sign=1.0, last=True
):
    def answer(model, x, y, epsilon, step_size, steps, project):
        here = project(start(x, epsilon), x, epsilon)
        for k in range(steps):
            leaf = here.detach().requires_grad_()
            (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
            candidate = leaf.detach() + sign * step_size * slope.sign()
            here = (
                project(candidate, around(x, leaf.detach()), epsilon) if last or k < steps - 1 else candidate
            )
        return here.detach()

    return answer


def test_wrong_pgd(red, printed):
    assert all(line.startswith("✓") for line in printed("pgd", walk()))
    assert red("pgd", walk(start=lambda x, e: x))[0] == "✗ the walk begins at x itself"
    assert red("pgd", walk(sign=-1.0)) == (
        "✗ the walk goes down the loss",
        "The attack wants the loss of the true label to grow.",
    )
    assert red("pgd", walk(around=lambda x, here: here)) == (
        "✗ each step was projected around the point before it",
        "The box belongs to the original picture: project(candidate, x, epsilon), the same x all along.",
    )
    assert red("pgd", walk(last=False))[1] == (
        "Every candidate has to be put back into the box around x, the last one too."
    )


def test_wrong_robust_accuracy(red):
    def left_out(model, attack, x, y, restarts=1):
        mode = model.training
        model.eval()
        before = model(x).argmax(1) == y
        stands = before.clone()
        for _ in range(restarts):
            stands &= model(attack(model, x, y)).argmax(1) == y
        model.train(mode)
        return float(stands.sum() / before.sum())

    assert red("robust_accuracy", left_out) == (
        "✗ one restart, 4 of 6 samples stand: yours 0.800, wanted 0.667",
        "Did you leave out the sample that is wrong without an attack? All N of them count.",
    )

    def in_training_mode(model, attack, x, y, restarts=1):
        stands = torch.ones_like(y, dtype=torch.bool)
        for _ in range(restarts):
            stands &= model(attack(model, x, y)).argmax(1) == y
        return float(stands.float().mean())

    assert red("robust_accuracy", in_training_mode) == (
        "✗ the model was attacked or judged in training mode",
        "With dropout on, each call meets another network. eval() switches it off.",
    )


def test_wrong_step(red):
    def clears_too_early(model, optimizer, x, y, attack):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(attack(model, x, y)), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    assert red("adversarial_step", clears_too_early) == (
        "✗ the model was carried away by gradients that were there before",
        "The attack may use backward() and leave gradients in the parameters, as this one does. When is "
        "the last moment to clear them?",
    )

    def learns_clean(model, optimizer, x, y, attack):
        attack(model, x, y)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.item()

    assert red("adversarial_step", learns_clean)[0] == "✗ the model learned from the clean pictures"


def test_questions_check_the_form_alone(printed):
    assert printed("q_fgsm_alone", "a") == ["✓ recorded: q_fgsm_alone = 'a'"]
    assert printed("q_linear_change", "much")[0].startswith("✗ got 'much'")
    assert printed("q_why_gans", None)[0].startswith("· not answered yet")
