# %% [markdown]
# # 09 · A hundred labels, and training that goes better
#
# **What you will do.** Teach a network to read handwritten digits from one hundred labelled examples and 4,000 without a label, by making it the discriminator of a GAN, and measure what the unlabelled digits are worth. Then you build the other tools of the paper that made this work, see what each of them is for on a small example, and write the score by which that paper judged its pictures, with the ways to cheat it.
#
# **What you will learn.** How a classifier of $K$ classes is at the same time a discriminator; two losses for data with and without labels; feature matching, minibatch discrimination, one-sided label smoothing, historical averaging and virtual batch normalisation; and what an Inception score sees and what it does not.
#
# **What you need.** Cross-entropy and divergences (assignment 02), the steps of a GAN (03), best discriminators and mode collapse (03, 04), batch norm (06). No GPU; with one, the same cells use it.
#
# **Time.** About two hours: half an hour of reading, 80 minutes of exercises, the rest predictions, questions and waiting. Sections 1 to 4, up to the experiment, are the core; sections 5 to 7 can wait for a second sitting, and exercise 8 is optional. The whole notebook runs in about a minute on two processor cores.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`): an answer that does loses half of its points. Only exercise 5 is there to change something, the weights of two networks.
#
# One paper carries it: Salimans, Goodfellow, Zaremba, Cheung, Radford and Chen, [*Improved Techniques for Training GANs*](https://arxiv.org/abs/1606.03498) (2016), called "the paper" below.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import functools

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data, metrics, plots, predictions
from gan_course.device import pick_device
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.plots.style import DISCRIMINATOR, FAKE, OPTIMAL, REAL
from gan_course.seeding import seed_everything

check = checks("09_semi_supervised_and_better_training")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
device = pick_device().device
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>What does the best discriminator say of a picture x, and what is its logit?</summary>
#
# $D^*(x) = p_{\text{data}}(x) / (p_{\text{data}}(x) + p_g(x))$, and its logit is $\log p_{\text{data}}(x) - \log p_g(x)$ (assignment 03). In a moment the logit comes out of a classifier.
# </details>
# <details><summary>Why are cross-entropies computed from logits, and not from probabilities?</summary>
#
# A logit of 200 makes a probability of exactly 1 in float32, and $\log(1 - 1)$ is $-\infty$ (assignment 02). Every loss below meets such logits.
# </details>
# <details><summary>What is mode collapse, and can one see it in one generated picture?</summary>
#
# The generator covers few of the kinds of data there are (assignment 04). Each picture may be good by itself: it shows only in many pictures together. Exercise 6 lets D see many at once.
# </details>
#
# ---
# ## 1 · What a label costs
#
# Pictures are cheap and labels are not: somebody has to look at each one and say what it is. For digits that takes a second, for an X-ray it takes a physician. So the usual situation is a few labelled examples and a great many without a label. Learning from both is called **semi-supervised learning**.
#
# The data are 5,000 of MNIST's handwritten digits, reduced to 14 × 14 pixels, with values from 0 (black) to 1 (white). 1,000 of them are kept apart for testing. Of the 4,000 others, ten of each class come with their label. These are all the labels you get:

# %%
TRAIN, TEST = (
    data.mnist_5k(part, size=14, flat=True, value_range=(0.0, 1.0), device=device)
    for part in ("train", "test")
)
CLASSES, PIXELS, LATENT = 10, 196, 50


def ten_of_each(seed):
    """Choose the labelled examples: pictures (100, 196) and their labels (100,)."""
    generator = torch.Generator().manual_seed(seed)
    rows = []
    for k in range(CLASSES):
        of_class = (TRAIN.y == k).nonzero().flatten()
        rows.append(of_class[torch.randperm(len(of_class), generator=generator)[:10].to(device)])
    rows = torch.cat(rows)
    return TRAIN.x[rows], TRAIN.y[rows]


@demo
def all_the_labels():
    pictures, _ = ten_of_each(seed=0)
    in_columns = pictures.reshape(CLASSES, 10, PIXELS).transpose(0, 1).reshape(-1, PIXELS)
    _, axes = plots.figure(1, 2, 3.9, 3.6)
    plots.images(in_columns, columns=10, value_range=(0, 1), ax=axes[0], title="100 with a label, 0 to 9")
    plots.images(TRAIN.x[:100], columns=10, value_range=(0, 1), ax=axes[1], title="100 of 4,000 without")
    plt.show()


# %% [markdown]
# ### How can a picture without a label help?
#
# It cannot tell where one class ends and the next begins; nothing in it says "seven". But it tells *where pictures are*. Look at the two moons below. With three labels for each, the straight line on the left is a perfectly reasonable boundary. Now add the points without a label. They do not say who is who, yet nobody would still draw the line through the middle of a crowd.


# %%
@demo
def where_points_are():
    generator = seed_everything(4)
    points = data.moons().sample(600, generator)
    first, second = points[points[:, 1] > 0.75][:3], points[points[:, 1] < -0.6][:3]
    _, axes = plots.figure(1, 2, 3.6, 2.6)
    for ax, title in zip(axes, ("six labels", "six labels and 600 points without"), strict=True):
        if ax is axes[1]:
            ax.scatter(*points.T, s=6, color="#BBBBBB")
        ax.scatter(*first.T, s=45, color=REAL, zorder=3)
        ax.scatter(*second.T, s=45, color=FAKE, zorder=3)
        ax.set(title=title, xticks=[], yticks=[], xlim=(-2.2, 2.2), ylim=(-1.4, 1.5))
    axes[0].axhline(0.1, color=OPTIMAL, linestyle="--", linewidth=1)
    plt.show()


# %% [markdown]
# So unlabelled data help **if classes do not run through each other where the data are dense**: boundaries belong into the gaps. That is an assumption about the world, and where it is false, they can do harm.
#
# How does a network learn where pictures are, and where they are not? By telling pictures from what is *nearly* a picture. You know a machine that makes such things.
#
# ### A prediction
#
# Before you go on, write down what you expect. It is not graded; it is worth something only because it comes before the answer. A network of some 100,000 weights is trained on the hundred labelled digits alone. Of the 1,000 test digits, **how many percent will it get wrong?** And how many when it also sees the 4,000 without a label, in the way of this notebook? (Guessing gets 90% wrong. The same kind of network with all 4,000 labels gets about 5% wrong.)

# %% nbgrader={"grade": false, "grade_id": "predict_wrong", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_wrong = {
    "% wrong with 100 labels alone": ...,  # a number from 0 to 100
    "% wrong with 4,000 digits without a label too": ...,  # a number from 0 to 100
}

