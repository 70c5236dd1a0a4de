# %% [markdown]
# # 04 · The non-saturating loss and failure modes
#
# **What you will do.** Take a GAN that breaks, find out why, and mend it. You derive the slope that the generator learns from, write a loss that many GANs since 2014 have used, watch two players undo each other's work, catch a generator in the act of collapsing, decide when to stop, and write two of the remedies that modern GANs rely on.
#
# **What you will learn.** Why a discriminator that is always right is a bad teacher; what "non-saturating" means and what it does not; why gradient steps of two opponents may circle for ever; how to count modes without fooling yourself; what happens after a generator has become perfect; and which remedy cures which illness, measured instead of believed.
#
# **What you need.** Assignment 03: generator $G$, discriminator $D$, logits, the minimax game and its two steps. Derivatives of $\log$ and of the sigmoid. No GPU.
#
# **Time.** Nearly three hours: 42 minutes of reading, 110 of exercises, the rest predictions, questions, widgets and waiting. The core is sections 1 to 5, 7 and 8; section 6 (when to stop), exercise 8 (an ablation) and section 9 (choosing samples by $D$) can wait for a second sitting. The notebook alone runs in about two minutes on two processor cores.
#
# Papers: Goodfellow et al., [*Generative Adversarial Nets*](https://arxiv.org/abs/1406.2661) (2014), section 3, for the loss; Arjovsky and Bottou, [*Towards Principled Methods for Training GANs*](https://arxiv.org/abs/1701.04862) (2017), for the gradient that vanishes; Mescheder, Geiger and Nowozin, [*Which Training Methods for GANs do actually Converge?*](https://arxiv.org/abs/1801.04406) (2018), for the game that circles and the penalty that stops it; Srivastava et al., [*VEEGAN*](https://arxiv.org/abs/1705.07761) (2017), and Lin et al., [*PacGAN*](https://arxiv.org/abs/1712.04086) (2018), for the ring, the grid and how modes are counted.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import clinic, data, metrics, openings, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo, shared_legend
from gan_course.plots.style import DISCRIMINATOR, FAKE, OPTIMAL, PALETTE, REAL
from gan_course.seeding import seed_everything
from gan_course.side_by_side import play
from gan_course.training import R1, every, train

check = checks("04_non_saturating_and_failure_modes")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>At one point the data have the density 0.3 and the fakes 0.1. What does the best discriminator say there?</summary>
#
# $0.3 / (0.3 + 0.1) = 0.75$, the share of real samples at this point (assignment 03).
# </details>
# <details><summary>Which of the two terms of $V(D, G)$ sends a gradient to $G$?</summary>
#
# The second one, $\mathbb{E}[\log(1 - D(G(z)))]$: in the first neither the real samples nor $D$ depend on $\theta_g$ (assignment 03).
# </details>
# <details><summary>Why is binary cross-entropy computed from logits, and not from probabilities?</summary>
#
# At a logit of −200 the sigmoid rounds to 0 in float32 and its logarithm is −∞; `logsigmoid` and `softplus` work on the logit itself and stay finite (assignment 02).
# </details>

# %% [markdown]
# ### Where this leads
#
# Two runs on the ring of assignment 03: eight islands (grey crosses), the same networks, the same random start. In the upper row the generator falls into a small blob and wanders from one place to the next for as long as the run lasts: **mode collapse**. In the lower row it covers all eight islands and sits on them. Between the rows lie five numbers, and an exercise of section 8 asks you for them.


# %%
ring = data.ring()  # eight Gaussians on a circle of radius 2, standard deviation 0.02
collapsing = {"g_lr": 2e-3, "d_lr": 1e-4, "r1": 0.0, "decay": 1.0, "average": 0.0}


def film(target, seen, game=0, rows=None, limit=3.0):
    """Draw samples of one game at the iterations in `seen`, one panel each."""
    axes = plots.figure(1, len(seen), 2.2, 2.45)[1] if rows is None else rows
    for ax, (step, samples) in zip(axes, seen.items(), strict=True):
        ax.scatter(*target.modes.T, marker="x", color="#888888", s=30, linewidths=1)
        ax.scatter(*samples[game, :500].T, s=5, color=FAKE, alpha=0.5, linewidths=0)
        ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal", xticks=[], yticks=[])
        ax.set_title(f"{step} iterations", fontsize=10)


@demo(seconds="about 3 s")
def where_this_leads():
    openings.collapsed_and_mended(collapsing)
    plt.show()


# %% [markdown]
# The function `play` trains small GANs with the library, several at a time: `seeds=range(5)` is five games with five random starts, which share nothing but the batch of arithmetic. You will use it for every table below, because one run of a GAN proves nothing.
#
# ---
# ## 1 · The gradient that vanishes
#
# In assignment 03 the generator minimised the second term of the value function. Call a fake's logit $a$, so that $D$ gives it the probability $\sigma(a) = 1/(1+e^{-a})$ of being real. Over a batch of $N$ fakes the **saturating** loss is
#
# $$
# L_{\text{sat}} = \frac1N \sum_{i=1}^{N} \log\big(1 - \sigma(a_i)\big) .
# $$
#
# The generator never sees this number. It sees the *slope*: how much the loss falls when a logit rises. Everything that reaches $\theta_g$ is multiplied by it, because by the chain rule
#
# $$
# \frac{\partial L}{\partial \theta_g} = \sum_i \underbrace{\frac{\partial L}{\partial a_i}}_{\text{the loss's share}} \cdot \underbrace{\frac{\partial a_i}{\partial x_i}}_{\text{through } D} \cdot \underbrace{\frac{\partial x_i}{\partial \theta_g}}_{\text{through } G}, \qquad x_i = G(z_i) .
# $$
#
# If the first factor is close to zero, nothing that $D$ knows gets through, however good $D$ is. So let us work out this factor, for the loss above and for a rival that the 2014 paper proposes in its section 3. Instead of making "caught" improbable, the rival makes "believed" probable:
#
# $$
# L_{\text{ns}} = -\frac1N \sum_{i=1}^{N} \log \sigma(a_i) .
# $$
#
# Both losses fall when $D$ is fooled more. All you need for their slopes is the derivative of the sigmoid,
#
# $$
# \sigma'(a) = \sigma(a)\,\big(1 - \sigma(a)\big) ,
# $$
#
# and the chain rule for a logarithm, $\frac{d}{da} \log u(a) = u'(a) / u(a)$.

# %% [markdown]
# ### Exercise 1 · Two slopes by hand  (5 points, about 8 minutes)
#
# **Goal.** Derive $\partial L_{\text{sat}} / \partial a_i$ and $\partial L_{\text{ns}} / \partial a_i$ with a pencil and write both formulas. No automatic differentiation is needed: each is one short line.
#
# *You get* `logits`, the logits of $N$ fakes, shape (N,). *You return* the pair `(saturating, non_saturating)`, each of shape (N,): the slope of each loss in each logit. Logits may be as large as ±200.
#
# <details><summary>Hint 1</summary>
#
# For the saturating loss put $u = 1 - \sigma(a)$, so $u' = -\sigma(a)(1 - \sigma(a))$. One factor of $u'$ cancels against $u$.
# </details>
# <details><summary>Hint 2</summary>
#
# A logit appears in one of the $N$ terms of the mean. And $1 - \sigma(a) = \sigma(-a)$, which keeps its digits where $\sigma(a)$ rounds to 1.
# </details>
#
# **What to expect.** At a single logit of 0, where $D$ is undecided, both slopes are $-\tfrac12$. At $-6$ one of them is some 400 times the other.


# %% nbgrader={"grade": false, "grade_id": "generator_slopes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_slopes(logits):
    """Return (saturating, non_saturating): the slope of each loss in each logit, shape (N,) each."""
    ### BEGIN SOLUTION
    n = len(logits)
    return -torch.sigmoid(logits) / n, -torch.sigmoid(-logits) / n
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_generator_slopes", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.generator_slopes(generator_slopes)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "generator_slopes")
### END HIDDEN TESTS

# %% [markdown]
# Now the plot that this assignment turns on: the two losses, and your two slopes, over the logit of a fake.


# %%
@demo
def gradient_against_logit():
    a = torch.linspace(-8, 8, 161)
    slopes = torch.stack(
        [torch.stack(generator_slopes(one[None])).flatten() for one in a]
    )  # one fake at a time
    words = ("saturating, log(1 − D)", "non-saturating, −log D")
    figure, axes = plots.figure(1, 2, 4.4, 2.9)
    for word, loss, slope, colour in zip(
        words, (-F.softplus(a), F.softplus(-a)), slopes.T, (REAL, FAKE), strict=True
    ):
        axes[0].plot(a, loss, color=colour, label=word)
        axes[1].plot(a, slope, color=colour)
    axes[0].set(xlabel="logit a of a fake", title="The losses")
    axes[1].set(xlabel="logit a of a fake", title="Their slopes: what G learns from", ylim=(-1.05, 0.05))
    for ax in axes:
        ax.axvspan(-8, -4, color="#888888", alpha=0.15, linewidth=0)
        ax.text(
            -7.8,
            ax.get_ylim()[0] + 0.25 * (ax.get_ylim()[1] - ax.get_ylim()[0]),
            "D is sure:\nfake",
            fontsize=9,
        )
    shared_legend(figure, axes)
    plt.show()


# %% [markdown]
# On the left of each panel, in grey, lies the situation of every young generator: $D$ is sure that its samples are fake. There the blue curve is flat. The slope of the saturating loss is smallest exactly where $G$ has most to learn, and it is steep where $G$ has already won. The orange curve is the other way round: steep on the left, flat on the right, where $G$ needs no more help.
#
# Does it happen in a real game? Take an untrained generator, hold it fixed, and train only $D$. At each moment ask how long the gradient is that $G$ would get from each of the two losses.


# %%
def perceptron(inputs, outputs, width=128):
    """A network with two hidden layers."""
    return nn.Sequential(
        nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, width), nn.ReLU(), nn.Linear(width, outputs)
    )


