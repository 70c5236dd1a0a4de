# %% [markdown]
# # 10 · From picture to picture
#
# **What you will do.** Give the generator a picture instead of noise. Take pictures apart into a pyramid and draw digits from coarse to fine; enlarge digits of 8 by 8 pixels to 32 by 32; turn sketches into digits, with pairs to learn from and without; fill holes; and put a discriminator at the end of an autoencoder. Every method is measured, beside a plain one that needs no discriminator.
#
# **What you will learn.** The Laplacian pyramid, which loses nothing; how a discriminator is told what the picture should belong to; why a loss that compares pixels blurs, and what an adversarial loss puts in the place of the blur; why the measure that everybody quotes gets *worse* by it; what a cycle can guarantee, and what it cannot.
#
# **What you need.** From the course: the non-saturating loss (assignment 04), convolutional networks (06), conditions (07). No GPU.
#
# **Time.** Not quite two hours: 25 minutes of reading, an hour of exercises, the rest predictions, questions and waiting. Sections 1, 3 and 4 are the core; section 2 (LAPGAN) and sections 5 to 7 (holes, cycles, an autoencoder) can wait for a second sitting. The notebook alone runs in one and a half to two minutes on one processor core.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`): an answer that does loses half of its points. Only exercise 7 is there to change something, the weights of its two players.
#
# Five papers carry the lesson: Denton, Chintala, Szlam and Fergus, [*Deep Generative Image Models using a Laplacian Pyramid of Adversarial Networks*](https://arxiv.org/abs/1506.05751) (2015); Ledig and others, [*Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network*](https://arxiv.org/abs/1609.04802) (2016, SRGAN); Isola, Zhu, Zhou and Efros, [*Image-to-Image Translation with Conditional Adversarial Networks*](https://arxiv.org/abs/1611.07004) (2016, pix2pix); Pathak and others, [*Context Encoders: Feature Learning by Inpainting*](https://arxiv.org/abs/1604.07379) (2016); and Zhu, Park, Isola and Efros, [*Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks*](https://arxiv.org/abs/1703.10593) (2017, CycleGAN).

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
from functools import partial

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data, metrics, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.seeding import seed_everything

check = checks("10_image_to_image")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>What is the non-saturating loss of G for one logit $a = D(G(z))$, written with softplus?</summary>
#
# $-\log \sigma(a) = \operatorname{softplus}(-a)$ (assignment 04). It is steep just where D rejects.
# </details>
# <details><summary>A conditional D was shown a fine picture of a 3 under the label 7. What should it say?</summary>
#
# "Fake": the pair is wrong, however good the picture (assignment 07). Today the condition is a picture itself.
# </details>
# <details><summary>What does a transposed convolution with kernel 4, stride 2 and padding 1 do to the size?</summary>
#
# It doubles it exactly (assignment 06).
# </details>

# %% [markdown]
# The data are the course's 5,000 digits of MNIST, 4,000 to train on and 1,000 held out, this time in three sizes: `train[32]` and `test[32]` hold pictures of 32 by 32 pixels, and those of 16 and 8 are scaled down from them. All values lie between 0 (black) and 1 (white).

# %%
whole, held_out = (data.mnist_5k(split, size=32, value_range=(0.0, 1.0)) for split in ("train", "test"))
train, test = (
    {size: F.interpolate(d.x, size=size, mode="area") for size in (8, 16, 32)} for d in (whole, held_out)
)


def show(rows, columns=16):
    """Draw rows of pictures under each other, all as large as the largest, each row with its name."""
    size = max(pictures.shape[-1] for pictures in rows.values())
    _, axes = plots.figure(len(rows), 1, 8.4, 0.8)
    for ax, (name, pictures) in zip(axes, rows.items(), strict=True):
        shown = F.interpolate(pictures[:columns], size=size, mode="nearest")
        plots.images(shown, ax=ax, columns=columns, value_range=(0, 1), title=name)
    plt.show()


@demo
def three_sizes():
    show({f"{size} by {size} pixels": test[size] for size in (32, 16, 8)})


# %% [markdown]
# ### Where this leads
#
# Can you read the digits of the last row? A person mostly can, since a person knows what digits look like. Enlarging such a picture is not a matter of finding the missing numbers, which are gone, but of knowing what pictures *of this kind* look like; and that is what a discriminator learns. Whatever is asked below, filling a hole, colouring a sketch, sharpening a blur, has the same form: many answers would fit what is given, and one that looks real is wanted.
#
# ---
# ## 1 · A picture as a pyramid
#
# Scaling down throws something away. A **Laplacian pyramid** ([Burt and Adelson](https://doi.org/10.1109/TCOM.1983.1095851), 1983) keeps what was thrown away beside it. Let $d$ halve the sides of a picture and $u$ double them. Then
#
# $$
# x_1 = d(x), \qquad h = x - u(x_1), \qquad x = u(x_1) + h .
# $$
#
# $h$ is the **detail**: what the enlarged small picture lacks. The last equation holds exactly whatever $d$ and $u$ are, since $h$ is *defined* so that it holds. $x_1$ can be split again, and again; what is left at the end is a tiny picture and one detail for each size.

# %% [markdown]
# ### Exercise 1 · One level  (4 points, about 6 minutes)
#
# **Goal.** Split pictures into a small one and the detail. Here $d$ takes the mean of each block of 2 by 2 pixels, and $u$ repeats each pixel in a block of 2 by 2.
#
# *You get* `x`, pictures (N, C, H, W), H and W even, not always alike. *You return* the pair `(small, detail)`: (N, C, H/2, W/2) and (N, C, H, W).
#
# <details><summary>Hint 1</summary>
#
# The mean of each block is average pooling with kernel 2: `F.avg_pool2d`.
# </details>
# <details><summary>Hint 2</summary>
#
# `F.interpolate(small, scale_factor=2, mode="nearest")` repeats pixels. So does `repeat_interleave`, once for each of the two directions.
# </details>
#
# **What to expect.** The picture of one block $\begin{pmatrix} 1 & 0 \\ 0 & 0 \end{pmatrix}$ has the small picture $(0.25)$ and the detail $\begin{pmatrix} 0.75 & -0.25 \\ -0.25 & -0.25 \end{pmatrix}$. Every block of a detail adds up to 0.


# %% nbgrader={"grade": false, "grade_id": "split_picture", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_picture(x):
    """Split pictures (N, C, H, W) into those of half the size and the detail that these lack."""
    ### BEGIN SOLUTION
    small = F.avg_pool2d(x, 2)
    return small, x - F.interpolate(small, scale_factor=2, mode="nearest")
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_split_picture", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.split_picture(split_picture)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "split_picture")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 2 · All levels back again  (4 points, about 6 minutes)
#
# **Goal.** Put a pyramid together: enlarge the smallest picture, add the first detail, enlarge the result, add the next, until no detail is left.
#
# *You get* `smallest`, (N, C, h, w), and then as many details as there are, from the coarsest to the finest: (N, C, 2h, 2w), (N, C, 4h, 4w) and so on. There may be none. *You return* the pictures, in the size of the last detail, through which gradients reach everything given.
#
# <details><summary>Hint 1</summary>
#
# `*details` in the first line makes a tuple of all further arguments: `for detail in details:` visits them in order.
# </details>
# <details><summary>Hint 2</summary>
#
# Enlarge first, then add. It is the $u$ of exercise 1.
# </details>
#
# **What to expect.** $(0.25)$ with the detail of exercise 1 gives the block back. Without details, `smallest` itself comes back.


