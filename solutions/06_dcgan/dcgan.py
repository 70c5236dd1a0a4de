# %% [markdown]
# # 06 · Pictures: the deep convolutional GAN
#
# **What you will do.** Build a generator that draws handwritten digits and a discriminator that judges them, both from convolutions, and train them against each other on real scans. Then walk through the space of noise vectors and watch one digit turn into another, do arithmetic with digits, find out what the discriminator has learned, and keep the generator in a file.
#
# **What you will learn.** How the size of a picture changes from layer to layer; why five plain rules made GANs work on pictures; where batch normalisation helps and where it must not stand; how to see whether pictures get better without trusting the discriminator; what is in the latent space; and what has to be kept once training is over.
#
# **What you need.** The two players and their steps (assignment 03), the non-saturating loss and its remedies R1, falling learning rates and averaged weights (assignment 04). What a convolution is; its arithmetic is explained here. No GPU: everything runs on two processor cores, and on a GPU without a changed line.
#
# **Time.** Two and a half hours: 40 minutes of reading, 88 of exercises, the rest predictions, questions and waiting. The core is sections 1 to 4 and 7; the walk through the latent space (section 5) and what $D$ has learned (section 6) can wait for a second sitting. The notebook alone runs in about a minute and a half on two processor cores.
#
# The paper behind it is Radford, Metz and Chintala, [*Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks*](https://arxiv.org/abs/1511.06434) (2015), called "the paper" below. Its network is known as **DCGAN**.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import functools
import math
import tempfile
import time
from pathlib import Path

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn

from gan_course import clinic, data, metrics, openings, plots, predictions
from gan_course.device import pick_device
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.plots.style import DISCRIMINATOR, FAKE, OPTIMAL, REAL
from gan_course.seeding import seed_everything
from gan_course.training import R1, every, losses, train

check = checks("06_dcgan")
torch.set_num_threads(1)  # networks this small run well on one core, and leave the other to you
device = pick_device().device
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>The R1 penalty asks for a slope of $D$. Where, and how large should it be?</summary>
#
# At real samples, and it should be 0: $R_1 = \frac\gamma2\, \mathbb{E}\,\lVert \nabla_x D(x) \rVert^2$ (assignment 04).
# </details>
# <details><summary>$G$ has become perfect. How often is $D$ right, and does training stop by itself?</summary>
#
# Half of the time; and no. $D$'s advice becomes a coin toss and $G$ wanders about the data (assignments 03 and 04). Falling rates and averaged weights keep it near.
# </details>
# <details><summary>A critic's loss $\mathbb{E}[f(G(z))] - \mathbb{E}[f(x)]$ falls and falls. Is that good news?</summary>
#
# Only under a rule for the critic's slope. Without one it can fall for ever, and measures nothing (assignment 05).
# </details>

# %% [markdown]
# ### Where this leads
#
# The first row shows scans of real handwriting. The rows below are drawn by a generator that never saw one of them: at the start, after a few passes through the data, and a little later. Each column keeps its noise vector, so you can follow one picture as it takes shape. This run comes from the library and is cut short; yours, at the end of section 4, goes on for longer.


# %%
@demo(seconds="about 8 s")
def where_this_leads():
    openings.digits_in_training()
    plt.show()


# %% [markdown]
# ---
# ## 1 · From points to pictures
#
# So far a sample was a point with one or two coordinates. A picture of 16 × 16 pixels is a point with 256. Nothing in the theory changes: $G$ maps noise $z$ to such a point, $D$ maps it to a logit, and both take their steps as before. What changes is the *architecture*, and the reason can be counted.
#
# A **fully connected** layer has one weight for every pair of an input and an output. It does not know that two pixels are neighbours: shuffle the pixels of all pictures in the same way, and it learns exactly as well. It must learn what a stroke looks like anew for every place where a stroke can be.
#
# A **convolution** is built on two facts about pictures. What matters first is near (an edge is a matter of a few pixels), and a stroke is a stroke wherever it stands. So each output looks only at a small window of the input, and all places share the same small table of weights, the **kernel**.
#
# | layer from 32 maps of 8 × 8 pixels to 64 maps of 4 × 4 | weights |
# |---|---|
# | fully connected | (32 · 64) · (64 · 16) = 2,097,152 |
# | convolution, kernel 4 × 4 | 64 · 32 · 16 = 32,768 |
#
# A picture inside a network is a stack of **channels** (also called maps): shape (N, C, H, W) for N pictures, C channels, H rows and W columns. A grey picture has one channel; hidden layers have as many as we like, each the answer to another question ("is there a vertical edge here?").
#
# ### Making pictures smaller: strides
#
# $D$ goes from 256 pixels to one number, so pictures must shrink on the way. Older networks let a *pooling* layer do that, which takes the largest or the mean of four neighbours, a rule that nobody trained. DCGAN lets the convolution itself take larger steps: with **stride** $s$ the kernel is placed at every $s$-th pixel only. So how to shrink is learned as well. And since a kernel of size $k$ cannot be centred on a corner, $p$ rows of zeros are laid around the picture first: the **padding**.
#
# How many places are there? One row will do, because rows and columns follow the same rule.


# %%
def draw_row(ax, n, kernel, stride, padding, title):
    """A row of pixels with its padding, and under it the places of the kernel."""
    left = -padding
    for i in range(left, n + padding):
        inside = 0 <= i < n
        ax.add_patch(plt.Rectangle((i, 0), 0.92, 0.92, facecolor=REAL if inside else "#DDDDDD", alpha=0.75))
    place = 0
    while left + kernel <= n + padding:
        ax.plot([left + 0.05, left + kernel - 0.13], [-0.55 - 0.45 * place] * 2, color=FAKE, linewidth=3)
        left, place = left + stride, place + 1
    ax.set(xlim=(-2.2, n + 2.2), ylim=(-0.6 - 0.45 * place, 1.1), xticks=[], yticks=[])
    ax.set_title(f"{title}: {place} places", fontsize=9)
    ax.set_frame_on(False)
    ax.grid(visible=False)


@demo
def the_places_of_a_kernel():
    _, axes = plots.figure(1, 3, 3.5, 1.9)
    draw_row(axes[0], 8, 4, 1, 0, "kernel 4, stride 1, padding 0")
    draw_row(axes[1], 8, 4, 2, 1, "kernel 4, stride 2, padding 1")
    draw_row(axes[2], 8, 3, 2, 0, "kernel 3, stride 2, padding 0")
    plt.show()


# %% [markdown]
# Blue squares are the 8 pixels of the row, grey ones the padding, and each orange bar is one place of the kernel: one pixel of the output. In the middle a kernel of 4 with stride 2 and padding 1 halves the row exactly. On the right a pixel is left over: there is no place that would reach it, so it is simply not used.
#
# ### Exercise 1 · The size after a convolution  (3 points, about 5 minutes)
#
# **Goal.** Count the places. The kernel covers $k$ pixels, so at its first place its right edge stands at pixel $k$ of the padded row, which has $n + 2p$ pixels. From there it can move on by $n + 2p - k$ pixels, in steps of $s$; a last step that does not fit is not taken.
#
# *You get* four whole numbers: `n` (pixels along a side), `kernel`, `stride`, `padding`. *You return* the number of pixels along a side of the output, an `int`.
#
# <details><summary>Hint 1</summary>
#
# A kernel that cannot move at all still has one place.
# </details>
# <details><summary>Hint 2</summary>
#
# Python's `//` divides and drops the rest. Count the rows of bars in the picture against your formula.
# </details>
#
# **What to expect.** 16 pixels, kernel 4, stride 2, padding 1: 8. The check walks through cases that each show another slip.


# %% nbgrader={"grade": false, "grade_id": "conv_size", "locked": false, "schema_version": 3, "solution": true, "task": false}
def conv_size(n, kernel, stride, padding):
    """Return the number of pixels along a side after a convolution, as an int."""
    ### BEGIN SOLUTION
    return (n + 2 * padding - kernel) // stride + 1
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_conv_size", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.conv_size(conv_size)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "conv_size")
### END HIDDEN TESTS

# %% [markdown]
# ### Making pictures larger: transposed convolutions
#
# $G$ goes the other way, from a vector to 256 pixels. Its layers turn a convolution round: where a convolution *gathers* a window into one number, a **transposed convolution** *stamps* a window for each number. Every input pixel multiplies the whole kernel, the stamps are laid down $s$ pixels apart, and where they overlap they add up. So stride 2 now makes the picture about twice as large.
#
# Padding works in reverse too. It made the input of a convolution larger, so here it cuts $p$ rows away around the *output*. (The name comes from linear algebra: write a convolution as a matrix, and this is its transpose. It does not undo the convolution, it only goes back to the shape it came from.)


# %%
@demo
def stamps():
    _, axes = plots.figure(1, 3, 3.5, 1.9)
    cases = ((4, 4, 2, 0), (4, 4, 2, 1), (1, 7, 1, 0))
    for ax, (n, kernel, stride, padding) in zip(axes, cases, strict=True):
        last = (n - 1) * stride + kernel
        for i in range(n):
            ax.plot(
                [i * stride + 0.05, i * stride + kernel - 0.13], [1.2 + 0.4 * i] * 2, color=REAL, linewidth=3
            )
        for j in range(last):
            cut = j < padding or j >= last - padding
            ax.add_patch(plt.Rectangle((j, 0), 0.92, 0.92, facecolor="#DDDDDD" if cut else FAKE, alpha=0.75))
        ax.set(xlim=(-0.5, 10.5), ylim=(-0.2, 3.0), xticks=[], yticks=[])
        pixels = "1 pixel" if n == 1 else f"{n} pixels"
        ax.set_title(f"{pixels}, kernel {kernel}, stride {stride}, padding {padding}", fontsize=9)
        ax.set_frame_on(False)
        ax.grid(visible=False)
    plt.show()


