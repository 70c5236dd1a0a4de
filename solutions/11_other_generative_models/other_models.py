# %% [markdown]
# # 11 · Other generative models, and how samples are measured
#
# **What you will do.** Train a variational autoencoder and two autoregressive models on the digits that a GAN has been trained on too, and ask all of them the same questions: draw a new digit, say how probable this one is, give it a code. Then measure the digits they draw, with the yardsticks that papers use, and find out what each yardstick does not see.
#
# **What you will learn.** The evidence lower bound and the trick that lets a gradient through a random draw; masked convolutions and drawing pixel by pixel; bits per pixel; why a high likelihood is no proof that a picture belongs to the data; why a GAN has no likelihood at all; the Fréchet distance, precision and recall, and a test for copies.
#
# **What you need.** From the course: the Kullback-Leibler divergence and cross-entropy from logits (assignment 02), training a GAN (03), convolutional networks (06). Gaussians, and the chain rule of probability. No GPU.
#
# **Time.** About two hours: 30 minutes of reading, 80 of exercises, the rest predictions, questions and waiting. The core is sections 1 to 5 and section 7 up to its table; section 6 and the end of section 7 (other features, a judge that works with the samples) can wait for a second sitting. The notebook alone runs in about two minutes on one processor core.
#
# **A rule for all exercises.** What you are given belongs to whoever calls your function. Do not write into it (`+=`, `x[...] =`, methods that end in `_`): an answer that does loses half of its points.
#
# Three papers carry the first half: Kingma and Welling, [*Auto-Encoding Variational Bayes*](https://arxiv.org/abs/1312.6114) (2013); van den Oord, Kalchbrenner and Kavukcuoglu, [*Pixel Recurrent Neural Networks*](https://arxiv.org/abs/1601.06759) (2016); and Theis, van den Oord and Bethge, [*A note on the evaluation of generative models*](https://arxiv.org/abs/1511.01844) (2015). Those of the second half are named where they are used.

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

check = checks("11_other_generative_models")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>What does the best discriminator of assignment 03 say of a picture $x$? Can $p_g(x)$ be read off it?</summary>
#
# $D^*(x) = p_{\text{data}}(x) / (p_{\text{data}}(x) + p_g(x))$: a ratio of two densities. Neither can be read off it alone.
# </details>
# <details><summary>How many bits is a nat?</summary>
#
# $\log_2 P = \ln P / \ln 2$, so one nat is $1 / \ln 2 = 1.443$ bits (assignment 02).
# </details>
# <details><summary>$\mathrm{KL}(q \,\|\, p)$: over which of the two distributions is the average taken, and when is it 0?</summary>
#
# Over the first, $q$; it is 0 only where the two are the same, and never below (assignment 02).
# </details>

# %% [markdown]
# The data are 5,000 of MNIST's digits, scaled down to 14 by 14 pixels, 4,000 to train on and 1,000 held out. `grey` keeps their grey levels, from 0 (black) to 1 (white). `train` and `test` are black and white: every pixel is 0 or 1. That makes probabilities easy: a picture is one of $2^{196}$, and a model's probabilities of all of them add up to 1.
#
# `fit` trains any network here: it draws batches, and lets the learning rate fall to 0 over the second half.

# %%
SIZE, PIXELS = 14, 14 * 14
whole, held_out = (data.mnist_5k(split, size=SIZE, value_range=(0.0, 1.0)) for split in ("train", "test"))
grey, labels = whole.x, whole.y
train, test = (grey > 0.5).float(), (held_out.x > 0.5).float()


def falling(optimizer, lr, share):
    """Set a rate that is constant for half of the time and then falls to 0."""
    for group in optimizer.param_groups:
        group["lr"] = lr * min(1.0, 2 * (1 - share))


