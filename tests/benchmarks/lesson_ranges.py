"""The ranges over seeds that the text of assignments 05 to 13 gives.

    python tests/benchmarks/lesson_ranges.py --only 07 --seeds 5
    python tests/benchmarks/lesson_ranges.py --only 05 --part critic_steps

Each solved notebook is loaded without its pictures, and its own training functions are played once a seed,
so a range here and a picture there come from the same code. Prints the least and the largest value over
the seeds; shares are in percent.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import scipy.stats
import torch

from gan_course.data import GaussianMixture
from gan_course.metrics import mode_coverage
from gan_course.seeding import seed_everything
from gan_grading.course import find_course
from gan_grading.selfcheck.namespace import solved_namespace

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks import _lesson_claims as claims
from tests.benchmarks._measure import parser, report

Lesson = dict[str, Any]  # the names a solved notebook defines: the globals of its functions
Values = Iterator[tuple[str, float]]
ROOT = Path(__file__).resolve().parents[2]


def wasserstein(lesson: Lesson, seed: int) -> Values:
    """05: rows of the ring and of the grid, and how well the loss follows the distance."""
    rows: list[tuple[str, Any, torch.Tensor]] = []
    one_row = lesson["table_row"]

    def kept(name: str, target: Any, steps: int, **options: Any) -> tuple[str, torch.Tensor]:
        _, samples = one_row(name, target, steps, **{**options, "seed": seed})
        rows.append((f"{len(target.modes)} modes, {name}", target, samples))
        return name, samples

    with _replaced(lesson, table_row=kept):
        for demo in ("the_ring_by_r1_and_by_clipping", "the_ring_by_penalty_and_without", "the_grid"):
            lesson[demo]()
    for name, target, samples in rows:
        found = mode_coverage(samples, target.modes, target.std)
        yield f"{name}: captured", found.captured
        yield f"{name}: touched", found.any
        yield f"{name}: good", 100 * found.good
    for name, options in (
        ("critic", {"penalty": lesson["weighted"](10.0)}),
        ("discriminator", {"pair": lesson["losses"]("non_saturating")}),
    ):
        loss, distance = lesson["follow"](seed, **options)
        # The first five stops are warming up, as in the notebook.
        found = scipy.stats.pearsonr([-v for v in loss[5:]], distance[5:])
        yield f"correlation of the {name}'s loss with the distance", found.statistic
    yield "rank correlation once G has arrived", _after_arrival(lesson, seed)


def _after_arrival(lesson: Lesson, seed: int) -> float:
    """How far the critic's loss follows the distance where both only tremble."""
    clouds = GaussianMixture(torch.tensor([[-1.0, 0.0], [1.0, 0.0]]), 0.3, weights=[0.4, 0.6])
    seed_everything(seed)
    game = lesson["Game"](clouds, 2, lr=1e-3, penalty=lesson["weighted"](10.0))
    rows = [(-sum(game.play(10)) / 10, game.distance(500)) for _ in range(36)]
    return float(scipy.stats.spearmanr(rows[6:]).statistic)


def dcgan(lesson: Lesson, seed: int) -> Values:
    """06: accuracies and distances of the long run; the two discriminators compared."""
    ruler = lesson["the_ruler"]()
    yield "distance of a copier", float(ruler(lesson["copier"](lesson["FEW"])))
    game = claims.long_run(lesson, seed)
    epochs = [step / lesson["PER_EPOCH"] for step in game.table]
    accuracy, distance = game.accuracy[1], [row[3] for row in game.table.values()]
    early = {a: e for e, a in zip(epochs, accuracy, strict=True) if e < 3}
    yield "D right, first peak", max(early)
    later = [a for e, a in zip(epochs, accuracy, strict=True) if early[max(early)] < e < 10]
    yield "D right, lowest between that and epoch 10", min(later)
    yield "D right, at the end", accuracy[-1]
    yield "distance at the start", distance[0]
    yield "distance at the end", distance[-1]
    real, held_out, *_ = list(game.table.values())[-1]
    yield "D less often right on held-out pictures", real - held_out
    for name in ("make_discriminator", "make_mlp_discriminator"):
        short = lesson["GAN"](15, seed=seed, make_d=lesson[name])
        yield f"distance after 15 epochs, {name}", float(ruler(short.run.sample(lesson["FEW"])))