# %% [markdown]
# Each blue bar is the stamp of one input pixel, the squares below are the output, and grey squares are cut away by the padding. In the middle 4 pixels become 8, exactly twice as many. On the right a single pixel becomes 7: this is how a noise vector, seen as a picture of one pixel with many channels, becomes the first small map.
#
# ### Exercise 2 · The size after a transposed convolution  (3 points, about 4 minutes)
#
# **Goal.** Where does the last stamp start, where does it end, and how much is cut away?
#
# *You get* `n`, `kernel`, `stride`, `padding` as before. *You return* the number of pixels along a side of the output, an `int`.
#
# <details><summary>Hint 1</summary>
#
# Between $n$ stamps lie $n - 1$ steps of the stride.
# </details>
# <details><summary>Hint 2</summary>
#
# The last stamp is as long as the others. The padding is cut away at both ends.
# </details>
#
# **What to expect.** 8 pixels, kernel 4, stride 2, padding 1: 16, the reverse of exercise 1. A kernel of 4 with stride 2 and padding 1 is the convolution to remember: it halves or doubles exactly.


# %% nbgrader={"grade": false, "grade_id": "transposed_size", "locked": false, "schema_version": 3, "solution": true, "task": false}
def transposed_size(n, kernel, stride, padding):
    """Return the number of pixels along a side after a transposed convolution, as an int."""
    ### BEGIN SOLUTION
    return (n - 1) * stride - 2 * padding + kernel
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_transposed_size", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.transposed_size(transposed_size)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "transposed_size")
### END HIDDEN TESTS

# %% [markdown]
# PyTorch itself is the judge of both formulas. The table sends an empty picture through real layers and reads off the size.


# %%
@demo
def does_pytorch_agree():
    print("                                 convolution         transposed")
    print("pixels kernel stride padding     yours, PyTorch's    yours, PyTorch's")
    for n, kernel, stride, padding in (
        (16, 4, 2, 1),
        (28, 4, 2, 1),
        (28, 3, 2, 1),
        (13, 5, 3, 0),
        (7, 7, 1, 0),
    ):
        picture, weights = torch.zeros(1, 1, n, n), torch.zeros(1, 1, kernel, kernel)
        smaller = F.conv2d(picture, weights, stride=stride, padding=padding).shape[-1]
        larger = F.conv_transpose2d(picture, weights, stride=stride, padding=padding).shape[-1]
        mine = conv_size(n, kernel, stride, padding), transposed_size(n, kernel, stride, padding)
        print(
            f"{n:6d}{kernel:7d}{stride:7d}{padding:8d}{mine[0]:10d}, {smaller:2d}{mine[1]:16d}, {larger:2d}"
        )


# %% [markdown]
# So a plan can be made on paper. For pictures of `size` pixels, where `size` is a multiple of 4: start with a map of `size / 4` and double it twice. That gives 4 → 8 → 16 for the digits of this notebook, and 7 → 14 → 28 for MNIST. With other kernels it is easy to end up with 26 or 30 pixels where 28 were meant; your two functions tell you before PyTorch does.
#
# ---
# ## 2 · Real digits
#
# The data are 1,797 digits written by 13 people, the test part of a larger collection (Alpaydin and Kaynak, [UCI, 1998](https://archive.ics.uci.edu/dataset/80)). They come with scikit-learn, so they need no download. Published at 8 × 8 pixels, they are enlarged here to 16 × 16.
#
# **Larger pictures, by one argument.** `data.load("mnist", size=28)` brings the 60,000 digits of MNIST instead and `data.load("fashion_mnist", size=28)` clothes, if your computer is online (downloaded once, then kept). Change the one line below and run the notebook again: everything after it asks the data for their size. A GPU is then a good idea; section 4 measures how long it takes.
#
# One fifth of the pictures is put aside. Neither network will ever see them; they will tell us later whether anyone learned about digits or learned these digits by heart.

# %%
PICTURES = data.load("digits", size=16)  # or: data.load("mnist", size=28)
SIZE = PICTURES.shape[-1]
TRAINING, HELD_OUT = (part.to(device) for part in PICTURES.split(0.8, seed=0))


@demo
def some_of_the_data():
    _, ax = plots.figure(1, 1, 8.0, 1.5)
    plots.images(TRAINING.x[:40], columns=20, value_range=(-1, 1), ax=ax)
    plt.show()
    print(f"{len(TRAINING)} pictures to learn from, {len(HELD_OUT)} put aside, each {SIZE}x{SIZE} pixels")


# %% [markdown]
# ### Exercise 3 · The range of the pixels  (4 points, about 5 minutes)
#
# Scikit-learn publishes each pixel as a number from 0 to 16, MNIST as a byte from 0 to 255. The generator will end in tanh, whose values lie between −1 and 1. The two must agree: if real pixels ran from 0 to 1, one negative pixel would be enough to know a fake.
#
# **Goal.** Map 0 to −1 and `highest` to 1, with a straight line between them.
#
# *You get* `pixels`, a tensor of any shape and of any type (8-bit whole numbers included), and the number `highest`. *You return* a tensor of floating-point numbers of the same shape. A grey pixel must become the same number whatever pictures stand beside it: 0 and `highest` are the ends, not the darkest and brightest pixel of a batch.
#
# <details><summary>Hint 1</summary>
#
# First to the range 0 to 1, then stretch, then shift.
# </details>
# <details><summary>Hint 2</summary>
#
# A `uint8` holds 0 to 255, and a calculation that leaves this range starts again from the other end: `2 * 200` gives 144. Which operation turns it into a floating-point number first?
# </details>
#
# **What to expect.** 0, 4, 8 and 16 of 16 become −1, −0.5, 0 and 1.


# %% nbgrader={"grade": false, "grade_id": "scale_pixels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def scale_pixels(pixels, highest):
    """Return the pixels, 0 to `highest`, as floating-point numbers from −1 to 1."""
    ### BEGIN SOLUTION
    return pixels.float() / highest * 2 - 1
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_scale_pixels", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.scale_pixels(scale_pixels)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "scale_pixels")
### END HIDDEN TESTS

# %% [markdown]
# (`data.load` has done the same to the pictures above: its pixels run from −1 to 1 already.)
#
# ---
# ## 3 · Five rules
#
# Earlier attempts to build large GANs from convolutions had failed, its authors write. The paper's contribution is a list of plain rules, found by trying many architectures (its section 3):
#
# 1. **Strided convolutions** in $D$, transposed ones in $G$, in place of pooling and of fixed enlargement. Both networks learn their own way of changing sizes.
# 2. **No fully connected hidden layers.** $z$ is projected to the first small map, $D$'s last map is read out to one number; everything between is a convolution.
# 3. **Batch normalisation** in both networks, but not after $G$'s last layer and not after $D$'s first one.
# 4. **ReLU** in $G$, **tanh** at its end.
# 5. **Leaky ReLU** in $D$: $\max(a, 0.2\,a)$, so that a unit which is off still passes some gradient on. $G$ lives on the gradient that comes back through $D$.
#
# ### Batch normalisation, and where it must not stand
#
# Batch norm ([Ioffe and Szegedy, 2015](https://arxiv.org/abs/1502.03167)) takes each channel $c$, computes its mean $\mu_c$ and standard deviation $\sigma_c$ over all pictures and pixels of the batch, and returns
#
# $$
# \gamma_c \, \frac{x - \mu_c}{\sigma_c} + \beta_c ,
# $$
#
# with a scale $\gamma_c$ and a shift $\beta_c$ that are trained. Whatever the layers before do, the next one gets numbers of a size it can work with. That helps a deep network to start learning. Two consequences matter here.
#
# **It takes information away.** The mean and the spread of the batch are gone. Between hidden layers that does no harm. At the *output of $G$* it would mean that the pixels of every batch have the same mean and spread, although a batch of ones holds far less ink than a batch of eights. At the *input of $D$* it would hide from $D$ how bright and sharp the pictures are, the plainest signs of a fake.
#
# **It ties the pictures of a batch together.** In training a picture's logit depends on its neighbours. So real pictures and fakes are shown to $D$ in batches of their own: mixed, each kind would be told about the other. And for *using* a network there is a second mode, `eval()`, in which batch norm takes running averages $\hat\mu_c, \hat\sigma_c$ that it collected while training. These averages are not parameters (no gradient trains them), but they belong to the network. You will need that in section 7.
#
# A bias before batch norm is subtracted again at once, so layers in front of it may go without (`bias=False`).
#
# ### Exercise 4 · The generator  (8 points, about 12 minutes)
#
# **Goal.** A function that builds a fresh generator in the spirit of these rules; which of them are graded is said below.
#
# *You get* `latent_dim`, the length of $z$; `size`, the pixels along a side, a multiple of 4; `width`, a number of channels. *You return* an `nn.Module`, in training mode as it comes, that maps noise of shape (N, latent_dim) to pictures of shape (N, 1, size, size) with values between −1 and 1.
#
# A plan that works: see $z$ as latent_dim channels of one pixel; a transposed convolution makes `2 * width` channels of `size // 4` pixels of it; another one doubles to `width` channels of `size // 2`; a last one doubles to one channel of `size`. Between them batch norm and ReLU; after the last one tanh alone. Other ways to enlarge (`nn.Upsample` and a convolution, `nn.PixelShuffle`) are as good.
#
# All randomness comes in through $z$, and tensors that `forward` makes must live on the device of its input.
#
# *What counts* is what your network does, not which types of layers it is made of: the size and the range of its pictures; every pixel follows from $z$, and from all numbers of $z$; hidden layers bend and, but for the projection of $z$, share their weights between places (rule 2); nothing normalises the pixels at the end (rule 3). In evaluation mode a picture follows from its own $z$ alone. How maps become larger, which bend you take, and how hidden layers are normalised or whether they are at all costs no points: there the rules are what the paper found to work best, and the rest of this notebook is written for them.
#
# <details><summary>Hint 1</summary>
#
# `nn.Unflatten(1, (latent_dim, 1, 1))` turns rows into maps of one pixel. `nn.ConvTranspose2d(channels_in, channels_out, kernel, stride, padding)`.
# </details>
# <details><summary>Hint 2</summary>
#
# Your `transposed_size(1, size // 4, 1, 0)` is the first step: the kernel is as large as the map it makes. The other two double.
# </details>
#
# **What to expect.** The check asks for 16 and for 28 pixels, for one $z$ and for many, and tries whether the pixels stay in their range.