@demo
def a_discriminator_that_wins():
    moments, rows = [*range(0, 40, 2), *range(40, 401, 10)], []
    for seed in range(3):
        seed_everything(seed)
        generator, discriminator = perceptron(2, 2), perceptron(2, 1)
        optimizer = torch.optim.Adam(discriminator.parameters(), 1e-3, fused=True)
        z, measured = torch.randn(256, 2), []
        for step in range(401):
            if step in moments:
                a = discriminator(generator(z)).flatten()
                for loss in (-F.softplus(a).mean(), F.softplus(-a).mean()):
                    slope = torch.autograd.grad(loss, list(generator.parameters()), retain_graph=True)
                    measured.append(float(torch.cat([s.flatten() for s in slope]).norm()))
                measured.append(float(torch.sigmoid(a.detach()).mean()))
            fake = generator(torch.randn(128, 2)).detach()
            value = (
                F.softplus(-discriminator(ring.sample(128))).mean() + F.softplus(discriminator(fake)).mean()
            )
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
        rows.append(torch.tensor(measured).reshape(-1, 3))
    _, axes = plots.figure(1, 2, 4.4, 2.8)
    for seed, row in enumerate(rows):
        axes[0].plot(moments, row[:, 2], color=DISCRIMINATOR, alpha=0.7)
        for i, (word, colour) in enumerate((("saturating", REAL), ("non-saturating", FAKE))):
            axes[1].plot(moments, row[:, i], color=colour, alpha=0.7, label=word if seed == 0 else None)
    axes[0].set(title="D's belief in the fakes, mean of σ(a)", xlabel="steps of D alone", yscale="log")
    axes[1].set(title="Length of the gradient that G gets", xlabel="steps of D alone", yscale="log")
    axes[1].legend()
    plt.show()
    ratio = [float(row[-1, 0] / row[:, 0].max()) for row in rows]
    print(f"3 seeds: the saturating gradient fell below 1% of its largest value: {max(ratio) < 0.01}")
    print(
        f"         the non-saturating one is longer than it was at first: {all(r[-1, 1] > r[0, 1] for r in rows)}"
    )


# %% [markdown]
# The better $D$ becomes, the less the saturating loss passes on. It is an unpleasant trade: $D$ must be good for its advice to be worth anything, and the better it is, the less of the advice arrives. Arjovsky and Bottou (2017) draw this picture for images (their Figure 2) and prove that it must come so when data and fakes do not overlap.
#
# ---
# ## 2 · A loss that still pushes
#
# ### Exercise 2 · A loss that still pushes when G is losing  (6 points, about 8 minutes)
#
# $D$ returns a *logit* $a = D(G(z))$ per fake, positive where it believes the sample real. **Goal.** Write the non-saturating generator loss of [Goodfellow et al. (2014)](https://arxiv.org/abs/1406.2661), section 3:
#
# $$
# L_G = -\frac1N \sum_{i=1}^{N} \log \sigma(a_i) .
# $$
#
# It must stay finite for any logit, ±200 included.
#
# *You get* `fake_logits`, shape (N,) or (N, 1). *You return* a scalar tensor through which gradients reach $G$.
#
# <details><summary>Hint 1</summary>
#
# Which function is $\log \sigma(a)$ without computing $\sigma$ first?
# </details>
# <details><summary>Hint 2</summary>
#
# What should the slope be at $a = -6$? Look back at the plot.
# </details>
#
# **What to expect.** $\log 2 \approx 0.693$ at logits of 0, never negative, large where $D$ is sure that the samples are fake. The check draws the slope of your loss over the one wanted.


