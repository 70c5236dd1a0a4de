# %% [markdown]
# # 08 · Adversarial examples
#
# **What you will do.** Take a network that reads 98 of 100 handwritten digits correctly, and make it fail on most of them with changes after which a person still reads the digit. Then measure what such a failure rate is worth, break a network that seemed to withstand the attack, and train one that withstands far more.
#
# **What you will learn.** Why models that are nearly linear can be fooled at all, exactly for a linear model and approximately for a network; the fast gradient sign method, towards any class or away from the right one; projected gradient descent; how robustness is measured and how it is not; and two quite different things that are both called adversarial training.
#
# **What you need.** From the course: cross-entropy and logits (assignment 02), a training step (03), convolutional networks (06). A gradient in many variables. No GPU; with one, the same cells use it.
#
# **Time.** About two hours: half an hour of reading, 70 minutes of exercises, the rest predictions, questions, widgets and waiting. The core is sections 1 to 6; section 7, training against the attack, can wait for a second sitting. The notebook alone runs in about a minute on two processor cores.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`) and do not leave it asking for gradients: an answer that does loses half of its points. Only exercise 9 is there to change something, the weights of its model.
#
# Two papers carry it: Goodfellow, Shlens and Szegedy, [*Explaining and Harnessing Adversarial Examples*](https://arxiv.org/abs/1412.6572) (December 2014), and Madry, Makelov, Schmidt, Tsipras and Vladu, [*Towards Deep Learning Models Resistant to Adversarial Attacks*](https://arxiv.org/abs/1706.06083) (2017).

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import functools
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data, plots, predictions
from gan_course.device import pick_device
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.seeding import seed_everything
from gan_course.widgets import AdversarialSlider

check = checks("08_adversarial_examples")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
device = pick_device().device
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>A generated point in the plane "hears" of the data through which derivative?</summary>
#
# The slope of the loss in the *sample*, not in a weight: $\partial L_G / \partial x$, through $D$ or the critic (assignments 03 and 05). The attacks below use the same kind of slope.
# </details>
# <details><summary>What is the cross-entropy of a classifier that gives the true class the probability 0.01, in nats?</summary>
#
# $-\log 0.01 \approx 4.6$ (assignment 02).
# </details>
# <details><summary>Why does a network go into evaluation mode before it is measured?</summary>
#
# Batch norm then uses its saved averages and dropout is off: the answer on one picture depends on no other and on no chance (assignment 06).
# </details>

# %% [markdown]
# The data are scikit-learn's 1,797 handwritten digits, 8 by 8 pixels, with values from 0 (black) to 1 (white): four fifths to train on, one fifth to test. The classifier is a small convolutional network, and `fit` trains it in the ordinary way.

# %%
train, test = data.digits(value_range=(0.0, 1.0), device=device).split(0.8, seed=0)


def make_classifier():
    """A fresh network from pictures (N, 1, 8, 8) to ten logits (N, 10)."""
    return nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1),
        nn.ReLU(),
        nn.Conv2d(16, 32, 3, stride=2, padding=1),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(32 * 4 * 4, 64),
        nn.ReLU(),
        nn.Linear(64, 10),
    ).to(device)


def fit(step, epochs, lr, seed, batch=128):
    """Train a fresh classifier: `step(network, optimizer, x, y)` is called for every batch."""
    seed_everything(seed)
    network = make_classifier()
    optimizer = torch.optim.AdamW(network.parameters(), fused=device.type != "mps", weight_decay=0.0)
    batches = math.ceil(len(train) / batch)
    for i in range(epochs * batches):
        if i % batches == 0:
            order = torch.randperm(len(train)).to(device)
        share = i / (epochs * batches)
        for group in optimizer.param_groups:  # the rate rises for a fifth of the time, then falls to 0
            group["lr"] = lr * min(share / 0.2, (1 - share) / 0.8)
        rows = order[(i % batches) * batch : (i % batches + 1) * batch]
        step(network, optimizer, train.x[rows], train.y[rows])
    return network.eval()