# %% nbgrader={"grade": false, "grade_id": "make_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_generator(latent_dim, size, width=32):
    """Return a fresh network from noise (N, latent_dim) to pictures (N, 1, size, size)."""
    ### BEGIN SOLUTION
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),  # 1 -> size / 4
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),  # -> size / 2
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),  # -> size
        nn.Tanh(),
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_generator", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.make_generator(make_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "make_generator")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5 · The discriminator  (7 points, about 8 minutes)
#
# **Goal.** The generator's mirror image.
#
# *You get* `size` and `width`. *You return* an `nn.Module` that maps pictures (N, 1, size, size) to logits, shape (N,) or (N, 1), not probabilities. (Maps of one pixel, (N, 1, 1, 1), are not logits: subtracting or comparing them with numbers of shape (N,) makes an N-by-N table.)
#
# The plan: a strided convolution to `width` channels of `size // 2`, another to `2 * width` channels of `size // 4`, and one whose kernel covers all that is left, to a single number. Leaky ReLU between them. Batch norm after the second convolution; not after the first, and not on the logits: with their mean fixed, $D$ could not say of a whole batch that it is fake.
#
# *What counts* is again what the network does: logits of both signs and any size; hidden layers that bend and share their weights between places; every part of the picture is seen, and its brightness and contrast too. The network comes in training mode; in evaluation mode the verdict on one picture may not depend on the others, nor on chance. Other ways to make maps smaller, other bends or slopes of them, dropout, and another or no normalisation between hidden layers cost no points.
#
# <details><summary>Hint 1</summary>
#
# Kernel 4, stride 2, padding 1 halves exactly. `nn.LeakyReLU(0.2)`.
# </details>
# <details><summary>Hint 2</summary>
#
# A convolution with kernel `size // 4` on a map of `size // 4` pixels has one place. `nn.Flatten()` makes (N, 1) of (N, 1, 1, 1).
# </details>
#
# **What to expect.** One logit for each picture, of both signs, small at first.


# %% nbgrader={"grade": false, "grade_id": "make_discriminator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_discriminator(size, width=32):
    """Return a fresh network from pictures (N, 1, size, size) to logits (N, 1)."""
    ### BEGIN SOLUTION
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),  # size -> size / 2
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),  # -> size / 4
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),  # -> 1
        nn.Flatten(),
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_discriminator", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
check.make_discriminator(make_discriminator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "make_discriminator")
### END HIDDEN TESTS

# %% [markdown]
# ### What rule 3 protects, measured
#
# Now put batch norm where it must not stand, and look. On the left, $G$: to everything that its last layer hands to the tanh a number is added, as the bias of that layer could do, and the line shows the mean of what arrives at the tanh, for your generator and for one with batch norm there. On the right, $D$: the logits of 64 real pictures at full contrast and at a quarter of it, for your discriminator and for one that starts with batch norm. All networks are untrained.


# %%
@demo
def batch_norm_in_the_wrong_place():
    seed_everything(0)
    with torch.no_grad():
        given = torch.atanh(make_generator(32, SIZE)(torch.randn(64, 32)).double().clamp(-0.999999, 0.999999))
    norm, added = nn.BatchNorm2d(1).double(), torch.linspace(-2, 2, 9)
    arrives = {
        "your G": [float((given + s).mean()) for s in added],
        "batch norm before tanh": [norm(given + s).mean().item() for s in added],
    }
    d = make_discriminator(SIZE)
    judges = {"your D": d, "batch norm first": nn.Sequential(nn.BatchNorm2d(1), d)}
    real = TRAINING.x[:64].cpu()
    _, axes = plots.figure(1, 2, 4.4, 2.6)
    for colour, (name, values) in zip((DISCRIMINATOR, FAKE), arrives.items(), strict=True):
        axes[0].plot(added, values, "o-", color=colour, label=name)
    axes[0].set(xlabel="added by the last layer", ylabel="mean at the tanh", title="How dark may a batch be?")
    axes[0].legend(fontsize="small")
    for colour, (name, judge) in zip((DISCRIMINATOR, FAKE), judges.items(), strict=True):
        with torch.no_grad():
            full, pale = judge(real).flatten(), judge(real / 4).flatten()
        axes[1].scatter(full, pale, s=10, color=colour, label=name)
    line = torch.tensor(axes[1].get_xlim())
    axes[1].plot(line, line, color=OPTIMAL, linewidth=0.8)
    axes[1].set(xlabel="logit at full contrast", ylabel="at a quarter", title="Logits of the same pictures")
    axes[1].legend(fontsize="small")
    plt.show()


# %% [markdown]
# On the left the orange line is flat, at 0: with batch norm at its output $G$ cannot make one batch darker than another, whatever its last layer does. On the right the orange points lie on the diagonal: a $D$ that starts with batch norm gives the same logits at a quarter of the contrast. A generator of pale grey digits would pass.
#
# ### Exercise 6 · Starting weights  (5 points, about 7 minutes)
#
# **Goal.** The paper starts all weights from a normal distribution with mean 0 and standard deviation 0.02 (its section 4).
#
# *You get* one `layer` of a network. Your function is used as `network.apply(initialise)`, which calls it for every layer in turn, activations and containers included. *You change* the layer in place; what you return does not matter.
#
# * Every convolution, transposed convolution and linear layer: weights from $\mathcal N(0,\, 0.02^2)$, bias 0 where there is one.
# * Batch norm keeps its scale near 1 and its shift near 0 (leave it alone, or draw the scale from $\mathcal N(1,\, 0.02^2)$). Its scale happens to be called `weight`, too; drawn around 0 it would switch the layer off.
# * Everything else has no weights and is left alone.
#
# <details><summary>Hint 1</summary>
#
# `isinstance(layer, nn.Conv2d | nn.ConvTranspose2d)` tells kinds of layers apart. `nn.ConvTranspose2d` is not a kind of `nn.Conv2d`.
# </details>
# <details><summary>Hint 2</summary>
#
# `nn.init` has functions whose names end in `_`: they write into the tensor they are given. A layer without a bias has `layer.bias is None`.
# </details>
#
# **What to expect.** The check looks at one layer of each kind: mean 0.000, standard deviation 0.020.


# %% nbgrader={"grade": false, "grade_id": "initialise", "locked": false, "schema_version": 3, "solution": true, "task": false}
def initialise(layer):
    """Give one layer its starting weights, in place; called as network.apply(initialise)."""
    ### BEGIN SOLUTION
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_initialise", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.initialise(initialise)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "initialise")
### END HIDDEN TESTS

# %% [markdown]
# **Why so small?** Look at fresh generators with other spreads. The pictures show four fakes of each; the bars show how much of a gradient gets back through the tanh, as the mean over all pixels. Its slope is $1 - x^2$ at output $x$: on a pixel that is black or white nothing can be corrected.


# %%
@demo
def too_large_a_start():
    spreads = (0.002, 0.02, 0.2, 1.0)
    _, axes = plots.figure(1, 5, 1.9, 2.0)
    passed = {}
    for ax, std in zip(axes, spreads, strict=False):
        seed_everything(1)
        generator = make_generator(32, SIZE).apply(initialise)
        with torch.no_grad():
            for parameter in generator.parameters():
                if parameter.ndim > 1:  # tables of weights, not biases or batch norm's scales
                    parameter.mul_(std / 0.02)
            x = generator(torch.randn(64, 32))
        plots.images(x[:4], columns=2, value_range=(-1, 1), ax=ax, title=f"std {std:g}")
        passed[f"{std:g}"] = 100 * float((1 - x**2).mean())
    plots.bars(passed, ax=axes[-1], title="slope of tanh in %", limit=100, digits=0)
    plt.show()