def conditional(lesson: Lesson, seed: int) -> Values:
    """07: class accuracy and diversity of the run, of its impostors and parts; captions obeyed."""
    classes, judge = lesson["CLASSES"], lesson["judge"]()
    real = lesson["diversity"](lesson["held_out"].x, lesson["held_out"].y)

    def both(name: str, generator: Callable[..., torch.Tensor]) -> Values:
        images, labels = lesson["sampled"](generator)
        yield f"{name}: class accuracy", 100 * lesson["class_accuracy"](images, labels)
        yield f"{name}: diversity", lesson["diversity"](images, labels) / real

    yield "classifier on digits kept apart", 100 * judge.accuracy(lesson["held_out"])
    generator, history = lesson["train_on_digits"](
        lambda: lesson["make_discriminator"](lesson["PIXELS"], classes),
        lesson["discriminator_loss"],
        1500,
        seed,
    )
    yield "loss of D, mean of the last 100 steps", sum(history["d"][-100:]) / 100
    yield from both("trained", generator)
    yield from both("ignoring z", lambda z, y: generator(torch.zeros_like(z), y))
    yield from both("ignoring y", lambda z, y: generator(z, torch.randint_like(y, classes)))
    yield from both("z too small", lambda z, y: generator(z / 10, y))
    two, three = lesson["two_kinds"], lesson["discriminator_loss"]
    parts = [("Blind", two), *((d, loss) for d in ("Concatenating", "Projecting") for loss in (two, three))]
    for name, loss in parts:
        part, _ = lesson["train_on_digits"](lesson[name], loss, 600, seed)
        yield from both(f"{name}, {2 if loss is two else 3} kinds", part)
    painter = lesson["train_on_captions"](seed=seed)
    known = [caption for caption in lesson["CAPTIONS"] if caption not in lesson["UNSEEN"]]
    groups = {"captions shown": known} | {caption: [caption] for caption in lesson["UNSEEN"]}
    for name, captions in groups.items():
        n = 50 if len(captions) > 1 else 500
        means = torch.stack([lesson["obeyed"](c, lesson["paint"](c, n, painter)) for c in captions]).mean(0)
        for part_name, share in zip(("digit", "stroke", "slant"), means.tolist(), strict=True):
            yield f"{name}: {part_name}", 100 * share


def adversarial(lesson: Lesson, seed: int) -> Values:
    """08: accuracy of both networks without an attack, under FGSM and under PGD-40 from ten starts."""
    networks = {
        "ordinary": lambda: lesson["fit"](lesson["ordinary_step"], epochs=30, lr=3e-3, seed=seed),
        "robust": lambda: lesson["train_robustly"](seed),
    }
    held_out = lesson["test"].x, lesson["test"].y
    pgd = lesson["pgd_attack"](40, 0.01)
    for name, make in networks.items():
        network = make()
        seed_everything(seed)
        yield f"{name}, no attack", lesson["right"](network, *held_out)
        for attack, restarts, words in ((lesson["fgsm_attack"], 1, "FGSM"), (pgd, 10, "PGD-40, 10 starts")):
            share = lesson["robust_accuracy"](network, attack, *held_out, restarts=restarts)
            yield f"{name}, {words}", 100 * share


def semi_supervised(lesson: Lesson, seed: int) -> Values:
    """09: what unlabelled digits are worth, beside all labels and a method without a generator."""
    everything = lesson["TRAIN"].x, lesson["TRAIN"].y
    few, many = (lesson["train_on_labels"](seed, examples)[1][2000] for examples in (None, everything))
    _, painter, curve = lesson["train_with_unlabelled"](seed)
    yield "100 labels, % wrong", few
    yield "4,000 labels, % wrong", many
    yield "100 labels and 4,000 without, % wrong", curve[2000]
    yield "gain, percentage points", few - curve[2000]
    yield "gain after half of the steps", few - curve[1000]
    taught = lesson["train_with_a_teacher"](seed)
    yield "taught by its own average, % wrong", taught
    yield "gain of that", few - taught
    seed_everything(seed)
    with torch.no_grad():
        drawn = painter.eval()(lesson["noise"](1000))
    ruler, held_out = lesson["judge"](), lesson["TEST"]
    for name, pictures in (("painter", drawn), ("held-out digits", held_out.x)):
        score = lesson["inception_score"](ruler.probabilities(pictures))
        yield f"score of the {name}", float(score)


def lapgan(lesson: Lesson, seed: int) -> Values:
    """10: how far drawn digits are from real ones at each size of the pyramid."""
    _, _, found = lesson["lapgan_distances"](seed, lesson["train_lapgan"](seed))
    for size, row in found.items():
        for name, distance in row.items():
            yield f"{size} by {size}, {name}: distance", distance


def picture_to_picture(lesson: Lesson, seed: int) -> Values:
    """10: every table of a method with and without a discriminator, or a cycle."""
    for section in ("enlarged", "translated", "painted", "unpaired", "decoded"):
        *_, results = lesson[section](seed)
        for way, row in results.items():
            for measure, value in row.items():
                yield f"{section}, {way}: {measure}", value


def too_much_of_d(lesson: Lesson, seed: int) -> Values:
    """10: the autoencoder with ten times the weight on its discriminator."""
    _, results = lesson["decoded"](seed, weights=(0.1,))
    for way, row in results.items():
        for measure, value in row.items():
            yield f"decoded, {way}: {measure}", value


