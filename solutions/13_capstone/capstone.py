# %% [markdown]
# # 13 · Your own project
#
# **What you will do.** Write one recipe, `train(real, seed)`, that turns 1,000 points into a generator. It starts from the networks, losses and steps that *you* wrote in earlier lessons. When it is graded, your recipe is run again, on data of the same kind that neither you nor it has seen. Four figures of its samples decide, and you write a page on what you tried and found.
#
# **What you will learn.** To state beforehand what counts as success, and to measure it yourself; what each of four figures sees and does not see; to change one thing at a time and say what came of it.
#
# **What you need.** From the course: Algorithm 1 and your steps (assignment 03), the non-saturating loss, R1 and averaged weights (04), precision and recall, and the test for copies (11). No GPU.
#
# **Time.** About three hours: 20 minutes of reading, 20 of exercises, two hours for the project and the report, the rest predictions and questions. All of it is core; what is optional stands under "Go further". The notebook alone runs in about half a minute on one processor core.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`).

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math
import time

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import plots, predictions, project, training
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.project.stand_ins import (
    average_weights,
    critic_loss,
    discriminator_loss,
    discriminator_step,
    generator_loss,
    generator_step,
    gradient_penalty,
    make_discriminator,
    make_generator,
    r1_penalty,
)
from gan_course.seeding import seed_everything

check = checks("13_capstone")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>What does precision see that recall does not, and the other way round (assignment 11)?</summary>
#
# Precision is the share of samples that lie among the real ones: quality. Recall is the share of real ones that lie among the samples: variety. A generator of one perfect sample has full precision and no recall; noise everywhere has full recall and hardly any precision.
# </details>
# <details><summary>Which of the two players does R1 act on, and where is the slope taken (assignment 04)?</summary>
#
# On D: $\gamma/2$ times the mean of $\lVert \nabla_x D(x) \rVert^2$ over real samples. It keeps D's verdict flat around the data.
# </details>
# <details><summary>Why must G be held constant while D learns (assignment 03)?</summary>
#
# Each player descends on a loss of its own. If D's step moved G too, it would move G towards fakes that are easier to reject.
# </details>

# %% [markdown]
# ---
# ## 1 · The data, and how they may vary
#
# Every **variant** is a ring of Gaussians in the plane. From one variant to the next these change:
#
# | what | between |
# |---|---|
# | number of modes | 5 and 8 |
# | size of the ring (half of its longer axis) | 1 and 3 |
# | shorter axis, as a share of the longer one | 0.7 and 1 |
# | direction of the axes, and where on the ring the modes begin | anything |
# | centre | each coordinate from −2 to 2 |
# | weight of a mode, before they are made to add up to 1 | 1 and 2.5 |
#
# What does not change: every mode is round, its standard deviation is a fortieth of the ring's longer axis, and you get 1,000 points. The visible check plays variant 7, `project.variant(project.PUBLIC_VARIANT)`. **The grader plays one whose number is secret.** You can look at as many others as you like.
#
# A variant carries three sets of 1,000 points from one mixture: `real`, which your recipe is given; `fresh` and `held_out`, which it never sees. `mixture` knows the truth: `modes`, `std`, `weights`.

# %% tags=["nbval-ignore-output"]
PUBLIC = project.variant(project.PUBLIC_VARIANT)
VARIANTS = {f"variant {seed}": project.variant(seed) for seed in (project.PUBLIC_VARIANT, 11, 12)}


def show(panels, columns=3):
    """Draw clouds of points beside each other: name -> (points, variant)."""
    lines = math.ceil(len(panels) / columns)
    _, axes = plots.figure(lines, columns, 2.7, 2.7)
    places = axes.flat if lines * columns > 1 else [axes]
    for ax, (name, (points, of)) in zip(places, panels.items(), strict=True):
        ax.scatter(*of.real.T, s=3, color="#999999", linewidths=0, label="training rows")
        ax.scatter(*points.T, s=3, color="#D55E00", alpha=0.5, linewidths=0, label="samples")
        centre, reach = of.mixture.modes.mean(0), 1.35 * (of.real - of.real.mean(0)).abs().max()
        ax.set(xlim=(centre[0] - reach, centre[0] + reach), ylim=(centre[1] - reach, centre[1] + reach))
        ax.set_aspect("equal")
        ax.set_title(name, fontsize=9)
    plt.show()


