# %% [markdown]
# # 05 · Wasserstein: a critic instead of a discriminator
#
# **What you will do.** Measure how far two distributions lie apart by the work it takes to turn one into the other; find out how a network can measure that work; write the losses, the weight clipping, the gradient penalty and the training phase of a Wasserstein GAN; and compare all of it with the games of assignments 03 and 04, in the plane, on the ring and on the grid.
#
# **What you will learn.** Why the old game goes blind where data and fakes do not overlap, and a distance does not; what a critic is and why it has no sigmoid; why it needs a rule for its slope, which many explanations leave out; two ways to enforce that rule, with their costs; and when a loss curve tells you how good the samples are.
#
# **What you need.** Assignments 03 (the minimax game, the two steps) and 04 (the non-saturating loss, the ring). Integrals as areas, and the gradient of a function of several variables. No GPU.
#
# **Time.** A little over two hours: 40 minutes of reading, 66 of exercises, the rest predictions, questions and waiting. The core is sections 1 to 5, 7 and 8; section 6 (clipping) and section 9 (the comparison with assignment 04) can wait for a second sitting. The notebook alone runs in about two minutes on two processor cores.
#
# Two papers stand behind it: Arjovsky, Chintala and Bottou, [*Wasserstein GAN*](https://arxiv.org/abs/1701.07875) (2017), and Gulrajani, Ahmed, Arjovsky, Dumoulin and Courville, [*Improved Training of Wasserstein GANs*](https://arxiv.org/abs/1704.00028) (2017).

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math

import matplotlib.pyplot as plt
import scipy.stats
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import clinic, data, metrics, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo, shared_legend
from gan_course.seeding import seed_everything
from gan_course.training import R1, GradientPenalty, every, losses, train
from gan_course.training.penalties import slopes

check = checks("05_wasserstein")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>At a logit of −6, where $D$ is sure of a fake, which of the two generator losses of assignment 04 still pushes?</summary>
#
# The non-saturating one: its slope is $-(1 - \sigma(a))/N$, nearly $-1/N$ there. That of the saturating loss is $-\sigma(a)/N$, some 400 times smaller.
# </details>
# <details><summary>What is the Jensen-Shannon divergence of two distributions that share no point, and does it depend on how far apart they are?</summary>
#
# $\log 2$, and no (assignment 02). The next section begins here.
# </details>
# <details><summary>In a step of $D$, why is the fake batch detached?</summary>
#
# $G$ is held constant: no gradient may reach its weights, and none needs to be computed (assignment 03).
# </details>

# %% [markdown]
# ### Where this leads
#
# The next cell trains a Wasserstein GAN with the library's own loop. The colours are the **critic**: not the probability that a point is real, but a landscape with heights, high (blue) where data live and low (red) where fakes crowd; the black line runs half way between the average height of the plane and that of the islands, and what is far above or below has the same colour. Each generated point (orange) has one wish, to walk uphill. A penalty that you will write yourself keeps the landscape from going flat between fakes and data, so that no point is left without advice.


# %%
ring = data.ring()  # eight Gaussians, radius 2, standard deviation 0.02


def network(inputs, outputs, width=128):
    """A perceptron with two hidden layers and nothing after the last one: generator or critic."""
    return nn.Sequential(
        nn.Linear(inputs, width),
        nn.ReLU(),
        nn.Linear(width, width),
        nn.ReLU(),
        nn.Linear(width, outputs),
    )


@demo(seconds="about 6 s")
def where_this_leads():
    seed_everything(0)
    moments, seen = (1, 100, 400, 1500), []

    def look(run):
        if run.step in moments:
            seen.append((run.step, copy.deepcopy(run.discriminator), run.sample(500)))

    train(
        network(2, 2),
        network(2, 1),
        ring,
        steps=moments[-1],
        loss="wasserstein",
        penalty=GradientPenalty(0.1),
        lr=2e-3,
        betas=(0, 0.99),
        decay=0.05,
        average=0.99,
        callbacks=[every(1, look)],
        progress=False,
    )
    _, axes = plots.figure(1, 4, 2.9, 2.9)
    for ax, (step, critic, fake) in zip(axes, seen, strict=True):
        # Only differences of heights mean anything: 0 is put half way from the plane's mean to the islands'.
        islands, plane = critic(ring.modes).mean().item(), critic(6 * torch.rand(2000, 2) - 3)
        middle = (islands + plane.mean().item()) / 2
        reach = max(1.5 * abs(islands - middle), plane.std().item())
        plots.surface(
            lambda x, f=critic, m=middle, r=reach: ((f(x) - m) / r).clamp(-1, 1),
            fake=fake,
            ax=ax,
            limit=3,
            probability=False,
            colorbar=False,
        )
        ax.scatter(*ring.modes.T, marker="x", color="#333333", s=30, linewidths=1)
        if ax.get_legend():
            ax.get_legend().remove()
        ax.set_title(f"after {step} iteration{'s' * (step > 1)}")
    plt.show()


# %% [markdown]
# ---
# ## 1 · A judge who sees nothing but right and wrong
#
# In assignment 03 you found what the generator is up against when the discriminator is at its best: $2\,\mathrm{JSD}(p_{\text{data}}, p_g) - \log 4$. So the old game minimises a Jensen-Shannon divergence. Look at what that divergence says of the simplest pair of distributions there is (a little cousin of example 1 in the first paper): all data at the point $0$, all fakes at the point $\theta$.
#
# For $\theta \ne 0$ the half-half mixture $m$ has half of its mass at each of the two points, and each Kullback-Leibler divergence reads
#
# $$
# \mathrm{KL}(p_{\text{data}} \,\|\, m) = 1 \cdot \log \frac{1}{1/2} = \log 2 = \mathrm{KL}(p_g \,\|\, m), \qquad \mathrm{JSD} = \log 2 .
# $$
#
# There is no $\theta$ on the right-hand side. Fakes at distance 100, fakes at distance 0.001: the same $\log 2$; and at $\theta = 0$ it drops to $0$ at once. A quantity that does not change when you move has no slope to follow. The discriminator that belongs to it is perfect, says 1 here and 0 there, and **is flat at both places**.
#
# This is not a corner case. Pictures of 28 × 28 pixels live in 784 dimensions; a generator with a noise vector of 20 numbers fills a surface of at most 20 dimensions in there. If the data lie near a thin surface too, as pictures of one kind are thought to, the two surfaces hardly ever share any mass ([Arjovsky and Bottou, 2017](https://arxiv.org/abs/1701.04862), section 2). "Data and fakes do not overlap" is where a run on pictures begins.
#
# What we want instead is a measure that says: at distance 2 you are *better* than at distance 4. A **distance**, in metres.
#
# ---
# ## 2 · The work of moving earth
#
# Picture $p_{\text{data}}$ and $p_g$ as two heaps of earth of the same total mass 1. Carry the first heap over, shovel by shovel, until it has the shape of the second. The work is mass times distance, summed over all shovels. Do it in the cheapest way there is; that least work is the **earth mover's distance**, which mathematicians call the Wasserstein-1 distance $W_1$.
#
# A *plan* says how much goes where: $\pi_{ij} \ge 0$ is the mass carried from place $x_i$ to place $y_j$. What leaves $x_i$ must be what lies there, and what arrives at $y_j$ what is needed there:
#
# $$
# W_1(p, q) = \min_{\pi} \sum_{i,j} \pi_{ij}\, |x_i - y_j| \qquad\text{with}\qquad \sum_j \pi_{ij} = p_i, \quad \sum_i \pi_{ij} = q_j .
# $$
#
# | symbol | meaning |
# |---|---|
# | $p$, $q$ | the two heaps: $p_i$ is the mass at $x_i$, $q_j$ the mass at $y_j$; each adds up to 1 |
# | $\pi_{ij}$ | the mass carried from $x_i$ to $y_j$ |
# | $F(t)$, $G(t)$ | the mass of $p$, and of $q$, that lies at or to the left of $t$ (with a $z$, $G(z)$ is the generator as ever) |
# | $f(x)$ | the critic's value at $x$: a height, any real number |
# | $\lVert f \rVert_L \le 1$ | $f$ is 1-Lipschitz: nowhere steeper than 1 |
# | $c$, $\lambda$ | the bound of weight clipping, the weight of the gradient penalty |
# | $n_{\text{critic}}$ | steps of the critic for each step of the generator |
#
# (The data points $0$ and $\theta$ of section 1 have $W_1 = |\theta|$: one heap, one way. It falls as the fakes come nearer, with slope 1 wherever you are.)
#
# ### On the line nobody needs to search
#
# Let both heaps consist of $n$ samples of mass $1/n$. In general one would have to try all ways to give each $x_i$ a partner. On a line one look is enough: **two paths that cross can be uncrossed without extra work.** Take $a \le b$ who go to $c \le d$. Crossed, $a$ walks to $d$ and $b$ to $c$; uncrossed, $a$ walks to $c$ and $b$ to $d$. Draw the four points in any order and count how often each stretch of the line is walked: uncrossed, never more often. So uncross until nothing crosses, and what is left is: the leftmost goes to the leftmost, the second to the second, and so on.


# %%
@demo
def crossed_and_uncrossed():
    x = torch.tensor([0.0, 1.2, 2.4, 3.6, 4.8])
    y = torch.tensor([4.5, 0.6, 3.0, 1.4, 2.2])  # in the order in which they happened to be drawn
    partners = {"as they came": y, "leftmost to leftmost": y.sort().values}
    _, axes = plots.figure(1, 2, 4.4, 1.9)
    for ax, (name, other) in zip(axes, partners.items(), strict=True):
        for start, end in zip(x.tolist(), other.tolist(), strict=True):
            ax.annotate("", (end, 0), (start, 1), arrowprops={"arrowstyle": "->", "color": "#666666"})
        ax.scatter(x, torch.ones(5), color="#0072B2", zorder=3)
        ax.scatter(other, torch.zeros(5), color="#D55E00", zorder=3)
        ax.set(ylim=(-0.25, 1.25), yticks=[0, 1], yticklabels=["y", "x"])
        ax.grid(visible=False)
        ax.set_title(f"{name}: {float((x - other).abs().mean()):.2f} per grain")
    plt.show()