def ordinary_step(network, optimizer, x, y):
    loss = F.cross_entropy(network(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


victim = None


@demo
def train_the_victim():
    global victim
    victim = fit(ordinary_step, epochs=30, lr=3e-3, seed=0)


# %% [markdown]
# ### Where this leads
#
# A test digit, the change made to it (magnified, so that it can be seen by itself), their sum, and what the network says of the first (blue bars) and of the last (orange). No pixel has changed by more than 0.12 on the scale from 0 to 1. By the end of this notebook you will have written the attack, several better ones, and a defence.


# %%
@demo
def where_this_leads():
    from IPython.display import display

    x, y = test.x[:40].cpu(), test.y[:40].cpu()
    display(AdversarialSlider(copy.deepcopy(victim).cpu(), x, y, epsilon=0.12, index=7, interactive=False))


# %% [markdown]
# ---
# ## 1 · A panda, a nematode, a gibbon
#
# In 2013 Szegedy and others reported [an intriguing property](https://arxiv.org/abs/1312.6199) of neural networks: to almost any picture a small perturbation can be found after which a good classifier is wrong, and sure of it. Such pictures are called **adversarial examples**. A year later Goodfellow, Shlens and Szegedy showed how to make one with a single gradient. Their Figure 1 shows GoogLeNet, a network trained on ImageNet, and has become the emblem of the subject:
#
# | | $x$ | $+\ .007\ \times$ | $\operatorname{sign}(\nabla_x J(\theta, x, y))$ | $=$ | $x + .007\,\operatorname{sign}(\nabla_x J(\theta, x, y))$ |
# |---|---|---|---|---|---|
# | what it looks like | a panda | | coloured noise | | the same panda |
# | what the network says | "panda" | | "nematode" | | "gibbon" |
# | how sure it is | 57.7% | | 8.2% | | 99.3% |
#
# Read the columns with care. The *nematode* is the network's opinion of the noise pattern alone, with 8.2% confidence: that is, no opinion. The *gibbon*, at 99.3%, is the panda plus .007 times that pattern. The network is surer of the gibbon than it ever was of the panda.
#
# How much is .007? The paper says: the smallest bit of an 8-bit picture, on the scale of the numbers that GoogLeNet is fed. If these run from $-1$ to $1$, one of the 255 steps between black and white is $2/255 = .008$. On the scale from 0 to 1, which we use, the same change would be about .0035. An ε means nothing without its scale; section 3 comes back to that.
#
# | symbol | meaning |
# |---|---|
# | $x$, $y$ | a picture, written as $d$ numbers, and its true class |
# | $\theta$ | the parameters of the model; an attack leaves them alone |
# | $J(\theta, x, y)$ | the loss that trains the model, here the cross-entropy of its logits and $y$ |
# | $\nabla_x J$ | its gradient in the *pixels*: which way each pixel should move for the loss to grow |
# | $\eta$ | the perturbation; the attacked picture is $x + \eta$ |
# | $\varepsilon$ | the most that any pixel may change: $\lvert\eta_i\rvert \le \varepsilon$ for every $i$, in short $\lVert\eta\rVert_\infty \le \varepsilon$ |
# | $\lVert w\rVert_1$ | the sum of sizes $\sum_i \lvert w_i\rvert$ |
#
# All pictures within $\varepsilon$ of $x$ form a **box** around $x$, with sides $2\varepsilon$, in $d$ dimensions. The attacker may choose any point in it.
#
# ### Not to be confused
#
# You may have read, in lecture notes for instance, that *"GANs were developed because models learn from limited data and are nearly linear"*. Two different things are mixed up here that share an author and an adjective.
#
# * **Generative adversarial networks** ([June 2014](https://arxiv.org/abs/1406.2661)) were proposed to train a *generative* model without having to write down or compute a likelihood. Assignment 03 quotes the argument. Linearity plays no part in it.
# * **Near-linearity** is the explanation (one of several, as you will see) that the [paper of December 2014](https://arxiv.org/abs/1412.6572) gives for *adversarial examples* of *classifiers*. Before it, overfitting to limited data and extreme nonlinearity had been suspected. The paper answers: neither is needed. A model that behaves almost *linearly*, in many dimensions, is enough.
#
# The next section makes this argument exact.
#
# ---
# ## 2 · Many small changes add up
#
# Take the simplest model, a linear score $s(x) = w^\top x + b$. An attacker adds $\eta$, and the score changes by
#
# $$
# w^\top (x + \eta) - w^\top x \;=\; w^\top \eta \;=\; \sum_{i=1}^{d} w_i \eta_i .
# $$
#
# How low can it be made if every pixel may move by at most $\varepsilon$? The sum has one term for each pixel, and each $\eta_i$ appears in one term only. So each term can be made as small as possible by itself, and nothing has to be shared out between the pixels. Finding the worst $\eta$ is your first exercise; the value it reaches is
#
# $$
# \min_{\lVert\eta\rVert_\infty \le \varepsilon} w^\top \eta \;=\; -\,\varepsilon \sum_{i=1}^{d} \lvert w_i\rvert \;=\; -\,\varepsilon\, \lVert w \rVert_1 .
# $$
#
# **This is why dimension matters.** If weights have an average size of $m$, the change is $-\varepsilon m d$. It grows with the number of pixels, while the largest change of any one pixel stays at $\varepsilon$.

# %% [markdown]
# ### Exercise 1 · The worst case of a linear model  (4 points, about 6 minutes)
#
# **Goal.** Find the perturbation in the box that lowers the score most, and by how much it does (section 3 of the [paper](https://arxiv.org/abs/1412.6572)).
#
# *You get* `w`, shape (d,), and the number `epsilon`. *You return* the pair `(eta, change)`: `eta`, shape (d,), with no entry beyond ±`epsilon`, and `change` $= w^\top\eta$, a scalar tensor. Where a weight is 0, any $\eta_i$ in the box is as good as any other, but it has to be a number.
#
# <details><summary>Hint 1</summary>
#
# One term $w_i \eta_i$. If $w_i = 2$, which $\eta_i$ between $-\varepsilon$ and $\varepsilon$ makes it smallest? And if $w_i = -3$?
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.sign` returns −1, 0 or 1. And $w_i \operatorname{sign}(w_i) = \lvert w_i\rvert$.
# </details>
#
# **What to expect.** For $w = (2, -1, 0.5, 0, -3)$ and $\varepsilon = 0.1$ the score falls by $0.1 \cdot 6.5 = 0.65$.


# %% nbgrader={"grade": false, "grade_id": "linear_worst_case", "locked": false, "schema_version": 3, "solution": true, "task": false}
def linear_worst_case(w, epsilon):
    """Return (eta, change): the worst perturbation of a linear score in the box, and what it does."""
    ### BEGIN SOLUTION
    eta = -epsilon * w.sign()
    return eta, w @ eta
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_linear_worst_case", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.linear_worst_case(linear_worst_case)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "linear_worst_case")
### END HIDDEN TESTS

# %% [markdown]
# Compare it with chance. A random perturbation of the same size, $\pm\varepsilon$ in every pixel by the toss of a coin, changes the score too, but its terms cancel: the change has mean 0 and standard deviation $\varepsilon \lVert w\rVert_2$, which grows like $\sqrt d$ only.


# %%
@demo
def worst_case_against_chance():
    generator, epsilon = seed_everything(0), 0.01
    sizes = [2**k for k in range(18)]
    worst, chance = [], []
    for d in sizes:
        w = 0.05 * torch.randn(d, generator=generator)
        worst.append(-float(linear_worst_case(w, epsilon)[1]))
        noise = torch.randint(0, 2, (20, d), generator=generator) * 2.0 - 1
        chance.append(float((epsilon * noise @ w).square().mean().sqrt()))
    ax = plots.series(
        {"the worst ±ε": worst, "±ε by the toss of a coin": chance},
        sizes,
        xlabel="pixels d",
        ylabel="change of the score (size)",
        title="The same ε = 0.01 in every pixel",
        log=True,
    )
    ax.set_xscale("log")
    plt.show()
    print(f"at d = {sizes[-1]:,} the worst case does {worst[-1] / chance[-1]:.0f} times what chance does")


# %% [markdown]
# On logarithmic axes both are lines, one with twice the slope of the other. That is the argument in one picture: **a perturbation too small to see in any pixel can have an enormous effect on the score if it is lined up with the weights**, and the more pixels, the more enormous. A network that trains well is built to be nearly linear along long stretches (ReLU is linear on either side of 0); by the argument of the paper it inherits this weakness.
#
# For linear models the argument is exact. Beyond them it is *one* explanation, and disputed. [Tanay and Griffin (2016)](https://arxiv.org/abs/1608.07690) build linear problems in which adversarial examples do not grow with the number of pixels, and look for the cause in boundaries that lie tilted to the data. [Ilyas et al. (2019)](https://arxiv.org/abs/1905.02175) find patterns in the data that do predict the class, that people do not see, and that an attack can turn round.
#
# ### A model for which we know everything
#
# Let a linear model tell 3 from 7. The label is $y \in \{-1, +1\}$, the model believes $P(y = 1 \mid x) = \sigma(w^\top x + b)$, and its loss on one example is
#
# $$
# \zeta(-m), \qquad m = y\,(w^\top x + b), \qquad \zeta(t) = \log(1 + e^{t})\ \text{("softplus")},
# $$
#
# where the **margin** $m$ is positive when the model is right. What is the loss of the *worst* picture in the box? $\zeta$ grows with its argument, so the worst loss belongs to the smallest margin. If $y = +1$ the attacker lowers the score as much as possible; if $y = -1$ he raises it as much as possible. Either way the margin falls by the same amount:
#
# $$
# \min_{\lVert\eta\rVert_\infty \le \varepsilon} y\,\big(w^\top (x + \eta) + b\big) = y\,(w^\top x + b) - \varepsilon \lVert w\rVert_1 .
# $$
#
# So the *robust* loss, an expectation over worst cases, has a closed form, with no attack left to compute:
#
# $$
# L_{\text{robust}} = \frac1N \sum_{i=1}^{N} \zeta\Big( \varepsilon \lVert w\rVert_1 - y_i\,(w^\top x_i + b) \Big) .
# $$
#
# (The paper's section 5 prints the label in front of the whole bracket, $\zeta\big(y(\varepsilon\lVert w\rVert_1 - w^\top x - b)\big)$. For $y = -1$ that would make the attack *help* the model. The derivation above shows where $y$ belongs.)

# %% [markdown]
# ### Exercise 2 · The loss of the worst case  (5 points, about 7 minutes)
#
# **Goal.** Write $L_{\text{robust}}$.
#
# *You get* `x`, shape (N, d); `y`, shape (N,), labels $-1.0$ and $+1.0$; `w`, shape (d,); `b`, a scalar tensor; and the number `epsilon`. *You return* a scalar tensor through which gradients reach `w` and `b`. It must stay finite for margins of ±300.
#
# <details><summary>Hint 1</summary>
#
# `x @ w` is the product $w^\top x_i$ for every row. `F.softplus` is $\zeta$, safe for any number.
# </details>
# <details><summary>Hint 2</summary>
#
# $\varepsilon\lVert w\rVert_1$ is one number, the same for all examples. $b$ is no pixel: the attacker has no hold on it.
# </details>
#
# **What to expect.** With `epsilon=0` it is the ordinary logistic loss, and it grows with `epsilon` for every example, whatever its label.


# %% nbgrader={"grade": false, "grade_id": "robust_logistic_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def robust_logistic_loss(x, y, w, b, epsilon):
    """Return the mean loss of the worst pictures in the boxes around x, as a scalar tensor."""
    ### BEGIN SOLUTION
    margin = y * (x @ w + b) - epsilon * w.abs().sum()
    return F.softplus(-margin).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_robust_logistic_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.robust_logistic_loss(robust_logistic_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "robust_logistic_loss")
### END HIDDEN TESTS

# %% [markdown]
# Your loss trains two models below: one with $\varepsilon = 0$, the ordinary logistic regression, one with $\varepsilon = 0.15$. For a linear model the accuracy under the worst attack needs no attack either: an example stands as long as its margin exceeds $\varepsilon\lVert w\rVert_1$. So the curves on the right are exact.


# %%
def threes_and_sevens(part):
    """Rows (N, 64) and labels: −1 for a three, +1 for a seven."""
    chosen = part.where((part.y == 3) | (part.y == 7)).to("cpu")
    return chosen.x.flatten(1), (chosen.y == 7).float() * 2 - 1


def logistic_regression(epsilon, steps=400):
    x, y = threes_and_sevens(train)
    w, b = torch.zeros(64, requires_grad=True), torch.zeros((), requires_grad=True)
    optimizer = torch.optim.Adam([w, b], lr=0.1)
    for _ in range(steps):
        optimizer.zero_grad()
        robust_logistic_loss(x, y, w, b, epsilon).backward()
        optimizer.step()
    return w.detach(), b.detach()


@demo
def three_or_seven():
    x, y = threes_and_sevens(test)
    radius = torch.linspace(0, 0.3, 61)
    curves, table = {}, []
    models = {epsilon: logistic_regression(epsilon) for epsilon in (0.0, 0.15)}
    top = float(max(w.abs().max() for w, _ in models.values()))  # one scale for both, grey at 0
    _, axes = plots.figure(1, 4, 2.6, 2.6)
    for i, (epsilon, (w, b)) in enumerate(models.items()):
        margin = y * (x @ w + b)
        shares = [100 * float((margin > float(r) * w.abs().sum()).float().mean()) for r in radius]
        curves[f"ε = {epsilon:g}"], clean, worst = shares, shares[0], shares[30]
        table.append(f"{epsilon:10.2f} {w.abs().sum():10.1f} {clean:13.0f} {worst:24.0f}")
        title = f"w, trained with ε = {epsilon:g}"
        plots.images(w.reshape(1, 8, 8), ax=axes[i], value_range=(-top, top), title=title)
        if epsilon == 0:
            attacked = (x[:1] - y[:1, None] * 0.15 * w.sign()).clamp(0, 1)
            both = torch.cat([x[:1], attacked]).reshape(2, 8, 8)
            plots.images(both, ax=axes[2], value_range=(0, 1), columns=2, title="a digit, and its worst case")
    plots.series(
        curves,
        radius,
        ax=axes[3],
        xlabel="ε of the attack",
        ylabel="right in %",
        title="Exact, for both trainings",
    )
    axes[3].set_ylim(0, 102)
    axes[3].get_legend().remove()  # it would hide a curve
    for (name, _), line, (across, up) in zip(
        curves.items(), axes[3].lines, ((0.19, 8), (0.22, 82)), strict=True
    ):
        axes[3].text(across, up, name, color=line.get_color(), fontsize=9)
    plt.show()
    print("trained at ε    ‖w‖₁    right in %    worst cases at 0.15, in %")
    print("\n".join(table))


# %% [markdown]
# (Exact for the box. The closed form lets pixels leave the range from 0 to 1; an attacker who must stay in it does a little less.)
#
# The ordinary model spreads its weight over many pixels, some of which hardly ever matter for telling 3 from 7; every one of them is a lever for the attacker. The robust loss makes levers expensive: $\varepsilon\lVert w\rVert_1$ stands inside $\zeta$, so it costs nothing on examples that are safe anyway, and much on those that are not. The model gives up weights that earn less than they risk. Keep the second curve in mind: **the remedy is to train on the worst case**. In section 7 you will do the same for a network, where the worst case has no closed form.
#
# ---
# ## 3 · How large is ε?
#
# An ε without its scale says nothing. The same picture may be stored as whole numbers from 0 to 255, as fractions from 0 to 1, or, as generators like it (assignment 06), from −1 to 1. "ε = 8" in one paper, "8/255" in the next and "0.063" in a third are the same attack.

# %% [markdown]
# ### Exercise 3 · One ε, three scales  (3 points, about 4 minutes)
#
# **Goal.** Convert. From the darkest value to the brightest there are 255 steps; ε is given as a number of such steps.
#
# *You get* `levels`, the ε on the scale from 0 to 255, and `low` and `high`, the values of black and white. *You return* the same ε as a difference of pixel values on that scale, a number.
#
# <details><summary>Hint</summary>
#
# All 255 steps together lead from `low` to `high`. ε is a *difference* of two pixels: does it matter where the scale begins?
# </details>
#
# **What to expect.** 8 steps are about 0.0314 for pixels from 0 to 1, and twice that for pixels from −1 to 1.


# %% nbgrader={"grade": false, "grade_id": "epsilon_in_range", "locked": false, "schema_version": 3, "solution": true, "task": false}
def epsilon_in_range(levels, low, high):
    """Return ε, given in steps of the scale 0..255, for pixels from low to high."""
    ### BEGIN SOLUTION
    return levels / 255 * (high - low)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_epsilon_in_range", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.epsilon_in_range(epsilon_in_range)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "epsilon_in_range")
### END HIDDEN TESTS


# %%
@demo
def the_same_epsilon():
    print("ε in steps of 255    pixels 0..1    pixels −1..1")
    for levels in (1, 8, 16, 38.25):
        print(f"{levels:16g} {epsilon_in_range(levels, 0, 1):15.4f} {epsilon_in_range(levels, -1, 1):14.4f}")


# %% [markdown]
# Photographs are usually attacked with ε between 1 and 16 steps. In this notebook pixels run from 0 to 1 and **ε = 0.15**, about 38 steps. Is that fair? Our digits have 64 values where a photograph of 224 by 224 coloured pixels has 150,000, so the sum $\sum_i \lvert w_i\rvert$ has far fewer terms, and a visible change is needed for the same effect. It is still a change that hardly misleads a person, as you can judge from the digits below. (For 28-pixel digits 0.3 is customary.)
#
# One more rule. A pixel cannot be blacker than black: the attacked picture has to be a picture, with every pixel between `low` and `high`. Every attack therefore ends with a `clamp`.
#
# ---
# ## 4 · The fast gradient sign method
#
# A network is not linear, but near $x$ its loss is approximately so. To first order
#
# $$
# J(\theta, x + \eta, y) \;\approx\; J(\theta, x, y) + \eta^\top \nabla_x J(\theta, x, y) .
# $$
#
# That is a linear function of $\eta$, with $\nabla_x J$ in the place of $w$. The attacker wants it *large*. You solved this in exercise 1, with the opposite sign:
#
# $$
# \eta = \varepsilon\, \operatorname{sign}\big(\nabla_x J(\theta, x, y)\big), \qquad x_{\text{adv}} = x + \varepsilon\, \operatorname{sign}\big(\nabla_x J(\theta, x, y)\big) .
# $$
#
# This is the **fast gradient sign method**, FGSM (section 4 of the [paper](https://arxiv.org/abs/1412.6572)): one gradient, one step. For a linear model it is not an approximation but the worst case itself.
#
# In training, the gradient of $J$ is taken in $\theta$ and the picture is constant. Here it is taken in the *picture*, and $\theta$ is constant. PyTorch differentiates in whatever asks for it.

# %% [markdown]
# ### Exercise 4 · FGSM  (7 points, about 12 minutes)
#
# **Goal.** One sign step away from the true class, brought back into the range of pixels.
#
# *You get* `model`, from pictures (N, 1, H, W) to logits (N, K), in evaluation mode; `x` and the true labels `y`, shape (N,); `epsilon`; and the range `low`, `high`. *You return* the attacked pictures, a new tensor of the shape of `x`, detached from any graph. A pixel whose slope is exactly 0 stays where it was.
#
# Attacking is looking: `x` and the model stay as they were, and the model is looked at in the mode in which it came. In particular no gradient of yours may be left in the parameters' `.grad`, where the next training step would find it; what stood there before may stay or be cleared.
#
# <details><summary>Hint 1</summary>
#
# `leaf = x.clone().requires_grad_(True)` is a copy of the pictures that asks for gradients. Compute the cross-entropy of `model(leaf)` and `y`.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.autograd.grad(output, inputs)` returns a tuple of gradients, one for each input, and stores none of them. `loss.backward()` would fill the parameters' `.grad` too.
# </details>
# <details><summary>Hint 3</summary>
#
# The sign does not care for positive factors, so the mean or the sum over the batch will both do. Where the gradient is exactly 0, its sign is 0 and the pixel stays.
# </details>
#
# **What to expect.** Every pixel moves by ε, except those that the range stops and those without a slope.


# %% nbgrader={"grade": false, "grade_id": "fgsm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    """Return x + ε·sign(∇ₓJ), within low..high; shape of x."""
    ### BEGIN SOLUTION
    leaf = x.detach().clone().requires_grad_()
    loss = F.cross_entropy(model(leaf), y)
    (gradient,) = torch.autograd.grad(loss, leaf)
    return (x + epsilon * gradient.sign()).clamp(low, high).detach()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fgsm", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.fgsm(fgsm)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "fgsm")
### END HIDDEN TESTS

# %% [markdown]
# Now attack the network of the first page. Above are test digits with what it says of them, below the same digits after your attack.


# %%
@torch.no_grad()
def said(model, x):
    """The class that the model names for each picture."""
    return model(x).argmax(dim=1)


def right(model, x, y):
    """Share of pictures on which the model is right, in percent."""
    return 100 * float((said(model, x) == y).float().mean())


def draw_row(axes, model, x, y):
    for ax, picture, name, label in zip(axes, x, said(model, x).tolist(), y.tolist(), strict=True):
        plots.images(picture[None], ax=ax, value_range=(0, 1))
        ax.set_title(str(name), color="#0072B2" if name == label else "#D55E00", loc="center", fontsize=12)


@demo
def what_the_victim_says():
    x, y = test.x[:12], test.y[:12]
    _, axes = plots.figure(2, 12, 0.75, 0.95)
    draw_row(axes[0], victim, x, y)
    draw_row(axes[1], victim, fgsm(victim, x, y, 0.15), y)
    plt.show()


# %% [markdown]
# (Blue: right, vermilion: wrong.) Step back a little or half close your eyes: the digits below can still be read. And a change of the same size by the toss of a coin is no danger, as for the linear model:


# %% [markdown]
# **Predict, then run.** Every pixel of every test digit is changed by 0.15, once up or down by the toss of a coin, once by the sign of the gradient. How many of 100 digits does the victim then read correctly? Write numbers in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_coin", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_coin = {
    "right in %, a coin of ±0.15 in every pixel": ...,  # a number
    "right in %, FGSM with ε = 0.15": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
@demo
def sign_against_chance():
    seed_everything(0)
    radius = [0.0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3]
    coins = [(torch.randint_like(test.x, 2) * 2 - 1) for _ in radius]
    curves = {
        "±ε by the toss of a coin": [
            right(victim, (test.x + r * c).clamp(0, 1), test.y) for r, c in zip(radius, coins, strict=True)
        ],
        "ε·sign of the gradient (FGSM)": [
            right(victim, fgsm(victim, test.x, test.y, r), test.y) for r in radius
        ],
    }
    ax = plots.series(
        curves,
        radius,
        xlabel="ε",
        ylabel="right in %",
        title="One network, two ways to change every pixel by ε",
    )
    ax.set_ylim(0, 102)
    plt.show()
    questions = ("right in %, a coin of ±0.15 in every pixel", "right in %, FGSM with ε = 0.15")
    at = radius.index(0.15)
    measured = {q: curve[at] for q, curve in zip(questions, curves.values(), strict=True)}
    predictions.compare(predict_coin, measured, near=10)


# %% [markdown]
# At ε = 0.15 the coin costs the network few digits; the sign of the gradient leaves it about one digit in four (18% to 27% over five networks from different starts; the coin left 93% to 97%).
#
# ### Towards a class of one's choice
#
# FGSM drives a picture away from its class, wherever that leads. An attacker may want more: that a 3 be read as an 8, and as nothing else. Let $t$ be the **target** class. The model should come to say $t$, so the loss *of the target* has to become *small*:
#
# $$
# x_{\text{adv}} = x - \varepsilon\, \operatorname{sign}\big(\nabla_x J(\theta, x, t)\big) .
# $$
#
# Two things differ from FGSM, and it is easy to change only one of them: the label, and the sign. ([Kurakin, Goodfellow and Bengio, 2016](https://arxiv.org/abs/1611.01236), section 2, compare this with other one-step methods.)

# %% [markdown]
# ### Exercise 5 · Targeted FGSM  (4 points, about 5 minutes)
#
# **Goal.** One sign step towards the target class.
#
# *You get* the same as in exercise 4, with `target`, shape (N,), the class to reach for each picture, in the place of `y`. *You return* the attacked pictures, shape of `x`, within `low`..`high`, detached. Model and `x` stay as they were, and a pixel without a slope stays, as before.
#
# <details><summary>Hint</summary>
#
# Start from your FGSM. Which loss should change, and in which direction?
# </details>
#
# **What to expect.** The probability of the target grows for almost every picture, though one step need not be enough to make it the largest.


# %% nbgrader={"grade": false, "grade_id": "targeted_fgsm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    """Return x − ε·sign(∇ₓJ for the target), within low..high; shape of x."""
    ### BEGIN SOLUTION
    leaf = x.detach().clone().requires_grad_()
    loss = F.cross_entropy(model(leaf), target)
    (gradient,) = torch.autograd.grad(loss, leaf)
    return (x - epsilon * gradient.sign()).clamp(low, high).detach()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_targeted_fgsm", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.targeted_fgsm(targeted_fgsm)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "targeted_fgsm")
### END HIDDEN TESTS

# %% [markdown]
# Every true class against every target, at ε = 0.3: in how many of 100 pictures does the network name the target afterwards?


# %%
@demo
def from_class_to_class():
    table = torch.full((10, 10), torch.nan)
    for target in range(10):
        goal = torch.full_like(test.y, target)
        reached = said(victim, targeted_fgsm(victim, test.x, goal, 0.3)) == target
        for label in range(10):
            if label != target:
                table[label, target] = 100 * reached[test.y == label].float().mean()
    _, ax = plots.figure(1, 1, 4.6, 3.8)
    shown = ax.imshow(table, cmap="viridis", vmin=0, vmax=100)
    ax.grid(visible=False)
    ax.set(xticks=range(10), yticks=range(10), xlabel="target", ylabel="true class")
    ax.figure.colorbar(shown, label="target reached in %")
    plt.show()


# %% [markdown]
# Some ways are short and some are long, and they are not the same in both directions. One step is a blunt tool when it has to arrive somewhere; section 5 does better.
#
# ### The slider
#
# Your two functions are the engine of this explorer. Move ε and watch the bars; choose a target; choose another digit. The picture in the middle is the change alone, magnified until its largest value fills the grey scale (middle grey is no change). Find the smallest ε at which the network changes its mind, then choose a target and find the smallest ε at which it names it.


# %%
def my_fgsm(model, x, y, epsilon, targeted=False):
    return targeted_fgsm(model, x, y, epsilon) if targeted else fgsm(model, x, y, epsilon)


@demo
def attack_by_hand():
    from IPython.display import display

    x, y = test.x[:40].cpu(), test.y[:40].cpu()
    network = copy.deepcopy(victim).cpu()
    display(AdversarialSlider(network, x, y, methods={"my FGSM": my_fgsm}, epsilon=0.12, index=3, most=0.3))


# %% [markdown]
# ---
# ## 5 · Projected gradient descent
#
# FGSM trusts one gradient, taken at $x$, across the whole box. A network's slope changes on the way. The cure is the usual one: take a small step, look again, take another. Two things have to be added.
#
# * **Projection.** After a few small steps the walk may have left the box. So every candidate is put back to the nearest allowed picture.
# * **A random start.** The slope at $x$ itself may be misleading, as section 6 will show. So the walk begins at a random point of the box, and it can be repeated from other starts.
#
# With $\Pi$ for the projection and $\alpha$ for the length of a step,
#
# $$
# x^{0} = \Pi\big(x + u\big),\quad u_i \sim \text{uniform}(-\varepsilon, \varepsilon), \qquad\quad x^{k+1} = \Pi\Big( x^{k} + \alpha \operatorname{sign}\big(\nabla_x J(\theta, x^{k}, y)\big) \Big).
# $$
#
# This is **projected gradient descent**, PGD (section 2.1 of [Madry et al.](https://arxiv.org/abs/1706.06083)); the name comes from descending on $-J$. "PGD-40" says that it takes 40 steps.

# %% [markdown]
# ### Exercise 6 · Back into the box  (4 points, about 6 minutes)
#
# **Goal.** The projection $\Pi$: the picture nearest to a candidate that lies in the box around $x$ *and* in the range of pixels.
#
# Nearest in a box is simple, because every coordinate can be looked at by itself: a pixel that is allowed stays, one beyond a wall comes back to the wall.
#
# *You get* `candidate` and `x`, of the same shape; `epsilon`; and the range. *You return* a new tensor of that shape. Note that the box belongs to $x$, the *original* picture.
#
# <details><summary>Hint 1</summary>
#
# Either limit the difference `candidate - x` to ±ε and add it to `x` again, or limit `candidate` to between `x - epsilon` and `x + epsilon`.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.clamp` takes tensors as bounds, too. The order of box and range does not matter here, because $x$ itself lies in both.
# </details>
#
# **What to expect.** With $x = 0.95$ and ε = 0.1, a candidate of 1.3 becomes 1.0: the box would allow 1.05, the range does not.


# %% nbgrader={"grade": false, "grade_id": "project", "locked": false, "schema_version": 3, "solution": true, "task": false}
def project(candidate, x, epsilon, low=0.0, high=1.0):
    """Return the picture nearest to the candidate that lies in the box around x and in low..high."""
    ### BEGIN SOLUTION
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_project", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.project(project)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "project")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 7 · PGD  (8 points, about 12 minutes)
#
# **Goal.** The two formulas above, for pixels from 0 to 1.
#
# *You get* `model` (in evaluation mode), `x`, `y`, `epsilon`; `step_size`, the α; `steps`; and `project`, a function `project(candidate, x, epsilon)` such as the one you have just written. *You return* the last picture of the walk, shape of `x`, detached. As before, `x`, the model and its parameters' `.grad` stay as they were.
#
# <details><summary>Hint 1</summary>
#
# `torch.rand_like(x)` is uniform between 0 and 1. What maps that to −ε … ε? Every pixel of every picture needs a number of its own.
# </details>
# <details><summary>Hint 2</summary>
#
# In the loop: a fresh leaf from the present point, the gradient *there*, a candidate, the projection. Four lines; three of them stand in your FGSM.
# </details>
# <details><summary>Hint 3</summary>
#
# The second argument of `project` is the same picture in every step. Which one?
# </details>
#
# **What to expect.** The check watches where the walk begins and follows it step by step.


# %% nbgrader={"grade": false, "grade_id": "pgd", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pgd(model, x, y, epsilon, step_size, steps, project):
    """Return the end of a walk of sign steps in the box around x, from a random start; shape of x."""
    ### BEGIN SOLUTION
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * gradient.sign(), x, epsilon)
    return here.detach()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pgd", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.pgd(pgd)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "pgd")
### END HIDDEN TESTS

# %% [markdown]
# How much is gained by looking again? Each line below is the loss of one test digit along a walk of 40 steps from a start of its own; the dashed line is what FGSM reaches for this digit.


# %%
@demo
def forty_steps():
    seed_everything(0)
    _, axes = plots.figure(1, 3, 3.4, 2.5)
    for ax, index in zip(axes, (1, 2, 9), strict=True):
        x, y = test.x[index : index + 1].expand(12, -1, -1, -1), test.y[index : index + 1].expand(12)
        path = []

        def watched(candidate, x, epsilon, path=path, y=y):
            here = project(candidate, x, epsilon)
            path.append(F.cross_entropy(victim(here), y, reduction="none").detach().cpu())
            return here

        pgd(victim, x, y, 0.15, 0.01, 40, watched)
        for line in torch.stack(path).T:
            ax.plot(line, color="#0072B2", linewidth=0.8, alpha=0.7)
        single = F.cross_entropy(victim(fgsm(victim, x, y, 0.15)), y).item()
        ax.axhline(single, color="#333333", linestyle="--", linewidth=1)
        ax.set(title=f"test digit {index} (a {int(y[0])})", xlabel="step")
    axes[0].set_ylabel("loss")
    plt.show()


# %% [markdown]
# After 25 to 30 steps the loss stops growing: the walk has arrived at a maximum in the box, above the dashed line. For the 8 and the 4 all starts end at nearly the same height; for the 1 there are at least two maxima, and some starts end at a lower one. That is what more starts are for. On far larger networks Madry et al. observed that the heights reached from many starts lie close together, and this was their reason to trust PGD as the measure of what gradients can find.
#
# ---
# ## 6 · What is a robustness worth?
#
# ### Exercise 8 · Robust accuracy  (6 points, about 10 minutes)
#
# **Goal.** The share of test samples on which the model is right whatever the attacker does. He has several tries: the attack is run `restarts` times, each time on the original `x`, and a sample counts **only if the model is right after every one of them**:
#
# $$
# \frac1N \sum_{i=1}^{N} \prod_{r=1}^{R} \mathbb 1\Big[\text{model names } y_i \text{ for } x_i^{(r)}\Big] .
# $$
#
# $N$ counts **all** samples. One that is misread without any attack has not been read robustly; it may not be dropped from the count. (In the check such a sample stays misread under every attack, so it does not matter whether you look at `x` itself as well. Each restart begins at the original `x`, with the true labels.)
#
# *You get* `model`, `attack` (call it as `attack(model, x, y)`), `x`, `y`, and `restarts`. *You return* a number between 0 and 1.
#
# One trap. A model may come to you in training mode, where dropout switches units off at random and each call meets another network. Switch it to evaluation mode while you attack and judge, and hand it back in the mode in which it came.
#
# <details><summary>Hint 1</summary>
#
# Keep one truth value a sample, all true at first. After each restart, `&=` with whether the model is right now.
# </details>
# <details><summary>Hint 2</summary>
#
# `model.training` says which mode it is in; `model.train(mode)` sets it. Your own look at the predictions may stand under `torch.no_grad()`. The attack may not: it differentiates.
# </details>
#
# **What to expect.** If one restart breaks sample 2 and another breaks sample 3, both are broken. So the result is at most the smallest accuracy of any restart, and often less.


# %% nbgrader={"grade": false, "grade_id": "robust_accuracy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def robust_accuracy(model, attack, x, y, restarts=1):
    """Return the share of all samples that the model still names correctly after every restart."""
    ### BEGIN SOLUTION
    mode = model.training
    model.eval()
    stands = torch.ones_like(y, dtype=torch.bool)
    for _ in range(restarts):
        attacked = attack(model, x, y)
        with torch.no_grad():
            stands &= model(attacked).argmax(dim=1) == y
    model.train(mode)
    return stands.float().mean().item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_robust_accuracy", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.robust_accuracy(robust_accuracy)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "robust_accuracy")
### END HIDDEN TESTS

# %% [markdown]
# Four measurements of the victim, with your own functions. The attacks grow stronger from left to right.


# %%
EPSILON = 0.15


def fgsm_attack(model, x, y):
    return fgsm(model, x, y, EPSILON)


def pgd_attack(steps, step_size):
    """An attack(model, x, y) with a given number of steps."""
    return functools.partial(pgd, epsilon=EPSILON, step_size=step_size, steps=steps, project=project)


def report_on(models):
    """Print one row for each model: percent right without attack, under FGSM, and under PGD; return the last."""
    print(f"{'right in %':22s}  no attack   FGSM   PGD-40   PGD-40, 10 starts")
    for name, model in models.items():
        numbers = [
            right(model, test.x, test.y),
            100 * robust_accuracy(model, fgsm_attack, test.x, test.y),
            100 * robust_accuracy(model, pgd_attack(40, 0.01), test.x, test.y),
            100 * robust_accuracy(model, pgd_attack(40, 0.01), test.x, test.y, restarts=10),
        ]
        print(f"{name:22s} {numbers[0]:10.1f} {numbers[1]:6.1f} {numbers[2]:8.1f} {numbers[3]:19.1f}")
    return numbers[-1]


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 3 s")
def the_victim_measured():
    seed_everything(0)
    report_on({"ordinary training": victim})


# %% [markdown]
# ### A defence for sale
#
# Someone offers you a wrapper that makes any digit classifier robust. It costs no accuracy: with it the victim gives *exactly* the same answer on every digit of the data set as before. And FGSM hardly touches it any more. Here it is, and here are the measurements.


# %%
class Wrinkled(nn.Module):
    """A network behind a wavy input layer: pixel values k/16, the grey values of the data, pass unchanged."""

    def __init__(self, network, height=0.15):
        super().__init__()
        self.network, self.height = network, height

    def forward(self, x):
        return self.network(x - self.height * torch.sin(32 * math.pi * x))


wrinkled = Wrinkled(victim).eval()


@demo
def the_offer():
    same = bool((said(wrinkled, test.x) == said(victim, test.x)).all())
    print(f"same answers as the victim on all {len(test)} test digits: {same}")
    under = [robust_accuracy(model, fgsm_attack, test.x, test.y) for model in (victim, wrinkled)]
    print(f"right under FGSM: without the wrapper less than 50%? {under[0] < 0.5}")
    print(f"                  with the wrapper more than 97%?    {under[1] > 0.97}")


# %% [markdown]
# More than 97% where the victim had about a quarter. Would you buy it? Measure with the attack of section 5 before you read on.


# %% [markdown]
# **Predict, then run.** How many of 100 digits will the *wrinkled* network still read correctly under PGD-40 from ten starts?

# %% nbgrader={"grade": false, "grade_id": "predict_offer", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_offer = {
    "right in %, wrinkled, PGD-40 from ten starts": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 6 s")
def the_offer_examined():
    seed_everything(0)
    left = report_on({"ordinary training": victim, "the same, wrinkled": wrinkled})
    predictions.compare(predict_offer, {"right in %, wrinkled, PGD-40 from ten starts": left}, near=10)


# %%
@demo
def what_fgsm_sees():
    index = 1
    x, y = test.x[index : index + 1], test.y[index : index + 1]
    uphill = fgsm(victim, x, y, 1.0, -5.0, 5.0) - x  # the sign of the slope, without the range
    way = torch.linspace(-0.15, 0.15, 301, device=x.device)
    line = x + way.reshape(-1, 1, 1, 1) * uphill
    curves = {
        name: F.cross_entropy(model(line), y.expand(301), reduction="none").detach().cpu()
        for name, model in (("the network inside", victim), ("the same, wrinkled", wrinkled))
    }
    ax = plots.series(
        curves,
        way.cpu(),
        xlabel="distance along the sign of the inner network's slope",
        ylabel="loss",
        title="One digit; x lies at 0",
    )
    ax.axvline(0, color="#333333", linestyle=":")
    plt.show()


# %% [markdown]
# The picture tells why. At 0, where the digit lies, the two curves have the same height, so every prediction is the same. But the wrinkled one has the **opposite slope** there. FGSM asks for the slope at this one point, is told that down is up, and moves to where the network is *more* sure of the right class: it does better under attack than without. PGD starts elsewhere and looks again at every step; within the box it finds the crests, and from ten starts it brings the accuracy down to about where the victim was without its "defence" (over five networks from different starts: FGSM left 99% of the answers right or more, PGD-40 from ten starts 11% to 18%, beside 10% to 17% without the wrapper). The wrapper has made nothing safer. It has hidden the slope. Note the column in between, too: from a single start PGD leaves far more standing than from ten.
#
# This is called **gradient masking**. [Athalye, Carlini and Wagner (2018)](https://arxiv.org/abs/1802.00420) examined nine defences accepted at one conference (ICLR 2018) and found that seven relied on obfuscated gradients, as they call this kind of masking. What to learn from it:
#
# * An attack that fails proves nothing about other attacks. **FGSM tries one point of the box.** Accuracy under any attack is an *upper* bound of robust accuracy: what is broken is broken, what stands may yet fall.
# * Warning signs: a one-step attack does better than many steps; accuracy under attack exceeds accuracy without; a larger ε does not help the attacker.
# * Spend effort: more steps, smaller steps, more starts, until the number stops falling. And attack what you know of the defence. Whoever has read the class above knows that its waves are 1/16 wide, and takes steps that are shorter.
#
# ---
# ## 7 · Training against the attack
#
# ### One name, two things
#
# **Adversarial training** means two different things, and you have now met both.
#
# | | in a GAN (assignment 03) | robust training (here) |
# |---|---|---|
# | formula | $\min_G \max_D V(D, G)$ | $\min_\theta\; \mathbb E_{x,y}\Big[ \max_{\lVert\eta\rVert_\infty \le \varepsilon} J(\theta, x + \eta, y) \Big]$ |
# | the opponent | a second network, $D$ | the perturbation $\eta$ of each picture |
# | does it learn? | yes: it has parameters that are kept from step to step | no: it is computed anew for every batch, and forgotten |
# | what it is for | to tell the generator how its samples differ from data | to show the classifier its own weak spots |
# | what is kept at the end | the generator | the classifier |
# | labels | none are needed | every picture has its class |
#
# They share the word and the form: a minimum over a maximum. The right-hand formula is equation (2.1) of [Madry et al.](https://arxiv.org/abs/1706.06083) You have minimised it once already, in exercise 2, where the inner maximum had a closed form. For a network it has none, so **PGD takes its place**: find a bad perturbation, then take a training step as if the attacked pictures were the data.
#
# (Goodfellow, Shlens and Szegedy trained on the average of clean and attacked loss, with FGSM as the attack. We follow Madry et al.: attacked pictures alone.)

# %% [markdown]
# ### Exercise 9 · A step of robust training  (7 points, about 8 minutes)
#
# **Goal.** One step of the outer minimum:
#
# 1. attack the batch with the model as it is now;
# 2. compute the cross-entropy of the *attacked* pictures and the *true* labels;
# 3. backpropagate into the parameters and take one optimiser step.
#
# *You get* `model` (in training mode, and so it has to stay), `optimizer`, a batch `x`, `y`, and `attack`, a function `attack(model, x, y)`. *You return* the loss on the attacked pictures, before the step, as a Python float.
#
# The attack is given, and you do not know how it was written. It may leave gradients in the parameters.
#
# <details><summary>Hint 1</summary>
#
# It is an ordinary training step with one more line. Where does `x` come from?
# </details>
# <details><summary>Hint 2</summary>
#
# `backward()` *adds* to `.grad`. If the attack has left something there, when is the moment to clear it?
# </details>
#
# **What to expect.** The check hands you an attack that leaves large gradients behind and knows where the model must be after your step.


# %% nbgrader={"grade": false, "grade_id": "adversarial_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adversarial_step(model, optimizer, x, y, attack):
    """Train the model for one step on attacked pictures; return the loss as a float."""
    ### BEGIN SOLUTION
    attacked = attack(model, x, y)
    loss = F.cross_entropy(model(attacked), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_adversarial_step", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.adversarial_step(adversarial_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "adversarial_step")
### END HIDDEN TESTS

# %% [markdown]
# All your answers meet here: `fit` from the first page, with your step in the place of the ordinary one and your PGD with seven steps as the attack. Each step now costs eight gradients instead of one, and the network is the same.


# %% tags=["nbval-ignore-output"]
robust = None


def train_robustly(seed, epochs=60):
    """The classifier of the first page, trained on PGD-7 pictures."""
    attack = pgd_attack(7, 0.05)
    return fit(lambda *batch: adversarial_step(*batch, attack), epochs=epochs, lr=1e-2, seed=seed)


@demo(seconds="about 20 s")
def the_defence():
    global robust
    robust = train_robustly(seed=0)
    seed_everything(0)
    report_on({"ordinary training": victim, "robust training": robust})


# %% [markdown]
# After some 17 seconds of work of one processor core, the same network, with the same number of weights, keeps four digits out of five where the ordinary one kept one out of eight. Over three seeds: 99% without an attack, 87% to 88% under FGSM, and 79% to 81% under PGD-40 from ten starts. In this run FGSM and PGD from ten starts lie 7 points apart; with the wrinkled network it was 84. Nothing hints at a hidden slope. On these digits robustness even came for free. It seldom does: on CIFAR-10 the wide network of Madry et al. paid with 8 percentage points of accuracy without an attack (87.3% in the place of 95.2%), and [it may be that such a price cannot be avoided](https://arxiv.org/abs/1805.12152).
#
# Compare the digits that fool the two networks. Above, PGD pictures for the ordinary one; below, for the robust one. Each row has its own network's answers.


# %%
@demo
def what_it_takes_to_fool_them():
    if robust is None:
        print("This picture needs the robust network: run the cell above first.")
        return
    seed_everything(0)
    x, y = test.x[:12], test.y[:12]
    _, axes = plots.figure(2, 12, 0.75, 0.95)
    for row, model in zip(axes, (victim, robust), strict=True):
        draw_row(row, model, pgd_attack(40, 0.01)(model, x, y), y)
    plt.show()


@demo
def where_they_are_sensitive():
    if robust is None:
        return
    x, y = test.x[:8], test.y[:8]
    _, axes = plots.figure(3, 8, 0.95, 0.95)
    for column in range(8):
        picture, label = x[column : column + 1], y[column : column + 1]
        plots.images(picture[0], ax=axes[0, column], value_range=(0, 1))
        for row, model in ((1, victim), (2, robust)):
            leaf = picture.clone().requires_grad_()
            (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), label), leaf)
            most = float(slope.abs().max()) or 1.0
            plots.images(slope[0], ax=axes[row, column], value_range=(-most, most))
    for ax, words in zip(axes[:, 0], ("digit", "∇ ordinary", "∇ robust"), strict=True):
        ax.text(-0.15, 0.5, words, transform=ax.transAxes, ha="right", va="center", fontsize=10)
    plt.show()