# %% [markdown]
# ---
# ## 2 · One class more
#
# In section 5 of the paper the discriminator is a classifier. A classifier of $K$ classes turns a picture into $K$ logits $l_1(x), \ldots, l_K(x)$. Give it one class more, number $K + 1$, for *generated*:
#
# $$
# p(y = j \mid x) = \frac{e^{l_j(x)}}{\sum_{k=1}^{K+1} e^{l_k(x)}} , \qquad j = 1, \ldots, K+1 .
# $$
#
# Labelled pictures teach it which of the $K$ classes they are. Unlabelled ones teach it that they are *one of the $K$*, whichever; samples of a generator, that they are number $K + 1$.
#
# | symbol | meaning |
# |---|---|
# | $K$ | the number of real classes, here ten |
# | $l_k(x)$ | the logit of class $k$ |
# | $Z(x)$ | $\sum_{k=1}^{K} e^{l_k(x)}$: the evidence of all real classes together |
# | $D(x)$ | the probability that $x$ is real: $1 - p(y = K + 1 \mid x)$ |
# | $f(x)$ | features of a picture: what the last hidden layer of $D$ holds |
#
# One logit is superfluous. Softmax sees only differences (a constant added to all $K + 1$ logits changes nothing), so one of them may be fixed: set $l_{K+1} = 0$. Then the denominator is $Z(x) + e^0$, and
#
# $$
# D(x) = \frac{Z(x)}{Z(x) + 1} , \qquad Z(x) = \sum_{k=1}^{K} e^{l_k(x)} .
# $$
#
# **An ordinary classifier of $K$ classes is a discriminator already.** Nothing has to be added to it. Which class is decided by the *differences* of its logits, and whether the picture is real by their common *height*, which a classifier alone has no use for.
#
# <details><summary>Looking back: you have met the case K = 1. Where?</summary>
#
# With one real class, $D(x) = e^{l}/(e^{l} + 1) = \sigma(l)$: the discriminator of assignment 03 with its logit $l$. And in assignment 02 a softmax of two outputs $a, b$ was a sigmoid of their difference, $\sigma(a - b)$; here the second output is fixed at 0.
# </details>
#
# ### Exercise 1 · Real, by any class  (4 points, about 6 minutes)
#
# **Goal.** Write $D$ as a sigmoid of one logit, $D(x) = \sigma(a(x))$, and compute that logit $a(x)$ from the $K$ logits of a picture. It must be exact for logits up to ±200.
#
# *You get* `logits`, shape (N, K). *You return* the logits of "real", shape (N,), through which gradients flow.
#
# <details><summary>Hint 1</summary>
#
# $\sigma(a) = e^a / (e^a + 1)$. Compare it with $Z / (Z + 1)$: what is $e^a$?
# </details>
# <details><summary>Hint 2</summary>
#
# $e^{200}$ is infinite in float32. torch has one function that takes the logarithm of a sum of exponentials without computing one of them alone.
# </details>
#
# **What to expect.** For logits (0, 0, 0) it is log 3 = 1.0986, for (2, −1, 0.5) it is 2.2413.