# %% nbgrader={"grade": false, "grade_id": "generator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_loss(fake_logits):
    """Return the non-saturating loss of a batch, as a scalar tensor."""
    ### BEGIN SOLUTION
    return -F.logsigmoid(fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_generator_loss", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.generator_loss(generator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "generator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### A sign that is often wrong
#
# ⚠ You will find the trick written as "instead of minimising $\log(1 - D(G(z)))$, *maximise* $-\log D(G(z))$". That is one sign too many. $-\log D$ is largest where $D$ is close to 0, so whoever maximises it teaches $G$ to be caught. (As in the paper, $D$ stands here for the probability $\sigma(a)$ and not for the logit.) Either of these is right, and they are the same:
#
# $$
# \textbf{maximise } \log D(G(z)) \qquad\Longleftrightarrow\qquad \textbf{minimise } -\log D(G(z)) .
# $$
#
# A test takes one logit and no network: let it follow each rule, and see whether $D$ believes the sample more or less.


# %%
@demo
def which_sign():
    rules = {
        "minimise −log D": lambda a: generator_loss(a),
        "maximise log D": lambda a: -F.logsigmoid(a).mean(),
        "“maximise −log D”": lambda a: F.logsigmoid(a).mean(),
    }
    _, ax = plots.figure(1, 1, 5.2, 2.6)
    for (word, loss), colour, line in zip(
        rules.items(), (FAKE, REAL, OPTIMAL), ("-", "--", ":"), strict=True
    ):
        a, path = torch.tensor([-2.0], requires_grad=True), []
        for _ in range(60):
            path.append(float(torch.sigmoid(a.detach())))
            (slope,) = torch.autograd.grad(loss(a), a)
            a = (a - 0.2 * slope).detach().requires_grad_()
        ax.plot(path, line, color=colour, label=word, linewidth=2.2)
    ax.set(xlabel="gradient step", ylabel="D(G(z))", ylim=(0, 1), title="One fake follows three rules")
    ax.legend()
    plt.show()


# %% [markdown]
# ### Flipped labels are the same thing
#
# Many programs never mention a non-saturating loss. They keep one function, binary cross-entropy with a label $y$ (assignment 02),
#
# $$
# \mathrm{BCE}(a, y) = -\,y \log \sigma(a) - (1 - y) \log\big(1 - \sigma(a)\big) ,
# $$
#
# train $D$ with $y = 1$ for real and $y = 0$ for fake samples, and then, for $G$'s step, **flip the label** of the fakes to 1: "pretend they were real". Put $y = 1$ into the formula and the second term is gone. What is left is $-\log \sigma(a)$, your loss. Flipping labels is not another trick that could be added on top; it *is* the non-saturating loss.


# %%
@demo
def flipped_labels():
    a = torch.linspace(-8, 8, 33)
    flipped = F.binary_cross_entropy_with_logits(a, torch.ones_like(a))
    kept = F.binary_cross_entropy_with_logits(a, torch.zeros_like(a))
    print(
        f"BCE with flipped labels equals your loss:                 {torch.allclose(flipped, generator_loss(a))}"
    )
    print(
        f"minus BCE with the labels kept equals the saturating one: {torch.allclose(-kept, -F.softplus(a).mean())}"
    )


# %% [markdown]
# **What changes, and what does not.** Both losses fall as $D$ is fooled more, so for a single fake they want the same thing, and they share the equilibrium: where $p_g = p_{\text{data}}$, $D = 1/2$ and its surface is flat, so neither pushes. What changes is the *weight* of each sample in the batch's gradient: $\sigma(a)$ against $1 - \sigma(a)$. The saturating loss listens to the samples that already convince $D$, the non-saturating one to those that do not.
#
# There is a price. The minimax game had one value $V$ for both players, and theorem 1 of the 2014 paper says what $G$ minimises against a perfect $D$: a Jensen-Shannon divergence. With $L_{\text{ns}}$ the players no longer play on one number, and the theorem no longer applies as it stands. (Arjovsky and Bottou, theorem 2.5: against a perfect $D$ the new gradient is that of $\mathrm{KL}(p_g \| p_{\text{data}}) - 2\,\mathrm{JSD}(p_g, p_{\text{data}})$, with the divergence in the second term pulling the wrong way.)
#
# And it is no cure for everything. "The saturating loss fails, the non-saturating one works" is a fine summary of the plot and a poor one of practice. In section 7 you will measure both on the ring, and find that other choices matter far more.

# %% [markdown]
# ---
# ## 3 · Players who undo each other's work
#
# A loss is one thing, a *game* another. In ordinary training all parameters go down one hill, and a small enough step always helps. In a GAN the hill of each player moves whenever the other one does. The smallest game that shows the consequence has one number for each player:
#
# $$
# \min_x \max_y V(x, y) = x \cdot y .
# $$
#
# Think of $x$ as the generator and of $y$ as the discriminator. The slopes are $\partial V/\partial x = y$ and $\partial V/\partial y = x$. The only point where both vanish is the origin, the equilibrium of the game. Let both players take gradient steps of size $\eta$, $x$ downhill and $y$ uphill. There are two ways to do it:
#
# | | $x$ moves | $y$ moves |
# |---|---|---|
# | **simultaneous**: both look at the same old point | $x' = x - \eta\, y$ | $y' = y + \eta\, x$ |
# | **alternating**: $y$ sees where $x$ has gone | $x' = x - \eta\, y$ | $y' = y + \eta\, x'$ |
#
# ### Exercise 3 · One round of the game  (5 points, about 6 minutes)
#
# **Goal.** Write both kinds of rounds.
#
# *You get* the numbers `x`, `y` and `eta` ($\eta$), and `alternating`, True or False. *You return* the pair of numbers $(x', y')$.
#
# <details><summary>Hint 1</summary>
#
# Work one round by hand from $(1, 2)$ with $\eta = 0.1$: simultaneous play leads to $(0.8, 2.1)$. Where does alternating play lead?
# </details>
# <details><summary>Hint 2</summary>
#
# Only one letter differs between the two rules. Keep the new $x$ in a name of its own.
# </details>
#
# **What to expect.** The check plays single rounds of each kind, from the place of the first hint and from others, and shows the first one that ends elsewhere.


# %% nbgrader={"grade": false, "grade_id": "xy_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def xy_step(x, y, eta, alternating):
    """Play one round of V(x, y) = x·y; x goes down, y goes up. Return the new (x, y)."""
    ### BEGIN SOLUTION
    new_x = x - eta * y
    new_y = y + eta * (new_x if alternating else x)
    return new_x, new_y
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_xy_step", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.xy_step(xy_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "xy_step")
### END HIDDEN TESTS

# %% [markdown]
# **What must happen**, before you look. In a simultaneous round
#
# $$
# x'^2 + y'^2 = (x - \eta y)^2 + (y + \eta x)^2 = (1 + \eta^2)\,(x^2 + y^2) ,
# $$
#
# because the mixed terms $\mp 2\eta xy$ cancel. The step stands at a right angle to the radius, so by Pythagoras every round leads *further away*, by the factor $\sqrt{1 + \eta^2}$. A smaller $\eta$ makes the flight slower and does not end it. In an alternating round another quantity stays exactly as it is,
#
# $$
# x'^2 + y'^2 - \eta\, x' y' = x^2 + y^2 - \eta\, x y ,
# $$
#
# (put in the rule and multiply out) so the path can never leave a slightly tilted ellipse: the players **circle for ever**. Each round one of them undoes what the other has gained. To come home they need friction: let each also pay $\tfrac{\gamma}{2}$ times its own square, which adds $-\eta\gamma x$ and $-\eta\gamma y$ to the steps.


# %%
def damped_step(x, y, eta, gamma):
    """One simultaneous round with friction."""
    return x - eta * (y + gamma * x), y + eta * (x - gamma * y)


@demo
def phase_portrait():
    rules = {
        "simultaneous: spirals out": lambda x, y: xy_step(x, y, 0.1, False),
        "alternating: circles": lambda x, y: xy_step(x, y, 0.1, True),
        "damped, γ = 0.3: comes home": lambda x, y: damped_step(x, y, 0.1, 0.3),
    }
    ticks = torch.linspace(-3, 3, 11)
    across, up = torch.meshgrid(ticks, ticks, indexing="xy")
    figure, axes = plots.figure(1, 3, 3.3, 3.4)
    for ax, (title, rule) in zip(axes, rules.items(), strict=True):
        path = [(1.2, 0.0)]
        for _ in range(170):
            path.append(rule(*path[-1]))
        path = torch.tensor(path)
        mean = path.cumsum(dim=0) / torch.arange(1, len(path) + 1)[:, None]
        ax.quiver(across, up, -up, across, color="#BBBBBB", width=0.004)
        ax.plot(*path.T, ".-", color=FAKE, linewidth=0.8, markersize=3, label="path")
        ax.plot(*mean.T, "--", color=REAL, linewidth=1.4, label="average of the path so far")
        ax.plot(0, 0, "+", color=OPTIMAL, markersize=12, label="equilibrium")
        ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal", xlabel="x (generator)", ylabel="y (discriminator)")
        ax.set_title(title, fontsize=10)
    shared_legend(figure, axes)
    plt.show()


# %% [markdown]
# ⚠ *"The two networks are trained simultaneously"* is therefore more than a loose way of speaking. GANs **alternate**, and the left and the middle panel show that it makes a difference: the same slopes, the same step size, and one path leaves while the other stays. (It is no cure either: it stays, and does not arrive.)
#
# Two things in this picture will return as remedies. **Friction** brings the path home. And look at the dashed line: while the path of the middle panel circles, the *average* of all points visited so far sits close to the equilibrium.
#
# Play with it: other step sizes, other games, your own rule in the place of the library's.


# %%
@demo
def play_with_the_game():
    from IPython.display import display

    from gan_course.widgets import MinimaxGame

    display(MinimaxGame("xy", update=lambda x, y, eta: xy_step(x, y, eta, True)))


# %% [markdown]
# **Where the friction comes from in a GAN.** Let the data be the single point 0, let $G$ make the single point $x$, and let $D$ be a line through the origin with slope $y$, so that its logit at a point $t$ is $y \cdot t$. This is the *Dirac-GAN* of Mescheder et al. (2018). Its logit for the fake is $x \cdot y$: near the equilibrium, and up to a factor and a sign, it is the game you have just played. And the slope of $D$ at the real point, $\partial (y t)/\partial t$, is $y$ itself. So a penalty of $\tfrac{\gamma}{2}$ times *the squared slope of $D$ at real samples* is $\tfrac{\gamma}{2} y^2$: friction for the discriminator. That penalty is called R1, and you will write it in section 7.

# %% [markdown]
# ---
# ## 4 · Counting modes
#
# Before we let generators fail, we need a way to see it in a number. On the ring we know the truth: $K = 8$ islands (**modes**) with centres $m_1, \dots, m_K$ and standard deviation $\sigma = 0.02$. (This $\sigma$ is a width, not the sigmoid.) A sample is **good** if it lies within $3\sigma$ of some centre; of perfect samples 98.9% are. Two rules for counting modes are in use, and papers do not always say which one they mean:
#
# * a mode is **touched** if *at least one* sample lies within $3\sigma$ of it;
# * a mode is **captured** if *enough* samples do. We ask for at least 20 of 2,500. A fair share would be about 312.
#
# One rule alone misleads. A generator that smears its samples over the whole ring touches every mode by luck and captures none. Together with the **share of good samples** the two rules tell blur from collapse.
#
# ### Exercise 4 · A mode counter  (6 points, about 10 minutes)
#
# **Goal.** Count by both rules.
#
# *You get* `samples`, shape (n, 2); `modes`, the centres, shape (K, 2); `std`, a number; and `needed`, the number of samples that capture a mode. *You return* three numbers: `(captured, touched, good)`, two counts of modes and the share of good samples, between 0 and 1. Modes are far apart: no sample lies within reach of two.
#
# <details><summary>Hint 1</summary>
#
# `samples[:, None] - modes` has shape (n, K, 2): every sample against every mode. From it you get an (n, K) table of distances, and from that a table of True and False.
# </details>
# <details><summary>Hint 2</summary>
#
# Add up the table along one dimension to get samples per mode. Along the other one, `.any(dim=1)` says which samples are good.
# </details>
#
# **What to expect.** The check lays out scenes in which some modes have exactly `needed` samples, some one less, some a single one, with others just outside the circle.


# %% nbgrader={"grade": false, "grade_id": "count_modes", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_modes(samples, modes, std, needed=20):
    """Return (captured, touched, good) of samples (n, 2) for modes (K, 2)."""
    ### BEGIN SOLUTION
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std  # (n, K)
    per_mode = inside.sum(dim=0)
    captured = (per_mode >= needed).sum().item()
    touched = (per_mode >= 1).sum().item()
    return captured, touched, inside.any(dim=1).float().mean().item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_count_modes", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.count_modes(count_modes)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "count_modes")
### END HIDDEN TESTS

# %% [markdown]
# A fourth number asks whether each mode gets its fair share, however blurred the samples are. Give every sample to its *nearest* mode, let $q_k$ be the share of mode $k$, and compare with the true $1/K$ by the **reverse Kullback-Leibler divergence** (assignment 02; "reverse" because the model's distribution stands first):
#
# $$
# \mathrm{KL}(q \,\|\, p) = \sum_{k=1}^{K} q_k \log \frac{q_k}{1/K} .
# $$
#
# It is 0 for equal shares and $\log 8 \approx 2.08$ when everything sits at one mode. The library has it as `metrics.reverse_kl`. Four kinds of samples, made by hand, and what the numbers say about them:


# %%
@demo
def what_the_numbers_say():
    seed_everything(0)
    angle = 2 * math.pi * torch.rand(2500)
    smeared = (2 + 0.1 * torch.randn(2500, 1)) * torch.stack([angle.cos(), angle.sin()], dim=1)
    sets = {
        "perfect": ring.sample(2500),
        "blurred": smeared,
        "half of the modes": data.ring(4).sample(2500),
        "collapsed": torch.tensor([1.2, 1.6]) + 0.05 * torch.randn(2500, 2),
    }
    _, axes = plots.figure(1, 4, 2.5, 2.7)
    print("samples              captured   touched     good   reverse KL")
    for ax, (word, samples) in zip(axes, sets.items(), strict=True):
        film(ring, {0: samples[None]}, rows=[ax])
        ax.set_title(word, fontsize=10)
        captured, touched, good = count_modes(samples, ring.modes, ring.std)
        far = metrics.reverse_kl(samples, ring.modes)
        print(f"{word:20s} {captured:8.0f} {touched:9.0f} {100 * good:7.0f}% {far:12.2f}")
    plt.show()


# %% [markdown]
# Captured modes notice all three failures, but give blur and collapse the same 0. Touched modes tell these two apart, and alone would forgive blur; the reverse KL forgives it too. The share of good samples alone would forgive the generator that knows half of the world and nothing else.

# %% [markdown]
# ---
# ## 5 · Mode collapse
#
# ### Why a generator may want to collapse
#
# Hold $D$ fixed for a moment and ask what $G$ would like best. Its loss is an average over its own samples, $\mathbb{E}_{x \sim p_g}[-\log D(x)]$ with $D(x)$ as a probability, and an average is smallest when *every* sample sits where $-\log D$ is smallest. So the best answer to a fixed $D$ is to put **all** samples on the one point that $D$ believes most. Nothing in the loss of a single sample asks for variety; what asks for it is $D$'s next move. When $G$ crowds at one place, $D$ sees too many fakes there, lowers its belief, and the best place is somewhere else.
#
# Everything depends, then, on who is faster. If $D$ answers at once, a crowd is never worth forming. If $D$ is slow, $G$ has time to gather at the best point; when $D$ has learned to reject it, the crowd moves to the next, and $D$ forgets the last one. That is the circling of section 3 on a stage with eight islands.
#
# ### A run that collapses, on five of five seeds
#
# The settings in `collapsing`, at the top of this notebook, give $D$ a learning rate 20 times smaller than $G$'s. The loss is yours, the non-saturating one.


# %% [markdown]
# **Predict, then run.** After 1,500 iterations with a slow $D$: how many of the eight modes has the generator of seed 0 captured, and what share of its samples is good? Write numbers in place of the dots, then run on. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_slow_d", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_slow_d = {
    "modes captured of 8, seed 0": ...,  # a number
    "good samples in %, seed 0": ...,  # a number
}


# %%
settings_of = {
    "slow D": {**collapsing, "steps": 1500, "look_at": (*range(20, 1401, 20), *range(1405, 1501, 5))},
    "equal rates": {
        **collapsing,
        "d_lr": 2e-3,
        "steps": 2000,
        "look_at": range(50, 2001, 50),
        "show": 2500,
    },
}
runs = {}  # trained once, looked at in several cells


def five_games(name):
    """Train the five games of a setting with your loss, or remember them."""
    if name not in runs:
        runs[name] = play(ring, seeds=range(5), g_loss=generator_loss, **settings_of[name])
    return runs[name]


@demo(seconds="about 7 s")
def train_with_a_slow_discriminator():
    runs.pop("slow D", None)
    five_games("slow D")


# %%
@demo
def a_blob_that_travels():
    seen = five_games("slow D").seen
    film(ring, {step: seen[step] for step in (200, 500, 800, 1100, 1300, 1500)}, limit=4)
    plt.show()
    _, axes = plots.figure(1, 3, 3.0, 2.9)
    late = [step for step in seen if step >= 1400]  # one look every 5 iterations
    for ax, game in zip(axes, (0, 2, 3), strict=True):
        centres = torch.stack([seen[step][game].mean(dim=0) for step in late])
        ax.scatter(*ring.modes.T, marker="x", color="#888888", s=30)
        ax.plot(*centres.T, color="#BBBBBB", linewidth=1)
        dots = ax.scatter(*centres.T, c=late, cmap="viridis", vmax=1515, s=20, zorder=3)
        for step in (1400, 1450, 1500):
            place = centres[late.index(step)].tolist()
            ax.annotate(str(step), place, xytext=(5, 5), textcoords="offset points", fontsize=9, zorder=4)
        ax.set(xlim=(-4, 4), ylim=(-4, 4), aspect="equal", title=f"Centre of the blob, seed {game}")
    axes[0].figure.colorbar(dots, ax=axes, shrink=0.8, label="iteration")
    plt.show()