# %% [markdown]
# The second figure shows the slopes that an attacker would follow, $\nabla_x J$ at the digit itself. Those of the ordinary network cover the whole field, many of them where no stroke of any digit makes a difference: 64 small levers. The robust network answers to few places, most of them where strokes distinguish one digit from another. It is the picture of section 2 again, the weights of the robust linear model.
#
# And once more by hand, now with the network that was trained for it and your PGD as the engine:


# %%
def my_pgd(model, x, y, epsilon):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)  # the same start each time, so that the slider moves smoothly
        return pgd(model, x, y, epsilon, epsilon / 8, 20, project)


@demo
def attack_the_robust_network():
    from IPython.display import display

    if robust is None:
        return
    x, y = test.x[:40].cpu(), test.y[:40].cpu()
    methods = {"my PGD": my_pgd, "my FGSM": my_fgsm}
    display(AdversarialSlider(copy.deepcopy(robust).cpu(), x, y, methods=methods, epsilon=0.15, most=0.4))


# %% [markdown]
# ### What the number means, and what it does not
#
# The accuracy under PGD-40 with ten restarts is what *this* attack leaves standing, for changes of up to 0.15 in each pixel. It is an upper bound, as in section 6. Nothing is promised for ε = 0.3, for a rotated digit, or for changes that are measured in another way. Robust training pays where it trains.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 5 s")
def beyond_the_training_box():
    if robust is None:
        print("This table needs the robust network: run the cell above first.")
        return
    seed_everything(0)
    print("ε of the attack        " + "".join(f"{r:8.2f}" for r in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)))
    for name, model in (("ordinary training", victim), ("PGD-7 at ε = 0.15", robust)):
        shares = []
        for r in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3):
            attack = functools.partial(pgd, epsilon=r, step_size=r / 8, steps=20, project=project)
            shares.append(100 * robust_accuracy(model, attack, test.x, test.y, restarts=2))
        print(f"{name:23s}" + "".join(f"{s:7.0f}%" for s in shares))