# %% [markdown]
# With 0.02 every pixel starts close to middle grey, where the tanh is steepest, and $G$ can go anywhere. With 1.0 the fakes start as black and white noise and most of the gradient is lost on the way back. (Smaller still is no better. With 0.002 the tanh is as steep, but on its way to the layers before, the gradient is multiplied by the last layer's weights, and these are now ten times smaller.)
#
# ---
# ## 4 · Training
#
# ### Exercise 7 · One iteration  (8 points, about 12 minutes)
#
# In assignment 03 you wrote the two steps apart. Here is the whole iteration in one function, with what batch norm asks for.
#
# **Goal.** $D$ takes a step, then $G$ takes a step against the $D$ of now.
#
# 1. Draw noise, `noise(n)` gives (n, latent_dim), as many vectors as there are real pictures; let $G$ make fakes.
# 2. $D$ judges the real pictures and the fakes **in two separate calls**, with the fakes cut off from $G$. `d_loss(real_logits, fake_logits)`; clear, backward, step of `d_optimizer`.
# 3. $D$, as it is now, judges fakes again: the same ones or, if you like, fresh ones. This time the path to $G$ stays open. `g_loss(fake_logits)`; clear, backward, step of `g_optimizer`.
#
# *You get* both networks, both optimisers, a batch `real`, and the functions `noise`, `d_loss`, `g_loss`. *You return* the pair (loss of $D$, loss of $G$) as Python floats. Both networks stay in training mode throughout, nobody is left frozen, and the batch stays as it was.
#
# <details><summary>Hint 1</summary>
#
# `fake.detach()` for $D$'s half, `fake` itself for $G$'s half.
# </details>
# <details><summary>Hint 2</summary>
#
# $G$'s half needs logits of its own: those of $D$'s half were computed before $D$ moved, and have no path to $G$.
# </details>
#
# **What to expect.** The check plays your iteration on two tiny players and knows where both must be afterwards.


# %% nbgrader={"grade": false, "grade_id": "dcgan_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    """Train D for one step, then G for one step; return both losses as floats."""
    ### BEGIN SOLUTION
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))  # the same fakes, judged by the D of now
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_dcgan_step", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.dcgan_step(dcgan_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "dcgan_step")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 8 · From the paper: the whole training  (10 points, about 20 minutes)
#
# The DCGAN paper has no box of its own. It trains by Algorithm 1 of Goodfellow et al. with $k = 1$, the non-saturating loss, and a habit of published code: the fakes of $D$'s update serve $G$'s update too. Pictures are then drawn from a copy of $G$ whose weights are averaged (assignment 04). With batch norm in the networks that makes a box in which two lines are easily got wrong:
#
# > *Given:* $G$, $D$, their optimisers, the share $\beta$ that the average keeps.
# >
# > $\bar G \leftarrow$ a copy of $G$.
# >
# > **for** number of training iterations **do**
# >
# > 1. Sample a minibatch of $m$ real pictures $x$, and $m$ noise vectors $z$ from $p_z$.
# > 2. $\tilde x \leftarrow G(z)$, **once**: each call in training mode also moves what batch norm stores.
# > 3. $D$ judges $x$ and $\tilde x$ in two calls, for batch norm ties a batch together. Update $D$ by descending
# >    $\nabla_{\theta_d} \Big[ -\frac1m \sum_i \log D(x_i) - \frac1m \sum_i \log\big(1 - D(\tilde x_i)\big) \Big]$.
# > 4. Update $G$ by descending $\nabla_{\theta_g} \Big[ -\frac1m \sum_i \log D(\tilde x_i) \Big]$, with the $D$ of now.
# > 5. Weights: $\bar\theta_g \leftarrow \beta\, \bar\theta_g + (1 - \beta)\, \theta_g$. What batch norm stores is an average already: **copy** it from $G$ to $\bar G$ as it is.
# >
# > **end for**
# >
# > *Return* $\bar G$, ready to draw from.
#
# **Goal.** Write the box as one function, without a call of the exercises above, so that it is graded by itself.
#
# *You get* both networks ($D$ returns logits), `g_optimizer` and `d_optimizer`, `sample_real()`, which returns the next minibatch (m, 1, H, W), `noise(n)`, the number of iterations `steps`, and `keep`, the share $\beta$. *You return* the averaged generator, an `nn.Module` of its own in evaluation mode. $G$ and $D$ stay in training mode, and both can still learn.
#
# <details><summary>Hint 1</summary>
#
# `copy.deepcopy` copies a network. `.detach()` cuts the fakes off for line 3; in line 4 the path to $G$ is still there.
# </details>
# <details><summary>Hint 2</summary>
#
# A network lists its weights with `.parameters()`, and what batch norm stores with `.buffers()`. `zip` walks through two networks side by side; `tensor.copy_(other)` writes in place, and so must the average: `with torch.no_grad():`.
# </details>
# <details><summary>Hint 3</summary>
#
# `F.softplus(-a)` is $-\log D$ and `F.softplus(a)` is $-\log(1 - D)$.
# </details>
#
# **What to expect.** The check plays a few iterations on two tiny convolutional players with batch norm, asks both what they answer afterwards, and lets the network you return draw.


# %% nbgrader={"grade": false, "grade_id": "train_dcgan", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    """Train both players; return the generator with averaged weights, in evaluation mode."""
    ### BEGIN SOLUTION
    mean_generator = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        on_fake = F.softplus(discriminator(fake.detach())).mean()
        d_value = F.softplus(-discriminator(real)).mean() + on_fake
        d_optimizer.zero_grad()
        d_value.backward()
        d_optimizer.step()
        g_value = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_value.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(mean_generator.parameters(), generator.parameters(), strict=True):
                mean.copy_(keep * mean + (1 - keep) * new)
            for stored, new in zip(mean_generator.buffers(), generator.buffers(), strict=True):
                stored.copy_(new)
    return mean_generator.eval()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_train_dcgan", "locked": true, "points": 10, "schema_version": 3, "solution": false, "task": false}
check.train_dcgan(train_dcgan)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "train_dcgan")
### END HIDDEN TESTS

# %% [markdown]
# What are two lines for buffers worth? Train for five passes through the pictures with your function, and draw from the network it returns; then once more from the same network with the running means and variances of an untrained generator, as it would be without them.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 5 s")
def what_the_buffers_are_worth():
    seed_everything(0)
    generator = make_generator(32, SIZE, 32).apply(initialise).to(device)
    discriminator = make_discriminator(SIZE, 16).apply(initialise).to(device)
    fresh = [stored.clone() for stored in generator.buffers()]
    g_optimizer, d_optimizer = (
        torch.optim.Adam(network.parameters(), lr, betas=(0.5, 0.999), fused=True)
        for network, lr in ((generator, 1e-3), (discriminator, 5e-4))
    )
    averaged = train_dcgan(
        generator,
        discriminator,
        g_optimizer,
        d_optimizer,
        lambda: TRAINING.x[torch.randint(len(TRAINING), (64,), device=device)],
        lambda n: torch.randn(n, 32, device=device),
        steps=115,
        keep=0.9,
    )
    z, rows = torch.randn(10, 32, device=device), {}
    with torch.no_grad():
        rows["buffers copied"] = averaged(z)
        for stored, old in zip(averaged.buffers(), fresh, strict=True):
            stored.copy_(old)
        rows["buffers left behind"] = averaged(z)
    _, axes = plots.figure(2, 1, 7.6, 0.95)
    for ax, (name, pictures) in zip(axes, rows.items(), strict=True):
        plots.images(pictures, columns=10, value_range=(-1, 1), ax=ax)
        ax.text(-0.02, 0.5, name, transform=ax.transAxes, ha="right", va="center")
    plt.show()


# %% [markdown]
# The weights of both rows are the same. In the second row batch norm divides by spreads that no layer of this network ever had, and what is drawn is a blur or worse. Nothing raises an error, and the losses of the run are untouched: this is found by looking at pictures, in evaluation mode.
#
# ### A measure that does not ask the discriminator
#
# $D$'s loss and accuracy compare two moving players, so they cannot say whether the pictures get better. A number that can comes from a third network that neither player ever meets. The **Fréchet distance** ([Heusel et al., 2017](https://arxiv.org/abs/1706.08500)) shows pictures to a classifier, takes the numbers of its last hidden layer (64 of them, less the units that hardly ever fire), and compares the cloud of real pictures with the cloud of fakes by their means $\mu$ and covariances $\Sigma$:
#
# $$
# d^2 = \lVert \mu_r - \mu_g \rVert^2 + \operatorname{tr}\!\big(\Sigma_r + \Sigma_g - 2\,(\Sigma_r \Sigma_g)^{1/2}\big) .
# $$
#
# The classifier of the original is a large network for photographs. Ours is a small one for digits, trained in the next cell in a few seconds, so our numbers can be compared with each other and with nobody else's. (With the features of that large network, Inception, the distance is the **FID** of the papers.)
#
# Two questions belong to every such number. *Compared with which pictures?* With the held-out ones, which neither player meets. *And how small can it get?* With few pictures it is not 0 even for real ones. So beside the fakes stands a **copier**: a generator that hands out training pictures. It has learned nothing, and its pictures are real. It gets the best mark that this measure can give, which tells you both where "as good as real" lies and what the measure does not see.

# %% tags=["nbval-ignore-output"]
FEW = 1000  # pictures that a distance is measured on


class Ruler:
    """A classifier of digits, and the distance of pictures from held-out ones in its features."""

    def __init__(self):
        self.classifier = metrics.train_classifier(TRAINING, steps=400)
        real = self.classifier.features(HELD_OUT.x)
        # A unit that hardly ever fires on real pictures would let one stray picture decide.
        self.alive = (real > real.amin(0) + 1e-3).float().mean(0) > 0.05
        self.real = real[:, self.alive]

    def __call__(self, pictures):
        features = self.classifier.features(pictures[:FEW])[:, self.alive]
        return metrics.frechet_distance(self.real, features)


def copier(n):
    """A generator that hands out training pictures."""
    chosen = torch.randint(len(TRAINING), (n,), generator=torch.Generator().manual_seed(0))
    return TRAINING.x[chosen.to(device)]


