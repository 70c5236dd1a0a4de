# %% [markdown]
# # 03 · The minimax game
#
# **What you will do.** Build a generative adversarial network from nothing but tensors: two small networks, two losses, two training steps and the loop that joins them. Then watch it learn, first on the line, where the best possible opponent is known in closed form, then on eight islands in the plane.
#
# **What you will learn.** Why two networks that work against each other end up modelling data; what every symbol of the minimax formula means; which discriminator is the best one and what the game is worth then; who is held constant when; and how far the theory carries in a real run.
#
# **What you need.** Python with PyTorch, and from the course: the Gaussian density, cross-entropy, Kullback-Leibler and Jensen-Shannon divergence (assignment 02). Derivatives of one-line functions. No GPU.
#
# **Time.** Two hours and twenty minutes: 35 minutes of reading, 86 of exercises, the rest predictions, questions, widgets and waiting. All of it is core but the widgets ("play it yourself") and the last part of section 6, on settings. The notebook alone runs in about a minute and a half on two processor cores.
#
# The paper behind all of it is Goodfellow, Pouget-Abadie, Mirza, Xu, Warde-Farley, Ozair, Courville and Bengio, [*Generative Adversarial Nets*](https://arxiv.org/abs/1406.2661) (2014), called "the paper" below. We keep its notation.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from IPython.display import display
from torch import nn

from gan_course import data, metrics, openings, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo, shared_legend
from gan_course.seeding import seed_everything
from gan_course.widgets import DensityGame, GANExplorer

check = checks("03_minimax")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>A classifier with two classes always answers ½. What is its binary cross-entropy, in nats?</summary>
#
# $\log 2 \approx 0.693$, whatever the labels are (assignment 02). Watch for this number: it is where every discriminator begins.
# </details>
# <details><summary>Two distributions share no point. How large is their Jensen-Shannon divergence, and how large their Kullback-Leibler divergence?</summary>
#
# JS is $\log 2$, one bit, the most it can be. KL is infinite (assignment 02).
# </details>
# <details><summary>A generative model of assignment 01 and a classifier both saw the same digits. Which of them can draw one, and why?</summary>
#
# The generative model: it learned $P(x, y)$, how all pixels go together. The classifier learned only what tells the digits apart.
# </details>

# %% [markdown]
# ### Where this leads
#
# The next cell trains a GAN with the library's own loop, so that you see the goal before the work. Grey crosses mark eight islands where data live. A generator that starts as a shapeless blob spreads, reaches for the islands, and settles on them, although nobody ever tells it where they are. By the end of this notebook you will have written such a run yourself, all but two refinements that wait for assignment 04 (a learning rate that falls, and weights averaged over the last steps).


# %%
@demo
def where_this_leads():
    openings.ring_in_training()
    plt.show()


# %% [markdown]
# ---
# ## 1 · Two players
#
# Suppose you want a machine that makes new pictures of handwritten digits. You could try to write down a density $p(x)$ over all pictures and fit it. That is hard: a density has to be positive, has to integrate to one, and has to say something sensible about every point of a space with hundreds of dimensions.
#
# A GAN gives up the density. It learns only how to *sample*, and for that it uses a second network as a judge.
#
# * The **generator** $G$ takes a vector of noise $z$ and returns a sample $G(z)$. The noise comes from a **prior** $p_z$ that we choose, here the standard normal distribution. $G$ has parameters $\theta_g$.
# * The **discriminator** $D$ takes a sample $x$, real or generated, and returns the probability $D(x)$ that it is real. $D$ has parameters $\theta_d$.
#
# ⚠ "Gives up" is meant literally. $p_g$ exists, but nobody can evaluate it: show $G$ a picture $x$, and it cannot say how likely it would be to draw it. Nor does $D(x)$ say so; it compares two densities and is the value of neither. (The Gaussians of assignment 01 can: they *are* a formula for $p(x)$.)
#
# $D$ is trained to tell the two kinds apart; $G$ is trained so that $D$ cannot. Neither sees a likelihood. The generator never sees a data point at all: everything it knows about the data reaches it through the discriminator.
#
# | symbol | meaning |
# |---|---|
# | $x$, $p_{\text{data}}(x)$ | a real sample, and the unknown distribution it comes from |
# | $z$, $p_z(z)$ | a noise vector, and the prior it is drawn from |
# | $G(z)$, $\theta_g$ | the generator's output, and its parameters |
# | $p_g(x)$ | the distribution of $G(z)$ when $z \sim p_z$ |
# | $D(x)$, $\theta_d$ | the probability the discriminator gives to "x is real", and its parameters |
# | $a$, $\sigma(a)$ | a logit (any real number), and the probability $\sigma(a) = 1/(1+e^{-a})$ it stands for |
# | $\mathbb{E}_{x \sim p}[f(x)]$ | the average of $f(x)$ over samples from $p$ |
#
# ### A generator is a transformation
#
# $G$ turns a simple distribution into a complicated one. The smallest example is a straight line: if $z \sim \mathcal N(0, 1)$ then $\mu + s z \sim \mathcal N(\mu, s^2)$. So the class below, with two numbers for parameters, is already a generator, and the only one in this notebook whose density we can write down.


# %%
class Affine(nn.Module):
    """G(z) = mean + std · z, a generator whose density is a Gaussian."""

    def __init__(self, mean, std):
        super().__init__()
        self.mean = nn.Parameter(torch.tensor([float(mean)]))
        self.std = nn.Parameter(torch.tensor([float(std)]))

    def forward(self, z):
        return self.mean + self.std * z


def normal_noise(dim):
    """p_z: a function that draws n noise vectors, shape (n, dim)."""
    return lambda n: torch.randn(n, dim)


@demo
def one_noise_three_distributions():
    generator = seed_everything(0)
    z = torch.randn(20_000, 1, generator=generator)
    maps = {
        "z itself": z,
        "a line: 2 + 0.5 z": Affine(2, 0.5)(z).detach(),
        "a bent map: 2 tanh(3z) + 0.3 z": 2 * torch.tanh(3 * z) + 0.3 * z,
    }
    _, axes = plots.figure(1, 3, 3.3, 2.5)
    for ax, (title, x) in zip(axes, maps.items(), strict=True):
        plots.densities(torch.linspace(-4, 4, 200), generated=x, ax=ax, title=title)
    plt.show()


# %% [markdown]
# The first map does nothing, the second moves and narrows the bell, the third pulls it apart into two humps. The noise is the same in all three panels; the *map* makes the distribution. A neural network is a map with many adjustable bends, and training a GAN means bending it until $p_g = p_{\text{data}}$.
#
# **Where variety comes from.** For a given $\theta_g$ the generator is an ordinary function: the same $z$ gives the same $x$. All variety in its samples comes from the variety of $z$. Feed it a constant and you get one sample over and over, however well it is trained.
#
# **Repeatable randomness.** Random numbers in a computer follow from a *seed*. The same seed gives the same "random" numbers, which turns a run you cannot explain into one you can repeat. Both facts in one cell:


# %%
@demo
def variety_and_repeatability():
    x_random = Affine(2, 0.5)(normal_noise(1)(1000))
    x_constant = Affine(2, 0.5)(torch.full((1000, 1), 0.7))
    print(f"different samples out of 1000, random z:   {len(x_random.unique())}")
    print(f"different samples out of 1000, constant z: {len(x_constant.unique())}")

    first = torch.randn(3, generator=seed_everything(7))
    again = torch.randn(3, generator=seed_everything(7))
    other = torch.randn(3, generator=seed_everything(8))
    print(
        f"seed 7 twice: equal? {torch.equal(first, again)};  seeds 7 and 8: equal? {torch.equal(first, other)}"
    )


# %% [markdown]
# ---
# ## 2 · The value of the game
#
# How should $D$ be scored? It is a classifier with two classes, so we score it as assignment 02 scored every classifier: by the **logarithm of the probability it gives to the right answer**. For a real $x$ the right answer is "real", and the score is $\log D(x)$. For a generated sample the right answer is "fake", and the score is $\log(1 - D(G(z)))$. Averaged over each kind, and the two averages added, this is the **value function** (equation 1 of the paper)
#
# $$
# V(D, G) \;=\; \underbrace{\mathbb{E}_{x \sim p_{\text{data}}}\big[\log D(x)\big]}_{\text{first term: real samples}} \;+\; \underbrace{\mathbb{E}_{z \sim p_z}\big[\log\big(1 - D(G(z))\big)\big]}_{\text{second term: generated samples}} .
# $$
#
# Read it term by term.
#
# * Both terms are averages of logarithms of probabilities, so neither can exceed $0$. A perfect $D$, always sure and always right, reaches $V = 0$. A $D$ that is sure and wrong even once pays $\log 0 = -\infty$.
# * $V$ is cross-entropy in disguise: with as many real as generated samples it is $-2$ times the binary cross-entropy of $D$ (assignment 02).
# * $D$ wants $V$ **large**. $G$ wants it **small**. Both play on one number:
#
# $$
# \min_G \max_D V(D, G) .
# $$
#
# * The **first term does not contain $G$**. Real samples do not change when $\theta_g$ does, so its gradient in $\theta_g$ is zero, and $G$'s half of the game is the second term alone.
#
# The order matters: $\min_G \max_D$ says that $G$ looks for the best answer to the *best possible* opponent. So we first ask: for a given $G$, what is the best $D$?
#
# ### The best discriminator there is
#
# Write both expectations as integrals over $x$. In the second one, $x = G(z)$ has the density $p_g$:
#
# $$
# V(D, G) = \int \Big[\, p_{\text{data}}(x) \log D(x) + p_g(x) \log\big(1 - D(x)\big) \Big]\, dx .
# $$
#
# If $D$ may be any function at all, its value at one point $x$ influences the integrand at that point and nowhere else. So the integral is largest when the integrand is largest at *every* $x$ separately. At one point, call the two densities $p$ and $q$ and the unknown $D$ simply $y$. We need the $y$ between 0 and 1 that makes
#
# $$
# f(y) = p \log y + q \log(1 - y) \qquad\text{largest, where}\qquad f'(y) = \frac{p}{y} - \frac{q}{1-y} , \qquad f''(y) = -\frac{p}{y^2} - \frac{q}{(1-y)^2} < 0 .
# $$
#
# Take both densities positive first. Near $y = 0$ the slope is huge and positive, near $y = 1$ huge and negative, and between them it falls all the way, since $f'' < 0$. So there is exactly one place where it is zero, and that is the maximum. (If only data live at this point, $q = 0$, then $f$ grows all the way and the best $y$ is 1; if only fakes do, it is 0. The formula you find will agree.) Finding the place is your first exercise.

