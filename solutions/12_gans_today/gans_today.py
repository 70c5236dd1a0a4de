# %% [markdown]
# # 12 · GANs today
#
# **What you will do.** Bring the game of assignments 03 and 04 up to date: write the losses that judge real and fake samples in pairs, the two penalties that let a proof go through, and find out by changing one thing at a time which of them helps. Then build the other method of today, a flow that walks from noise to data in many steps, and train a student that does the whole walk in one, first by imitation, then with a discriminator beside it. At the end a discriminator improves a generator that is no longer trained, and 200 pictures have to be enough.
#
# **What you will learn.** What relativistic losses are; why the modern recipe converges, in a game small enough for pencil and paper; flow matching; why a one-step student that only imitates misses the data, and what an adversarial loss adds; a logit as the logarithm of a ratio of densities, used as a guide; why both sides of a batch must be augmented; and where adversarial losses are used today.
#
# **What you need.** From the course: the steps of assignment 03, the non-saturating loss, the R1 penalty and the ring of 04, convolutional networks (06). Slopes with `torch.autograd.grad`. No GPU.
#
# **Time.** Not quite two hours: half an hour of reading, an hour of exercises, the rest predictions, questions and waiting. Sections 1 to 4 are the core; section 5 (a discriminator as guide) and section 6 (little data) can wait for a second sitting. The notebook alone runs in about a minute to a minute and a half on one processor core.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`), do not leave it asking for gradients, and leave the gradients in the networks as they are: an answer that does not loses half of its points. Only exercise 8 is there to change something, the weights of its two players.
#
# Four papers carry it: Huang, Gokaslan, Kuleshov and Tompkin, [*The GAN is dead; long live the GAN! A Modern Baseline GAN*](https://arxiv.org/abs/2501.05441) (2024); Lipman, Chen, Ben-Hamu, Nickel and Le, [*Flow Matching for Generative Modeling*](https://arxiv.org/abs/2210.02747) (2022); Sauer, Lorenz, Blattmann and Rombach, [*Adversarial Diffusion Distillation*](https://arxiv.org/abs/2311.17042) (2023); and Zhao, Liu, Lin, Zhu and Han, [*Differentiable Augmentation for Data-Efficient GAN Training*](https://arxiv.org/abs/2006.10738) (2020). The others are named where they are used.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math
import time

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data, metrics, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.seeding import seed_everything
from gan_course.training import R1, losses

check = checks("12_gans_today")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>What is the logit of the best discriminator, in terms of the two densities?</summary>
#
# $D^* = p_{\text{data}} / (p_{\text{data}} + p_g)$, so its logit is $\log p_{\text{data}}(x) - \log p_g(x)$ (assignments 02 and 03). Section 5 lives on it.
# </details>
# <details><summary>What does R1 punish, and why may that help near the end of a game?</summary>
#
# The squared slope of $D$ at real samples (assignment 04). Where data and fakes agree, a $D$ that still slopes there pushes fakes away from where they belong.
# </details>
# <details><summary>Which remedies of assignment 04 were not a matter of the loss at all?</summary>
#
# Learning rates that fall, and an average over the generator's weights. Keep both in mind when you read the table of section 2.
# </details>
#
# ### What has become of GANs
#
# Since about 2021 the best known image generators are **diffusion models**, and their relatives, the flows of section 3. They train by plain regression, with one loss that falls. Their price is paid when sampling: a network is asked ten or a hundred times for one picture, a GAN's once. Today the two meet in two ways, and both are in this notebook: the game itself has been cleaned up (sections 1 and 2), and the *adversarial loss* has become a part of other methods (sections 4 and 7).
#
# The stage is the ring of assignment 04: eight islands, radius 2, standard deviation 0.02. A sample is *good* if it lies within three standard deviations of an island; an island is *captured* if at least 20 of 2,500 samples do.


# %%
ring = data.ring()


def network(inputs, outputs, width=128):
    """A perceptron with two hidden layers and nothing after the last one."""
    return nn.Sequential(
        nn.Linear(inputs, width),
        nn.ReLU(),
        nn.Linear(width, width),
        nn.ReLU(),
        nn.Linear(width, outputs),
    )


def adam(net, beta=0.9):
    return torch.optim.Adam(net.parameters(), betas=(beta, 0.99), fused=True)


def set_rate(optimizers, lr, share=0.0):
    """Set a rate that stays for the first half of a run and then falls to a fiftieth."""
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr * max(0.02, min(1.0, 2 * (1 - share)))


def judged(samples):
    """Islands captured, and the share of good samples in percent."""
    found = metrics.mode_coverage(samples, ring.modes, ring.std)
    return found.captured, 100 * found.good


def draw_rings(sets):
    """Draw named sets of samples beside each other."""
    _, axes = plots.figure(1, len(sets), 2.4, 2.5)
    for ax, (name, samples) in zip(axes, sets.items(), strict=True):
        ax.scatter(*samples[:800].T, s=3, color="#D55E00", alpha=0.5, linewidths=0)
        ax.scatter(*ring.modes.T, marker="x", color="#333333", s=30, linewidths=1)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xticks=[], yticks=[])
        ax.set_title(name, fontsize=9)
    plt.show()


# %% [markdown]
# ---
# ## 1 · Judged in pairs
#
# In the game of assignment 03 $D$ judges each sample by itself: this one is real, that one is not. Jolicoeur-Martineau ([2018](https://arxiv.org/abs/1807.00734)) let it judge **pairs**: of this real sample $x$ and this fake $\tilde x = G(z)$, which is *more* real? With logits $a = D(x)$ and $\tilde a = D(\tilde x)$ the pair is in the right order if $a > \tilde a$, and its difference goes through the same curve as ever, $\zeta(t) = \log(1 + e^t)$:
#
# $$
# L_D = \frac1N \sum_{i=1}^N \zeta(\tilde a_i - a_i), \qquad L_G = \frac1N \sum_{i=1}^N \zeta(a_i - \tilde a_i) .
# $$
#
# | symbol | meaning |
# |---|---|
# | $x$, $\tilde x = G(z)$ | a real sample and a fake |
# | $a$, $\tilde a$ | their logits; N of each, paired in the order in which they come |
# | $\zeta(t) = \log(1 + e^t)$ | softplus |
# | $\gamma$ | weight of the penalties of section 2 |
# | $p_t$, $v(p, t)$ | a point on the way from noise to data at time $t$, and the velocity there (section 3) |
# | $w$ | weight of the adversarial part of a student's loss (section 4) |
# | $s$ | size of a step of a guided walk (section 5) |
#
# Add 5 to all logits, of real and fake samples alike: in the old losses much would change, here nothing does. There is no "real" by itself any more, only "more real than". Why should that help? Sun, Fang and Schwing ([2020](https://arxiv.org/abs/2011.04926)) looked at the *landscape* of both losses. With finitely many data and players who may do anything, the game that judges one by one has very many bad basins, all of them states of mode collapse: a $D$ that needs only one border between all data and all fakes does not mind where the fakes crowd. The paired game, whose $D$ has to lift *every* data point above the fakes, has none; they prove both. It is a statement about the landscape, not about where a run ends. What it is worth here, we will measure.