# %% [markdown]
# ### Exercise 1 · The earth mover's distance  (5 points, about 6 minutes)
#
# **Goal.** For two sets of $n$ samples on the line, each sample with mass $1/n$, write
#
# $$
# W_1 = \frac1n \sum_{i=1}^{n} \big| x_{(i)} - y_{(i)} \big| ,
# $$
#
# where $x_{(1)} \le x_{(2)} \le \dots$ are the samples in order of size.
#
# *You get* `x` and `y`, both of shape (n,), in no particular order. *You return* a scalar tensor through which gradients reach both. Here as in every exercise, the tensors you are given stay as they are.
#
# <details><summary>Hint 1</summary>
#
# `tensor.sort()` returns the values in order and where they came from; `.values` picks the first of the two.
# </details>
# <details><summary>Hint 2</summary>
#
# Three things after each other: order, size of the differences, average.
# </details>
#
# **What to expect.** For $x = (-1, 1)$ and $y = (-4, 4)$ the distance is 3, although the means are the same. Its slope in each sample is $\pm 1/n$, however far away the partner is.


# %% nbgrader={"grade": false, "grade_id": "wasserstein_1d", "locked": false, "schema_version": 3, "solution": true, "task": false}
def wasserstein_1d(x, y):
    """Return the earth mover's distance of two sets of n samples, shape (n,) each, as a scalar tensor."""
    ### BEGIN SOLUTION
    return (x.sort().values - y.sort().values).abs().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_wasserstein_1d", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.wasserstein_1d(wasserstein_1d)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "wasserstein_1d")
### END HIDDEN TESTS

# %% [markdown]
# Now put the two measures side by side. Data are spread evenly over the stretch from 0 to 1; the generator makes the same stretch, shifted by $\theta$. The Jensen-Shannon divergence is computed on a grid, your distance from samples.


# %%
def box(at, x):
    """Density of the uniform distribution from `at` to `at` + 1 on the grid x."""
    inside = ((x >= at) & (x < at + 1)).double()
    return inside / (inside.sum() * (x[1] - x[0]))


def jensen_shannon(p, q, dx):
    """JSD on a grid, from its definition by two Kullback-Leibler divergences (assignment 02)."""
    m = (p + q) / 2
    return sum((torch.xlogy(a, a) - torch.xlogy(a, m)).sum() * dx for a in (p, q)) / 2


@demo
def two_measures():
    x = torch.linspace(-6, 7, 13_001).double()
    dx, samples = float(x[1] - x[0]), torch.rand(2000, generator=seed_everything(0))
    shift = torch.linspace(-5, 5, 101)
    js = [jensen_shannon(box(0, x), box(t, x), dx) for t in shift.tolist()]
    w = [wasserstein_1d(samples, samples + t) for t in shift.tolist()]
    _, axes = plots.figure(1, 2, 4.4, 2.6)
    for ax, (name, values) in zip(
        axes, {"Jensen-Shannon divergence": js, "earth mover's distance": w}.items(), strict=True
    ):
        ax.plot(shift, torch.stack(values))
        ax.axvspan(-1, 1, color="#888888", alpha=0.15, linewidth=0)
        ax.set(title=name, xlabel="shift θ of the generator")
    axes[0].axhline(math.log(2), color="#888888", linestyle=":")
    plt.show()
    flat = max(js[0:40]) - min(js[0:40])
    print(f"JSD where nothing overlaps: always {js[0]:.4f} (log 2 = {math.log(2):.4f}), change {flat:.4f}")
    print(f"distance at θ = −5 and θ = −2: {w[0]:.2f} and {w[30]:.2f}")


# %% [markdown]
# Grey marks the shifts at which the two stretches overlap. Outside of it the divergence is a high plateau without any slope: $G$ at $-5$ is told nothing, not even the direction. The distance is a valley whose walls rise without end.
#
# ### Weights and unequal numbers
#
# Sorting fails when heaps have different sizes: one grain of 0.5 may have to be split between two places. There is another way to see the work, and it covers all cases. Stand at a point $t$ of the line and ask how much earth must be carried past you. To your left lies the mass $F(t)$ and should lie the mass $G(t)$. So exactly $|F(t) - G(t)|$ must pass. Sum over all places:
#
# $$
# W_1(p, q) = \int_{-\infty}^{\infty} \big| F(t) - G(t) \big| \, dt .
# $$
#
# (At least that much must pass at every $t$ whatever the plan is, and the uncrossed plan carries no more: all its paths past $t$ lead in the same direction.) $F$ and $G$ are staircases: they jump at the points and are constant between them. So the integral is a sum of rectangles, as in this picture of two heaps against three.


# %%
@demo
def area_between_two_staircases():
    x, p = torch.tensor([0.0, 4.0]), torch.tensor([0.75, 0.25])
    y, q = torch.tensor([3.0, 1.0, 6.0]), torch.tensor([0.5, 0.25, 0.25])
    t = torch.linspace(-1, 7, 1601)
    f = (p * (x <= t[:, None])).sum(1)
    g = (q * (y <= t[:, None])).sum(1)
    _, ax = plots.figure(1, 1, 8.0, 2.5)
    ax.plot(t, f, label="F: 0.75 at 0, 0.25 at 4")
    ax.plot(t, g, label="G: 0.5 at 3, 0.25 at 1, 0.25 at 6")
    ax.fill_between(t, f, g, color="#888888", alpha=0.3, linewidth=0, label="area = work")
    ax.set(xlabel="t", ylabel="mass to the left of t", xlim=(-1, 7))
    ax.legend(loc="center left", bbox_to_anchor=(1.02, 0.5))
    plt.show()


# %% [markdown]
# ### Exercise 2 · Heaps of any size  (7 points, about 10 minutes)
#
# **Goal.** Write the distance of two weighted sets of points as the area between $F$ and $G$.
#
# *You get* `x`, shape (n,), with `x_weights`, shape (n,), and `y`, shape (m,), with `y_weights`, shape (m,). Points are in no particular order, may coincide, and may be close together in one place and far away in another; weights are not negative, and each set adds up to 1. *You return* a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# Put all n + m points into one tensor (`torch.cat`) and sort it: the rectangles stand between neighbours, and `tensor.diff()` gives their widths.
# </details>
# <details><summary>Hint 2</summary>
#
# $F - G$ goes *up* by its weight at each x and *down* by its weight at each y. Give the y-weights a minus sign, bring all weights into the order of the points, and take the running sum (`cumsum`). How many rectangles are there between n + m points?
# </details>
# <details><summary>Hint 3</summary>
#
# `values, order = points.sort()`: then `weights[order]` brings the weights along.
# </details>
#
# **What to expect.** 2.25 for the picture: $0.75 \cdot 1 + 0.5 \cdot 2 + 0 \cdot 1 + 0.25 \cdot 2$.


# %% nbgrader={"grade": false, "grade_id": "wasserstein_weighted", "locked": false, "schema_version": 3, "solution": true, "task": false}
def wasserstein_weighted(x, y, x_weights, y_weights):
    """Return the earth mover's distance of two weighted sets of points as a scalar tensor."""
    ### BEGIN SOLUTION
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]  # F − G behind each point
    return (gap.abs() * points.diff()).sum()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_wasserstein_weighted", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.wasserstein_weighted(wasserstein_weighted)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "wasserstein_weighted")
### END HIDDEN TESTS

# %% [markdown]
# Never trust a formula that only its author has checked. SciPy has the distance too, written by other people:


# %%
@demo
def against_scipy():
    generator, gaps = seed_everything(0), []
    for n, m in ((1, 1), (3, 8), (50, 50), (400, 77)):
        for _ in range(25):
            x, y = (3 * torch.randn(k, generator=generator, dtype=torch.float64) for k in (n, m))
            p, q = (torch.rand(k, generator=generator, dtype=torch.float64) for k in (n, m))
            p, q = p / p.sum(), q / q.sum()
            gaps.append(wasserstein_weighted(x, y, p, q) - scipy.stats.wasserstein_distance(x, y, p, q))
            if n == m:
                gaps.append(wasserstein_1d(x, y) - scipy.stats.wasserstein_distance(x, y))
    print(f"{len(gaps)} comparisons with scipy.stats.wasserstein_distance")
    print(f"largest difference below 1e-12: {max(abs(float(g)) for g in gaps) < 1e-12}")


# %% [markdown]
# ---
# ## 3 · How a network can measure work
#
# On the line we can sort. In the plane, or among pictures, "leftmost" means nothing, and the number of possible plans is beyond counting. The way out was found by Kantorovich and Rubinstein in the 1950s. It replaces the search for the best *plan* by a search for the best *function*, and functions are what networks are good at.
#
# ### The haulier's offer
#
# You own the heap $p$ and need the heap $q$. A haulier makes an offer: "For each unit of earth I pick up at a place $x$ you pay me $f(x)$. For each unit I put down at $y$ I pay you $f(y)$ back. How I carry it is my business." His bill is
#
# $$
# \mathbb{E}_{x \sim p}[f(x)] - \mathbb{E}_{y \sim q}[f(y)] .
# $$
#
# When do you agree? If no single trip is dearer with him than on foot: $f(x) - f(y) \le |x - y|$ for **all** $x$ and $y$. Such a function is called **1-Lipschitz**: between any two places it changes by no more than their distance, so nowhere is it steeper than 1. Under that rule his bill can never exceed what the best plan $\pi$ costs you:
#
# $$
# \mathbb{E}_{p}[f] - \mathbb{E}_{q}[f] \;=\; \sum_{i,j} \pi_{ij} \big( f(x_i) - f(y_j) \big) \;\le\; \sum_{i,j} \pi_{ij}\, |x_i - y_j| \;=\; W_1(p, q) .
# $$
#
# (The first step uses the two conditions on a plan: $\sum_j \pi_{ij} = p_i$ and $\sum_i \pi_{ij} = q_j$.) So **every** 1-Lipschitz function gives a lower bound. The theorem of Kantorovich and Rubinstein says that a clever haulier loses nothing by his offer, the best bound *is* the distance:
#
# $$
# W_1(p, q) = \max_{\lVert f \rVert_L \le 1} \; \mathbb{E}_{x \sim p}[f(x)] - \mathbb{E}_{y \sim q}[f(y)] .
# $$
#
# On the line you can prove it in two lines. Integrate by parts, with $F - G$ being $0$ at both ends:
#
# $$
# \mathbb{E}_p[f] - \mathbb{E}_q[f] = \int f(t)\,\big(p(t) - q(t)\big)\, dt = -\int f'(t)\, \big(F(t) - G(t)\big)\, dt ,
# $$
#
# and with $|f'| \le 1$ this is largest when $f'(t) = -1$ where $F > G$ and $f'(t) = +1$ where $F < G$. Then it is $\int |F - G|\, dt$, the distance of exercise 2. The best $f$ goes **up or down with slope exactly 1 wherever earth has to be carried**. Keep that sentence: it is the reason for a formula in section 7.