# %% [markdown]
# ### Exercise 1 · The best discriminator  (4 points, about 5 minutes)
#
# **Goal.** Solve $f'(y) = 0$ for $y$ and write the solution, $D^*_G(x)$, as a function of the two densities at $x$ (proposition 1 of the [paper](https://arxiv.org/abs/1406.2661)).
#
# *You get* `p_data` and `p_g`, tensors of the same shape: both densities at the points of some grid. *You return* a tensor of that shape with $D^*$ at each point. At least one of the two densities is positive at every point. Far from both bells the densities become as small as $10^{-30}$, and $D^*$ is asked there as well: a small number added against a division by zero would drown them.
#
# <details><summary>Hint 1</summary>
#
# Bring one fraction to the other side and multiply by both denominators: $p\,(1-y) = q\,y$.
# </details>
# <details><summary>Hint 2</summary>
#
# Think of 100 samples that fell near $x$, real and generated ones mixed. If $p = 3q$, how many of them are real?
# </details>
#
# **What to expect.** 0.5 wherever the densities are equal, near 1 where only data live, near 0 where only fakes do.


# %% nbgrader={"grade": false, "grade_id": "optimal_discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def optimal_discriminator(p_data, p_g):
    """Return D*(x) on a grid; p_data, p_g and the result have the same shape."""
    ### BEGIN SOLUTION
    return p_data / (p_data + p_g)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_optimal_discriminator", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.optimal_discriminator(optimal_discriminator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "optimal_discriminator")
### END HIDDEN TESTS

# %% [markdown]
# Now look at it. The data are one bell, the generator makes another; on the left far away, in the middle closer, on the right in the same place.

# %%
grid = torch.linspace(-7, 7, 701).double()  # in single precision D* is rounded to exactly 1 too early
dx = float(grid[1] - grid[0])


def bell(mean, std=1.0):
    """Density of N(mean, std²) on the grid."""
    return torch.exp(torch.distributions.Normal(mean, std).log_prob(grid))


@demo
def three_opponents():
    figure, axes = plots.figure(1, 3, 3.6, 2.7)
    for ax, mean in zip(axes, (3.0, 1.0, 0.0), strict=True):
        p_data, p_g = bell(0.0), bell(mean)
        d_star = optimal_discriminator(p_data, p_g)
        ax.set_xlim(-6, 6)
        plots.densities(grid, p_data, p_g, d_star=d_star, ax=ax, title=f"generator at {mean:.0f}")
    shared_legend(figure, axes)
    plt.show()


# %% [markdown]
# The dashed curve, $D^*$, falls from 1 to 0 as $x$ moves from the data's side to the generator's, steeply where the bells are far apart. It crosses $1/2$ where the two densities cross. On the right, where the generator is perfect, the best discriminator there is answers $1/2$ **everywhere**. It has not become stupid: there is nothing left to tell apart.
#
# ### Exercise 2 · The value function on a grid  (5 points, about 8 minutes)
#
# **Goal.** Compute $V$ for densities that are known on a grid, so that we can see what the game is worth. An integral over a grid with spacing $dx$ is a sum:
#
# $$
# V \approx \sum_i \Big[\, p_{\text{data}}(x_i) \log D(x_i) + p_g(x_i) \log\big(1 - D(x_i)\big)\Big]\, dx .
# $$
#
# One trap: where no fakes live, $D^* = 1$, and the second term reads $0 \cdot \log 0$. A point that never occurs adds nothing to an average, so here **$0 \cdot \log 0$ counts as 0** (and $y \log y \to 0$ for $y \to 0$ agrees). Floating-point numbers do not know that: `0 * torch.log(torch.tensor(0.0))` is `nan`.
#
# *You get* `d`, `p_data`, `p_g`, each of shape (n,), and the spacing `dx`. `d` may be exactly 0 or 1, but only where the density that multiplies its infinite logarithm is 0. A part of a density may lie outside of the grid: take the densities as they are, without rescaling them. *You return* a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# `torch.xlogy` computes $x \log y$ and knows the rule. Its documentation is one screen long.
# </details>
# <details><summary>Hint 2</summary>
#
# Two terms at each grid point, a sum over the grid, and the width of a grid cell once.
# </details>
#
# **What to expect.** For a coin-tossing $D = 1/2$, whatever the densities: $2 \log \tfrac12 = -\log 4 \approx -1.386$.


# %% nbgrader={"grade": false, "grade_id": "value_function", "locked": false, "schema_version": 3, "solution": true, "task": false}
def value_function(d, p_data, p_g, dx):
    """Return V(D, G) on a 1-D grid with spacing dx, as a scalar tensor."""
    ### BEGIN SOLUTION
    integrand = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    return integrand.sum() * dx
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_value_function", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.value_function(value_function)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "value_function")
### END HIDDEN TESTS

# %% [markdown]
# ### What the game is worth
#
# Put $D^*$ into $V$ and call the result $C(G) = \max_D V(D, G)$. This is what $G$ is really up against:
#
# $$
# C(G) = \mathbb{E}_{p_{\text{data}}}\!\left[\log \frac{p_{\text{data}}}{p_{\text{data}} + p_g}\right] + \mathbb{E}_{p_g}\!\left[\log \frac{p_g}{p_{\text{data}} + p_g}\right].
# $$
#
# Let $m = \tfrac12 (p_{\text{data}} + p_g)$ be the half-half mixture. Each denominator is $2m$, and $\log \frac{p}{2m} = \log\frac{p}{m} - \log 2$. So each term is a Kullback-Leibler divergence minus $\log 2$:
#
# $$
# C(G) = \underbrace{\mathrm{KL}(p_{\text{data}} \,\|\, m) + \mathrm{KL}(p_g \,\|\, m)}_{2\,\mathrm{JSD}(p_{\text{data}},\, p_g)} - 2 \log 2 \;=\; 2\,\mathrm{JSD}(p_{\text{data}}, p_g) - \log 4 .
# $$
#
# The Jensen-Shannon divergence (assignment 02) lies between 0 and $\log 2$, and is 0 only when its two distributions are equal. So against the best discriminator
#
# * the generator's best possible value is $-\log 4 \approx -1.386$, reached **only** at $p_g = p_{\text{data}}$, where $D^* = 1/2$: this is the **equilibrium** of the game;
# * the worst value is $2 \log 2 - \log 4 = 0$, when data and fakes do not overlap at all.
#
# That is theorem 1 of the paper, and the reason to believe in the game: whoever wins it has learned the data's distribution. Check all of it with your two functions.


# %%
def jensen_shannon(p, q):
    """JSD on the grid, from its definition by two Kullback-Leibler divergences."""
    m = (p + q) / 2
    kl = [(torch.xlogy(a, a) - torch.xlogy(a, m)).sum() * dx for a in (p, q)]
    return (kl[0] + kl[1]) / 2