# %% [markdown]
# ### Exercise 1 · The discriminator's relativistic loss  (4 points, about 5 minutes)
#
# **Goal.** Write $L_D$.
#
# *You get* `real_logits` and `fake_logits`, both of shape (N,) or both of shape (N, 1). *You return* a scalar tensor through which gradients reach both. It must be right for logits of ±200, too.
#
# <details><summary>Hint 1</summary>
#
# Which difference should be far below 0 if $D$ does well? That one goes into $\zeta$.
# </details>
# <details><summary>Hint 2</summary>
#
# `F.softplus` is $\zeta$, safe for any number. Pair i is real i and fake i: a plain difference of the two tensors.
# </details>
#
# **What to expect.** For real logits (2, −1, 0.5) and fake ones (1, 0.5, −3) the three pairs cost 0.313, 1.701 and 0.030: the second is in the wrong order. Their mean is 0.681.


# %% nbgrader={"grade": false, "grade_id": "relativistic_d_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relativistic_d_loss(real_logits, fake_logits):
    """Return D's relativistic loss of N pairs as a scalar tensor."""
    ### BEGIN SOLUTION
    return F.softplus(fake_logits - real_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_relativistic_d_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.relativistic_d_loss(relativistic_d_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "relativistic_d_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 2 · The generator's relativistic loss  (3 points, about 4 minutes)
#
# **Goal.** Write $L_G$. Note that $G$ now needs the *real* logits as well, which it never asked for in assignment 04.
#
# *You get* `real_logits` and `fake_logits` as above. *You return* a scalar tensor through which gradients reach both; it must be right for logits of ±200, too.
#
# <details><summary>Hint</summary>
#
# $G$ wants the pair in the other order. Is that minus $D$'s loss? Look at the slopes of $\zeta(t)$ and of $-\zeta(-t)$ where $t$, $D$'s lead, is large: which of them still pushes?
# </details>
#
# **What to expect.** For the pairs of exercise 1: 1.313, 0.201 and 3.530, with a mean of 1.681. Where $D$'s lead is large the slope in each fake logit is nearly $-1/N$: this loss does not saturate.


# %% nbgrader={"grade": false, "grade_id": "relativistic_g_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relativistic_g_loss(real_logits, fake_logits):
    """Return G's relativistic loss of N pairs as a scalar tensor."""
    ### BEGIN SOLUTION
    return F.softplus(real_logits - fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_relativistic_g_loss", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.relativistic_g_loss(relativistic_g_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "relativistic_g_loss")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 2 · Two penalties, and a proof in miniature
#
# Take the smallest game there is ([Mescheder and others, 2018](https://arxiv.org/abs/1801.04406), call it the Dirac-GAN): all data lie at the point 0 of the line. $G$ owns one number $\theta$, the place of all its fakes. $D$ owns one number $\psi$, the slope of $D(x) = \psi x$. Everything is in order when $\theta = 0$ and $\psi = 0$. With your losses,
#
# $$
# L_D = \zeta\big(D(\theta) - D(0)\big) = \zeta(\psi\theta), \qquad L_G = \zeta\big(D(0) - D(\theta)\big) = \zeta(-\psi\theta) .
# $$
#
# Both players walk down their losses. With $\zeta' = \sigma$, and $\sigma(0) = \frac12$ close to the goal,
#
# $$
# \dot\psi = -\sigma(\psi\theta)\,\theta \approx -\tfrac12\theta, \qquad \dot\theta = +\sigma(-\psi\theta)\,\psi \approx \tfrac12\psi .
# $$
#
# That is a pendulum without friction: $\theta$ and $\psi$ circle round the goal. The eigenvalues of the system are $\lambda = \pm\frac{i}{2}$, and the real part, the rate at which a small disturbance dies out, is 0. **Pairing alone gives this game no rate at which it converges** (the plain non-saturating losses give the very same equations here). Farther out the bend of $\zeta$ brakes a little, $\frac{d}{dt}(\theta^2 + \psi^2) = -2\,\psi\theta \tanh(\psi\theta/2)$, but that fades with the fourth power of the distance: the closer, the slower.
#
# Now punish $D$'s slope. Here it is $\psi$ wherever you ask, at data or at fakes, so R1 $= \frac{\gamma}{2}\psi^2$ adds $-\gamma\psi$ to $\dot\psi$: friction. The eigenvalues now solve $\lambda^2 + \gamma\lambda + \frac14 = 0$, so as long as $\gamma < 1$ their real part is $-\frac{\gamma}{2}$: the circles become spirals that end at the goal.
#
# The paper proves, under conditions that it lists, that its game converges *locally*: whoever starts close enough to the goal gets there, because all eigenvalues of the true game have negative real parts. It is this argument, with matrices in the place of numbers. Neither the pairing nor the word "modern" does it; the penalties on the slope do. Local it stays: nothing is said of a start far away.
#
# Why two penalties? R1 asks at the data only. Where the fakes are, as long as they are elsewhere, $D$ may be as steep as it likes. The authors report that with R1 alone their paired loss was not stable on their data, and that it was with **R2** added, the same penalty at the fakes.

# %% [markdown]
# ### Exercise 3 · Both penalties  (5 points, about 8 minutes)
#
# **Goal.** Write R1 and R2 in one function:
#
# $$
# \frac{\gamma}{2}\, \frac1N \sum_{i=1}^N \big\lVert \nabla D(x_i) \big\rVert^2 \;+\; \frac{\gamma}{2}\, \frac1M \sum_{j=1}^M \big\lVert \nabla D(\tilde x_j) \big\rVert^2 .
# $$
#
# *You get* `discriminator`; `real`, shape (N, …) and `fake`, shape (M, …), rows or pictures; and the number `gamma`. *You return* a scalar tensor from which $D$'s weights can learn. Neither batch may learn from it: it is $D$ who is to become flatter.
#
# <details><summary>Hint 1</summary>
#
# You wrote the first half in assignment 04. What has to be done for one batch can be a small function inside of yours.
# </details>
# <details><summary>Hint 2</summary>
#
# `x.detach()`, made to ask for gradients, is a leaf of its own. `torch.autograd.grad` of the *sum* of all logits gives the slope of each at once; with `create_graph=True` the slopes have a graph of their own, from which $D$ can learn.
# </details>
# <details><summary>Hint 3</summary>
#
# A picture's slope has the shape of a picture. `flatten(1)` makes one row of each.
# </details>
#
# **What to expect.** For $D(x) = 3x_1 + 4x_2$ the slope is $(3, 4)$ everywhere, so with $\gamma = 0.2$ each half is $0.1 \cdot 25$, and the sum is 5.


# %% nbgrader={"grade": false, "grade_id": "slope_penalties", "locked": false, "schema_version": 3, "solution": true, "task": false}
def slope_penalties(discriminator, real, fake, gamma):
    """Return R1 + R2 of D's slopes at a real and a fake batch as a scalar tensor."""
    ### BEGIN SOLUTION
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + slope.flatten(1).square().sum(1).mean()
    return gamma / 2 * total
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_slope_penalties", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.slope_penalties(slope_penalties)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "slope_penalties")
### END HIDDEN TESTS

# %% [markdown]
# The pendulum, played with your three functions: both numbers start at 1 and take 600 small steps down their losses.


# %%
def pendulum(penalty, steps=600, rate=0.1):
    """The path of (θ, ψ) in the Dirac-GAN."""
    theta, psi, path = torch.ones(1, 1), torch.ones(1, 1), []
    for _ in range(steps):
        path.append((theta.item(), psi.item()))
        theta.requires_grad_(True), psi.requires_grad_(True)
        data_point, d = torch.zeros(1, 1), lambda x, psi=psi: x * psi
        of_d = relativistic_d_loss(d(data_point), d(theta.detach())) + penalty(d, data_point, theta)
        of_g = relativistic_g_loss(d(data_point), d(theta))
        (up,), (along,) = torch.autograd.grad(of_d, psi), torch.autograd.grad(of_g, theta)
        theta, psi = (theta - rate * along).detach(), (psi - rate * up).detach()
    return torch.tensor(path)


@demo
def the_pendulum():
    games = {
        "no penalty": lambda d, real, fake: 0.0,
        "R1, γ = 0.2": R1(0.2),
        "R1 and R2, γ = 0.2": lambda d, real, fake: slope_penalties(d, real, fake, 0.2),
    }
    _, axes = plots.figure(1, 3, 2.8, 2.8)
    for ax, (name, penalty) in zip(axes, games.items(), strict=True):
        path = pendulum(penalty)
        ax.plot(*path.T, linewidth=1)
        ax.scatter([0], [0], marker="x", color="#333333", zorder=3)
        ax.set(xlim=(-2.2, 2.2), ylim=(-2.2, 2.2), aspect="equal", xlabel="θ", ylabel="ψ", title=name)
        print(f"{name:20s} distance from the goal: 1.41 at the start, {path[-1].norm():.3f} at the end")
    plt.show()


# %% [markdown]
# Without a penalty the spiral comes in ever more slowly: near the goal it is a circle. One penalty brings it in; with two, the last turns can hardly be seen.
#
# ### Which ingredient helps? One change at a time
#
# Now the ring. Two $2 \to 128 \to 128$ networks, 800 iterations, batches of 128, and learning rates that fall over the second half. Each of the first three rows changes **one** thing against the row above it; the last two take one thing away from the third.


# %%
plain_pair = losses("non_saturating")


def old_pair():
    """The losses of assignment 04; G's does not look at the real logits."""
    return plain_pair.d, lambda real_logits, fake_logits: plain_pair.g(fake_logits)


def new_pair():
    return relativistic_d_loss, relativistic_g_loss


def both_penalties(d, real, fake):
    return slope_penalties(d, real, fake, 0.1)


def play(pair, penalty, falling=True, seed=0, steps=800, batch=128, lr=2e-3):
    """Train on the ring; return the generator."""
    seed_everything(seed)
    d_loss, g_loss = pair
    g, d = network(2, 2), network(2, 1)
    of_g, of_d = adam(g, beta=0.0), adam(d, beta=0.0)
    for step in range(steps):
        set_rate((of_g, of_d), lr, step / steps if falling else 0.0)
        real, fake = ring.sample(batch), g(torch.randn(batch, 2))
        of_d.zero_grad()
        (d_loss(d(real), d(fake.detach())) + penalty(d, real, fake.detach())).backward()
        of_d.step()
        of_g.zero_grad()
        g_loss(d(real), d(fake)).backward()
        of_g.step()
    return g


def ablation():
    """What each row of the table is played with."""
    return {
        "04's losses, R1": (old_pair(), R1(0.1)),
        "+ R2": (old_pair(), both_penalties),
        "+ pairs": (new_pair(), both_penalties),
        "pairs alone": (new_pair(), lambda d, real, fake: 0.0),
        "+ pairs, constant rates": (new_pair(), both_penalties, False),
    }


# %% [markdown]
# **Predict, then run.** Rows 2 and 3 differ in the losses alone: judged one by one, and judged in pairs. By how many percentage points will the share of good samples change? And by how many will it change if the rates do not fall, from row 3 to row 5? Write numbers in place of the dots (a loss is a negative one). Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_pairs", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_pairs = {
    "pairs, change in points": ...,
    "constant rates, change in points": ...,
}


# %% tags=["nbval-ignore-output"]
RINGS = {}  # the generator of each row: looked at again in section 5


@demo(seconds="about 15 s")
def which_ingredient():
    print(f"{'':24s}{'captured':>10s}{'good':>8s}")
    good, pictures = {}, {}
    for name, setting in ablation().items():
        RINGS[name] = play(*setting)
        seed_everything(1)
        pictures[name] = RINGS[name](torch.randn(2500, 2)).detach()
        captured, good[name] = judged(pictures[name])
        print(f"{name:24s}{captured:8d}/8{good[name]:7.0f}%")
    draw_rings(pictures)
    changes = {
        "pairs, change in points": good["+ pairs"] - good["+ R2"],
        "constant rates, change in points": good["+ pairs, constant rates"] - good["+ pairs"],
    }
    predictions.compare(predict_pairs, changes, near=5)


# %% [markdown]
# The rows show one seed. Over three seeds:
#
# | row | captured | good samples |
# |---|---|---|
# | 04's losses, R1 | 8 on all three | 51 to 60% |
# | + R2 | 8 on all three | 44 to 54% |
# | + pairs | 8 on all three | 47 to 55% |
# | pairs alone | 8 on all three | 54 to 58% |
# | + pairs, constant rates | 0, 6 and 0 | 1, 24 and 1% |
#
# Read it row by row.
#
# * **The pairing** changed the share of good samples by −3, +3 and 0 points: nothing that three seeds could tell from chance.
# * **The second penalty** cost 5 to 7 points, on each of the three seeds.
# * **Pairs alone**, without any penalty, did better than pairs with both, by 3 to 7 points. The penalties that carry the proof cost sharpness here. A likely reason: they make $D$ flatter, and an island that is 0.02 wide needs a $D$ that is steep. The proof says that the game ends at the goal once it is close; it does not say how soon, or how sharp the picture is after 800 iterations.
# * **Rates that do not fall** undo all the rest: 1, 24 and 1% good samples with the same losses and penalties.
#
# So none of the new ingredients shows on eight easy islands. That is no argument against the paper, whose claims are about pictures, and about a data set with 1,000 modes. It is an argument for the method: whoever had changed losses, penalties and rates together would have praised the losses.

# %% [markdown]
# ---
# ## 3 · A flow: many small steps
#
# Now for the competitor. **Flow matching** ([Lipman and others](https://arxiv.org/abs/2210.02747); the same idea as the [rectified flow](https://arxiv.org/abs/2209.03003) of Liu, Gong and Liu) trains a generator without an opponent. Draw noise $z$ and, *independently of it*, a real sample $x$. Let a point walk straight from one to the other while the time $t$ goes from 0 to 1:
#
# $$
# p_t = (1 - t)\, z + t\, x, \qquad \frac{d p_t}{d t} = x - z .
# $$
#
# A network $v(p, t)$ is asked for this velocity, knowing only where the point is and when:
#
# $$
# L = \frac1N \sum_{i=1}^N \big\lVert\, v\big(p_{t_i}, t_i\big) - (x_i - z_i) \,\big\rVert^2 .
# $$
#
# It cannot be right: through one point $p$ at time $t$ lead many such lines, to different islands, and the network does not know which one it is on. Least squares makes the best of it, the **average** velocity of all lines through that point, $v^*(p, t) = \mathbb{E}[x - z \mid p_t = p]$. And that is just what is needed: if many particles move through each place, and each moves with the average velocity of those who pass there, the *crowd* has the same density at every time. So whoever starts in noise at $t = 0$ and follows $v^*$ arrives at $t = 1$ distributed as the data. (The paper's theorem 1 has the proof, by the continuity equation.)
#
# Regression, one network, one loss that falls; no game, no collapse. The price comes when sampling.

# %% [markdown]
# ### Exercise 4 · The loss of a flow  (5 points, about 7 minutes)
#
# **Goal.** Write $L$.
#
# *You get* `velocity`, a network that takes rows of $d + 1$ numbers, the point and then the time, and returns rows of $d$ numbers; `x` and `z`, shape (N, d); and `t`, shape (N, 1), a time from 0 to 1 for each pair. *You return* a scalar tensor from which `velocity` can learn.
#
# <details><summary>Hint 1</summary>
#
# Three lines: the points $p_t$; what the network says there, `velocity(torch.cat([..., t], dim=1))`; the mean of the squared lengths of the gaps.
# </details>
# <details><summary>Hint 2</summary>
#
# $\lVert\cdot\rVert^2$ adds up the squares of the d numbers of a row; the mean is over the N rows alone. `F.mse_loss` divides by something else as well.
# </details>
#
# **What to expect.** Let $v(p, t) = (p_1, p_2 + t)$, $x = (4, 2)$, $z = (0, -2)$ and $t = \frac14$. The point is $(1, -1)$, the network says $(1, -0.75)$, wanted is $(4, 4)$: the loss is $9 + 4.75^2 = 31.5625$.


# %% nbgrader={"grade": false, "grade_id": "flow_matching_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def flow_matching_loss(velocity, x, z, t):
    """Return the flow matching loss of N pairs as a scalar tensor."""
    ### BEGIN SOLUTION
    point = (1 - t) * z + t * x
    gap = velocity(torch.cat([point, t], dim=1)) - (x - z)
    return gap.square().sum(1).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_flow_matching_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.flow_matching_loss(flow_matching_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "flow_matching_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5 · Following the flow  (4 points, about 6 minutes)
#
# **Goal.** Walk from noise to data in `steps` equal steps of time (Euler's method): begin at $z$ at time 0; in each step ask for the velocity where you are, at the time at which the step *begins*, and go on with it for a time of $1/$`steps`.
#
# *You get* `velocity` as in exercise 4, `z`, shape (N, d), and the whole number `steps`, at least 1. *You return* the points reached at time 1, shape (N, d). The network is asked once a step.
#
# <details><summary>Hint 1</summary>
#
# Step number i of `range(steps)` begins at time i/`steps`. `torch.full((len(z), 1), i / steps)` is a column of it.
# </details>
# <details><summary>Hint 2</summary>
#
# Make a new tensor in each step, `point = point + …`: with `+=` you would move the caller's noise.
# </details>
#
# **What to expect.** With $v(p, t) = p + 4t$, from $z = 1$ in two steps: $1 + \frac12(1 + 0) = 1.5$, then $1.5 + \frac12(1.5 + 2) = 3.25$.


# %% nbgrader={"grade": false, "grade_id": "follow", "locked": false, "schema_version": 3, "solution": true, "task": false}
def follow(velocity, z, steps):
    """Return where the flow leads from z, in so many equal steps, shape (N, d)."""
    ### BEGIN SOLUTION
    point = z
    for i in range(steps):
        t = torch.full((len(z), 1), i / steps)
        point = point + velocity(torch.cat([point, t], dim=1)) / steps
    return point
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_follow", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.follow(follow)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "follow")
### END HIDDEN TESTS


# %%
def averaged(mean, now, step, keep=0.995):
    """Move an average of weights a little towards the weights of now."""
    with torch.no_grad():
        for a, b in zip(mean.state_dict().values(), now.state_dict().values(), strict=True):
            a.lerp_(b, max(1 - keep, 1 / (step + 2))) if a.is_floating_point() else a.copy_(b)


def train_flow(seed=0, steps=4000, batch=256):
    """Train a velocity on the ring; return the average of its weights."""
    seed_everything(seed)
    velocity = network(3, 2)
    mean, optimizer = copy.deepcopy(velocity), adam(velocity)
    for step in range(steps):
        set_rate([optimizer], 2e-3, step / steps)
        loss = flow_matching_loss(velocity, ring.sample(batch), torch.randn(batch, 2), torch.rand(batch, 1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        averaged(mean, velocity, step)
    return mean


KEPT = {}  # what takes long is trained once


def teacher():
    if "teacher" not in KEPT:
        KEPT["teacher"] = train_flow()
    return KEPT["teacher"]


@demo(seconds="about 6 s")
def train_the_teacher():
    teacher()


# %% [markdown]
# **Predict, then run.** The network is trained. How many percent of its samples will be good if the walk is done in *one* step, from $t = 0$ to $t = 1$? And in 16? Write numbers in place of the dots.

# %% nbgrader={"grade": false, "grade_id": "predict_steps", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_steps = {
    "good after 1 step, in %": ...,
    "good after 16 steps, in %": ...,
}


# %% tags=["nbval-ignore-output"]
def by_steps(velocity):
    """Share of good samples for each number of steps, and the samples."""
    seed_everything(1)
    z = torch.randn(2500, 2)
    with torch.no_grad():
        ends = {steps: follow(velocity, z, steps) for steps in (1, 2, 4, 8, 16, 64)}
    return {steps: judged(end)[1] for steps, end in ends.items()}, ends


@demo
def one_step_or_many():
    good, ends = by_steps(teacher())
    print("steps: " + "".join(f"{steps:6d}" for steps in good))
    print("good:  " + "".join(f"{share:5.0f}%" for share in good.values()))
    draw_rings({f"{steps} step{'s' * (steps > 1)}": ends[steps] for steps in (1, 2, 4, 16)})
    predictions.compare(
        predict_steps,
        {"good after 1 step, in %": good[1], "good after 16 steps, in %": good[16]},
        near=10,
    )


# %% [markdown]
# One step lands near the middle. Of course it does: at $t = 0$ the point is pure noise and says nothing about where it is going, so the average velocity leads to the average of all data, **the centre of the ring, where there is nothing**. Only as the point comes closer do the islands part, and the walk has to look again. Over three seeds the shares were 0% after one step, 40 to 44% after 4, 75 to 76% after 8, 78 to 80% after 16 and 76 to 78% after 64: beyond 8 steps nothing is gained here.
#
# ---
# ## 4 · One step, learned from many
#
# The walk is a function after all: each $z$ leads to one end point. So let a **student** learn it, a network that is asked once. Walk from many $z$ with the teacher, keep the pairs ($z$, end point), and train by regression.
#
# That imitates the teacher's blur along with the rest, and adds its own: between two islands the end points jump, and a network that is to follow them by least squares draws a bridge instead, the average of both sides. Regression pays no heed to *whether a sample looks real*, only to how far it is from where it should be. There is a loss that asks just that question.
#
# **Adversarial diffusion distillation** ([Sauer and others, 2023](https://arxiv.org/abs/2311.17042)) adds it: the student of a large diffusion model, one to four steps, is trained to stay near its teacher *and* to fool a discriminator that sees real pictures. [DMD2](https://arxiv.org/abs/2405.14867) (Yin and others, 2024) drops the regression on stored pairs altogether, matches distributions instead, and adds a GAN loss too, by which the student can become better than its teacher: the teacher is a teacher no more, the data are. In small,
#
# $$
# L = \frac1N\sum_{i=1}^N \big\lVert S(z_i) - y_i \big\rVert^2 \;+\; w\, \frac1N\sum_{i=1}^N \zeta\big(-D(S(z_i))\big)
# $$
#
# with the student $S$, the teacher's end points $y_i$ and the non-saturating loss of assignment 04 as the second part.

# %% [markdown]
# ### Exercise 6 · The student's loss  (4 points, about 6 minutes)
#
# **Goal.** Write this loss.
#
# *You get* `student` and `discriminator`, two networks; `z` and `target`, shape (N, d); and the number `weight`, the $w$ of the formula. $D$ returns logits of shape (N, 1) or (N,). *You return* a scalar tensor from which the student can learn, through both parts. It must be right where $D$ is sure: at logits of ±150.
#
# <details><summary>Hint 1</summary>
#
# Ask the student once, and use what it made twice.
# </details>
# <details><summary>Hint 2</summary>
#
# The second part is an old acquaintance. $\zeta(-a) = -\log\sigma(a)$: small where $D$ takes the sample for real.
# </details>
#
# **What to expect.** With $S(z) = z$, $D(x) = x_1 - x_2$, $z = (1, 1)$, target $(1, 3)$ and $w = 0.5$: the regression costs 4, the logit is 0, and the loss is $4 + 0.5 \log 2 = 4.347$.


# %% nbgrader={"grade": false, "grade_id": "student_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def student_loss(student, discriminator, z, target, weight):
    """Return regression on the teacher's end points plus weight times the adversarial loss."""
    ### BEGIN SOLUTION
    made = student(z)
    regression = (made - target).square().sum(1).mean()
    return regression + weight * F.softplus(-discriminator(made)).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_student_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.student_loss(student_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "student_loss")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
def walked(velocity, n=10_000, steps=16):
    """Pairs of noise and the end points of the teacher's walk."""
    z = torch.randn(n, 2)
    with torch.no_grad():
        return z, follow(velocity, z, steps)


def train_student(pairs, weight, start=None, seed=0, steps=1500, batch=256):
    """Train a one-step student; with a weight, against a discriminator that sees real samples."""
    seed_everything(seed)
    student, d = copy.deepcopy(start) if start else network(2, 2), network(2, 1)
    mean, of_s, of_d = copy.deepcopy(student), adam(student, 0.0 if weight else 0.9), adam(d, 0.0)
    punish = R1(0.1)
    for step in range(steps):
        set_rate((of_s, of_d), 2e-3, step / steps)
        rows = torch.randint(len(pairs[0]), (batch,))
        z, target = (part[rows] for part in pairs)
        if weight:
            real, fake = ring.sample(batch), student(z).detach()
            of_d.zero_grad()
            (plain_pair.d(d(real), d(fake)) + punish(d, real, fake)).backward()
            of_d.step()
        of_s.zero_grad()
        student_loss(student, d, z, target, weight).backward()
        of_s.step()
        averaged(mean, student, step)
    return mean


def students(velocity, seed=0):
    """Two students of one teacher, by name."""
    seed_everything(seed)
    pairs = walked(velocity)
    imitating = train_student(pairs, 0.0, seed=seed)
    return {
        "regression": imitating,
        "regression, then both": train_student(pairs, 10.0, start=imitating, seed=seed),
    }


def same_island(velocity, student):
    """How often, in percent, student and teacher end nearest to the same island."""
    z, ends = walked(velocity, 2500)
    nearest = [torch.cdist(points, ring.modes).argmin(1) for points in (student(z).detach(), ends)]
    return 100 * float((nearest[0] == nearest[1]).float().mean())


def seconds(function):
    begin = time.process_time()
    for _ in range(20):
        function()
    return time.process_time() - begin


@demo(seconds="about 15 s")
def students_and_teacher():
    walker = teacher()
    taught = students(walker)
    seed_everything(1)
    z = torch.randn(2500, 2)
    with torch.no_grad():
        ends = {"teacher, 16 steps": follow(walker, z, 16)} | {n: s(z) for n, s in taught.items()}
        walk = min(seconds(lambda: follow(walker, z, 16)) for _ in range(3))
        once = min(seconds(lambda: taught["regression"](z)) for _ in range(3))
    print(f"{'':22s}{'network asked':>14s}{'captured':>10s}{'good':>7s}{'island of the teacher':>24s}")
    for name, samples in ends.items():
        captured, good = judged(samples)
        same = 100 if name not in taught else same_island(walker, taught[name])
        print(f"{name:22s}{1 if name in taught else 16:12d} x{captured:8d}/8{good:6.0f}%{same:22.0f}%")
    print(f"processor time for the same samples: {walk / once:.0f} times as much for the teacher")
    draw_rings(ends)


# %% [markdown]
# The rows show one seed; over three seeds (share of good samples): teacher with 16 steps 78 to 80%, regression 69 to 71%, regression and then both 84 to 86%. All captured 8 of 8.
#
# * **Imitation alone** asks the network once in place of 16 times, and loses about ten points. Look at its picture: between the islands lie the bridges.
# * **With a discriminator beside it** the student has 4 to 7 points *more* than its teacher, on each of the three seeds, and from 98% of all $z$ it still goes to the teacher's island. The teacher says where, the data say how sharp.
#
# Before you conclude that a GAN needs a flow for this: on this ring a plain GAN with R1 and 1,500 iterations had 71 to 75% good samples (assignment 05's table), and it is asked once as well. What the papers claim for a teacher, they claim for large pictures and captions.
#
# ---
# ## 5 · The discriminator as a guide
#
# A trained $D$ is usually thrown away. That is a waste: the logit of the best $D$ is $\log p_{\text{data}}(x) - \log p_g(x)$. It knows, at each place, how many times too rarely or too often the generator goes there. Two ways to use that on a generator that is no longer trained:
#
# * **Rejection** ([Azadi and others, 2018](https://arxiv.org/abs/1810.06758)). Keep each sample with a probability in proportion to the odds $e^{D(x)}$. What remains has the density $p_g \cdot p_{\text{data}}/p_g$. It pays with samples.
# * **A guided walk** ([Che and others, 2020](https://arxiv.org/abs/2003.06060)). Do not throw away, move: search the *noise* for places that lead to better samples. The noise that leads to data has the density $\pi(z) \propto p(z)\, e^{D(G(z))}$, with $p(z)$ standard normal. Whoever walks by
#
# $$
# z' = z + \frac{s}{2}\, \nabla_z \log \pi(z) + \sqrt{s}\; \varepsilon, \qquad \nabla_z \log \pi(z) = \nabla_z D(G(z)) - z, \qquad \varepsilon \sim \mathcal{N}(0, I),
# $$
#
# for long enough, in small enough steps, visits each $z$ as often as $\pi$ says. This is **Langevin's** walk. Guidance by a classifier or a discriminator in diffusion models ([Kim and others, 2022](https://arxiv.org/abs/2211.17091)) uses the same slope of a logit, added to a velocity.

# %% [markdown]
# ### Exercise 7 · One step of a guided walk  (5 points, about 8 minutes)
#
# **Goal.** Write one such step.
#
# *You get* `generator` (rows of k numbers to samples); `discriminator` (samples to logits, (N, 1) or (N,)); `z` and `noise`, shape (N, k), where `noise` is the $\varepsilon$; and the number `size`, the $s$. *You return* $z'$, shape (N, k). Leave no gradients in either network.
#
# <details><summary>Hint 1</summary>
#
# `torch.autograd.grad` finds a slope without touching any `.grad`. It needs a z that asks for gradients: a copy, not the one you were given.
# </details>
# <details><summary>Hint 2</summary>
#
# Each row's logit depends on its own z alone, so the slope of the *sum* of all logits holds the slope of each. What would the mean do?
# </details>
# <details><summary>Hint 3</summary>
#
# The $-z$ is the slope of $\log p(z) = -\lVert z\rVert^2/2 + $ const. It keeps z where noise is likely.
# </details>
#
# **What to expect.** For $G(z) = 2z$, $D(x) = 3x$, $z = 1$, $\varepsilon = 0.5$, $s = 0.04$: the slope is $6 - 1 = 5$, and $z' = 1 + 0.02 \cdot 5 + 0.2 \cdot 0.5 = 1.2$.


# %% nbgrader={"grade": false, "grade_id": "langevin_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def langevin_step(generator, discriminator, z, noise, size):
    """Return z after one step of Langevin's walk towards noise that leads to real samples."""
    ### BEGIN SOLUTION
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_langevin_step", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.langevin_step(langevin_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "langevin_step")
### END HIDDEN TESTS

# %% [markdown]
# A judge has to be as good as can be *for this generator*. The $D$ of the game has chased a moving target; so a fresh one is trained against the generator of the third row of section 2, which stands still.


# %% tags=["nbval-ignore-output"]
def train_judge(generator, seed=0, steps=1000, batch=256):
    """A discriminator for a generator that stands still."""
    seed_everything(seed)
    judge = network(2, 1)
    optimizer = adam(judge)
    for step in range(steps):
        set_rate([optimizer], 2e-3, step / steps)
        with torch.no_grad():
            fake = generator(torch.randn(batch, 2))
        optimizer.zero_grad()
        plain_pair.d(judge(ring.sample(batch)), judge(fake)).backward()
        optimizer.step()
    return judge


def guided(generator, judge, size=0.01, steps=30, n=2500):
    """Samples after a guided walk of their noise."""
    z = torch.randn(n, 2)
    for _ in range(steps):
        z = langevin_step(generator, judge, z, torch.randn_like(z), size)
    return generator(z).detach()


def kept(generator, judge, n=10_000):
    """Samples kept by their odds; the most real one in a hundred counts as certain."""
    x = generator(torch.randn(n, 2)).detach()
    logits = judge(x).detach().flatten()
    return x[torch.rand(n) < (logits - logits.quantile(0.99)).exp()]


@demo(seconds="about 6 s")
def improved_by_a_judge():
    generator = RINGS.get("+ pairs") or play(*ablation()["+ pairs"])
    judge = train_judge(generator)
    seed_everything(1)
    sets = {
        "as drawn": generator(torch.randn(2500, 2)).detach(),
        "guided walk": guided(generator, judge),
        "kept by odds": kept(generator, judge),
    }
    for name, samples in sets.items():
        captured, good = judged(samples)
        print(f"{name:14s} captured {captured}/8, good {good:.0f}%, {len(samples)} samples")
    draw_rings(sets)


# %% [markdown]
# The rows show one seed; over three seeds the share of good samples rose from 47 to 55% as drawn to 73 to 79% by the guided walk, and to 76 to 79% by rejection, which kept about half of all samples. No weight of the generator has changed.
#
# Two limits. The walk helps as far as the judge is right: with the $D$ of the game itself as judge the gain was smaller. (One seed, another generator: 72% as drawn; 76% kept and 81% after the walk by the game's own $D$; 88% and 89% by a fresh one.) And a judge can only choose among what the generator makes: where it never draws, no odds and no slope lead.
#
# ---
# ## 6 · Two hundred pictures
#
# All this time data were free: the ring gives fresh points as often as one asks. Give $D$ 200 pictures and it will see each of them hundreds of times. It need not learn what a digit is; it can learn *these* digits by heart. It then trusts its training pictures more than other real ones, and what it tells $G$ is no longer about digits.
#
# For a classifier the remedy is old: shift, crop and cover the pictures at random. For a GAN that needs one more thought. Augment the real pictures only, and $G$ learns to draw shifted digits with holes in them: to it, that is what real pictures look like. Two papers of 2020 found the way out at the same time: [DiffAugment](https://arxiv.org/abs/2006.10738) and StyleGAN's [ADA](https://arxiv.org/abs/2006.06676) (Karras and others). **Everything that $D$ ever sees is augmented, real and fake, in its own step and in $G$'s**, and the augmentation is differentiable, so that the slope finds its way back through it to $G$. Then $D$ compares augmented reals with augmented fakes; the two look alike if real and fake do. (ADA also adjusts, while training, how *often* it augments, by watching how sure $D$ is of its training pictures.)

# %% [markdown]
# ### Exercise 8 · A round with augmented samples  (8 points, about 15 minutes)
#
# **Goal.** One iteration for both players, 12 to 20 lines. **First D**: draw a batch of fakes, as many as there are real samples; augment both; give `d_loss` the two batches of logits; D's optimiser takes one step. **Then G**: judge both kinds again, with the D of now, augmented again; give `g_loss` the logits; G's optimiser takes one step.
#
# *You get* `generator`, `discriminator`, `g_optimizer`, `d_optimizer`; `real`, shape (N, …); `noise`, a function from n to n rows of noise; `augment`, a function from samples to samples of the same shape, which changes each at random and through which slopes pass; and two losses, both called as `loss(real_logits, fake_logits)`: `d_loss` and `g_loss`, for instance yours of section 1. *You return* the two losses as a pair of plain numbers, D's first.
#
# G may be shown the same noise in both halves, or fresh noise. Only one player moves in each half.
#
# <details><summary>Hint 1</summary>
#
# Each half: logits, loss, `zero_grad`, `backward`, `step`. D's half must not send slopes to G: `detach`.
# </details>
# <details><summary>Hint 2</summary>
#
# G's half leaves slopes in D as well. They do no harm if D's half clears D's gradients before its own backward pass.
# </details>
# <details><summary>Hint 3</summary>
#
# Four logits batches in all, and each of them is `discriminator(augment(...))`.
# </details>
#
# **What to expect.** The check plays three rounds with networks of its own and compares where each player moved.


# %% nbgrader={"grade": false, "grade_id": "augmented_round", "locked": false, "schema_version": 3, "solution": true, "task": false}
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    """Let D, then G take one step on augmented samples; return (loss of D, loss of G) as numbers."""
    ### BEGIN SOLUTION
    fake = generator(noise(len(real)))
    of_real = discriminator(augment(real))
    of_fake = discriminator(augment(fake.detach()))
    first = d_loss(of_real, of_fake)
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()

    fake = generator(noise(len(real)))
    of_real = discriminator(augment(real))
    of_fake = discriminator(augment(fake))
    second = g_loss(of_real, of_fake)
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_augmented_round", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.augmented_round(augmented_round)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "augmented_round")
### END HIDDEN TESTS

# %% [markdown]
# Below: 200 of MNIST's digits at 16 by 16 pixels, the small DCGAN of assignment 06, your round, and two ways to augment: not at all; or a shift by up to two pixels and a hole of 6 by 6. What is watched is $D$'s **held-out gap**. Take one of the 200 pictures and one of 1,000 real digits that $D$ has never seen: how often does $D$ find the known one more real? Both are real, so a $D$ that knows what a digit is says so half of the time, 50%. One that has its pictures by heart: 100%.


# %% tags=["nbval-ignore-output"]
SIDE, NOISE = 16, 32
few = data.mnist_5k("train", size=SIDE).x[:200]
unseen = data.mnist_5k("test", size=SIDE).x


def nothing(x):
    return x


def shift_and_cover(x, most=2, hole=6):
    """Shift each picture by up to so many pixels, and cover a square of it with black."""
    n = len(x)
    move = torch.eye(2, 3).repeat(n, 1, 1)
    move[:, :, 2] = torch.randint(-most, most + 1, (n, 2)) * 2 / SIDE
    grid = F.affine_grid(move, list(x.shape), align_corners=False)
    x = F.grid_sample(x + 1, grid, align_corners=False) - 1  # what comes in at the rim is black
    away = (torch.arange(SIDE) - torch.randint(SIDE, (n, 2, 1))).abs() < hole // 2
    return torch.where((away[:, 0, :, None] & away[:, 1, None, :])[:, None], -1.0, x)


def players():
    g = nn.Sequential(
        nn.Linear(NOISE, 32 * 4 * 4),
        nn.Unflatten(1, (32, 4, 4)),
        nn.BatchNorm2d(32),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(32, 16, 4, stride=2, padding=1),
        nn.BatchNorm2d(16),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(16, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )
    d = nn.Sequential(
        nn.Conv2d(1, 16, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(16, 32, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(32 * 4 * 4, 1),
    )
    return g, d


@torch.no_grad()
def known_above_unseen(d):
    """How often, in percent, D gives the higher logit to the known one of a known and an unseen digit."""
    return 100 * float((d(few).reshape(-1, 1) > d(unseen).reshape(1, -1)).float().mean())


def train_on_few(augment, seed=0, steps=1000, batch=32, lr=2e-3):
    """Train on the 200 digits; return the averaged generator and D's gap in the course of the run."""
    seed_everything(seed)
    g, d = players()
    of_g, of_d, mean, gaps = adam(g, 0.5), adam(d, 0.5), copy.deepcopy(g), {}
    for step in range(steps):
        set_rate((of_g, of_d), lr, step / steps)
        real = few[torch.randint(len(few), (batch,))]
        augmented_round(
            g,
            d,
            of_g,
            of_d,
            real,
            lambda n: torch.randn(n, NOISE),
            augment,
            relativistic_d_loss,
            relativistic_g_loss,
        )
        averaged(mean, g, step)
        if step % 100 == 99:
            gaps[step + 1] = known_above_unseen(d)
    return mean.eval(), gaps


@demo(seconds="about 20 s")
def two_hundred_digits():
    curves, sheets = {}, {"real": few[:40]}
    for name, augment in {"as they are": nothing, "augmented": shift_and_cover}.items():
        g, gaps = train_on_few(augment)
        curves[name] = list(gaps.values())
        with torch.no_grad():
            sheets[name] = g(torch.randn(40, NOISE))
    _, axes = plots.figure(1, 4, 2.6, 2.6)
    plots.series(curves, list(gaps), ax=axes[0], title="known above unseen", ylabel="%")
    for ax, (name, pictures) in zip(axes[1:], sheets.items(), strict=True):
        plots.images(pictures, ax=ax, columns=8, value_range=(-1, 1), title=name)
    plt.show()
    for name, gap in curves.items():
        print(f"{name:14s} known above unseen at the end: {gap[-1]:.0f}%")


# %% [markdown]
# The curves show one seed. Over three seeds $D$ found the known digit more real in 65 to 68% of the pairs at the end, and the curve was still rising; with augmentation in 50 to 51%. In 1,000 rounds of 32 it has seen each picture some 160 times, and has begun to know them by heart; under shifts and holes it sees 200 families of pictures instead.
#
# The digits are rough in both sheets: 200 pictures and 1,000 rounds are few. The claim of the papers, that the *samples* get better, is one about large pictures and long runs; measured here is what goes wrong in $D$, and that augmenting both sides keeps it from going wrong.
#
# ---
# ## 7 · Where adversarial losses live today
#
# For reading: each of these is a claim of its paper, not of this notebook.
#
# * **Sound.** Vocoders turn a spectrogram into a wave, in one pass, thousands of samples at a time. [HiFi-GAN](https://arxiv.org/abs/2010.05646) (Kong and others, 2020) uses discriminators that look at a wave with several periods and at several scales, the least-squares loss, feature matching (assignment 09's idea) and an L1 loss on the spectrogram.
# * **The decoders of other models.** Models that draw pictures in a compressed space need something that unpacks them. [VQGAN](https://arxiv.org/abs/2012.09841) (Esser and others, 2020) trains this autoencoder with a perceptual and an adversarial loss, because L2 alone blurs: section 4's bridge between two islands, in pixels. The autoencoder of [latent diffusion](https://arxiv.org/abs/2112.10752) (Rombach and others, 2021) is trained in the same manner.
# * **Few-step students.** ADD, DMD2, and others after them: section 4.
# * **GANs at scale.** [GigaGAN](https://arxiv.org/abs/2303.05511) (Kang and others, 2023) trains a text-to-image GAN with a billion weights, and an upsampler that makes large pictures of small ones in one pass. R3GAN (section 2) asks how little a good GAN needs.
#
# What they have in common: something else, a spectrogram, an encoder, a teacher, says *what* to draw. The adversarial loss sees to it that it looks real.
#
# ---
# ## 8 · Summary
#
# * A **relativistic** loss judges differences of logits in pairs. $G$'s loss then needs the real logits, too.
# * **Convergence comes from penalties on $D$'s slope**, not from pairing: in the Dirac-GAN they are the friction of a pendulum. R1 asks at data, R2 at fakes. The guarantee is local.
# * **One change at a time**, over several seeds, or a gain belongs to whatever changed with it.
# * **Flow matching** regresses the velocity $x - z$ at $(1 - t)z + t x$, and samples in many steps, because at first the average velocity leads to the average of the data.
# * **A one-step student** that only imitates draws bridges. With an adversarial loss it sees the data themselves, and can become better than its teacher.
# * The logit of a good $D$ is a **log ratio of densities**: keep by odds, or walk in the noise along its slope.
# * With little data $D$ learns its pictures by heart. **Augment whatever $D$ sees**, real and fake, in both halves.
#
# **Go further.** (1) Give the relativistic pair the grid, `data.grid()`, and 5,000 iterations. Do penalties or pairs matter more there? (2) Replace Euler's step in `follow` by one that asks twice (Heun). How many questions to the network does it need for the share of 16 Euler steps? (3) Straighten the flow: train a second one on the pairs ($z$, end point) of the first ([rectified flow](https://arxiv.org/abs/2209.03003), "reflow"). How good is it in two steps? (4) Augment the real digits only, in both halves, and look at what $G$ draws. (5) Write ADA's controller: augment with a probability that rises while the gap is above 0.6 and falls below.
#
# ---
# ## 9 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). The Dirac-GAN with R1 **and** R2, both with $\gamma = 0.2$. What is the real part of its eigenvalues at the goal? Give a number.
#
# <details><summary>Hint</summary>
#
# Section 2 has the equation for R1 alone. What does R2 add to $\dot\psi$, and what becomes of the middle term of $\lambda^2 + \gamma\lambda + \frac14$?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_friction", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_friction = -0.2
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_friction", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_friction(q_friction)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "q_friction")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (1 point). A flow is trained, and one step from $t = 0$ to $t = 1$ lands in the middle of the ring. Why? Answer with a letter, such as `"a"`.
#
# * **a** · The network is too small to know the velocity at $t = 0$.
# * **b** · At $t = 0$ a point says nothing about which $x$ it belongs to, so the best velocity leads to the average of all data.
# * **c** · The generator has collapsed to one mode.
# * **d** · Euler's method multiplies the velocity by 0 in the first step.
#
# <details><summary>Hint</summary>
#
# What is the best answer by least squares to "$x - z$, where $x$ may be any of the data"?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_one_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_one_step = "b"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_one_step", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_one_step(q_one_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "q_one_step")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). A student is trained with the loss of exercise 6 and ends up with *more* good samples than its teacher. How is that possible?
#
# * **a** · It is not: a student can at best be as good as its teacher. It must be chance.
# * **b** · The regression averages the teacher's errors away.
# * **c** · It has one step only, so fewer rounding errors add up.
# * **d** · The teacher is not its only source: the discriminator has seen real data, and its loss pulls towards them.
#
# <details><summary>Hint</summary>
#
# Which of the arguments of the loss knows anything about the ring itself?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_better_than_teacher", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_better_than_teacher = "d"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_better_than_teacher", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_better_than_teacher(q_better_than_teacher)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "q_better_than_teacher")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). Somebody covers the *real* pictures with random black squares, in D's step and in G's, and leaves the fakes as they are. What will a generator that wins this game draw?
#
# * **a** · Clean digits, since the squares are at other places each time and average out.
# * **b** · Nothing: D tells the two apart at once, so no slope reaches G.
# * **c** · Digits with black squares, since that is what D has come to know as real.
# * **d** · Clean digits, but fewer kinds of them.
#
# <details><summary>Hint</summary>
#
# $G$'s samples are compared with what $D$ is *shown* as real.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_one_side", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_one_side = "c"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_one_side", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_one_side(q_one_side)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("12_gans_today", "q_one_side")
### END HIDDEN TESTS