# %%
two_humps = data.gaussian_mixture_1d([-1.5, 1.5], [0.5, 0.7], weights=[0.4, 0.6])


@demo
def the_best_haulier():
    t = torch.linspace(-5, 5, 2001).double()
    dt = float(t[1] - t[0])
    p, q = two_humps.density(t.float()).double(), torch.exp(torch.distributions.Normal(0.6, 0.6).log_prob(t))
    gap = (p - q).cumsum(0) * dt
    best = (-gap.sign() * dt).cumsum(0)
    work, bill = gap.abs().sum() * dt, ((p - q) * best).sum() * dt

    generator, others = seed_everything(0), []
    for _ in range(1000):  # crooked lines whose slope is anything from −1 to 1
        slope = F.interpolate(2 * torch.rand(1, 1, 40, generator=generator) - 1, size=2001, mode="linear")
        others.append(((p - q) * (slope.flatten().double() * dt).cumsum(0)).sum() * dt)

    figure, axes = plots.figure(1, 2, 4.6, 2.7)
    plots.densities(t, p, q, ax=axes[0], title="data, fakes, and the best f")
    height = axes[0].twinx()
    height.plot(t, best - best.mean(), color="#009E73", label="best f")
    height.set_ylabel("f, a height")
    height.grid(visible=False)
    axes[0].plot([], [], color="#009E73", label="best f")
    axes[1].hist(torch.stack(others), bins=40, color="#888888", alpha=0.7, label="1000 other 1-Lipschitz f")
    axes[1].axvline(float(work), color="#009E73", label="the work itself")
    axes[1].set(title="the haulier's bill", xlabel="E[f(x)] − E[f(G(z))]", ylabel="how many f")
    figure.get_layout_engine().set(wspace=0.08)
    shared_legend(figure, axes)
    plt.show()
    print(f"area between F and G: {work:.3f}     bill of the best f: {bill:.3f}")
    print(f"largest of 1000 other bills: below the work? {bool(max(others) < work)}")


# %% [markdown]
# ### The critic
#
# Make $f$ a network and train it to make the bill large. It takes the place of the discriminator, but it is no judge any more: it does not say "real with probability 0.9". It writes down a **height**, any real number, so it needs no sigmoid and no logarithm. That is why it gets another name, the **critic**.
#
# | | discriminator | critic |
# |---|---|---|
# | last layer | logit, then $\sigma$: a probability | a height, nothing behind it |
# | maximises | $\mathbb{E}[\log D(x)] + \mathbb{E}[\log(1 - D(G(z)))]$ | $\mathbb{E}[f(x)] - \mathbb{E}[f(G(z))]$ |
# | at its best it measures | $2\,\mathrm{JSD} - \log 4$ | $W_1$ |
# | what one value means | "real with this probability" | nothing: add 100 to all heights and every bill stays the same |
# | must obey | no rule | slope at most 1 |
#
# The lectures write $D(x) - D(G(z))$ for what the critic maximises and $D(G(z))$ for what the generator maximises. That is the same, with $D$ for $f$, and with the averages left out.
#
# ### Exercise 3 · The critic's loss  (4 points, about 4 minutes)
#
# **Goal.** An optimiser goes downhill, and the critic wants $\mathbb{E}[f(x)] - \mathbb{E}[f(G(z))]$ large. Write what it minimises, with averages over the two batches for the expectations:
#
# $$
# L_f = \frac1M \sum_{j=1}^{M} f\big(G(z_j)\big) - \frac1N \sum_{i=1}^{N} f(x_i) .
# $$
#
# *You get* `real_values`, shape (N,) or (N, 1), and `fake_values`, shape (M,) or (M, 1): what the critic returned. The batches may have different sizes. *You return* a scalar tensor through which gradients reach both.
#
# <details><summary>Hint 1</summary>
#
# One line, two averages. No function of `F` is needed.
# </details>
# <details><summary>Hint 2</summary>
#
# Try it on a critic that is right: real values of 5, fake values of 1. Is your loss negative?
# </details>
#
# **What to expect.** The slope is $-1/N$ in each real value and $+1/M$ in each fake one, whatever the values are. The check draws it for a batch of one, and it is the dullest picture of the course: two flat lines. That is the point.


# %% nbgrader={"grade": false, "grade_id": "critic_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def critic_loss(real_values, fake_values):
    """Return what the critic minimises, as a scalar tensor; its negative estimates the distance."""
    ### BEGIN SOLUTION
    return fake_values.mean() - real_values.mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_critic_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.critic_loss(critic_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "critic_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 4 · The generator's loss  (3 points, about 3 minutes)
#
# **Goal.** The generator wants the distance small. Of $\mathbb{E}[f(x)] - \mathbb{E}[f(G(z))]$ only the second term knows $G$. Write the loss that $G$ minimises,
#
# $$
# L_G = -\frac1N \sum_{i=1}^{N} f\big(G(z_i)\big) .
# $$
#
# *You get* `fake_values`, shape (N,) or (N, 1). *You return* a scalar tensor through which gradients reach them.
#
# <details><summary>Hint 1</summary>
#
# Data stand high in the critic's landscape. Where does $G$ want its samples?
# </details>
# <details><summary>Hint 2</summary>
#
# Compare with the term of exercise 3 that holds $G$. The critic pushes it down, so $G$ must push it up.
# </details>
#
# **What to expect.** For values $3$ and $-1$ the loss is $-1$. Note that it can be any number, of either sign.


# %% nbgrader={"grade": false, "grade_id": "generator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_loss(fake_values):
    """Return what the generator minimises, as a scalar tensor."""
    ### BEGIN SOLUTION
    return -fake_values.mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_generator_loss", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.generator_loss(generator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "generator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 4 · The rule that is often left out
#
# Many explanations, the lectures behind this course among them, stop here: no sigmoid, no logarithm, $D(x) - D(G(z))$, done. What is missing is the small print under the maximum, $\lVert f \rVert_L \le 1$. Without it the maximum does not exist. Take any critic that tells the two kinds apart at all, so that its bill is positive. Double all its heights: the bill doubles. Double them again.
#
# See it happen. The generator stands still, at $\mathcal N(4, 0.5^2)$, and the data are the two humps of section 3; the exact distance is known from your exercise 1. The same network is trained with your loss, once without any rule and once with a penalty on its slope (the library's, for now: you will write it in section 7).


# %% [markdown]
# **Predict, then run.** The generator stands still, and the exact distance is about 3.7. Where will the bill of the critic without a rule be after 600 steps? Write a letter, such as `"a"`, in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_no_rule", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_no_rule = {
    "the bill without a rule, after 600 steps": ...,  # "a" near the distance, "b" a few times the distance, "c" more than 50 times
}


# %%
def normal_noise(dim):
    """p_z: a function that draws n noise vectors, shape (n, dim)."""
    return lambda n: torch.randn(n, dim)


@demo(seconds="about 3 s")
def without_the_rule():
    far = data.gaussian_mixture_1d([4.0], [0.5])
    exact = wasserstein_1d(two_humps.sample(20_000).flatten(), far.sample(20_000).flatten())
    runs, steepness = {}, {}
    for name, penalty in {"no rule": None, "slope kept near 1": GradientPenalty(100)}.items():
        seed_everything(0)
        critic = network(1, 1, 64)
        optimizer = torch.optim.Adam(critic.parameters(), 1e-3, fused=True)
        runs[name] = []
        for _ in range(600):
            real, fake = two_humps.sample(256), far.sample(256)
            value = critic_loss(critic(real), critic(fake))
            total = value if penalty is None else value + penalty(critic, real, fake)
            optimizer.zero_grad()
            total.backward()
            optimizer.step()
            runs[name].append(-value.item())
        between = torch.linspace(0, 3.5, 50)[:, None].requires_grad_()
        steepness[name] = float(torch.autograd.grad(critic(between).sum(), between)[0].abs().mean())
    _, axes = plots.figure(1, 2, 4.4, 2.6)
    for ax, shown in zip(axes, (runs, {"slope kept near 1": runs["slope kept near 1"]}), strict=True):
        plots.series(shown, ax=ax, xlabel="step of the critic", ylabel="E[f(x)] − E[f(G(z))]")
        ax.axhline(float(exact), color="#333333", linestyle="--", linewidth=1, label="exact distance")
    axes[1].lines[0].set_color(axes[0].lines[1].get_color())  # the same curve in the same colour
    for ax in axes:
        ax.legend()
    axes[0].set_title("both")
    axes[1].set_title("the one with the rule, closer")
    plt.show()
    estimate = sum(runs["slope kept near 1"][-100:]) / 100
    print(f"exact distance: {exact:.1f}")
    print(f"with the rule the bill settles within 10% of it: {abs(estimate / float(exact) - 1) < 0.1}")
    print(f"without it the bill passes 50 times the distance: {runs['no rule'][-1] > 50 * float(exact)}")
    print(
        f"slope between fakes and data: near 1 with the rule? {abs(steepness['slope kept near 1'] - 1) < 0.15}"
    )
    print(f"                              above 50 without it? {steepness['no rule'] > 50}")
    times = runs["no rule"][-1] / float(exact)
    letter = "a" if times < 1.5 else "b" if times < 50 else "c"
    predictions.compare(predict_no_rule, {"the bill without a rule, after 600 steps": letter})