@demo
def what_the_game_is_worth():
    distance = torch.linspace(0, 4, 26)
    p_data = bell(-2.0)
    generators = [bell(-2.0 + m) for m in distance.tolist()]
    stars = [optimal_discriminator(p_data, p_g) for p_g in generators]
    values = torch.stack(
        [value_function(d, p_data, p_g, dx) for d, p_g in zip(stars, generators, strict=True)]
    )
    theory = torch.stack([2 * jensen_shannon(p_data, p_g) - math.log(4) for p_g in generators])
    right = [torch.maximum(p_data, p_g).sum() * dx / 2 for p_g in generators]

    shift = torch.linspace(-3, 3, 61)
    logit = torch.logit(stars[6])  # distance 0.96
    beside = [value_function(torch.sigmoid(logit + c), p_data, generators[6], dx) for c in shift.tolist()]

    _, axes = plots.figure(1, 3, 3.5, 2.8)
    plots.series(
        {"V": torch.stack(beside)},
        shift,
        ax=axes[0],
        title="No D beats D* (distance about 1)",
        xlabel="c in D = σ(logit D* + c)",
        ylabel="V",
    )
    axes[0].axvline(0, color="#888888", linestyle=":")
    plots.series(
        {"V(D*, G)": values},
        distance,
        ax=axes[1],
        title="V(D*, G) = 2 JSD − log 4",
        xlabel="distance between the two bells",
        ylabel="V",
    )
    axes[1].plot(distance[::2], theory[::2], "o", color="#333333", markersize=4, label="2 JSD − log 4")
    axes[1].axhline(-math.log(4), color="#888888", linestyle=":")
    axes[1].legend()
    plots.series(
        {"D*": 100 * torch.stack(right)},
        distance,
        ax=axes[2],
        title="How often D* is right",
        xlabel="distance between the two bells",
        ylabel="accuracy in %",
    )
    axes[2].set_ylim(0, 102)
    plt.show()
    print(f"value at the equilibrium: {values[0]:.4f}   (−log 4 = {-math.log(4):.4f})")
    print(f"V(D*, G) and 2 JSD − log 4 agree to 4 digits: {bool((values - theory).abs().max() < 1e-4)}")
    print(f"accuracy of D* at the equilibrium: {100 * right[0]:.0f}%")


# %% [markdown]
# *Left*: shift the logit of $D^*$ by any amount and $V$ drops. *Middle*: the line is $V(D^*, G)$ from your code, the dots are the divergence from its definition; they agree. *Right*: a caution. You will read that a perfect generator makes the discriminator's accuracy "drop to zero". It does not. An accuracy of zero would be a perfect discriminator with its answers exchanged. At the equilibrium $D$ is right **half of the time**, as a coin is.

# %% [markdown]
# ---
# ## 3 · Two networks
#
# For real data no density is known and no grid is fine enough. So $G$ and $D$ become networks, and expectations become averages over minibatches. Any network with the right input and output will do. We use the plainest: layers of numbers with bends between them (a *multilayer perceptron*).
#
# ### Exercise 3 · A generator  (5 points, about 6 minutes)
#
# **Goal.** A function that builds a fresh generator network.
#
# *You get* the size of the noise `latent_dim`, the size of a sample `data_dim`, and `hidden`, the width of the hidden layers. *You return* an `nn.Module` that maps noise of shape (N, latent_dim) to samples of shape (N, data_dim).
#
# Think about three things. Without a nonlinearity between the layers, $G$ is a straight line again and can only move and stretch the bell. The *last* layer should be free: data may lie anywhere, so no tanh or sigmoid there. And $G$ must work for a single $z$, N = 1 (in evaluation mode at least), for sizes of 1, and give the same $x$ for the same $z$. Each call builds a network of its own; the seed stays the caller's business.
#
# <details><summary>Hint 1</summary>
#
# `nn.Sequential` chains layers; `nn.Linear(i, o)` maps i numbers to o; `nn.ReLU()` bends. Two hidden layers are enough for everything below.
# </details>
# <details><summary>Hint 2</summary>
#
# Batch normalisation compares the rows of a batch, and cannot train on a single one. You need none here; it comes with images in assignment 06.
# </details>
#
# **What to expect.** The check feeds it many noise vectors and one, looks whether it bends, and whether its output can leave every fixed range.


# %% nbgrader={"grade": false, "grade_id": "make_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_generator(latent_dim, data_dim, hidden=64):
    """Return a fresh network from noise (N, latent_dim) to samples (N, data_dim)."""
    ### BEGIN SOLUTION
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.ReLU(),
        nn.Linear(hidden, hidden),
        nn.ReLU(),
        nn.Linear(hidden, data_dim),
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_generator", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.make_generator(make_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "make_generator")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 4 · A discriminator that returns logits  (5 points, about 5 minutes)
#
# **Goal.** A function that builds a fresh discriminator.
#
# The formula wants $D(x)$, a probability. Let the network return the **logit** $a(x)$ instead, any real number, with $D(x) = \sigma(a(x))$. Positive means "I think it is real". Why not put the sigmoid at the end? Because the losses need $\log \sigma(a)$, and for $a = -200$ the computer rounds $\sigma(a)$ to 0 *before* the logarithm sees it. From the logit the same number is harmless: $\log \sigma(-200) \approx -200$. So the sigmoid moves into the loss.
#
# *You get* `data_dim` and `hidden`. *You return* an `nn.Module` that maps samples (N, data_dim) to logits, shape (N,) or (N, 1). Each row must be judged by itself: the verdict on one sample may not depend on the others in its batch. As in exercise 3, each call builds a network of its own, for every `data_dim` from 1 on.
#
# <details><summary>Hint 1</summary>
#
# It is the generator's twin: other sizes at both ends, the same idea in between.
# </details>
# <details><summary>Hint 2</summary>
#
# The last layer gives one number for each sample, and nothing comes after it.
# </details>
#
# **What to expect.** `make_discriminator(2)(torch.randn(5, 2))` gives five small numbers, positive or negative.