# %% nbgrader={"grade": false, "grade_id": "real_logit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def real_logit(logits):
    """Return the logit of "real" for each row of K class logits, shape (N,)."""
    ### BEGIN SOLUTION
    return logits.logsumexp(dim=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_real_logit", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.real_logit(real_logit)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "real_logit")
### END HIDDEN TESTS

# %% [markdown]
# With two classes it can be drawn: each point of the plane is a pair of logits. Blue is real, red is generated.


# %%
@demo
def the_plane_of_two_logits():
    side = torch.linspace(-6, 6, 121)
    pairs = torch.cartesian_prod(side, side)
    real = torch.sigmoid(real_logit(pairs)).reshape(121, 121).T
    _, ax = plots.figure(1, 1, 3.9, 3.4)
    ax.contourf(side, side, real, levels=20, cmap=plots.verdicts(), vmin=0, vmax=1)
    ax.contour(side, side, real, levels=[0.5], colors=[OPTIMAL])
    ax.plot([-6, 6], [-6, 6], color=OPTIMAL, linestyle="--", linewidth=1)
    ax.text(2.2, -4.6, "class 1", fontsize=9)
    ax.text(-5, 3.6, "class 2", fontsize=9)
    ax.text(-5.6, -5.3, "generated", fontsize=9, rotation=0)
    ax.set(xlabel="logit of class 1", ylabel="logit of class 2", title="D = σ(a) (colour), D = 1/2 (line)")
    plt.show()


# %% [markdown]
# The dashed diagonal parts the two classes. Along it, upwards or downwards, the class does not change, and the verdict real or generated does: it is a third region, cut off the lower corner.
#
# ---
# ## 3 · Two losses
#
# For a labelled picture the full negative log-likelihood would be $-\log p(y \mid x)$. Split it by the product rule into *real at all* and *which class, given that it is real*:
#
# $$
# -\log p(y \mid x) = \underbrace{-\log D(x)}_{\text{real}} \;\underbrace{-\log p(y \mid x,\, y \le K)}_{\text{which class}} , \qquad p(y = j \mid x,\, y \le K) = \frac{e^{l_j}}{\sum_{k=1}^{K} e^{l_k}} .
# $$
#
# The paper takes the second part for its **supervised** loss,
#
# $$
# L_{\text{supervised}} = -\frac1N \sum_{i=1}^{N} \log p\big(y_i \mid x_i,\, y \le K\big) ,
# $$
#
# and leaves *real or not* to the **unsupervised** loss, which is the loss of an ordinary discriminator (assignment 03) with $D(x) = Z/(Z+1)$:
#
# $$
# L_{\text{unsupervised}} = -\frac1N \sum_{i=1}^{N} \log D(x_i) \;-\; \frac1M \sum_{i=1}^{M} \log\big(1 - D(G(z_i))\big) .
# $$
#
# ### Exercise 2 · The supervised loss  (3 points, about 5 minutes)
#
# **Goal.** Write $L_{\text{supervised}}$. It must be exact for logits up to ±200.
#
# *You get* `logits`, shape (N, K), and `labels`, whole numbers of shape (N,) from 0 to K − 1. *You return* a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# A labelled picture is known to be real. Does the fake class appear in $p(y \mid x, y \le K)$ at all?
# </details>
# <details><summary>Hint 2</summary>
#
# You have met this loss under another name; torch has it.
# </details>
#
# **What to expect.** For logits (2, 0, −1) and (0.5, 1, 0) with labels 0 and 2 it is 0.9250. Adding 7 to every logit changes nothing.


# %% nbgrader={"grade": false, "grade_id": "supervised_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def supervised_loss(logits, labels):
    """Return the mean of −log p(label | x, real), as a scalar tensor."""
    ### BEGIN SOLUTION
    return F.cross_entropy(logits, labels)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_supervised_loss", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.supervised_loss(supervised_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "supervised_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 3 · The unsupervised loss  (5 points, about 8 minutes)
#
# **Goal.** Write $L_{\text{unsupervised}}$, exact for logits up to ±200. Both batches have a mean of their own; nothing halves the sum.
#
# *You get* `real_logits`, shape (N, K), and `fake_logits`, shape (M, K): the *class* logits of unlabelled pictures and of generated ones. *You return* a scalar tensor through which gradients reach both. (Do not call your own `real_logit` inside: this exercise is graded by itself.)
#
# <details><summary>Hint 1</summary>
#
# First one logit of "real" for each picture, as in exercise 1. With it the loss is the one of assignment 03.
# </details>
# <details><summary>Hint 2</summary>
#
# $-\log \sigma(a)$ is `F.softplus(-a)`, and $-\log(1 - \sigma(a))$ is `F.softplus(a)`.
# </details>
#
# **What to expect.** With real logits (0, 0, 0) and (2, −1, 0.5) and one fake with (−3, −3, −2) it is 0.4053.


# %% nbgrader={"grade": false, "grade_id": "unsupervised_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def unsupervised_loss(real_logits, fake_logits):
    """Return D's loss on pictures without labels, from K class logits each, as a scalar tensor."""
    ### BEGIN SOLUTION
    real, fake = real_logits.logsumexp(dim=1), fake_logits.logsumexp(dim=1)
    return F.softplus(-real).mean() + F.softplus(fake).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_unsupervised_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.unsupervised_loss(unsupervised_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "unsupervised_loss")
### END HIDDEN TESTS

# %% [markdown]
# Do the three functions belong together? Take a softmax of $K + 1$ classes literally, with a column of zeros for the fake class, and compute everything from it. For logits of ordinary size nothing may differ, and for huge ones your functions must still give numbers.


# %%
@demo
def against_eleven_classes():
    seed_everything(0)
    labels = torch.randint(CLASSES, (64,))
    print("size of the logits         3        30       300")
    gaps, finite = [], []
    for size in (3.0, 30.0, 300.0):
        real, fake = size * torch.randn(64, CLASSES), size * torch.randn(64, CLASSES)
        logs = F.pad(real.double(), (0, 1)).log_softmax(1), F.pad(fake.double(), (0, 1)).log_softmax(1)
        full = -logs[0][torch.arange(64), labels].mean()
        is_real = -logs[0][:, :-1].logsumexp(1).mean()
        mine = supervised_loss(real, labels) - F.logsigmoid(real_logit(real)).mean()
        both = is_real - logs[1][:, -1].mean()
        gaps.append(max(abs(mine - full) / full, abs(unsupervised_loss(real, fake) - both) / both))
        finite.append(bool(torch.isfinite(unsupervised_loss(real, fake))))
    print("the same to 5 digits " + "".join(f"{'yes' if gap < 1e-5 else 'no':>10s}" for gap in gaps))
    print("finite               " + "".join(f"{'yes' if yes else 'no':>10s}" for yes in finite))


# %% [markdown]
# ---
# ## 4 · A generator that matches features, and the experiment
#
# What should $G$ do in such a game? The paper's answer is **feature matching** (section 3.1). $G$ does not try to fool the output of $D$ at all. It only makes its samples look *on average* like data to the hidden layer $f$ of $D$:
#
# $$
# L_G = \big\lVert \mathbb{E}_{x \sim p_{\text{data}}} f(x) - \mathbb{E}_{z \sim p_z} f(G(z)) \big\rVert_2^2 .
# $$
#
# $D$ goes on learning features in which the two differ, so the target moves along. It is a gentler aim than fooling: a $G$ that puts everything on one clever picture matches no mean.
#
# ### Exercise 4 · Feature matching  (4 points, about 6 minutes)
#
# **Goal.** Write $L_G$, with means over the batches in the place of expectations.
#
# *You get* `real_features`, shape (N, A), and `fake_features`, shape (M, A). *You return* a scalar tensor through which gradients reach the fakes' features. (Whether they also reach the real ones is up to you: only $G$ moves on this loss.)
#
# <details><summary>Hint 1</summary>
#
# Two means, each of shape (A,), then the squared length of their difference.
# </details>
# <details><summary>Hint 2</summary>
#
# N and M may differ, so pictures cannot be subtracted from pictures.
# </details>
#
# **What to expect.** Real features (1, 0) and (3, 2), fake ones (0, 2) and (0, 0): the means are (2, 1) and (0, 1), so the loss is 4.


# %% nbgrader={"grade": false, "grade_id": "feature_matching", "locked": false, "schema_version": 3, "solution": true, "task": false}
def feature_matching(real_features, fake_features):
    """Return the squared distance of the two mean features, as a scalar tensor."""
    ### BEGIN SOLUTION
    gap = real_features.mean(dim=0) - fake_features.mean(dim=0)
    return gap.square().sum()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_feature_matching", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.feature_matching(feature_matching)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "feature_matching")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5 · The step of the paper  (9 points, about 20 minutes)
#
# **Goal.** Put everything together: one training step, first of $D$, then of $G$. This is the longest exercise of the notebook, some 15 lines. What the paper describes in words is this:
#
# 1. **D's half.** Draw as many noise vectors as there are unlabelled pictures, and make fakes of them, held constant for $D$. Then minimise, by *one* step of `d_optimizer`, the sum
# $$
# L_D = L_{\text{supervised}}\big(\text{labelled logits, labels}\big) + L_{\text{unsupervised}}\big(\text{unlabelled logits, fake logits}\big) .
# $$
# 2. **G's half**, against the $D$ that has just moved: minimise, by one step of `g_optimizer`, `feature_loss` of the features of the unlabelled pictures and those of fakes. (The same noise again or fresh noise, as you like; as many fakes as before.)
#
# | you get | |
# |---|---|
# | `generator`, `discriminator` | `generator(z)` makes pictures; `discriminator(x)` gives class logits, (N, K), and `discriminator.features(x)` the features, (N, A) |
# | `g_optimizer`, `d_optimizer` | an optimiser for each |
# | `labelled`, `labels` | a batch of pictures, (L, d), and their labels, (L,) |
# | `unlabelled` | a batch of pictures, (N, d); N and L may differ |
# | `noise` | `noise(n)` draws n noise vectors |
# | `supervised_loss`, `unsupervised_loss`, `feature_loss` | called as in exercises 2, 3 and 4 |
#
# *You return* the pair `(d_loss, g_loss)`: the two losses that were minimised, as Python floats.
#
# Use the losses you are given as arguments, not your own: then a slip above costs nothing here. As in every step, $G$ may not move in D's half, nor $D$ in G's; gradients may be left over from elsewhere; and both networks stay in training mode.
#
# <details><summary>Looking back (03): why are the fakes held constant in D's half, and D not frozen in G's?</summary>
#
# In D's half a gradient that reached $G$ would push it to be *caught*. In G's half the gradient must pass *through* $D$ to reach $G$; that it also leaves gradients in $D$'s weights does no harm as long as `d_optimizer` does not step on them and they are cleared before its next step.
# </details>
# <details><summary>Hint 1</summary>
#
# D's half: logits of three batches, two losses, one sum, then the three lines of every step: clear, backward, step.
# </details>
# <details><summary>Hint 2</summary>
#
# `.detach()` on the fakes keeps $G$ out of D's half. In G's half it would cut the only path.
# </details>
# <details><summary>Hint 3</summary>
#
# Labelled pictures appear once: in the supervised loss. Feature matching looks at the unlabelled batch.
# </details>
#
# **What to expect.** The check hands you networks, losses and optimisers whose every number it knows, and says where each player must be after three steps.


# %% nbgrader={"grade": false, "grade_id": "semi_supervised_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def semi_supervised_step(
    generator,
    discriminator,
    g_optimizer,
    d_optimizer,
    labelled,
    labels,
    unlabelled,
    noise,
    supervised_loss,
    unsupervised_loss,
    feature_loss,
):
    """Take one step of D and one of G; return both losses as floats."""
    ### BEGIN SOLUTION
    n = len(unlabelled)
    fake = generator(noise(n)).detach()
    d_loss = supervised_loss(discriminator(labelled), labels)
    d_loss = d_loss + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()

    real_features = discriminator.features(unlabelled).detach()
    fake_features = discriminator.features(generator(noise(n)))
    g_loss = feature_loss(real_features, fake_features)
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_semi_supervised_step", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
check.semi_supervised_step(semi_supervised_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "semi_supervised_step")
### END HIDDEN TESTS