def other_models(lesson: Lesson, seed: int) -> Values:
    """11: nats of each model, foreign data, the table of samples, and classifiers trained on samples."""
    trained = {name: lesson[f"train_{name.lower()}"](seed) for name in ("GAN", "VAE", "PixelCNN", "RowLSTM")}
    yield "VAE: −ELBO", trained["VAE"].nats(lesson["test"]).mean()
    for name in ("PixelCNN", "RowLSTM"):
        yield f"{name}: −log P", lesson["held_out_nats"](trained[name])
    scores = lesson["score_table"](lesson["scorers_of"](trained["VAE"], trained["PixelCNN"]))
    for (kind, name), (nats, above) in scores.items():
        yield f"{kind}, {name}: nats", nats
        yield f"{kind}, {name}: above the median digit", above
    ruler = lesson["train_ruler"](seed)
    for n in (100, 900):
        yield f"real against real, {n} pictures", lesson["real_against_real"](ruler, n)
    drawn = lesson["contestants"](trained["GAN"], trained["VAE"], trained["PixelCNN"])
    for name, pictures in drawn.items():
        for measure, value in lesson["measure"](ruler, pictures).items():
            yield f"{name}: {measure}", value
    for name, pictures in lesson["training_sets"](seed).items():
        yield f"trained on {name}", lesson["trained_on"](pictures, lesson["labels"], seed)


def today(lesson: Lesson, seed: int) -> Values:
    """12: rows of the ring, the flow by its steps, its students, a guided generator, and 200 digits."""
    judged = lesson["judged"]

    def good(name: str, samples: torch.Tensor) -> Values:
        captured, share = judged(samples)
        yield f"{name}: captured", captured
        yield f"{name}: good", share

    rings = {name: lesson["play"](*setting, seed=seed) for name, setting in lesson["ablation"]().items()}
    for name, generator in rings.items():
        seed_everything(seed + 1)
        yield from good(f"ring, {name}", generator(torch.randn(2500, 2)).detach())
    teacher = lesson["train_flow"](seed)
    shares, _ = lesson["by_steps"](teacher)
    for steps, share in shares.items():
        yield f"flow, {steps} steps: good", share
    for name, student in lesson["students"](teacher, seed).items():
        seed_everything(seed + 1)
        yield from good(f"student, {name}", student(torch.randn(2500, 2)).detach())
        yield f"student, {name}: island of the teacher", lesson["same_island"](teacher, student)
    judge = lesson["train_judge"](rings["+ pairs"], seed)
    seed_everything(seed + 1)
    yield from good("guided walk", lesson["guided"](rings["+ pairs"], judge))
    yield from good("kept by odds", lesson["kept"](rings["+ pairs"], judge))
    for name in ("nothing", "shift_and_cover"):
        _, gaps = lesson["train_on_few"](lesson[name], seed)
        yield f"200 digits, {name}: known above unseen, in percent", list(gaps.values())[-1]


Part = Callable[[Lesson, int], Values]
Part = Callable[[Lesson, int], Values]
LESSONS: dict[str, tuple[Part, ...]] = {
    "05": (wasserstein, claims.critic_steps, claims.lines_of_the_penalty),
    "06": (dcgan, claims.yardsticks, claims.how_sure),
    "07": (conditional, claims.blind_labels),
    "08": (adversarial,),
    "09": (semi_supervised,),
    "10": (lapgan, picture_to_picture, too_much_of_d),
    "11": (other_models,),
    "12": (today,),
    "13": (claims.impostors, claims.recipes),
}


@contextlib.contextmanager
def _replaced(lesson: Lesson, **names: Any) -> Iterator[None]:
    """Let a notebook's own functions find other ones under some of its names."""
    before = {name: lesson[name] for name in names}
    lesson.update(names)
    try:
        yield
    finally:
        lesson.update(before)


def measure(number: str, seeds: Sequence[int], only: Sequence[str] = ()) -> dict[str, str]:
    """Play one assignment's training, or some parts of it, with every seed; return a range for each value."""
    (assignment,) = [a for a in find_course(ROOT).assignments if a.name.startswith(number)]
    lesson = solved_namespace(assignment)
    found: dict[str, list[float]] = defaultdict(list)
    begin = time.process_time()
    for seed in seeds:
        for part in LESSONS[number]:
            if only and part.__name__ not in only:
                continue
            with contextlib.redirect_stdout(io.StringIO()):
                for name, value in part(lesson, seed):
                    found[f"{number} {name}"].append(float(value))
    ranges = {name: f"{min(v):.4g} to {max(v):.4g}" for name, v in found.items()}
    return {**ranges, f"{number} CPU seconds a seed": f"{(time.process_time() - begin) / len(seeds):.0f}"}


def main() -> None:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--seeds", type=int, default=3)
    made.add_argument("--only", action="append", choices=sorted(LESSONS), help="may be repeated")
    made.add_argument(
        "--part", action="append", help="one function of a lesson, such as critic_steps; may be repeated"
    )
    options = made.parse_args()
    os.environ["MPLBACKEND"] = "Agg"
    torch.set_num_threads(options.threads or 1)
    result: dict[str, Any] = {"seeds": options.seeds}
    for number in options.only or LESSONS:
        result |= measure(number, range(options.seeds), options.part or ())
    report(result, options.json)


if __name__ == "__main__":
    main()