# %% nbgrader={"grade": false, "grade_id": "make_discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_discriminator(data_dim, hidden=64):
    """Return a fresh network from samples (N, data_dim) to logits (N, 1)."""
    ### BEGIN SOLUTION
    return nn.Sequential(
        nn.Linear(data_dim, hidden),
        nn.ReLU(),
        nn.Linear(hidden, hidden),
        nn.ReLU(),
        nn.Linear(hidden, 1),
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_discriminator", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.make_discriminator(make_discriminator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "make_discriminator")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 4 · Two losses
#
# PyTorch's optimisers go downhill. $D$ wants to climb $V$, so its loss is $-V$. $G$ wants to go down $V$, so its loss is $V$ itself, of which only the second term depends on it. On a minibatch of N real logits $a^{\text{real}}_i$ and M fake logits $a^{\text{fake}}_j$ the two expectations become two averages.
#
# ### Exercise 5 · The discriminator's loss  (6 points, about 8 minutes)
#
# **Goal.** Write
# $$
# L_D = -\frac1N \sum_{i=1}^{N} \log \sigma\big(a^{\text{real}}_i\big) \;-\; \frac1M \sum_{j=1}^{M} \log\Big(1 - \sigma\big(a^{\text{fake}}_j\big)\Big) .
# $$
#
# It is the **sum of two averages**: not divided by two, and not one average over all logits. The batches may have different sizes. It must stay finite for any logit, ±200 included, and keep its slope where $D$ is sure and mistaken, at logits as far as ±16 (a clamp, or an $\varepsilon$ inside the logarithm, takes it away there).
#
# *You get* `real_logits`, shape (N,) or (N, 1), and `fake_logits`, shape (M,) or (M, 1). *You return* a scalar tensor through which gradients reach both.
#
# <details><summary>Hint 1</summary>
#
# $1 - \sigma(a) = \sigma(-a)$. With it both terms are logarithms of a sigmoid.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.nn.functional` (here `F`) has several functions that take the logit and never form $\sigma$: look at `logsigmoid`, `softplus` and `binary_cross_entropy_with_logits`.
# </details>
#
# **What to expect.** For logits that are all 0, the loss is $2 \log 2 \approx 1.386$. The check draws the slope of your loss in a single logit: it should push real logits up and fake logits down, hardest where $D$ is wrong.


# %% nbgrader={"grade": false, "grade_id": "discriminator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_loss(real_logits, fake_logits):
    """Return L_D = −V of a batch, as a scalar tensor."""
    ### BEGIN SOLUTION
    on_real = F.softplus(-real_logits).mean()
    on_fake = F.softplus(fake_logits).mean()
    return on_real + on_fake
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_discriminator_loss", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.discriminator_loss(discriminator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "discriminator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 6 · The generator's loss  (4 points, about 4 minutes)
#
# **Goal.** The term of $V$ that depends on $G$, to be minimised:
# $$
# L_G = \frac1N \sum_{i=1}^{N} \log\Big(1 - \sigma\big(a_i\big)\Big), \qquad a_i \text{ the logit of } G(z_i) .
# $$
#
# *You get* `fake_logits`, shape (N,) or (N, 1). *You return* a scalar tensor, finite for ±200, through which gradients reach the logits; its slope must be there as far as +16.
#
# <details><summary>Hint 1</summary>
#
# You have written this term in exercise 5, with the other sign.
# </details>
# <details><summary>Hint 2</summary>
#
# Which sign should the loss have when D is fooled, that is, when all logits are large? $1 - \sigma(a)$ is then close to 0.
# </details>
#
# **What to expect.** $-\log 2 \approx -0.693$ for logits of 0, and never a positive number. The check draws the slope.


# %% nbgrader={"grade": false, "grade_id": "saturating_generator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def saturating_generator_loss(fake_logits):
    """Return G's term of V on a batch, as a scalar tensor."""
    ### BEGIN SOLUTION
    return F.logsigmoid(-fake_logits).mean()  # log(1 − σ(a)) = log σ(−a)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_saturating_generator_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.saturating_generator_loss(saturating_generator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "saturating_generator_loss")
### END HIDDEN TESTS

# %% [markdown]
# The slope under the check explains the loss's name: at the left end, where $D$ is sure that the sample is fake, the curve is almost flat. The loss is **saturated** there, and $G$ learns least when it most needs to. The paper notices this in its section 3 and proposes another loss, the subject of assignment 04. Here we stay with the game as it is written, and it will carry us further than the flat end suggests.
#
# ### Who depends on whom?
#
# Two facts that follow from the formula, seen by automatic differentiation. `torch.autograd.grad` is asked for the derivative of each term of $V$ in $\theta_g$. For the second term the path runs from the logits back *through the discriminator* into the samples and from there into $G$.


# %%
@demo
def gradients_in_theta_g():
    seed_everything(1)
    generator, discriminator = make_generator(2, 2), make_discriminator(2)
    real_logits = discriminator(torch.randn(64, 2))
    fake_logits = discriminator(generator(torch.randn(64, 2)))
    terms = {
        "first term,  E[log D(x)]         ": -F.softplus(-real_logits).mean(),
        "second term, E[log(1 − D(G(z)))] ": saturating_generator_loss(fake_logits),
    }
    for name, term in terms.items():
        slopes = torch.autograd.grad(term, list(generator.parameters()), allow_unused=True)
        reached = sum(slope is not None and bool(slope.any()) for slope in slopes)
        print(f"{name}: non-zero gradient in {reached} of {len(slopes)} parameter tensors of G")


# %% [markdown]
# The first term does not even have a path to $\theta_g$. The second reaches every tensor of $G$, and it does so through $D$: the discriminator's opinion, differentiated with respect to its input, is the only teacher the generator ever has.
#
# ---
# ## 5 · Two steps
#
# Now the parts move. While one player takes a step, the other is held **constant**: it is evaluated, but its parameters stay where they are. Each player therefore gets an optimiser of its own, which owns that player's parameters and no others.
#
# ### Exercise 7 · Two optimisers  (4 points, about 4 minutes)
#
# **Goal.** Stochastic gradient descent with *momentum*, the rule the paper used: the step keeps a share $\mu$ of its previous direction, $v \leftarrow \mu v + \nabla L$ and $\theta \leftarrow \theta - \text{lr} \cdot v$, so that steps add up along a steady slope and cancel along a shaky one.
#
# *You get* the two networks, the learning rate `lr` and `momentum` ($\mu$). *You return* the pair `(g_optimizer, d_optimizer)`, in this order. Nothing else is asked for: no weight decay, no other variant of momentum, and the networks stay as they are.
#
# <details><summary>Hint 1</summary>
#
# `torch.optim.SGD` takes the parameters to own, `lr=` and `momentum=`. A network lists its parameters with `.parameters()`.
# </details>
# <details><summary>Hint 2</summary>
#
# If one optimiser owned both networks, every step of D would move G too, in the direction that makes it easiest to catch.
# </details>
#
# **What to expect.** The check gives each optimiser the same gradient twice, then another one, and measures all three steps: the second must be longer by the momentum.


# %% nbgrader={"grade": false, "grade_id": "make_optimizers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_optimizers(generator, discriminator, lr, momentum):
    """Return (g_optimizer, d_optimizer), each for its own network."""
    ### BEGIN SOLUTION
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g_optimizer, d_optimizer
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_optimizers", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.make_optimizers(make_optimizers)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "make_optimizers")
### END HIDDEN TESTS

# %% [markdown]
# ### A training step, line by line
#
# Everything that a network learns in this course it learns in a *step* of the following form. Here it is once in full, for a $D$ that is shown a real batch and a batch of fakes which somebody has drawn already. Read it with the numbers under it: they show what each line leaves behind.


# %%
def judge_step(judge, optimizer, real, fake, loss):
    """Train a judge for one step on two batches; return the loss as a float."""
    on_real = judge(real)  # what it says of the real samples: one logit each
    on_fake = judge(fake)  # and what of the fakes
    value = loss(on_real, on_fake)  # one number, smaller where the judge is right more surely
    optimizer.zero_grad()  # forget the slopes of earlier steps: the next line adds to them
    value.backward()  # the slope of the loss in every weight, put beside it as `.grad`
    optimizer.step()  # move every weight a little against its slope
    return value.item()  # the number alone, without the graph that led to it


@demo
def what_each_line_leaves_behind():
    seed_everything(0)
    discriminator = make_discriminator(1)
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=0.1)
    real, fake = torch.randn(64, 1) + 2, torch.randn(64, 1) - 2
    weight = next(discriminator.parameters())
    before = weight.detach().clone()
    logits = ", ".join(f"{a:.2f}" for a in discriminator(real)[:3].flatten().tolist())
    print(f"logits of the first three real samples: {logits}")
    print(f"slopes before the first step:           {weight.grad}")
    first = judge_step(discriminator, d_optimizer, real, fake, discriminator_loss)
    print(f"loss of the step:                       {first:.4f}")
    print(f"slopes after it, their length:          {float(weight.grad.norm()):.4f}")
    moved = float((weight.detach() - before).norm())
    print(f"how far these weights moved:            {moved:.4f}  (= lr · slope, lr = 0.1)")
    again = discriminator_loss(discriminator(real), discriminator(fake)).item()
    print(f"loss on the same batches afterwards:    {again:.4f}")


# %% [markdown]
# Three lines do the learning (clear, backward, step), and the lines above them decide *what* is learned. In the next exercise you fill three gaps in such a step, and the one after it you write from an empty page.
#
# ### Exercise 8 · A step of the discriminator, with gaps  (7 points, about 8 minutes)
#
# **Goal.** One step uphill on $V$ for $D$, with $G$ held constant. Unlike above, the step makes its fakes itself:
#
# 1. draw fresh noise, as many vectors as there are real samples: `noise(n)` returns a tensor (n, latent_dim);
# 2. let $G$ turn it into fakes, and treat them as plain numbers: no gradient needs to flow into $G$;
# 3. let $D$ judge the real batch and the fakes;
# 4. compute `loss(real_logits, fake_logits)`;
# 5. clear $D$'s old gradients (`backward()` *adds* to what is there, and the last step of $G$ has left some), backpropagate through $D$, take one optimiser step.
#
# *You get* both networks, `d_optimizer` (it owns $D$'s parameters), a batch `real` of shape (N, data_dim), the functions `noise` and `loss`. *You return* the loss as a Python float. $G$ must not move. Leave everything as you found it: both networks trainable and in training mode, `real` unchanged, no random seed set.
#
# The step takes its loss and its noise as arguments, so it works whatever you wrote in the exercises above. Each gap is the place of one comment, and a line or two; or throw the frame away and write your own.
#
# <details><summary>Hint 1</summary>
#
# `tensor.detach()` is the same numbers without their history; a `with torch.no_grad():` block never records one.
# </details>
# <details><summary>Hint 2</summary>
#
# `optimizer.zero_grad()` clears, `loss.backward()` fills, `optimizer.step()` uses. `tensor.item()` is the number inside.
# </details>
#
# **What to expect.** The check plays three steps on two tiny players and knows how far each must move $D$, to three digits.


# %% nbgrader={"grade": false, "grade_id": "discriminator_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    """Train D for one step, with G held constant; return the loss as a float."""
    z = noise(len(real))
    # Gap 1: fakes from z, as plain numbers
    ### BEGIN SOLUTION
    fake = generator(z).detach()
    ### END SOLUTION
    real_logits = discriminator(real)
    # Gap 2: what D says of the fakes
    ### BEGIN SOLUTION
    fake_logits = discriminator(fake)
    ### END SOLUTION
    value = loss(real_logits, fake_logits)
    # Gap 3: clear, backward, step
    ### BEGIN SOLUTION
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    ### END SOLUTION
    return value.item()


# %% nbgrader={"grade": true, "grade_id": "test_discriminator_step", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.discriminator_step(discriminator_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "discriminator_step")
### END HIDDEN TESTS

# %% [markdown]
# ### A trained D against the best one
#
# We can test this step alone against theory. Hold a generator fixed whose density we know, train only $D$, and compare it with $D^*$. The generator is the affine one at mean 1 and standard deviation 0.7; the data have two humps.

# %% [markdown]
# **Predict, then run.** Far to the left, at $x = -8$, there are neither data nor fakes. Both densities are vanishingly small there, that of the fakes is the larger one, and so $D^*(-8) = 0$. What will the *trained* network say there? Write a letter, such as `"a"`, in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_far_left", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_far_left = {
    "D at x = −8": ...,  # "a" near 0, "b" near ½, "c" near 1
}


# %%
two_humps = data.gaussian_mixture_1d([-1.5, 1.5], [0.5, 0.7], weights=[0.4, 0.6])


