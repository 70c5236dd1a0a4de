# %% [markdown]
# # 07 · Digits to order: conditional GANs
#
# **What you will do.** Give a GAN a label, so that it draws the digit you ask for and not just any digit. You put the label into the generator and into the discriminator, show the discriminator a third kind of example that makes it read the label, and train on real handwritten digits. Then you replace the label by words and draw a "thick slanted 7" from its caption.
#
# **What you will learn.** What conditioning means; three ways to put a class into a network, and why a plain number is not one of them; why the discriminator must see the label too; what a pair of a real image and a wrong label teaches; how to measure whether samples obey, and whether they vary; and what a caption has to become before a network can follow it.
#
# **What you need.** The losses and steps of assignments 03 and 04 (logits, non-saturating loss, the R1 penalty). Python with PyTorch. No GPU is needed; if there is one, the networks train on it.
#
# **Time.** Two and a quarter hours: 33 minutes of reading, 84 of exercises, the rest predictions, questions and waiting. The core is sections 1 to 6; section 7, from labels to captions, can wait for a second sitting. The notebook alone runs in one to two minutes on two processor cores.
#
# The papers behind it: Mirza and Osindero, [*Conditional Generative Adversarial Nets*](https://arxiv.org/abs/1411.1784) (2014); Reed, Akata, Yan, Logeswaran, Schiele and Lee, [*Generative Adversarial Text to Image Synthesis*](https://arxiv.org/abs/1605.05396) (2016); Miyato and Koyama, [*cGANs with Projection Discriminator*](https://arxiv.org/abs/1802.05637) (2018).

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import functools
import itertools

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import clinic, data, metrics, openings, plots, predictions
from gan_course.device import pick_device
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.seeding import seed_everything

check = checks("07_conditional_gan")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
device = pick_device().device
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>A picture generator looks good. Which number would a generator that hands out its training pictures fail on: the Fréchet distance or the memorisation test?</summary>
#
# The memorisation test. By the Fréchet distance the copier is as good as real pictures, for its pictures are real (assignment 06).
# </details>
# <details><summary>Which network is put into the file once training is over, and in which mode is it used?</summary>
#
# The generator, in evaluation mode, so that batch norm uses the averages that were saved with it (assignment 06).
# </details>
# <details><summary>Write the non-saturating loss of $G$ with <code>softplus</code>.</summary>
#
# `F.softplus(-fake_logits).mean()`, which is $-\frac1N\sum \log\sigma(a_i)$ (assignment 04).
# </details>

# %% [markdown]
# ### Where this leads
#
# A generator of the kind you will build, trained for a few seconds by the library's own loop. Each row was asked for one digit; each column uses one noise vector.


# %%
@demo(seconds="about 8 s")
def where_this_leads():
    openings.digits_by_class()
    plt.show()


# %% [markdown]
# ---
# ## 1 · A label for both players
#
# A GAN as you know it draws *some* sample. Trained on digits it draws digits, but nobody can say which. Often we want to order: a 7, this person's face, the picture that belongs to this sentence. What we know in advance is called the **condition** and written $y$. Here it is first a class, one of ten digits, and in section 7 a caption.
#
# In terms of probability, we no longer want samples of $p_{\text{data}}(x)$ but of $p_{\text{data}}(x \mid y)$: of the distribution that the sevens have among themselves. The game changes in one place only. Both players get $y$ as a second input (equation 2 of [Mirza and Osindero](https://arxiv.org/abs/1411.1784), with the last $y$, which is $D$'s, written out):
#
# $$
# \min_G \max_D \; V(D, G) = \mathbb{E}_{(x, y) \sim p_{\text{data}}}\big[\log D(x \mid y)\big] + \mathbb{E}_{z \sim p_z,\; y \sim p_{\text{data}}}\big[\log\big(1 - D(G(z \mid y) \mid y)\big)\big] .
# $$
#
# Nothing else is new, and the theory of assignment 03 carries over word for word. Fix one $y$: what is left is the old game, with $p_{\text{data}}(x \mid y)$ for the data and $p_g(x \mid y)$ for the generator. Its best discriminator is $p_{\text{data}}(x \mid y) / \big(p_{\text{data}}(x \mid y) + p_g(x \mid y)\big)$, and its best generator has $p_g(x \mid y) = p_{\text{data}}(x \mid y)$. One network plays ten games at once, and shares between them what all digits have in common: strokes, edges, margins.
#
# | symbol | meaning |
# |---|---|
# | $x$, $y$ | an image (here 16×16 pixels in a row of 256 numbers), and its condition (here a class $0 \ldots 9$) |
# | $K$ | the number of classes |
# | $G(z, y)$ | the generator's image for noise $z$ and condition $y$; the paper writes $G(z \mid y)$ |
# | $D(x, y)$ | the probability that $x$ is real **and** belongs to $y$; $D = \sigma(a)$ with the logit $a(x, y)$; the paper writes $D(x \mid y)$ |
# | $y'$ | a wrong condition: $y' \ne y$ |
# | $\varphi(x)$ | features of an image: what the last hidden layer of $D$ holds |


# %%
def circles(ax, left, bottom, count, color, label, below=True):
    """A row of units, and the layer's name beside it."""
    for i in range(count):
        ax.add_patch(plt.Circle((left + 0.3 * i, bottom), 0.11, color=color, zorder=3))
    ax.text(
        left + 0.15 * (count - 1), bottom - 0.38 if below else bottom + 0.2, label, ha="center", fontsize=9
    )
    return left + 0.15 * (count - 1), bottom


def arrow(ax, start, end):
    (x0, y0), (x1, y1) = start, end
    ax.annotate("", (x1, y1 - 0.15), (x0, y0 + 0.15), arrowprops={"arrowstyle": "->", "color": "#888888"})


@demo
def conditional_players():
    _, axes = plots.figure(1, 2, 4.2, 2.9)
    blue, red, green, grey, orange = "#0072B2", "#D55E00", "#009E73", "#888888", "#E69F00"
    ax = axes[0]
    z = circles(ax, 0.0, 0, 4, grey, "noise z")
    y = circles(ax, 2.4, 0, 4, orange, "condition y")
    h = circles(ax, 0.6, 1, 7, red, "", below=False)
    x = circles(ax, 0.9, 2, 5, red, "image  x = G(z, y)", below=False)
    for start, end in ((z, h), (y, h), (h, x)):
        arrow(ax, start, end)
    ax.set_title("generator")
    ax = axes[1]
    x = circles(ax, 0.0, 0, 4, blue, "image x, real or not")
    y = circles(ax, 2.4, 0, 4, orange, "condition y")
    h = circles(ax, 0.6, 1, 7, green, "", below=False)
    a = circles(ax, 1.5, 2, 1, green, "does x belong to the real ones of y?", below=False)
    for start, end in ((x, h), (y, h), (h, a)):
        arrow(ax, start, end)
    ax.set_title("discriminator")
    for ax in axes:
        ax.set(xlim=(-0.6, 3.9), ylim=(-0.6, 2.5), aspect="equal")
        ax.set_axis_off()
    plt.show()


# %% [markdown]
# That is the idea of Figure 1 of the paper. In both networks the condition is a second input that meets the first one in a hidden layer. Look at the right-hand side, because it is easily forgotten: **$D$ gets $y$ too**. The generator learns only from $D$'s verdict. If the verdict does not depend on $y$, a generator that draws a 3 when asked for a 7 is never told so. You will measure what happens then.
#
# ### The data
#
# 1,797 real handwritten digits that come with scikit-learn (collected by Alpaydin and Kaynak, 1998), enlarged from 8×8 to 16×16 pixels. Black is −1, white is 1. A fifth of them is kept apart: the networks never see it.

# %%
digits = data.digits(16, flat=True, device=device)
train_set, held_out = digits.split(0.8, seed=0)
CLASSES, PIXELS, LATENT = 10, 256, 16