@demo
def three_variants():
    for number, of in VARIANTS.items():
        weights = ", ".join(f"{w:.2f}" for w in of.mixture.weights)
        print(f"{number:10s} {len(of.mixture.modes)} modes, weights {weights}")
    show({number: (of.fresh, of) for number, of in VARIANTS.items()})


# %% [markdown]
# Grey: the training rows. Orange: fresh rows from the same mixture, as a perfect generator would draw them. That is the goal, and now it has to be put into numbers.
#
# ---
# ## 2 · What counts as success
#
# These are the thresholds. They stand here before you begin, they are the same for everybody, and the grader recomputes each figure from 2,000 samples that it draws from the generator that *your recipe* trained. Nothing that you print counts, and no picture.
#
# | figure | what it is | threshold | fresh rows | uniform noise |
# |---|---|---|---|---|
# | **coverage** | share of the modes that get at least a third of the samples due to them | all of them | all | 0 |
# | **quality** | share of the samples within 3σ of a mode | at least 70% | 98% to 99% | 2% to 4% |
# | **diversity** | recall with k = 3: share of real, held-out rows that lie among 1,000 samples | at least 60% | 96% to 98% | 91% to 100% |
# | **copies** | share of the samples that are nearer to a training row than to any of as many fresh rows | at most 65% | 47% to 50% | 42% to 52% |
#
# (Last two columns, and all ranges of this notebook: over five variants, `python tests/benchmarks/lesson_ranges.py --only 13`.)
#
# Two of these four you write yourself now, since you can only aim at what you can compute. The other two you have met: quality counts as `count_modes` of assignment 04 did, and diversity is `share_among` of assignment 11 with the two sets exchanged.

# %% [markdown]
# ### Exercise 1 · Coverage with unequal modes  (4 points, about 8 minutes)
#
# **Goal.** In assignment 04 a mode was captured with 20 of 2,500 samples, whatever its weight. Here modes weigh differently, so each is asked for its own part: mode $k$ with weight $w_k$ is **reached** if at least a third of the $n\,w_k$ samples due to it lie within three standard deviations,
#
# $$
# \#\{i : \lVert x_i - \mu_k \rVert \le 3\sigma\} \;\ge\; \tfrac13\, n\, w_k .
# $$
#
# *You get* `samples`, shape (n, 2); `modes`, shape (K, 2); `weights`, shape (K,), which add up to 1; and `std`, a number. *You return* the share of modes that are reached, as a scalar tensor. No sample is within reach of two modes, and no mode gets a third of its due to the very sample.
#
# <details><summary>Hint 1</summary>
#
# `(samples[:, None] - modes).norm(dim=2)` is the table of all distances, shape (n, K).
# </details>
# <details><summary>Hint 2</summary>
#
# Count along the samples, compare along the modes: two vectors of K numbers, and the mean of what their comparison gives.
# </details>
#
# **What to expect.** 60 samples for two modes with weights 0.8 and 0.2: 40 lie at the first, 5 at the second, 15 between them. Due are 48 and 12, a third of which is 16 and 4: both are reached, 1.0.


# %% nbgrader={"grade": false, "grade_id": "reached_share", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reached_share(samples, modes, weights, std):
    """Return the share of modes that get at least a third of their due, as a scalar tensor."""
    ### BEGIN SOLUTION
    distances = (samples[:, None] - modes).norm(dim=2)
    counts = (distances <= 3 * std).sum(dim=0)
    return (counts >= len(samples) * weights / 3).double().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reached_share", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.reached_share(reached_share)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "reached_share")
### END HIDDEN TESTS