@demo
def a_trained_d_against_the_best_one():
    x = torch.linspace(-9, 5, 561)
    p_data = two_humps.log_density(x).double().exp()
    p_g = torch.distributions.Normal(1.0, 0.7).log_prob(x).double().exp()
    d_star = optimal_discriminator(p_data, p_g)
    weight = (p_data + p_g) / (p_data + p_g).sum()  # where samples fall
    generator = Affine(1.0, 0.7)
    gaps = []
    for seed in (0, 1, 2):
        seed_everything(seed)
        discriminator = make_discriminator(1)
        _, d_optimizer = make_optimizers(generator, discriminator, lr=0.05, momentum=0.5)
        moments, judges = (0, 50, 1500), {}
        for step in range(1501):
            if step in moments:
                judges[step] = copy.deepcopy(discriminator)
            discriminator_step(
                generator,
                discriminator,
                d_optimizer,
                two_humps.sample(256),
                normal_noise(1),
                discriminator_loss,
            )
        with torch.no_grad():
            gaps.append(
                [
                    float((weight * (torch.sigmoid(d(x[:, None])).flatten() - d_star).abs()).sum())
                    for d in judges.values()
                ]
            )

    figure, axes = plots.figure(1, 3, 3.6, 2.7)
    for ax, (step, judge) in zip(axes, judges.items(), strict=True):
        plots.densities(
            x,
            p_data,
            p_g,
            lambda t, judge=judge: torch.sigmoid(judge(t)),
            d_star,
            ax=ax,
            title=f"after {step} steps of D",
        )
    shared_legend(figure, axes)
    plt.show()
    before, after = max(g[0] for g in gaps), max(g[-1] for g in gaps)
    print(
        f"average |D − D*| where samples fall, worst of 3 seeds: below 0.05 after 1500 steps? {after < 0.05}"
    )
    print(f"  and before training? {before < 0.05}")
    with torch.no_grad():
        far = float(torch.sigmoid(judges[1500](torch.tensor([[-8.0]]))))
    letter = "a" if far < 1 / 3 else "b" if far < 2 / 3 else "c"
    predictions.compare(predict_far_left, {"D at x = −8": letter})


# %% [markdown]
# The green curve is a network that was never told a density; it saw samples and a loss. Where samples fall it has found the dashed curve. Now look at the far left. Out there $D^*$ drops to 0, because the wider bell of the generator, vanishingly small as it is, is the larger of the two. The network goes on saying "real": no sample ever falls there, so nothing enters the loss and nothing corrects $D$. Keep this in mind; it returns in section 6.
#
# ### Exercise 9 · A step of the generator, from an empty page  (7 points, about 10 minutes)
#
# **Goal.** The six moves of a generator step, in order:
#
# 1. draw noise $z$, `n` vectors;
# 2. $x = G(z)$;
# 3. let $D$ judge $x$: the generator's output goes straight into the discriminator;
# 4. compute the loss from $D$'s logits;
# 5. backpropagate **through $D$** to $G$, so that the gradient of every weight of $G$ is known;
# 6. change $G$'s weights, and only those.
#
# In move 5 $D$ is passed through but does not learn. It is the pane of glass through which $G$ sees the data: the gradient passes, the glass stays where it is. Clear $G$'s old gradients before you backpropagate.
#
# *You get* both networks, `g_optimizer` (it owns $G$'s parameters), the number of samples `n`, the functions `noise` and `loss`, the latter taking only the fake logits. *You return* the loss as a Python float. $D$ must not move. Leave both networks trainable and in training mode, as you found them, and set no random seed.
#
# <details><summary>Hint 1</summary>
#
# This time nothing may be detached between the loss and $G$.
# </details>
# <details><summary>Hint 2</summary>
#
# Backward also fills $D$'s gradients. That does no harm: only an optimiser step moves parameters, and $D$'s own step clears them first. (You may also freeze $D$ with `requires_grad_(False)`; then thaw it again.)
# </details>
#
# **What to expect.** The check knows to three digits how far each of three steps must move a tiny $G$.


# %% nbgrader={"grade": false, "grade_id": "generator_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    """Train G for one step, with D held constant; return the loss as a float."""
    ### BEGIN SOLUTION
    z = noise(n)
    x = generator(z)
    logits = discriminator(x)
    value = loss(logits)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_generator_step", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.generator_step(generator_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "generator_step")
### END HIDDEN TESTS

# %% [markdown]
# ### The signal, made visible
#
# Take the ring of eight islands, train for a moment, and stop. Then freeze $D$ completely and ask: in which direction would each generated point have to move for the generator's loss to fall? That direction, $-\partial L_G / \partial x$ at $x = G(z)$, is what arrives at $G$. The table under the picture says who moved in which phase.

# %%
ring = data.ring()  # eight Gaussians, radius 2, standard deviation 0.02


def adam_pair(generator, discriminator, lr=1e-3):
    """Two Adam optimisers, used for the ring."""
    return [
        torch.optim.Adam(m.parameters(), lr, betas=(0.5, 0.999), fused=True)
        for m in (generator, discriminator)
    ]


def parameters_of(module):
    return torch.cat([p.detach().flatten() for p in module.parameters()])


@demo
def the_signal_made_visible():
    seed_everything(3)
    generator, discriminator = make_generator(2, 2, 128), make_discriminator(2, 128)
    g_optimizer, d_optimizer = adam_pair(generator, discriminator)
    noise, moved = normal_noise(2), {}
    for _ in range(150):
        before = parameters_of(generator), parameters_of(discriminator)
        discriminator_step(generator, discriminator, d_optimizer, ring.sample(128), noise, discriminator_loss)
        between = parameters_of(generator), parameters_of(discriminator)
        generator_step(generator, discriminator, g_optimizer, 128, noise, saturating_generator_loss)
        after = parameters_of(generator), parameters_of(discriminator)
        for phase, (a, b) in {"D's step": (before, between), "G's step": (between, after)}.items():
            for i, player in enumerate("GD"):
                moved[phase, player] = moved.get((phase, player), False) or not torch.equal(a[i], b[i])

    discriminator.requires_grad_(False)
    x = generator(noise(60)).detach().requires_grad_()
    (slope,) = torch.autograd.grad(saturating_generator_loss(discriminator(x)), x)
    arrows = -slope / slope.norm(dim=1, keepdim=True).clamp_min(1e-12)

    _, ax = plots.figure(1, 1, 5.0, 4.0)
    plots.surface(
        discriminator,
        real=ring.sample(300),
        fake=x.detach(),
        ax=ax,
        limit=3,
        title="Which way G is told to go, after 150 iterations",
    )
    ax.quiver(*x.detach().T, *arrows.T, color="#222222", width=0.004, scale=16, zorder=3)
    plt.show()
    for phase in ("D's step", "G's step"):
        print(
            f"{phase}: D {'moved' if moved[phase, 'D'] else 'stayed'}, G {'moved' if moved[phase, 'G'] else 'stayed'}"
        )


# %% [markdown]
# Every arrow points uphill on $D$'s surface, towards the regions $D$ holds for real. $D$ is frozen and yet it teaches: the gradient passes through it on its way to $G$.
#
# ---
# ## 6 · The game
#
# ### Algorithm 1
#
# The paper's training loop (Algorithm 1) alternates: $k$ steps of $D$, then **one** step of $G$, again and again.
#
# **for** each training iteration:
#
# * **for** $k$ steps:
#   * sample noise $z^{(1)}, \dots, z^{(m)}$ from $p_z(z)$ and data $x^{(1)}, \dots, x^{(m)}$ from $p_{\text{data}}(x)$;
#   * step of $D$, up the gradient of $\frac1m \sum_i \big[\log D(x^{(i)}) + \log(1 - D(G(z^{(i)})))\big]$ in $\theta_d$;
# * sample fresh noise $z^{(1)}, \dots, z^{(m)}$ from $p_z(z)$;
# * step of $G$, down the gradient of $\frac1m \sum_i \log(1 - D(G(z^{(i)})))$ in $\theta_g$.
#
# Three statements about this loop circulate that are worth correcting.
#
# 1. *"The noise prior is $p_g(z)$."* It is printed so in the paper's algorithm box. Noise comes from the prior $p_z(z)$; $p_g$ is the distribution of the *samples* $x = G(z)$, and lives in another space.
# 2. *"The two networks are trained simultaneously."* They take **turns**. Each gradient is computed against the opponent's *present* parameters. Truly simultaneous steps are another algorithm with another behaviour; assignment 04 compares the two.
# 3. *"In the first phase D is trained for some epochs without backpropagation, then G."* In $D$'s phase only $G$ is idle; $D$ **does** backpropagate, or it could not learn. And its phase is not a matter of epochs but of $k$ minibatches, usually one. You will measure below why.
#
# ### Exercise 10 · Repair the loop  (6 points, about 8 minutes)
#
# The following loop is put together from faults found in published pseudo-code. There are five of them, and no comment gives them away. Find them before you go on: which samples does each line use, and how often does it run?
#
# ```python
# def broken_loop(steps, discrim_steps):
#     real = sample_real()
#     for step in range(steps):
#         for d in range(discrim_steps):
#             qz1 = G(sample(p_g))
#             d_step(real, gz)
#             g_step(qz1)
# ```
#
# <details><summary>The faults, one by one</summary>
#
# The noise is drawn from $p_g$, the distribution of samples, where $p_z$ is meant. The fakes are called `qz1` when made and `gz` when used. `real` is drawn once and stays the same for ever, so $D$ learns one batch by heart. `g_step` stands inside the inner loop, so $G$ moves as often as $D$, whatever $k$ is. And $G$ learns from fakes that were made for $D$'s step, when it should draw fresh noise and be judged by the $D$ of *now*. Your steps of exercises 8 and 9 already draw their own noise, which leaves the loop itself.
# </details>
#
# **Goal.** Write the loop correctly. In each of `steps` iterations: `k` times draw a fresh batch with `sample_real()` and hand it to `d_step(real)`; then call `g_step()` once. Both steps return their loss as a float.
#
# *You return* a dictionary `{"d": [...], "g": [...]}` with all losses in order, `steps * k` of $D$ and `steps` of $G$.
#
# <details><summary>Hint 1</summary>
#
# Two nested `for` loops. Ask of each line: once, once an iteration, or once a step of D?
# </details>
# <details><summary>Hint 2</summary>
#
# The three functions need nothing but what is written here: $G$, $D$, noise and losses are already inside them.
# </details>
#
# **What to expect.** The check counts: for `steps=2, k=3` the order must be D D D G D D D G, with six different batches.