# %% [markdown]
# Without the rule the bill grows and never stops growing: it measures how long the critic has been trained, and nothing else. With it, the bill climbs to the distance and stays. (On the line that depends on the seed: section 7 says what can happen.)
#
# Two honest remarks. A bill that runs away does not by itself ruin the *direction* of the slope: the table in section 9 has a row without any rule, and you will be surprised by it. What is lost for certain is everything that makes a critic worth having: a loss that means something, and a push whose strength can be relied on. And "slope at most $K$" would serve as well as 1, for then the bill settles at $K \cdot W_1$. What matters is that there *is* a bound.
#
# ---
# ## 5 · What a generated point feels
#
# A generated sample $x_i$ hears of the data only through the slope of the loss in its own coordinates. Call
#
# $$
# \text{push}_i \;=\; -N\, \frac{\partial L_G}{\partial x_i}
# $$
#
# the **push** on it: downhill on the loss (hence the minus sign), and for one sample (the loss is an average over $N$, which gives each sample a share of $1/N$; the factor $N$ undoes that). By the chain rule it is the loss's slope in the critic's value times the critic's slope in $x$. For a push to arrive, **neither of the two may vanish**.
#
# | game | $L_G$ of one value $a = D(x)$ | its slope in $a$ | where that vanishes |
# |---|---|---|---|
# | saturating (03) | $\log(1 - \sigma(a))$ | $-\sigma(a)$ | where $D$ is sure of a fake |
# | non-saturating (04) | $-\log \sigma(a)$ | $-(1 - \sigma(a))$ | where $D$ is fooled |
# | least squares ([Mao et al., 2017](https://arxiv.org/abs/1611.04076)) | $(a - 1)^2$ | $2(a - 1)$ | at $a = 1$ only |
# | Wasserstein | $-a$ | $-1$ | nowhere |
#
# ### Exercise 5 · The push  (5 points, about 8 minutes)
#
# **Goal.** Compute the push on every sample, for any loss.
#
# *You get* `critic`, a network from samples to values of shape (N,) or (N, 1); `x`, a batch of generated samples of shape (N, …), plain numbers without a history: (N, 2) for points, (N, C, H, W) for images; and `loss`, a function from the N values together to a scalar (often a mean over them, such as your exercise 4, but not always). *You return* a tensor shaped like `x`. The critic must be afterwards as it was before: what could learn can, what was frozen is, and its mode is the same.
#
# <details><summary>Hint 1</summary>
#
# Autograd differentiates in tensors that ask for it. A copy that does: `x.detach().clone().requires_grad_()`.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.autograd.grad(scalar, tensor)` returns a tuple with one gradient per tensor.
# </details>
#
# **What to expect.** On a plane $f(x) = 3x_1 - x_2 + 2$ the Wasserstein push is $(3, -1)$ for every sample, in a batch of one as in a batch of a thousand.


# %% nbgrader={"grade": false, "grade_id": "push", "locked": false, "schema_version": 3, "solution": true, "task": false}
def push(critic, x, loss):
    """Return −N · ∂loss/∂x, shaped like x: where each sample is pushed, and how hard."""
    ### BEGIN SOLUTION
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_push", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.push(push)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "push")
### END HIDDEN TESTS

# %% [markdown]
# ### Four losses on two supports that do not touch
#
# In the plane, data sit in a tiny cloud at $(0, 0)$ and fakes in a tiny cloud at $(4, 0)$: no overlap. We train one network for each game, and as it gets better and better we measure the average push towards the data, to the left. (The saturating and the non-saturating game share their discriminator. The critic obeys the rule of slope 1.)


# %% tags=["nbval-ignore-output"]
GAMES = {
    "saturating": losses("saturating"),
    "non-saturating": losses("non_saturating"),
    "least squares": losses("least_squares"),
    "Wasserstein": (critic_loss, generator_loss),
}


def cloud(at):
    """A tiny cloud of 64 points in the plane, around (at, 0)."""
    return torch.tensor([at, 0.0]) + 0.05 * torch.randn(64, 2)


def felt(distance, names, moments):
    """Train one network to tell two clouds apart; return the push towards the data at each moment."""
    seed_everything(0)
    d, found = network(2, 1, 64), {name: [] for name in names}
    optimizer = torch.optim.Adam(d.parameters(), 1e-3, fused=True)
    for step in range(1, moments[-1] + 1):
        real, fake = cloud(0.0), cloud(distance)
        value = GAMES[names[0]][0](d(real), d(fake))
        if "Wasserstein" in names:
            value = value + GradientPenalty(10)(d, real, fake)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        if step in moments:
            for name in names:
                found[name].append(-float(push(d, cloud(distance), GAMES[name][1])[:, 0].mean()))
    return found


@demo(seconds="about 6 s")
def four_losses_on_two_clouds():
    moments = sorted({int(m) for m in torch.logspace(0, math.log10(600), 30)})
    distances, in_time, in_space = (1.0, 2.0, 4.0, 8.0), {}, {name: [] for name in GAMES}
    for names in (("saturating", "non-saturating"), ("least squares",), ("Wasserstein",)):
        for distance in distances:
            found = felt(distance, names, moments)
            for name in names:
                in_space[name].append(found[name][-1])
                if distance == 4.0:
                    in_time[name] = found[name]
    figure, axes = plots.figure(1, 2, 4.6, 2.9)
    plots.series(
        in_time, moments, ax=axes[0], xlabel="step of D or of the critic", ylabel="push towards the data"
    )
    axes[0].set(xscale="log", title="two clouds 4 apart")
    plots.series(in_space, distances, ax=axes[1], xlabel="distance of the clouds", ylabel="")
    axes[1].set(xscale="log", title="after 600 steps", xticks=distances, xticklabels=["1", "2", "4", "8"])
    axes[1].minorticks_off()
    for ax in axes:
        ax.set_yscale("symlog", linthresh=0.1)
        ax.set(ylim=(-0.12, 30), yticks=[-0.1, 0, 0.1, 1, 10], yticklabels=["−0.1", "0", "0.1", "1", "10"])
        ax.axhline(1, color="#888888", linestyle=":", linewidth=1)
    shared_legend(figure, axes)
    plt.show()
    print("push at distance        1       2       4       8")
    for name, values in in_space.items():
        print(f"{name:18s}" + "".join(f"{v:8.2f}" for v in values))


# %% [markdown]
# (The vertical axis is linear near 0 and logarithmic beyond ±0.1.) Four games, four characters. In runs with five seeds:
#
# * **Saturating**: the push dies as $D$ becomes sure, at every distance. This is the plateau of section 2: an optimal $D$ is flat, and even before it is, $\sigma(a)$ has become 0.
# * **Non-saturating**: after 600 steps the push is strong, from 1.1 for far clouds to 15 for near ones, and mostly it goes on growing. The loss no longer dies, so what you feel is the slope of a network that becomes ever steeper; its strength tells you how sure $D$ is, not how far you have to go.
# * **Least squares**: after 600 steps anything between 0 and 1.3, from seed to seed too. Once $D$ says 0 here and 1 there, nothing asks it for a slope on the way.
# * **Wasserstein**: the critic may need a few hundred steps to turn its slope in the right direction. Then the push is close to 1, near and far, on every seed, and stays. (It is about 1.05 at distance 1 and 1.4 at distance 8; section 7 says where these tenths come from.) The clouds do not touch, and every fake knows where to go.
#
# So "the old game has no gradient when the supports are disjoint" is true of the *optimal* discriminator and of the saturating loss. A network on its way there is smooth, and with the non-saturating loss it pushes hard enough; that is why assignment 04 worked. What it lacks is measure.
#
# ---
# ## 6 · A rule by force: clip the weights
#
# How do you forbid a network to be steep? The first paper's answer takes one line: after every step, force **every weight** of the critic into $[-c, c]$, say with $c = 0.01$. A network with bounded weights has a bounded slope. The bound is not 1, but some $K$ that depends on $c$, the widths and the depth, and as section 4 said, any $K$ will do. The authors do not praise it: "Weight clipping is a clearly terrible way to enforce a Lipschitz constraint", they write themselves (section 3).
#
# Two things are easily confused.
#
# * **Weight clipping** bounds the weights. **Gradient clipping**, a well-known trick against wild steps, bounds the gradient before a step; the weights may still wander off anywhere, only more slowly.
# * The order. Clip *before* the step, and the step carries the weights out of the bounds again; the critic that is asked next breaks the rule. **Step first, then clip.**
#
# ### Exercise 6 · A step, then the bounds  (6 points, about 8 minutes)
#
# **Goal.** One step of the critic on two batches, after which every parameter lies within $\pm c$:
#
# 1. compute `loss(real_values, fake_values)` from what the critic says of both batches;
# 2. clear old gradients, backpropagate, take one optimiser step;
# 3. move each weight and each bias that lies outside of $[-c, c]$ to the nearer end of it, whether or not it learns in this step. Leave the others alone.
#
# *You get* `critic`, its `optimizer`, the batches `real` and `fake`, the function `loss` and the number `c`. *You return* the loss as a Python float, as it was before the step. The critic stays trainable and in training mode.
#
# <details><summary>Hint 1</summary>
#
# `tensor.clamp(low, high)` makes a new tensor; `tensor.clamp_(low, high)`, with the underscore, changes the one you have.
# </details>
# <details><summary>Hint 2</summary>
#
# Autograd does not allow a parameter to be changed in place, unless it is told to look away: `with torch.no_grad():`.
# </details>
#
# **What to expect.** The check knows all three weights of a small critic after your step.


# %% nbgrader={"grade": false, "grade_id": "clipped_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clipped_step(critic, optimizer, real, fake, loss, c):
    """Train the critic for one step, then force its weights into [−c, c]; return the loss as a float."""
    ### BEGIN SOLUTION
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for parameter in critic.parameters():
            parameter.clamp_(-c, c)
    return value.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_clipped_step", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.clipped_step(clipped_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "clipped_step")
