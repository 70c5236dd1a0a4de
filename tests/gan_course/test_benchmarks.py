"""The benchmarks must run, and measure what they say; how fast a machine is, is not tested here."""

import gzip
import json
import sys

import pytest
import torch

from gan_course.data import digits, ring
from gan_course.training import Run, Settings
from tests.benchmarks import _mnist_epochs, import_cost, time_to_digits, toy_modes, training_speed
from tests.benchmarks._contestants import write_idx
from tests.benchmarks._measure import interleave, ratio
from tests.benchmarks._mnist_epochs import Recipe
from tests.benchmarks._networks import BareLoop, small_discriminator, small_generator, toy_mlp
from tests.benchmarks._tutorial import PerSample, TutorialLoop


def printed(capsys, monkeypatch, module, *words):
    monkeypatch.setattr(sys, "argv", ["benchmark", "--json", *words])
    module.main()
    return json.loads(capsys.readouterr().out)


def test_contestants_take_turns_and_are_warmed_up():
    order = []
    clock = iter(range(100))
    seconds = interleave(
        {"a": lambda n: order.append(("a", n)), "b": lambda n: order.append(("b", n))},
        {"a": 10, "b": 20},
        rounds=2,
        clock=lambda: next(clock),
    )
    assert order == [("a", 1), ("b", 2), ("a", 10), ("b", 20), ("b", 20), ("a", 10)]
    assert seconds == {"a": [0.1, 0.1], "b": [0.05, 0.05]}


def test_the_ratio_is_taken_round_by_round():
    """A machine that halves its speed in one round must not change the ratio."""
    assert ratio([2.0, 4.0, 2.0], [1.0, 2.0, 1.0]) == 2.0


def test_the_bare_loop_does_what_the_library_does():
    """Else the overhead would compare different work: the same draws must give the same losses."""
    x = ring().sample(500, torch.Generator().manual_seed(1))

    def pair():
        torch.manual_seed(0)
        return toy_mlp(2, 2), toy_mlp(2, 1)

    bare = BareLoop(*pair(), x, 2, 32, 1e-3)
    bare(20)
    run = Run(*pair(), x, Settings(loss="non_saturating", batch_size=32, lr=1e-3))
    run.advance(20)
    torch.testing.assert_close([float(d) for d, _ in bare.losses], run.history.d)
    torch.testing.assert_close([float(g) for _, g in bare.losses], run.history.g)


def test_the_tutorial_loop_trains_both_networks():
    data = digits(28)
    pictures = ((data.x[:, 0] + 1) * 127.5).to(torch.uint8)
    generator, discriminator = small_generator(16), small_discriminator(16)
    before = [p.clone() for p in (*generator.parameters(), *discriminator.parameters())]
    TutorialLoop(generator, discriminator, PerSample(pictures, data.y), 8, 64)(2)
    after = [*generator.parameters(), *discriminator.parameters()]
    assert all(not torch.equal(a, b) for a, b in zip(before, after, strict=True))


def test_per_sample_pictures_are_the_data():
    data = digits(28)
    pictures = ((data.x[:, 0] + 1) * 127.5).round().to(torch.uint8)
    x, y = PerSample(pictures, data.y)[5]
    assert y == int(data.y[5])
    torch.testing.assert_close(x, data.x[5], atol=0.01, rtol=0)


@pytest.mark.parametrize("how", [(), ("--loop",)], ids=["side by side", "one by one"])
def test_toy_modes_prints_its_keys(capsys, monkeypatch, how):
    monkeypatch.setattr(toy_modes, "STEPS", dict.fromkeys(toy_modes.STEPS, 20))
    result = printed(capsys, monkeypatch, toy_modes, "--seeds", "2", *how)
    assert {"ring_modes_min", "ring_good_min", "grid_modes_min", "grid_good_min", "seconds_per_seed"} <= set(
        result
    )
    assert result["ring_modes_min"] <= 8


def test_training_speed_prints_its_keys(capsys, monkeypatch):
    monkeypatch.delenv("GAN_COURSE_TEST_DATA", raising=False)
    monkeypatch.setattr(training_speed, "load_pictures", lambda: (digits(28), "digits"))
    tiny = Recipe(
        "",
        lambda: small_generator(8),
        lambda: small_discriminator(8),
        {"loss": "hinge", "batch_size": 16},
        64,
    )
    monkeypatch.setattr(training_speed, "recipes", lambda device: [tiny])
    monkeypatch.setattr(_mnist_epochs, "JUDGE_STEPS", 5)
    result = printed(capsys, monkeypatch, training_speed, "--rounds", "1", "--threads", "1")
    wanted = {"overhead_vs_bare_loop", "speedup_vs_tutorial_loop", "mnist_4_epochs_s", "device"}
    assert wanted <= set(result)
    assert all(0 <= result[share] <= 1 for share in ("recognisable", "recognisable_real", "rarest_digit"))


def test_import_cost_prints_its_keys(capsys, monkeypatch):
    result = printed(capsys, monkeypatch, import_cost, "--rounds", "1")
    assert result["import_over_torch_cpu_s"] < 0.3, "the limit the library promises"
    assert result["torch_mb"] > 0


def look(seconds, multiple):
    return time_to_digits.Look(seconds, multiple, 0.5)


def test_whoever_never_gets_there_is_censored_at_the_limit():
    runs = {
        "public_dcgan": [[look(1, 300), look(50, 40)], [look(1, 200), look(30, 19)]],
        "best_recipe": [[look(1, 30), look(3, 12)], [look(1, 18), look(3, 9)]],
    }
    found = time_to_digits.summary(runs, limit=60.0)
    assert found["seconds_to"]["public_dcgan"]["20"] == 45.0  # the median of the limit and 30
    assert found["censored"]["public_dcgan"] == {"20": 1, "10": 2, "5": 2, "3": 2}
    assert found["seconds_to"]["best_recipe"] == {"20": 2.0, "10": 31.5, "5": 60.0, "3": 60.0}
    assert time_to_digits.ratios({"16": found}) == {"16": {"value": 22.5, "lower_bound": True}}


def test_without_the_public_code_the_ratio_is_null(capsys, monkeypatch):
    words = ["--sizes", "16", "--seeds", "0", "--limit", "2", "--threads", "1"]
    found = printed(capsys, monkeypatch, time_to_digits, *words)
    assert found["ratio_to_quality"] == {"16": None}
    assert found["networks"]["16"]["public_dcgan"] is None
    assert found["networks"]["16"]["best_recipe"] == [25_441, 9_041]
    assert len(found["frechet"]["16"]["best_recipe"][0]) == 2, "one look a mark"
    assert 0 < found["share_of_matmul"]["16"] <= 1
    assert {"seconds_to", "censored", "seconds", "recognised", "seeds", "device"} <= set(found)


def test_pictures_go_to_the_public_script_and_back(tmp_path):
    from gan_course.data import mnist_5k
    from gan_course.data.idx import read_idx

    data = mnist_5k("test")
    write_idx(data, tmp_path)
    for kind in ("images-idx3", "labels-idx1"):  # the library reads them as they are published, packed
        written = (tmp_path / f"train-{kind}-ubyte").read_bytes()
        (tmp_path / f"{kind}.gz").write_bytes(gzip.compress(written))
    pictures = read_idx(tmp_path / "images-idx3.gz")
    torch.testing.assert_close(pictures.float(), (data.x[:, 0] + 1) * 127.5, atol=0.51, rtol=0)
    assert torch.equal(read_idx(tmp_path / "labels-idx1.gz").long(), data.y)