# %% [markdown]
# The test for copies of assignment 11 compared how near samples lie to the training set with how near *held-out* rows do. It has a weakness: a generator that draws the middle of every mode a little too often lies nearer to the training rows than held-out rows do, and copies nothing. A fairer question asks each sample *itself*: is your nearest neighbour a training row, or one of as many fresh rows that nobody has trained on? To an honest generator the two sets are alike, wherever it puts its samples.

# %% [markdown]
# ### Exercise 2 · Whose neighbours?  (4 points, about 7 minutes)
#
# **Goal.** Give the share of samples whose nearest training row is nearer than their nearest fresh row; a sample that is as far from both counts one half.
#
# *You get* `samples`, shape (m, d); `training` and `fresh`, shape (n, d) each. *You return* the share of all m samples, as a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# Two rows of m numbers: each sample's distance to its nearest training row, and to its nearest fresh row.
# </details>
#
# **What to expect.** Samples 1, 6 and 20, training rows 0 and 10, fresh rows 5 and 22. The distances are 1, 4 and 10 to the training rows, 4, 1 and 2 to the fresh ones: one of three, 0.33. A copier reaches 1, an honest generator about one half.


# %% nbgrader={"grade": false, "grade_id": "nearer_to_training", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nearer_to_training(samples, training, fresh):
    """Return the share of samples whose nearest row is a training row, ties counted half."""
    ### BEGIN SOLUTION
    own = torch.cdist(samples, training).min(dim=1).values
    other = torch.cdist(samples, fresh).min(dim=1).values
    return ((own < other).double() + 0.5 * (own == other).double()).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_nearer_to_training", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.nearer_to_training(nearer_to_training)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "nearer_to_training")
### END HIDDEN TESTS

# %% [markdown]
# ### Before you run it
#
# Six ways to draw points without having learned much. **How many of the four thresholds** does a copier pass, who hands out training rows? And uniform noise over the whole plane that the data take up? Write down two whole numbers from 0 to 4.

# %% nbgrader={"grade": false, "grade_id": "predict_impostors", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_impostors = {
    "thresholds passed by a copier": ...,
    "thresholds passed by uniform noise": ...,
}