### END HIDDEN TESTS

# %% [markdown]
# ### The price of force
#
# The second paper looked at what clipping does to a critic (its Figure 1), and so can you. Following its experiment, the generator is held fixed at "data plus noise", so that the best critic is a landscape with fine structure. One critic is trained with your clipped step, the other with a penalty on its slope.

# %%
blurred_ring = data.ring(std=0.5)  # a generator held fixed: the ring, with noise added


@demo(seconds="about 5 s")
def the_price_of_force():
    critics = {}
    for name in ("clipping", "penalty"):
        seed_everything(0)
        critics[name] = critic = network(2, 1)
        optimizer = torch.optim.Adam(critic.parameters(), 1e-3, betas=(0.5, 0.9), fused=True)
        for _ in range(1000):
            real, fake = ring.sample(128), blurred_ring.sample(128)
            if name == "clipping":
                clipped_step(critic, optimizer, real, fake, critic_loss, 0.1)
                continue
            value = critic_loss(critic(real), critic(fake)) + GradientPenalty(1)(critic, real, fake)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()

    _, axes = plots.figure(2, 2, 3.9, 2.9)
    for column, (name, critic) in enumerate(critics.items()):
        weights = critic[2].weight.detach().flatten()
        axes[0, column].hist(weights, bins=140, range=(-0.7, 0.7), color="#0072B2")
        axes[0, column].set(title=f"{name}: weights of the middle layer", yscale="log", ylabel="how many")
        axes[0, column].set(xlabel="weight", xlim=(-0.7, 0.7), ylim=(0.7, 7000))
        plots.surface(critic, ax=axes[1, column], limit=3, probability=False, colorbar=True)
        axes[1, column].scatter(*ring.modes.T, marker="x", color="#333333", s=25, linewidths=1)
        axes[1, column].set_title("its landscape, crosses at the data")
    plt.show()
    clipped, free = (critics[name][2].weight.detach().abs() for name in critics)
    edge = float((clipped > 0.097).float().mean())
    print(f"clipping: more than 40% of these weights sit within 3% of an end: {edge > 0.4}")
    print(f"penalty:  weights beyond ±0.1, fewer the larger they are: {bool(free.max() > 0.1)}")


# %% [markdown]
# On the left the clipped critic. Its weights crowd at the two ends, $-c$ and $+c$: to be as steep as it may, it pushes all weights as far as they go, and a network whose weights are all $\pm c$ has little freedom left to draw with. Below, its landscape is one broad hill that sees none of the eight islands. On the right the critic whose slope is held near 1 directly. Its weights take all sizes, and its landscape has eight peaks, in the right places. (In the heights only differences count, so the black line, where $f = 0$, means nothing. The figure of the second paper shows the same on three sets of points, a ring among them.)
#
# There is a second price, which you pay in deep networks. The slope of a network is a product with one factor per layer. If the bound makes each factor a little larger than 1, ten layers make it enormous; if a little smaller, it vanishes. Below, the critic has ten hidden layers, and the curves show how steep its value is in what each layer hands on.


# %%
@demo(seconds="about 4 s")
def force_and_depth():
    bounds, curves = (0.5, 0.1, 0.03), {}
    for c in bounds:
        seed_everything(0)
        layers = [nn.Linear(2, 64), nn.ReLU()]
        for _ in range(9):
            layers += [nn.Linear(64, 64), nn.ReLU()]
        critic = nn.Sequential(*layers, nn.Linear(64, 1))
        optimizer = torch.optim.RMSprop(critic.parameters(), 1e-3)
        for _ in range(150):
            clipped_step(critic, optimizer, ring.sample(64), blurred_ring.sample(64), critic_loss, c)
        points, sizes = blurred_ring.sample(256), []
        for layer in critic:
            points = layer(points)
            if isinstance(layer, nn.ReLU):
                points.retain_grad()
                sizes.append(points)
        points.sum().backward()
        curves[f"c = {c}"] = [float(s.grad.norm(dim=1).mean()) for s in sizes]
    _, ax = plots.figure(1, 1, 5.4, 2.8)
    plots.series(
        curves,
        range(1, len(sizes) + 1),
        ax=ax,
        xlabel="hidden layer",
        ylabel="slope of f in its outputs",
        log=True,
    )
    ax.set_title("ten hidden layers, three bounds")
    plt.show()


# %% [markdown]
# Read it from right to left, as backpropagation does. At $c = 0.5$ the slope has grown a billionfold by the time it reaches the first layer; at $c = 0.03$ it has shrunk to a hundred-millionth; at $c = 0.1$, the best of the three, it still changes by a factor of some thousand. Which $c$ would be right depends on width and depth, and nobody tells you.
#
# ---
# ## 7 · A rule by price: the gradient penalty
#
# If the slope is what matters, talk about the slope. The second paper adds a price to the critic's loss for every slope that differs from 1,
#
# $$
# L = \underbrace{\mathbb{E}[f(G(z))] - \mathbb{E}[f(x)]}_{\text{your exercise 3}} \;+\; \lambda \; \underbrace{\mathbb{E}_{\hat x}\Big[ \big( \lVert \nabla_{\hat x} f(\hat x) \rVert_2 - 1 \big)^2 \Big]}_{\text{the gradient penalty}} ,
# $$
#
# and three questions come up at once.
#
# **Why 1, when the rule says "at most 1"?** Because of the sentence you were asked to keep: the best $f$ goes up or down with slope *exactly* 1 wherever earth has to be carried. (In more than one dimension too, along the straight line from a sample to its *partner in the best plan*; proposition 1 of the paper.)
#
# **Where is the slope measured?** Everywhere would be best, and is impossible. On the way from fakes to data, where earth travels: draw a real sample $x$, a fake $\tilde x$ and a number $\varepsilon$ evenly from $[0, 1]$, and take the point $\hat x = \varepsilon x + (1 - \varepsilon) \tilde x$ on the straight line between them. Each pair gets an $\varepsilon$ of its own.
#
# Note what is lost here. The best slope is 1 on lines to partners; nobody knows the plan, so the penalty takes pairs at random. In the setting of section 6, the ring against a ring with noise, a line to the partner is 0.56 long on average, and a line of the penalty 2.7: it crosses the whole ring, over ground where no earth travels and the best $f$ may well be flatter than 1. Asking for *exactly* 1 there is more than the theory asks. ("Go further" has an alternative.)
#
# **What does it look like?** Take a critic whose slope you can work out by hand, the bowl $f(x) = \tfrac a2 \lVert x \rVert^2$. Its gradient is $a x$, of length $a \lVert x \rVert$: zero in the middle, 1 on the circle of radius $1/a$, too steep outside of it. The penalty pulls the slope up inside and down outside.


# %%
@demo
def the_price_of_a_bowl():
    generator, a = seed_everything(1), 0.5
    real = ring.sample(12, generator) * 1.3
    fake = 0.3 * torch.randn(12, 2, generator=generator)
    epsilon = torch.rand(12, 1, generator=generator)
    between = epsilon * real + (1 - epsilon) * fake
    _, axes = plots.figure(1, 2, 4.0, 3.2)
    ticks = torch.linspace(-3, 3, 121)
    yy, xx = torch.meshgrid(ticks, ticks, indexing="ij")
    norm = a * (xx**2 + yy**2).sqrt()
    price = axes[0].contourf(xx, yy, (norm - 1) ** 2, levels=torch.linspace(0, 1.3, 27), cmap="YlOrRd")
    plt.colorbar(price, ax=axes[0], label="(‖∇f‖ − 1)²", ticks=[0, 0.25, 0.5, 0.75, 1, 1.25])
    axes[0].contour(xx, yy, norm, levels=[1.0], colors="#0072B2")
    axes[0].plot(*torch.stack([fake, real]).permute(2, 0, 1), color="#666666", linewidth=0.6)
    axes[0].scatter(*fake.T, color="#D55E00", s=14, label="fake")
    axes[0].scatter(*real.T, color="#0072B2", s=14, label="real")
    axes[0].scatter(
        *between.T, marker="x", color="#111111", s=24, linewidths=1.2, label="where it is measured"
    )
    axes[0].set(aspect="equal", title="price of the slope of a bowl, a = 0.5")
    axes[0].legend(loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=3, fontsize=8)
    radius = torch.linspace(0, 3, 100)
    for bowl in (0.25, 0.5, 1.0):
        axes[1].plot(radius, (bowl * radius - 1) ** 2, label=f"a = {bowl}")
    axes[1].set(xlabel="distance from the middle", title="cheapest at radius 1/a")
    axes[1].set(xlim=(0, 3), ylim=(0, 4.1), xticks=[0, 1, 2, 3])
    axes[1].legend(loc="upper left")
    plt.show()