# %% [markdown]
# ### The experiment
#
# Both contestants are the same network, with the same noise in its layers against overfitting (as in the paper's code), started from the same weights and trained for the same 2,000 steps of Adam with a rate that falls over the second half. One sees the hundred labelled digits only. The other takes your step: it also sees the 4,000 without a label, and a generator.


# %% tags=["nbval-ignore-output"]
class Noise(nn.Module):
    """Adds Gaussian noise while training."""

    def __init__(self, std):
        super().__init__()
        self.std = std

    def forward(self, x):
        return x + self.std * torch.randn_like(x) if self.training else x


class Reader(nn.Module):
    """From pictures (N, 196) to features (N, 128) and class logits (N, 10)."""

    def __init__(self):
        super().__init__()
        sizes, layers = (PIXELS, 256, 128, 128), []
        for i in range(3):
            layers += [Noise(0.5 if i else 0.3), nn.Linear(sizes[i], sizes[i + 1]), nn.ReLU()]
        self.features = nn.Sequential(*layers)
        self.last = nn.Sequential(Noise(0.5), nn.Linear(128, CLASSES))

    def forward(self, x):
        return self.last(self.features(x))


def make_painter():
    """A generator from noise (N, 50) to pictures (N, 196) with pixels between 0 and 1."""
    blocks = []
    for n in (LATENT, 128):
        blocks += [nn.Linear(n, 128), nn.BatchNorm1d(128), nn.Softplus()]
    return nn.Sequential(*blocks, nn.Linear(128, PIXELS), nn.Sigmoid()).to(device)


def noise(n):
    return torch.randn(n, LATENT, device=device)


def adam(network):
    return torch.optim.Adam(network.parameters(), lr=3e-3, betas=(0.5, 0.999), fused=device.type != "mps")


@torch.no_grad()
def percent_wrong(reader):
    """Percent of the test digits that a network in evaluation mode reads wrongly."""
    reader.eval()
    wrong = float((reader(TEST.x).argmax(1) != TEST.y).float().mean())
    reader.train()
    return 100 * wrong


def run(take_step, optimizers, reader, steps=2000):
    """Call `take_step(i)` again and again, with falling rates; return {step: percent wrong}."""
    curve = {}
    for i in range(steps):
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = 3e-3 * min(1, 2 * (1 - i / steps))
        take_step(i)
        if (i + 1) % 100 == 0:
            curve[i + 1] = percent_wrong(reader)
    return curve


def train_on_labels(seed, examples=None):
    """The network that sees labelled digits alone, the hundred or others: (reader, curve)."""
    x, y = examples or ten_of_each(seed)
    seed_everything(seed)
    reader = Reader().to(device)
    optimizer = adam(reader)

    def take_step(_):
        rows = torch.randint(len(x), (50,), device=device)
        optimizer.zero_grad()
        F.cross_entropy(reader(x[rows]), y[rows]).backward()
        optimizer.step()

    return reader, run(take_step, [optimizer], reader)


def train_with_unlabelled(seed, steps=2000):
    """The same network as the discriminator of your step: (reader, painter, curve)."""
    x, y = ten_of_each(seed)
    seed_everything(seed)
    reader, painter = Reader().to(device), make_painter()
    optimizers = adam(painter), adam(reader)

    def take_step(_):
        rows = torch.randint(len(x), (50,), device=device)
        losses = supervised_loss, unsupervised_loss, feature_matching
        semi_supervised_step(
            painter, reader, *optimizers, x[rows], y[rows], TRAIN.batch(100).to(device), noise, *losses
        )

    curve = run(take_step, optimizers, reader, steps)
    return reader, painter, curve


labels_only = with_unlabelled = None


@demo(seconds="about 20 s")
def the_experiment():
    global labels_only, with_unlabelled
    labels_only = train_on_labels(seed=0)
    with_unlabelled = train_with_unlabelled(seed=0)
    curves = {"100 labels": labels_only[1], "100 labels and 4,000 without": with_unlabelled[-1]}
    ax = plots.series(
        {name: list(curve.values()) for name, curve in curves.items()},
        list(labels_only[1]),
        xlabel="step",
        ylabel="test digits read wrongly (%)",
        title="What digits without a label are worth",
    )
    ax.set_ylim(0, 35)
    plt.show()
    for name, curve in curves.items():
        print(f"{name:30s} {curve[2000]:5.1f}% wrong")


# %% [markdown]
# Compare with what you wrote down.


# %% tags=["nbval-ignore-output"]
@demo
def how_good_was_my_guess():
    if with_unlabelled is None:
        print("Run the experiment first: it needs your answers to exercises 2 to 5.")
        return
    measured = {
        "% wrong with 100 labels alone": labels_only[1][2000],
        "% wrong with 4,000 digits without a label too": with_unlabelled[-1][2000],
    }
    predictions.compare(predict_wrong, measured, near=3, digits=1)


# %% [markdown]
# Measured over five seeds, with five choices of the hundred digits (`python tests/benchmarks/lesson_ranges.py --only 09 --seeds 5`): with the labels alone 17.6% to 19.4% of the test digits were wrong, with the unlabelled ones 11.3% to 15.8%. The gain was 3.3 to 7.9 percentage points, and it was there on each of the five seeds. With all 4,000 labels the same network gets 4.3% to 5.1% wrong, so digits without a label closed between a quarter and a half of the gap. Halfway through, after 1,000 steps, the gain was only 1.9 to 3.2 points: stop early and you will see little of it. (The paper, with all 60,000 digits at full size and a larger network, reports 93 wrong of 10,000.)
#
# Two things are part of this result and easily forgotten. The *noise in the layers* and the falling rate are the same for both contestants, so that neither wins by them alone. And the unlabelled digits come from the same ten classes in the same proportions as the test; nobody had to pick them by hand, but somebody had to know that.
#
# ### What became of the generator?


# %%
@demo
def what_the_painter_draws():
    if with_unlabelled is None:
        print("This picture needs the experiment: run its cell first.")
        return
    seed_everything(0)
    painter = with_unlabelled[1].eval()
    with torch.no_grad():
        drawn = painter(noise(50))
    _, axes = plots.figure(1, 2, 4.6, 2.6)
    plots.images(TEST.x[:50], columns=10, value_range=(0, 1), ax=axes[0], title="real digits")
    plots.images(drawn, columns=10, value_range=(0, 1), ax=axes[1], title="drawn while D learned to read")
    plt.show()


# %% [markdown]
# Some can be read, many cannot; assignment 06 drew better ones. That is no accident. $G$ was asked to match a *mean*, and nothing in it says that each picture must be good. The paper reports the same: feature matching made the best classifiers, and people told its samples from data easily. A later paper argues that [a bad generator is what this use needs](https://arxiv.org/abs/1705.09783): samples in the gaps between the classes teach $D$ where the boundaries belong, and a perfect generator would have nothing to teach.
#
# ### An honest comparison
#
# Is the GAN needed at all? Here is a method without any generator, older than this paper in its idea and simpler: the network keeps a running average of its own weights, the *teacher* ([Tarvainen and Valpola, 2017](https://arxiv.org/abs/1703.01780), with labels only where it is sure, as in [FixMatch](https://arxiv.org/abs/2001.07685)). Where the teacher is more than 90% sure of an unlabelled digit, its answer is taken for the label.