@functools.cache
def the_ruler():
    """The ruler, trained when it is asked for the first time."""
    return Ruler()


@demo(seconds="about 5 s")
def train_the_ruler():
    ruler = the_ruler()
    print(f"the classifier is right on held-out digits: {100 * ruler.classifier.accuracy(HELD_OUT):.0f}%")
    print(f"distance of a copier's pictures:              {ruler(copier(FEW)):.1f}")
    print(f"distance of the same pictures, grey inverted: {ruler(-copier(FEW)):.0f}")


# %% [markdown]
# ### The run
#
# Now everything meets: your networks, your starting weights, your iteration. The losses are the non-saturating pair of assignment 04, and so are the three remedies that the next cell and the library's `train` add around your step: a small R1 penalty on $D$, learning rates that fall in the second half, and an average of $G$'s weights, which draws the pictures. The optimiser is Adam with the paper's $\beta_1 = 0.5$. (The paper's learning rate is 0.0002 for both; with so few pictures we can afford more. With batch norm in $D$ a logit depends a little on the batch, so R1 is only nearly what its formula says.)
#
# A story that is often told about GANs on MNIST looks at the samples after 4, 24 and 45 **epochs**. An epoch is one pass through the data. We stop at the same epochs; but mind that an epoch of our 1,438 pictures is 23 batches of 64, while an epoch of MNIST's 60,000 at 128 is 469. What teaches a network is steps, not epochs.


# %%
LATENT, BATCH = 32, 64
PER_EPOCH = math.ceil(len(TRAINING) / BATCH)


def noise(n):
    """p_z: n standard normal vectors."""
    return torch.randn(n, LATENT, device=device)


def new_players(make_d=make_discriminator, d_width=16):
    """G and D with your starting weights, laid out in memory as convolutions like it best."""
    players = make_generator(LATENT, SIZE, 32), make_d(SIZE, d_width)
    for network in players:
        network(noise(2) if network is players[0] else TRAINING.x[:2])  # lazy layers find their sizes
        network.apply(initialise).to(device, memory_format=torch.channels_last)
    return players


class GAN:
    """Two players, trained by your dcgan_step inside the library's loop."""

    def __init__(self, epochs, seed=0, make_d=make_discriminator, moments=()):
        seed_everything(seed)
        self.g, self.d = new_players(make_d)
        self.g_optimizer = torch.optim.Adam(self.g.parameters(), lr=1e-3, betas=(0.5, 0.999), fused=True)
        d_optimizer = torch.optim.Adam(self.d.parameters(), lr=5e-4, betas=(0.5, 0.999), fused=True)
        self.pair, self.penalty, self.count = losses("non_saturating"), R1(0.1), 0
        self.seen, self.table = {}, {}
        looks = {*moments, *(max(1, round(epochs * PER_EPOCH * (i / 24) ** 2)) for i in range(25))}
        self.run = train(
            self.g, self.d, TRAINING,
            steps=epochs * PER_EPOCH, batch_size=BATCH, d_step=self.both, g_step=lambda *_: self.g_value,
            g_optimizer=self.g_optimizer, d_optimizer=d_optimizer, d_loss=self.pair.d, g_loss=self.pair.g,
            decay=0.05, average=0.97, noise=noise, latent_dim=LATENT, seed=seed, progress=False,
            callbacks=[every(1, lambda run: self.look(run, moments) if run.step in looks else None)],
        )  # fmt: skip

    def both(self, g, d, d_optimizer, real, noise, d_loss):
        """Your iteration; R1 joins D's loss at every fourth step, four times as strong."""
        self.count += 1

        def d_loss_with_r1(real_logits, fake_logits):
            value = d_loss(real_logits, fake_logits)
            return value + 4 * self.penalty(d, real, None) if self.count % 4 == 0 else value

        d_value, self.g_value = dcgan_step(
            g, d, self.g_optimizer, d_optimizer, real, noise, d_loss_with_r1, self.pair.g
        )
        return d_value

    def look(self, run, moments):
        """Keep D's verdicts, the distance and, at the moments asked for, pictures."""
        fakes = run.sample(FEW)
        with torch.no_grad():
            opponents = copy.deepcopy(self.g)(noise(1000))  # a copy: looking must not move its averages
            judge = copy.deepcopy(self.d).eval()
            right = [(judge(x) > 0).float().mean().item() for x in (TRAINING.x[:1000], HELD_OUT.x[:1000])]
            caught = (judge(opponents) <= 0).float().mean().item()
        self.table[run.step] = (*(100 * r for r in right), 100 * caught, the_ruler()(fakes))
        if run.step in moments:
            self.seen[run.step] = fakes[:10]

    @property
    def accuracy(self):
        """Steps, and how often D is right on training pictures and fakes taken together."""
        return list(self.table), [(row[0] + row[2]) / 2 for row in self.table.values()]


# %% [markdown]
# **Predict, then run.** At the end of this run the fakes will look like digits. How often will $D$ still be right, on real pictures and fakes together? A $D$ that guesses is right 50% of the time. Write a number in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_d_at_the_end", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_d_at_the_end = {
    "D right in %, after 45 epochs": ...,  # a number
}


# %% tags=["nbval-ignore-output"]
MOMENTS = {8: "8 steps", 30: "30 steps"} | {e * PER_EPOCH: f"{e} epochs" for e in (4, 24, 45)}


@functools.cache
def the_gan():
    """Your GAN, trained when it is asked for the first time (run this cell again to train it anew)."""
    return GAN(45, moments=tuple(MOMENTS))


@demo(seconds="about 25 s")
def the_timeline():
    start = time.perf_counter()
    gan = the_gan()
    seconds = time.perf_counter() - start
    _, axes = plots.figure(len(MOMENTS) + 1, 1, 7.6, 0.95)
    plots.images(TRAINING.x[:10], columns=10, value_range=(-1, 1), ax=axes[0])
    axes[0].text(-0.02, 0.5, "real", transform=axes[0].transAxes, ha="right", va="center")
    for ax, (step, name) in zip(axes[1:], MOMENTS.items(), strict=True):
        plots.images(gan.seen[step], columns=10, value_range=(-1, 1), ax=ax)
        ax.text(-0.02, 0.5, name, transform=ax.transAxes, ha="right", va="center")
        real, _, caught, distance = gan.table[step]
        words = f"D right: {(real + caught) / 2:.0f}%\ndistance: {distance:.1f}"
        ax.text(1.02, 0.5, words, transform=ax.transAxes, va="center", fontsize=9)
    plt.show()
    print(f"{gan.run.step} steps of both players in {seconds:.0f} s on {device.type}, looking included")


# %% [markdown]
# Ten pictures of a row are soon chosen too kindly. Here are sixty-four of each kind, none of them chosen: the first that $G$ draws, and the first held-out digits.


# %%
@demo
def sixty_four_of_each():
    gan = the_gan()
    _, axes = plots.figure(1, 2, 3.6, 3.8)
    sheets = {"real, held out": HELD_OUT.x[:64], "drawn by G, after 45 epochs": gan.run.sample(64)}
    for ax, (name, pictures) in zip(axes, sheets.items(), strict=True):
        plots.images(pictures, columns=8, value_range=(-1, 1), ax=ax, title=name)
    plt.show()


# %% [markdown]
# In the table of rows above, read from top to bottom. The first two rows of fakes are grey to the eye; $D$ knows better after 30 steps. At 4 epochs the first strokes show, at 24 many pictures resemble a digit, and until 45 strokes grow cleaner; some could still be two digits, and here and there one is none. Put to the classifier of the last cell, 73 to 76% of the fakes at the end are read with more than 90% certainty (three seeds), where of held-out digits it is 95%. So about a quarter of the fakes are not clear digits; and $D$, which was right on 89 to 94% of real pictures and fakes, could still tell most of them. Here is the same run as curves.


# %% tags=["nbval-ignore-output"]
@demo
def what_d_sees_and_what_it_says():
    gan = the_gan()
    steps = [s / PER_EPOCH for s in gan.table]
    real, held_out, caught, distance = zip(*gan.table.values(), strict=True)
    _, axes = plots.figure(1, 3, 3.6, 2.7)
    plots.series(
        {"D": gan.accuracy[1]}, steps, ax=axes[0], xlabel="epoch", ylabel="right in %", title="Accuracy of D"
    )
    axes[0].axhline(50, color=OPTIMAL, linestyle="--", linewidth=1)
    curves = {"training pictures": real, "held-out pictures": held_out, "fakes": caught}
    plots.series(curves, steps, ax=axes[1], xlabel="epoch", ylabel="right in %", title="Right on which kind?")
    plots.series({"fakes": distance}, steps, ax=axes[2], xlabel="epoch", title="Fréchet distance", log=True)
    axes[2].axhline(the_ruler()(copier(FEW)), color=REAL, linestyle="--", linewidth=1, label="copier")
    axes[2].legend()
    for ax in axes:
        ax.set_xscale("symlog", linthresh=1)
        ax.set_xlim(left=0)
        ax.set_xticks([0, 1, 2, 4, 8, 24, 45], labels=["0", "1", "2", "4", "8", "24", "45"])
        ax.minorticks_off()
    for ax in axes[:2]:
        ax.set_ylim(0, 103)
    plt.show()
    predictions.compare(predict_d_at_the_end, {"D right in %, after 45 epochs": gan.accuracy[1][-1]}, near=5)