# %% [markdown]
# Blue is the circle where the slope is right and costs nothing. A critic cannot be a bowl and obey: to be cheap all the way from fakes to data it must become a *cone*, with the same slope everywhere on the way.
#
# ### Exercise 7 · Repair the penalty  (10 points, about 15 minutes)
#
# It is six lines, and published code has got it wrong more than once. The following version is put together from faults of that kind. Find them before you go on.
#
# ```python
# def broken_penalty(critic, real, fake):
#     epsilon = torch.rand(1)
#     between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
#     (slope,) = torch.autograd.grad(critic(between).mean(), between)
#     return (slope.norm() - 1) ** 2
# ```
#
# <details><summary>The faults, one by one</summary>
#
# `torch.rand(1)` gives one ε to the whole batch, so that all lines are visited at the same place. `.mean()` divides every slope by N. Without `create_graph=True` autograd returns the slope as plain numbers: the penalty has the right value and trains nobody. And `slope.norm()` takes a single norm of all numbers in the batch, where each sample has a slope, and a length, of its own. (With images there is a relative of the last one: a norm over the channels only.) There is also the penalty that is perfectly right and never called; nothing in its own lines shows that.
# </details>
#
# **Goal.** Write $\frac1N \sum_i \big( \lVert \nabla f(\hat x_i) \rVert_2 - 1 \big)^2$ correctly, without the weight $\lambda$.
#
# *You get* `critic`, a network that judges each sample by itself and returns values of shape (N,) or (N, 1), and two batches `real` and `fake` of the same shape (N, …): (N, 2) for points, (N, C, H, W) for images. *You return* a scalar tensor, through which the critic can be trained. ε is drawn afresh at each call, and sets no random seed; the critic stays trainable and in the mode it was in.
#
# <details><summary>Hint 1</summary>
#
# ε needs the shape (N, 1) for points and (N, 1, 1, 1) for images, so that it is stretched over all numbers of a sample: `(len(real), *[1] * (real.dim() - 1))` is either.
# </details>
# <details><summary>Hint 2</summary>
#
# Each value depends on its own sample only, so the gradient of the *sum* of the values holds, row by row, the gradient of each.
# </details>
# <details><summary>Hint 3</summary>
#
# `slope.flatten(1)` makes one row per sample, whatever the shape was; `.norm(dim=1)` gives one length per row.
# </details>
#
# **What to expect.** On a plane the slope is the same everywhere, so the penalty does not depend on chance: $(\lVert w \rVert - 1)^2$.


# %% nbgrader={"grade": false, "grade_id": "gradient_penalty", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_penalty(critic, real, fake):
    """Return the mean of (‖∇f‖ − 1)² between real and fake samples, as a scalar tensor."""
    ### BEGIN SOLUTION
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1), device=real.device)
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return (norm - 1).square().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gradient_penalty", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.gradient_penalty(gradient_penalty)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "gradient_penalty")
### END HIDDEN TESTS

# %% [markdown]
# What does a broken penalty do to a critic? It obeys, but another rule. The next cell trains a critic on two clouds at distance 4 under your penalty, and under the one with a single norm for the whole batch, for batches of several sizes, and then measures its true slopes.


# %% tags=["nbval-ignore-output"]
def norm_over_the_batch(critic, real, fake):
    """The penalty with one of its faults: a single norm for the whole batch."""
    between = torch.lerp(fake, real, torch.rand(len(real), 1)).requires_grad_()
    return (slopes(critic(between), between).norm() - 1) ** 2  # `slopes` from the library, one row each


@demo(seconds="about 6 s")
def what_a_broken_penalty_teaches():
    print("batch size   right penalty   one norm for all     1/√N")
    for n in (4, 16, 64, 256):
        found = []
        for penalty in (gradient_penalty, norm_over_the_batch):
            seed_everything(0)
            critic = network(2, 1, 64)
            optimizer = torch.optim.Adam(critic.parameters(), 1e-3, fused=True)
            for _ in range(400):
                real, fake = 0.1 * torch.randn(n, 2) + 2, 0.1 * torch.randn(n, 2) - 2
                total = critic_loss(critic(real), critic(fake)) + 100 * penalty(critic, real, fake)
                optimizer.zero_grad()
                total.backward()
                optimizer.step()
            x = torch.lerp(fake, real, torch.rand(n, 1))
            found.append(push(critic, x, generator_loss).norm(dim=1).mean())
        print(f"{n:10d} {found[0]:15.1f} {found[1]:18.2f} {n**-0.5:8.2f}")


# %% [markdown]
# Under the right penalty the critic's slope is 1 whatever the batch. Under the broken one it is about $1/\sqrt N$: all $N$ slopes together are allowed one unit of length. The run does not crash, and its loss looks like any other; only the strength of the push on $G$ now depends on the batch size. That is how such a fault survives in code that people use.
#
# ### A price is not a law
#
# How strictly is the rule obeyed? Two clouds at distance $d$, a critic with the slope $s$ all the way between: its bill is $s\,d$, and it pays $\lambda (s - 1)^2$. The best slope is where the derivative $d - 2\lambda(s - 1)$ is zero,
#
# $$
# s = 1 + \frac{d}{2\lambda} .
# $$
#
# With $\lambda = 100$ and $d = 4$, as in section 4, that is $1.02$: the rule is kept. With the usual $\lambda = 10$ it is $1.2$ (you saw it in section 5), and the bill reads $4.8$ where the distance is $4$. With $\lambda = 0.1$ it is $21$. Mind the units: $\lambda$ is weighed against $d$, and $d$ is measured in those of the data. **Multiply all data by 10, and the same $\lambda$ is another rule.** A weight that suits pictures need not suit islands with a standard deviation of $0.02$; section 9 will show you.
#
# Nor does the price know the right *direction*: it asks for the length of the slope only. On the line, a critic that happens to begin with the wrong sign has to pass through slope 0, where the price is $\lambda$, and it may stay where it is, at $s = -1 + d/2\lambda$, which is a minimum too. With the two clouds of section 5 put on a line, 6 of 20 seeds did so at distance 4: after 600 steps their fakes were still pushed away from the data. Four of ten seeds did so in the experiment of section 4. A bill that stays *below 0* gives such a critic away. In the plane a slope can turn round without vanishing on the way, and there all of 20 seeds found the right direction.
#
# ---
# ## 8 · The whole training
#
# In the saturating game a discriminator that is too good is a misfortune: the push on $G$ vanishes with $\sigma(a)$. (In the non-saturating game it does not vanish, but says nothing about the distance: section 5.) Here it is the opposite. The better the critic, the closer its bill is to the distance, and the truer the slope it hands to $G$. So the critic takes several steps for each step of the generator: $n_{\text{critic}}$ of them, 5 in both papers. (It is $k$ of assignment 03 under another name. The $n$ counts the *critic's* steps; turned round, five steps of $G$ after one of the critic, the generator would run along a landscape that is long out of date.)
#
# ### Exercise 8 · The critic's phase  (9 points, about 12 minutes)
#
# Algorithm 1 of the second paper, in our letters:
#
# > *Given:* the weight $\lambda$, $n_{\text{critic}}$ (5 in the paper), the batch size $m$. *While* $\theta_g$ has not converged:
# >
# > 1. *for* $t = 1, \dots, n_{\text{critic}}$:
# >     * *for* $i = 1, \dots, m$: draw real $x$, noise $z$ and $\varepsilon$ evenly from $[0, 1]$; $\tilde x \leftarrow G(z)$; $\hat x \leftarrow \varepsilon x + (1 - \varepsilon)\tilde x$; $L^{(i)} \leftarrow f(\tilde x) - f(x) + \lambda\,(\lVert \nabla_{\hat x} f(\hat x) \rVert_2 - 1)^2$;
# >     * one step of the critic on $\frac1m \sum_i L^{(i)}$;
# > 2. draw $m$ vectors $z$; one step of $G$ on $\frac1m \sum_i -f(G(z_i))$.
#
# You write part 1. The penalty (your exercise 7) comes in as a function.
#
# **Goal.** Everything the critic does before $G$'s next step, for both kinds of rule. `n_critic` times:
#
# 1. draw a fresh real batch with `sample_real()`, and fakes $G(z)$ from fresh noise, as many as there are real samples: `noise(n)` returns n vectors. $G$ is held constant;
# 2. `loss(real_values, fake_values)` from the critic's values, plus `penalty(critic, real, fake)`, which comes with its weight λ already in it (and is simply the number 0 in a run that clips);
# 3. clear old gradients, backpropagate through the sum, take **one optimiser step**;
# 4. **then** call `after_step(critic)`, which clips the weights (or does nothing in a run with a penalty).
#
# *You get* `generator`, `critic`, the critic's `optimizer`, and the functions and the number named above. *You return* the loss of the last step, **without** the penalty, as a Python float: its negative is the critic's estimate of the distance. Both networks stay trainable and in training mode, and no random seed is set.
#
# <details><summary>Hint 1</summary>
#
# It is `discriminator_step` of assignment 03 in a loop, with one more term in the sum and one more line at the end.
# </details>
# <details><summary>Hint 2</summary>
#
# Keep two variables: one for the loss, which you return, and one for the sum, which you send backwards.
# </details>
#
# **What to expect.** The check knows where the critic must be after the phase, and how often, in which order and on which batches it was asked: for `n_critic = 3` step, after, step, after, step, after, on three different batches.


# %% nbgrader={"grade": false, "grade_id": "critic_phase", "locked": false, "schema_version": 3, "solution": true, "task": false}
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    """Train the critic for n_critic steps, G held constant; return the last loss without its penalty."""
    ### BEGIN SOLUTION
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_critic_phase", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
check.critic_phase(critic_phase)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "critic_phase")
### END HIDDEN TESTS

# %% [markdown]
# ### A loss that means something
#
# Now all answers play together. The class below holds both networks; its `play` alternates your `critic_phase` with one step of the generator, the one you wrote in assignment 03. We train in the plane, on two clouds that lie at distance 6 from where the generator begins, and write down at every stop what the critic's loss says and what the distance is. (Not on the line, where the critic may be caught with the wrong sign: section 7.) The true distance comes from the plan of section 2: for 200 real and 200 generated samples SciPy's `linear_sum_assignment` finds the cheapest way to give each a partner. For comparison, the non-saturating game of assignment 04 with its own losses, same networks, same optimiser.


# %%
from scipy.optimize import linear_sum_assignment


def nothing(*_):
    """A penalty that costs nothing, and an after_step that does nothing."""
    return 0.0


def generator_step(generator, critic, optimizer, n, noise, loss):
    """One step of G, as in assignment 03."""
    value = loss(critic(generator(noise(n))))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


