"""Demos run, wait or step aside; they never stop a notebook because an answer is missing."""

from __future__ import annotations

import contextlib

import matplotlib.pyplot as plt
import pytest

from gan_course.lesson import demo, shared_legend, skip_demos


@pytest.fixture(autouse=True)
def not_grading(monkeypatch):
    monkeypatch.delenv("GAN_COURSE_SKIP_DEMOS", raising=False)


@pytest.fixture(autouse=True)
def no_figures_of_other_tests():
    plt.close("all")


def cell(source: str, name: str, namespace: dict) -> None:
    """Run source as a notebook cell: one namespace for all, a file name of its own."""
    exec(compile(source, name, "exec"), namespace)


def test_runs_at_once_and_can_be_run_again():
    calls = []

    @demo
    def draw():
        calls.append(1)

    draw()
    assert len(calls) == 2


def test_missing_answer_is_named(capsys):
    namespace = {"demo": demo}
    cell("def discriminator_loss(a):\n    raise NotImplementedError()", "cell 1", namespace)
    cell("@demo\ndef picture():\n    discriminator_loss(1)", "cell 2", namespace)
    assert capsys.readouterr().out == (
        "This picture needs `discriminator_loss`: write it above, then run this cell again.\n"
    )


def test_answer_with_a_mistake_shows_its_line_and_goes_on(capsys, tmp_path):
    namespace = {"demo": demo}
    answer = tmp_path / "answer.py"
    answer.write_text("def step(a):\n    return a + None\n")
    cell(answer.read_text(), str(answer), namespace)
    cell("@demo\ndef picture():\n    step(1)", "cell 2", namespace)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "This picture needs `step`, which stopped at line 2: return a + None"
    assert printed[1].startswith("  TypeError: unsupported operand")


def test_mistake_in_the_demo_itself_is_raised():
    """The course's own faults must reach the tests that run the notebooks."""
    namespace = {"demo": demo}
    with pytest.raises(ZeroDivisionError):
        cell("@demo\ndef picture():\n    1 / 0", "cell 1", namespace)


STOPS = {
    "not written": "def answer():\n    raise NotImplementedError()",
    "mistake": "def answer():\n    return 1 + None",
    "the demo's own": "def answer():\n    pass",
    "stop button": "def answer():\n    raise KeyboardInterrupt",
}


@pytest.mark.parametrize("answer", STOPS.values(), ids=STOPS.keys())
def test_no_half_drawn_figure_outlives_a_stop(answer):
    """It would turn up above the student's first picture."""
    import matplotlib

    matplotlib.use("Agg")
    earlier = plt.figure()
    namespace = {"demo": demo, "plt": plt}
    cell(answer, "cell 1", namespace)
    with contextlib.suppress(ZeroDivisionError, KeyboardInterrupt):
        cell("@demo\ndef picture():\n    plt.subplots(2)\n    answer()\n    1 / 0", "cell 2", namespace)
    assert plt.get_fignums() == [earlier.number]
    plt.close(earlier)


def test_a_finished_demo_keeps_its_figure():
    @demo
    def picture():
        plt.figure()

    assert len(plt.get_fignums()) == 1
    plt.close("all")


def test_an_error_in_one_line_still_names_the_answer(capsys, tmp_path):
    """The library puts torch's word on a student's loss into one line; the answer's own line stays known."""
    namespace = {"demo": demo}
    source = "import torch\ndef loss(r, f):\n    return torch.nn.BCELoss()(r, torch.ones(len(r)))\n"
    answer = tmp_path / "answer.py"
    answer.write_text(source)
    cell(source, str(answer), namespace)
    cell(
        "from gan_course import data, training\n"
        "@demo\ndef picture():\n    nets = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)\n"
        "    training.train(*nets, data.ring(), d_loss=loss, loss='hinge', steps=1)",
        "cell 2",
        namespace,
    )
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith(
        "This picture needs `loss`, which stopped at line 3: return torch.nn.BCELoss()"
    )
    assert printed[1].startswith("  SetupError: d_loss fails on logits of shape (128, 1)")


def test_grading_skips_with_one_line(capsys, monkeypatch):
    monkeypatch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
    calls = []

    @demo(seconds="about 20 s")
    def picture_of_the_slopes():
        calls.append(1)

    assert calls == []
    assert capsys.readouterr().out == "(picture of the slopes: skipped while grading)\n"


def test_a_student_can_skip_demos_but_not_bring_back_what_grading_leaves_out(monkeypatch):
    calls = []
    skip_demos()
    demo(lambda: calls.append("skipped"))
    skip_demos(False)
    demo(lambda: calls.append("back"))
    monkeypatch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
    demo(lambda: calls.append("graded"))
    assert calls == ["back"]


def test_a_long_demo_announces_its_time(capsys):
    @demo(seconds="about 20 s")
    def training_on_the_ring():
        pass

    assert capsys.readouterr().out == "training on the ring: about 20 s …\n"


def test_shared_legend_names_each_curve_once():
    import matplotlib

    matplotlib.use("Agg")
    figure, axes = plt.subplots(1, 2, layout="constrained")
    for ax in axes:
        ax.plot([0, 1], label="D")
        ax.legend()
    axes[1].plot([1, 0], label="D*")
    shared_legend(figure, axes)
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["D", "D*"]
    assert all(ax.get_legend() is None for ax in axes)
    plt.close(figure)