# %% nbgrader={"grade": false, "grade_id": "algorithm_1", "locked": false, "schema_version": 3, "solution": true, "task": false}
def algorithm_1(d_step, g_step, sample_real, steps, k):
    """Play the game; return {"d": steps·k losses, "g": steps losses}."""
    ### BEGIN SOLUTION
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_algorithm_1", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.algorithm_1(algorithm_1)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "algorithm_1")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 11 · From the paper: Algorithm 1, whole  (10 points, about 20 minutes)
#
# Losses, steps and loop have come to you in pieces, each with its arguments laid out. Whoever reads a paper gets a box. This is the paper's (section 4), with $m$ samples a minibatch:
#
# > **Minibatch stochastic gradient descent training of generative adversarial nets**
# >
# > **for** number of training iterations **do**
# >
# > * **for** $k$ steps **do**
# >   * Sample minibatch of $m$ noise samples $\{z^{(1)}, \dots, z^{(m)}\}$ from noise prior $p_z(z)$.
# >   * Sample minibatch of $m$ examples $\{x^{(1)}, \dots, x^{(m)}\}$ from data generating distribution $p_{\text{data}}(x)$.
# >   * Update the discriminator by ascending its stochastic gradient:
# >     $\nabla_{\theta_d} \frac1m \sum_{i=1}^m \left[\log D\left(x^{(i)}\right) + \log\left(1 - D\left(G\left(z^{(i)}\right)\right)\right)\right]$.
# > * **end for**
# > * Sample minibatch of $m$ noise samples $\{z^{(1)}, \dots, z^{(m)}\}$ from noise prior $p_z(z)$.
# > * Update the generator by descending its stochastic gradient:
# >   $\nabla_{\theta_g} \frac1m \sum_{i=1}^m \log\left(1 - D\left(G\left(z^{(i)}\right)\right)\right)$.
# >
# > **end for**
#
# (The prior is corrected to $p_z$; the rest is the paper's. "The gradient-based updates can use any standard gradient-based learning rule": yours comes in as two optimisers.)
#
# **Goal.** Write the box as one function, from the tensors up: no step, loss or loop of the exercises above is called, so that this exercise is graded by itself. The box climbs for $D$, and an optimiser goes downhill.
#
# *You get* `generator` and `discriminator` (it returns logits), `g_optimizer` and `d_optimizer`, each of which owns one network; `sample_real()`, which returns the next minibatch (m, data_dim), always of the same $m$; `noise(n)`, which returns (n, latent_dim); `steps`, the number of iterations, and `k`. *You return* a list of `steps` plain numbers: for each iteration the value $V$ of the minibatches in its **last** step of $D$, as $D$ saw it before it moved. Both networks stay trainable and in training mode, and no random seed is set.
#
# <details><summary>Hint 1</summary>
#
# Before you code, write beside each line of the box which of your tensors it is. Which of them belong into the inner loop?
# </details>
# <details><summary>Hint 2</summary>
#
# `F.logsigmoid(a)` is $\log D$, and $\log(1 - D)$ is `F.logsigmoid(-a)`. $D$'s loss is $-V$; $G$'s loss is the second term as it stands.
# </details>
# <details><summary>Hint 3</summary>
#
# Each of the two updates has three lines of its own (clear, backward, step), each with its own optimiser. The fakes of $D$'s update are held constant; those of $G$'s are new ones.
# </details>
#
# **What to expect.** The check plays runs of one to four iterations on two tiny players, and knows what both answer afterwards.


# %% nbgrader={"grade": false, "grade_id": "minimax_game", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    """Train both players by Algorithm 1; return V of the last D step of each iteration."""
    ### BEGIN SOLUTION
    values = []
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            fake = generator(noise(len(real))).detach()
            value = F.logsigmoid(discriminator(real)).mean() + F.logsigmoid(-discriminator(fake)).mean()
            d_optimizer.zero_grad()
            (-value).backward()
            d_optimizer.step()
        g_value = F.logsigmoid(-discriminator(generator(noise(len(real))))).mean()
        g_optimizer.zero_grad()
        g_value.backward()
        g_optimizer.step()
        values.append(value.item())
    return values
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_minimax_game", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.minimax_game(minimax_game)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "minimax_game")
### END HIDDEN TESTS

# %% [markdown]
# One function, and it is the whole of the paper's method. Let it play on the line, against the value that theory gives the end of the game.


# %%
@demo(seconds="about 4 s")
def the_value_during_the_game():
    seed_everything(0)
    generator, discriminator = make_generator(1, 1), make_discriminator(1)
    g_optimizer, d_optimizer = (
        torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.5) for network in (generator, discriminator)
    )
    values = minimax_game(
        generator,
        discriminator,
        g_optimizer,
        d_optimizer,
        lambda: two_humps.sample(128),
        normal_noise(1),
        steps=2000,
        k=1,
    )
    smooth = torch.tensor(values).unfold(0, 50, 50).mean(dim=1)
    _, ax = plots.figure(1, 1, 5.4, 2.6)
    ax.plot(values, color="#56B4E9", linewidth=0.4, alpha=0.7, label="each iteration")
    ax.plot(range(25, 2000, 50), smooth, color="#0072B2", linewidth=1.6, label="mean of 50")
    ax.axhline(-math.log(4), color="#333333", linestyle="--", linewidth=1, label="−log 4")
    ax.set(
        xlabel="iteration", ylabel="V on the minibatches", title="The value of the game while it is played"
    )
    ax.legend(loc="upper right", fontsize=8)
    plt.show()
    print(f"mean of the last 200 values: {sum(values[-200:]) / 200:.2f}   (−log 4 = {-math.log(4):.2f})")


# %% [markdown]
# At the start $D$ gets better than a coin, and $V$ rises above $-\log 4$. Where it shoots down for a moment, $G$ has overtaken $D$: being sure and wrong is expensive. Then, as $G$ approaches the data, $V$ comes to that line and stays.
#
# ### Everything together, on the line
#
# The pieces, exercises 1 to 10, meet here once more, because the next runs are stopped and looked at on the way. The class below holds two networks and their optimisers, and `play` calls your loop; nothing in it is new.
#
# The picture follows Figure 1 of the paper, with two humps for data. Above: the densities, the trained $D$ and, dashed, the $D^*$ that belongs to the present $p_g$. Below: arrows from noise $z$ (lower line) to samples $G(z)$ (upper line). Where arrows crowd, $p_g$ is high.


# %%
def momentum_pair(generator, discriminator):
    """The paper's rule, gradient descent with momentum, at the rate used on the line."""
    return make_optimizers(generator, discriminator, lr=0.05, momentum=0.5)


class Game:
    """Two networks that your steps train on `target`."""

    def __init__(self, target, latent_dim, hidden=64, optimizers=momentum_pair, batch=128):
        dim = target.modes.shape[1]
        self.target, self.batch, self.noise = target, batch, normal_noise(latent_dim)
        self.g, self.d = make_generator(latent_dim, dim, hidden), make_discriminator(dim, hidden)
        self.g_optimizer, self.d_optimizer = optimizers(self.g, self.d)

    def sample_real(self):
        return self.target.sample(self.batch)

    def d_step(self, real):
        return discriminator_step(self.g, self.d, self.d_optimizer, real, self.noise, discriminator_loss)

    def g_step(self):
        return generator_step(
            self.g, self.d, self.g_optimizer, self.batch, self.noise, saturating_generator_loss
        )

    def play(self, steps, k=1):
        return algorithm_1(self.d_step, self.g_step, self.sample_real, steps, k)

    @torch.no_grad()
    def sample(self, n):
        return self.g(self.noise(n))

    @torch.no_grad()
    def accuracy(self, n=2000):
        """How often D is right on n real and n generated samples."""
        real, fake = self.d(self.target.sample(n)), self.d(self.sample(n))
        return float(((real > 0).float().mean() + (fake <= 0).float().mean()) / 2)


def smooth_density(samples, x, width=0.12):
    """Estimate a density on x from samples, by a small bell around each."""
    bells = torch.exp(-0.5 * ((x[:, None] - samples.flatten()) / width) ** 2)
    return bells.mean(dim=1) / (width * math.sqrt(2 * math.pi))


def gap(game, n=10_000):
    """Mean distance between sorted real and sorted generated samples (1-D): how far p_g is from p_data."""
    real, fake = game.target.sample(n).flatten(), game.sample(n).flatten()
    return float((real.sort().values - fake.sort().values).abs().mean())