# %% nbgrader={"grade": false, "grade_id": "reconstruct", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reconstruct(smallest, *details):
    """Put pictures together from the smallest ones and their details, coarse to fine."""
    ### BEGIN SOLUTION
    x = smallest
    for detail in details:
        x = F.interpolate(x, scale_factor=2, mode="nearest") + detail
    return x
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reconstruct", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.reconstruct(reconstruct)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "reconstruct")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
@demo
def there_and_back():
    medium, fine = split_picture(test[32])
    small, middle = split_picture(medium)
    again = reconstruct(small, middle, fine)
    show(
        {
            "the smallest": small,
            "its detail, 16 by 16 (grey is 0)": 0.5 + middle / 2,
            "and the next, 32 by 32": 0.5 + fine / 2,
            "put together": again,
        }
    )
    print(f"largest error of the reconstruction: {float((again - test[32]).abs().max()):.0e}")
    spread = [float(part.std()) for part in (test[32], middle, fine)]
    print("spread of the picture {:.2f}, of its details {:.2f} and {:.2f}".format(*spread))


# %% [markdown]
# The error is rounding. The details show edges, and nothing where the picture is flat; photographs, which are flat in most places and seldom black, can be stored in less space so, and that is what pyramids were invented for. For us it matters that they cut one hard question, "which picture?", into several smaller ones: "which coarse picture?" and "given the coarse picture, which detail?"
#
# ---
# ## 2 · LAPGAN: drawing from coarse to fine
#
# That is the idea of [LAPGAN](https://arxiv.org/abs/1506.05751). A first generator draws pictures of 8 by 8 from noise. A second one is given the coarse picture, enlarged, and noise, and draws the detail of 16 by 16; a third one that of 32 by 32. The three are trained *apart*, each with a discriminator of its own; those of the second and third are trained on details of real pictures:
#
# $$
# D_k \text{ is shown } \big(u(x_{k+1}),\; u(x_{k+1}) + h\big), \qquad h = h_k \text{ of the data, or } h = G_k\big(u(x_{k+1}), z\big) .
# $$
#
# $D_k$ has to see the condition beside the picture. Otherwise any detail that looks good by itself would do, whether it belongs to this coarse picture or not.