# %% tags=["nbval-ignore-output"]
def nearest_mode(samples):
    """The mode that most samples are nearest to, and the share of them, shape (n, 2) -> (int, float)."""
    nearest = (samples[:, None] - ring.modes).norm(dim=2).argmin(dim=1)
    shares = torch.bincount(nearest, minlength=8) / len(samples)
    return int(shares.argmax()), float(shares.max())


@demo
def collapse_in_numbers():
    seen, last = five_games("slow D").seen, five_games("slow D").sample(2500)
    print("nearest mode (0 to 7, anticlockwise from the right), every 100 iterations")
    print("from 500 on; * where more than 80% of the samples are nearest to it")
    print(f"seed  {'nearest mode':33s}captured touched  good width  way")
    for game in range(5):
        story = []
        for step in range(500, 1501, 100):
            mode, share = nearest_mode(seen[step][game])
            story.append(f"{mode}{'*' if share > 0.8 else ' '}")
        captured, touched, good = count_modes(last[game], ring.modes, ring.std)
        width = float(last[game].std(dim=0).norm())
        centres = torch.stack([seen[step][game].mean(dim=0) for step in range(500, 1501, 20)])
        way = float((centres[1:] - centres[:-1]).norm(dim=1).sum())
        print(
            f"{game:<6d}{' '.join(story):33s}{captured:8.0f}{touched:8.0f}{100 * good:5.0f}%{width:6.2f}{way:5.0f}"
        )
    captured, _, good = count_modes(last[0], ring.modes, ring.std)
    measured = {"modes captured of 8, seed 0": captured, "good samples in %, seed 0": 100 * good}
    predictions.compare(predict_slow_d, measured, near=1)


# %% [markdown]
# The film shows seed 0. From a few hundred iterations on, all samples sit in one small blob or a short thread (on seeds 1 and 4 often between two places), and it **moves**: it is drawn to the place that $D$ believes most, $D$ slowly learns to reject that place, and the blob goes on to the next. The three panels below the film follow its centre through the last 100 iterations, with a dot every five: it lingers where dots crowd and leaps where they lie apart. In the table, read the stories from left to right: a star means that more than four fifths of all samples are nearest to that one mode. The number changes, and changes back. In 1,000 iterations the centre travels (last column) many times the width of the ring.
#
# Mind what the counters say: next to nothing, by either rule. The blob hardly ever *stands* on an island; it runs over the water between them. Who looks at the counters alone may report "no modes found", and who looks at one snapshot may report "one mode found". Both miss that everything $G$ knew about one place is gone when it reaches the next. This is what is meant by two players who **undo each other's progress**, and Metz et al. ([2017](https://arxiv.org/abs/1611.02163), Figure 2) show it on the same kind of ring.
#
# Is it luck? Over ten seeds, looked at after 1,500 iterations, no run had captured more than four modes and in none were more than 10% of the samples good; with the saturating loss no run had captured more than one.
#
# ⚠ You may read that mode collapse "occurs at 10,000 to 100,000 steps". There is no such date. Here it was complete after a few hundred iterations, and in the run below, which differs in one number, it does not come at all.
#
# ### Equal rates
#
# Now give both players the same learning rate and change nothing else. We look at many moments, and let your counter draw the whole story.


# %%
@demo(seconds="about 10 s")
def train_with_equal_rates():
    runs.pop("equal rates", None)
    five_games("equal rates")


@demo
def the_ring_over_time():
    seen = five_games("equal rates").seen
    film(ring, {step: seen[step] for step in (100, 300, 600, 1000, 1500, 2000)})
    plt.show()
    _, axes = plots.figure(1, 2, 4.6, 2.6)
    counts = torch.tensor([count_modes(x[0], ring.modes, ring.std) for x in seen.values()])
    for i, (word, colour) in enumerate((("captured", FAKE), ("touched", REAL))):
        axes[0].plot(list(seen), counts[:, i], ".-", color=colour, label=word)
    axes[0].set(xlabel="iteration", ylabel="modes of 8", ylim=(0, 9.8), title="Both rules, seed 0")
    axes[0].legend(loc="upper left", ncols=2)
    for game in range(5):
        good = [100 * count_modes(x[game], ring.modes, ring.std)[2] for x in seen.values()]
        axes[1].plot(list(seen), good, color=PALETTE[game], alpha=0.9, linewidth=1.2, label=f"seed {game}")
    axes[1].set(xlabel="iteration", ylabel="% of samples", ylim=(0, 100), title="Good samples, five seeds")
    axes[1].legend(loc="upper left", ncols=2, fontsize=8)
    plt.show()


# %% [markdown]
# One number changed and the run does not collapse: the samples spread over the ring early and stay spread. The loss has not changed, and neither have the networks or the data. So "the GAN loss collapses" would be the wrong conclusion from the last section; a $D$ that is too slow makes it collapse.
#
# But it does not arrive either. Left: the number of captured modes jumps by several from one evaluation to the next, with the touched ones above it. Right: on every seed there are moments when a third of the samples or more are good, and 50 iterations later it may be no more than a few percent. The generator is in the right region and **trembles**. Why it cannot come to rest, and what to do about it, are the subjects of the next two sections.

# %% [markdown]
# ---
# ## 6 · When to stop
#
# ### After the generator is perfect
#
# Suppose $G$ has reached the goal: $p_g = p_{\text{data}}$. ⚠ You can read that $D$'s accuracy then "drops to zero". It does not. A $D$ that was always wrong would know everything; one would only have to turn its answers round. Against a perfect generator every answer is right half of the time: **50%**, a coin.
#
# And then? Training does not know that it has arrived. The minibatches differ from each other by chance; $D$ learns these chance differences, and its gradient, which was a teacher, has become a **coin toss**. $G$ follows it, away from the data, because from a perfect place every way leads to a worse one.
#
# This can be watched. The generator below starts perfect: $G(z) = z + h(z)$ with a network $h$ whose last layer is zero at first, and data from $\mathcal N(0, 1)$, the same as $z$. $D$ starts as an untrained network. The quality is the mean distance between sorted samples and the quantiles of the data, as in assignment 03.


# %%
class PerfectAtFirst(nn.Module):
    """G(z) = z + h(z), with h = 0 before training."""

    def __init__(self):
        super().__init__()
        self.h = perceptron(1, 1, 64)
        nn.init.zeros_(self.h[-1].weight)
        nn.init.zeros_(self.h[-1].bias)

    def forward(self, z):
        return z + self.h(z)


@demo(seconds="about 5 s")
def from_perfection_onwards():
    target = data.gaussian_mixture_1d([0.0], [1.0])
    quantiles = torch.distributions.Normal(0, 1).icdf((torch.arange(20_000) + 0.5) / 20_000)
    _, axes = plots.figure(1, 2, 4.4, 2.7)
    worst, accuracy = [], []
    for seed, colour in enumerate(PALETTE[:3]):
        seed_everything(seed)
        gaps, right = [0.01], [50.0]  # a perfect sample of this size is about 0.01 away from the quantiles

        def look(run, gaps=gaps, right=right):
            with torch.no_grad():
                fake = run.generator(torch.randn(20_000, 1))
                d = run.discriminator
                gaps.append(float((fake.flatten().sort().values - quantiles).abs().mean()))
                right.append(
                    50 * float((d(quantiles[:, None]) > 0).float().mean() + (d(fake) <= 0).float().mean())
                )

        options = {"loss": "non_saturating", "steps": 400, "batch_size": 64, "lr": 2e-3, "betas": (0.0, 0.99)}
        train(
            PerfectAtFirst(), perceptron(1, 1, 64), target, seed=seed, latent_dim=1, progress=False,
            callbacks=[every(10, look)], **options,
        )  # fmt: skip
        axes[0].plot(range(0, 401, 10), right, color=colour, linewidth=1.2)
        axes[1].plot(range(0, 401, 10), gaps, color=colour, linewidth=1.2, label=f"seed {seed}")
        worst.append(max(gaps))
        accuracy += right
    axes[0].axhline(50, color=OPTIMAL, linestyle="--", linewidth=1)
    axes[0].set(ylim=(0, 102), xlabel="iteration", ylabel="right in %", title="Accuracy of D")
    axes[1].set(ylim=(0, None), xlabel="iteration", title="Distance of the samples from the data")
    axes[1].legend()
    plt.show()
    print(f"D's accuracy stays between 40% and 60%: {min(accuracy) > 40 and max(accuracy) < 60}")
    print(f"each of 3 generators was once 5 times as far away as at the start: {min(worst) > 0.05}")


# %% [markdown]
# Left: $D$'s accuracy stays within a few percent of one half from the first iteration to the last. It is right half of the time against a perfect generator, and it is right half of the time against one that has strayed a little. Right: meanwhile $G$ wanders off. At the start its samples are as near to the data as samples can be; soon they are at times ten times as far away. They come back too: once $G$ has strayed far enough, $D$ notices and calls it back. So quality does not fall for good, it *trembles*, and with it the answer to the question whether your GAN "is good" depends on the moment you ask.
#
# ### A rule
#
# Losses do not tell when a GAN is good: both players' losses look the same at a good moment and at a bad one. What tells is a **metric on samples**, measured every now and then. On the ring it is the share of good samples (on images other networks give the marks: assignment 06 will use one). Keep a copy of $G$, a *checkpoint*, whenever the metric reaches a new best, and stop when no new best has come for a while.
#
# ### Exercise 5 · A stopping rule  (6 points, about 9 minutes)
#
# **Goal.** Read the scores in the order in which training would produce them, evaluation number 0, 1, 2, ... Stop at the first evaluation that is the `patience`-th in a row **without a new best** score. If that never happens, training ends with the last evaluation.
#
# *You get* `scores`, a list of numbers (higher is better, at least one), and `patience`, at least 1. *You return* two evaluation numbers, `(stop, best)`: where training stopped, and which checkpoint to keep. Scores after the stop do not exist for the rule. A score that only *equals* the best is no new best.
#
# <details><summary>Hint 1</summary>
#
# Keep the number of the best evaluation so far. At evaluation $i$, how many evaluations have passed since?
# </details>
# <details><summary>Hint 2</summary>
#
# Walk through 0.1, 0.5, 0.3, 0.5, 0.2, 0.9 with patience 3 by hand. The best is number 1, and training stops at number 4: the 0.9 is never seen.
# </details>
#
# **What to expect.** The check tries rising, falling, jumpy and negative scores.