# %% [markdown]
# *Left*: the lecture-room story is in the first epochs. At the start fakes are obvious, though not yet to an untrained $D$, which is right on half of the pictures; within some thirty steps it is right nearly every time; then $G$ finds out what fools it, and $D$'s accuracy **falls**. But it does not go on falling to 50%: it swings, and later rises again. *Right*: and yet the pictures get better nearly all the time. So a rising accuracy does not mean that $G$ got worse, nor a falling one that it got better: each player has only become good *against the other*. (On three seeds $D$ was right on 87 to 98% at its first peak, before the third epoch, on 49 to 62% at its lowest before the tenth, and on 89 to 94% at the end, while the distance fell from above 100 to between 1.1 and 1.4. A copier's is 0.4 to 0.5.)
#
# *Middle*: where $D$ is right. The two curves of real pictures run together, so this $D$ judges pictures it has never seen almost as well as those it trains on (2 to 6 points less often right at the end of the three runs). Mind what "never seen" means here: the pictures were set aside at random, and the same 13 people wrote both kinds. A new writer's digits would be the harder test. Watch these two: where they part, $D$ has begun to know its pictures by heart, and whatever is not one of them becomes a fake. With little data that is the main enemy of GANs ([Karras et al., 2020](https://arxiv.org/abs/2006.06676)); R1 and falling learning rates are there to hold it off. How much each of them does here has not been measured for this text: take them away and look ("Go further").
#
# And $G$, does it know its pictures by heart? It never saw one, but $D$ might have told it. The distance cannot say: the copier has the best one. The memorisation test can. It compares how near fakes and held-out digits are to their nearest training picture; here it is for your generator and for the copier, with eight pictures of each above the training pictures nearest to them.


# %% tags=["nbval-ignore-output"]
@demo
def does_g_copy():
    makers = {"your G": the_gan().run.sample, "a copier": copier}
    _, axes = plots.figure(1, 2, 4.2, 1.25)
    for ax, (name, make) in zip(axes, makers.items(), strict=True):
        x = make(FEW)
        found = metrics.memorisation(x.flatten(1), TRAINING.x.flatten(1), HELD_OUT.x.flatten(1))
        pairs = torch.cat([x[:8], TRAINING.x[found.nearest[:8].to(device)]])
        plots.images(
            pairs, columns=8, value_range=(-1, 1), ax=ax, title=f"{name}, above its nearest originals"
        )
        print(f"{name:9s} distance {the_ruler()(x):.1f};  {found}")
    plt.show()


# %% [markdown]
# A copier has all of its pictures nearer to a training picture than 99% of fresh digits are, and $z$ (here a test's standard score, not noise) far below 0. Your generator has hardly any, and a $z$ far above 0: its fakes lie further from the training pictures than real digits do. It does not copy, and it is not perfect either. By the distance alone the copier would have won.
#
# ### How long does it take?
#
# The same story says that four epochs of MNIST take "a minute or so on a GPU". You need not believe it: the next cell times your own iteration on pictures of 28 × 28, batches of 128, and multiplies by the 4 · 469 steps of four epochs. (Random pictures serve as well as digits here: the arithmetic is the same.) On two processor cores it came to 13 to 20 minutes, depending on what else the machine was doing; run it on a GPU to test the claim.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 5 s")
def four_epochs_of_mnist():
    seed_everything(0)
    generator = make_generator(100, 28, 64).apply(initialise).to(device, memory_format=torch.channels_last)
    discriminator = make_discriminator(28, 64).apply(initialise).to(device, memory_format=torch.channels_last)
    optimizers = [
        torch.optim.Adam(m.parameters(), 2e-4, betas=(0.5, 0.999), fused=True)
        for m in (generator, discriminator)
    ]
    pair, real = losses("non_saturating"), torch.rand(128, 1, 28, 28, device=device) * 2 - 1

    def z(n):
        return torch.randn(n, 100, device=device)

    dcgan_step(generator, discriminator, *optimizers, real, z, pair.d, pair.g)  # the first step is slower
    steps = 200 if device.type == "cuda" else 8
    start = time.perf_counter()
    for _ in range(steps):
        dcgan_step(generator, discriminator, *optimizers, real, z, pair.d, pair.g)
    each = (time.perf_counter() - start) / steps
    print(
        f"{1000 * each:.0f} ms a step on {device.type}; four epochs of MNIST: about {4 * 469 * each / 60:.1f} minutes"
    )


# %% [markdown]
# ### Any classifier may be the discriminator
#
# $D$ is a classifier with two classes, and nothing in `dcgan_step` knows what it is made of. Swap it: the same generator, the same losses, the same iteration, and for $D$ a network of fully connected layers that knows nothing of neighbourhoods.


# %%
def make_mlp_discriminator(size, width):
    """A discriminator without a single convolution."""
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(size * size, 16 * width),
        nn.LeakyReLU(0.2),
        nn.Linear(16 * width, 16 * width),
        nn.LeakyReLU(0.2),
        nn.Linear(16 * width, 1),
    )


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 20 s")
def swap_the_discriminator():
    _, axes = plots.figure(2, 1, 7.6, 0.95)
    makers = {"ConvNet": make_discriminator, "MLP": make_mlp_discriminator}
    for ax, (name, make) in zip(axes, makers.items(), strict=True):
        game = GAN(15, seed=1, make_d=make)
        plots.images(game.run.sample(10), columns=10, value_range=(-1, 1), ax=ax)
        ax.text(-0.02, 0.5, name, transform=ax.transAxes, ha="right", va="center")
        words = f"{sum(p.numel() for p in game.d.parameters()):,} weights in D\ndistance: {the_ruler()(game.run.sample(FEW)):.1f}"
        ax.text(1.02, 0.5, words, transform=ax.transAxes, va="center", fontsize=9)
    plt.show()


# %% [markdown]
# Both teach $G$ to write: whatever can tell real from fake and has a gradient can be a discriminator. They are not equally good at it. With the seed of the picture the ConvNet brought the distance down to 2.1 in these 15 epochs, the fully connected one to 4.3 with fifteen times as many weights: it needs some for every pixel, and has to find out from the data what the ConvNet is built on.
#
# ---
# ## 5 · A walk through the latent space
#
# $G$ is a continuous function of $z$. So between any two of its pictures there is a path of pictures: move $z$ a little, and the picture changes a little. Whether the pictures *on the way* are digits too is another matter, and a test of $G$: a generator that had only stored its data would have nothing to show in between.
#
# ### Exercise 9 · From one z to another  (4 points, about 5 minutes)
#
# **Goal.** Points on the straight line from `z_start` to `z_end`:
#
# $$
# z_i = (1 - t_i)\, z_{\text{start}} + t_i\, z_{\text{end}}, \qquad t_i \text{ growing evenly from } 0 \text{ to } 1 .
# $$
#
# *You get* two vectors of shape (latent_dim,) and `steps`, a number of points, at least 2. *You return* a tensor of shape (steps, latent_dim) whose first row is `z_start` and whose last row is `z_end`.
#
# <details><summary>Hint 1</summary>
#
# `torch.linspace` gives evenly growing numbers, both ends included.
# </details>
# <details><summary>Hint 2</summary>
#
# $t$ has shape (steps,), $z$ has shape (latent_dim,). For a table of shape (steps, latent_dim) one of them needs another axis: `t[:, None]`.
# </details>
#
# **What to expect.** Five points from (0, 4) to (8, 0): the second is (2, 3), the middle one (4, 2).


# %% nbgrader={"grade": false, "grade_id": "interpolate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def interpolate(z_start, z_end, steps):
    """Return `steps` points on the line from z_start to z_end, shape (steps, latent_dim)."""
    ### BEGIN SOLUTION
    t = torch.linspace(0, 1, steps, device=z_start.device)[:, None]
    return (1 - t) * z_start + t * z_end
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_interpolate", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.interpolate(interpolate)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "interpolate")
### END HIDDEN TESTS

# %% [markdown]
# The first and last digit of each row below are the same in all three panels. Above, your walk: $G$ at each point of the line. In the middle another way from $z$ to $z$: an arc in the place of a line. Half way along a straight line two random $z$ have partly cancelled out: the length is $\sqrt{32/2} = 4$ on average where random $z$ have about $\sqrt{32} \approx 5.7$. **Spherical interpolation** ([White, 2016](https://arxiv.org/abs/1609.04468)) turns the one into the other and keeps the length. Below, a cross-fade of the two end *pictures*, pixel by pixel.


# %%
def draw_generator(z):
    """Pictures of the averaged generator in evaluation mode."""
    network = the_gan().run.best_generator.eval()
    with torch.no_grad():
        return network(z.to(device)).cpu()


def spherical(z_start, z_end, steps):
    """Points on the arc from z_start to z_end, shape (steps, latent_dim)."""
    t = torch.linspace(0, 1, steps)[:, None]
    angle = torch.acos(F.cosine_similarity(z_start, z_end, dim=0))
    return (((1 - t) * angle).sin() * z_start + (t * angle).sin() * z_end) / angle.sin()


@demo
def walks():
    z = torch.randn(8, LATENT, generator=seed_everything(5))
    walk, arc = (
        torch.cat([draw_generator(way(z[2 * i], z[2 * i + 1], 12)) for i in range(4)])
        for way in (interpolate, spherical)
    )
    ends = walk.reshape(4, 12, 1, SIZE, SIZE)
    t = torch.linspace(0, 1, 12)[None, :, None, None, None]
    fade = ((1 - t) * ends[:, :1] + t * ends[:, -1:]).reshape(-1, 1, SIZE, SIZE)
    panels = {
        "G along a line in the latent space": walk,
        "G along an arc": arc,
        "the same end pictures, cross-faded": fade,
    }
    _, axes = plots.figure(3, 1, 6.6, 2.4)
    for ax, (title, pictures) in zip(axes, panels.items(), strict=True):
        plots.images(pictures, columns=12, value_range=(-1, 1), ax=ax, title=title)
    plt.show()