# %%
def impostors(of, n=2000, seed=0):
    """Samples of six generators that cheat or fail, by name."""
    seed_everything(seed)
    real, mixture = of.real, of.mixture
    rows = real[torch.randint(len(real), (n,))]
    low, high = real.min(0).values, real.max(0).values
    nearest = torch.cdist(real, mixture.modes).argmin(1)
    half = real[nearest < len(mixture.modes) // 2]
    grain = mixture.std * torch.randn(n, 2)
    return {
        "uniform noise": low + (high - low) * torch.rand(n, 2),
        "one point": real[:1].repeat(n, 1),
        "copier": rows,
        "copier with a grain": rows + 0.1 * grain,
        "half of the modes": half[torch.randint(len(half), (n,))] + 0.5 * grain,
        "blurred": rows + 2 * grain,
    }


def row(name, found):
    """Print four figures, a star behind each that misses its threshold."""
    shares = {key: getattr(found, key) for key in project.THRESHOLDS}
    cells = "".join(
        f"{100 * shares[key]:10.0f}%{' ' if passes else '*'}" for key, passes in found.passes.items()
    )
    print(f"{name:26s}{cells}")


def head(title=""):
    """Print the head of a table of figures."""
    print(f"{title:26s}" + "".join(f"{key:>11s} " for key in project.THRESHOLDS))


@demo
def six_impostors():
    of = PUBLIC
    measured = {name: project.figures(x, of) for name, x in impostors(of).items()}
    head("* misses its threshold")
    seed_everything(0)
    row("fresh rows", project.figures(of.mixture.sample(2000), of))
    for name, found in measured.items():
        row(name, found)
    show({name: (x, of) for name, x in impostors(of).items()})
    predictions.compare(
        predict_impostors,
        {
            "thresholds passed by a copier": sum(measured["copier"].passes.values()),
            "thresholds passed by uniform noise": sum(measured["uniform noise"].passes.values()),
        },
    )


# %% [markdown]
# Each impostor misses the threshold made for it, and **none is caught by all four**. Uniform noise is as diverse as can be, and copies nobody. The copier passes everything but the one test that asks whose points these are; a grain of a tenth of σ does not save him. Hence the order of the verdict: a copier, noise and a constant get no points at all, since their other figures mean nothing.
#
# What would a grain of *half* a standard deviation do? Try it: replace `0.1` and run the cell again. Closing question 3 comes back to what you see.
#
# ---
# ## 3 · Start from what you have
#
# You have written networks, losses and steps before. `project.bring` looks for your notebooks of those lessons, in the folders beside this one (as `gan-course start` lays them out), takes the *text* of your answers, tells you what it took from where and whether its check is green there, and puts it into a new cell below. Where you have no answer, the course's own part is named: it works, and it is not yours.
#
# The text is copied, not imported: you hand in *this* notebook alone, and what runs here must run there.


# %% tags=["nbval-ignore-output"]
@demo
def what_you_have():
    project.bring()


# %% [markdown]
# Run the cell that appeared, if one did. Its definitions take the place of the course's, which the first cell of this notebook has imported under the same names:
#
# | part | arguments | lesson |
# |---|---|---|
# | `make_generator`, `make_discriminator` | `(latent_dim, data_dim, hidden=64)`, `(data_dim, hidden=64)` | 03 |
# | `discriminator_loss`, `generator_loss` | `(real_logits, fake_logits)`, `(fake_logits)` | 03, 04 |
# | `discriminator_step` | `(generator, discriminator, d_optimizer, real, noise, loss)` | 03 |
# | `generator_step` | `(generator, discriminator, g_optimizer, n, noise, loss)` | 03 |
# | `r1_penalty` | `(discriminator, real, gamma)` | 04 |
# | `average_weights` | `(averaged, model, keep)` | 04 |
# | `critic_loss`, `gradient_penalty` | `(real_values, fake_values)`, `(critic, real, fake)` | 05 |
# | `relativistic_d_loss`, `relativistic_g_loss`, `slope_penalties` | `(real_logits, fake_logits)` twice, `(discriminator, real, fake, gamma)` | 12, only where you wrote them |
#
# In this assignment you may use **anything**: these, `gan_course.training`, your own loop. What is graded is what comes out.
#
# ### Before you run it
#
# First the plain game of assignments 03 and 04: two perceptrons, Adam, no penalty, no averaging, a constant rate, 2,000 iterations on variant 7, played by the library's loop. **What share of its samples is good**, in percent? And on how many of the three variants above does it pass all four thresholds?

# %% nbgrader={"grade": false, "grade_id": "predict_plain", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_plain = {
    "good samples on variant 7, in %": ...,
    "variants of three on which all four are passed": ...,
}


# %%
def plain_game(real, seed, **remedies):
    """The plain game of assignments 03 and 04, played by the library's loop; return sample(n)."""
    seed_everything(seed)
    mean, spread = real.mean(dim=0), real.std(dim=0)
    game = training.train(
        make_generator(4, 2),
        make_discriminator(2),
        (real - mean) / spread,
        loss="non_saturating",
        steps=2000,
        batch_size=128,
        lr=3e-3,
        betas=(0.0, 0.99),
        progress=False,
        **remedies,
    )
    drawer = game.generator if game.averaged is None else game.averaged
    return lambda n: drawer(torch.randn(n, 4)).detach() * spread + mean


def played(recipe, of, seed=1, n=2000):
    """Train a recipe on a variant; return 2,000 samples and the seconds of processor time."""
    began = time.process_time()
    sample = recipe(of.real.clone(), seed)
    seconds = time.process_time() - began
    seed_everything(seed)
    return sample(n), seconds


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 12 s")
def the_plain_game():
    drawn, measured = {}, {}
    head("* misses its threshold")
    for number, of in VARIANTS.items():
        drawn[number] = played(plain_game, of)[0], of
        measured[number] = project.figures(drawn[number][0], of)
        row(number, measured[number])
    show(drawn)
    predictions.compare(
        predict_plain,
        {
            "good samples on variant 7, in %": 100 * measured["variant 7"].quality,
            "variants of three on which all four are passed": sum(
                all(found.passes.values()) for found in measured.values()
            ),
        },
        near=5,
    )