class Game:
    """A generator and a critic on `target`, played with your functions."""

    def __init__(
        self, target, latent_dim, hidden=64, lr=1e-3, n_critic=5, penalty=nothing, after_step=nothing
    ):
        dim = target.modes.shape[1]
        self.target, self.noise, self.n_critic = target, normal_noise(latent_dim), n_critic
        self.penalty, self.after_step = penalty, after_step
        self.g, self.f = network(latent_dim, dim, hidden), network(dim, 1, hidden)
        self.g_optimizer, self.f_optimizer = (
            torch.optim.Adam(m.parameters(), lr, betas=(0.5, 0.9), fused=True) for m in (self.g, self.f)
        )

    def play(self, steps, pair=None):
        """Play some iterations; return the critic's losses, one an iteration."""
        f_loss, g_loss = pair or (critic_loss, generator_loss)
        history = []
        for _ in range(steps):
            history.append(
                critic_phase(
                    self.g,
                    self.f,
                    self.f_optimizer,
                    lambda: self.target.sample(128),
                    self.noise,
                    f_loss,
                    self.penalty,
                    self.after_step,
                    self.n_critic,
                )
            )
            generator_step(self.g, self.f, self.g_optimizer, 128, self.noise, g_loss)
        return history

    @torch.no_grad()
    def distance(self, n=200):
        """The exact distance between n real and n generated samples, by the cheapest pairing."""
        ways = torch.cdist(self.target.sample(n), self.g(self.noise(n)))
        return float(ways[linear_sum_assignment(ways)].mean())


def weighted(weight):
    """Your gradient penalty, times λ."""
    return lambda critic, real, fake: weight * gradient_penalty(critic, real, fake)


far_clouds = data.GaussianMixture(torch.tensor([[5.0, 0.0], [7.0, 0.0]]), 0.3, weights=[0.4, 0.6])


def follow(seed, pair=None, stops=30, between=10, **options):
    """Train on the far clouds; return the mean loss since the last stop, and the distance, at each stop."""
    seed_everything(seed)
    game = Game(far_clouds, 2, lr=2e-4, **options)
    rows = [(sum(game.play(between, pair)) / between, game.distance()) for _ in range(stops)]
    return tuple(zip(*rows, strict=True))


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 14 s")
def does_the_loss_follow():
    runs = {
        "critic, λ = 10": {"penalty": weighted(10.0)},
        "discriminator of 04": {"pair": losses("non_saturating")},
    }
    figure, axes = plots.figure(1, 2, 4.6, 2.8)
    table = ["correlation with the distance     seed 0   seed 1   seed 2"]
    for ax, (name, options) in zip(axes, runs.items(), strict=True):
        found = []
        for seed in (0, 1, 2):
            loss, distance = follow(seed, **options)
            value = [-v for v in loss]
            found.append(scipy.stats.pearsonr(value[5:], distance[5:]).statistic)  # 50 iterations to warm up
            if seed == 0:
                stops = [10 * (i + 1) for i in range(len(loss))]
                ax.plot(stops, distance, color="#333333", linestyle="--", label="exact distance")
                ax.plot(stops, value, label="minus the loss")
                ax.set(title=name, xlabel="iteration")
        table.append(f"{name:32s}" + "".join(f"{r:9.2f}" for r in found))
    shared_legend(figure, axes)
    plt.show()
    print("\n".join(table))


# %% [markdown]
# The dashed line is the truth, the blue one what the game reports. On the left they fall together once the critic has warmed up (it reads a little too much, as $1 + d/2\lambda$ says it must). On the right, with the discriminator of assignment 04 trained just as often, the loss says for 200 iterations "0.0, perfectly told apart", while the fakes wander about at distance 6. With other seeds they come nearer sooner, and the loss moves with them, though in no unit of distance. Measured over eight seeds, the critic's loss has a correlation of 1.00 with the distance on each, the discriminator's one of 0.4 to 0.95.
#
# That is a reason to like critics, and here is its limit. Once the generator has arrived, distance and loss both tremble around small values, and one trembling need not follow the other. With two clouds at $(-1, 0)$ and $(1, 0)$, near where $G$ starts, and five times the learning rate, the rank correlation of the two over iterations 61 to 360 was between $-0.4$ and $-0.1$ on five seeds: weak, and of the wrong sign. The critic tells you how far there is to go, not which of two good generators is better.
#
# ---
# ## 9 · Ring and grid, against the table of assignment 04
#
# "Vanilla GANs collapse and WGAN-GP repairs it" is a sentence you can read in many places. Assignment 04 taught you to distrust it: there the ring fell to the non-saturating game as soon as it had a little penalty on the slope at the data (R1), a learning rate that falls, and an averaged generator. So the fair question is: with the *same* recipe, what does the Wasserstein game add? The recipe: networks of two hidden layers of 128, batches of 128, Adam with learning rate 0.002 and betas (0, 0.99), falling to 5% over the second half, weights of $G$ averaged with 0.995, one step of the critic per step of $G$ (in one row five, as in section 8). The library's loop plays it with your losses and your penalty; only the row differs.


# %%
def table_row(name, target, steps, seed=0, **options):
    """Train by the recipe and print the numbers of assignment 04; return the name and samples."""
    seed_everything(seed)
    recipe = {"lr": 2e-3, "betas": (0, 0.99), "decay": 0.05, "average": 0.995}
    g, f = network(2, 2), network(2, 1)
    run = train(g, f, target, steps=steps, seed=seed, progress=False, **{**recipe, **options})
    samples = run.sample(2500)
    found = metrics.mode_coverage(samples, target.modes, target.std)
    print(
        f"{name:30s} {found.captured:3d} of {found.total}   {found.any:3d} of {found.total}"
        f"   {100 * found.good:5.0f}%   {metrics.reverse_kl(samples, target.modes):7.2f}"
    )
    return name, samples


wasserstein_pair = {
    "d_loss": lambda real, fake: critic_loss(real, fake),
    "g_loss": lambda fake: generator_loss(fake),
}
HEAD = f"{'':30s} captured   touched    good   reverse KL"


RING_ROWS = []


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 10 s")
def the_ring_by_r1_and_by_clipping():
    print(HEAD)
    RING_ROWS[:] = [
        table_row("non-saturating, R1 0.1", ring, 1500, loss="non_saturating", penalty=R1(0.1)),
        table_row("Wasserstein, clipping c = 0.1", ring, 1500, **wasserstein_pair, clip_weights=0.1),
    ]


# %% [markdown]
# **Predict, then run.** λ = 10 is the weight of the paper, and five steps of the critic its habit. How many of the eight islands will λ = 10 capture with one step of the critic for each of $G$, and how many with five?

# %% nbgrader={"grade": false, "grade_id": "predict_ring", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_ring = {
    "modes captured of 8, λ = 10": ...,  # a number
    "modes captured of 8, λ = 10, five critic steps": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 15 s")
def the_ring_by_penalty_and_without():
    print(HEAD)
    RING_ROWS[2:] = [
        table_row("Wasserstein, penalty λ = 10", ring, 1500, **wasserstein_pair, penalty=weighted(10.0)),
        table_row("Wasserstein, penalty λ = 0.1", ring, 1500, **wasserstein_pair, penalty=weighted(0.1)),
        table_row("Wasserstein, no rule at all", ring, 1500, **wasserstein_pair),
    ]


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 20 s")
def the_ring_by_penalty_in_five_steps():
    print(HEAD)
    penalty = weighted(10.0)
    five = table_row("Wasserstein, λ = 10, five steps", ring, 1500, **wasserstein_pair, penalty=penalty, k=5)
    RING_ROWS[3:] = [five, *[row for row in RING_ROWS[3:] if row[0] != five[0]]]
    captured = {
        "modes captured of 8, λ = 10": RING_ROWS[2][1],
        "modes captured of 8, λ = 10, five critic steps": five[1],
    }
    counts = {q: metrics.mode_coverage(x, ring.modes, ring.std).captured for q, x in captured.items()}
    predictions.compare(predict_ring, counts, near=1)
    _, axes = plots.figure(1, len(RING_ROWS), 2.1, 2.3)
    for ax, (name, samples) in zip(axes, RING_ROWS, strict=True):
        ax.scatter(*samples[:800].T, s=3, color="#D55E00", alpha=0.5, linewidths=0)
        ax.scatter(*ring.modes.T, marker="x", color="#333333", s=30, linewidths=1)
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xticks=[], yticks=[])
        ax.set_title(name.replace("Wasserstein, ", "").replace("non-saturating, ", ""), fontsize=9)
    plt.show()


# %% [markdown]
# The rows show one seed; over four seeds (0 to 3) these were the ranges:
#
# | row | captured | good samples |
# |---|---|---|
# | non-saturating, R1 0.1 | 8 on all four | 71 to 75% |
# | Wasserstein, clipping at 0.1 | 5 to 7 | 14 to 45% |
# | Wasserstein, λ = 10 | 0, 0, 0, 3 | 0 to 10% |
# | Wasserstein, λ = 10, five steps | 8, 8, 0, 8 | 39 to 54%, and 0% |
# | Wasserstein, λ = 0.1 | 8 on all four | 47 to 71% |
# | Wasserstein, no rule | 8 and 8; 0 and 0 | 77 and 80%; 0% |
#
# So what does the Wasserstein game add on the ring?
#
# * **With the weight that everybody copies, λ = 10, and one step of the critic, next to nothing**, and two things share the blame. The critic may be no steeper than 1 anywhere, so an island that is 0.02 wide is a bump of a few hundredths on its landscape, less than the noise of a batch. And it gets a single step to find that bump before $G$ moves on. Give it five, as section 8 teaches, and on three of four seeds the same λ captured all eight islands, with 39 to 54% good samples; on the fourth the run had touched two. The price is five times the work on the critic. The paper names λ = 10 for everything; its authors' own [script for toy data](https://github.com/igul222/improved_wgan_training/blob/master/gan_toy.py) sets 0.1 on a ring like this one, and notes that a larger weight does work if the critic gets steps enough.
# * With λ = 0.1 every seed finds all eight islands. It does so no better than R1, at about the same price: both are penalties on the critic's slope.
# * Clipping lies between: nearly all islands, few good samples.
# * **Without any rule** two of four seeds gave the sharpest rings of the Wasserstein rows, and two ran away: no sample within reach of an island. Adam divides every gradient by its size, so a critic a hundred times too steep still points uphill, until the two players drive each other off. It can work. It gives no promise and no readable loss.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 12 s")
def the_grid():
    grid = data.grid()  # 25 Gaussians, two apart, standard deviation 0.05
    print(HEAD)
    rows = [
        table_row("non-saturating, R1 0.1", grid, 2000, loss="non_saturating", penalty=R1(0.1)),
        table_row("Wasserstein, penalty λ = 0.1", grid, 2000, **wasserstein_pair, penalty=weighted(0.1)),
    ]
    _, axes = plots.figure(1, 2, 3.4, 3.5)
    for ax, (name, samples) in zip(axes, rows, strict=True):
        ax.scatter(*samples[:1500].T, s=3, color="#D55E00", alpha=0.5, linewidths=0)
        ax.scatter(*grid.modes.T, marker="x", color="#333333", s=20, linewidths=0.8)
        ax.set(xlim=(-5, 5), ylim=(-5, 5), aspect="equal", xticks=[], yticks=[])
        ax.set_title(name, fontsize=9)
    plt.show()