# %% [markdown]
# ---
# ## 8 · Summary
#
# * An **adversarial example** is a picture $x + \eta$ with $\lVert\eta\rVert_\infty \le \varepsilon$ that a person reads as before and the model does not.
# * For a **linear** model the worst case is known: $\eta = -\varepsilon \operatorname{sign}(w)$, and the score falls by $\varepsilon\lVert w\rVert_1$, which grows with the number of pixels. Near-linearity in many dimensions is one explanation of adversarial examples of networks, and a disputed one. It is not why GANs were invented.
# * **FGSM** takes the sign of one gradient: $x + \varepsilon\operatorname{sign}\nabla_x J(\theta, x, y)$; towards a target, $x - \varepsilon\operatorname{sign}\nabla_x J(\theta, x, t)$. Then clamp. And say in which units ε is counted.
# * **PGD** repeats small sign steps from a random start, each projected into the box around the *original* picture.
# * **Robust accuracy** counts all samples, over all restarts. It is an upper bound, and FGSM alone proves nothing: gradients can be masked.
# * **Robust training** minimises the loss of attacked pictures. It shares with GANs the name and the min-max form, and little else.
#
# **Go further.** (1) Put a dropout layer into `make_classifier` and measure `robust_accuracy` with the model wrongly left in training mode. (2) Attack `robust` with pictures made for `victim`, and the other way round (*transfer*): which direction works? (3) Find a wrapper with a slope of exactly 0 at every digit. Which attack does not notice? (4) Train with FGSM in the place of PGD-7. [Wong, Rice and Kolter (2020)](https://arxiv.org/abs/2001.03994) tell what can go wrong, and what mends it. (5) For digits of 28 pixels, `data.mnist` downloads them; raise ε to 0.3 and give the network a third convolution.
#
# ---
# ## 9 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). A linear model looks at a photograph of 150,000 numbers between 0 and 1. The average size of its weights, $\frac1d\sum_i \lvert w_i\rvert$, is 0.05. By how much does the worst perturbation with $\varepsilon = 0.01$ change the score? Give the number, with its sign.
#
# <details><summary>Hint</summary>
#
# Exercise 1. How large is $\lVert w\rVert_1$?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_linear_change", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_linear_change = -0.01 * 150_000 * 0.05
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_linear_change", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_linear_change(q_linear_change)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "q_linear_change")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). What is the observation that models are nearly linear in many dimensions an argument for? Answer with a letter, such as `"a"`.
#
# * **a** · For GANs: they were developed because models learn from limited data and are nearly linear.
# * **b** · For the existence of adversarial examples of classifiers, made by a gradient and without any generator.
# * **c** · For nothing in this assignment: adversarial examples come from the extreme nonlinearity of networks.
# * **d** · For using the generator of a GAN to make adversarial examples.
#
# <details><summary>Hint</summary>
#
# Section 1, "Not to be confused", and what exercise 1 makes exact.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_why_gans", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_why_gans = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_why_gans", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_why_gans(q_why_gans)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "q_why_gans")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (1 point). "Adversarial training" of a GAN and of a robust classifier: which sentence is right?
#
# * **a** · They are the same procedure, applied to different data.
# * **b** · In both, the opponent is a network whose weights are trained along with the model's.
# * **c** · In a GAN the opponent is a network that learns; in robust training it is a perturbation of each picture, computed anew in every step.
# * **d** · In a GAN the opponent is a perturbation of each picture; in robust training it is a network that learns.
#
# <details><summary>Hint</summary>
#
# Which of your functions plays the opponent in exercise 9, and what does it remember?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_adversarial_training", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_adversarial_training = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_adversarial_training", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_adversarial_training(q_adversarial_training)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "q_adversarial_training")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). A paper reports that its network has 99% accuracy under FGSM at ε = 0.15, and no other attack. What follows?
#
# * **a** · For at least 99% of the pictures no perturbation within ε = 0.15 fools the network.
# * **b** · Its robust accuracy is at least 99%: stronger attacks can only raise the number.
# * **c** · Its robust accuracy is exactly 99%, because the sign step is the worst case in the box.
# * **d** · Its robust accuracy is at most 99%; how far below is unknown.
#
# <details><summary>Hint</summary>
#
# Which of the networks of section 6 had such a number, and what became of it?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_fgsm_alone", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_fgsm_alone = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_fgsm_alone", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_fgsm_alone(q_fgsm_alone)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("08_adversarial_examples", "q_fgsm_alone")
### END HIDDEN TESTS