def fit(network, loss_of, steps, lr, batch):
    """Minimise `loss_of(rows of the training set)`; return the network, ready for use."""
    optimizer = torch.optim.Adam(network.parameters(), fused=True)
    for step in range(steps):
        falling(optimizer, lr, step / steps)
        loss = loss_of(torch.randint(len(train), (batch,)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return network.eval()


def show(rows, columns=20, title=""):
    """Draw sheets of pictures under each other, named."""
    lines = max(math.ceil(min(len(pictures), 2 * columns) / columns) for pictures in rows.values())
    _, axes = plots.figure(len(rows), 1, 8.2, 0.3 + 8.0 * lines / columns)
    for ax, (name, pictures) in zip(axes if len(rows) > 1 else [axes], rows.items(), strict=True):
        plots.images(pictures[: 2 * columns], ax=ax, columns=columns, value_range=(0, 1), title=name)
    plt.show()


# %% [markdown]
# ### Where this leads
#
# A GAN in the manner of assignment 06, with batch norm, an averaged generator and the non-saturating loss, trained on the grey digits (a picture of zeros and ones has no slope by which G could learn). Its pictures are then cut at one half, so that they can be set beside those of the other models.

# %% tags=["nbval-ignore-output"]
NOISE = 32
gan = None


def train_gan(seed, steps=1000, lr=2e-3, batch=64):
    """Train a small DCGAN on the grey digits; return its averaged generator."""
    seed_everything(seed)
    g = nn.Sequential(
        nn.Linear(NOISE, 32 * 7 * 7),
        nn.Unflatten(1, (32, 7, 7)),
        nn.BatchNorm2d(32),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(32, 16, 4, stride=2, padding=1),
        nn.BatchNorm2d(16),
        nn.LeakyReLU(0.2),
        nn.Conv2d(16, 1, 3, padding=1),
        nn.Sigmoid(),
    )
    d = nn.Sequential(
        nn.Conv2d(1, 16, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(16, 32, 3, stride=2, padding=1),
        nn.BatchNorm2d(32),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(32 * 4 * 4, 1),
    )
    of_g, of_d = (torch.optim.Adam(n.parameters(), betas=(0.5, 0.99), fused=True) for n in (g, d))
    average = copy.deepcopy(g)
    for step in range(steps):
        falling(of_g, lr, step / steps)
        falling(of_d, lr, step / steps)
        real, fake = grey[torch.randint(len(grey), (batch,))], g(torch.randn(batch, NOISE))
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


def cut(pictures):
    """Black and white pictures of grey ones."""
    return (pictures > 0.5).float()


@demo(seconds="about 20 s")
def the_gan():
    global gan
    gan = train_gan(seed=0)
    with torch.no_grad():
        drawn = gan(torch.randn(40, NOISE))
    show({"held-out digits": test, "drawn by the GAN": cut(drawn)})


# %% [markdown]
# Most of these could pass. How good are they, in numbers? Would you notice if the generator had learned the training set by heart? And how probable does the GAN find the *real* digits in the first row? By the end you will have measured the first two, and know why the third has no answer.
#
# ---
# ## 1 · Three questions
#
# A generative model describes how pictures $x$ come about. One can ask it
#
# * to **draw** a new $x$,
# * to **score** a given one: $\log P(x)$, how probable is it?
# * to **encode** a given one: which $z$ stands for it?
#
# | | draw | score | encode |
# |---|---|---|---|
# | **GAN** | one pass through G | no answer: it has no $P(x)$ that could be computed | no answer of its own |
# | **VAE** | one pass through the decoder | a lower bound of $\log P(x)$ | yes, a cloud of codes |
# | **PixelCNN** | one pass *for each pixel* | $\log P(x)$ itself | no: there is no code |
#
# The lectures say that a GAN does "density estimation". In one sense it does: its samples follow a distribution $p_g$ that approaches the data's. But the density of that distribution is nowhere in the machine. G is a map from noise to pictures, and $p_g(x)$ would need all the noise that leads to $x$. With 32 numbers of noise and 196 pixels, nearly all pictures are reached by *no* noise at all: their density is 0, however good they look. D does not help: it estimates a *ratio* (assignment 03), and only near data and fakes.
#
# ---
# ## 2 · A variational autoencoder
#
# Suppose a digit comes about in two steps: a code $z$ of ten numbers is drawn from $p(z) = \mathcal N(0, I)$; then a network, the **decoder**, says for each pixel how likely it is to be white, and a coin is tossed for each. A picture's probability is the average over all codes,
#
# $$
# P(x) = \int p(z)\, P(x \mid z)\, dz ,
# $$
#
# and here lies the difficulty: nearly every $z$ makes *this* $x$ very improbable, so that millions of draws would be needed. A second network, the **encoder**, says where to look: $q(z \mid x) = \mathcal N\big(\mu(x), \operatorname{diag} \sigma^2(x)\big)$. By Jensen's inequality ($\log$ of a mean is at least the mean of $\log$)
#
# $$
# \log P(x) = \log \mathbb E_{q}\Big[ \tfrac{p(z) P(x \mid z)}{q(z \mid x)} \Big]
# \;\ge\; \underbrace{\mathbb E_{q}\big[\log P(x \mid z)\big] \;-\; \mathrm{KL}\big(q(z \mid x)\,\|\,p(z)\big)}_{\text{the evidence lower bound, ELBO}} .
# $$
#
# What the bound lacks is exactly $\mathrm{KL}\big(q(z \mid x)\,\|\,p(z \mid x)\big)$: the better the encoder, the tighter the bound. Training raises the bound in both networks at once.
#
# | symbol | meaning | in the code |
# |---|---|---|
# | $x$ | a picture, shape (N, 1, H, W), zeros and ones | `x` |
# | $\mu$, $\log \sigma^2$ | what the encoder says, shape (N, d) each | `mean`, `log_var` |
# | $\varepsilon$ | standard normal noise, shape (N, d) | `noise` |
# | $a$ | the decoder's logits; a pixel is white with chance $\sigma(a)$ | `logits` |
#
# (The letter σ has two meanings in the literature: $\sigma_j$ is a standard deviation, $\sigma(a)$ the sigmoid.)

# %% [markdown]
# ### Exercise 1 · The price of a code  (4 points, about 7 minutes)
#
# **Goal.** Between Gaussians the divergence has a closed form ([appendix B](https://arxiv.org/abs/1312.6114)). With $\mu$ and $\sigma^2$ of one picture,
#
# $$
# \mathrm{KL}\big(\mathcal N(\mu, \operatorname{diag}\sigma^2) \,\|\, \mathcal N(0, I)\big) = \tfrac12 \sum_{j=1}^{d} \big( \mu_j^2 + \sigma_j^2 - \log \sigma_j^2 - 1 \big) .
# $$
#
# *You get* `mean` and `log_var` $= \log\sigma^2$, shape (N, d) each. *You return* one number a picture, a tensor of shape (N,), in nats, through which gradients reach both. `log_var` may be anything from −15 to 6, and `mean` from −20 to 20.
#
# <details><summary>Hint 1</summary>
#
# The encoder gives $\log\sigma^2$, because a network's output may be negative and a variance may not. What is $\sigma^2$, then?
# </details>
# <details><summary>Hint 2</summary>
#
# The sum runs over the $d$ numbers of a code, and not over the pictures.
# </details>
#
# **What to expect.** $\mu = (1, 0)$ with $\log\sigma^2 = (0, 0)$ costs 0.5 nats. $\mu = (0, 0)$ with $\log\sigma^2 = (2, 0)$ costs $\frac12(e^2 - 2 - 1) = 2.19$.


# %% nbgrader={"grade": false, "grade_id": "kl_to_normal", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_to_normal(mean, log_var):
    """Return KL(N(mean, exp(log_var)) || N(0, 1)) of each row, shape (N,)."""
    ### BEGIN SOLUTION
    return 0.5 * (mean.square() + log_var.exp() - log_var - 1).sum(1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_kl_to_normal", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.kl_to_normal(kl_to_normal)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "kl_to_normal")
### END HIDDEN TESTS

# %% [markdown]
# The other half of the bound is a mean over codes *drawn* from $q$, and the encoder has to be told how to draw better ones. But a draw has no slope: `torch.normal(mean, std)` gives numbers, and nothing says how they would have moved with `mean`. The way out is to draw something that does not depend on the encoder, and to *move* it.

# %% [markdown]
# ### Exercise 2 · A draw with a slope  (3 points, about 5 minutes)
#
# **Goal.** Turn noise $\varepsilon \sim \mathcal N(0, I)$ into a draw from $\mathcal N(\mu, \operatorname{diag}\sigma^2)$: $z = \mu + \sigma \odot \varepsilon$ ([section 2.4](https://arxiv.org/abs/1312.6114)).
#
# *You get* `mean`, `log_var` and `noise`, shape (N, d) each. *You return* the codes, shape (N, d), through which gradients reach `mean` and `log_var`.
#
# <details><summary>Hint 1</summary>
#
# $\log\sigma^2 = 2 \log\sigma$. What is $\sigma$?
# </details>
#
# **What to expect.** For $\mu = (1, -1)$, $\log\sigma^2 = (0, \ln 4)$ and $\varepsilon = (0.5, 0.5)$ the code is $(1.5, 0)$.


# %% nbgrader={"grade": false, "grade_id": "reparameterise", "locked": false, "schema_version": 3, "solution": true, "task": false}
def reparameterise(mean, log_var, noise):
    """Return draws from N(mean, exp(log_var)), made of standard normal noise, shape (N, d)."""
    ### BEGIN SOLUTION
    return mean + (log_var / 2).exp() * noise
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_reparameterise", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.reparameterise(reparameterise)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "reparameterise")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 3 · The loss  (5 points, about 8 minutes)
#
# **Goal.** Write the negative bound, in nats a picture, averaged over the batch (the paper's equation 3, with one draw of $z$):
#
# $$
# L = \frac1N \sum_{i=1}^{N} \Big( -\log P(x_i \mid z_i) + \mathrm{KL}_i \Big), \qquad
# -\log P(x \mid z) = \sum_{\text{pixels}} -\big[ x \log \sigma(a) + (1 - x) \log (1 - \sigma(a)) \big] .
# $$
#
# *You get* `logits` and `x`, shape (N, 1, H, W) each, and `kl`, shape (N,), what exercise 1 returns. *You return* a scalar tensor through which gradients reach `logits` and `kl`. It must stay finite for logits of ±200.
#
# <details><summary>Hint 1</summary>
#
# The bracket is the cross-entropy of assignment 02. Its safe form takes logits.
# </details>
# <details><summary>Hint 2</summary>
#
# The loss functions of torch average over *everything* unless told otherwise. Over what does the formula average, and over what does it sum?
# </details>
#
# **What to expect.** A picture of two pixels, a white and a black one, both with logit 2, and KL 1 costs $0.127 + 2.127 + 1 = 3.254$. The mean over pixels instead of the sum is the commonest bug of VAEs: it divides the first term by 196, the KL term wins, and all codes become the same.


# %% nbgrader={"grade": false, "grade_id": "negative_elbo", "locked": false, "schema_version": 3, "solution": true, "task": false}
def negative_elbo(logits, x, kl):
    """Return the negative evidence lower bound in nats a picture, averaged over the batch."""
    ### BEGIN SOLUTION
    pixels = F.binary_cross_entropy_with_logits(logits, x, reduction="none").flatten(1)
    return (pixels.sum(1) + kl).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_negative_elbo", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.negative_elbo(negative_elbo)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "negative_elbo")
### END HIDDEN TESTS

# %% [markdown]
# Your three functions are the whole method. `VAE` puts two ordinary networks around them.

# %% tags=["nbval-ignore-output"]
CODE = 10
vae = None


class VAE(nn.Module):
    """Encoder and decoder with two hidden layers of 256 units."""

    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Flatten(),
            nn.Linear(PIXELS, 256),
            nn.ReLU(),
            nn.Linear(256, 256),
            nn.ReLU(),
            nn.Linear(256, 2 * CODE),
        )
        self.decoder = nn.Sequential(
            nn.Linear(CODE, 256),
            nn.ReLU(),
            nn.Linear(256, 256),
            nn.ReLU(),
            nn.Linear(256, PIXELS),
            nn.Unflatten(1, (1, SIZE, SIZE)),
        )

    def encode(self, x):
        """Return mean and log_var of the codes, shape (N, 10) each."""
        return self.encoder(x).chunk(2, dim=1)

    def loss(self, x):
        """Return the negative bound of a batch."""
        mean, log_var = self.encode(x)
        z = reparameterise(mean, log_var, torch.randn_like(mean))
        return negative_elbo(self.decoder(z), x, kl_to_normal(mean, log_var))

    @torch.no_grad()
    def nats(self, x):
        """Return −ELBO of each picture, shape (N,)."""
        return torch.stack([self.loss(one) for one in x.split(1)])

    @torch.no_grad()
    def draw(self, n):
        """Draw n pictures: a code from the prior, then a coin for each pixel."""
        return torch.bernoulli(self.decoder(torch.randn(n, CODE)).sigmoid())


def train_vae(seed, steps=1500):
    seed_everything(seed)
    network = VAE()
    return fit(network, lambda rows: network.loss(train[rows]), steps, lr=2e-3, batch=128)


@demo(seconds="about 10 s")
def the_vae():
    global vae
    vae = train_vae(seed=0)
    with torch.no_grad():
        chances = vae.decoder(vae.encode(test)[0]).sigmoid()
        plain = vae.decoder(torch.randn(40, CODE)).sigmoid()
    show(
        {
            "held-out digits": test[:20],
            "decoded from their codes: the chance of white": chances[:20],
            "decoded from z drawn from the prior: the chance of white": plain[:20],
            "and a coin tossed for each pixel: this is what the model draws": torch.bernoulli(plain[:20]),
        }
    )
    print(f"−ELBO on held-out digits: {float(vae.nats(test).mean()):.1f} nats a picture")


# %% [markdown]
# Over three seeds the bound comes to 33.8 to 34.6 nats a picture. A model that knows only how often each pixel is white needs 50.
#
# Look at the third and fourth row. The decoder's *chances* are smooth, like an averaged digit. A picture drawn from the model has a coin tossed for each pixel *by itself*, given $z$, and so its edges are frayed: the model knows no other way to be unsure. Papers usually show chances; the model's samples are in the last row.
#
# A code is also a place. Between the codes of two digits lie others, and the decoder makes something of each:


# %%
@demo
def between_two_codes():
    if vae is None:
        print("This picture needs the VAE: run the cell above first.")
        return
    with torch.no_grad():
        means = vae.encode(test[:8])[0]
        rows = {}
        for a, b in ((0, 1), (2, 3), (4, 5)):
            t = torch.linspace(0, 1, 14)[:, None]
            walk = vae.decoder((1 - t) * means[a] + t * means[b]).sigmoid()
            rows[f"from digit {a + 1} to digit {b + 1}"] = walk
    show(rows, columns=14)


# %% [markdown]
# ---
# ## 3 · One pixel after another
#
# The chain rule of probability needs no code, no bound and no approximation. Number the pixels in the order of reading, row by row from the top, each row from the left. Then, exactly,
#
# $$
# P(x) = \prod_{k=1}^{196} P\big(x_k \mid x_1, \dots, x_{k-1}\big) .
# $$
#
# A network that gives the 196 factors is an **autoregressive model**. It could be called 196 times. The idea of [PixelCNN](https://arxiv.org/abs/1601.06759) is to have *one* convolutional network give all the logits at once, for all places of a *known* picture, and to make sure that the logit at place $k$ cannot depend on $x_k$ or anything after it. Then training is as fast as that of a classifier, and the loss is plain cross-entropy.
#
# What makes sure of it is a **mask**: a kernel's weights are multiplied by 0 wherever they would look at pixels that come later.
#
# * **Type A**, for the first layer: rows above the middle are let through, and in the middle row what is left of the middle. The middle itself is not: it lies on $x_k$, the pixel to predict.
# * **Type B**, for all later layers: the same, and the middle too. In later layers the middle holds what was found out about *earlier* pixels, and nothing forbids to use that.
#
# For a kernel of 3 rows and 5 columns, types A and B are
#
# $$
# \begin{pmatrix} 1&1&1&1&1\\ 1&1&0&0&0\\ 0&0&0&0&0 \end{pmatrix} \qquad
# \begin{pmatrix} 1&1&1&1&1\\ 1&1&1&0&0\\ 0&0&0&0&0 \end{pmatrix} .
# $$

# %% [markdown]
# ### Exercise 4 · The mask  (5 points, about 8 minutes)
#
# **Goal.** Make the mask of a kernel of any odd height and width.
#
# *You get* `kind`, `"A"` or `"B"`, and the whole numbers `height` and `width`, both odd. *You return* a tensor of ones and zeros, shape (height, width).
#
# <details><summary>Hint 1</summary>
#
# Begin with `torch.zeros(height, width)`. Which rows are full? In which row is there something left to do, and up to which column?
# </details>
# <details><summary>Hint 2</summary>
#
# A slice `mask[i, :j]` ends *before* column j. `height // 2` is the number of the middle row.
# </details>
#
# **What to expect.** The two matrices above. A kernel of one row looks to the left only; one of one pixel is 0 for type A and 1 for type B.


# %% nbgrader={"grade": false, "grade_id": "causal_mask", "locked": false, "schema_version": 3, "solution": true, "task": false}
def causal_mask(kind, height, width):
    """Return the mask of a masked convolution of type "A" or "B", shape (height, width)."""
    ### BEGIN SOLUTION
    mask = torch.zeros(height, width)
    mask[: height // 2] = 1
    mask[height // 2, : width // 2 + (kind == "B")] = 1
    return mask
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_causal_mask", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.causal_mask(causal_mask)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "causal_mask")
### END HIDDEN TESTS

# %% [markdown]
# With it, a masked convolution is an ordinary one whose weights meet the mask first. `pixel_cnn` stacks a first layer of 7 by 7, type A, and three residual blocks with kernels of 3 by 3, type B; convolutions of 1 by 1 need no mask. The cell also looks for leaks: it changes the pixel in row 6 and column 7 and looks where the logits change. None at that place or before it may, not even by rounding.

# %% tags=["nbval-ignore-output"]
pixelcnn = None


class MaskedConv(nn.Conv2d):
    """A convolution that looks only at earlier pixels."""

    def __init__(self, kind, inputs, outputs, height, width):
        super().__init__(inputs, outputs, (height, width), padding=(height // 2, width // 2))
        self.register_buffer("mask", causal_mask(kind, height, width))

    def forward(self, x):
        return F.conv2d(x, self.weight * self.mask, self.bias, padding=self.padding)


class Residual(nn.Module):
    """x + f(x), where f has a masked convolution between two of 1 by 1."""

    def __init__(self, width):
        super().__init__()
        half = width // 2
        self.f = nn.Sequential(
            nn.ReLU(),
            nn.Conv2d(width, half, 1),
            nn.ReLU(),
            MaskedConv("B", half, half, 3, 3),
            nn.ReLU(),
            nn.Conv2d(half, width, 1),
        )

    def forward(self, x):
        return x + self.f(x)


def pixel_cnn(width=20, blocks=3, first="A"):
    """A network from pictures (N, 1, H, W) to a logit for each pixel, of the same shape."""
    return nn.Sequential(
        MaskedConv(first, 1, width, 7, 7),
        *[Residual(width) for _ in range(blocks)],
        nn.ReLU(),
        nn.Conv2d(width, width, 1),
        nn.ReLU(),
        nn.Conv2d(width, 1, 1),
    )


def nats_by(network, x):
    """Return −log P of each picture under an autoregressive network, shape (N,)."""
    return F.binary_cross_entropy_with_logits(network(x), x, reduction="none").flatten(1).sum(1)


def train_pixels(network, steps, lr=4e-3, batch=64):
    return fit(network, lambda rows: nats_by(network, train[rows]).mean(), steps, lr, batch)


def train_pixelcnn(seed, steps=1000):
    seed_everything(seed)
    return train_pixels(pixel_cnn(), steps)


@torch.no_grad()
def held_out_nats(network, x=None):
    """Return the mean of −log P over held-out digits."""
    return float(nats_by(network, test if x is None else x).mean())


@demo
def no_leak():
    seed_everything(0)
    network, picture = pixel_cnn(), test[:1]
    changed = picture.clone()
    changed[0, 0, 6, 7] = 1 - changed[0, 0, 6, 7]
    with torch.no_grad():
        moved = (network(changed) - network(picture))[0, 0].abs()
    place = 6 * SIZE + 7
    print(f"largest change at the pixel itself and before: {float(moved.flatten()[: place + 1].max()):.1e}")
    _, ax = plots.figure(1, 1, 2.6, 2.8)
    plots.images((moved > 0).float()[None], ax=ax, title="where logits change", value_range=(0, 1))
    ax.plot(7, 6, "o", color="#D55E00")
    plt.show()


@demo(seconds="about 20 s")
def the_pixelcnn():
    global pixelcnn
    pixelcnn = train_pixelcnn(seed=0)
    print(f"−log P of held-out digits: {held_out_nats(pixelcnn):.1f} nats a picture")


# %% [markdown]
# Over three seeds: 34.2 to 34.6 nats a picture. This is $-\log P$ itself and not a bound.
#
# Drawing is another matter. The second pixel depends on what the first one has become, the third on both: there is no way but to draw them one after the other, and to ask the network anew each time. The same loop can do more: if some pixels are *given*, it keeps them and draws the others. And since each pixel is drawn with a known chance, it can say how probable its result was.

# %% [markdown]
# ### Exercise 5 · Drawing, pixel by pixel  (9 points, about 18 minutes)
#
# **Goal.** Complete pictures, and say how probable what you drew is: $\log P = \sum_{k \text{ drawn}} \log P(x_k \mid x_1, \dots, x_{k-1})$.
#
# *You get*
#
# * `network`, from pictures (N, 1, H, W) to logits of the same shape; the logit of a pixel depends on the pixels before it alone, in the order of reading;
# * `start`, pictures (N, 1, H, W), float; only the pixels that are given matter, and the others hold anything;
# * `given`, booleans (N, 1, H, W): True where the pixel of `start` is to be kept. Each picture may have others;
# * `u`, numbers (N, 1, H, W), uniform in [0, 1): the pixel is white (1) where `u` is below the chance of white, else black (0).
#
# *You return* the pair `(x, log_p)`: the pictures, shape (N, 1, H, W), zeros and ones where they were drawn, and `log_p`, shape (N,), in nats: the sum over the pixels that were *drawn*. It must stay finite where the network is very sure (logits of ±100). Height and width may differ.
#
# <details><summary>Hint 1</summary>
#
# Two loops, over rows and within them over columns. Inside: ask the network about `x` *as it is now*, take the logits of this one place for all pictures, `[:, 0, i, j]`, decide, write.
# </details>
# <details><summary>Hint 2</summary>
#
# Make `x` a new tensor before you write into it: `start` belongs to the caller. `torch.where(kept, a, b)` chooses picture by picture.
# </details>
# <details><summary>Hint 3</summary>
#
# A pixel drawn white adds $\log \sigma(a)$, one drawn black $\log(1 - \sigma(a)) = \log \sigma(-a)$. `F.logsigmoid` does not overflow. A given pixel adds nothing.
# </details>
#
# **What to expect.** Ten to twenty lines. With all pixels given, `start` comes back and `log_p` is 0. With none given, `log_p` is the $\log P(x)$ that `nats_by` finds for the result, with its sign turned. Nobody trains on drawn pictures: with `torch.no_grad()` around the loops it runs faster.


# %% nbgrader={"grade": false, "grade_id": "draw_pixels", "locked": false, "schema_version": 3, "solution": true, "task": false}
def draw_pixels(network, start, given, u):
    """Draw the pixels that are not given, one after the other; return the pictures and their log P."""
    ### BEGIN SOLUTION
    x = torch.where(given, start, torch.zeros_like(start))
    log_p = torch.zeros(len(x))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                logit = network(x)[:, 0, i, j]
                white = u[:, 0, i, j] < logit.sigmoid()
                chance = torch.where(white, F.logsigmoid(logit), F.logsigmoid(-logit))
                kept = given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(kept, x[:, 0, i, j], white.float())
                log_p = log_p + torch.where(kept, torch.zeros_like(chance), chance)
    return x, log_p
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_draw_pixels", "locked": true, "points": 9, "schema_version": 3, "solution": false, "task": false}
check.draw_pixels(draw_pixels)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "draw_pixels")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
def drawn_by(network, n):
    """Draw n pictures with your function, nothing given."""
    nothing = torch.zeros(n, 1, SIZE, SIZE)
    return draw_pixels(network, nothing, nothing.bool(), torch.rand_like(nothing))


@demo(seconds="about 5 s")
def what_the_pixelcnn_draws():
    if pixelcnn is None:
        print("This picture needs the PixelCNN: run the cell above first.")
        return
    seed_everything(1)
    pictures, log_p = drawn_by(pixelcnn, 20)
    with torch.no_grad():
        print(
            f"log P as drawn and as scored differ by at most {float((nats_by(pixelcnn, pictures) + log_p).abs().max()):.0e}"
        )
    upper = torch.zeros(20, 1, SIZE, SIZE).bool()
    upper[:, :, :7] = True
    halves = test[:4].repeat_interleave(5, 0)
    completed, _ = draw_pixels(pixelcnn, halves, upper, torch.rand(20, 1, SIZE, SIZE))
    show(
        {
            "drawn by the PixelCNN, nothing given": pictures,
            "four digits, the upper half of which is given": test[:4].repeat_interleave(5, 0) * upper,
            "completed five times each": completed,
        }
    )


# %% [markdown]
# Strokes look like strokes: clean edges, right thickness, because each pixel knows its neighbours. But many pictures are no digit. What has to agree over long distances, so that a loop closes or a 4 gets its second leg, is harder to keep in mind for a network that looks through small windows. The VAE is the other way round: the plan is right, the edges are frayed.
#
# ### PixelRNN: memory in the place of windows
#
# The paper's other model reads the picture row by row with a recurrent network. The **Row LSTM** keeps a state for each column. In every row, the state is updated from two sides: from the row above, by a convolution over the *states* (width 3), and from what earlier pixels of the row say, by a masked convolution of one row, type B, over the features of a first layer of type A. Each row's state has seen a triangle above it that widens up to the top edge; no window ends it. The price: the rows have to be worked through one after the other, in training too.


# %% tags=["nbval-ignore-output"]
class RowLSTM(nn.Module):
    """PixelRNN with a state for each column, carried from row to row (van den Oord et al., section 3.1)."""

    def __init__(self, width=16):
        super().__init__()
        self.first = MaskedConv("A", 1, width, 7, 7)
        self.from_row = MaskedConv("B", width, 4 * width, 1, 3)
        self.from_above = nn.Conv1d(width, 4 * width, 3, padding=1)
        self.out = nn.Sequential(nn.Conv2d(width, width, 1), nn.ReLU(), nn.Conv2d(width, 1, 1))

    def forward(self, x):
        seen = self.from_row(self.first(x))
        h = c = torch.zeros(len(x), seen.shape[1] // 4, x.shape[3])
        rows = []
        for i in range(seen.shape[2]):
            forget, let_in, let_out, new = (seen[:, :, i] + self.from_above(h)).chunk(4, dim=1)
            c = forget.sigmoid() * c + let_in.sigmoid() * new.tanh()
            h = let_out.sigmoid() * c.tanh()
            rows.append(h)
        return self.out(torch.stack(rows, dim=2))


rowlstm = None


def train_rowlstm(seed, steps=300):
    seed_everything(seed)
    return train_pixels(RowLSTM(), steps, lr=1e-2)


@demo(seconds="about 15 s")
def the_row_lstm():
    global rowlstm
    rowlstm = train_rowlstm(seed=0)
    print(f"−log P of held-out digits: {held_out_nats(rowlstm):.1f} nats a picture")
    show({"drawn by the Row LSTM": drawn_by(rowlstm, 20)[0]})


# %% [markdown]
# After 300 steps it stands at 35.5 to 39.9 nats (three seeds), behind the PixelCNN after 1,000. This says little about the two architectures: the recurrent one is smaller, had fewer steps, and each step takes longer. In the paper, with networks of equal depth, the recurrent models were the better ones by a little and the convolutional one the faster by far; that is why its descendants won.
#
# ---
# ## 4 · Bits per pixel
#
# Nats a picture depend on the size of pictures. Papers therefore divide by the number of pixels (times channels) and count in bits: a model with $b$ bits per pixel could compress the data to $b$ bits a pixel, by [arithmetic coding](https://en.wikipedia.org/wiki/Arithmetic_coding). With $P$ a *probability* of discrete pictures,
#
# $$
# b = -\frac{1}{N} \sum_{i=1}^{N} \frac{\log_2 P(x_i)}{D} = -\frac{1}{N}\sum_{i=1}^{N} \frac{\ln P(x_i)}{D \ln 2} .
# $$
#
# A **density** is another thing. It can be larger than 1, and then "$-\log$" is negative, which no code length can be. The usual repair: pixels have $L$ grey levels $0, \dots, L - 1$; add uniform noise from [0, 1) to each ("dequantise") and divide by $L$. A density $p$ of the scaled picture in $[0, 1)^D$ stands for a probability of about $p \cdot L^{-D}$: each level is a cell of width $1/L$ in each of the $D$ directions. (On average over the noise, this is a bound: [Theis et al.](https://arxiv.org/abs/1511.01844), section 3.1.)

# %% [markdown]
# ### Exercise 6 · Bits per pixel  (4 points, about 7 minutes)
#
# **Goal.** Turn log-probabilities, or log-densities of scaled pictures, into bits per pixel.
#
# *You get* `log_p`, shape (N,), natural logarithms, one a picture; `pixels`, the number $D$; and `levels`, the number $L$: 1 where `log_p` are log-*probabilities*, else the number of grey levels by which the pixels were divided. *You return* a scalar tensor, averaged over the pictures.
#
# <details><summary>Hint 1</summary>
#
# First write the formula for `levels = 1`. Then: $P \approx p \cdot L^{-D}$. What is $-\log_2 P / D$?
# </details>
#
# **What to expect.** Two pictures of 4 pixels with $P = 1/16$ and $1/64$ need 1 and 1.5 bits per pixel, 1.25 on average. A density of 1 everywhere with 256 levels, where all pictures are equally likely, gives 8.


# %% nbgrader={"grade": false, "grade_id": "bits_per_pixel", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bits_per_pixel(log_p, pixels, levels):
    """Return the mean number of bits per pixel, as a scalar tensor."""
    ### BEGIN SOLUTION
    return -log_p.mean() / (pixels * math.log(2)) + math.log2(levels)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_bits_per_pixel", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.bits_per_pixel(bits_per_pixel)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "bits_per_pixel")
### END HIDDEN TESTS


# %% tags=["nbval-ignore-output"]
@torch.no_grad()
def by_independent_pixels():
    """Return log P of the held-out digits if each pixel were white as often as in training, by itself."""
    share = (train.sum(0) + 1) / (len(train) + 2)
    return -F.binary_cross_entropy(share.expand_as(test), test, reduction="none").flatten(1).sum(1)


@torch.no_grad()
def by_weighted_draws(x, draws=200):
    """Return a tighter bound of log P under the VAE: the log of a mean over many codes (Burda et al., 2015)."""
    mean, log_var = vae.encode(x)
    found = []
    for _ in range(draws):
        noise = torch.randn_like(mean)
        z = reparameterise(mean, log_var, noise)
        log_x = -F.binary_cross_entropy_with_logits(vae.decoder(z), x, reduction="none").flatten(1).sum(1)
        found.append(log_x + (noise.square() - z.square() + log_var).sum(1) / 2)
    return torch.stack(found).logsumexp(0) - math.log(draws)


@demo
def the_likelihoods():
    models = {"each pixel by itself": by_independent_pixels}
    if vae is not None:
        models["VAE, the bound"] = lambda: -vae.nats(test)
        models["VAE, a bound from 200 codes"] = lambda: by_weighted_draws(test)
    for name, network in (("Row LSTM", rowlstm), ("PixelCNN", pixelcnn)):
        if network is not None:
            models[name] = lambda network=network: -nats_by(network, test)
    seed_everything(0)
    with torch.no_grad():
        print(f"{'held-out digits':30s}{'nats a picture':>16s}{'bits a pixel':>16s}")
        for name, log_p in models.items():
            found = log_p()
            print(f"{name:30s}{-float(found.mean()):16.1f}{float(bits_per_pixel(found, PIXELS, 1)):16.3f}")


@demo
def a_density():
    seed_everything(0)
    levels = 256
    scaled, unseen = (
        (((x * 255).round() + torch.rand(x.shape)) / levels).flatten(1).double() for x in (grey, held_out.x)
    )
    cov = torch.cov(scaled.T) + 1e-4 * torch.eye(PIXELS)
    log_p = torch.distributions.MultivariateNormal(scaled.mean(0), cov).log_prob(unseen)
    print(f"a Gaussian for the grey digits: log p = {float(log_p.mean()):+.0f} nats a picture")
    print(f"bits a pixel, levels forgotten: {float(bits_per_pixel(log_p, PIXELS, 1)):+.2f}")
    print(f"bits a pixel, 256 levels:       {float(bits_per_pixel(log_p, PIXELS, levels)):+.2f}")


# %% [markdown]
# The second table is the Gaussian's: "minus bits a pixel" is the sign of a forgotten unit. Whoever compares two models' bits per pixel has to ask first: the same pictures, the same number of levels, a probability or a density?
#
# The first table holds a surprise. The PixelCNN's number and the VAE's are nearly the same, with weighted draws the VAE's is even better. Yet the samples above could hardly be less alike. Keep that in mind.
#
# ### A run that is too good
#
# Somebody reports a PixelCNN with less than a hundredth of a bit per pixel, after a short training. The code is yours but for one letter. Run the cell, look at the number and at what the model draws, and find out what is wrong. Closing question 1 asks for it.


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 5 s")
def too_good():
    seed_everything(0)
    network = train_pixels(pixel_cnn(width=8, blocks=1, first="B"), steps=150, lr=1e-2)
    with torch.no_grad():
        print(
            f"held-out digits: {float(bits_per_pixel(-nats_by(network, test), PIXELS, 1)):.4f} bits a pixel"
        )
    show({"drawn by this network": drawn_by(network, 20)[0]})


# %% [markdown]
# ---
# ## 5 · Is what is improbable foreign?
#
# An old plan: train a model of $P(x)$ on digits, and whenever a picture has a low $P(x)$, say that it is no digit. Deep models of densities were expected to do just this. In 2018 [Nalisnick and others](https://arxiv.org/abs/1810.09136) and [Choi and others](https://arxiv.org/abs/1810.01392) found that models trained on photographs of animals and vehicles gave *higher* likelihoods to house numbers, which they had never seen.
#
# **Predict, then run.** Held-out digits cost the PixelCNN about 34 nats on average. An all-black picture is no digit at all. How many nats does it cost? Write a number in place of the dots. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_black", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_black = {
    "nats that an all-black picture costs the PixelCNN": ...,  # a number
}


# %% [markdown]
# The foreign data: held-out digits upside down; held-out digits whose right half has been wiped; scikit-learn's digits, from another country and another scanner; squares from two photographs, cut at one half; noise with as many white pixels as digits have; and black. For each kind the table gives the mean cost, and *the share of pictures that are more probable than the median held-out digit*: 50% would say that the model cannot tell them apart, 0% that it always does.


# %%
def photographs(n, seed):
    """Squares of 14 pixels from two photographs that come with scikit-learn, in black and white."""
    from sklearn.datasets import load_sample_images

    made = torch.Generator().manual_seed(seed)
    grey_photos = [torch.tensor(p).float().mean(2)[None, None] / 255 for p in load_sample_images().images]
    small = [F.avg_pool2d(p, 4)[0, 0] for p in grey_photos]
    squares = []
    for k in range(n):
        photo = small[k % 2]
        top, left = (int(torch.randint(s - SIZE, (1,), generator=made)) for s in photo.shape)
        squares.append(photo[top : top + SIZE, left : left + SIZE])
    return cut(torch.stack(squares)[:, None])


def foreign_data():
    """Held-out digits, and pictures that are none, each (n, 1, 14, 14)."""
    seed_everything(0)
    wiped = test.clone()
    wiped[..., SIZE // 2 :] = 0
    others = F.pad(cut(data.digits(10, value_range=(0.0, 1.0)).x), (2, 2, 2, 2))
    return {
        "held-out digits": test,
        "upside down": test.flip(2),
        "right half wiped": wiped,
        "scikit-learn's digits": others[:1000],
        "photographs": photographs(1000, seed=0),
        "noise": torch.bernoulli(torch.full_like(test, float(train.mean()))),
        "black": torch.zeros(1, 1, SIZE, SIZE),
    }


def score_table(scorers):
    """Return for each kind of picture and each model the mean cost in nats, and the share below the median digit's."""
    table, usual = {}, {name: nats(test).median() for name, nats in scorers.items()}
    for kind, pictures in foreign_data().items():
        for name, nats in scorers.items():
            cost = nats(pictures)
            table[kind, name] = float(cost.mean()), 100 * float((cost < usual[name]).float().mean())
    return table


def scorers_of(a_vae, a_pixelcnn):
    return {"VAE": a_vae.nats, "PixelCNN": torch.no_grad()(lambda x: nats_by(a_pixelcnn, x))}


# %% tags=["nbval-ignore-output"]
@demo(seconds="about 10 s")
def foreign_scores():
    if vae is None or pixelcnn is None:
        print("This table needs the VAE and the PixelCNN: run the cells above first.")
        return
    table = score_table(scorers_of(vae, pixelcnn))
    print(f"{'':24s}{'nats a picture':>20s}{'above the median digit':>28s}")
    print(f"{'':24s}{'VAE':>10s}{'PixelCNN':>10s}{'VAE':>14s}{'PixelCNN':>14s}")
    for kind in foreign_data():
        (a, p), (b, q) = table[kind, "VAE"], table[kind, "PixelCNN"]
        print(f"{kind:24s}{a:10.1f}{b:10.1f}{p:13.0f}%{q:13.0f}%")
    show({kind: pictures[:20] for kind, pictures in foreign_data().items() if len(pictures) > 1})
    black = {"nats that an all-black picture costs the PixelCNN": table["black", "PixelCNN"][0]}
    predictions.compare(predict_black, black, near=5)


# %% [markdown]
# Both models see at once that noise is foreign. But black, the least digit-like picture there is, comes out *more* probable than the median digit, for both models and with each of three seeds; for the PixelCNN it is cheaper than the average digit by twenty nats, a factor of $e^{20}$, half a billion. A digit whose right half has been wiped is more probable for the PixelCNN than a whole one (over three seeds 97% to 98% of them lie above the median digit; for the VAE 28% to 47%). Of the squares of photographs 40% to 43% rank above it, mostly dark ones, and of scikit-learn's digits 45% to 48%: the PixelCNN hardly knows them from its own (the VAE does better, 10% to 16%).
#
# There is no contradiction. $P(x)$ is the probability of *this very picture*. Of black there is one; of sevens there are millions, and they share what they have. A wiped half leaves fewer pixels in which the model could be surprised. What belongs to the data is a *set* with much probability altogether, and its members need not be the single most probable pictures. (In one sentence: the mode is not typical.) So measure, before you trust a density to tell what is foreign; and compare with something, for instance with the bits that [a general-purpose compressor](https://arxiv.org/abs/1909.11480) needs.
#
# ---
# ## 6 · What each model can answer
#
# The same three questions, now with the three models side by side. To *encode* a digit the VAE has its encoder. For the GAN all that is left is to search: gradient descent on $z$ until $G(z)$ is near $x$. It finds pictures that resemble $x$, at the price of hundreds of passes, and gives no probability.


# %% tags=["nbval-ignore-output"]
def search(g, x, steps=150, lr=0.1):
    """Look for noise whose picture is near x, by gradient descent."""
    z = torch.zeros(len(x), NOISE, requires_grad=True)
    optimizer = torch.optim.Adam([z], lr=lr)
    for _ in range(steps):
        loss = (g(z) - x).square().sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return z.detach()


def seconds(function):
    """Return what a function gives, and the processor seconds it took."""
    begin = time.process_time()
    found = function()
    return found, time.process_time() - begin


@demo(seconds="about 10 s")
def the_three_questions():
    if vae is None or pixelcnn is None or gan is None:
        print("This picture needs the GAN, the VAE and the PixelCNN: run the cells above first.")
        return
    seed_everything(2)
    with torch.no_grad():
        _, by_gan = seconds(lambda: gan(torch.randn(100, NOISE)))
        _, by_vae = seconds(lambda: vae.draw(100))
        _, by_cnn = seconds(lambda: drawn_by(pixelcnn, 100))
    print("drawing 100 pictures, processor time relative to the GAN's:")
    print(f"GAN 1, VAE {by_vae / by_gan:.1f}, PixelCNN {by_cnn / by_gan:.0f}")
    x = test[:20]
    z, _ = seconds(lambda: search(gan, x))
    with torch.no_grad():
        found, decoded = gan(z), vae.decoder(vae.encode(x)[0]).sigmoid()
    show({"held-out digits": x, "VAE: encoded and decoded": decoded, "GAN: found by searching for z": found})


# %% [markdown]
# ---
# ## 7 · How good are the samples?
#
# None of the numbers so far can be had from a GAN, and we have just seen two models with the same likelihood whose pictures could not be more different. So samples are compared with data *as samples*. The plan is always the same: send both through a network that has learned to see what matters, and compare two clouds of features.
#
# For photographs, the network is Inception, trained on ImageNet. `torchmetrics`, the library of choice for such measures, downloads its weights, or takes a network of your own. For digits of 14 pixels we take a small classifier of digits, `metrics.train_classifier`, with 64 features. It sees digits shifted by a pixel in each direction too, so that it cannot learn the training pictures by heart: a ruler that knows the training set better than the held-out one would measure copies wrongly. The measures themselves are in `gan_course.metrics`, tested against torchmetrics; the Fréchet distance, precision and recall, and a test for copies you write yourself.

# %% tags=["nbval-ignore-output"]
ruler = None


def shifted(pictures):
    """The pictures, and the same moved by one pixel up, down, left and right."""
    return torch.cat([pictures, *(pictures.roll(by, dim) for dim in (2, 3) for by in (-1, 1))])


def train_ruler(seed):
    """A classifier of black and white digits, whose last hidden layer gives 64 features."""
    pictures = data.TensorData(
        shifted(train), labels.repeat(5), name="shifted", classes=whole.classes, range=(0, 1)
    )
    network = metrics.train_classifier(pictures, steps=600, seed=seed)
    network.standardise(train)
    return network


@demo
def the_ruler():
    global ruler
    ruler = train_ruler(seed=0)
    right = float((ruler.predict(test) == held_out.y).float().mean())
    print(f"the ruler reads {100 * right:.0f}% of the held-out digits")


# %% [markdown]
# The **Fréchet distance** of [Heusel and others](https://arxiv.org/abs/1706.08500) (2017; with Inception's features it is called FID) fits a Gaussian to each cloud and takes the distance of the two Gaussians, which has a closed form:
#
# $$
# d^2 = \lVert \mu_1 - \mu_2 \rVert^2 + \operatorname{tr}\Sigma_1 + \operatorname{tr}\Sigma_2 - 2 \operatorname{tr}\big(\Sigma_1 \Sigma_2\big)^{1/2} .
# $$
#
# It is the earth mover's distance of assignment 05, with squared lengths, between Gaussians. The root of a matrix $M$ is a matrix $R$ with $RR = M$; it is *not* taken entry by entry. Only its trace is needed, and the trace of a matrix is the sum of its eigenvalues: the eigenvalues of $R$ are the roots of those of $M$.

# %% [markdown]
# ### Exercise 7 · The Fréchet distance of two Gaussians  (5 points, about 9 minutes)
#
# **Goal.** Write $d^2$.
#
# *You get* `mean_1`, shape (d,), `cov_1`, shape (d, d), `mean_2` and `cov_2`, all float64. A covariance may have eigenvalues that are 0. *You return* $d^2$ as a real scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# $\Sigma_1\Sigma_2$ is not symmetric, so `eigvalsh` and singular values see another matrix. `torch.linalg.eigvals` takes any; it gives complex numbers, whose imaginary parts are rounding errors here.
# </details>
# <details><summary>Hint 2</summary>
#
# An eigenvalue that should be 0 may come out as −10⁻¹⁷. What is its root, and what should it be?
# </details>
#
# **What to expect.** Means (0, 0) and (3, 4), diagonals (1, 4) and (4, 1): $25 + 5 + 5 - 2\,(2 + 2) = 27$. A Gaussian is at distance 0 from itself.


# %% nbgrader={"grade": false, "grade_id": "frechet", "locked": false, "schema_version": 3, "solution": true, "task": false}
def frechet(mean_1, cov_1, mean_2, cov_2):
    """Return the squared Fréchet distance of two Gaussians, as a scalar tensor."""
    ### BEGIN SOLUTION
    roots = torch.linalg.eigvals(cov_1 @ cov_2).real.clamp(min=0).sqrt()
    return (mean_1 - mean_2).square().sum() + cov_1.trace() + cov_2.trace() - 2 * roots.sum()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_frechet", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.frechet(frechet)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "frechet")
### END HIDDEN TESTS

# %% [markdown]
# The first application is to *real* digits against real ones: held-out ones against as many training ones. They come from the same hands, so the right answer is 0.
#
# **Predict, then run.** With 900 pictures on either side the distance is 0.3 to 0.4. How much is it with 100 on either side?

# %% nbgrader={"grade": false, "grade_id": "predict_hundred", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_hundred = {
    "Fréchet distance of 100 real digits from 100 others": ...,  # a number
}


# %%
def distance(features, others):
    """The Fréchet distance of two clouds of features (n, d), by your function."""
    a, b = features.double(), others.double()
    return float(frechet(a.mean(0), torch.cov(a.T), b.mean(0), torch.cov(b.T)))


def real_against_real(the_ruler, n, repeats=6):
    """The Fréchet distance of n held-out digits from n training ones, averaged over several choices."""
    found = []
    for _ in range(repeats):
        a, b = test[torch.randperm(len(test))[:n]], train[torch.randperm(len(train))[:n]]
        found.append(distance(the_ruler.features(a), the_ruler.features(b)))
    return sum(found) / repeats


# %% tags=["nbval-ignore-output"]
COUNTS = (70, 100, 150, 250, 400, 600, 900)


@demo
def how_it_moves_with_the_number_of_samples():
    if ruler is None:
        return
    seed_everything(0)
    frechets = [real_against_real(ruler, n) for n in COUNTS]
    kernel = []
    for n in COUNTS:
        pairs = [
            (test[torch.randperm(len(test))[:n]], train[torch.randperm(len(train))[:n]]) for _ in range(6)
        ]
        found = [metrics.kernel_distance(ruler.features(a), ruler.features(b)) for a, b in pairs]
        kernel.append(sum(found) / len(found))
    _, (left, right) = plots.figure(1, 2, 4.2, 2.8)
    plots.series(
        {"Fréchet distance": frechets},
        COUNTS,
        ax=left,
        xlabel="pictures on either side",
        title="real digits against real ones",
    )
    plots.series(
        {"kernel distance": kernel},
        COUNTS,
        ax=right,
        xlabel="pictures on either side",
        title="the same pictures",
    )
    left.set_ylim(0)
    right.set_ylim(-0.1, 0.1)
    plt.show()
    hundred = {"Fréchet distance of 100 real digits from 100 others": frechets[COUNTS.index(100)]}
    predictions.compare(predict_hundred, hundred, near=0.8, digits=1)


# %% [markdown]
# The distance between equals is not 0, and it depends on how many pictures there were: 3.0 to 4.2 with 100 and 0.31 to 0.41 with 900 (three seeds). A covariance of 64 features has 2,080 numbers, and from few samples all of them are a little wrong; the error always *adds* to the distance. So **compare Fréchet distances only at the same number of samples**, and always with real against real.
#
# The **kernel distance** ([Bińkowski and others](https://arxiv.org/abs/1801.01401), 2018: KID) compares all pairs of features by a polynomial kernel. Its estimate has no such bias: it lies around 0 at every number of samples. The price is more scatter.
#
# A single number cannot tell *poor* samples from *too few kinds of* samples. **Precision and recall** can ([Kynkäänniemi and others](https://arxiv.org/abs/1904.06991), 2019): around each real picture's features draw a ball that reaches to its $k$-th nearest real neighbour. **Precision** is the share of samples that fall into at least one of these balls. **Recall** is the same with the parts exchanged: balls around samples, and the share of real pictures in them.

# %% [markdown]
# ### Exercise 8 · Among the others  (5 points, about 10 minutes)
#
# **Goal.** Write the one function that gives both.
#
# *You get* `points`, shape (m, d); `centres`, shape (n, d); and `k`, a whole number from 1 to n − 1. Around each centre lies a ball whose radius is the distance to the $k$-th nearest *other* centre. *You return* the share of points that lie in at least one ball (on its edge counts), as a scalar tensor.
#
# <details><summary>Hint 1</summary>
#
# `torch.cdist(a, b)` gives all distances, shape (len(a), len(b)). In the table of centres against centres, what is the smallest number in each row?
# </details>
# <details><summary>Hint 2</summary>
#
# Each centre has a radius of its own, shape (n,); a table of (points, centres) compared with it broadcasts over the rows. `.any(dim=1)` asks whether any is true.
# </details>
#
# **What to expect.** Points 0.5, 4, 9 and 30 among centres 0, 1, 3 and 10 with $k = 1$: the radii are 1, 1, 2 and 7, and three of the four points lie in a ball: 0.75. The point 4 lies in the balls of 3 and of 10.


# %% nbgrader={"grade": false, "grade_id": "share_among", "locked": false, "schema_version": 3, "solution": true, "task": false}
def share_among(points, centres, k):
    """Return the share of points that lie in a ball around at least one centre, as a scalar tensor."""
    ### BEGIN SOLUTION
    radius = torch.cdist(centres, centres).sort(dim=1).values[:, k]
    inside = torch.cdist(points, centres) <= radius
    return inside.any(dim=1).double().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_share_among", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.share_among(share_among)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "share_among")
### END HIDDEN TESTS

# %% [markdown]
# One way to have perfect samples is to hand out the training set. The distance in features cannot object: the training pictures *are* as good as real. What gives a copier away is that his pictures are too *near* to the training set, nearer than fresh pictures from the same source ([Meehan, Chaudhuri and Dasgupta](https://arxiv.org/abs/2004.05675), 2020). Take one sample and one held-out picture at random: which of them is nearer to its nearest training picture? For fresh samples the chance is one half.

# %% [markdown]
# ### Exercise 9 · The test for copies  (5 points, about 9 minutes)
#
# **Goal.** With $\delta(x) = \min_{t \in \text{training}} \lVert x - t \rVert$, give the share of pairs (sample $g$, held-out $h$) with $\delta(g) < \delta(h)$, where a tie $\delta(g) = \delta(h)$ counts one half.
#
# *You get* `generated`, shape (m, d); `training`, shape (n, d); and `held_out`, shape (h, d). *You return* the share of all m·h pairs, as a scalar tensor. Black and white pictures are often at exactly the same distance: ties matter.
#
# <details><summary>Hint 1</summary>
#
# First two rows of numbers: the nearest distance of every sample, shape (m,), and of every held-out picture, shape (h,).
# </details>
# <details><summary>Hint 2</summary>
#
# `a[:, None] < b[None]` is a table of all pairs. And the ties?
# </details>
#
# **What to expect.** Samples 1 and 6, training pictures 0 and 10, held-out pictures 2, 5 and 11.5. The distances are 1 and 4 against 2, 5 and 1.5: the first sample wins against all three, the second against one: 4 of 6. A copier reaches 1.


# %% nbgrader={"grade": false, "grade_id": "copy_score", "locked": false, "schema_version": 3, "solution": true, "task": false}
def copy_score(generated, training, held_out):
    """Return the share of pairs in which the sample is nearer to the training set, as a scalar tensor."""
    ### BEGIN SOLUTION
    of_sample = torch.cdist(generated, training).min(dim=1).values[:, None]
    of_fresh = torch.cdist(held_out, training).min(dim=1).values[None]
    return (of_sample < of_fresh).double().mean() + 0.5 * (of_sample == of_fresh).double().mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_copy_score", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.copy_score(copy_score)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "copy_score")
### END HIDDEN TESTS

# %% [markdown]
# Now the table that all of this was for. 500 pictures of each kind are measured against 500 held-out digits:
#
# * **other held-out digits**, the best that can be hoped for;
# * a **copier** that hands out training digits;
# * a copier that knows only the threes and hands them out;
# * the models: GAN, VAE, PixelCNN.

# %% tags=["nbval-ignore-output"]
EACH = 500


def contestants(a_gan, a_vae, a_pixelcnn):
    """500 pictures of each kind, by name."""
    with torch.no_grad():
        by_gan = cut(a_gan(torch.randn(EACH, NOISE)))
    return {
        "other held-out digits": test[EACH:],
        "copies of training digits": train[torch.randperm(len(train))[:EACH]],
        "copies of threes": train[labels == 3].repeat(2, 1, 1, 1)[:EACH],
        "GAN": by_gan,
        "VAE": a_vae.draw(EACH),
        "PixelCNN": drawn_by(a_pixelcnn, EACH)[0],
    }


def measure(the_ruler, pictures):
    """Return Fréchet and kernel distance, precision, recall and the copy score of 500 pictures."""
    real, seen = the_ruler.features(test[:EACH]), the_ruler.features(pictures)
    return {
        "Fréchet": distance(real, seen),
        "kernel": metrics.kernel_distance(real, seen),
        "precision": float(share_among(seen, real, 3)),
        "recall": float(share_among(real, seen, 3)),
        "copies": float(copy_score(pictures.flatten(1), train.flatten(1), test[:EACH].flatten(1))),
    }


drawn = {}


@demo(seconds="about 15 s")
def the_table():
    global drawn
    if ruler is None or vae is None or pixelcnn is None or gan is None:
        print("This table needs the ruler and the three models: run the cells above first.")
        return
    seed_everything(0)
    drawn = contestants(gan, vae, pixelcnn)
    print(f"{'':28s}{'Fréchet':>10s}{'kernel':>10s}{'precision':>11s}{'recall':>9s}{'copies':>9s}")
    for name, pictures in drawn.items():
        m = measure(ruler, pictures)
        print(
            f"{name:28s}{m['Fréchet']:10.2f}{m['kernel']:10.3f}{m['precision']:11.2f}"
            f"{m['recall']:9.2f}{m['copies']:9.2f}"
        )
    show({name: pictures[:20] for name, pictures in drawn.items()})


# %% [markdown]
# Over three seeds:
#
# | | Fréchet | kernel | precision | recall | copies |
# |---|---|---|---|---|---|
# | other held-out digits | 0.5 to 0.7 | 0.00 | 0.87 to 0.89 | 0.88 to 0.91 | 0.47 |
# | copies of training digits | 0.5 to 0.6 | −0.01 to 0.00 | 0.90 to 0.91 | 0.90 to 0.91 | 1.00 |
# | copies of threes | 33 to 35 | 1.5 to 1.8 | 0.84 to 0.86 | 0.25 to 0.30 | 1.00 |
# | GAN | 2.8 to 3.2 | 0.03 | 0.56 to 0.59 | 0.84 to 0.85 | 0.25 to 0.26 |
# | VAE | 1.8 to 2.4 | 0.02 to 0.03 | 0.78 to 0.82 | 0.79 to 0.84 | 0.27 to 0.28 |
# | PixelCNN | 9 to 15 | 0.2 to 0.5 | 0.23 to 0.32 | 0.78 to 0.86 | 0.06 to 0.07 |
#
# (All ranges in this notebook: `python tests/benchmarks/lesson_ranges.py --only 11`. The table of your own run is of one training, with other draws.)
#
# Read it column by column.
#
# * **Fréchet** (and kernel). The copier cannot be told from real digits, and beats every model by far. *The measure rewards memory.* Of the models the PixelCNN comes last by a wide margin: the same PixelCNN that is level with the VAE in bits per pixel. **Likelihood and quality of samples are two things**, and neither follows from the other ([Theis et al.](https://arxiv.org/abs/1511.01844), section 3).
# * **Precision and recall.** Threes alone have the precision of real digits and far less recall; a single number would only have called them "far away". Of the GAN's pictures far fewer lie among the real ones than of the VAE's, though to the eye the VAE's are the frayed ones: a ruler has an opinion of its own.
# * **Copies.** Here the copier stands out at 1. Real digits stand near one half. The models lie *below* one half: their pictures are farther from the training set than fresh digits are, since frayed edges and broken strokes are far from everything. A low score is no sign of originality.
#
# ### The features decide
#
# A distance in features sees what the features see. Once more the same pictures, through three rulers: the classifier; the same network with *random* weights; and the pixels themselves, of which the 64 strongest directions are kept.


# %% tags=["nbval-ignore-output"]
def rulers():
    """Three ways to turn pictures into 64 numbers, each scaled so that real digits have variance 1."""
    seed_everything(0)
    untrained = metrics.Classifier(SIZE)
    untrained.standardise(train)
    flat = train.flatten(1)
    strongest = torch.linalg.svd(flat - flat.mean(0), full_matrices=False).Vh[:64].T
    spread = ((flat - flat.mean(0)) @ strongest).std(0)
    return {
        "classifier": ruler.features,
        "random weights": untrained.features,
        "pixels": lambda x: (x.flatten(1) - flat.mean(0)) @ strongest / spread,
    }


@demo
def by_other_features():
    if not drawn:
        print("This table needs the pictures of the table above: run it first.")
        return
    ways, least = rulers(), {}
    print(f"{'multiples of real against real':32s}" + "".join(f"{name:>16s}" for name in ways))
    for name, pictures in drawn.items():
        row = {way: distance(features(test[:EACH]), features(pictures)) for way, features in ways.items()}
        least = least or row
        print(f"{name:32s}" + "".join(f"{row[way] / least[way]:16.1f}" for way in ways))


# %% [markdown]
# The same pictures, three verdicts. For the classifier the copier of threes is the worst of all by far; for the pixels he is about as good as the PixelCNN; and a network with random weights hardly minds that nine digits are missing. A Fréchet distance without its features, its number of samples and its code is not a number that can be compared with anything.
#
# ### A judge that has to work with the samples
#
# The last yardstick asks what samples are good *for*: train a classifier on drawn digits *with their labels*, and test it on real ones ([Ravuri and Vinyals](https://arxiv.org/abs/1905.10887), 2019). It needs a model that draws a digit of a wanted class. Two stand ready: naive Bayes, as in assignment 01, which tosses a coin for each pixel with the class's own chance; and a VAE whose encoder and decoder are shown the label beside the picture or the code, in the manner of assignment 07.


# %% tags=["nbval-ignore-output"]
class LabelledVAE(VAE):
    """A VAE that is told the class, as ten more numbers beside the picture and beside the code."""

    def __init__(self):
        super().__init__()
        self.encoder[1] = nn.Linear(PIXELS + 10, 256)
        self.decoder[0] = nn.Linear(CODE + 10, 256)

    def loss(self, x, y):
        told = F.one_hot(y, 10).float()
        mean, log_var = self.encoder(torch.cat([x.flatten(1), told], dim=1)).chunk(2, dim=1)
        z = reparameterise(mean, log_var, torch.randn_like(mean))
        return negative_elbo(self.decoder(torch.cat([z, told], dim=1)), x, kl_to_normal(mean, log_var))

    @torch.no_grad()
    def draw(self, y):
        z = torch.randn(len(y), CODE)
        return torch.bernoulli(self.decoder(torch.cat([z, F.one_hot(y, 10).float()], dim=1)).sigmoid())


def trained_on(pictures, classes, seed=0):
    """Return the share of real held-out digits that a classifier trained on these pictures reads."""
    shown = data.TensorData(pictures, classes, name="shown", classes=whole.classes, range=(0, 1))
    judge = metrics.train_classifier(shown, steps=500, seed=seed)
    return 100 * float((judge.predict(test) == held_out.y).float().mean())


def training_sets(seed):
    """4,000 labelled pictures each: real ones, and drawn by two models that know the classes."""
    seed_everything(seed)
    told = LabelledVAE()
    fit(told, lambda rows: told.loss(train[rows], labels[rows]), 1000, lr=2e-3, batch=128)
    means = torch.stack([train[labels == c].mean(0) for c in range(10)])
    return {
        "real digits": train,
        "naive Bayes": torch.bernoulli(means[labels]),
        "labelled VAE": told.draw(labels),
    }


@demo(seconds="about 15 s")
def trained_on_samples():
    sets = training_sets(seed=0)
    for name, pictures in sets.items():
        print(f"trained on {name:14s} {trained_on(pictures, labels):3.0f}% of real digits right")
    order = labels.argsort(stable=True)[::200]
    show({name: pictures[order] for name, pictures in sets.items()})


# %% [markdown]
# Over three seeds: trained on real digits 89% to 91%, on those of the labelled VAE 83% to 85%, on those of naive Bayes 77% to 79%. The gap to the first number is what the samples lack, in one unit that everybody understands. Still, it is one task: samples on which a classifier learns well may look poor, and the other way round.
#
# ---
# ## 8 · Summary
#
# * A **VAE** maximises a lower bound of $\log P(x)$: reconstruction, summed over pixels, minus the price of the code, $\mathrm{KL}(q(z \mid x) \,\|\, p(z))$. $z = \mu + \sigma\odot\varepsilon$ lets the slope through the draw.
# * A **PixelCNN** is the chain rule with masked convolutions: type A in the first layer, type B after it. It scores exactly and in one pass, and draws one pixel a pass. A leak shows as a likelihood that is too good.
# * A **GAN** draws in one pass, has no code and **no density**.
# * **Bits per pixel** $= -\log_2 P / D$. A density needs $+\log_2 L$.
# * A high likelihood does not make a picture belong to the data: black beats nearly every digit.
# * **Likelihood and samples are two things.** Samples are compared by features: **Fréchet distance** (depends on features *and* on the number of samples, rewards copies), **kernel distance** (no bias), **precision** (quality) and **recall** (variety), the **copy test**, a **classifier trained on samples**. None of them is enough alone.
#
# **Go further.** (1) Weigh the KL term by β = 4 in `negative_elbo` and look at the reconstructions and at the codes ([β-VAE](https://openreview.net/forum?id=Sy2fzU9gl)). (2) Give the PixelCNN a second, downward stack, so that its window has no blind spot ([Gated PixelCNN](https://arxiv.org/abs/1606.05328)). (3) Score foreign data by the VAE's likelihood minus the independent pixels'. Which rows of the table change? (4) Multiply the VAE's $z$ by 0.5 before decoding: how do precision and recall move? (5) Flows give an exact density *and* a code: read [NICE](https://arxiv.org/abs/1410.8516) and find out what they pay for it.
#
# ---
# ## 9 · Closing questions  (7 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading.
#
# **Question 1** (2 points). What is wrong with the run that was too good (section 4)?
#
# * **a** · It was trained on the held-out digits.
# * **b** · The first layer's mask lets the pixel itself through, so the network reads off what it has to predict; when drawing, there is nothing there to read.
# * **c** · The network is too small for the data, so it has learned the background alone.
# * **d** · Its bits per pixel are those of a density, and `levels` was forgotten.
#
# <details><summary>Hint</summary>
#
# Which letter was changed? What lies under the middle of the first kernel, in training and when drawing?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_too_good", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_too_good = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_too_good", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_too_good(q_too_good)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "q_too_good")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). A VAE has a negative bound of 34.0 nats a picture, on black and white pictures of 14 by 14 pixels. How many bits per pixel is that? Give a number, to three places after the point.
#
# <details><summary>Hint</summary>
#
# Exercise 6, with `levels = 1`.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_bits", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_bits = 34.0 / (196 * 0.6931)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_bits", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_bits(q_bits)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "q_bits")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (1 point). Somebody wants to know how probable a trained GAN finds a given photograph $x$. What do you tell them?
#
# * **a** · $D(x)$ is that probability.
# * **b** · Search for the $z$ with $G(z) = x$; then $p(z)$ is the probability of $x$.
# * **c** · There is no such number in a GAN: G only draws, D estimates a ratio, and most pictures are reached by no noise at all.
# * **d** · $e^{-d^2}$, where $d^2$ is the Fréchet distance of $x$ from the samples.
#
# <details><summary>Hint</summary>
#
# The table in section 1, and the paragraph under it.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_gan_density", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_gan_density = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_gan_density", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_gan_density(q_gan_density)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "q_gan_density")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). Paper X reports a Fréchet distance of 4.1 for its model, paper Y one of 5.3 for its own. Both used digits and a digit classifier of their own. What follows?
#
# * **a** · X's model is better, since its distance is smaller.
# * **b** · X's model is better or has memorised the training set.
# * **c** · Y's model is better, since a larger distance means more variety.
# * **d** · Nothing: the features differ, perhaps the number of samples too, and a copier would beat them both.
#
# <details><summary>Hint</summary>
#
# What did the distance of real digits from real ones depend on? And the order of the contestants?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_two_papers", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_two_papers = "d"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_two_papers", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_two_papers(q_two_papers)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("11_other_generative_models", "q_two_papers")
### END HIDDEN TESTS