# %% [markdown]
# Over five variants, the three above among them, the plain game reached between 43% and 100% of the modes, with a quality of 51% to 91% and a diversity of 56% to 71%. Where it passes, it passes; elsewhere it loses half of the ring. **A run that passes on one variant is no evidence for a recipe.** And no single remedy of assignment 04 (a falling rate, averaged weights, R1, each added alone) passed on all five either.
#
# ---
# ## 4 · Your recipe

# %% [markdown]
# ### Exercise 3 · The project  (20 points, two hours)
#
# **Goal.** Write `train(real, seed)`. It is called with 1,000 points of a variant that you do not know and a whole number, and returns a function: `sample(n)` draws n *new* points, a tensor of shape (n, 2), on the scale of the data.
#
# *How it is graded.* Your recipe is run once on a secret variant. Then 2,000 samples are drawn and measured:
#
# | what | lost, if it is missed |
# |---|---|
# | coverage: every mode gets a third of its due | 5 points; 10 if at most half of the modes do (collapse) |
# | quality at least 70% | 5 points |
# | diversity at least 60% | 5 points |
# | at most **20 seconds** of one processor core | 5 points, beyond 30 s: machines differ, so there is some room; after a minute it is stopped and gets none |
# | copies at most 65% | all 20: the other figures say nothing of a copier. Where quality or diversity fails, samples have few neighbours, and on which side these lie is chance: there only exact copies (more than a tenth of all) count against you |
# | noise (quality below 30%), one and the same point, the same rows in every call | all 20 |
# | samples on the scale of the training, not of the data | 15 points |
#
# torch is seeded for you before the call; use `seed` or do not. The check below does the same as the grader, with the same words, on variant 7. It takes as long as your recipe does.
#
# <details><summary>Hint 1: nothing works yet</summary>
#
# Begin with `plain_game`, in your own words, and look at its figures over several variants. What fails first?
# </details>
# <details><summary>Hint 2: another variant breaks it</summary>
#
# Centre and size of the ring change. Which numbers in your recipe fit variant 7 alone? Measure them on `real`.
# </details>
# <details><summary>Hint 3: modes are missing, or quality trembles</summary>
#
# Section 7 of assignment 04 compared a penalty, a falling rate and averaged weights. Which one lacked for which trouble? Add *one*, and look again on three variants.
# </details>
# <details><summary>Hint 4: a penalty inside of a step that takes a loss</summary>
#
# `loss` is any function of the two batches of logits. One that is defined inside of the loop can see the batch: `def d_loss(real_logits, fake_logits): return discriminator_loss(...) + r1_penalty(discriminator, batch, gamma)`. On every fourth step, four times as strong, it costs a quarter.
# </details>
#
# **What to expect.** The course's own recipe takes some 4 s and passed with room on each of five variants: all modes, quality 86% to 93%, diversity 85% to 90%, copies 48% to 52%.


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(real, seed):
    """Train a generator on real, shape (N, 2); return sample(n), which draws n new rows, shape (n, 2)."""
    ### BEGIN SOLUTION
    torch.manual_seed(seed)
    centre, scale = real.mean(0), real.std(0)
    rows = (real - centre) / scale
    generator, discriminator = make_generator(4, 2), make_discriminator(2)
    mean_generator = copy.deepcopy(generator)
    of_g, of_d = (
        torch.optim.Adam(player.parameters(), betas=(0.0, 0.99), fused=True)
        for player in (generator, discriminator)
    )

    def noise(n):
        return torch.randn(n, 4)

    steps = 2000
    for iteration in range(steps):
        for optimizer in (of_g, of_d):
            optimizer.param_groups[0]["lr"] = 3e-3 * min(1.0, 2.05 - 2 * iteration / steps)
        batch = rows[torch.randint(len(rows), (128,))]

        def d_loss(real_logits, fake_logits, batch=batch, penalised=iteration % 4 == 0):
            value = discriminator_loss(real_logits, fake_logits)
            return value + r1_penalty(discriminator, batch, 0.4) if penalised else value

        discriminator_step(generator, discriminator, of_d, batch, noise, d_loss)
        generator_step(generator, discriminator, of_g, len(batch), noise, generator_loss)
        average_weights(mean_generator, generator, keep=0.99)

    def sample(n):
        with torch.no_grad():
            return mean_generator(noise(n)) * scale + centre

    return sample
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_train", "locked": true, "points": 20, "schema_version": 3, "solution": false, "task": false}
check.train(train)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "train")
### END HIDDEN TESTS