# %% nbgrader={"grade": false, "grade_id": "when_to_stop", "locked": false, "schema_version": 3, "solution": true, "task": false}
def when_to_stop(scores, patience):
    """Return (stop, best): the evaluation at which to stop, and the one whose checkpoint to keep."""
    ### BEGIN SOLUTION
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_when_to_stop", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.when_to_stop(when_to_stop)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "when_to_stop")
### END HIDDEN TESTS

# %% [markdown]
# Now let the rule judge the run with equal rates. It was evaluated every 50 iterations, 40 times. Which generator would an impatient rule have kept, which a patient one, and what would you have had at the end without any?


# %% tags=["nbval-ignore-output"]
@demo
def best_or_last():
    seen = five_games("equal rates").seen
    steps = list(seen)
    print("good samples   patience 5              patience 15             the last")
    for game in range(5):
        scores = [count_modes(x[game], ring.modes, ring.std)[2] for x in seen.values()]
        cells = []
        for patience in (5, 15):
            stop, best = when_to_stop(scores, patience)
            cells.append(f"{100 * scores[best]:3.0f}%, stopped at {steps[stop]:4d}   ")
        print(f"seed {game}        {''.join(cells)}{100 * scores[-1]:7.0f}%")


# %% [markdown]
# Without a rule, what you have at the end is a lottery: the last generator may be one of the best or one of the worst. The patient rule keeps the best that came by. The impatient rule stops on every seed with nearly half of the run or more still to come, at an early and smaller peak, because a score that jumps like this often goes five evaluations without a new best. **Patience must be longer than the trembling.**
#
# One more honest remark. The kept score is the *largest of many noisy ones*, so it flatters: measure the kept generator again, on fresh samples, before you report it. The rule is good housekeeping. It mends nothing; the remedies below do.

# %% [markdown]
# ---
# ## 7 · Three remedies
#
# You have met two illnesses: players that **circle** instead of arriving, and a generator that **trembles** around the goal. Against them there are three remedies, two of which you have seen in the xy game.
#
# ### Friction for D: the R1 penalty
#
# Mescheder et al. (2018) add to $D$'s loss, with a weight $\gamma$, the squared slope of $D$ **at real samples** (their equation 9):
#
# $$
# R_1 = \frac{\gamma}{2}\; \mathbb{E}_{x \sim p_{\text{data}}}\Big[\,\big\|\nabla_x D(x)\big\|^2\Big], \qquad \big\|\nabla_x D(x)\big\|^2 = \sum_{j} \Big(\frac{\partial D(x)}{\partial x_j}\Big)^2 .
# $$
#
# $D(x)$ is the logit. At the equilibrium $D$ must be flat where the data are; the penalty asks for exactly this, and it costs a discriminator nothing that is flat there already. They prove, under assumptions that they state, that training with R1 and small enough steps converges near the equilibrium, where without it the players may circle.
#
# ### Exercise 6 · The R1 penalty  (7 points, about 10 minutes)
#
# **Goal.** Write $R_1$ for a batch: a mean over the samples of the squared length of the slope, times $\gamma/2$.
#
# *You get* `discriminator`, a network that returns logits of shape (N,) or (N, 1) and judges each row by itself; `real`, shape (N, d); and `gamma`. *You return* a scalar tensor, and $D$ must be able to **learn** from it: its gradient must reach $D$'s weights. Leave nothing behind in $D$'s `.grad`, which its own step will use, and leave `real` as it came: a batch that asks for gradients from now on is a changed batch.
#
# <details><summary>Hint 1</summary>
#
# A slope in $x$ needs an $x$ that asks for one: a detached copy of the batch, with its gradient switched on by `requires_grad_`. Then `torch.autograd.grad(outputs, inputs)` returns a tuple of slopes. It differentiates one number, so add the logits up: each depends on its own row alone.
# </details>
# <details><summary>Hint 2</summary>
#
# The slope must itself be differentiable in $D$'s weights. The documentation of `torch.autograd.grad` calls it `create_graph`.
# </details>
#
# **What to expect.** For $D(x) = 3 x_1 + 4 x_2$ the slope is $(3, 4)$ at every $x$, its square 25, and with $\gamma = 0.2$ the penalty is 2.5, whatever the batch.


# %% nbgrader={"grade": false, "grade_id": "r1_penalty", "locked": false, "schema_version": 3, "solution": true, "task": false}
def r1_penalty(discriminator, real, gamma):
    """Return γ/2 · mean ‖∇D(x)‖² over the real samples, as a scalar tensor."""
    ### BEGIN SOLUTION
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_r1_penalty", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.r1_penalty(r1_penalty)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "r1_penalty")
### END HIDDEN TESTS

# %% [markdown]
# ### Smaller steps at the end
#
# A player that cannot stop trembling can tremble less. Let both learning rates fall, here linearly over the second half of the run to 5% of what they were. It is the cheapest remedy: the rate that explores well is too large to settle with.
#
# ### An average of the weights
#
# The dashed line of section 3 suggests the third remedy: do not use the generator of the last step but an average over many steps. Averaging *samples* would blur them. One averages the *weights*, with a running mean in which old steps are slowly forgotten (an **exponential moving average**; Yazıcı et al., [2019](https://arxiv.org/abs/1806.04498), study it for GANs):
#
# $$
# \bar\theta \;\leftarrow\; \beta\, \bar\theta + (1 - \beta)\, \theta .
# $$
#
# With $\beta = 0.995$ a step is still felt some 200 steps later. The average only watches: training goes on with $\theta$ and never hears of $\bar\theta$.
#
# ### Exercise 7 · One step of weight averaging  (5 points, about 7 minutes)
#
# **Goal.** Move every parameter of the average a little towards the model's.
#
# *You get* two networks of the same shape, `averaged` ($\bar\theta$) and `model` ($\theta$), and the share `keep` ($\beta$). *You change* the parameters of `averaged` in place and leave `model` alone. Nothing need be returned.
#
# <details><summary>Hint 1</summary>
#
# `zip(averaged.parameters(), model.parameters())` pairs them up. Changing parameters in place needs a `with torch.no_grad():` around it.
# </details>
# <details><summary>Hint 2</summary>
#
# `a = keep * a + ...` gives the name `a` to a new tensor and leaves the network as it was. Methods that end in `_` write into a tensor: `copy_`, `mul_`, `add_`, `lerp_`.
# </details>
#
# **What to expect.** An average of a model with itself stays as it is, whatever `keep` is.


# %% nbgrader={"grade": false, "grade_id": "average_weights", "locked": false, "schema_version": 3, "solution": true, "task": false}
def average_weights(averaged, model, keep):
    """Move the parameters of `averaged` towards those of `model`, in place."""
    ### BEGIN SOLUTION
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
            a.mul_(keep).add_(b, alpha=1 - keep)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_average_weights", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.average_weights(average_weights)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "average_weights")
### END HIDDEN TESTS

# %% [markdown]
# ### Your parts in one run
#
# Loss, penalty and average are all yours in the next run. The library only plays the turns. On the left the generator as training left it, in the middle the average of its weights, on the right what $D$ says of the plane.


# %%
@demo(seconds="about 5 s")
def your_parts_together():
    seed_everything(1)
    generator, discriminator = perceptron(2, 2), perceptron(2, 1)
    averaged = copy.deepcopy(generator)
    run = train(
        generator,
        discriminator,
        ring,
        d_loss=lambda real, fake: F.softplus(-real).mean() + F.softplus(fake).mean(),
        g_loss=generator_loss,
        penalty=lambda d, real, fake: r1_penalty(d, real, 0.1),
        penalty_every=4,
        callbacks=[lambda run: average_weights(averaged, run.generator, 0.995)],
        steps=1500,
        batch_size=64,
        lr=2e-3,
        betas=(0.0, 0.99),
        progress=False,
    )
    with torch.no_grad():
        z = torch.randn(2500, 2)
        last, mean = run.generator(z), averaged(z)
    _, axes = plots.figure(1, 3, 3.4, 3.2)
    film(ring, {0: last[None], 1: mean[None]}, rows=axes[:2])
    for ax, word, samples in zip(axes, ("last weights", "averaged weights"), (last, mean), strict=False):
        captured, _, good = count_modes(samples, ring.modes, ring.std)
        ax.set_title(f"{word}: {captured:.0f} captured, {100 * good:.0f}% good", fontsize=10)
    plots.surface(run.discriminator, real=ring.sample(200), ax=axes[2], title="D(x)", limit=3)
    plt.show()


# %% [markdown]
# The same training, the same moment; only the weights differ. The last generator still draws threads between the islands and stands a little beside some of them; the average has settled. On the right $D$ is near $1/2$ (pale) around every island and falls off gently between them: with R1 it is not steep at the data, and it leaves slopes that $G$ can follow.
#
# ### Which remedy does what?
#
# Believe none of it before it is measured. Each row of the next two tables is a setting, played with three seeds, 1,500 iterations and your loss (or the saturating one); only what the row says is changed. The first two rows are the runs of section 5.


# %% [markdown]
# **Predict, then run.** Each of the three remedies will be tried alone. Which one gives the largest share of good samples, on average over three seeds?

# %% nbgrader={"grade": false, "grade_id": "predict_remedy", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_remedy = {
    "sharpest alone": ...,  # "a" R1, "b" falling rates, "c" averaged weights
}


# %% tags=["nbval-ignore-output"]
def saturating_loss(fake_logits):
    """G's term of the minimax game, from assignment 03."""
    return -F.softplus(fake_logits).mean()


COLUMNS = {"captured": 1, "touched": 1, "good in %": 2, "reverse KL": 4}  # and how wide one number is


def table_head(games, names=24):
    """Print the names of the columns for so many games."""
    columns = [word.ljust((width + 1) * games - 1) for word, width in COLUMNS.items()]
    print(" " * names + "   ".join(columns).rstrip())