# %% tags=["nbval-ignore-output"]
def train_with_a_teacher(seed, steps=1000, sure=0.9):
    """No generator: an average of the network's past weights labels the unlabelled digits it is sure of."""
    x, y = ten_of_each(seed)
    seed_everything(seed)
    reader = Reader().to(device)
    teacher, optimizer = copy.deepcopy(reader).eval(), adam(reader)

    def take_step(i):
        rows = torch.randint(len(x), (50,), device=device)
        loss = F.cross_entropy(reader(x[rows]), y[rows])
        if i >= 200:  # before that the teacher knows nothing
            pictures = TRAIN.batch(100).to(device)
            with torch.no_grad():
                belief, guess = teacher(pictures).softmax(1).max(1)
            loss = (
                loss + (F.cross_entropy(reader(pictures), guess, reduction="none") * (belief > sure)).mean()
            )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            for average, weight in zip(teacher.parameters(), reader.parameters(), strict=True):
                average.lerp_(weight, 0.01)

    run(take_step, [optimizer], reader, steps)
    return percent_wrong(teacher)


@demo(seconds="about 6 s")
def without_any_generator():
    print(f"taught by its own average: {train_with_a_teacher(seed=0):.1f}% wrong")


# %% [markdown]
# Over the same five seeds it got 12.2% to 17.4% wrong, a gain of 1.7 to 7.2 points over the labels alone, in about a fifth of the GAN's computing time. On these seeds the GAN does a little better; the two ranges overlap, and neither method has been tuned to its limit. So most of what unlabelled digits are worth can be had without a generator, and the records on few labels that came after this paper belong to methods of the teacher's kind.
#
# ---
# ## 5 · A discriminator that sees the whole batch
#
# The other sections of the paper are remedies for GANs of any kind, each a few lines long. You will write them one by one, and look at what each is good for where it can be seen.
#
# The first is against **mode collapse** (assignment 04). $D$ judges one sample at a time. When all samples of $G$ are the same good picture, each of them *is* good, and nothing in any single verdict says that the others look alike. **Minibatch discrimination** (section 3.2) lets $D$ look sideways: it tells each sample how close it is to the others of its batch.
#
# Let $f(x_i)$ be the features of sample $i$, $A$ numbers, and $T$ a learned table of shape $A \times B \times C$. Multiply them to a matrix $M_i$ of $B$ rows and $C$ columns, $(M_i)_{bc} = \sum_a f(x_i)_a\, T_{abc}$. Row $b$ of two samples is compared by
#
# $$
# c_b(x_i, x_j) = \exp\big(-\lVert M_{i,b} - M_{j,b} \rVert_1\big) , \qquad o(x_i)_b = \sum_{j=1}^{N} c_b(x_i, x_j) ,
# $$
#
# where $\lVert\cdot\rVert_1$ is the sum of absolute values over the $C$ columns. The $B$ numbers $o(x_i)$ are joined to the features, and the next layer of $D$ sees both. Each $c$ lies between 0 (nothing in common) and 1 (the same).
#
# ### Exercise 6 · How close to the others?  (5 points, about 12 minutes)
#
# **Goal.** Compute $o$. The sum runs over all $j$ from 1 to $N$, as it stands, $j = i$ included.
#
# *You get* `features`, shape (N, A), and `T`, shape (A, B, C). *You return* $o$, shape (N, B), through which gradients flow; not joined to the features yet.
#
# <details><summary>Hint 1</summary>
#
# `torch.einsum("na,abc->nbc", features, T)` is $M$; or flatten the last two axes of `T`, multiply, and reshape.
# </details>
# <details><summary>Hint 2</summary>
#
# `M[:, None] - M[None]` has shape (N, N, B, C): every sample against every other. Which axis is summed inside the exponential, and which outside?
# </details>
#
# **What to expect.** Features (0, 1), (0, 1) and (1, 3), with `T = [[[0.5, -0.5]], [[0.25, 0.0]]]`: the first two are 0 apart and the third 1.5 from both, so $o$ is $2 + e^{-1.5} = 2.2231$ for the first two and $1 + 2e^{-1.5} = 1.4463$ for the third.