# %% [markdown]
# One variant is no evidence. Here is your recipe on three of them; give other numbers to `project.variant` and run it as often as you like. For the report you will need such rows with one thing changed.


# %% tags=["nbval-ignore-output"]
@demo(seconds="three times as long as your recipe")
def my_project():
    drawn = {}
    head("* misses its threshold")
    for number, of in VARIANTS.items():
        samples, seconds = played(train, of)
        row(f"{number}, {seconds:.0f} s", project.figures(samples, of))
        drawn[number] = samples, of
    show(drawn)


# %% [markdown]
# ---
# ## 5 · The report
#
# Three parts, read by a person with the rubric above each. Write under the headings that are there; half a page in all is enough. A part that is left as it was gets no points. Numbers in it are yours to give and will be compared with what the grader measured.

# %% [markdown]
# ### Part 1 · The game  (4 points, graded by hand)
#
# | points | for |
# |---|---|
# | 2 | names networks, losses, steps and remedies, and for each whether it is your own of an earlier lesson, the course's, or new here |
# | 2 | gives a reason for each choice that differs from the plain game, from a lesson or a measurement |

# %% [markdown] nbgrader={"grade": true, "grade_id": "report_game", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# **What plays, and where it comes from.**
#
# <!-- BEGIN SOLUTION -->
# Two perceptrons with two hidden layers of 64 (assignment 03), four numbers of noise. Losses: the cross-entropy of D (03) and the non-saturating loss of G (04), one step each (03). Three remedies of 04: R1 with γ = 0.1 (as 0.4 on every fourth step), rates that fall over the second half, averaged weights. New: the rows are standardised by their own mean and spread.
# <!-- END SOLUTION -->
#
# **Why, where it is not the plain game.**
#
# <!-- BEGIN SOLUTION -->
# The plain game lost up to half of the modes of some variants (Part 2). Centre and size of a variant are unknown, so both are measured on the rows that come in.
# <!-- END SOLUTION -->

# %% [markdown]
# ### Part 2 · What you tried, one change at a time  (6 points, graded by hand)
#
# | points | for |
# |---|---|
# | 2 | a table with a row for each of at least three recipes that differ in *one* thing, with all four figures |
# | 2 | each row measured on at least three variants or seeds, least and largest value given |
# | 2 | says what changed and what did not, claims no more than the ranges allow, and keeps a change that did not help |

# %% [markdown] nbgrader={"grade": true, "grade_id": "report_evidence", "locked": false, "points": 6, "schema_version": 3, "solution": true, "task": false}
# **Figures, least to largest over the variants ...**
#
# <!-- BEGIN SOLUTION -->
# | recipe | coverage | quality | diversity | copies |
# |---|---|---|---|---|
# | plain game | 43 to 100% | 51 to 91% | 56 to 71% | 47 to 56% |
# | and a falling rate | 86 to 100% | 85 to 95% | 77 to 90% | 47 to 52% |
# | or averaged weights | 86 to 100% | 86 to 93% | 76 to 83% | 50 to 51% |
# | or R1 | 62 to 100% | 44 to 87% | 76 to 86% | 45 to 55% |
# | all three | 100% | 86 to 93% | 85 to 90% | 48 to 52% |
#
# Five variants (7, 11, 12, 13, 14), one seed each, 2,000 iterations.
# <!-- END SOLUTION -->
#
# **What follows, and what does not.**
#
# <!-- BEGIN SOLUTION -->
# A falling rate or averaged weights lift the least quality from 51% to 85% and 86%, but with either of them alone one variant still lacks a mode. R1 alone did not help quality: 44 to 87% against 51 to 91%. Only all three together reached every mode of all five variants. That does not show that each is needed: I did not take one away from the three.
# <!-- END SOLUTION -->