@demo
def the_data():
    print(f"to train on: {len(train_set)} images; kept apart: {len(held_out)}")
    rows = torch.cat([train_set.x[train_set.y == k][:12] for k in range(CLASSES)])
    plots.images(rows, columns=12, value_range=(-1, 1), title="twelve real digits of each class")
    plt.show()


# %% [markdown]
# ---
# ## 2 · A class in numbers
#
# A network eats numbers, so what number is a 7? The obvious answer, 7, is a bad one. In a first layer $h = W z + w\,y + b$ the vector $w$ would be added nine times for a nine and not at all for a zero; classes next to each other would get almost the same hidden units, and 8 would always lie between 7 and 9. The labels of digits are names, not amounts.
#
# **One-hot.** Give each class a number of its own that only says yes or no: class $k$ becomes the $k$-th row of the unit matrix,
#
# $$
# e(y) = (0, \ldots, 0, \underset{\text{place } y}{1}, 0, \ldots, 0) \in \mathbb{R}^K .
# $$
#
# All classes are now equally far from each other.
#
# ### Exercise 1 · One-hot  (4 points, about 5 minutes)
#
# **Goal.** Turn a batch of labels into rows with a single 1.
#
# *You get* `labels`, whole numbers of shape (N,) from 0 to `classes` − 1, and `classes`, the number $K$ of classes. *You return* a tensor of **floating-point** numbers, shape (N, classes): row $i$ has its 1 in column `labels[i]`.
#
# A batch need not hold every class; the number of columns is always `classes`.
#
# <details><summary>Hint 1</summary>
#
# `torch.eye(n)` is the unit matrix. What does `matrix[labels]` do, when `labels` is a tensor of whole numbers?
# </details>
# <details><summary>Hint 2</summary>
#
# Or look up `torch.nn.functional.one_hot`. Its second argument is there for batches without the last class; and mind the type of what it returns.
# </details>
#
# **What to expect.** `one_hot(torch.tensor([2, 0]), 3)` is `[[0., 0., 1.], [1., 0., 0.]]`.


# %% nbgrader={"grade": false, "grade_id": "one_hot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def one_hot(labels, classes):
    """Return rows (N, classes) with a 1 in the column of each label."""
    ### BEGIN SOLUTION
    return F.one_hot(labels, classes).float()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_one_hot", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.one_hot(one_hot)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "one_hot")
### END HIDDEN TESTS

# %% [markdown]
# **Embedding.** What does the first layer make of a one-hot row? Let $E$ be a matrix with $K$ rows. The product $e(y)\,E$ adds up the rows of $E$, each times 0, and one of them times 1:
#
# $$
# e(y)\, E = E_y , \qquad\text{the row of } E \text{ that belongs to } y .
# $$
#
# Multiplying by a one-hot row is *looking up* a row. So a layer may as well skip the zeros and look the row up directly: `nn.Embedding(K, d)` is a table of $K$ learned vectors of $d$ numbers. One-hot followed by a linear layer and an embedding followed by an addition are the same function, and have the same gradients; the second saves the multiplications. With ten classes that saves nothing; with 10,000 words it saves almost everything.


# %%
@demo
def one_hot_is_a_table():
    seed_everything(0)
    labels, table = torch.tensor([7, 1, 7, 4]), torch.randn(CLASSES, 5)
    by_product, by_lookup = one_hot(labels, CLASSES) @ table, table[labels]
    print(f"one_hot(labels) @ table equals table[labels]: {torch.equal(by_product, by_lookup)}")
    number_gap = (torch.arange(10.0)[:, None] - torch.arange(10.0)).abs()
    code_gap = torch.cdist(one_hot(torch.arange(10), 10), one_hot(torch.arange(10), 10))
    for a, b in ((7, 8), (0, 9)):
        print(
            f"distance of {a} and {b}: as numbers {number_gap[a, b]:.0f}, as one-hot rows {code_gap[a, b]:.2f}"
        )


# %% [markdown]
# ### Where the label meets the image
#
# Once $y$ is a vector, there are three usual places for it.
#
# 1. **Concatenation** (Mirza and Osindero). Put the vector beside the other input and let the first layer see both: $h = \text{bend}\big(W [x, e(y)] + b\big)$. Since $W[x, e(y)] = W_x x + E_y$, each class adds a vector of its own *before* the bend. The bend is what makes image and label interact.
#
# 2. **Projection** (Miyato and Koyama), for $D$. Let the layers see only the image and end in features $\varphi(x)$; then let the label pick a direction in which to look at them:
# $$
# a(x, y) = w^{\top} \varphi(x) + b + v_y^{\top} \varphi(x) , \qquad v_y \text{ a learned vector for each class.}
# $$
# The first part says "real at all?", the last "does it look like a $y$?". This form is not pulled out of the air. The best logit is a log ratio, and it splits by the product rule $p(x, y) = p(x)\,p(y \mid x)$:
# $$
# a^*(x, y) = \log \frac{p_{\text{data}}(x, y)}{p_g(x, y)} = \underbrace{\log \frac{p_{\text{data}}(x)}{p_g(x)}}_{\text{depends on } x \text{ alone}} + \underbrace{\log p_{\text{data}}(y \mid x) - \log p_g(y \mid x)}_{\text{depends on both}} .
# $$
# If both $p(y \mid x)$ are softmax classifiers on the same features, $\log p(y \mid x) = u_y^{\top}\varphi(x) - \log \sum_k e^{u_k^{\top}\varphi(x)}$, then the difference of the two is $(u_y - \tilde u_y)^{\top} \varphi(x)$ plus something that does not depend on $y$: exactly the form above, with $v_y = u_y - \tilde u_y$.
#
# 3. **Scale and shift** (FiLM: [Perez et al., 2018](https://arxiv.org/abs/1709.07871)). Let the label set a factor and a summand for each hidden unit, $h \leftarrow \gamma_y \odot h + \beta_y$. Many large image generators do this in every layer.
#
# | way | what $y$ costs in a layer of $d$ units | where it meets the other input |
# |---|---|---|
# | one-hot or embedding, concatenated | $K d$ numbers | by addition, before a bend |
# | projection | $K d$ numbers | by multiplication, at the end |
# | scale and shift | $2 K d$ numbers | by multiplication, in each layer that has it |
#
# One thing does **not** work in $D$: to add a number $c_y$ to the final logit, $a(x, y) = f(x) + c_y$. Then the label raises or lowers every verdict alike, whatever the image. Such a $D$ can say that sevens are rare, but not that this is no seven.
#
# ---
# ## 3 · Two networks
#
# ### Exercise 2 · A generator that takes orders  (6 points, about 8 minutes)
#
# **Goal.** A function that builds a fresh conditional generator, called as `G(z, y)`.
#
# *You get* `latent_dim`, `classes`, `data_dim` and `hidden`, the width of the hidden layers. *You return* an `nn.Module` whose `forward(z, y)` maps noise (N, latent_dim) and labels (N,), whole numbers from 0 to `classes` − 1, to images (N, data_dim) with pixels between **−1 and 1**, as in the data.
#
# The label may enter as you like: one-hot or embedding beside $z$, or scale and shift. But it must be able to change more than a constant, so let it in before a bend. And $z$ must stay in: it is where the variety of a class comes from. Each image follows from its own $z$ and its own label, the same ones always giving the same image (batch norm and dropout look elsewhere while they train; in evaluation mode they do not).
#
# <details><summary>Hint 1</summary>
#
# Two inputs do not fit `nn.Sequential` alone. Write a class with `__init__`, which makes the layers, and `forward(self, z, y)`, which uses them; return an object of it.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.cat([a, b], dim=1)` puts columns side by side: (N, 16) and (N, 10) make (N, 26). `F.one_hot` or `nn.Embedding` gives you the second one. (Do not call your own `one_hot` inside: this exercise is graded by itself.)
# </details>
# <details><summary>Hint 3</summary>
#
# The last bend is `torch.tanh`.
# </details>
#
# **What to expect.** The check looks only at what the network does: whether each label changes the image, whether $z$ does, and how far the pixels reach.