# %% [markdown]
# In the cross-fade two digits lie on top of each other, as on a photograph exposed twice. In the walks strokes bend, close and open: most pictures in between are digits, or could pass for a hasty one. That is what the paper means when it says that the model has learned "relevant and interesting representations" rather than pictures. Line and arc hardly differ to the eye: a $z$ of length 4 is not yet far from what this $G$ was trained on.
#
# Move around yourself. The pad is a plane through the latent space, the sheet behind it shows what $G$ makes at 49 of its places. In the very middle, at $z = 0$, there is next to nothing: noise of 32 standard normal numbers has a length near $\sqrt{32} \approx 5.7$, so in training $G$ was never asked for a picture there.


# %%
@demo
def walk_yourself():
    from IPython.display import display

    from gan_course.widgets import LatentWalk

    display(LatentWalk(draw_generator, LATENT, plane=1, a=0.6, b=-0.9))


# %% [markdown]
# ### Arithmetic with digits
#
# The paper's most famous picture takes averages of $z$: (man with glasses) − (man) + (woman) gives a woman with glasses. A single $z$ is too shaky for that, the authors found; the mean of three was stable. We have no labels for our $z$, but we have a classifier: let $G$ draw 4,000 pictures, let the classifier name them, and average the $z$ of each name.
#
# Then two tests. First, $G$ at twice each of the ten averages (why twice, you will see below). Second, arithmetic: take $z$ whose pictures are an $a$, up to 40 of them, add twice (average of $b$) − (average of $a$), and ask the classifier what it sees now. As a control, add a vector of the same length in a random direction.


# %% tags=["nbval-ignore-output"]
@demo
def arithmetic():
    ruler = the_ruler()
    z = torch.randn(4000, LATENT, generator=seed_everything(6))
    names = ruler.classifier.predict(draw_generator(z)).cpu()
    means = torch.stack([z[names == k].mean(0) for k in range(10)])
    _, ax = plots.figure(1, 1, 6.6, 1.0)
    plots.images(
        draw_generator(2 * means),
        columns=10,
        value_range=(-1, 1),
        ax=ax,
        title="G at twice the average z of each digit",
    )
    plt.show()
    moved, control = [], []
    for a in range(10):
        for b in range(10):
            if a != b:
                step = 2 * (means[b] - means[a])
                other = torch.randn(LATENT, generator=seed_everything(10 * a + b))
                other *= step.norm() / other.norm()
                for shift, found in ((step, moved), (other, control)):
                    after = ruler.classifier.predict(draw_generator(z[names == a][:40] + shift))
                    found.append(float((after == b).float().mean()))
    print(f"an a becomes the b asked for, mean of all 90 pairs: {100 * sum(moved) / 90:.0f}%")
    print(f"the same with a random step of that length:         {100 * sum(control) / 90:.0f}%")
    print(
        f"G at twice the ten averages is read as that digit:  {int((ruler.classifier.predict(draw_generator(2 * means)).cpu() == torch.arange(10)).sum())} of 10"
    )


# %% [markdown]
# Twice the ten averages are digits, and typical ones: single oddities have cancelled out. (Averages of many vectors are short, and close to the middle of the latent space the pictures are bland; twice the average lies at a more usual distance.) And the arithmetic works: moving along the difference of two averages turns most $a$'s into the $b$ that was asked for (82 to 84% on three seeds), while a random step of the same length rarely does (5 to 7%). So "which digit" is written in $z$ along directions, although nobody ever told $G$ that there are digits.
#
# ---
# ## 6 · What the discriminator has learned
#
# $D$ was never told which digit is which. But to tell real digits from fakes it had to find out what strokes, loops and corners look like, and that should be useful for naming digits too. The paper tests this with what is called a **linear probe**: take numbers from inside $D$ as *features* of a picture, freeze them, and train a linear classifier on top. (The paper takes them from all layers, and a support vector machine. We take what reaches the last layer, and logistic regression.)
#
# A number like "90% right" means little by itself. So two more sets of features stand beside it: the raw pixels, which need no network at all, and the same $D$ before training. Each is tried with few labels and with many. Whatever a trained $D$ adds must show against these.


# %%
def features_of(discriminator, pictures):
    """What reaches the last layer with weights, one row a picture."""
    last = [m for m in discriminator.modules() if getattr(m, "weight", None) is not None][-1]
    caught = []
    hook = last.register_forward_pre_hook(lambda _, inputs: caught.append(inputs[0].flatten(1)))
    discriminator.eval()
    with torch.no_grad():
        discriminator(pictures)
    hook.remove()
    discriminator.train()
    return caught[0].cpu()


def probe_accuracy(train_x, train_y, test_x, test_y):
    """Accuracy of logistic regression on standardised features."""
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits  # comes with scikit-learn

    mean, std = train_x.mean(0), train_x.std(0) + 1e-3
    with threadpool_limits(1):  # problems this small lose time when several cores share them
        model = LogisticRegression(C=0.01, max_iter=300)
        model.fit(((train_x - mean) / std).numpy(), train_y.numpy())
        return model.score(((test_x - mean) / std).numpy(), test_y.numpy())


# %% [markdown]
# **Predict, then run.** With 20 labels a digit: by how many percentage points will the features of the *trained* $D$ beat those of the same $D$ before training?

# %% nbgrader={"grade": false, "grade_id": "predict_probe", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_probe = {
    "what training adds, in points, 20 labels a digit": ...,  # a number, negative if it takes away
}


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 2 s")
def the_linear_probe():
    seed_everything(0)
    fresh = new_players()[1]
    sets = {"raw pixels": lambda x: x.flatten(1).cpu()}
    sets["D before training"] = lambda x: features_of(fresh, x)
    sets["D after training"] = lambda x: features_of(the_gan().d, x)
    rows = ["labels a digit" + "".join(f"{name:>19s}" for name in sets)]
    for labels in (1, 5, 20):
        results = {name: [] for name in sets}
        for draw in range(8):
            order = torch.randperm(len(TRAINING), generator=seed_everything(draw))
            y = TRAINING.y.cpu()[order]
            chosen = torch.cat([order[y == k][:labels] for k in range(10)])
            for name, features in sets.items():
                train_x, test_x = features(TRAINING.x[chosen]), features(HELD_OUT.x)
                accuracy = probe_accuracy(train_x, TRAINING.y.cpu()[chosen], test_x, HELD_OUT.y.cpu())
                results[name].append(accuracy)
        means = [100 * sum(r) / len(r) for r in results.values()]
        rows.append(f"{labels:14d}" + "".join(f"{mean:18.1f}%" for mean in means))
    print("\n".join(rows))
    added = {"what training adds, in points, 20 labels a digit": means[2] - means[1]}
    predictions.compare(predict_probe, added, near=1, digits=1)


# %% [markdown]
# Read the columns honestly. $D$'s features beat the raw pixels at every number of labels, most clearly where labels are few. But look at the column in the middle: a $D$ that was **never trained** does as well (on three seeds the trained one was between 2 points worse and half a point better). What helps here is the *architecture*, small windows and leaky ReLUs applied everywhere, more than what $D$ learned from telling fakes apart. Without that column we would have praised the training. (The paper's claim is about much larger networks trained on more than a million photographs; there, features of $D$ were competitive with other unsupervised ones of their time. Ours is a result about 1,438 small digits.) How to make a discriminator learn about classes on purpose, with few labels, is the subject of assignment 09.
#
# ---
# ## 7 · Keep the generator
#
# Training needs two networks, two optimisers and the data. *Using* the result needs none of that but $G$: noise in, picture out. Once training is over, $D$ has done its work and is dropped. (A checkpoint from which training is to go on is another thing, and holds everything; `run.save` writes one.)
#
# What goes into the file? All numbers of the network under their names, its `state_dict()`: the parameters and also the running averages of batch norm. Which format? `torch.save` writes a *pickle*, and reading a pickle can run code that someone put into it. [safetensors](https://huggingface.co/docs/safetensors) files hold numbers and names and nothing else, so you can open one from a stranger.
#
# ### Exercise 10 · Save it  (4 points, about 5 minutes)
#
# *You get* a `generator` and a `path` (text). *You write* every number of its `state_dict()`, under its name, into a safetensors file at exactly this path; a file that is there already is replaced. The network stays as it is.
#
# `save_file(dictionary, path)` of `safetensors.torch` (imported above) does the writing, and has one wish: each tensor must lie in memory in plain order. Ours do not, since we laid the networks out channels-last for speed.
#
# <details><summary>Hint 1</summary>
#
# `tensor.contiguous()` is the same numbers in plain order.
# </details>
# <details><summary>Hint 2</summary>
#
# A dictionary comprehension over `generator.state_dict().items()` makes a new dictionary from an old one.
# </details>
#
# **What to expect.** The check opens your file and looks for every number, batch norm's averages included.