# %% [markdown]
# ### Part 3 · Limits  (4 points, graded by hand)
#
# | points | for |
# |---|---|
# | 2 | shows one thing that the recipe does badly, with a figure or a picture that you describe |
# | 2 | names something about the samples that none of the four figures would notice, and how you would measure it |

# %% [markdown] nbgrader={"grade": true, "grade_id": "report_limits", "locked": false, "points": 4, "schema_version": 3, "solution": true, "task": false}
# **What it does badly.**
#
# <!-- BEGIN SOLUTION -->
# Modes are drawn too narrow: in the pictures the orange dots sit inside of the grey ones, and diversity stays below that of fresh rows (96% to 98%).
# <!-- END SOLUTION -->
#
# **What the figures would not notice, and what would.**
#
# <!-- BEGIN SOLUTION -->
# A mode with half of its weight still counts as reached. The Kullback-Leibler divergence between the samples' shares of the modes and the true weights (assignment 02) would show it.
# <!-- END SOLUTION -->

# %% [markdown]
# ---
# ## 6 · Summary
#
# * Success was stated **before** the work, in figures that anybody can recompute.
# * **Coverage** asks every mode, **quality** every sample, **diversity** every real row, and the test for **copies** asks whose rows they are. No impostor was caught by all four, and each by one of them.
# * A recipe that measures what it needs on the rows that come in carries over to data that nobody has seen; one with numbers of the public variant in it does not.
# * A figure without a range over seeds or variants is an anecdote. A change that did not help is a finding.
#
# **Go further.** (1) Play your recipe with `gan_course.data.grid()` in the place of the variant: does it find all 25 modes in the same time? (2) Exchange the game for flow matching (assignment 12) and compare at equal seconds. (3) Let the same recipe draw the 8 by 8 digits of `gan_course.data.digits(flat=True)`, with wider networks; `metrics.precision_recall` in a classifier's features takes the place of quality and diversity. (4) The copies' threshold is 65%. How large must a grain be so that a copier passes it, as a part of σ? What does it do to quality?
#
# ---
# ## 7 · Closing questions  (5 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). An honest generator was trained on 1,000 rows. Somebody measures `nearer_to_training` with these and **3,000** fresh rows. Which share should be expected? Give a number from 0 to 1.
#
# <details><summary>Hint</summary>
#
# To an honest generator all 4,000 rows are alike.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_more_fresh", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_more_fresh = 1000 / 4000
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_more_fresh", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_more_fresh(q_more_fresh)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "q_more_fresh")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (1 point). A recipe passes everything on variant 7 and gets "nowhere near the data" on the secret one. Which of its lines is the likely reason?
#
# * **a** · `torch.manual_seed(7)`
# * **b** · `rows = (real - torch.tensor([0.9, -1.2])) / 1.6`
# * **c** · `average_weights(averaged, generator, keep=0.999)`
# * **d** · `picked = rows[torch.randperm(len(rows))[:128]]`
#
# <details><summary>Hint</summary>
#
# The table in section 1.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_public_only", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_public_only = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_public_only", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_public_only(q_public_only)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "q_public_only")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). Instead of training anything, somebody draws a training row at random and adds a grain of half a standard deviation of a mode. All four thresholds are passed. What follows?
#
# * **a** · The measurement is broken: only a GAN can pass all four.
# * **b** · The test for copies failed, since every sample is a copy with noise.
# * **c** · The figures judge samples, not how they came about. Such an estimate is a good one for these data; that two networks played has to be shown otherwise.
# * **d** · The thresholds are too low. Higher ones would fail this and let every good GAN pass.
#
# <details><summary>Hint</summary>
#
# Run the table of impostors with that grain. How does it compare with fresh rows?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_what_figures_say", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_what_figures_say = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_what_figures_say", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_what_figures_say(q_what_figures_say)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("13_capstone", "q_what_figures_say")
### END HIDDEN TESTS