# %% nbgrader={"grade": false, "grade_id": "make_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_generator(latent_dim, classes, data_dim, hidden=256):
    """Return a fresh network G(z, y) from noise (N, latent_dim) and labels (N,) to images (N, data_dim)."""

    ### BEGIN SOLUTION
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 16)
            self.layers = nn.Sequential(
                nn.Linear(latent_dim + 16, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, data_dim),
                nn.Tanh(),
            )

        def forward(self, z, y):
            return self.layers(torch.cat([z, self.code(y)], dim=1))

    return Generator()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_generator", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.make_generator(make_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "make_generator")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 3 · A discriminator that knows what was ordered  (6 points, about 8 minutes)
#
# **Goal.** A function that builds a fresh conditional discriminator, called as `D(x, y)`.
#
# *You get* `data_dim`, `classes` and `hidden`. *You return* an `nn.Module` whose `forward(x, y)` maps images (N, data_dim) and labels (N,) to **logits**, (N,) or (N, 1). Each pair is judged by itself, and the label's effect on the verdict must depend on the image: concatenation or projection both do that.
#
# <details><summary>Hint 1</summary>
#
# By concatenation it is the generator's twin, with other sizes at both ends and nothing after the last layer.
# </details>
# <details><summary>Hint 2</summary>
#
# By projection: layers that end in features `h` of shape (N, hidden), a linear layer from `h` to one number, and `(self.code(y) * h).sum(1)` with an embedding of `hidden` columns.
# </details>
#
# **What to expect.** A logit for each pair, of both signs, and another one when you exchange the labels.