def table_row(name, samples, names=24):
    """Print captured, touched, good and reverse KL of each game, samples (S, n, 2)."""
    counts = [count_modes(x, ring.modes, ring.std) for x in samples]
    numbers = (
        [f"{c[0]:.0f}" for c in counts],
        [f"{c[1]:.0f}" for c in counts],
        [f"{100 * c[2]:2.0f}" for c in counts],
        [f"{metrics.reverse_kl(x, ring.modes):.2f}" for x in samples],
    )
    cells = [" ".join(row).ljust(len(word)) for word, row in zip(COLUMNS, numbers, strict=True)]
    print(f"{name:{names}s}{'   '.join(cells).rstrip()}")


sharp = {}  # the mean share of good samples of each setting


def compare(settings):
    """Play each setting with three seeds and print its row."""
    for name, setting in settings.items():
        loss = saturating_loss if "saturating" in name else generator_loss
        games = play(ring, seeds=range(3), steps=1500, g_loss=loss, **setting)
        samples = games.sample(2500)
        sharp[name] = sum(count_modes(x, ring.modes, ring.std)[2] for x in samples) / len(samples)
        table_row(name, samples)


@demo(seconds="about 8 s")
def losses_and_one_remedy():
    table_head(3)
    table_row("slow D", five_games("slow D").sample(2500)[:3])
    table_row("equal rates", five_games("equal rates").seen[1500][:3])
    compare({"equal rates, saturating": {}, "R1": {"r1": 0.1}})


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 12 s")
def more_remedies():
    table_head(3)
    compare(
        {
            "falling rates": {"decay": 0.05},
            "average": {"average": 0.995},
            "all three, saturating": {"r1": 0.1, "decay": 0.05, "average": 0.995},
        }
    )
    alone = {"a": "R1", "b": "falling rates", "c": "average"}
    best = max(alone, key=lambda letter: sharp.get(alone[letter], 0.0))
    predictions.compare(predict_remedy, {"sharpest alone": best})


# %% [markdown]
# Read the tables slowly; they contradict some of what one hears. (Figures in brackets are for ten seeds and 2,000 iterations.)
#
# * **The balance of the players comes first.** Only the first row has two different rates, and only it collapses. All three remedies together do not help a $D$ that is too slow [captured: 0 on 10 of 10 seeds].
# * **Saturating or not hardly matters here.** The flat end of section 1 is real, but with equal rates $D$ never gets sure enough for long enough. With all three remedies the saturating loss finds all modes too.
# * **R1 alone shares out fairly and does not sharpen.** Its reverse KL is 0.00 [0.01 at most], so every mode gets its share, while only 1 to 21% [a third at most] of the samples are good: the players still step as far as ever.
# * **Falling rates, or averaged weights, do most of the work on this toy**, each of them alone [8 of 8 on 10 of 10 seeds; 70 to 87% good with falling rates, 59 to 82% with the average, which in the table above once leaves a mode uncaptured]. Averaging needs no plan for how long the run will be. Without R1 the shares are a little less even [reverse KL up to 0.09].
# * **All three together** have everything: all modes, fair shares, sharp samples. What R1 adds to the other two is fairness and not sharpness.
# * **No single number shows all this.** By the reverse KL alone, R1 would be as good as all three; by the share of good samples alone, falling rates would be the winner; and the touched modes cannot tell the last three rows apart.
#
# The recipe is measured on this ring, with these networks. On images the balance is struck in other ways, and R1 with averaging is what many large GANs keep (Karras et al., [2020](https://arxiv.org/abs/1912.04958), use both, with the non-saturating loss). A penalty must also suit the *scale* of the data: $\gamma = 0.1$ is right for islands 0.02 wide; more of it would forbid $D$ the steep slopes that such narrow islands need.

# %% [markdown]
# ### Exercise 8 · Design an ablation  (10 points, about 20 minutes)
#
# The tables above *add* one remedy at a time to a run that has none. Papers mostly ask the other question: is every part of the whole needed? In an **ablation** one part at a time is taken away, and all else stays. Three rules make it worth its computing time.
#
# * One change in each row. If two things differ, nobody knows which of them did it.
# * Several seeds, and the **same** ones in every row, so that numbers can be compared in pairs, seed by seed.
# * Decide *before* you look what will count as "needed". Here: without this part the score is lower **on every seed**. (With three seeds a part that does nothing still passes this test once in eight times, by chance. It is a first look, not a proof.)
#
# **Goal.** A function that carries an ablation out, whatever the run and whatever its parts are.
#
# *You get* `run`, where `run(settings, seed)` trains once and returns the share of good samples, a number; `full`, a dictionary with the settings of the complete run; and `off`, a dictionary that says for each part to be examined which value of its setting switches it off. *You return* one dictionary. Under `"all"` it has a list of three numbers, `full` played with three different seeds of your choice; under each name in `off` the three numbers for the same seeds, in the same order, with that part switched off and all else as in `full`; and under `"needed"` a list of the names that are needed by the rule above. `full` and `off` stay as they are.
#
# <details><summary>Hint 1</summary>
#
# Write down the runs first: for three parts and three seeds there are twelve. Which settings does each have?
# </details>
# <details><summary>Hint 2</summary>
#
# `{**full, name: value}` is a new dictionary, like `full` but for one name. `all(...)` of a comparison over `zip(one_row, other_row)` asks for every seed.
# </details>
#
# **What to expect.** The check hands in a `run` that takes no time, in which some parts are needed, some help on average only, and some do harm. It looks at which runs you ask for, and whether your conclusion is what your table shows.


# %% nbgrader={"grade": false, "grade_id": "ablation", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ablation(run, full, off):
    """Return {"all": three scores, name: three scores without it, ..., "needed": names}."""
    ### BEGIN SOLUTION
    seeds = (0, 1, 2)
    table = {"all": [run(full, seed) for seed in seeds]}
    needed = []
    for name, value in off.items():
        without = {**full, name: value}
        table[name] = [run(without, seed) for seed in seeds]
        pairs = zip(table[name], table["all"], strict=True)
        if all(score < whole for score, whole in pairs):
            needed.append(name)
    return {**table, "needed": needed}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_ablation", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.ablation(ablation)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "ablation")
### END HIDDEN TESTS

# %% [markdown]
# Now the real thing: four rows of three short runs each (600 iterations, the grid of numbers is what counts and not their size). It is the design that `ablation` makes, so it works with any parts you put into `off`.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 9 s")
def your_ablation():
    def run(settings, seed):
        games = play(ring, seeds=[seed], steps=600, g_loss=generator_loss, **settings)
        return count_modes(games.sample(2500)[0], ring.modes, ring.std)[2]

    full = {"g_lr": 2e-3, "d_lr": 2e-3, "r1": 0.1, "decay": 0.05, "average": 0.98}
    table = ablation(run, full, {"r1": 0.0, "decay": 1.0, "average": 0.0})
    for name, shares in table.items():
        if name != "needed":
            word = "all three" if name == "all" else f"without {name}"
            print(f"{word:16s} good in %:  " + "  ".join(f"{100 * share:3.0f}" for share in shares))
    print("needed, on every seed:", ", ".join(table["needed"]) or "none")


# %% [markdown]
# In runs this short the falling rates are needed by the rule, on the seeds 0 to 2 and on 3 and 4 as well: without them 25 to 36% of the samples are good, with everything 27 to 38%. R1 and the average are not: taken away, they change little, in both directions. With 800 iterations in the place of 600 *no* part was needed, on six seeds: everything 39 to 52%, without falling rates 41 to 51%.
#
# Does that contradict the tables above, where falling rates or the average alone did most of the work? No. They stand in for each other: take one away, and the other still does it. **An ablation that takes away one part at a time does not see what two parts can both do.** Whoever concludes "neither is needed" and drops both has read a true table wrongly. Take both away with your function (put one name into `full` as it is when it is off), and look.
#
# ---
# ## 8 · Mend the collapsed run
#
# ### Exercise 9 · Five numbers  (8 points, about 12 minutes)
#
# **Goal.** Return settings with which the run that collapsed finds the whole ring.
#
# *You get* `settings`, the dictionary of the collapsed run: `g_lr` and `d_lr`, the learning rates; `r1`, the penalty's $\gamma$; `decay`, the share of both rates that is left at the end (1 means that they do not fall); `average`, the share $\beta$ that the average keeps (0 means that there is none). *You return* a **new** dictionary with the same five names. Leave the one you were given as it is: the next cell runs both.
#
# Grading plays your settings for 2,000 iterations on a ring that is turned by an angle you do not know, with a new seed and the non-saturating loss. At least **7 modes** must be captured and at least **55%** of the samples be good. Several answers do.
#
# <details><summary>Hint 1</summary>
#
# Which of the five numbers made the run collapse? Compare with the run of equal rates.
# </details>
# <details><summary>Hint 2</summary>
#
# With that alone the samples still tremble. Which rows of the table above are sharp *and* complete on every seed?
# </details>
#
# **What to expect.** The visible check looks at the form only, because a run takes seconds. The cell after it plays your settings on five seeds.