# %% [markdown]
# The grid is the harder case: 25 islands over a square of side 8, and 2,000 iterations in place of the 5,000 of assignment 04. Over three seeds the row of R1 captured 3 to 8 islands and touched 22 to 24, with 8 to 22% good samples; the row of λ = 0.1 captured 3 to 6 and touched 22 to 24, with 12 to 14%. Both touch nearly all and fill few; the mended run of assignment 04, with 5,000 iterations, captured 23. (With λ = 10 the Wasserstein game had hardly begun: 0 or 1 captured, 1 to 9 touched.)
#
# The table says, then, what assignment 04 said: *which* loss is written on the label decides less than people think. A well-set penalty on the slope, falling rates and an averaged generator carry every one of these games, and a badly set one ruins it.
#
# ### Play
#
# The explorer below runs on your functions: your two losses, your phase, your penalty. Colours are the critic's heights. Start it, change the data, or let $G$ take five steps for each one of the critic (`g_steps`) and see what becomes of it when its advice is out of date. (Where nobody can click, it shows a still picture.)


# %%
@demo(seconds="about 4 s")
def your_game_to_explore():
    from IPython.display import display

    from gan_course.widgets import GANExplorer
    from gan_course.widgets.engine.losses import Loss

    def phase(generator, critic, optimizer, real, noise, loss):
        """One step of the critic; how many there are before G's turn, the explorer's k decides."""
        parts = (lambda: real, noise, loss, weighted(1.0), nothing)
        return critic_phase(generator, critic, optimizer, *parts, n_critic=1)

    def optimizers(generator, critic):
        return [torch.optim.Adam(m.parameters(), 2e-3, betas=(0.0, 0.9)) for m in (generator, critic)]

    mine = Loss("yours", critic_loss, generator_loss, reading="critic", formula="your two losses")
    views = ["real", "fake", "surface", "losses", "modes"]
    explorer = GANExplorer("ring", mine, d_step=phase, optimizers=optimizers, k=2, steps=500, views=views)
    display(explorer)


# %% [markdown]
# ---
# ## 10 · Clinic  (2 points)
#
# Somebody brings you a run and no code: two clouds in the plane, 6 apart at the start, five steps of the critic for each step of $G$, a gradient penalty with $\lambda = 10$. (The scale of the left panel is logarithmic beyond ±1.) Look at what it shows before you read the choices.


# %%
@demo(seconds="about 3 s")
def a_run_that_is_ill():
    clinic.a_run_of_a_critic()
    plt.show()


# %% [markdown]
# **A run** (1 point). What is wrong with this run? Answer with a letter, such as `"a"`.
#
# * **a** · The penalty is computed and added, but it has no path to the critic's weights.
# * **b** · $\lambda$ is too small for these data.
# * **c** · $G$'s loss has the wrong sign.
# * **d** · The critic takes too few steps for each step of $G$.
#
# <details><summary>Hint</summary>
#
# How high is the price, and does anybody do something about it?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_run", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_run = "a"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_run", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_run(q_clinic_run)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_clinic_run")
### END HIDDEN TESTS

# %% [markdown]
# **A loop** (1 point). Here is the loop of somebody who clips. It runs, and the critic's values and its bill do not stay small. Which lines are at fault?
#
# ```python
#  1  for step in range(steps):
#  2      for _ in range(5):
#  3          x = next_batch()
#  4          fakes = G(noise(len(x))).detach()
#  5          loss = f(fakes).mean() - f(x).mean()
#  6          opt_f.zero_grad()
#  7          clip(f, 0.1)
#  8          loss.backward()
#  9          opt_f.step()
# 10
# 11          g_loss = -f(G(noise(len(x)))).mean()
# 12          opt_g.zero_grad()
# 13          g_loss.backward()
# 14          opt_g.step()
# ```
#
# * **a** · 5 and 11: both losses have the wrong sign.
# * **b** · 7, and where 11 to 14 stand: clipped before the step, and $G$ moves as often as the critic.
# * **c** · 4 and 11: the fakes are detached, so $G$ never learns.
# * **d** · 5: the logarithm and the sigmoid are missing.
#
# <details><summary>Hint</summary>
#
# Where do the weights lie after line 9? And how often does line 14 run for `steps=1`?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_loop", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_loop = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_loop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_loop(q_clinic_loop)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_clinic_loop")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 11 · Summary
#
# * Where data and fakes do not overlap, the Jensen-Shannon divergence is $\log 2$ and flat. The earth mover's distance $W_1$, least mass times distance, falls as they come nearer.
# * On the line $W_1$ is the average distance of samples in order of size, or the area between the two staircases $F$ and $G$.
# * Elsewhere it is the largest bill $\mathbb{E}[f(x)] - \mathbb{E}[f(G(z))]$ of any function that is nowhere steeper than 1 (Kantorovich and Rubinstein). The critic is a network that looks for it: no sigmoid, no logarithm, heights of which only differences count.
# * **The rule about the slope is not decoration.** Without it the bill grows for ever and measures nothing.
# * Clipping the weights after each step enforces some bound, and drives the weights to its ends. A penalty on the slope between fakes and data, $(\lVert \nabla f \rVert - 1)^2$ with one norm per sample and one ε per sample, leaves them free.
# * The critic's loss follows the quality of the samples. The price is a penalty whose weight must suit the scale of the data: measure it.
#
# **Go further.** (1) Average `wasserstein_1d` over many random directions of the plane: that is the *sliced* distance. Does the critic's loss on the ring follow it? (2) Most lines of the penalty join no partners, so the slope on them need not be 1, only at most 1. Replace the two-sided price by $\max(0, \lVert \nabla f \rVert - 1)^2$, which forbids what the theory forbids and no more. In `without_the_rule` and `the_price_of_force`, which of the two comes nearer to the distance? (3) Measure the slope at real samples only, and pull it to 0 instead of 1: this is R1 of assignment 04. Against a perfect generator no critic gains anything, so it might as well be flat. Which of the two penalties lets it? (4) Multiply the ring by 10. Which λ does it like now? (5) Spectral normalisation ([Miyato et al., 2018](https://arxiv.org/abs/1802.05957)) bounds the slope of every layer: `torch.nn.utils.parametrizations.spectral_norm`. Try it in place of the penalty.
#
# ---
# ## 12 · Closing questions  (9 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). Half of the data lie at $0$ and half at $4$. The generator puts everything at $1$. How large is the earth mover's distance?
#
# <details><summary>Hint</summary>
#
# All of the earth has to end up at 1. Two heaps, two ways.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_distance", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_distance = 0.5 * 1 + 0.5 * 3
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_distance", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_distance(q_distance)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_distance")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). Without any rule for its slope, what does the critic's loss $\mathbb{E}[f(G(z))] - \mathbb{E}[f(x)]$ do while the critic trains against a fixed generator that is not perfect? Answer with a letter, such as `"a"`.
#
# * **a** · It falls to minus the distance $W_1$ and stays there; the rule only makes that faster.
# * **b** · It rises to 0, because the critic learns.
# * **c** · It falls without end.
# * **d** · It falls to $-1$, when all fakes have the value 0 and all data the value 1.
#
# <details><summary>Hint</summary>
#
# What happens to the loss if all values are doubled?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_without_constraint", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_without_constraint = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_without_constraint", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_without_constraint(q_without_constraint)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_without_constraint")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (1 point). A trained critic gives one sample the value $f(x) = 3$. What does that tell you?
#
# * **a** · It is real with probability $\sigma(3) \approx 0.95$.
# * **b** · It is 3 away from the data.
# * **c** · It is real, because the value is positive.
# * **d** · By itself, nothing.
#
# <details><summary>Hint</summary>
#
# Add 100 to all values of the critic. What changes?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_what_a_value_means", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_what_a_value_means = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_what_a_value_means", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_what_a_value_means(q_what_a_value_means)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_what_a_value_means")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). A critic is a plane whose slope has length 3. Somebody's penalty takes a **single norm of all slopes in the batch** and compares it with 1, $(\lVert \cdot \rVert - 1)^2$. Which number does it return for a batch of 16? (The right penalty would return $(3 - 1)^2 = 4$.)
#
# <details><summary>Hint</summary>
#
# 16 slopes, each with $\lVert \cdot \rVert^2 = 9$. What is under the root?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_norm_over_batch", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_norm_over_batch = (math.sqrt(16 * 9) - 1) ** 2
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_norm_over_batch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_norm_over_batch(q_norm_over_batch)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_norm_over_batch")
### END HIDDEN TESTS

# %% [markdown]
# **Question 5** (2 points). The second paper trains on pictures with λ = 10. What follows for other data?
#
# * **a** · λ = 10 is right for them too: the norm is compared with 1, whatever the data are.
# * **b** · λ has to suit the scale of the data, and has to be tried out.
# * **c** · The larger λ, the better: the rule is then obeyed more exactly.
# * **d** · λ hardly matters, because the penalty is 0 for the best critic.
#
# <details><summary>Hint</summary>
#
# Compare the rows of the ring.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_penalty_weight", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_penalty_weight = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_penalty_weight", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_penalty_weight(q_penalty_weight)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("05_wasserstein", "q_penalty_weight")
### END HIDDEN TESTS