@demo
def the_game_on_the_line():
    seed_everything(0)
    game, moments = Game(two_humps, 1), (0, 20, 100, 2000)
    x, done = torch.linspace(-4, 4, 301), 0
    figure, axes = plots.figure(2, 4, 3.1, 2.2)
    for column, moment in enumerate(moments):
        game.play(moment - done)
        done = moment
        p_data, p_g = two_humps.density(x), smooth_density(game.sample(4000), x)
        plots.densities(
            x,
            p_data,
            p_g,
            lambda t: torch.sigmoid(game.d(t)),
            optimal_discriminator(p_data, p_g),
            ax=axes[0, column],
            title=f"after {moment} iterations",
        )
        z = torch.linspace(-2.2, 2.2, 31)[:, None]
        with torch.no_grad():
            image = game.g(z)
        for start, end in zip(z.flatten().tolist(), image.flatten().tolist(), strict=True):
            axes[1, column].annotate(
                "", (end, 1), (start, 0), arrowprops={"arrowstyle": "->", "color": "#D55E00", "lw": 0.7}
            )
        axes[1, column].set(xlim=(-4, 4), ylim=(-0.15, 1.15), yticks=[0, 1], yticklabels=["z", "x = G(z)"])
        axes[1, column].grid(visible=False)
    shared_legend(figure, axes[0])
    plt.show()


# %% [markdown]
# At the start the generator squeezes all noise into one narrow peak, and $D$ (green) has learned nothing. A few iterations later the peak has moved to where $D$ thought the data were, and $D$ turns against it: the two chase each other, with $D^*$ (dashed) swinging wildly. In the last panel the arrows have split into two bundles, $p_g$ has two humps, and both $D$ and $D^*$ are close to $1/2$ across the data. (At the edges, where hardly a sample falls, $D^*$ is a quotient of two tiny numbers.) That is the equilibrium of section 2, reached by samples and gradients alone, though only nearly: it goes on trembling.
#
# ### Play it yourself, on the line
#
# The cell below is the same game with buttons: your networks, losses, steps and optimisers, opened after 2,000 iterations. (Buttons need JupyterLab; on a web page you see a still picture of the same state.) One panel shows the densities, with $p_g$ counted from many samples of your $G$; the other shows $D$, your network, and D*, the best answer to the present $p_g$. Four things to try, a minute each:
#
# 1. **Only D learns.** Press *Reset*, then *Step D* some 40 times, or click the widget and hold the key D. $p_g$ and the dashed D* stand still, because $G$ does, and the green curve climbs towards D*. In three runs the average $|D - D^*|$ where samples fall went from about 0.5 to about 0.1 after 40 steps and below 0.05 after 100.
# 2. **Now one step of G.** Press *Step G* once. $p_g$ moves, and D* moves with it: the target of $D$ has changed under its feet. That is what "held constant" is worth: one step.
# 3. **Play, then rewind.** Press *Reset* and *Play*, wait for two humps, pause, and pull the *rewind* slider back to the moment at which the threads from $z$ to $x$ first split into two bundles.
# 4. **Another seed, another k.** Both are under *Settings*. Does $D$ stay nearer to D* with $k = 5$?


# %%
@demo
def play_on_the_line():
    display(
        DensityGame(
            two_humps,
            loss=(discriminator_loss, saturating_generator_loss),
            generator=make_generator,
            discriminator=make_discriminator,
            d_step=discriminator_step,
            g_step=generator_step,
            optimizers=momentum_pair,
            steps=2000,
        )
    )


# %% [markdown]
# Does it happen for other seeds too? One run is an anecdote. The next cell repeats it and measures the gap between real and generated samples and the accuracy of $D$.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 6 s")
def the_same_game_with_three_seeds():
    table = ["seed    gap before   gap after   accuracy of D after"]
    for seed in (0, 1, 2):
        seed_everything(seed)
        game = Game(two_humps, 1)
        before = gap(game)
        game.play(1500)
        table.append(f"{seed:4d} {before:13.2f} {gap(game):11.2f} {100 * game.accuracy():13.0f}%")
    print("\n".join(table))


# %% [markdown]
# (Your numbers may differ a little in the last digits even with the same seed: processors round differently, and a game magnifies small differences. Read the tables for their pattern.) On every seed the gap shrinks to a small part of what it was, and the accuracy of $D$ ends near **50%**. Not near zero: a converged discriminator tosses a coin.
#
# ### Phases of minibatches or of epochs?
#
# Now the third misconception. Both players below get the same number of steps, 600 each, on the same data with the same learning rate. Only the length of a phase differs: 1 step of $D$ and 1 of $G$ in turn; or 20 and 20; or 200 and 200, as "epochs of D, then epochs of G" would have it.


# %% [markdown]
# **Predict, then run.** Which of the three brings the generated samples nearest to the data?

# %% nbgrader={"grade": false, "grade_id": "predict_phases", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_phases = {
    "best length of a phase: 1, 20 or 200": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 7 s")