# %% nbgrader={"grade": false, "grade_id": "mend", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mend(settings):
    """Return new settings, with the same five names, for a run that finds all modes."""
    ### BEGIN SOLUTION
    return {**settings, "d_lr": settings["g_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_mend", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.mend(mend)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "mend")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 9 s")
def collapsed_and_mended():
    moments = (150, 400, 700, 1200, 2000)
    mended = play(
        ring, seeds=range(5), steps=2000, g_loss=generator_loss, look_at=moments, **mend(collapsing)
    )
    film(ring, mended.seen)
    plt.show()
    table_head(5, names=8)
    table_row("slow D", five_games("slow D").sample(2500), names=8)
    table_row("mended", mended.sample(2500), names=8)
    print(
        "D is right, in %, at the end:",
        "  ".join(f"{100 * a:.0f}" for a in mended.accuracy[2000]),
    )


# %% [markdown]
# All eight modes on all five seeds, and about three quarters of the samples good or more, from the very run that had found next to nothing. And see the last line: a $D$ that has come near its equilibrium is right a little more than **half** of the time.
#
# How does that compare with what is published? The papers used other networks, optimisers and rings, and trained longer, so this is for orientation and no race. Rows are as published: the VEEGAN paper ([2017](https://arxiv.org/abs/1705.07761), table 1) gives no spread, the PacGAN paper ([2018](https://arxiv.org/abs/1712.04086), table 1) the mean of ten runs with its standard error. PacGAN shows $D$ several samples at once, 2 or 4 of them here.
#
# | method | modes of 8 (ring) | good | modes of 25 (grid) | good |
# |---|---|---|---|---|
# | GAN, in the VEEGAN paper | 1 | | | |
# | unrolled GAN, in the VEEGAN paper | 7.6 | | | |
# | VEEGAN | 8 | 52.9% | 24.6 | 40% |
# | GAN, in the PacGAN paper | 6.3 ± 0.5 | 98.2 ± 0.2% | 17.3 ± 0.8 | 94.8 ± 0.7% |
# | ALI, in the PacGAN paper | 6.6 ± 0.3 | 97.6 ± 0.4% | 24.1 ± 0.4 | 95.7 ± 0.6% |
# | PacGAN2 | 7.9 ± 0.1 | 95.6 ± 2.0% | 23.8 ± 0.7 | 91.3 ± 0.8% |
# | PacGAN4 | 7.8 ± 0.1 | 95.9 ± 1.4% | 24.8 ± 0.2 | 93.6 ± 0.6% |
# | collapsed run above, five seeds | 0 to 2 | 0 to 8% | | |
# | mended run above, five seeds | 8 | 73 to 83% | | |
# | mended run below, 5,000 iterations on the grid, one seed | | | 23 | |
#
# Look at the two rows "GAN". One paper's baseline finds 1 mode of 8 and the other's 6.3, under the same name: how a baseline is set up moves the number more than what most methods add to it.
#
# Longer runs with rates that fall further come closer to the last few percent. The next cell takes the same two settings to the grid of 25, with $\gamma = 0.2$.


# %%
@demo(seconds="about 12 s")
def the_grid():
    grid = data.grid()  # 5 x 5 Gaussians, two apart, standard deviation 0.05
    slow = play(
        grid, seeds=[0], steps=1000, g_loss=generator_loss, show=2500, look_at=(500, 1000), **collapsing
    )
    mended = play(
        grid,
        seeds=[0],
        steps=5000,
        g_loss=generator_loss,
        show=2500,
        look_at=(500, 5000),
        **{**mend(collapsing), "r1": 0.2},
    )
    _, axes = plots.figure(1, 4, 2.8, 3.0)
    for i, (word, games) in enumerate({"slow D": slow, "mended": mended}.items()):
        film(grid, games.seen, rows=axes[2 * i : 2 * i + 2], limit=6)
        for ax, (step, x) in zip(axes[2 * i : 2 * i + 2], games.seen.items(), strict=True):
            captured, _, _ = count_modes(x[0], grid.modes, grid.std)
            ax.set_title(f"{word}, {step}: {captured:.0f} of 25", fontsize=10)
    plt.show()


# %% [markdown]
# With a slow $D$ the samples lie now along a thread, now in a loose cloud, and stay nowhere for long enough to fill an island. The mended run starts as a cloud, and the cloud condenses on the islands; a few samples remain on the straight lines between neighbours, because a continuous $G$ cannot jump from one island to the next without passing over the water.
#
# One more time with a mouse: the explorer below plays the ring with *your* loss. Let it run, press reset for another start, change a learning rate, and watch the mode counter.


# %%
@demo
def explore_the_ring():
    from IPython.display import display

    from gan_course.widgets import GANExplorer

    def d_loss(real_logits, fake_logits):
        return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

    display(GANExplorer("ring", loss=(d_loss, generator_loss), steps=600, g_lr=2e-3, d_lr=2e-3))


# %% [markdown]
# ---
# ## 9 · What D is still good for
#
# Training is over, $G$ is kept, and $D$ is thrown away. That is a pity, because $D$ knows something. From assignment 03: the best discriminator is $D^* = p_{\text{data}} / (p_{\text{data}} + p_g)$. Divide its probability for "real" by that for "fake":
#
# $$
# \frac{D^*(x)}{1 - D^*(x)} = \frac{p_{\text{data}}(x)}{p_g(x)} , \qquad\text{and, as } D = \sigma(a) \text{ means } \frac{D}{1 - D} = e^{a} : \qquad e^{a^*(x)} = \frac{p_{\text{data}}(x)}{p_g(x)} .
# $$
#
# So **the logit of the best discriminator is the logarithm of a density ratio**, of two densities that nobody can write down. It says how many times too rarely $G$ makes samples like $x$. Whoever keeps each sample of $G$ with a probability proportional to $e^{a^*}$ has, among those that are kept, $p_g \cdot p_{\text{data}}/p_g = p_{\text{data}}$. A probability may not exceed 1, so the ratio is divided by the largest one, $e^{L}$: keep $x$ with probability $e^{a(x) - L}$, and throw it away otherwise. The method is called *rejection sampling*, and Azadi et al. ([2019](https://arxiv.org/abs/1810.06758)) brought it to GANs.
#
# ### Exercise 10 · From the paper: choose by the odds  (10 points, about 20 minutes)
#
# The paper's Algorithm 1 in its plain form, without the corrections that it adds for many dimensions:
#
# > **Discriminator rejection sampling**
# >
# > *Given:* generator $G$, discriminator with logits $a(x)$, noise, the wanted number $n$, the size $m$ of the first draw and the size $b$ of a batch.
# >
# > 1. **Burn-in.** Draw $m$ samples $x = G(z)$. $L \leftarrow$ the largest of their logits. None of them is kept.
# > 2. **Until $n$ samples are kept:**
# >     * draw a batch of $b$ samples $x_i = G(z_i)$, with their logits $a_i$;
# >     * $L \leftarrow \max(L, a_1, \dots, a_b)$;
# >     * for each $i$ draw a number $\psi_i$ evenly from $[0, 1)$, and keep $x_i$ if $\psi_i \le e^{a_i - L}$.
# > 3. **Return** the first $n$ that were kept, in their order.
#
# **Goal.** Write it whole.
#
# *You get* `generator` and `discriminator`, networks from noise (N, 2) to samples (N, d) and from samples to logits of shape (N,) or (N, 1); `noise`, where `noise(k)` gives `k` noise vectors; and the numbers `n`, `burn_in` ($m$) and `batch` ($b$). *You return* a tensor of shape (n, d). Logits may be as large as ±200, and no gradient is needed.
#
# <details><summary>Hint 1</summary>
#
# The number of turns is not known beforehand: a `while` loop, a list of tensors, and `torch.cat` at its end. `x[mask]` picks the rows where a tensor of True and False, shape (N,), says True.
# </details>
# <details><summary>Hint 2</summary>
#
# $e^{200}$ is more than float32 can hold. Which number do you need the exponential of?
# </details>
# <details><summary>Hint 3</summary>
#
# `discriminator(x).flatten()` has shape (N,) in either case. And `torch.rand(len(x))`, not `torch.rand(1)`.
# </details>
#
# **What to expect.** The check lets your function choose among samples of four kinds, and counts how often each kind is kept: always where the logit is the largest, 37% of the time where it is 1 below.


# %% nbgrader={"grade": false, "grade_id": "rejection_sample", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    """Return n samples of the generator, kept with the probability e^(a − L), shape (n, d)."""
    ### BEGIN SOLUTION
    kept, count = [], 0
    with torch.no_grad():
        largest = discriminator(generator(noise(burn_in))).max()
        while count < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            largest = torch.maximum(largest, a.max())
            chosen = x[torch.rand(len(x)) <= torch.exp(a - largest)]
            kept.append(chosen)
            count += len(chosen)
    return torch.cat(kept)[:n]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_rejection_sample", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.rejection_sample(rejection_sample)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "rejection_sample")
### END HIDDEN TESTS

# %% [markdown]
# The algorithm wants the *best* $D$. The one that training leaves behind is not the best: R1 kept it flat at the data, on purpose, so that $G$ could learn from it. A judge that nobody has to learn from may be as steep as it likes. The next cell trains a generator with the library, and then a fresh network, without any penalty, to tell its samples from data. Your function chooses by both.


# %% tags=["nbval-ignore-output"]
def two_normals(k):
    """k noise vectors for a generator of points in the plane."""
    return torch.randn(k, 2)


def fresh_judge(generator, steps=2000, lr=2e-3):
    """A new discriminator, trained against a generator that stands still."""
    judge = perceptron(2, 1)
    optimizer = torch.optim.Adam(judge.parameters(), lr, fused=True)
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = lr * (1 - step / steps)
        with torch.no_grad():
            fake = generator(two_normals(256))
        loss = F.softplus(-judge(ring.sample(256))).mean() + F.softplus(judge(fake)).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return judge


def generator_and_its_discriminator(seed):
    """A run on the ring with all three remedies, by the library."""
    seed_everything(seed)
    options = {"steps": 1500, "batch_size": 64, "lr": 2e-3, "betas": (0.0, 0.99), "decay": 0.05}
    run = train(
        perceptron(2, 2), perceptron(2, 1), ring, loss="non_saturating", seed=seed, progress=False,
        penalty=R1(0.1), penalty_every=4, average=0.995, **options,
    )  # fmt: skip
    return run.best_generator.eval(), run.discriminator


@demo(seconds="about 10 s")
def chosen_by_the_odds():
    generator, discriminator = generator_and_its_discriminator(0)
    sets = {"all of G's samples": generator(two_normals(2500)).detach()}
    judges = {"chosen by its own D": discriminator, "by a fresh judge": fresh_judge(generator)}
    for name, judge in judges.items():
        sets[name] = rejection_sample(generator, judge, two_normals, 2500, 1000, 1000)
    _, axes = plots.figure(1, 3, 3.0, 3.1)
    for ax, (name, samples) in zip(axes, sets.items(), strict=True):
        film(ring, {0: samples[None]}, rows=[ax])
        captured, _, good = count_modes(samples, ring.modes, ring.std)
        ax.set_title(f"{name}:\n{captured:.0f} captured, {100 * good:.0f}% good", fontsize=10)
    plt.show()


# %% [markdown]
# Nothing was trained further, and $G$ has not changed: samples on the bridges between the islands were thrown away. Over three seeds (0 to 2) 68 to 75% of all samples were good, 73 to 79% of those that its own $D$ chose, and 86 to 89% of those chosen by the fresh judge, with all modes captured and fair shares throughout (reverse KL 0.003 at most). The price is samples: the fresh judge kept 22 to 51% of them. And mind the limit. Rejection can thin out what $G$ makes too often; it cannot make what $G$ never makes. A collapsed generator has nothing to choose from.
#
# ### One more thing to do with e^a: maximum likelihood from a discriminator
#
# Goodfellow's [tutorial of 2016](https://arxiv.org/abs/1701.00160) ends with an exercise (its third): find a cost $f$ for the generator, $\mathbb{E}_{z}\big[f(a(G(z)))\big]$, whose gradient against the best $D$ is that of **maximum likelihood**, $-\nabla_\theta\, \mathbb{E}_{x \sim p_{\text{data}}}[\log p_g(x)]$. Try it before you open the solution; you know everything it needs.
#
# <details><summary>The solution, in three lines</summary>
#
# The samples come from $p_g$, so $\nabla_\theta\, \mathbb{E}_{x \sim p_g} f = \int f(a(x))\, \nabla_\theta\, p_g(x)\, dx = \mathbb{E}_{x \sim p_g}\big[f(a(x))\, \nabla_\theta \log p_g(x)\big]$, with $D$ held constant.
#
# Maximum likelihood wants $-\mathbb{E}_{x \sim p_{\text{data}}}\big[\nabla_\theta \log p_g(x)\big] = -\mathbb{E}_{x \sim p_g}\Big[\frac{p_{\text{data}}(x)}{p_g(x)}\, \nabla_\theta \log p_g(x)\Big]$.
#
# The two agree if $f(a) = -p_{\text{data}}/p_g = -e^{a}$, since the logit of the best $D$ is the logarithm of that ratio.
# </details>
#
# So the cost is $-e^{a}$, and its slope in a fake's logit is $-e^{a}$ too: a fake that $D$ rejects with $a = -8$ gets $3 \cdot 10^{-4}$, and one that fools $D$ with $a = 4$ gets 55. Almost all of what $G$ learns comes from its few best samples. Put it on the ring beside your own loss, each with all three remedies of section 7. (The picture has the slopes of the saturating loss, too.)


# %% tags=["nbval-ignore-output"]
def likelihood_loss(fake_logits):
    """−mean e^a: against the best D its gradient is that of maximum likelihood."""
    return -torch.exp(fake_logits).mean()


@demo(seconds="about 8 s")
def maximum_likelihood_on_the_ring():
    costs = {
        "saturating": saturating_loss,
        "non-saturating": generator_loss,
        "likelihood, −e^a": likelihood_loss,
    }
    table_head(3)
    for name, cost in list(costs.items())[1:]:
        games = play(ring, seeds=range(3), steps=1500, g_loss=cost, r1=0.1, decay=0.05, average=0.995)
        table_row(name, games.sample(2500))
    _, ax = plots.figure(1, 1, 4.2, 2.6)
    a = torch.linspace(-8, 4, 200)
    for (name, cost), style in zip(costs.items(), ("-", "-", "--"), strict=True):
        logits = a.clone().requires_grad_()
        (slope,) = torch.autograd.grad(cost(logits) * len(a), logits)
        ax.plot(a, -slope, style, label=name)
    ax.set(yscale="log", ylim=(1e-4, 100), xlabel="logit a of a fake", title="push on a fake, −∂f/∂a")
    ax.legend(fontsize=8)
    plt.show()


# %% [markdown]
# On this ring the cost that follows maximum likelihood ends where the other one ends: in the table and in five more runs all eight islands, fair shares (reverse KL 0.00), and 55 to 74% good samples, where the non-saturating cost had 58 to 76%, and the saturating one in five runs 56 to 75%. So here, too, *which* divergence a cost stands for hardly shows; the tutorial says as much of real GANs. Two conditions were met that are easily missed. R1 keeps $D$ flat and its logits small, so that $e^a$ never explodes; and $D$ never gets so far ahead that all fakes sit at the dead end of the dashed curve.
#
# ---
# ## 10 · Clinic  (2 points)
#
# Somebody brings you a run on the ring and no code. Look at what it shows before you read the choices.


# %%
@demo(seconds="about 3 s")
def a_run_that_is_ill():
    clinic.a_run_on_the_ring()
    plt.show()


# %% [markdown]
# **A run** (1 point). What is wrong with this run? Answer with a letter, such as `"a"`.
#
# * **a** · $D$ is too slow for $G$: mode collapse.
# * **b** · $G$'s loss has the wrong sign.
# * **c** · $D$ is far ahead of $G$, and $G$ learns from $\log(1 - D)$.
# * **d** · $D$ has an R1 penalty that is much too strong.
#
# <details><summary>Hint</summary>
#
# Two of the four leave $D$ unsure or wrong, and one makes the samples travel. Which one makes nothing happen?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_run", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_run = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_run", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_run(q_clinic_run)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_clinic_run")
### END HIDDEN TESTS

# %% [markdown]
# **A loop** (1 point). The following loop runs on the ring. Its samples for *new* noise are poor, and $G$'s steps grow wilder and wilder. Which lines are at fault?
#
# ```python
#  1  z = torch.randn(256, 2)
#  2  for step in range(steps):
#  3      x = ring.sample(256)
#  4
#  5      fakes = G(z)
#  6      d_loss = F.softplus(-D(x)).mean() + F.softplus(D(fakes)).mean()
#  7      opt_d.zero_grad()
#  8      d_loss.backward()
#  9      opt_d.step()
# 10
# 11      g_loss = F.softplus(-D(G(z))).mean()
# 12
# 13      g_loss.backward()
# 14      opt_g.step()
# ```
#
# * **a** · 6: in $D$'s loss the two terms are exchanged.
# * **b** · 11: this is the saturating loss.
# * **c** · 9 and 14: $D$ and $G$ step in the wrong order.
# * **d** · 1, and the line missing before 13: the noise is never drawn anew, and $G$'s gradients are never cleared.
#
# <details><summary>Hint</summary>
#
# Which numbers in this loop are the same in step 1 and in step 1,000, and should not be? And what is in `.grad` of $G$ when line 13 begins?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_loop", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_loop = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_loop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_loop(q_clinic_loop)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_clinic_loop")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 11 · Summary
#
# * The generator learns from slopes. $\partial L/\partial a$ is $-\sigma(a)/N$ for the saturating loss and $-(1-\sigma(a))/N$ for the non-saturating one: the first dies where $D$ rejects with confidence, the second where $D$ is fooled.
# * The non-saturating loss *minimises* $-\log D(G(z))$. Flipping the labels of the fakes is the same thing.
# * A game is not a descent. On $V = xy$ simultaneous steps spiral out, alternating ones circle, friction brings them home.
# * The best answer to a fixed $D$ is a single point. With a $D$ that is too slow, $G$ collapses and its blob travels.
# * Count modes by more than one rule: captured, touched, and the share of good samples.
# * A perfect generator leaves $D$ at 50%, and its feedback is then a coin toss. Stop by a metric, and keep the best checkpoint.
# * The logit of the best $D$ is the logarithm of $p_{\text{data}}/p_g$: samples of $G$ can be chosen by it.
# * Balance of the players comes first. R1, falling rates and averaged weights then make a run that arrives.
#
# **Go further.** (1) Give the slow player's part to $G$: `g_lr` 20 times smaller than `d_lr`. Does it collapse? (2) Raise `r1` to 1, 10, 100. When does $D$ become too flat to teach? (3) Metz et al. ([2017](https://arxiv.org/abs/1611.02163)) let $G$ look several steps of $D$ ahead (*unrolled* GANs): how does the argument of section 5 change for such a $G$? (4) Use other weights on the ring, `data.ring(weights=[8, 1, 1, 1, 1, 1, 1, 1])`. Which of the four numbers notices when the rare modes are missing? (5) Mescheder's penalty can be taken at the fakes instead (R2). Try it in `your_parts_together`.
#
# ---
# ## 12 · Closing questions  (8 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (1 point). $D$ gives a fake the logit $a = -4$. How many times as steep is the non-saturating loss there as the saturating one? Give the number, to the nearest whole one or as an expression.
#
# <details><summary>Hint</summary>
#
# Divide your two slopes from exercise 1. What is $(1 - \sigma(a))/\sigma(a)$, written with an exponential?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_slope_ratio", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_slope_ratio = math.exp(4)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_slope_ratio", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_slope_ratio(q_slope_ratio)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_slope_ratio")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). A slide says: "Instead of minimising $\log(1 - D(G(z)))$, the generator should maximise $-\log D(G(z))$." What would a program do that follows it to the letter? Answer with a letter, such as `"a"`.
#
# * **a** · The same as the non-saturating loss: a minus sign only changes the number that is printed.
# * **b** · It would teach $G$ to make samples that $D$ rejects.
# * **c** · It would be the saturating loss again, since $-\log D$ and $\log(1 - D)$ have the same slope.
# * **d** · Nothing: maximising and the minus sign cancel, and the gradient is zero.
#
# <details><summary>Hint</summary>
#
# For which $D$ between 0 and 1 is $-\log D$ largest? Look at the plot with three rules.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_sign", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_sign = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_sign", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_sign(q_sign)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_sign")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (1 point). Two players play $V = x \cdot y$ **simultaneously** with $\eta = 0.1$. By which factor has their distance from the origin changed after 100 rounds? Give the number to two decimals, or an expression.
#
# <details><summary>Hint</summary>
#
# You know what one round does to $x^2 + y^2$. The distance is the root of it.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_spiral", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_spiral = 1.01**50
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_spiral", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_spiral(q_spiral)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_spiral")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). The generator has become perfect, and training goes on with the same learning rates. What happens?
#
# * **a** · $D$'s accuracy drops to 0%, because every fake is taken for real.
# * **b** · $D$'s accuracy stays at 50%, all gradients are exactly zero, and nothing moves any more.
# * **c** · $D$'s accuracy stays near 50%, its advice is a coin toss, and $G$ wanders around the data and is at times clearly worse.
# * **d** · $D$'s accuracy stays near 50%, and $G$ goes on improving slowly.
#
# <details><summary>Hint</summary>
#
# Look at the two panels of "from perfection onwards".
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_perfect_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_perfect_generator = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_perfect_generator", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_perfect_generator(q_perfect_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_perfect_generator")
### END HIDDEN TESTS

# %% [markdown]
# **Question 5** (2 points). A report on the ring says: "all 8 modes found". From the 2,500 samples you count: touched 8, captured 2, good samples 4%. What has happened?
#
# * **a** · All is well: touched is the rule that papers use, and it says 8.
# * **b** · Mode collapse: the generator makes two kinds of samples and nothing else.
# * **c** · One of the two counters must be wrong, since they disagree.
# * **d** · Blur: samples are spread all around the ring, and few of them hit a mode.
#
# <details><summary>Hint</summary>
#
# Look at "what the numbers say" in section 4.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_two_rules", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_two_rules = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_two_rules", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_two_rules(q_two_rules)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("04_non_saturating_and_failure_modes", "q_two_rules")
### END HIDDEN TESTS