# %% nbgrader={"grade": false, "grade_id": "save_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def save_generator(generator, path):
    """Write every number of the generator to a safetensors file at `path`."""
    ### BEGIN SOLUTION
    save_file({name: value.contiguous() for name, value in generator.state_dict().items()}, path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_save_generator", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.save_generator(save_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "save_generator")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 11 · Load it  (4 points, about 5 minutes)
#
# The file holds numbers, not layers. So whoever loads it first builds a network of the same kind, then pours the numbers in.
#
# *You get* the `path` and a function `make`; `make()` returns a fresh network of the right build. *You return* that network with the numbers of the file, in evaluation mode, so that batch norm uses the averages it was saved with. Each call builds a network of its own.
#
# <details><summary>Hint 1</summary>
#
# `load_file(path)` gives the dictionary back; `network.load_state_dict(dictionary)` pours it in.
# </details>
# <details><summary>Hint 2</summary>
#
# `load_state_dict` returns a report of names that did not fit, not the network.
# </details>
#
# **What to expect.** The same $z$ gives the same picture, to the last bit.


# %% nbgrader={"grade": false, "grade_id": "load_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def load_generator(path, make):
    """Return a generator built by make(), with the numbers of the file, ready to be used."""
    ### BEGIN SOLUTION
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_load_generator", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.load_generator(load_generator)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "load_generator")
### END HIDDEN TESTS


# %%
@demo
def only_g_is_needed():
    gan, z = the_gan(), torch.randn(500, LATENT, generator=seed_everything(8))
    before = draw_generator(z)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "generator.safetensors")
        save_generator(gan.run.best_generator, path)
        kilobytes = Path(path).stat().st_size / 1000
        gan.run.save(Path(folder) / "everything.pt")
        everything = Path(folder, "everything.pt").stat().st_size / 1000
        kept = load_generator(path, lambda: make_generator(LATENT, SIZE, 32))
    with torch.no_grad():
        after, one, training = kept(z), kept(z[:1]), copy.deepcopy(kept).train()(z[:64])
    print(
        f"the file: {kilobytes:.0f} kB; a checkpoint of both players with their optimisers: {everything / 1000:.1f} MB"
    )
    print(f"the loaded G draws the same pictures: {torch.allclose(before, after, atol=1e-4)}")
    print(f"alone or in a batch, a picture stays itself: {torch.allclose(one, after[:1], atol=1e-4)}")
    print(f"and in training mode? {torch.allclose(training, after[:64], atol=1e-2)}")


# %% [markdown]
# The last line is why `eval()` matters: in training mode batch norm would take its mean from whatever else is in the batch, and the same $z$ would give another picture in other company.
#
# ---
# ## 8 · Clinic  (2 points)
#
# Somebody brings you a run and no code. Look at what it shows before you read the choices.


# %%
@demo(seconds="about 3 s")
def a_run_that_is_ill():
    clinic.a_run_on_pictures()
    plt.show()


# %% [markdown]
# **A run** (1 point). $D$ is hardly ever wrong, from the first iterations to the last. What is wrong with this run? Answer with a letter, such as `"a"`.
#
# * **a** · $G$ was started from weights that are far too large, and its tanh is stuck at black and white.
# * **b** · The real pictures were not brought to the range from −1 to 1 in which $G$ draws.
# * **c** · $G$ has batch norm before its tanh, so that its pictures have a mean of 0.
# * **d** · $D$ learns too fast; with a smaller rate for $D$ the run would be well.
#
# <details><summary>Hint</summary>
#
# Compare the two pictures of pixels: which values do real ones never take? Which of the four says why?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_run", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_run = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_run", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_run(q_clinic_run)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_clinic_run")
### END HIDDEN TESTS

# %% [markdown]
# **A loop** (1 point). Here is a training loop for the networks of this lesson, with batch norm in both. It runs without an error, and its pictures stay poor, or change when they are drawn one by one. Which lines are at fault?
#
# ```python
#  1  for step in range(steps):
#  2      x = next_batch()
#  3      fakes = G(noise(len(x)))
#  4      logits = D(torch.cat([x, fakes.detach()]))
#  5      a, b = logits[: len(x)], logits[len(x) :]
#  6      d_loss = F.softplus(-a).mean() + F.softplus(b).mean()
#  7      opt_d.zero_grad()
#  8      d_loss.backward()
#  9      opt_d.step()
# 10      g_loss = F.softplus(-D(fakes)).mean()
# 11      opt_g.zero_grad()
# 12      g_loss.backward()
# 13      opt_g.step()
# 14  samples = G(noise(64)).detach()
# ```
#
# * **a** · 3 and 10: the fakes of $D$'s step are used again, so $G$ learns from an old discriminator.
# * **b** · 4 and 14: real pictures and fakes share a batch, and samples are drawn in training mode.
# * **c** · 6 and 14: the two means are not halved, and the samples are cut off from $G$.
# * **d** · 10 and 12: $D$'s weights get gradients from $G$'s loss, and 9 will use them.
#
# <details><summary>Hint</summary>
#
# On what else in its batch does the logit of one picture depend, and the picture of one $z$? And which gradients does line 7 clear?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_clinic_loop", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_clinic_loop = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_clinic_loop", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_clinic_loop(q_clinic_loop)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_clinic_loop")
### END HIDDEN TESTS

# %% [markdown]
# ---
# ## 9 · Summary
#
# * A convolution places a small kernel at every $s$-th pixel: $\lfloor (n + 2p - k)/s \rfloor + 1$ places. A transposed one lays stamps: $(n - 1)s - 2p + k$ pixels. Kernel 4, stride 2, padding 1 halves or doubles exactly.
# * DCGAN's rules: strides instead of pooling, no fully connected hidden layers, batch norm except at $G$'s output and $D$'s input, ReLU and tanh in $G$, leaky ReLU in $D$, weights from $\mathcal N(0, 0.02^2)$, pixels from −1 to 1.
# * Batch norm ties a batch together: show $D$ real pictures and fakes apart, and use `eval()` when training is over.
# * $D$'s accuracy first rises, then falls as $G$ learns, and may rise again while the pictures still improve. Only a measure from outside tells how good the pictures are; the distance of real from real belongs beside it.
# * Nothing in the training loop knows the architecture: any classifier can be $D$.
# * Straight lines in the latent space are paths of pictures, and averages of $z$ carry meaning.
# * After training, $G$ and its running averages are all that has to be kept.
#
# **Go further.** (1) Run the notebook on MNIST or Fashion-MNIST by changing one line in section 2. And with 200 of our digits only: at which epoch does $D$ begin to be better on training pictures than on held-out ones? (2) Leave out batch norm everywhere, or R1, or the averaging, and compare Fréchet distances over three seeds. (3) Train with `LATENT = 2` and open the LatentWalk: now the pad *is* the latent space. (4) Transposed convolutions whose kernel is not a multiple of the stride leave a checkerboard ([Odena et al., 2016](https://distill.pub/2016/deconv-checkerboard/)). Use kernel 5 with `output_padding=1` and look for it. (5) How many of your 4,000 fakes does the classifier call an 8? Are all ten digits drawn equally often? (6) Set the weight of R1 to 0 in `GAN`, then `decay` to `None`, then both: how far do the curves of training and held-out pictures part?
#
# ---
# ## 10 · Closing questions  (8 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (1 point). A picture of 13 × 13 pixels goes through a convolution with kernel 5, stride 2 and padding 2. How many pixels along a side does the output have?
#
# <details><summary>Hint</summary>
#
# You have written a function for this.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_size", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_size = 7
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_size", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_size(q_size)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_size")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). A convolution without bias leads from 32 channels to 64 channels, with a kernel of 4 × 4 and stride 2. How many weights does it have? (An expression is fine.)
#
# <details><summary>Hint</summary>
#
# The number does not depend on the size of the picture. Section 1 counts a layer like it.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_weights", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_weights = 64 * 32 * 4 * 4
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_weights(q_weights)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_weights")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). Where does batch norm stand in a DCGAN?
#
# * **a** · After every layer of both networks, the first and the last included.
# * **b** · Nowhere: it ties the pictures of a batch together.
# * **c** · Between hidden layers, but not at $G$'s output nor at $D$'s input, where it would fix or hide the brightness and contrast of the pictures.
# * **d** · Only at $G$'s output and $D$'s input, so that real and generated pixels have the same mean and spread.
#
# <details><summary>Hint</summary>
#
# Look at the two panels of "batch norm in the wrong place".
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_batch_norm", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_batch_norm = "c"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_batch_norm", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_batch_norm(q_batch_norm)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_batch_norm")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (1 point). What has to be kept to draw pictures after training?
#
# * **a** · $G$'s weights and the running averages of its batch norm.
# * **b** · $G$'s weights alone: the running averages are made anew from the first batch.
# * **c** · $G$ and $D$: $D$ picks out the fakes that are good enough.
# * **d** · $G$ and the training pictures, which it needs to compare with.
#
# <details><summary>Hint</summary>
#
# Follow $z$ through the network in evaluation mode. Which numbers does it meet?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_keep", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_keep = "a"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_keep", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_keep(q_keep)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_keep")
### END HIDDEN TESTS

# %% [markdown]
# **Question 5** (2 points). During a run the accuracy of $D$ falls from 95% to 75%. What do you know?
#
# * **a** · The pictures have become better.
# * **b** · Not much: better fakes and a worse $D$ look the same. A measure that does not come from $D$ has to decide.
# * **c** · The run has failed: a good GAN keeps its discriminator near 100%.
# * **d** · $D$ has begun to learn its training pictures by heart.
#
# <details><summary>Hint</summary>
#
# Compare the left and the right panel under "what D sees and what it says".
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_accuracy", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_accuracy = "b"
### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_q_accuracy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_accuracy(q_accuracy)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("06_dcgan", "q_accuracy")
### END HIDDEN TESTS