def long_phases():
    table = ["gap between real and generated samples after 600 steps of each player (before: about 1.5)"]
    table.append("length of a phase     seed 0     seed 1     seed 2")
    means = {}
    for length in (1, 20, 200):
        results = []
        for seed in (0, 1, 2):
            seed_everything(seed)
            game = Game(two_humps, 1)
            for _ in range(600 // length):
                for _ in range(length):
                    game.d_step(game.sample_real())
                for _ in range(length):
                    game.g_step()
            results.append(gap(game))
        cells = "".join(f"{r:11.2f}" if r < 1000 else "   ran away" for r in results)
        table.append(f"{length:17d}{cells}")
        means[length] = sum(results)
    print("\n".join(table))
    predictions.compare(predict_phases, {"best length of a phase: 1, 20 or 200": min(means, key=means.get)})


# %% [markdown]
# With long phases the game does not converge slowly; it breaks. The reason is the one you saw when you compared $D$ with $D^*$: far from the data nobody corrects $D$. While $D$ stands still, $G$ follows its slope out of the region where $D$ was ever trained, and the loss $\log(1 - D)$ rewards it without limit, as far as the numbers go. In short turns $D$ answers at once: the first fakes that stray are the next batch it learns from. That is why Algorithm 1 takes $k$ *minibatches*, not epochs.
#
# ### The game in the plane, watched
#
# The ring is harder: eight islands with empty water between them. Plain gradient descent with momentum does poorly here, as you will see below, so this run uses the optimiser Adam ([Kingma and Ba, 2015](https://arxiv.org/abs/1412.6980)), which scales each parameter's steps by its recent gradients. Networks, losses, steps and loop are yours.
#
# We stop at several times, colour each generated sample by $D$'s verdict, and write $D$'s accuracy above it.


# %%
@demo(seconds="about 8 s")
def the_game_in_the_plane():
    seed_everything(2)
    game = Game(ring, 2, hidden=128, optimizers=adam_pair)
    shown, measured, done = (4, 30, 300, 4000), {}, 0
    figure, axes = plots.figure(1, 4, 3.0, 3.1)
    for moment in sorted({*shown, *torch.logspace(0, math.log10(4000), 60).int().tolist()}):
        game.play(moment - done)
        done = moment
        coverage = metrics.mode_coverage(game.sample(2500), ring.modes, ring.std)
        measured[moment] = (100 * game.accuracy(), coverage.captured, coverage.any)
        if moment not in shown:
            continue
        x = game.sample(600)
        with torch.no_grad():
            verdict = torch.sigmoid(game.d(x)).flatten()
        ax = axes[shown.index(moment)]
        dots = ax.scatter(
            *x.T, c=verdict, cmap="RdBu", vmin=0, vmax=1, s=10, edgecolors="#444444", linewidths=0.4
        )
        ax.scatter(*ring.modes.T, marker="x", color="#333333", s=30, linewidths=1)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
        ax.set_title(f"{moment} iterations: D right {measured[moment][0]:.0f}%", fontsize=10)
    bar = figure.colorbar(dots, ax=axes, shrink=0.7, pad=0.01)
    bar.set_label("D(x): probability of real")
    plt.show()

    accuracy, captured, touched = zip(*measured.values(), strict=True)
    _, axes = plots.figure(1, 2, 4.6, 2.5)
    plots.series({"D": accuracy}, list(measured), ax=axes[0], ylabel="right in %", title="Accuracy of D")
    axes[0].axhline(50, color="#333333", linestyle="--", linewidth=1, label="a coin")
    axes[0].set_ylim(0, 102)
    axes[0].legend(loc="lower left")
    plots.series(
        {"at least 20 of 2,500 samples": captured, "at least 1": touched},
        list(measured),
        ax=axes[1],
        ylabel="islands",
        title="Islands with samples within 3 standard deviations",
    )
    axes[1].set_ylim(0, 8.4)
    for ax in axes:
        ax.set_xscale("log")
    plt.show()


# %% [markdown]
# At the start the fakes are one obvious blob, and $D$ is soon right nine times out of ten. Then the generator moves to where $D$ was wrong, and the accuracy falls, for a moment to a coin's; from there on the two keep step, and the curve swings between 60 and 90% (mind the logarithmic axis). Four runs with other seeds looked alike: $D$ was right 77 to 100% of the time at some moment of the first twenty iterations, and 69 to 84% after two thousand. It does not settle at 50% here: the islands are so narrow that $D$ still catches the samples in the water between them, dark red on the right. (The two rules for counting islands will occupy us in assignment 04.)
#
# ### Play it yourself, in the plane
#
# The same again with buttons, opened after 300 iterations. Blue dots are data, orange crosses are made by your $G$ from the same $z$ at every moment, so that you can follow each; the shade is $D$, the black line is where it says $1/2$.
#
# 1. **The six moves.** Tick *slow motion* and press *Step*. The diagram lights up what happens, first the turn of $D$, then the six moves of exercise 9; in the fifth the arrows appear: the gradient that comes back through the frozen $D$. In the sixth only $G$ moves, and its crosses follow the arrows.
# 2. **A signal that fades.** Press *Reset* and let $D$ alone take 200 steps (hold the key D). $D$ becomes sure of the fakes, and the arrows shrink to nothing: the saturated end of your loss from exercise 6. In three runs the *mean slope* under the plane rose to about 0.2 after 20 steps of $D$ and fell to 0.02 after 100 and 0.005 after 200. Now choose the loss *non-saturating* under *Settings*: with the very same $D$ the mean slope is about 2. That loss is where assignment 04 begins.
# 3. **Who moved?** Tick *manifold* and *verdicts*, press *Step D* and *Step G* in turn. Which of the two changes the net of $G$, which the shade, which both histograms?
# 4. **Your own data.** *Draw data* lets you draw an island or your initials, and *Play* lets $G$ learn them.


# %%
@demo
def play_in_the_plane():
    display(
        GANExplorer(
            "ring",
            loss=(discriminator_loss, saturating_generator_loss),
            generator=lambda latent_dim, data_dim: make_generator(latent_dim, data_dim, 128),
            discriminator=lambda data_dim: make_discriminator(data_dim, 128),
            d_step=discriminator_step,
            g_step=generator_step,
            optimizers=adam_pair,
            views=("real", "fake", "surface", "arrows", "losses", "divergences", "modes", "diagram"),
            steps=300,
        )
    )


# %% [markdown]
# ### How many steps of D, and which optimiser?
#
# $k$ and the optimiser are settings, not laws. Measure instead of believing. Both tables below show the ring with the same networks and three seeds, stopped after 1,000 iterations.


# %% tags=["nbval-ignore-output"]
def ring_row(name, optimizers, k):
    """Print one line: islands with a sample within 3 standard deviations, and D's accuracy, for 3 seeds."""
    touched, right = [], []
    for seed in (0, 1, 2):
        seed_everything(seed)
        game = Game(ring, 2, hidden=128, optimizers=optimizers)
        game.play(1000, k)
        touched.append(str(metrics.mode_coverage(game.sample(2500), ring.modes, ring.std).any))
        right.append(f"{100 * game.accuracy():.0f}%")
    print(f"{name:18s} {', '.join(touched)} of 8 islands touched    D right {', '.join(right)}")


@demo(seconds="about 10 s")
def k_on_the_ring():
    ring_row("Adam, k = 1", adam_pair, k=1)
    ring_row("Adam, k = 5", adam_pair, k=5)


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 4 s")
def momentum_on_the_ring():
    ring_row("momentum, k = 1", momentum_pair, k=1)


# %% [markdown]
# In several runs of this table Adam with $k = 1$ touched seven or eight islands. With $k = 5$ the discriminator got so far ahead that it was right 95 to 99% of the time; most fakes then sit on the flat, saturated end of the loss, and $G$ touched one to four islands, although the run did more work. Momentum, at the learning rate that served so well on the line, touched anything from one to seven, most often three or fewer. None of this is a law about $k$ or about momentum. It depends on the data, the networks and the learning rates. On the line, where the densities overlap, more steps of $D$ help on average:


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 10 s")
def k_on_the_line():
    table = ["gap after 600 iterations     seed 0     seed 1     seed 2       mean"]
    for k in (1, 5):
        results = []
        for seed in (0, 1, 2):
            seed_everything(seed)
            game = Game(two_humps, 1)
            game.play(600, k)
            results.append(gap(game))
        table.append(
            f"k = {k}                   " + "".join(f"{r:11.2f}" for r in (*results, sum(results) / 3))
        )
    print("\n".join(table))


# %% [markdown]
# A better discriminator gives a more faithful gradient, as long as the distributions overlap enough for that gradient not to vanish. How to keep it from vanishing is where the next assignment begins.
#
# ---
# ## 7 · Summary
#
# * $G$ turns noise from a prior $p_z$ into samples; $D$ gives the probability that a sample is real. $G$ learns about the data only through $D$'s gradient.
# * $V(D, G) = \mathbb{E}[\log D(x)] + \mathbb{E}[\log(1 - D(G(z)))]$ is the log-probability $D$ gives to the right answers. $D$ climbs it, $G$ descends it, and only the second term knows $G$.
# * For a fixed $G$ the best $D$ is the share of real samples at each $x$; then $V = 2\,\mathrm{JSD} - \log 4$, smallest exactly when $p_g = p_{\text{data}}$.
# * At that equilibrium $D = 1/2$ everywhere and is right half of the time.
# * Training alternates: $k$ minibatch steps of $D$, one of $G$, each with the other held constant. Long phases break the game.
# * The theory speaks of the *best* $D$ and of any function at all. Real runs have networks, steps and noise, and tremble around what the theory promises, or miss it.
#
# **Go further.** (1) Give the game on the line a target with three humps, or a uniform one. What does $G$ do at sharp edges? (2) Replace `normal_noise` by uniform noise; what changes in the arrows from $z$ to $x$? (3) Train with `latent_dim=1` on the ring: can a line be laid over eight islands? (4) In section 3 of the [paper](https://arxiv.org/abs/1406.2661) the authors argue that $D$ should be kept near its optimum. Which of your tables supports them, which does not? (5) Theorem 1 assumes that $D$ can be any function. Halve `hidden` until the game on the line fails.
#
# ---
# ## 8 · Closing questions  (8 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). What is $V(D, G)$ when the generator is perfect and the discriminator is the best one against it? Give the number (an expression such as `math.log(3)` is fine).
#
# <details><summary>Hint</summary>
#
# $D$ answers 1/2 everywhere. Put that into both terms.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_value_at_equilibrium", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_value_at_equilibrium = -math.log(4)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_value_at_equilibrium", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_value_at_equilibrium(q_value_at_equilibrium)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "q_value_at_equilibrium")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (1 point). And how often is that discriminator right, on as many real as generated samples? Give a number between 0 (never) and 1 (always).
#
# <details><summary>Hint</summary>
#
# Look at the right-hand panel of "what the game is worth".
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_accuracy_at_equilibrium", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_accuracy_at_equilibrium = 0.5
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_accuracy_at_equilibrium", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_accuracy_at_equilibrium(q_accuracy_at_equilibrium)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "q_accuracy_at_equilibrium")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). What is the gradient of the first term, $\mathbb{E}_{x \sim p_{\text{data}}}[\log D(x)]$, in the generator's parameters $\theta_g$? Answer with a letter, such as `"a"`.
#
# * **a** · It is the same as that of the second term with the other sign, because the two terms compete.
# * **b** · It pushes $G$ towards real samples, because $D$ is evaluated on them.
# * **c** · It is zero, because neither the real samples nor $D$'s parameters depend on $\theta_g$.
# * **d** · It is zero only at the equilibrium, where $D$ cannot tell real from fake.
#
# <details><summary>Hint</summary>
#
# Change $\theta_g$ a little in your mind. Which of the things that appear in this term changes?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_first_term", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_first_term = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_first_term", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_first_term(q_first_term)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "q_first_term")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). While $D$ takes its $k$ steps, what is idle?
#
# * **a** · Backpropagation: $D$ is trained without it, and only $G$ needs it.
# * **b** · Only $G$'s parameters: $G$ still makes samples, and $D$ learns from them by backpropagation.
# * **c** · $G$ altogether: $D$ sees nothing but real samples in this phase.
# * **d** · Nothing: both networks move at the same time.
#
# <details><summary>Hint</summary>
#
# Look at your `discriminator_step`: which lines use $G$, and which line changes parameters?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_phase_one", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_phase_one = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_phase_one", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_phase_one(q_phase_one)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "q_phase_one")
### END HIDDEN TESTS

# %% [markdown]
# **Question 5** (1 point). Somebody brings a picture $x$ and asks how likely your model is to make it. Which of these can answer with $p(x)$?
#
# * **a** · A trained GAN: its discriminator's $D(x)$ is that probability.
# * **b** · A trained GAN: put $x$ into $G$ and read off what comes out.
# * **c** · The Gaussians of assignment 01, summed over the classes.
# * **d** · None: a generative model only draws samples.
#
# <details><summary>Hint</summary>
#
# What does each of them take, and what does it return? For which is $p(x)$ a formula you have written?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_which_scores", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_which_scores = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_which_scores", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_which_scores(q_which_scores)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "q_which_scores")
### END HIDDEN TESTS