# %% nbgrader={"grade": false, "grade_id": "minibatch_statistics", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minibatch_statistics(features, T):
    """Return how close each sample is to its batch, shape (N, B)."""
    ### BEGIN SOLUTION
    M = torch.einsum("na,abc->nbc", features, T)
    distances = (M[:, None] - M[None]).abs().sum(dim=3)
    return torch.exp(-distances).sum(dim=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_minibatch_statistics", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.minibatch_statistics(minibatch_statistics)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "minibatch_statistics")
### END HIDDEN TESTS

# %% [markdown]
# What does $D$ see with it? Three batches of 64: real digits, real digits again, and a "generator" that has collapsed on four very good pictures, with a little noise. The features are the pixels, and $T$ is random: nothing has been trained. Each dot is one picture.


# %%
@demo
def a_collapse_seen_sideways():
    seed_everything(0)
    T = 0.2 * torch.randn(PIXELS, 8, 4)
    four = TEST.x[:4].cpu().repeat(16, 1)
    batches = {
        "real digits": TEST.x[:64].cpu(),
        "other real digits": TEST.x[64:128].cpu(),
        "four pictures": (four + 0.05 * torch.randn_like(four)).clamp(0, 1),
    }
    _, ax = plots.figure(1, 1, 5.2, 2.3)
    for row, (name, batch) in enumerate(batches.items()):
        closeness = minibatch_statistics(batch, T).mean(1)
        colour = FAKE if row == 2 else REAL
        ax.scatter(closeness, row + 0.25 * (torch.rand(64) - 0.5), s=10, color=colour)
        print(f"{name:18s} mean closeness {float(closeness.mean()):5.2f}")
    ax.set(
        yticks=range(3), yticklabels=list(batches), xlabel="mean of o over its 8 numbers", ylim=(2.6, -0.6)
    )
    plt.show()


# %% [markdown]
# One threshold parts the batches, though each single picture of the third is a real digit, all but noise. A $D$ that sees $o$ can reject a collapse at once, and $G$ gets a slope that drives its samples *apart*. It costs $N^2$ comparisons a batch. The paper found that it makes better-looking samples than feature matching, and worse classifiers; later networks use [simpler forms](https://arxiv.org/abs/1710.10196) of the same idea, such as the spread of a batch in each feature.
#
# ---
# ## 6 · Three small remedies
#
# ### One-sided label smoothing
#
# Where $D$ is certain, its loss has no slope and its logits run away. An old trick for classifiers is to ask for less certainty: the target is not 1 but 0.9. Take targets $\alpha$ for real samples and $\beta$ for fakes, and repeat the calculation of assignment 03: for each $x$, minimise the cross-entropy of both kinds. The best discriminator becomes (section 3.4)
#
# $$
# D^*(x) = \frac{\alpha\, p_{\text{data}}(x) + \beta\, p_g(x)}{p_{\text{data}}(x) + p_g(x)} .
# $$
#
# Look at the second term of the numerator. With $\beta > 0$, $D^*$ is pulled up *where the fakes are*. Far away from all data, where $p_{\text{data}} = 0$, it is $\beta$ and not 0; and $D^*$ may have its hill where the generator stands. So the paper smooths **one side only**: $\alpha = 0.9$, $\beta = 0$. Then $D^*$ is the old one times 0.9, and points $G$ the same way.
#
# ### Exercise 7 · One-sided label smoothing  (4 points, about 6 minutes)
#
# **Goal.** Write the loss of an ordinary discriminator (one logit a sample, as in assignment 03) with target $t$ for real samples and 0 for fakes:
#
# $$
# L_D = -\frac1N \sum_{i=1}^{N} \big[ t \log \sigma(a_i) + (1 - t) \log(1 - \sigma(a_i)) \big] \;-\; \frac1M \sum_{j=1}^{M} \log\big(1 - \sigma(b_j)\big) .
# $$
#
# *You get* `real_logits` ($a$) and `fake_logits` ($b$), shapes (N,) and (M,) or (N, 1) and (M, 1), and the number `target` ($t$). *You return* a scalar tensor, exact for logits up to ±200.
#
# <details><summary>Hint 1</summary>
#
# The real samples have *two* terms now: the second one grows when $D$ is too sure.
# </details>
# <details><summary>Hint 2</summary>
#
# `F.softplus` as in exercise 3; or `F.binary_cross_entropy_with_logits` with a tensor of targets, `torch.full_like(real_logits, target)`.
# </details>
#
# **What to expect.** With real logits 0 and 3, one fake logit −1 and target 0.9 it is 0.8341. With target 1 it is the plain loss.


# %% nbgrader={"grade": false, "grade_id": "smoothed_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def smoothed_loss(real_logits, fake_logits, target):
    """Return D's loss with `target` as the label of real samples and 0 as that of fakes."""
    ### BEGIN SOLUTION
    real = target * F.softplus(-real_logits) + (1 - target) * F.softplus(real_logits)
    return real.mean() + F.softplus(fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_smoothed_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.smoothed_loss(smoothed_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "smoothed_loss")
### END HIDDEN TESTS

# %% [markdown]
# A generator (red) stands far from the data (blue). On the right, the best $D$ for three pairs of targets by the formula, and, dotted, a small network trained with *your* loss and target 0.9.


# %%
@demo(seconds="about 2 s")
def where_the_hills_are():
    x = torch.linspace(-4, 6, 201)
    data_density = torch.distributions.Normal(-1.0, 0.8).log_prob(x).exp()
    fake_density = torch.distributions.Normal(2.5, 0.8).log_prob(x).exp()
    generator = seed_everything(0)
    network = nn.Sequential(nn.Linear(1, 64), nn.Tanh(), nn.Linear(64, 1))
    optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
    for _ in range(600):
        real = -1 + 0.8 * torch.randn(512, 1, generator=generator)
        fake = 2.5 + 0.8 * torch.randn(512, 1, generator=generator)
        optimizer.zero_grad()
        smoothed_loss(network(real), network(fake), 0.9).backward()
        optimizer.step()
    _, (left, right) = plots.figure(1, 2, 4.0, 2.7)
    left.plot(x, data_density, color=REAL, label="data")
    left.plot(x, fake_density, color=FAKE, label="generator")
    for (a, b), style in zip(((1.0, 0.0), (0.9, 0.0), (0.9, 0.3)), ("-", "--", "-."), strict=True):
        best = (a * data_density + b * fake_density) / (data_density + fake_density)
        right.plot(x, best, color=OPTIMAL, linestyle=style, label=f"targets {a:g} and {b:g}")
    right.plot(
        x, torch.sigmoid(network(x[:, None])).detach(), ":", color=DISCRIMINATOR, label="yours, 0.9 and 0"
    )
    right.set(ylim=(0, 1.05), title="best D")
    for ax in (left, right):
        ax.legend(fontsize=8)
    plt.show()


# %% [markdown]
# (A target of 0.3 for fakes is far more than anyone would take; it is there to be seen.) With it, $D$ tells a generator in the middle of nowhere that it is doing 30% well, and the slope that should lead it home becomes flatter, for no gain in return.
#
# ### Historical averaging
#
# In assignment 04 two players of the game $V(x, y) = x y$ circled around their equilibrium for ever, or spiralled away from it. One remedy there was to average the weights *afterwards*. **Historical averaging** (section 3.3) puts the average into the loss of each player: it pays for the distance from its own past,
#
# $$
# \Big\lVert \theta - \frac1t \sum_{i=1}^{t} \theta_i \Big\rVert_2^2 ,
# $$
#
# where $\theta_1, \ldots, \theta_t$ are its parameters at the steps before. Who runs in circles is pulled to the middle of the circle.
#
# ### Exercise 8 · Stay near your past  (3 points, about 4 minutes, optional)
#
# **Goal.** Write this penalty.
#
# *You get* `theta`, shape (d,), the parameters of now, and `history`, shape (t, d), one row for each step before. *You return* a scalar tensor through which a gradient reaches `theta`.
#
# <details><summary>Hint</summary>
#
# The average over time leaves d numbers. θ of now is no part of it.
# </details>
#
# **What to expect.** θ = (1, 2) with past states (0, 0), (0, 1) and (3, 2): their mean is (1, 1), so the penalty is 1.


# %% nbgrader={"grade": false, "grade_id": "historical_penalty", "locked": false, "schema_version": 3, "solution": true, "task": false}
def historical_penalty(theta, history):
    """Return the squared distance of theta from the mean of its past, as a scalar tensor."""
    ### BEGIN SOLUTION
    return (theta - history.mean(dim=0)).square().sum()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_historical_penalty", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.historical_penalty(historical_penalty)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "historical_penalty")
### END HIDDEN TESTS

# %% [markdown]
# The game of assignment 04 with simultaneous steps: $x$ minimises $xy$, $y$ minimises $-xy$, and each adds a weight times its own penalty.


# %%
def play_the_game(weight, steps=400, rate=0.1):
    """The path (steps + 1, 2) of both players from (1, 1)."""
    path = torch.ones(1, 2)
    for _ in range(steps):
        x, y = (path[-1, i : i + 1].clone().requires_grad_() for i in (0, 1))
        loss_x = x * y.detach() + weight * historical_penalty(x, path[:, :1])
        loss_y = -x.detach() * y + weight * historical_penalty(y, path[:, 1:])
        slopes = [torch.autograd.grad(loss.sum(), p)[0] for loss, p in ((loss_x, x), (loss_y, y))]
        path = torch.cat([path, path[-1:] - rate * torch.cat(slopes)])
    return path


@demo
def the_spiral_turned_round():
    _, axes = plots.figure(1, 3, 2.9, 2.9)
    for ax, weight in zip(axes, (0.0, 0.1, 1.0), strict=True):
        path = play_the_game(weight)
        ax.plot(*path.T, color=DISCRIMINATOR, linewidth=1)
        ax.scatter(*path[0], color=OPTIMAL, s=20, zorder=3)
        ax.scatter(*path[-1], color=FAKE, s=30, zorder=3)
        reach = 1.1 * float(path.abs().max())
        ax.set(
            title=f"weight {weight:g}: ends at {float(path[-1].norm()):.2f}",
            xlim=(-reach, reach),
            ylim=(-reach, reach),
        )
    plt.show()


# %% [markdown]
# From the black dot to the red one, after 400 steps, with the distance from the equilibrium (0, 0) above. Without the penalty the players spiral outwards; with a small one they find the middle. A large one chains them to where they began. The paper names games of this kind, and it is there that the idea can be seen to work; with a network, keeping the whole past costs memory, and the average of weights afterwards (04, 06) is what stayed in use.
#
# ### Virtual batch normalisation
#
# Batch norm (assignment 06) helps generators to learn, at a price: the result for one sample depends on the others that happen to be in its batch. Goodfellow's [tutorial](https://arxiv.org/abs/1701.00160) shows a batch of generated pictures that all have the same orange tint. **Virtual batch normalisation** (section 3.5) chooses one batch of data at the start and keeps it: the **reference batch** $r_1, \ldots, r_M$. A sample is normalised by the statistics of that batch *and of itself*, and of nothing else:
#
# $$
# \mu_i = \frac{x_i + \sum_m r_m}{M + 1} , \qquad \sigma_i^2 = \frac{(x_i - \mu_i)^2 + \sum_m (r_m - \mu_i)^2}{M + 1} , \qquad \hat x_i = \frac{x_i - \mu_i}{\sqrt{\sigma_i^2 + \epsilon}} ,
# $$
#
# for each feature by itself.
#
# ### Exercise 9 · Virtual batch normalisation  (5 points, about 10 minutes)
#
# **Goal.** Compute $\hat x$ (without the learned factor and summand that usually follow).
#
# *You get* `x`, shape (N, d); `reference`, shape (M, d); and `eps`, a number above 0. *You return* a tensor of shape (N, d) through which gradients reach `x`, also through the statistics.
#
# <details><summary>Hint 1</summary>
#
# Row $i$ has its own $\mu_i$ and $\sigma_i^2$. The other rows of `x` must make no difference to it.
# </details>
# <details><summary>Hint 2</summary>
#
# Either build N batches of M + 1 rows, shape (N, M + 1, d), or work out $\mu_i$ and the mean of squares from sums. For the variance: divided by M + 1; torch's `var` and `std` divide by one less unless you say `correction=0`.
# </details>
#
# **What to expect.** With the single feature 3, a reference batch of three zeros and `eps=1e-5`, $\mu = 0.75$, $\sigma = 1.299$ and the result is 1.7320. For −3 it is −1.7320, whatever comes with it.


# %% nbgrader={"grade": false, "grade_id": "virtual_batch_norm", "locked": false, "schema_version": 3, "solution": true, "task": false}
def virtual_batch_norm(x, reference, eps):
    """Return each row of x, normalised by the reference batch and itself, shape (N, d)."""
    ### BEGIN SOLUTION
    together = torch.cat([reference.expand(len(x), -1, -1), x[:, None]], dim=1)
    mean, variance = together.mean(dim=1), together.var(dim=1, correction=0)
    return (x - mean) / torch.sqrt(variance + eps)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_virtual_batch_norm", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.virtual_batch_norm(virtual_batch_norm)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "virtual_batch_norm")
### END HIDDEN TESTS

# %% [markdown]
# One digit, a 5, in three kinds of company: mixed digits, only zeros, only ones. How far does its normalised picture move when the company changes?


# %%
@demo
def one_digit_in_three_companies():
    pictures, labels = TEST.x.cpu(), TEST.y.cpu()
    five = pictures[labels == 5][:1]
    companies = {
        "mixed digits": pictures[:31],
        "zeros": pictures[labels == 0][:31],
        "ones": pictures[labels == 1][:31],
    }
    reference = TRAIN.x[:64].cpu()
    rows = {"batch norm": [], "virtual batch norm": []}
    for others in companies.values():
        batch = torch.cat([five, others])
        rows["batch norm"].append(F.batch_norm(batch, None, None, training=True, eps=0.01)[0])
        rows["virtual batch norm"].append(virtual_batch_norm(batch, reference, 0.01)[0])
    print("distance of the 5 from itself among mixed digits")
    print(" " * 20 + "".join(f"{name:>14s}" for name in companies))
    for name, found in rows.items():
        print(f"{name:20s}" + "".join(f"{float((f - found[0]).norm()):14.2f}" for f in found))


# %% [markdown]
# Under batch norm the same 5 becomes another picture with each company. Under its virtual form it does not depend on them at all. The price: the reference batch must pass through the network in every step as well, about twice the work, so the paper uses it in the generator only. Today [layer norm, group norm](https://arxiv.org/abs/1803.08494) and their like do the same service without a reference batch.
#
# ---
# ## 7 · A score, and what it does not see
#
# How good are the pictures? The paper asked people first. They are slow and dear, and they judged much more strictly once they had been told of their mistakes. So it proposed to ask a network (section 4): one that was trained on photographs, Google's Inception. Let $p(y \mid x)$ be what the classifier says of a sample, and $p(y) = \frac1N\sum_i p(y \mid x_i)$ the mean over the samples. Good samples are clear, so $p(y \mid x)$ should be *sure*; and varied, so $p(y)$ should be *broad*. Both together:
#
# $$
# \text{score} = \exp\Big( \frac1N \sum_{i=1}^{N} \mathrm{KL}\big(p(y \mid x_i) \,\big\Vert\, p(y)\big) \Big) .
# $$
#
# <details><summary>Looking back (02): between which two numbers must the score lie?</summary>
#
# The mean of the divergences is $H(p(y))$ minus the mean of $H(p(y \mid x))$. Entropies are at most $\log K$ and at least 0, and a divergence is never negative. So the score lies between 1 and $K$: 1 if the answer is always the same, $K$ if each answer is certain and all classes are equally frequent.
# </details>
#
# ### Exercise 10 · The score  (4 points, about 7 minutes)
#
# **Goal.** Write it, with the natural logarithm. A class with probability exactly 0 adds nothing, as in assignment 02.
#
# *You get* `probabilities`, shape (N, K): row $i$ is $p(y \mid x_i)$ and adds up to 1. *You return* a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# Over which dimension is $p(y)$ a mean, and over which is the divergence a sum?
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.xlogy(p, q)` is $p \log q$, and 0 where p is 0, even at q = 0.
# </details>
#
# **What to expect.** For rows (0.9, 0.1) and (0.2, 0.8) it is 1.3170. For the rows of a unit matrix of size 4 it is 4.


# %% nbgrader={"grade": false, "grade_id": "inception_score", "locked": false, "schema_version": 3, "solution": true, "task": false}
def inception_score(probabilities):
    """Return the exponential of the mean divergence of the rows from their mean, as a scalar tensor."""
    ### BEGIN SOLUTION
    marginal = probabilities.mean(dim=0).expand_as(probabilities)
    divergences = torch.xlogy(probabilities, probabilities) - torch.xlogy(probabilities, marginal)
    return divergences.sum(dim=1).mean().exp()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_inception_score", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.inception_score(inception_score)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "inception_score")
### END HIDDEN TESTS

# %% [markdown]
# ### A second prediction
#
# Our classifier in Inception's place is a small convolutional network, trained on all 4,000 labels. In a moment it scores several "generators". One of them knows ten pictures, one clear digit of each class, and draws these ten again and again. 1,000 real test digits score 9.6. **What will the copier of ten score?** Write it down first.

# %% nbgrader={"grade": false, "grade_id": "predict_copier", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_copier = {
    "score of the copier of ten": ...,  # a number from 1 to 10
}


# %% tags=["nbval-ignore-output"]
@functools.cache
def judge():
    return metrics.train_classifier(TRAIN, steps=1500)


@demo(seconds="about 5 s")
def what_the_score_says():
    seed_everything(0)
    generators = {"real digits, kept apart": TEST.x}
    if with_unlabelled is not None:
        with torch.no_grad():
            generators["your painter of section 4"] = with_unlabelled[1].eval()(noise(1000))
    sure = judge().probabilities(TEST.x).max(1).values
    best = torch.cat(
        [TEST.x[TEST.y == k][sure[TEST.y == k].argmax()][None] for k in range(CLASSES)]
    )  # of each class the picture of which the judge is surest
    generators |= {
        "the same ten pictures, for ever": best.repeat(100, 1),
        "real digits, but no 7": TEST.x[TEST.y != 7],
        "only sevens": TEST.x[TEST.y == 7],
        "real digits, turned by 180°": TEST.x.flip(1),
        "noise": torch.rand(1000, PIXELS, device=device),
    }
    ruler = judge().features(TRAIN.x)
    print("                                    score   Fréchet distance")
    for name, pictures in generators.items():
        score = float(inception_score(judge().probabilities(pictures)))
        distance = metrics.frechet_distance(ruler, judge().features(pictures))
        print(f"{name:34s}{score:7.2f}{distance:13.1f}")
    copier = float(inception_score(judge().probabilities(best)))
    print()
    predictions.compare(predict_copier, {"score of the copier of ten": copier}, near=0.3, digits=2)


# %% [markdown]
# Read the table from above.
#
# * **The copier of ten wins**, before the real digits. Ten pictures of which the judge is sure, one for each class: sure of each and varied together, and that is all the score asks. A generator that had memorised its training data would score like the real digits. *Copying is not seen.*
# * **A missing class is seen**: without sevens the score falls from 9.6 to 8.9, for $p(y)$ is narrower. Only sevens score hardly more than 1, though each of them is a real digit. But *variety within a class is not seen*, or the copier could not win.
# * **Turned by 180°**, most digits are no digits any more, and they score about as high as the painter. The judge was never asked whether something is a digit at all. A classifier without a class for "none of these" has to name one.
# * The score has a ceiling, $K$, and depends on the judge: scores by two different classifiers cannot be compared.
#
# The Fréchet distance of assignment 06 sits in the second column (in the judge's features, to the training digits; 0 is best). It compares with data, so it puts the copier where it belongs, behind the painter. It has limits of its own; assignment 11 takes it apart.
#
# ---
# ## 8 · Summary
#
# * A classifier of $K$ classes with $D(x) = Z/(Z+1)$, $Z = \sum_k e^{l_k}$, is a discriminator: the fake logit is fixed at 0. Differences of logits say which class, their common height says real or not.
# * Labelled pictures teach it by cross-entropy among the $K$ real classes; unlabelled pictures and fakes by the loss of an ordinary discriminator. Everything stays finite with logsumexp and softplus.
# * **Feature matching**: $G$ matches the mean of $D$'s hidden layer. With a hundred labels the network with unlabelled digits was better than the same one without on every seed that was measured; its pictures are mediocre, and a method without any generator had most of that gain in a fifth of the time.
# * **Minibatch discrimination** lets $D$ see a collapse that no single sample shows. **One-sided label smoothing** keeps $D$ from certainty without moving its hills. **Historical averaging** turns a spiral inwards. **Virtual batch norm** takes away the company's influence.
# * The **Inception score** is between 1 and $K$. It sees whether a classifier is sure and whether the classes are mixed. Copying, variety within a class, and nonsense that a classifier is sure of, it does not see.
#
# **Go further.** (1) Take 20, 50 and 500 labels: where does the gain end? (2) Take the noise layers out of `Reader`. How much of the gain was theirs? (3) Let $G$ fool $D$: replace `feature_matching` by a loss on `real_logit`. [Dai et al. (2017)](https://arxiv.org/abs/1705.09783) explain why a *bad* generator may be a better teacher. (4) Join `minibatch_statistics` to the features of the discriminator of the ring in assignment 04, with the settings that collapsed. (5) Train with unlabelled *letters* or noise in the place of digits (`data.fashion_mnist` brings clothes): when do unlabelled data do harm? (6) [Barratt and Sharma (2018)](https://arxiv.org/abs/1801.01973) list more that is wrong with the Inception score; assignment 11 has the measures that came after it.
#
# ---
# ## 9 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). A fresh discriminator of the kind of section 2 gives ten logits of exactly 0 for some picture. With what probability does it hold it for real? Give the number.
#
# <details><summary>Hint</summary>
#
# How many classes share the probability alike?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_all_zero", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_all_zero = 10 / 11
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_all_zero", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_all_zero(q_all_zero)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "q_all_zero")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). To all ten logits of a picture 5 is added; the fake logit stays fixed at 0. What changes? Answer with a letter, such as `"a"`.
#
# * **a** · Nothing: a softmax does not see a constant that is added to all logits.
# * **b** · The most likely of the ten classes may change, the probability of real does not.
# * **c** · The ten classes keep their shares among each other, and the picture becomes more likely to be real.
# * **d** · Both change: the largest logit gains most.
#
# <details><summary>Hint</summary>
#
# Section 2: differences and common height.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_added_constant", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_added_constant = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_added_constant", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_added_constant(q_added_constant)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "q_added_constant")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (1 point). Why is only one side smoothed?
#
# * **a** · There are more fakes than real samples, so their labels weigh enough already.
# * **b** · With a target above 0 for fakes, the best D is pulled up where the fakes are, and they lose the reason to leave.
# * **c** · The labels of real samples are uncertain; that fakes are fake is known.
# * **d** · Smoothing the fakes makes D saturate, and G's slope vanish.
#
# <details><summary>Hint</summary>
#
# The formula of D* in section 6, where there are no data.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_one_sided", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_one_sided = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_one_sided", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_one_sided(q_one_sided)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "q_one_sided")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). A generator of digits has an Inception score of 9.9 out of 10. What follows?
#
# * **a** · It draws digits that were not in the training data.
# * **b** · Its sevens are about as varied as real sevens.
# * **c** · Nothing at all: even a generator that never draws a 7 could have this score.
# * **d** · The classifier is sure of nearly every sample, and finds all ten classes about equally often.
#
# <details><summary>Hint</summary>
#
# Which of these can be read from $p(y \mid x)$ and $p(y)$ alone?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_score_limits", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_score_limits = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_score_limits", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_score_limits(q_score_limits)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("09_semi_supervised_and_better_training", "q_score_limits")
### END HIDDEN TESTS