# %% [markdown]
# ### Exercise 3 · Picture and condition, side by side  (3 points, about 5 minutes)
#
# **Goal.** Make the input of a conditional discriminator: condition and picture as channels of one tensor, the condition first. The condition may be coarser than the picture, by a whole number; then each of its pixels is repeated until the sizes agree.
#
# *You get* `condition`, (N, C, h, w), and `picture`, (N, K, H, W), where H = s·h and W = s·w for a whole number s, 1 included. *You return* (N, C + K, H, W), through which gradients reach both.
#
# <details><summary>Hint 1</summary>
#
# `F.interpolate(condition, size=picture.shape[2:], mode="nearest")` works for s = 1 too.
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.cat` along dimension 1, that of the channels.
# </details>
#
# **What to expect.** A condition (5, 1, 8, 8) and pictures (5, 1, 16, 16) make (5, 2, 16, 16).


# %% nbgrader={"grade": false, "grade_id": "pair", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pair(condition, picture):
    """Lay a condition, enlarged where it is coarser, and a picture side by side as channels."""
    ### BEGIN SOLUTION
    enlarged = F.interpolate(condition, size=picture.shape[2:], mode="nearest")
    return torch.cat([enlarged, picture], dim=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pair", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.pair(pair)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "pair")
### END HIDDEN TESTS

# %% [markdown]
# The networks are small convolutional ones in the manner of assignment 06; the ruler is the course's classifier of digits, one for each size. `adversarial` is the game of assignment 04, with an averaged generator. Digits of MNIST have a wide black rim; for this section it is cut off, so that the 64 pixels of the coarse pictures are well used.

# %%
NOISE = 32


def block(layer, channels):
    return nn.Sequential(layer, nn.BatchNorm2d(channels), nn.LeakyReLU(0.2))


class Coarse(nn.Module):
    """From noise (N, 32) to pictures of 8 by 8."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(NOISE, 64 * 4 * 4),
            nn.Unflatten(1, (64, 4, 4)),
            nn.BatchNorm2d(64),
            nn.LeakyReLU(0.2),
            block(nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1), 32),
            nn.Conv2d(32, 1, 3, padding=1),
            nn.Sigmoid(),
        )

    def forward(self, z):
        return self.net(z)


class Detail(nn.Module):
    """From a coarse picture, and noise of its size, to the detail of twice the size."""

    def __init__(self, width):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(2, width, 3, padding=1),
            nn.LeakyReLU(0.2),
            block(nn.Conv2d(width, width, 3, padding=1), width),
            nn.Conv2d(width, 4, 3, padding=1),
            nn.PixelShuffle(2),  # four channels become blocks of 2 by 2 pixels
        )

    def forward(self, coarse):
        return self.net(torch.cat([coarse, torch.randn_like(coarse)], dim=1))


def judge_of(channels, size):
    """A discriminator: dense for 8 by 8, convolutional for larger pictures."""
    if size == 8:
        layers = [nn.Linear(channels * 64, 256), nn.LeakyReLU(0.2), nn.Linear(256, 128), nn.LeakyReLU(0.2)]
        return nn.Sequential(nn.Flatten(), *layers, nn.Linear(128, 1))
    layers, width = [nn.Conv2d(channels, 16, 4, stride=2, padding=1), nn.LeakyReLU(0.2)], 16
    while size > 8:
        layers, width, size = (
            [*layers, block(nn.Conv2d(width, 32, 4, stride=2, padding=1), 32)],
            32,
            size // 2,
        )
    return nn.Sequential(*layers, nn.Conv2d(width, 1, 4))


def adam(*networks):
    parameters = [p for network in networks for p in network.parameters()]
    return torch.optim.Adam(parameters, betas=(0.5, 0.99), fused=True)


def falling(optimizers, lr, share):
    """Set a rate that is constant for half of the time and then falls to 0."""
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr * min(1.0, 2 * (1 - share))


def rows(n):
    return torch.randint(len(train[8]), (n,))


def adversarial(g, d, draw, steps, batch=64, lr=2e-3):
    """Play G against D; `draw(rows)` gives what D is shown, real and fake. Return G, averaged."""
    of_g, of_d, average = adam(g), adam(d), copy.deepcopy(g)
    for step in range(steps):
        falling((of_g, of_d), lr, step / steps)
        real, fake = draw(rows(batch))
        of_d.zero_grad()
        (F.softplus(-d(real)).mean() + F.softplus(d(fake.detach())).mean()).backward()
        of_d.step()
        of_g.zero_grad()
        F.softplus(-d(fake)).mean().backward()
        of_g.step()
        with torch.no_grad():
            for mean, now in zip(average.state_dict().values(), g.state_dict().values(), strict=True):
                mean.lerp_(now, 1 / min(200, step + 2)) if mean.is_floating_point() else mean.copy_(now)
    return average.eval()


def ruler(size, seed=0, pictures=train):
    """The course's classifier, trained on digits of this size."""
    shown = data.TensorData(pictures[size], whole.y, name="digits", classes=whole.classes, range=(0, 1))
    return metrics.train_classifier(shown, steps=400, seed=seed)


def distance(judge, pictures, real):
    """Fréchet distance of pictures from real ones in the features of a ruler."""
    return metrics.frechet_distance(judge.features(real), judge.features(pictures))


def close_up(pictures):
    """The middle 26 of 32 rows and columns, enlarged, in all three sizes."""
    large = F.interpolate(pictures[:, :, 3:29, 3:29], size=32, mode="bilinear", align_corners=False)
    return {size: F.interpolate(large, size=size, mode="area") for size in (8, 16, 32)}


near_train, near_test = close_up(train[32]), close_up(test[32])


# %% tags=["nbval-ignore-output"]
def train_detail(size, width, steps):
    """Train the generator of the detail of this size, on real coarse pictures."""
    g, d = Detail(width), judge_of(2, size)
    coarse, fine = near_train[size // 2], near_train[size]

    def draw(i):
        drawn = reconstruct(coarse[i], g(coarse[i]))
        return pair(coarse[i], fine[i]), pair(coarse[i], drawn)

    return adversarial(g, d, draw, steps, batch=32)


def train_lapgan(seed):
    """Train all three generators, each by itself."""
    seed_everything(seed)
    g, d = Coarse(), judge_of(1, 8)
    first = adversarial(g, d, lambda i: (near_train[8][i], g(torch.randn(len(i), NOISE))), steps=900)
    return first, train_detail(16, 20, steps=250), train_detail(32, 12, steps=200)


@torch.no_grad()
def refine(details, coarse):
    """Draw the details of coarse pictures; return the pictures of all sizes."""
    drawn = {8: coarse}
    for size, g in zip((16, 32), details, strict=True):
        before = drawn[size // 2]
        drawn[size] = reconstruct(before, g(before)).clamp(0, 1)
    return drawn


def lapgan_distances(seed, generators):
    """Fréchet distances of the drawn digits, from coarse pictures that are drawn or real."""
    first, *details = generators
    seed_everything(seed)
    with torch.no_grad():
        drawn = refine(details, first(torch.randn(1000, NOISE)))
    refined, found = refine(details, near_test[8]), {}
    for size in (8, 16, 32):
        # With seeds 0 and 2 a feature hardly ever fires; standardised, it would outweigh all others.
        judge, real = ruler(size, 1, near_train), near_test[size]
        found[size] = {
            "real digits": distance(judge, near_train[size][:1000], real),
            "drawn": distance(judge, drawn[size], real),
            "real 8 by 8, detail drawn": distance(judge, refined[size], real),
        }
    return drawn, refined, found


@demo(seconds="about 20 s")
def coarse_to_fine():
    drawn, refined, found = lapgan_distances(0, train_lapgan(0))
    show({f"drawn, {size} by {size}": pictures for size, pictures in drawn.items()})
    show({"real, 8 by 8": near_test[8], "with details drawn": refined[32]})
    print("Fréchet distance" + "".join(f"{name:>28s}" for name in found[8]))
    for size, row in found.items():
        print(f"{size:2d} by {size:2d}        " + "".join(f"{value:28.2f}" for value in row.values()))


# %% [markdown]
# About half of the drawn digits can be read; the others have come apart, and did so at 8 by 8 already. Over three seeds:
#
# | Fréchet distance from real digits | 8 by 8 | 16 by 16 | 32 by 32 |
# |---|---|---|---|
# | other real digits | 0.2 | 0.4 | 0.3 |
# | drawn from noise | 1.1 to 1.2 | 4.4 to 4.8 | 3.3 to 3.9 |
# | real 8 by 8, details drawn | 0 | 1.2 to 1.6 | 1.3 to 1.9 |
#
# (All ranges in this notebook: `python tests/benchmarks/lesson_ranges.py --only 10`. Each size has a ruler of its own: compare within a column, not across.) Given *real* coarse pictures, the details are good: look at the last row of pictures. Given drawn ones, the distance at 16 by 16 is three to four times as large. The second generator was trained on real coarse pictures alone, and takes what the first one hands down for true: mistakes of a coarse level are refined, not mended. That price comes with training each level by itself. Nor has anything here shown that a pyramid beats one generator for all of it: at this size, nobody needs it.
#
# ---
# ## 3 · Super-resolution
#
# Now the coarse picture is real, of 8 by 8, and its picture of 32 by 32 is wanted. Why not simply learn that by regression? Suppose two fine pictures $y_1$ and $y_2$ fit the same coarse one equally well, a stroke here or a stroke one pixel to the right. The answer with the least squared error is their *mean*, two faint strokes; with the least absolute error it is, pixel by pixel, the median. Both are pictures that no one has ever drawn. A pixel loss does not blur by mistake: it asks for the blur.
#
# A discriminator asks for something else: that the picture be one of those that occur. [SRGAN](https://arxiv.org/abs/1609.04802) adds both,
#
# $$
# L_G = \underbrace{\lVert y - G(x) \rVert}_{\text{content: stay close}} + \lambda \underbrace{\big(-\log \sigma(D(G(x)))\big)}_{\text{adversarial: look real}} .
# $$
#
# (The paper's content loss compares features of a network for photographs, ours pixels: $\lVert\cdot\rVert$ is the mean absolute difference.) Before anything is trained, decide how to measure it.

# %% [markdown]
# ### Exercise 4 · PSNR  (3 points, about 5 minutes)
#
# **Goal.** The measure that most papers quote is the **peak signal-to-noise ratio**. For pictures with values from 0 to 1 it is, in decibels,
#
# $$
# \mathrm{PSNR}(x, y) = 10 \log_{10} \frac{1}{\mathrm{MSE}(x, y)}, \qquad \mathrm{MSE} = \text{mean squared difference of the pixels of } \textit{one} \text{ picture} .
# $$
#
# *You get* `x` and `y`, (N, C, H, W) each. No picture of `x` equals its picture of `y`. *You return* one number for each picture, shape (N,).
#
# <details><summary>Hint 1</summary>
#
# `flatten(1)` makes a row of each picture; take the mean along it.
# </details>
#
# **What to expect.** A picture that is off by 0.1 everywhere has 20 dB, by 0.01 has 40 dB.


# %% nbgrader={"grade": false, "grade_id": "psnr", "locked": false, "schema_version": 3, "solution": true, "task": false}
def psnr(x, y):
    """Return the peak signal-to-noise ratio of each picture in decibels, shape (N,)."""
    ### BEGIN SOLUTION
    return -10 * (x - y).square().flatten(1).mean(1).log10()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_psnr", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.psnr(psnr)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "psnr")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5 · How sharp?  (3 points, about 6 minutes)
#
# **Goal.** PSNR punishes a sharp stroke one pixel off more than a blur. Something that sees sharpness is needed beside it. The **edge energy** of a picture is how much neighbouring pixels differ:
#
# $$
# E(x) = \frac{1}{H (W-1)} \sum_{i,j} |x_{i,j+1} - x_{i,j}| + \frac{1}{(H-1) W} \sum_{i,j} |x_{i+1,j} - x_{i,j}| ,
# $$
#
# the mean over all pairs of neighbours side by side, plus the mean over all pairs one above the other.
#
# *You get* `x`, pictures (N, 1, H, W), H and W at least 2. *You return* one number for each picture, shape (N,).
#
# <details><summary>Hint 1</summary>
#
# `x[..., 1:] - x[..., :-1]` subtracts from each pixel its left neighbour. `x.diff(dim=3)` does the same.
# </details>
#
# **What to expect.** The picture $\begin{pmatrix} 0 & 1 & 1 \\ 0 & 1 & 1 \end{pmatrix}$ has one edge in every two pairs side by side and none above each other: $E = 0.5$.


# %% nbgrader={"grade": false, "grade_id": "edge_energy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def edge_energy(x):
    """Return the mean difference of neighbouring pixels, across plus down, shape (N,)."""
    ### BEGIN SOLUTION
    across, down = (x.diff(dim=dim).abs().flatten(1).mean(1) for dim in (3, 2))
    return across + down
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_edge_energy", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.edge_energy(edge_energy)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "edge_energy")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 6 · Content and adversary  (5 points, about 7 minutes)
#
# **Goal.** Write the loss of G above, averaged over the batch: the mean absolute difference of all pixels of all pictures, plus $\lambda$ times the mean of $-\log \sigma(a)$ over the logits.
#
# *You get* `fake` and `real`, pictures (N, C, H, W); `fake_logits`, of shape (N,), (N, 1) or (N, 1, 1, 1), what D says of `fake`; and `weight`, the number $\lambda$. *You return* a scalar tensor through which gradients reach `fake` and `fake_logits`. It must stay finite for logits of ±200.
#
# <details><summary>Hint 1</summary>
#
# $-\log \sigma(a)$ is a softplus. Of $a$, or of $-a$?
# </details>
#
# **What to expect.** A picture that is off by 0.1 everywhere, logit 0 and $\lambda = 0.5$: $0.1 + 0.5 \ln 2 = 0.447$.


# %% nbgrader={"grade": false, "grade_id": "content_and_adversary", "locked": false, "schema_version": 3, "solution": true, "task": false}
def content_and_adversary(fake, real, fake_logits, weight):
    """Return the loss of a generator that should stay close and look real."""
    ### BEGIN SOLUTION
    return (fake - real).abs().mean() + weight * F.softplus(-fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_content_and_adversary", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.content_and_adversary(content_and_adversary)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "content_and_adversary")
### END HIDDEN TESTS

# %% [markdown]
# `improve` trains any network that maps pictures to pictures with this loss. Where the weight is 0, D is left out: that is plain regression. Three measures go into the tables, all on held-out digits: PSNR; edge energy as a multiple of that of the real pictures; and a **perceptual distance**, the distance between a picture and the real one in the features of the digit classifier (papers use a network for photographs and call it [LPIPS](https://arxiv.org/abs/1801.03924)). The last column is the Fréchet distance between *all* pictures and all real ones, which asks whether they look real together, and not whether each is the right one (assignment 11 has more on it).


# %%
def improve(g, d, draw, steps, weight, lr=2e-3, batch=32):
    """Train G; `draw(rows)` gives fake and real pictures, and the function that makes D's input of them."""
    of_g, of_d = adam(g), adam(d)
    for step in range(steps):
        falling((of_g, of_d), lr, step / steps)
        fake, real, shown = draw(rows(batch))
        if weight:
            of_d.zero_grad()
            (F.softplus(-d(shown(real))).mean() + F.softplus(d(shown(fake.detach()))).mean()).backward()
            of_d.step()
        logits = d(shown(fake)) if weight else torch.zeros(1)
        of_g.zero_grad()
        content_and_adversary(fake, real, logits, weight).backward()
        of_g.step()
    return g.eval()


@torch.no_grad()
def measured(judge, pictures, real):
    """Measure pictures beside the real ones of the same digits."""
    pictures = pictures.clamp(0, 1)
    gap = (judge.features(pictures) - judge.features(real)).square().sum(1).sqrt()
    return {
        "PSNR": float(psnr(pictures, real).mean()),
        "edges": float(edge_energy(pictures).mean() / edge_energy(real).mean()),
        "perceptual": float(gap.mean()),
        "read, %": 100 * float((judge.predict(pictures) == held_out.y).float().mean()),
        "Fréchet": metrics.frechet_distance(judge.features(real), judge.features(pictures)),
    }


def table(results):
    """Print what was measured, a line for each way."""
    names = list(next(iter(results.values())))
    print(f"{'':24s}" + "".join(f"{name:>12s}" for name in names))
    for way, row in results.items():
        print(f"{way:24s}" + "".join(f"{row[name]:12.2f}" for name in names))


# %% [markdown]
# ### Before you run it: what do you expect?
#
# Bicubic enlargement fits smooth curves through the pixels and has never seen a digit. The two networks have the same layers, and start from the same weights. Write your guesses into the next cell, in place of `...`. Nothing is graded, and `...` stops nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_enlarged", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_enlarged = {
    "highest PSNR (a bicubic, b L1, c L1 + D)": ...,
    "edge energy of bicubic, % of the real": ...,
}


# %% tags=["nbval-ignore-output"]
class Enlarge(nn.Module):
    """From 8 by 8 over 16 by 16 to 32 by 32; what is learned is added to the bicubic picture."""

    def __init__(self, width=32):
        super().__init__()
        layers, channels = [], 1
        for _ in range(3):
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.LeakyReLU(0.2)]
            channels = width
        twice = [nn.Conv2d(width, 64, 3, padding=1), nn.PixelShuffle(2), nn.LeakyReLU(0.2)]
        again = [nn.Conv2d(16, 4, 3, padding=1), nn.PixelShuffle(2)]
        self.net = nn.Sequential(*layers, *twice, *again)

    def forward(self, x):
        return bicubic(x) + self.net(x)


def bicubic(x):
    return F.interpolate(x, scale_factor=4, mode="bicubic", align_corners=False)


def train_enlargers(seed):
    """A network trained by L1, and two that go on from it, by L1 and by L1 and D."""
    seed_everything(seed)
    start, ways = Enlarge(), {}

    def draw_with(g):
        return lambda i: (g(train[8][i]), train[32][i], lambda x: x)

    improve(start, judge_of(1, 32), draw_with(start), 350, weight=0.0, lr=3e-3)
    for name, weight in (("L1", 0.0), ("L1 + D", 0.02)):
        seed_everything(seed)
        g, d = copy.deepcopy(start).train(), judge_of(1, 32)
        ways[name] = improve(g, d, draw_with(g), 220, weight, lr=1e-3)
    return ways


def enlarged(seed):
    """Pictures of 32 by 32 in all ways, and what is measured on them."""
    ways = {"bicubic": bicubic, **train_enlargers(seed)}
    with torch.no_grad():
        pictures = {name: g(test[8]) for name, g in ways.items()}
    judge = ruler(32, seed)
    return pictures, {name: measured(judge, x, test[32]) for name, x in pictures.items()}


@demo(seconds="about 15 s")
def from_8_to_32():
    pictures, results = enlarged(0)
    show({"given, 8 by 8": test[8], **pictures, "real, 32 by 32": test[32]})
    table(results)
    best = max(results, key=lambda name: results[name]["PSNR"])
    answers = {
        "highest PSNR (a bicubic, b L1, c L1 + D)": "abc"[list(results).index(best)],
        "edge energy of bicubic, % of the real": 100 * results["bicubic"]["edges"],
    }
    predictions.compare(predict_enlarged, answers, near=8)


# %% [markdown]
# Over three seeds:
#
# | | PSNR | edges | perceptual | read, % | Fréchet |
# |---|---|---|---|---|---|
# | bicubic | 16.1 | 0.58 | 1.9 to 2.7 | 88 to 90 | 2.5 to 5.3 |
# | L1 | 22.5 | 0.91 | 0.70 to 0.90 | 92 to 93 | 0.07 to 0.17 |
# | L1 + D | 21.6 to 21.8 | 1.03 to 1.04 | 0.74 to 0.97 | 93 | 0.08 to 0.20 |
#
# The edges come back: from nine tenths of what real pictures have to slightly more than they have. PSNR falls by 0.7 to 0.9 dB, on every seed; it was bound to. So far it is as in the paper. But the *other* promise of SRGAN, that its pictures are nearer to the truth in the features of a network, does **not** show here: the perceptual distance is a little *larger* with D on all three seeds, and the Fréchet distance about the same. Digits are simple enough for L1 to leave hardly any blur that a classifier would mind. Where a loss has little left to mend, an adversarial one adds its own dirt: look for jagged strokes.
#
# ---
# ## 4 · Translation with pairs
#
# [pix2pix](https://arxiv.org/abs/1611.07004) is the same loss for any task that has pairs: maps and aerial photographs, day and night, sketches and shoes. We take sketches of digits: `sketch` marks the pixels of a 16 by 16 picture that are clearly brighter than their left neighbour, as if light fell from the left. Upright strokes leave a trace, level ones hardly any: the top of a 7 has to be guessed.
#
# The discriminator judges *pairs*, sketch and picture. It is what keeps G from drawing a fine digit that has nothing to do with the sketch, a failure that a D of pictures alone could not see.
#
# | symbol | meaning | in the code |
# |---|---|---|
# | $x$, $y$ | sketch and its picture | `source`, `target` |
# | $G(x)$ | the picture drawn | `fake` |
# | $D(x, y)$ | logit: is $y$ the real picture of $x$? | `discriminator(torch.cat([source, target], dim=1))` |

# %% [markdown]
# ### Exercise 7 · A step of pix2pix  (8 points, about 15 minutes)
#
# **Goal.** Write one training step of both players, D first, then G:
#
# 1. D takes a step down `discriminator_loss(logits of real pairs, logits of fake pairs)`. A real pair is `source` with `target`, a fake one `source` with `generator(source)`, side by side as channels, `source` first. G is held constant.
# 2. G takes a step down `generator_loss(fake, target, logits of fake pairs)`, judged by the D that has just moved. D is held constant.
#
# *You get* `generator`, `discriminator`, their optimisers `g_optimizer` and `d_optimizer`, the batches `source` and `target`, (N, 1, H, W) each, and the two losses, functions that return scalar tensors. *You return* the pair of both losses, D's first, as plain numbers. Old gradients lie in both networks. Call `torch.cat` yourself, in place of `pair`.
#
# <details><summary>Hint 1</summary>
#
# One `fake` serves both halves. In D's half, `detach()` cuts it off from G.
# </details>
# <details><summary>Hint 2</summary>
#
# For G, ask D *again*, about the fake pair that still hangs on G: D has moved since.
# </details>
# <details><summary>Hint 3</summary>
#
# G's backward pass leaves gradients in D too. They do no harm if each step begins with `zero_grad()` of the optimiser that is about to move.
# </details>
#
# **What to expect.** Twelve to eighteen lines.


# %% nbgrader={"grade": false, "grade_id": "pix2pix_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def pix2pix_step(
    generator,
    discriminator,
    g_optimizer,
    d_optimizer,
    source,
    target,
    discriminator_loss,
    generator_loss,
):
    """Let D and then G take one step on pairs; return both losses as numbers."""
    ### BEGIN SOLUTION
    fake = generator(source)
    real_pair = torch.cat([source, target], dim=1)
    fake_pair = torch.cat([source, fake], dim=1)

    d_loss = discriminator_loss(discriminator(real_pair), discriminator(fake_pair.detach()))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()

    g_loss = generator_loss(fake, target, discriminator(fake_pair))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_pix2pix_step", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.pix2pix_step(pix2pix_step)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "pix2pix_step")
### END HIDDEN TESTS

# %% [markdown]
# The generator is a **U-Net**: it shrinks the picture twice, enlarges it twice, and hands what it saw at each size across, so that it need not squeeze the sketch's exact place through the narrow middle. In the table:
#
# * **L1**: plain regression, no D;
# * **L1 + D(x, y)**: pix2pix;
# * **D(x, y)**: the same without L1;
# * **D(y)**: without L1, and with a D that is shown the sketch blacked out, so that it judges the picture alone.
#
# ### Before you run it: what do you expect?

# %% nbgrader={"grade": false, "grade_id": "predict_translated", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_translated = {
    "smallest Fréchet distance (a L1, b L1 + D(x, y))": ...,
    "digits read right, L1 + D(x, y), %": ...,
    "digits read right, D(y), %": ...,
}


# %% tags=["nbval-ignore-output"]
def sketch(x):
    """Mark the pixels that are clearly brighter than their left neighbour."""
    return (F.pad(x, (1, 0)).diff(dim=3) > 0.3).float()


class UNet(nn.Module):
    """From pictures of 16 by 16 to pictures of 16 by 16."""

    def __init__(self, width, channels=1):
        super().__init__()
        half, double = (
            partial(nn.Conv2d, kernel_size=4, stride=2, padding=1),
            partial(nn.ConvTranspose2d, kernel_size=4, stride=2, padding=1),
        )
        self.first = nn.Sequential(nn.Conv2d(channels, width, 3, padding=1), nn.LeakyReLU(0.2))
        self.down1 = block(half(width, 2 * width), 2 * width)
        self.down2 = block(half(2 * width, 2 * width), 2 * width)
        self.up2 = block(double(2 * width, 2 * width), 2 * width)
        self.up1 = block(double(4 * width, width), width)
        self.last = nn.Conv2d(2 * width, 1, 3, padding=1)

    def forward(self, x):
        first = self.first(x)
        down = self.down1(first)
        up = self.up2(self.down2(down))
        up = self.up1(torch.cat([up, down], dim=1))
        return self.last(torch.cat([up, first], dim=1))


def real_and_fake(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()


def looks_real(fake, real, fake_logits):
    return F.softplus(-fake_logits).mean()


class Blindfolded(nn.Module):
    """A discriminator that does not get to see the first channel."""

    def __init__(self, d):
        super().__init__()
        self.d = d

    def forward(self, shown):
        return self.d(shown * torch.tensor([0.0, 1.0])[:, None, None])


def train_translator(seed, loss, seeing=True, steps=260, lr=2e-3):
    """Train a U-Net from sketches to digits with your step."""
    seed_everything(seed)
    g, d = UNet(12), judge_of(2, 16)
    d = d if seeing else Blindfolded(d)
    of_g, of_d = adam(g), adam(d)
    for step in range(steps):
        falling((of_g, of_d), lr, step / steps)
        target = train[16][rows(32)]
        pix2pix_step(g, d, of_g, of_d, sketch(target), target, real_and_fake, loss)
    return g.eval()


def train_regression(seed, steps=260):
    seed_everything(seed)
    g = UNet(12)
    return improve(
        g,
        judge_of(1, 16),
        lambda i: (g(sketch(train[16][i])), train[16][i], lambda x: x),
        steps,
        weight=0.0,
    )


def translated(seed):
    """Digits drawn from held-out sketches in all ways, and what is measured on them."""
    ways = {
        "L1": train_regression(seed),
        "L1 + D(x, y)": train_translator(seed, partial(content_and_adversary, weight=0.02)),
        "D(x, y)": train_translator(seed, looks_real),
        "D(y)": train_translator(seed, looks_real, seeing=False),
    }
    with torch.no_grad():
        pictures = {name: g(sketch(test[16])) for name, g in ways.items()}
    judge = ruler(16, seed)
    return pictures, {name: measured(judge, x, test[16]) for name, x in pictures.items()}


@demo(seconds="about 25 s")
def sketches_to_digits():
    pictures, results = translated(0)
    show({"sketches": sketch(test[16]), **pictures, "real": test[16]})
    table(results)
    frechet = [results[name]["Fréchet"] for name in ("L1", "L1 + D(x, y)")]
    answers = {
        "smallest Fréchet distance (a L1, b L1 + D(x, y))": "ab"[frechet.index(min(frechet))],
        "digits read right, L1 + D(x, y), %": results["L1 + D(x, y)"]["read, %"],
        "digits read right, D(y), %": results["D(y)"]["read, %"],
    }
    predictions.compare(predict_translated, answers, near=6)


# %% [markdown]
# Over three seeds:
#
# | | PSNR | edges | perceptual | read, % | Fréchet |
# |---|---|---|---|---|---|
# | L1 | 19.1 to 19.3 | 0.88 to 0.89 | 2.7 to 3.0 | 85 to 87 | 2.3 to 2.8 |
# | L1 + D(x, y) | 19.0 to 19.1 | 0.97 to 0.98 | 2.7 to 3.0 | 86 to 87 | 0.6 to 0.8 |
# | D(x, y) | 14.7 to 16.4 | 0.99 to 1.08 | 3.7 to 5.3 | 65 to 80 | 2.6 to 19 |
# | D(y) | 14.6 to 16.6 | 1.00 to 1.06 | 3.7 to 4.9 | 62 to 79 | 2.7 to 6.6 |
#
# Here the adversarial loss pays: for a tenth or two of a decibel the edges come back, and the Fréchet distance falls to about a quarter. Where the sketch is silent, L1 draws grey, and D does not let grey pass. Each digit by itself is hardly nearer to the right one: the perceptual distance falls by 1% to 4%, and as many are read.
#
# The two rows without L1 are a lesson in caution. That D must see the pair is the paper's first point; yet here a D that never sees the sketch does about as well (the ranges overlap). The reason is the generator. A U-Net hands the sketch across to its last layer: what is easiest for it to draw is a digit *on* those strokes, so that architecture ties output to input where the loss does not. A generator that squeezes the sketch through a narrow middle has no such tie. Never read from one ablation that a part is useless: it may be useless beside the others.
#
# ---
# ## 5 · Holes
#
# Inpainting is translation too: from a picture with a hole to the picture. G is shown the rest of the picture and a second channel that says where the hole is. Two rules make it work. What is known must stay as it is, to the last bit; and D must be shown the *filled* picture, known part and all, so that it sees whether the two fit together at the rim.

# %% [markdown]
# ### Exercise 8 · Fill the hole, touch nothing else  (4 points, about 5 minutes)
#
# **Goal.** Take the drawn pixels inside the hole and the given ones everywhere else.
#
# *You get* `picture`, (N, C, H, W); `drawn`, of the same shape; and `hole`, booleans of shape (N, 1, H, W) or (1, 1, H, W), True in the hole. Inside the hole `picture` may hold anything, NaN and infinity included, and so may `drawn` outside of it. *You return* the filled pictures, (N, C, H, W), through which gradients reach `drawn`, inside the hole alone.
#
# <details><summary>Hint 1</summary>
#
# 0 times NaN is NaN. What chooses without multiplying?
# </details>
#
# **What to expect.** With a hole that is nowhere True `picture` comes back, with one that is True everywhere `drawn`.


# %% nbgrader={"grade": false, "grade_id": "fill_hole", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fill_hole(picture, drawn, hole):
    """Return the picture with its hole filled by what was drawn."""
    ### BEGIN SOLUTION
    return torch.where(hole, drawn, picture)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fill_hole", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.fill_hole(fill_hole)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "fill_hole")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
def holes(n, side=8):
    """Holes of 8 by 8 pixels, each at a place of its own, not at the rim."""
    place = torch.arange(16)
    top, left = torch.randint(2, 16 - side - 1, (2, n, 1))
    down = (place >= top) & (place < top + side)
    across = (place >= left) & (place < left + side)
    return down[:, None, :, None] & across[:, None, None, :]


def hidden(picture, hole):
    """What G is shown: the picture with a black hole, and where the hole is."""
    return torch.cat([picture.masked_fill(hole, 0.0), hole.float()], dim=1)


def train_painter(seed, weight, steps=300):
    """Train a U-Net to fill holes."""
    seed_everything(seed)
    g, d = UNet(12, channels=2), judge_of(2, 16)

    def draw(i):
        real, hole = train[16][i], holes(len(i))
        return fill_hole(real, g(hidden(real, hole)), hole), real, lambda x: pair(hole.float(), x)

    return improve(g, d, draw, steps, weight)


def painted(seed):
    """Held-out digits with their holes filled, and what is measured on them."""
    ways = {"L1": train_painter(seed, 0.0), "L1 + D": train_painter(seed, 0.01)}
    seed_everything(seed)
    hole = holes(len(test[16]))
    with torch.no_grad():
        pictures = {"hole left black": test[16].masked_fill(hole, 0.0)}
        for name, g in ways.items():
            pictures[name] = fill_hole(test[16], g(hidden(test[16], hole)), hole)
    judge = ruler(16, seed)
    return hole, pictures, {name: measured(judge, x, test[16]) for name, x in pictures.items()}


@demo(seconds="about 15 s")
def holes_filled():
    hole, pictures, results = painted(0)
    given = {"given": test[16].masked_fill(hole, 0.5)}
    show({**given, "L1": pictures["L1"], "L1 + D": pictures["L1 + D"], "real": test[16]})
    table(results)


# %% [markdown]
# Over three seeds:
#
# | | PSNR | edges | perceptual | read, % | Fréchet |
# |---|---|---|---|---|---|
# | hole left black | 12.7 | 0.51 to 0.52 | 6.6 to 7.1 | 31 to 34 | 29 to 33 |
# | L1 | 17.6 to 17.7 | 0.81 to 0.82 | 3.3 to 3.7 | 71 to 73 | 1.8 to 2.4 |
# | L1 + D | 17.2 to 17.3 | 0.93 | 3.4 to 3.8 | 72 to 73 | 1.0 to 1.1 |
#
# The same picture of the two losses as before, and more clearly so, since more is open: half of the Fréchet distance goes, six tenths of the missing edges come back, 0.3 to 0.4 dB are paid. And the digit that is drawn is no more often the right one. What the hole hides nobody can know; D only asks that *something* be there. An inpainted photograph is a guess that looks like evidence.
#
# ---
# ## 6 · Without pairs: a cycle
#
# Often there are no pairs: nobody has photographs of the scenes that Monet painted. What there is are two piles of pictures, X and Y. A GAN can learn $G: X \to Y$ so that $G(x)$ looks like a Y; but nothing says that it has to do with $x$. [CycleGAN](https://arxiv.org/abs/1703.10593) trains a second generator $F: Y \to X$, with a discriminator of its own, and demands that the way back leads home:
#
# $$
# L_{\text{cyc}} = \mathbb E_x \lVert F(G(x)) - x \rVert_1 + \mathbb E_y \lVert G(F(y)) - y \rVert_1 .
# $$
#
# Whoever can come home has not thrown away where he came from.

# %% [markdown]
# ### Exercise 9 · The cycle loss  (4 points, about 6 minutes)
#
# **Goal.** Write $L_{\text{cyc}}$, with the mean over all numbers of a batch in the place of each norm and expectation.
#
# *You get* `g` and `f`, networks from X to Y and from Y to X, and the batches `x` and `y`; they are not pairs, need not be alike in number or shape, and may be rows or pictures. *You return* a scalar tensor through which both networks learn.
#
# <details><summary>Hint 1</summary>
#
# Two terms, one for each home. In which order are the networks called for a $y$?
# </details>
#
# **What to expect.** For $g(x) = 2x$ and $f(y) = y$, $x = 1$ and $y = 3$: $|2 - 1| + |6 - 3| = 4$.


# %% nbgrader={"grade": false, "grade_id": "cycle_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cycle_loss(g, f, x, y):
    """Return how far there and back is from where one set out, for both batches."""
    ### BEGIN SOLUTION
    return (f(g(x)) - x).abs().mean() + (g(f(y)) - y).abs().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cycle_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.cycle_loss(cycle_loss)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "cycle_loss")
### END HIDDEN TESTS

# %% [markdown]
# The stage is that of section 4, with the pairs torn apart: X are the sketches of the first 2,000 training digits, Y the *other* 2,000 digits. No sketch and its digit are ever both seen. On held-out digits we know the partners, and can measure how near $G(x)$ comes to the right one.


# %% tags=["nbval-ignore-output"]
def train_unpaired(seed, weight, steps=200, lr=2e-3, batch=32):
    """Train G from sketches to digits and F back, with a weight on the cycle."""
    seed_everything(seed)
    g, f, d_x, d_y = UNet(8), UNet(8), judge_of(1, 16), judge_of(1, 16)
    of_g, of_d = adam(g, f), adam(d_x, d_y)
    sketches, digits = sketch(train[16][:2000]), train[16][2000:]
    for step in range(steps):
        falling((of_g, of_d), lr, step / steps)
        x, y = (pile[torch.randint(2000, (batch,))] for pile in (sketches, digits))
        to_y, to_x = g(x), f(y)
        of_d.zero_grad()
        (real_and_fake(d_y(y), d_y(to_y.detach())) + real_and_fake(d_x(x), d_x(to_x.detach()))).backward()
        of_d.step()
        of_g.zero_grad()
        loss = F.softplus(-d_y(to_y)).mean() + F.softplus(-d_x(to_x)).mean()
        if weight:
            loss = loss + weight * cycle_loss(g, f, x, y)
        loss.backward()
        of_g.step()
    return g.eval(), f.eval()


def unpaired(seed):
    """Digits drawn from held-out sketches, the sketches made of them, and what is measured."""
    judge, pictures, results = ruler(16, seed), {}, {}
    for name, weight in (("no cycle", 0.0), ("cycle", 10.0)):
        g, f = train_unpaired(seed, weight)
        with torch.no_grad():
            there = g(sketch(test[16]))
            home = f(there)
        pictures |= {f"{name}: G(x)": there, f"{name}: F(G(x))": home}
        error = float((home - sketch(test[16])).abs().mean())
        results[name] = {**measured(judge, there, test[16]), "way home": error}
    return pictures, results


@demo(seconds="about 20 s")
def torn_pairs():
    pictures, results = unpaired(0)
    show({"sketches x": sketch(test[16]), **pictures, "the right digits": test[16]})
    table(results)


# %% [markdown]
# Over three seeds:
#
# | | PSNR | edges | perceptual | read, % | Fréchet | way home |
# |---|---|---|---|---|---|---|
# | no cycle | 14.2 to 15.5 | 1.00 to 1.14 | 4.2 to 5.3 | 53 to 70 | 3.3 to 10 | 0.11 to 0.13 |
# | cycle | 16.4 to 17.3 | 0.95 to 0.99 | 3.3 to 4.1 | 78 to 82 | 1.2 to 2.4 | 0.03 |
#
# Without a single pair, the cycle loss brings the digits nearer to their partners on every seed, by every measure. (With pairs, section 4 had 86% read right.) Yet think about what it asks for. It does not say that a sketch of a 7 should become a 7: any translation that can be undone would do, one that makes 3s of all 7s and 7s of all 3s as well. What makes these networks choose the right one is again that they prefer to draw on the strokes they see; question 4 takes that help away.
#
# ---
# ## 7 · The adversarial loss as a part of something else
#
# Most discriminators at work today stand at the end of an **autoencoder**: the images of latent diffusion models, for one, are decoded by networks that were trained by pixels, features and a discriminator ([VQGAN](https://arxiv.org/abs/2012.09841), 2020). In small: a digit of 16 by 16 is squeezed into 16 numbers and drawn from them again.


# %% tags=["nbval-ignore-output"]
def autoencoder(code=16, width=16):
    """From pictures of 16 by 16 to a code and back."""
    conv, back = (partial(c, kernel_size=4, stride=2, padding=1) for c in (nn.Conv2d, nn.ConvTranspose2d))
    return nn.Sequential(
        conv(1, width),
        nn.LeakyReLU(0.2),
        block(conv(width, 2 * width), 2 * width),
        nn.Flatten(),
        nn.Linear(32 * width, code),
        nn.Linear(code, 32 * width),
        nn.Unflatten(1, (2 * width, 4, 4)),
        nn.BatchNorm2d(num_features=2 * width),
        nn.LeakyReLU(0.2),
        block(back(2 * width, width), width),
        back(width, width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 1, 3, padding=1),
    )


def decoded(seed, weights=(0.0, 0.01)):
    """Held-out digits after the code, by the weight of the adversarial loss, and what is measured."""
    judge, pictures, results = ruler(16, seed), {}, {}
    for weight in weights:
        name = f"L1 + {weight} D" if weight else "L1"
        seed_everything(seed)
        g, d = autoencoder(), judge_of(1, 16)

        def draw(i, g=g):
            return g(train[16][i]), train[16][i], lambda x: x

        improve(g, d, draw, 300, weight, batch=64)
        with torch.no_grad():
            pictures[name] = g(test[16])
        results[name] = measured(judge, pictures[name], test[16])
    return pictures, results


@demo(seconds="about 15 s")
def through_16_numbers():
    pictures, results = decoded(0)
    show({**pictures, "real": test[16]})
    table(results)


# %% [markdown]
# Over three seeds:
#
# | | PSNR | edges | perceptual | read, % | Fréchet |
# |---|---|---|---|---|---|
# | L1 | 20.2 to 20.4 | 0.81 to 0.82 | 1.6 to 1.8 | 90 to 91 | 0.6 to 1.1 |
# | L1 + 0.01 D | 20.2 to 20.4 | 0.96 | 1.5 to 1.7 | 90 to 92 | 0.28 to 0.29 |
#
# Here the sharper pictures cost nothing that these measures see: PSNR stays, three quarters of the missing edges come back, the Fréchet distance falls to a half or less. That is why a discriminator is found at the end of so many decoders. The weight must be small, though. With 0.1, `decoded(0, weights=(0.1,))`, training breaks down on three seeds of three: PSNR falls to 11 or 12 dB, and of a hundred digits 13 to 22 can be read.
#
# ---
# ## 8 · Summary
#
# * A **Laplacian pyramid** keeps beside the small picture what scaling down threw away; putting it together is exact. **LAPGAN** draws the levels one after the other, each generator trained by itself on real coarse pictures.
# * A pixel loss, where several answers fit, asks for their mean or median, and that is a blur. An **adversarial loss** asks for one that occurs. Together: *content + λ · adversary*, in super-resolution, translation, inpainting and autoencoders alike.
# * Measure both sides. **PSNR** mostly prefers the blur; **edge energy**, and the distance between the *distributions*, see it. How much D brings depends on how much was open: least in super-resolution, most where a sketch or a hole leaves room.
# * A **conditional D** judges pairs (x, y). Where no pixel loss ties the output to the input, D has to.
# * In **inpainting** the known pixels are kept, and D sees known and drawn together.
# * **Cycle loss**: without pairs, demand that the way back leads home. It keeps what is needed to come home, and no more is guaranteed.
#
# **Go further.** (1) Give `train_enlargers` the weights 0.5 and 5 for D and look at the pictures: what is invented? (2) Feed the LAPGAN's second level coarse pictures with a little noise added in training. Does it forgive the first generator more? (3) Train the sketches' translator with a D of 16 by 16 that gives one logit for each *patch* of the picture (drop the last layer's size: a PatchGAN). (4) Set `code=4` in section 7. Which of the two losses breaks first? (5) Write the perceptual distance as a *loss*, with the features of `judge`, in the place of L1: that is SRGAN's content loss.
#
# ---
# ## 9 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). A Laplacian pyramid of pictures of 32 by 32 has the levels 32, 16 and 8: two details and the smallest picture. How many numbers does it hold for one grey picture?
#
# <details><summary>Hint</summary>
#
# A detail is as large as the picture it belongs to.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_pyramid_size", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_pyramid_size = 32 * 32 + 16 * 16 + 8 * 8
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_pyramid_size", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_pyramid_size(q_pyramid_size)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "q_pyramid_size")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). Two enlargers, A by L1 alone and B by L1 and a discriminator, are compared on held-out pictures. A has the higher PSNR, B the edge energy of real pictures. What follows?
#
# * **a** · B is trained badly: a better network would win in both.
# * **b** · Nothing is wrong: pixel errors are smallest for a mean or median of the possible answers, which is blurred; B draws one of them, and pays for each stroke that lies beside the right one.
# * **c** · A has memorised the training set.
# * **d** · PSNR was computed wrongly: a sharper picture is always nearer to the truth.
#
# <details><summary>Hint</summary>
#
# Two fine pictures fit the same coarse one. Which picture has the least error on average?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_psnr_or_edges", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_psnr_or_edges = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_psnr_or_edges", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_psnr_or_edges(q_psnr_or_edges)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "q_psnr_or_edges")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). A run to diagnose. A colleague trains sketches to digits by `generator_loss = looks_real` alone, with a generator that squeezes the sketch into ten numbers and has no connections across. D's loss and G's loss are steady, and the samples are fine digits, but most are others than the sketch shows. D's code begins: `logits = self.net(shown[:, 1:])`. What is wrong?
#
# * **a** · The learning rate of D is too low.
# * **b** · D judges the picture alone: any good digit passes, and without a pixel loss nothing ties it to the sketch.
# * **c** · G needs noise beside the sketch.
# * **d** · The sketches are too poor: no network could read them.
#
# <details><summary>Hint</summary>
#
# Which channel of the pair is the sketch? And why did section 4's U-Net get away with it?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_fine_but_wrong", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_fine_but_wrong = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_fine_but_wrong", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_fine_but_wrong(q_fine_but_wrong)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "q_fine_but_wrong")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (1 point). $G$ turns every digit into its negative, and $F$ turns negatives of digits back. Before that, $G$ also swaps each 3 for a 7 of the same slant and each 7 for such a 3, and $F$ swaps them back after it. Both piles hold all ten digits. What do the losses of section 6 say?
#
# * **a** · The cycle loss is large, since a 3 became a 7.
# * **b** · The discriminators notice, since the pair of 3 and 7 is wrong.
# * **c** · Nothing: each picture looks real and the way home is right. A cycle guarantees that one can come home, not that the translation is the right one.
# * **d** · The cycle loss is 0, but only because of overfitting.
#
# <details><summary>Hint</summary>
#
# Follow one 3 through G and F. What does each of the two discriminators get to see?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_swapped_digits", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_swapped_digits = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_swapped_digits", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_swapped_digits(q_swapped_digits)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("10_image_to_image", "q_swapped_digits")
### END HIDDEN TESTS