# %% nbgrader={"grade": false, "grade_id": "make_discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_discriminator(data_dim, classes, hidden=256):
    """Return a fresh network D(x, y) from images (N, data_dim) and labels (N,) to logits (N,)."""

    ### BEGIN SOLUTION
    class Discriminator(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.Sequential(
                nn.Linear(data_dim + classes, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, 1),
            )

        def forward(self, x, y):
            code = F.one_hot(y, classes).to(x.dtype)
            return self.layers(torch.cat([x, code], dim=1)).squeeze(1)

    return Discriminator()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_discriminator", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.make_discriminator(make_discriminator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "make_discriminator")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 4 · Three kinds of pairs
#
# $D$ is shown pairs now, and asked: is this a real image *that belongs to this label*? The plain conditional GAN gives it two kinds of examples.
#
# 1. **Matched**: a real image with its own label. Right.
# 2. **Fake**: $G(z, y)$ with the $y$ that was ordered. Wrong.
#
# A pair can be wrong in two ways, though: the image may look unreal, or it may look real and not belong to the label. Among the examples above, nothing shows $D$ the second way by itself. Early in training every fake is plainly unreal, and $D$ earns full marks without a look at $y$. It hears of the label only when the fakes have become good. Reed et al. add examples that are wrong in the second way alone:
#
# 3. **Mismatched**: a real image with a wrong label $y' \ne y$. Wrong.
#
# These cost nothing: the images are there, and wrong labels are easy to come by. But they must really be wrong. If labels are shuffled within the batch, or drawn from all classes, about one in ten hits its own class, and $D$ is told that a perfectly good pair is wrong.
#
# ### Exercise 4 · Wrong labels  (4 points, about 6 minutes)
#
# **Goal.** For each label draw a wrong one: any of the other classes, all equally likely, **never** the label itself.
#
# *You get* `labels`, whole numbers (N,), and `classes`. *You return* wrong labels, whole numbers (N,). Each sample draws its own, afresh at each call, from torch's random numbers.
#
# <details><summary>Hint 1</summary>
#
# Think of the classes as hours on a clock with $K$ hours. From $y$, how many steps forward lead to another hour? Which numbers of steps lead back to $y$?
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.randint(low, high, shape)` draws whole numbers from low to high − 1. On a clock one counts with `%`. (A tensor made inside should live where `labels` lives: `device=labels.device`.)
# </details>
#
# **What to expect.** Of a thousand labels none equals the true one, and each of the $K - 1$ others comes up about as often.


# %% nbgrader={"grade": false, "grade_id": "mismatched_labels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mismatched_labels(labels, classes):
    """Return for each label another class, at random, shape (N,)."""
    ### BEGIN SOLUTION
    steps = torch.randint(1, classes, labels.shape, device=labels.device)
    return (labels + steps) % classes
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_mismatched_labels", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.mismatched_labels(mismatched_labels)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "mismatched_labels")
### END HIDDEN TESTS


# %%
@demo
def three_kinds_of_pairs():
    seed_everything(4)
    x, y = train_set.labelled_batch(10)
    wrong = mismatched_labels(y, CLASSES)
    _, axes = plots.figure(1, 2, 4.4, 1.5)
    for ax, labels, title in ((axes[0], y, "matched"), (axes[1], wrong, "mismatched")):
        plots.images(x, columns=10, value_range=(-1, 1), ax=ax, title=title)
        for i, label in enumerate(labels.tolist()):
            ax.text(
                17 * i + 8, 21, str(label), ha="center", color="#009E73" if title == "matched" else "#D55E00"
            )
    plt.show()


# %% [markdown]
# ### Exercise 5 · The loss of D over three kinds  (5 points, about 6 minutes)
#
# **Goal.** With $N$ matched logits $a_i$, $M$ fake logits $b_j$ and $L$ mismatched logits $c_k$ (Algorithm 1 of [Reed et al.](https://arxiv.org/abs/1605.05396), written as a loss to be minimised):
#
# $$
# L_D = -\frac1N \sum_i \log \sigma(a_i) - \frac{1}{2M} \sum_j \log(1 - \sigma(b_j)) - \frac{1}{2L} \sum_k \log(1 - \sigma(c_k)) .
# $$
#
# The two wrong kinds share one half of the weight each, so that right and wrong are balanced. It must stay finite for any logit, and keep its slope where $D$ is sure and mistaken, at logits as far as ±16 (a clamp, or an $\varepsilon$ inside the logarithm, takes it away there).
#
# *You get* three batches of logits, each of shape (n,) or (n, 1), not necessarily of the same size. *You return* a scalar tensor through which gradients reach all three.
#
# <details><summary>Hint</summary>
#
# $-\log \sigma(a)$ is `F.softplus(-a)`, and $-\log(1 - \sigma(a))$ is `F.softplus(a)`. Three means, three weights.
# </details>
#
# **What to expect.** $2 \log 2 \approx 1.386$ when all logits are 0. Downhill pushes matched logits up and the two others down.


# %% nbgrader={"grade": false, "grade_id": "discriminator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    """Return D's loss over three kinds of pairs, as a scalar tensor."""
    ### BEGIN SOLUTION
    right = F.softplus(-matched_logits).mean()
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return right + wrong / 2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_discriminator_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.discriminator_loss(discriminator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "discriminator_loss")
### END HIDDEN TESTS

# %% [markdown]
# **What this loss asks for.** Which $D$ is the best one now? For a fixed $y$ let $p$ be the density of the real images of $y$, $q$ that of the fakes, and $m$ that of the real images of all other classes (a label $y'$ is equally likely to have come from any of them, so the mismatched images under $y$ are a mixture of the others). The loss is the old one, with the mixture $r = \tfrac12 (q + m)$ in place of the fakes, so
#
# $$
# D^*(x, y) = \frac{p}{p + \tfrac12 q + \tfrac12 m} , \qquad \max_D V = 2\, \mathrm{JSD}(p, r) - \log 4 .
# $$
#
# Two consequences, and both will show in the numbers below.
#
# * Where classes do not overlap ($m = 0$ at the sevens, for $y = 7$), a perfect generator leaves $D$ at $p / (p + \tfrac12 p) = \tfrac23$, not at $\tfrac12$. Half of the wrong pairs are ones that $G$ cannot make any better.
# * Where they do overlap, at an image that might be a 1 or a 7, $m > 0$ takes up part of $r$, and $G$ does best by putting *less* there than the data do. The generator learns to avoid what is ambiguous. Its samples may be easier to read than real handwriting, and a little less varied.
#
# ### Exercise 6 · The loss of G  (5 points, about 6 minutes)
#
# **Goal.** The generator has one kind of pair: what it made, under the label it was asked for. In the non-saturating form of assignment 04,
#
# $$
# L_G = -\frac1N \sum_{i=1}^{N} \log \sigma\Big( a\big(G(z_i, y_i),\, y_i\big) \Big) .
# $$
#
# The same $y_i$ stands in it twice, and that is the whole point of a conditional GAN.
#
# *You get* the two networks, noise `z` (N, latent_dim) and `labels` (N,). *You return* a scalar tensor, finite for any logit, from which a gradient reaches $G$, also where $D$ rejects as firmly as with a logit of −20. Both networks stay as they were: whoever freezes $D$ for the while switches it on again.
#
# <details><summary>Hint 1</summary>
#
# Follow the equation from the inside out: images, logits, logarithms, mean.
# </details>
# <details><summary>Hint 2</summary>
#
# Nothing may be detached on the way: the gradient comes back through $D$ and through the images.
# </details>
#
# **What to expect.** The check watches which labels each network is given.


# %% nbgrader={"grade": false, "grade_id": "generator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def generator_loss(generator, discriminator, z, labels):
    """Return G's non-saturating loss for a batch of orders, as a scalar tensor."""
    ### BEGIN SOLUTION
    images = generator(z, labels)
    logits = discriminator(images, labels)
    return F.softplus(-logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_generator_loss", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.generator_loss(generator_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "generator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 7 · A step of D on three kinds of pairs  (8 points, about 10 minutes)
#
# **Goal.** One step of $D$, with $G$ held constant:
#
# 1. draw noise, `noise(n)`, for as many fakes as there are real images;
# 2. let $G$ make fakes for the labels of the batch, and treat them as plain numbers;
# 3. ask for wrong labels: `mismatch(labels)`;
# 4. let $D$ judge the three kinds of pairs: real images with their labels, fakes with the labels they were made for, real images with the wrong labels;
# 5. compute `loss(matched, fake, mismatched)` of the three batches of logits, in this order;
# 6. clear $D$'s old gradients, backpropagate, take one optimiser step.
#
# *You get* both networks, `d_optimizer` (it owns $D$'s parameters), `real` (N, data_dim) and `labels` (N,), and the functions `noise`, `mismatch` and `loss`. *You return* the loss as a Python float. $G$ must not move, and both networks must be ready for the next step: trainable, and in training mode.
#
# <details><summary>Hint 1</summary>
#
# It is your step of assignment 03 with a label beside each image, and one more call of $D$.
# </details>
# <details><summary>Hint 2</summary>
#
# Write the three pairs down before you code: which image, which label? In two of the three calls of $D$ the image is the same, in two of them the label is.
# </details>
#
# **What to expect.** The check compares the three batches of logits with those it computes itself, and knows where $D$ must be after the step.


# %% nbgrader={"grade": false, "grade_id": "discriminator_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    """Train D for one step on three kinds of pairs; return the loss as a float."""
    ### BEGIN SOLUTION
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(
        discriminator(real, labels),
        discriminator(fake, labels),
        discriminator(real, wrong),
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_discriminator_step", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.discriminator_step(discriminator_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "discriminator_step")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 8 · From the paper: the whole algorithm  (10 points, about 20 minutes)
#
# Losses and step came to you in pieces. This is how the paper prints the method ([Reed et al.](https://arxiv.org/abs/1605.05396), Algorithm 1, "GAN-CLS training algorithm"), with labels in the place of texts and our letters: $\hat y$ are the mismatched labels.
#
# > **Input:** minibatch images $x$, matching labels $y$, mismatching labels $\hat y$, number of training batch steps $S$
# >
# > 1. **for** $n = 1$ **to** $S$ **do**
# > 2. $\quad z \sim p_z$ (draw sample of random noise)
# > 3. $\quad \tilde x \leftarrow G(z, y)$ (forward through generator)
# > 4. $\quad s_r \leftarrow D(x, y)$ (real image, right label)
# > 5. $\quad s_w \leftarrow D(x, \hat y)$ (real image, wrong label)
# > 6. $\quad s_f \leftarrow D(\tilde x, y)$ (fake image, right label)
# > 7. $\quad \mathcal L_D \leftarrow \log(s_r) + (\log(1 - s_w) + \log(1 - s_f)) / 2$
# > 8. $\quad D \leftarrow D + \alpha\, \partial \mathcal L_D / \partial D$ (update discriminator)
# > 9. $\quad \mathcal L_G \leftarrow \log(s_f)$
# > 10. $\quad G \leftarrow G + \alpha\, \partial \mathcal L_G / \partial G$ (update generator)
# > 11. **end for**
#
# Two things a box does not say have to be settled. The players take turns, as in assignment 03: for line 9 **draw fresh noise**, make new fakes for the **same** labels $y$ of the batch, and let the $D$ of now judge them. And $s$ are probabilities of single pairs in the box; logits and means over the batch are yours to write. (The box climbs both $\mathcal L$; the original prints a minus before $\alpha$ in both updates, which would climb down.)
#
# **Goal.** Write it as one function, without a call of the exercises above, so that it is graded by itself.
#
# *You get* `generator` and `discriminator`, called as $G(z, y)$ and $D(x, y)$ (logits); `g_optimizer` and `d_optimizer`; `sample_real()`, which returns the next minibatch as a pair (x, y); `noise(n)`; `mismatch(labels)`, which returns wrong labels; and `steps`. *You return* a list of `steps` plain numbers: $-\mathcal L_D$ of each iteration, as it was before $D$ moved. Both networks stay trainable and in training mode.
#
# <details><summary>Hint 1</summary>
#
# Which lines need a gradient into $G$? In the others the fakes are plain numbers.
# </details>
# <details><summary>Hint 2</summary>
#
# `F.logsigmoid(a)` is $\log s$, and $\log(1 - s)$ is `F.logsigmoid(-a)`. An optimiser goes downhill.
# </details>
# <details><summary>Hint 3</summary>
#
# Clear, backward, step: once for $D$ with `d_optimizer`, once for $G$ with `g_optimizer`. $G$'s backward pass leaves gradients in $D$, which the next clearing removes.
# </details>
#
# **What to expect.** The check plays a few iterations on two tiny conditional players, and knows what both answer afterwards.


# %% nbgrader={"grade": false, "grade_id": "gan_cls", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    """Train both players by Algorithm 1 of Reed et al.; return D's loss of each iteration."""
    ### BEGIN SOLUTION
    losses = []
    for _ in range(steps):
        real, labels = sample_real()
        fake = generator(noise(len(real)), labels).detach()
        right = F.logsigmoid(discriminator(real, labels)).mean()
        wrong = F.logsigmoid(-discriminator(real, mismatch(labels))).mean()
        fooled = F.logsigmoid(-discriminator(fake, labels)).mean()
        d_loss = -(right + (wrong + fooled) / 2)
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        images = generator(noise(len(real)), labels)
        g_loss = -F.logsigmoid(discriminator(images, labels)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        losses.append(d_loss.item())
    return losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gan_cls", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.gan_cls(gan_cls)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "gan_cls")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 5 · The game, played
#
# The loop is Algorithm 1 with $k = 1$, and three helpers from assignment 04: the learning rate falls in the second half, the weights of $G$ are averaged (the average is what we draw from), and every fourth iteration $D$ takes a step on the R1 penalty alone, which keeps its slopes at real images small. (Only every fourth, but four times as strong: [Karras et al., 2020](https://arxiv.org/abs/1912.04958), computed it in every sixteenth iteration only, and lost nothing by it.) Nothing in the loop knows what a label is.


# %%
def noise(n):
    """p_z: n noise vectors, shape (n, LATENT)."""
    return torch.randn(n, LATENT, device=device)


def wrong_digits(labels):
    return mismatched_labels(labels, CLASSES)


def r1_step(discriminator, optimizer, real, labels, weight):
    """A step of D on the R1 penalty alone: weight/2 · mean ‖∂a/∂x‖² at real images."""
    real = real.detach().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(real, labels).sum(), real, create_graph=True)
    penalty = weight / 2 * slope.square().sum(dim=1).mean()
    optimizer.zero_grad()
    penalty.backward()
    optimizer.step()


def adam(network, lr):
    return torch.optim.Adam(network.parameters(), lr, betas=(0.5, 0.99), fused=True)


def play(generator, discriminator, sample_real, mismatch, loss, steps, batch=64, lr=1e-3):
    """Train both networks; return the generator with averaged weights and the losses of both players."""
    averaged = copy.deepcopy(generator)
    g_optimizer, d_optimizer = adam(generator, lr), adam(discriminator, lr)
    history: dict[str, list] = {"d": [], "g": []}
    for step in range(steps):
        for optimizer in (g_optimizer, d_optimizer):
            optimizer.param_groups[0]["lr"] = lr * min(1.0, 0.05 + 2 * (1 - step / steps))
        real, labels = sample_real(batch)
        history["d"].append(
            discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss)
        )
        if step % 4 == 0:
            r1_step(discriminator, d_optimizer, real, labels, weight=0.4)
        value = generator_loss(generator, discriminator, noise(batch), labels)
        g_optimizer.zero_grad(set_to_none=True)
        value.backward()
        g_optimizer.step()
        history["g"].append(value.item())
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters(), strict=True):
                mean.lerp_(new, 0.005)
    return averaged.eval(), history


def train_on_digits(discriminator, loss, steps, seed):
    """Your generator against a discriminator, on labelled digits."""
    seed_everything(seed)
    generator, discriminator = make_generator(LATENT, CLASSES, PIXELS), discriminator()
    return play(
        generator.to(device), discriminator.to(device), train_set.labelled_batch, wrong_digits, loss, steps
    )


@functools.cache
def trained():
    """The run of this section; later cells use it again."""
    return train_on_digits(lambda: make_discriminator(PIXELS, CLASSES), discriminator_loss, 1500, seed=0)


@demo(seconds="about 15 s")
def the_game_with_labels():
    _, history = trained()
    plots.losses(history, title="both losses (dashed: theory for D)", equilibrium=0.955)
    plt.show()


# %% [markdown]
# The dashed line is the theory of section 4. Against a perfect generator $D = \tfrac23$ on matched pairs and on fakes, and $D = 0$ on mismatched ones that are plainly wrong, so $L_D = -\log \tfrac23 - \tfrac12 \log \tfrac13 - 0 \approx 0.955$, not $\log 4$. The run ends a little below, near 0.88 (0.87 to 0.89 on five seeds): $D$ still tells some fakes from real images.
#
# ### Exercise 9 · A grid by class  (5 points, about 7 minutes)
#
# **Goal.** The picture by which conditional generators are judged: row $k$ shows class $k$, and **column $j$ uses the same noise $z_j$ in every row**. So along a row you see the variety of a class, and down a column what a noise vector means in all classes.
#
# *You get* a `generator`, noise `z` of shape (n, latent_dim), and `classes`. *You return* the images in one batch of shape (classes · n, …), row after row, as `plots.images` wants them: first all $n$ images of class 0, then those of class 1, and so on. Nobody trains on a picture, so they carry no graph; and the generator is left as it was, in the mode in which you found it.
#
# <details><summary>Hint 1</summary>
#
# For 3 classes and 2 columns the labels are 0 0 1 1 2 2 and the noise is $z_0\, z_1\, z_0\, z_1\, z_0\, z_1$. One of them changes slowly, the other fast.
# </details>
# <details><summary>Hint 2</summary>
#
# `tensor.repeat_interleave(n)` writes each entry n times in a row; `tensor.repeat(k, 1)` writes the whole table k times. (New tensors should live where `z` lives.)
# </details>
#
# **What to expect.** The picture under the next cell: ten rows, each of one digit.


# %% nbgrader={"grade": false, "grade_id": "class_grid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def class_grid(generator, z, classes):
    """Return images (classes · len(z), …): a row for each class, the same z down each column."""
    ### BEGIN SOLUTION
    labels = torch.arange(classes, device=z.device).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_class_grid", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.class_grid(class_grid)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "class_grid")
### END HIDDEN TESTS


# %%
@demo
def digits_to_order():
    generator, _ = trained()
    seed_everything(1)
    images = class_grid(generator, noise(14), CLASSES)
    plots.images(images, columns=14, value_range=(-1, 1), title="a row for each order, a column for each z")
    plt.show()


# %% [markdown]
# Every row is the digit that was ordered, and no two images of a row are alike. Follow a column down: often a $z$ that gives a slanted 1 gives slanted digits in other rows as well. Nobody asked for that. The network shares its layers between the classes, and what is left for $z$ to say, once $y$ has said which digit, is *how* it is written. The label has taken the digit out of $z$, and style is what remains.
#
# Walk through it yourself: choose a class, then move over a plane of the latent space.


# %%
@demo
def walk_through_a_class():
    from IPython.display import display

    from gan_course.widgets import LatentWalk

    generator, _ = trained()
    on_cpu = copy.deepcopy(generator).cpu()
    display(LatentWalk(on_cpu, LATENT, classes=CLASSES, label=7))


# %% [markdown]
# ---
# ## 6 · Does it obey, and does it vary?
#
# A pretty grid proves little. Two numbers say more, and it takes both.
#
# **Class accuracy**: of many samples, the share that a classifier of digits takes for the class that was ordered. The classifier is trained on the real training digits and tested on those kept apart, so that we know how far to trust it.
#
# **Diversity within a class**: the mean distance between two different samples *of the same class*, averaged over the classes. Alone it means nothing; beside the same number for real digits it does. It is there to catch a generator that has learned ten pictures by heart: such a one can have a class accuracy of 100%.
#
# The table measures the generator, real digits, and three impostors that are made from the same trained generator. The first ignores $z$. The second ignores $y$ and draws any class. The third obeys, but its noise is ten times too small.


# %% [markdown]
# **Predict, then run.** The trained generator obeys nearly always. What will the class accuracy of the first two impostors be? Write numbers in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_impostors", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_impostors = {
    "class accuracy in %, z ignored": ...,  # a number
    "class accuracy in %, y ignored": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
@functools.cache
def judge():
    """A classifier of digits, trained on the real training set."""
    return metrics.train_classifier(train_set)


def class_accuracy(images, labels):
    """Share of images that the classifier takes for their label."""
    return float((judge().predict(images) == labels).float().mean())


def diversity(images, labels):
    """Mean distance between two images of the same class, averaged over the classes."""
    return float(torch.stack([torch.pdist(images[labels == k]).mean() for k in labels.unique()]).mean())


@torch.no_grad()
def sampled(generator, per_class=100):
    """Samples of every class with their labels."""
    labels = torch.arange(CLASSES, device=device).repeat_interleave(per_class)
    return generator(noise(len(labels)), labels), labels


@demo(seconds="about 5 s")
def obedience_and_variety():
    generator, _ = trained()
    seed_everything(0)
    impostors = {
        "the trained generator": generator,
        "... ignoring z": lambda z, y: generator(torch.zeros_like(z), y),
        "... ignoring y": lambda z, y: generator(z, torch.randint(CLASSES, y.shape, device=y.device)),
        "... with z too small": lambda z, y: generator(z / 10, y),
    }
    real = diversity(held_out.x, held_out.y)
    obeys = {}
    print("                          class accuracy   diversity (real = 1)")
    print(f"real digits, kept apart {100 * judge().accuracy(held_out):15.1f}%   {1:14.2f}")
    for name, g in impostors.items():
        images, labels = sampled(g)
        obeys[name] = 100 * class_accuracy(images, labels)
        print(f"{name:24s}{obeys[name]:15.1f}%   {diversity(images, labels) / real:14.2f}")
    measured = {f"class accuracy in %, {letter} ignored": obeys[f"... ignoring {letter}"] for letter in "zy"}
    predictions.compare(predict_impostors, measured, near=3)


# %% [markdown]
# Read the columns against each other. Ignoring $z$ leaves the class accuracy as it is, or makes it better, and the diversity is 0: **accuracy does not see that there is one picture per class**. Ignoring $y$ leaves good digits, and accuracy falls to about 10%, one in ten by chance; the diversity *rises*, because "a class" now holds all digits. Neither number alone is enough. The last impostor obeys, varies, and has lost most of its variety. That is how a mild collapse looks.
#
# How much of this is the luck of one seed? On five seeds (0 to 4) the class accuracy was 100.0% every time, and the diversity 0.80 to 0.83 of that of real digits. The impostors were as clear: 0.00 without $z$, 7% to 12% accuracy without $y$, 0.11 to 0.12 diversity with a tenth of the noise. Real digits that the classifier has never seen reach 97.2%, so the generator is *more* legible than people's handwriting. That is not a triumph. The second consequence of section 4 led us to expect it: what could be two digits at once is left out, and some of the variety goes with it.
#
# ### What each part is for
#
# Now take the machine apart. Five discriminators with your generator and step, each trained for 600 iterations only, so that the differences show:
#
# * one that does not look at $y$ at all;
# * concatenation and projection, each with two kinds of pairs (the mismatched logits are left out of the loss) and with three.


# %% [markdown]
# **Predict, then run.** $G$ gets the label, $D$ does not see it. What will the class accuracy be in this one run?

# %% nbgrader={"grade": false, "grade_id": "predict_blind", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_blind = {
    "class accuracy in %, D blind to y": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
def mlp(*widths):
    """Linear layers of these widths with a leaky bend after each but the last."""
    steps = []
    for before, after in itertools.pairwise(widths):
        steps += [nn.Linear(before, after), nn.LeakyReLU(0.2)]
    return nn.Sequential(*steps[:-1])


class Blind(nn.Module):
    """A discriminator that is handed y and does not look."""

    def __init__(self):
        super().__init__()
        self.verdict = mlp(PIXELS, 256, 256, 1)

    def forward(self, x, y):
        return self.verdict(x)


class Concatenating(nn.Module):
    """One-hot beside the image."""

    def __init__(self):
        super().__init__()
        self.verdict = mlp(PIXELS + CLASSES, 256, 256, 1)

    def forward(self, x, y):
        return self.verdict(torch.cat([x, torch.eye(CLASSES, device=device)[y]], dim=1))


class Projecting(nn.Module):
    """The label picks a direction in which to look at the features."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(mlp(PIXELS, 256, 256), nn.LeakyReLU(0.2))
        self.real_at_all = nn.Linear(256, 1)
        self.direction = nn.Embedding(CLASSES, 256)

    def forward(self, x, y):
        features = self.features(x)
        return self.real_at_all(features).squeeze(1) + (self.direction(y) * features).sum(1)


def two_kinds(matched, fake, mismatched):
    """The loss of the plain conditional GAN: the mismatched pairs are not used."""
    return F.softplus(-matched).mean() + F.softplus(fake).mean()


def row_of_comparison(name, discriminator, loss, seed=0, steps=600):
    """Train, print one line of the table, and return the class accuracy in percent."""
    generator, _ = train_on_digits(discriminator, loss, steps, seed)
    images, labels = sampled(generator)
    obeyed, share = class_accuracy(images, labels), diversity(images, labels)
    print(f"{name:34s}{100 * obeyed:15.1f}%   {share / diversity(held_out.x, held_out.y):14.2f}")
    return 100 * obeyed


@demo(seconds="about 25 s")
def what_each_part_is_for():
    print("discriminator, kinds of pairs       class accuracy   diversity (real = 1)")
    blind = row_of_comparison("does not see y, 2 kinds", Blind, two_kinds)
    for name, d in (("concatenation", Concatenating), ("projection", Projecting)):
        row_of_comparison(f"{name}, 2 kinds", d, two_kinds)
        row_of_comparison(f"{name}, 3 kinds", d, discriminator_loss)
    predictions.compare(predict_blind, {"class accuracy in %, D blind to y": blind}, near=5)


# %% [markdown]
# Compare the lines. A $D$ that does not see $y$ gives no reason to obey: which digits go with which label is an accident of the run, because to $G$ $y$ is one more source of noise. So the class accuracy of *one* run need not be 10%: on three seeds it was between 0.9 and 6.5%. What is exactly 10% is the average over all ways to name the labels: turn them round, 0 for 1, 1 for 2, and so on, and each picture of a digit is right under one of the ten turns. With two kinds of pairs, concatenation had reached 63% and 40% on seeds 0 and 1; with mismatched pairs 99.8% on both. Projection asks "does it look like a $y$?" by its very form, and needs the third kind less: on seed 0 98.9% without and 100% with it.
#
# And there is a price. In each pair of lines the third kind lowered the diversity (0.56 to 0.43 and 0.43 to 0.38 for concatenation on the two seeds, 0.67 to 0.60 for projection on the first), as section 4 led us to expect. Longer training wins most of it back, as the run of section 5 shows. These are two seeds, one size of network and 600 iterations: enough to see that mismatched pairs matter for concatenation, not enough for a ranking of the two designs.
#
# ---
# ## 7 · From a class to a caption
#
# "Draw a 7" is an order from a list of ten. "Draw a *thick, slanted* 7" is a sentence. Between a label and a text there are only two steps: say in words what is in the picture, and turn words into numbers. We take both in small.
#
# ### What can be said about a digit
#
# We want captions for 1,438 images and nobody to write them. So we measure. Let $p_{ij} \in [0, 1]$ be the ink of the pixel in row $i$ (counted downwards) and column $j$, and $m = \sum_{ij} p_{ij}$ all of it. *Moments* are averages with the ink as weight: the centre of gravity $\bar\imath = \frac1m \sum p_{ij}\, i$, $\bar\jmath = \frac1m \sum p_{ij}\, j$, and
#
# $$
# \mu_{ii} = \tfrac1m \sum p_{ij} (i - \bar\imath)^2 , \qquad \mu_{ij} = \tfrac1m \sum p_{ij} (i - \bar\imath)(j - \bar\jmath) .
# $$
#
# * **Slant.** How far does the ink move to the right when one goes up a row? That is the slope of the straight line of regression of $j$ on $-i$: slant $= -\mu_{ij} / \mu_{ii}$. Shear an image by $s$ (move the row at height $h$ by $s h$ to the right), and its slant grows by exactly $s$.
# * **Thickness.** A stroke of width $w$ and length $\ell$ has about $w \ell$ of ink, and an outline of about $2 \ell$. So $w \approx 2 \cdot$ ink $/$ outline. The outline is the sum of the steepness $\lVert \nabla p \rVert$ over all pixels: each crossing from black to white adds 1, however blurred it is.
#
# A 1 written as a bar can be thicker than any 8, and nearly every 7 leans to the right. So "thick" and "slanted" will mean: *more than half of all training images of the same digit*.


# %%
def ink(images):
    """Pixels from −1..1 to 0..1, shape (N, 16, 16)."""
    return ((images.reshape(-1, 16, 16) + 1) / 2).clamp(0, 1)


def slant(images):
    """How far the ink moves to the right per row upwards, shape (N,)."""
    p = ink(images)
    at = torch.arange(16.0, device=p.device)
    mass = p.sum((1, 2))
    down = at[None, :, None] - ((p.sum(2) * at).sum(1) / mass)[:, None, None]
    right = at[None, None, :] - ((p.sum(1) * at).sum(1) / mass)[:, None, None]
    return -(p * down * right).sum((1, 2)) / (p * down**2).sum((1, 2))


def thickness(images):
    """Width of the strokes in pixels, 2 · ink / outline, shape (N,)."""
    p = ink(images)
    steep = ((p[:, :-1, 1:] - p[:, :-1, :-1]) ** 2 + (p[:, 1:, :-1] - p[:, :-1, :-1]) ** 2).sqrt()
    return 2 * p.sum((1, 2)) / steep.sum((1, 2))


def medians(measure):
    """The middle value of each digit in the training set, shape (CLASSES,)."""
    return torch.stack([measure(train_set.x[train_set.y == k]).median() for k in range(CLASSES)])


MIDDLE = {"thick": medians(thickness), "slanted": medians(slant)}


def is_thick(images, digit):
    return thickness(images) > MIDDLE["thick"][digit]


def is_slanted(images, digit):
    return slant(images) > MIDDLE["slanted"][digit]


@demo
def measured_attributes():
    _, axes = plots.figure(2, 1, 7.0, 1.25)
    sevens, threes = train_set.x[train_set.y == 7], train_set.x[train_set.y == 3]
    for ax, x, measure, title in (
        (axes[0], threes, thickness, "threes, from thin to thick"),
        (axes[1], sevens, slant, "sevens, from upright to slanted"),
    ):
        order = measure(x).argsort()
        picked = order[torch.linspace(0, len(order) - 1, 14).long()]
        plots.images(x[picked], columns=14, value_range=(-1, 1), ax=ax, title=title)
    plt.show()


# %% [markdown]
# Each image now has a caption of three words: one for the stroke, one for the slant, one for the digit. There are 40 captions, with 18 to 54 training images each. All words together are the **vocabulary**.

# %%
STROKES, SLANTS, DIGITS = ("thin", "thick"), ("upright", "slanted"), tuple("0123456789")
VOCABULARY = [*STROKES, *SLANTS, *DIGITS]
CAPTIONS = [f"{stroke} {lean} {digit}" for digit in DIGITS for stroke in STROKES for lean in SLANTS]

# The number of each training image's caption in CAPTIONS, shape (N,).
caption_numbers = (
    train_set.y * 4 + is_thick(train_set.x, train_set.y) * 2 + is_slanted(train_set.x, train_set.y)
)


@demo
def images_with_captions():
    _, axes = plots.figure(1, 6, 1.35, 1.5)
    for ax, i in zip(axes, (3, 11, 20, 33, 47, 60), strict=True):
        plots.images(train_set.x[i : i + 1], value_range=(-1, 1), ax=ax)
        ax.set_title(CAPTIONS[caption_numbers[i]], fontsize=9)
    plt.show()


# %% [markdown]
# ### Exercise 10 · Encode a caption  (5 points, about 8 minutes)
#
# **Goal.** Turn captions into numbers. The simplest code is a **bag of words**: one column for each word of the vocabulary, with 1 where the caption says that word and 0 elsewhere. It is one-hot for several words at once.
#
# *You get* `captions`, a list of N strings, and `vocabulary`, a list of V words in lower case. *You return* a floating-point tensor (N, V); column $j$ belongs to `vocabulary[j]`.
#
# The rules: words are separated by spaces; capitals and small letters count the same; a word said twice counts once; words that are not in the vocabulary are left out; an empty caption is a row of zeros. And a word is a *whole* word: "thin" does not say "hi".
#
# <details><summary>Hint 1</summary>
#
# `caption.lower().split()` is a list of the words.
# </details>
# <details><summary>Hint 2</summary>
#
# Two loops are fine: over captions, and over the columns. `word in list` asks for whole words, `word in string` for letters.
# </details>
#
# **What to expect.** `encode_captions(["7 thick"], ["thin", "thick", "7"])` is `[[0., 1., 1.]]`.


# %% nbgrader={"grade": false, "grade_id": "encode_captions", "locked": false, "schema_version": 3, "solution": true, "task": false}
def encode_captions(captions, vocabulary):
    """Return the bag of words of each caption, shape (N, V)."""
    ### BEGIN SOLUTION
    rows = []
    for caption in captions:
        words = caption.lower().split()
        rows.append([float(word in words) for word in vocabulary])
    return torch.tensor(rows)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_encode_captions", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.encode_captions(encode_captions)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "encode_captions")
### END HIDDEN TESTS

# %% [markdown]
# What is lost in the bag is the order of the words. "A thick 7 over a thin 3" and "a thin 7 over a thick 3" have the same bag. Our captions do not need order; sentences do, and systems that draw from sentences read them with networks made for it (Reed et al. with a recurrent one, today's with transformers). What comes out is the same kind of thing: a vector. In our networks a linear layer follows the bag. By the rule of section 2, a bag times a matrix is the **sum of the rows of its words**: each word has a learned vector, and a caption is the sum of its words. So "thick slanted 7" shares two of its three summands with "thick slanted 1", and what the network learns about *thick* from the ones it knows for the sevens.
#
# ### A generator that reads
#
# The step, the losses and the loop stay **as they are**: they never looked inside a label. New are only the first layers of the networks, and the mismatched captions. A wrong caption drawn from the 39 others is nearly always wrong about the *digit*, and $D$ would seldom have to look at stroke or slant. So half of the wrong captions keep the digit and change only the rest: your function on the four captions of one digit. They are the hard ones.
#
# To see whether the network has learned words and not just 40 names, two captions are **left out of the training**: no image of a "thick slanted 7" or a "thin upright 3" is ever shown, and $G$ is never asked for one. ($D$ meets the two captions only as wrong ones, beside images of other kinds.) We will order them all the same.


# %%
class Reading(nn.Module):
    """A network of an input and a caption: the caption's bag goes through a linear layer first."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.words = nn.Linear(len(VOCABULARY), 16)
        self.rest = mlp(inputs + 16, 256, 256, outputs)

    def forward(self, first, bags):
        return self.rest(torch.cat([first, self.words(bags)], dim=1))


class Painter(Reading):
    """G(z, caption)."""

    def __init__(self):
        super().__init__(LATENT, PIXELS)

    def forward(self, z, bags):
        return torch.tanh(super().forward(z, bags))


UNSEEN = ("thick slanted 7", "thin upright 3")


def train_on_captions(steps=1500, seed=0):
    """A generator that draws from captions; those in UNSEEN are kept from it."""
    bags = encode_captions(CAPTIONS, VOCABULARY).to(device)
    unseen = torch.tensor([CAPTIONS.index(caption) for caption in UNSEEN], device=device)
    shown = (~torch.isin(caption_numbers, unseen)).nonzero().flatten()

    def sample_real(n):
        rows = shown[torch.randint(len(shown), (n,), device=device)]
        return train_set.x[rows], bags[caption_numbers[rows]]

    def wrong_captions(given):
        numbers = (given @ bags.T).argmax(dim=1)  # a bag has most words in common with itself
        any_other = mismatched_labels(numbers, len(CAPTIONS))
        same_digit = numbers // 4 * 4 + mismatched_labels(numbers % 4, 4)
        coin = torch.rand(numbers.shape, device=device) < 0.5
        return bags[torch.where(coin, same_digit, any_other)]

    seed_everything(seed)
    painter, critic = Painter().to(device), Reading(PIXELS, 1).to(device)
    return play(painter, critic, sample_real, wrong_captions, discriminator_loss, steps)[0]


@functools.cache
def painter():
    return train_on_captions()


@torch.no_grad()
def paint(caption, n, generator=None):
    """Draw n images for a caption."""
    bag = encode_captions([caption], VOCABULARY).to(device)
    return (generator or painter())(noise(n), bag.expand(n, -1))


@demo(seconds="about 15 s")
def pictures_from_words():
    painter()
    orders = ["thin upright 0", "thick slanted 0", "thin slanted 4", "thick upright 4", *UNSEEN]
    _, axes = plots.figure(3, 2, 4.4, 0.95)
    seed_everything(2)
    for ax, caption in zip(axes.flat, orders, strict=True):
        never = "  (never shown)" if caption in UNSEEN else ""
        plots.images(paint(caption, 8), columns=8, value_range=(-1, 1), ax=ax, title=f'"{caption}"{never}')
    plt.show()


# %% [markdown]
# Pictures persuade too easily, so measure. For many samples of each caption: does the classifier see the digit? Do the same moments that wrote the captions find the stroke and the slant that were ordered? (By chance: 10%, 50%, 50%.)


# %% tags=["nbval-ignore-output"]
def obeyed(caption, images):
    """Share of images with the digit, the stroke and the slant that the caption asks for."""
    stroke, lean, digit = caption.split()
    classes = torch.full((len(images),), int(digit), device=device)
    found = (
        judge().predict(images) == classes,
        is_thick(images, classes) == (stroke == "thick"),
        is_slanted(images, classes) == (lean == "slanted"),
    )
    return torch.stack([part.float().mean() for part in found])


def table_of_captions(generator):
    """Print how often samples are what their captions say."""
    known = [caption for caption in CAPTIONS if caption not in UNSEEN]
    means = torch.stack([obeyed(caption, paint(caption, 50, generator)) for caption in known]).mean(0)
    rows = {f"the {len(known)} captions of the training": means}
    rows |= {
        f'"{caption}", never shown': obeyed(caption, paint(caption, 500, generator)) for caption in UNSEEN
    }
    print("                                    digit   stroke    slant")
    for name, shares in rows.items():
        print(f"{name:34s}" + "".join(f"{100 * share:7.1f}%" for share in shares.tolist()))


@demo
def do_pictures_match_their_captions():
    seed_everything(3)
    table_of_captions(painter())


# %% [markdown]
# Of the captions it was trained on, the painter obeys nearly all: on seeds 0, 1 and 2 about 99% of the digits, 92% to 95% of the strokes and more than 99% of the slants were as ordered. The two captions that it had never met are the better test. For "thin upright 3" the stroke and the slant were right more than 99% of the time, the digit 94% to nearly 100%. For "thick slanted 7" the digit and the slant were right more than 99% of the time, and the stroke 62% to 73%: better than a coin, worse than for what was shown. So the words are not forty names. What the network learned about *thick* from other digits it carries over to a 7, though not at full strength.
#
# ---
# ## 8 · Clinic  (2 points)
#
# Somebody brings you a run and no code. The losses looked as they should, and the digits are fine. Look at what it shows before you read the choices.


# %%
@demo(seconds="about 8 s")
def a_run_that_is_ill():
    clinic.a_run_with_labels()
    plt.show()


# %% [markdown]
# **A run** (1 point). What is wrong with this run? Answer with a letter, such as `"a"`.
#
# * **a** · $D$ is not shown $y$, so that nothing tells $G$ which digit was ordered.
# * **b** · All samples of a batch were made from one $z$.
# * **c** · Images and labels of the training data are paired wrongly, each label one class away from its image.
# * **d** · $G$ is asked for labels drawn at random, and $D$ is shown others with the fakes.
#
# <details><summary>Hint</summary>
#
# Does $G$ follow its orders, in its own way? What would the table look like if it did not hear them?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_run", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_run = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_run", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_run(q_clinic_run)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_clinic_run")
### END HIDDEN TESTS

# %% [markdown]
# **A loop** (1 point). The following loop runs. Its samples look like digits after a while, and follow their orders no better than by chance. Which lines are at fault?
#
# ```python
#  1  for step in range(steps):
#  2      x, y = next_batch()
#  3      n = len(x)
#  4      wrong = y[torch.randperm(n)]
#  5      ordered = torch.randint(10, (n,))
#  6      fakes = G(noise(n), ordered)
#  7      verdicts = D(x, y), D(fakes.detach(), y), D(x, wrong)
#  8      # three kinds of pairs, in the order of exercise 5
#  9      d_loss = loss(*verdicts)
# 10      opt_d.zero_grad()
# 11      d_loss.backward()
# 12      opt_d.step()
# 13      g_loss = F.softplus(-D(fakes, y)).mean()
# 14      opt_g.zero_grad()
# 15      g_loss.backward()
# 16      opt_g.step()
# ```
#
# * **a** · 4, and the pair 5 and 7/13: some "wrong" labels are right, and $D$ judges the fakes under other labels than $G$ was asked for.
# * **b** · 6 and 13: the fakes of $D$'s step are used for $G$'s step too.
# * **c** · 7 and 12: $D$ is called three times, and steps once.
# * **d** · 10 and 14: the gradients are cleared before they are used.
#
# <details><summary>Hint</summary>
#
# Follow one sample: what was $G$ asked for, and what is $D$ told that it was? Then follow one shuffled label.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_loop", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_loop = "a"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_loop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_loop(q_clinic_loop)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_clinic_loop")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 9 · Summary
#
# * A conditional GAN gives $y$ to both players. For each $y$ it plays the old game, and its solution is $p_g(x \mid y) = p_{\text{data}}(x \mid y)$.
# * A class is a name, not an amount: one-hot rows or, what is the same, a table of learned vectors. The label must meet the other input by a bend or by a product; added to the end it says nothing about the pair.
# * $D$ must see $y$. All that $G$ knows of the condition comes through $D$'s verdict on the pair.
# * Real images with wrong labels are a third kind of example. They make $D$ read the label from the start, as long as the labels are really wrong; and they push $G$ away from what could be two things.
# * Obedience and variety are two things, and each needs its number, with the real data's beside it.
# * A caption is a condition like any other once it is a vector. Words with vectors of their own let a generator follow a combination that it has never been shown.
#
# **Go further.** (1) Give `mismatched_labels` back its mistake: let one label in ten be the right one. How much does the table of section 6 change? (2) Draw a digit between two classes: replace the embedding of $y$ in $G$ by the mean of those of 3 and 8. (3) Ask `paint` for "7" alone, for "thick", for an empty caption, for "7 3". What has the network never been told? (4) Put batch norm into `make_generator`, and look at `class_grid` in training and in evaluation mode. (5) Is the generator a copying machine? `metrics.memorisation` compares its samples with the training set and with the images kept apart. (6) An auxiliary classifier ([Odena et al., 2017](https://arxiv.org/abs/1610.09585)) is another way to make a GAN obey: $D$ names the class, and $G$ is rewarded when it can. Which of your two numbers would you watch?
#
# ---
# ## 10 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). The generator is given $y$, the discriminator is not. There are ten classes, equally frequent, and every sample shows a digit. One run may obey by accident more or less often. So count ten times: with the labels as they are, with every label turned one on (1 for 0, 2 for 1, …, 0 for 9), turned two on, and so on. What is the average of the ten class accuracies? Give a number between 0 and 1.
#
# <details><summary>Hint</summary>
#
# Take one sample, a 7 that was drawn for the label 3. Under how many of the ten turns is it right?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_blind_discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_blind_discriminator = 0.1
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_blind_discriminator", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_blind_discriminator(q_blind_discriminator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_blind_discriminator")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (1 point). A generator takes noise of 16 numbers, and its first layer is linear with 256 units. Now a one-hot label of ten classes is put beside the noise. How many weights does the layer gain?
#
# <details><summary>Hint</summary>
#
# Each column of the input has one weight for each unit.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_condition_weights", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_condition_weights = 10 * 256
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_condition_weights", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_condition_weights(q_condition_weights)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_condition_weights")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). A conditional generator draws one beautiful 7, the same each time, and so for each digit. Which number gives it away? Answer with a letter, such as `"a"`.
#
# * **a** · Class accuracy: the classifier grows suspicious of samples that are all alike.
# * **b** · The mean distance between two samples of any classes, since ten pictures are few.
# * **c** · The mean distance between two samples of the same class, beside that of real digits.
# * **d** · The verdicts of $D$, which was shown how varied real digits are.
#
# <details><summary>Hint</summary>
#
# Which of these compares two samples that were ordered alike?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_one_seven", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_one_seven = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_one_seven", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_one_seven(q_one_seven)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_one_seven")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). What are mismatched pairs for?
#
# * **a** · They are more training data, which $D$ always needs.
# * **b** · They are wrong in the label alone, so $D$ cannot recognise them without looking at $x$ and $y$ together.
# * **c** · They show $G$ what it should not draw for a label.
# * **d** · They balance the number of right and wrong examples.
#
# <details><summary>Hint</summary>
#
# What must $D$ look at to tell $(x, y)$ from $(x, y')$?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_mismatched_pairs", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_mismatched_pairs = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_mismatched_pairs", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_mismatched_pairs(q_mismatched_pairs)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("07_conditional_gan", "q_mismatched_pairs")
### END HIDDEN TESTS
