# %% [markdown]
# # 02 · Information and cross-entropy
#
# **What you will do.** Turn one idea, that rare events are surprising, into the numbers that deep learning is trained with: entropy, cross-entropy, the divergences of Kullback-Leibler and Jensen-Shannon, and the loss of every classifier with two classes. You write each of them in a line or two, and try each on letters of a real text, on flowers and on handwritten digits.
#
# **What you will learn.** Why losses contain logarithms; what a bit and a nat are; what a wrong belief costs; why one divergence can be infinite and another cannot; where binary cross-entropy comes from and how to compute it without overflow; and why the formula that two networks play for in a GAN is cross-entropy, seen from the other side.
#
# **What you need.** Python with PyTorch tensors (assignment 00), probabilities, the logarithm and its derivative. No GPU.
#
# **Time.** A little under two hours: half an hour of reading, an hour of exercises, the rest predictions and questions. The core is sections 1 to 6 and 8; section 7, on classifiers with two outputs, can wait. The notebook alone runs in less than a minute.
#
# Papers: Shannon, [*A Mathematical Theory of Communication*](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x) (1948), is the source of sections 1 to 3 and still a pleasure to read. Kullback and Leibler, [*On Information and Sufficiency*](https://doi.org/10.1214/aoms/1177729694) (1951), and Lin, [*Divergence Measures Based on the Shannon Entropy*](https://doi.org/10.1109/18.61115) (1991), are those of sections 4 and 5. Goodfellow et al., [*Generative Adversarial Nets*](https://arxiv.org/abs/1406.2661) (2014), is where all of it will be used.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import codecs
import contextlib
import heapq
import io
import math
import string

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from gan_course import data, plots, predictions
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.plots.style import DISCRIMINATOR, FAKE, OPTIMAL, REAL
from gan_course.seeding import seed_everything

check = checks("02_information_and_cross_entropy")
torch.set_num_threads(1)  # networks this small run faster on one core than on several
# %config InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "dpi": 80}

# %% [markdown]
# ### From earlier lessons
#
# Three questions to warm up. Answer each in your head, or on paper, before you open it.
#
# <details><summary>Naive Bayes adds 64 logarithms of densities. Why not multiply the 64 densities?</summary>
#
# The product leaves the range of floating-point numbers: 64 factors of 0.00001 are $10^{-320}$, which float32 rounds to 0, and all classes look the same. Sums of logarithms have no such end (assignment 01).
# </details>
# <details><summary>You know $P(x \mid y)$ for every class $y$. What else does $P(y \mid x)$ need?</summary>
#
# The prior $P(y)$. Bayes: $P(y \mid x) = P(x \mid y)\,P(y) / \sum_k P(x \mid k)\,P(k)$ (assignment 01).
# </details>
# <details><summary>You call <code>backward()</code> twice without clearing the gradients in between. What stands in <code>.grad</code>?</summary>
#
# The sum of both. That is why every training step begins, or ends, with <code>zero_grad()</code> (assignment 00).
# </details>

# %% [markdown]
# ### Where this leads
#
# A discriminator sees samples, half of them real and half of them made by a generator, and says for each how likely it is to be real. On the left: the data (blue) and three generators (orange), further and further from the data. On the right: the best score that *any* discriminator can reach against them, and the number of bits a sample gives away about where it came from. They are one curve with two scales. At the bottom the generator is perfect and nothing can be told; at the top every sample betrays its origin: one full bit.
#
# By the end of this notebook you will have written every quantity in this picture, and the reason why the two scales agree will be three lines of algebra.


# %% jupyter={"source_hidden": true}
def bells(distance, grid):
    """Two bell curves on a grid, `distance` apart, as probabilities of its cells."""
    left = torch.exp(-0.5 * (grid + distance / 2) ** 2)
    right = torch.exp(-0.5 * (grid - distance / 2) ** 2)
    return left / left.sum(), right / right.sum()


@demo
def where_this_leads():
    grid = torch.linspace(-9, 9, 721).double()
    distances = torch.linspace(0, 7, 71).double()
    best = []
    for distance in distances:
        real, made = bells(distance, grid)
        d = real / (real + made)
        best.append(float((real * d.log() + made * (1 - d).clamp_min(1e-300).log()).sum()))
    _, axes = plots.figure(1, 2, 4.4, 2.9)
    axes[0].fill_between(grid, bells(0.0, grid)[0], color=REAL, alpha=0.35, linewidth=0, label="data")
    for i, far in enumerate((1.0, 2.5, 5.0)):
        made = torch.exp(-0.5 * (grid - far) ** 2)
        axes[0].plot(
            grid, made / made.sum(), color=FAKE, alpha=1 - 0.25 * i, label="generators" if i == 0 else None
        )
    axes[0].set(xlim=(-4, 8), yticks=[], xlabel="x", title="Data and three generators")
    axes[0].set_ylim(0, 0.0135)
    axes[0].legend(loc="upper right")
    axes[1].plot(distances, best, color=DISCRIMINATOR)
    axes[1].axhline(-math.log(4), color=OPTIMAL, linestyle="--", linewidth=1)
    axes[1].text(7, -math.log(4) + 0.04, "−log 4: a coin toss", ha="right", fontsize="small")
    axes[1].set(xlabel="distance of data and generator", ylabel="score V of the best D", ylim=(-1.45, 0.05))
    axes[1].set_title("What can be told")
    bits = axes[1].secondary_yaxis(
        "right",
        functions=(
            lambda v: (v + math.log(4)) / 2 / math.log(2),
            lambda b: 2 * b * math.log(2) - math.log(4),
        ),
    )
    bits.set_ylabel("bits a sample gives away")
    plt.show()


# %% [markdown]
# ---
# ## 1 · Surprise
#
# Complete the word: `beautifu_`. You are not surprised by the `l`. Complete the sentence `I had lunch with a_`: whatever comes next surprises you a little. Shannon's idea was to give this a number, and to let the number depend on one thing only: how probable the event was. What the letter looks like, or means, plays no part.
#
# What should the surprise $h(P)$ of an event of probability $P$ be? Three demands are enough.
#
# 1. **What is certain does not surprise**: $h(1) = 0$.
# 2. **What is rarer surprises more**: $h$ falls as $P$ grows.
# 3. **Independent surprises add.** If you toss a coin *and* roll a die, the result surprises you by the coin's surprise plus the die's. The probability of both together is the product, so $h(P \cdot Q) = h(P) + h(Q)$.
#
# The third demand leaves hardly any choice. Write probabilities as $P = e^{-u}$ with $u \ge 0$ and call $g(u) = h(e^{-u})$. A product of probabilities is a sum of such $u$, so the demand reads $g(u + v) = g(u) + g(v)$. Differentiate in $v$ and put $v = 0$:
#
# $$
# g'(u) = g'(0) = c \quad\text{for every } u, \qquad\text{so}\qquad g(u) = c\,u, \qquad\text{and}\qquad h(P) = -c \log P .
# $$
#
# (The constant of integration is zero by the first demand; $c > 0$ by the second. That $g$ has a derivative at all follows from the second and third demands, by a longer argument.) So **surprise is the negative logarithm of the probability**, and all that is left to choose is the unit:
#
# $$
# h(x) = -\log P(x) .
# $$
#
# * With the logarithm to base 2 the unit is the **bit**: the surprise of a fair coin, $-\log_2 \tfrac12 = 1$. A surprise of 3 bits is that of three coins, or of one thing picked out of $2^3 = 8$: it takes three yes/no questions to find it.
# * With the natural logarithm (base $e$) the unit is the **nat**. PyTorch's losses are in nats, because derivatives of $\ln$ carry no extra factor.
# * Changing the base is changing the unit: $\log_b P = \ln P / \ln b$. One bit is $\ln 2 = 0.693$ nats; one nat is $1/\ln 2 = 1.443$ bits.
#
# | event | probability | bits | nats |
# |---|---|---|---|
# | the sun rises | 1 | 0 | 0 |
# | a coin shows heads | 1/2 | 1.000 | 0.693 |
# | a die shows six | 1/6 | 2.585 | 1.792 |
# | a certain card of 52 | 1/52 | 5.700 | 3.951 |
# | a royal flush, dealt at once | 1/649,740 | 19.310 | 13.384 |
#
# **Notation** used from here on. $\log$ without a base is the natural logarithm.
#
# | symbol | meaning |
# |---|---|
# | $P(x)$, $h(x)$ | the probability of an outcome $x$, and its surprise (Shannon's *information content*) |
# | $p, q$ | two distributions over the same $K$ outcomes: $p_i \ge 0$, $\sum_i p_i = 1$ |
# | $H(p)$, $H(p, q)$ | entropy of $p$; cross-entropy of $p$ and $q$ |
# | $\mathrm{KL}(p \Vert q)$, $\mathrm{JS}(p, q)$ | the divergences of Kullback-Leibler and Jensen-Shannon |
# | $y \in \{0, 1\}$, $a$, $\sigma(a)$ | a label; a logit (any real number); the probability $\sigma(a) = 1/(1 + e^{-a})$ it stands for |

# %% [markdown]
# ### Exercise 1 · How surprised are you?  (5 points, about 5 minutes)
#
# **Goal.** Write $h = -\log_b P$ for a whole tensor of probabilities and any base $b$.
#
# *You get* `p`, a tensor of any shape with probabilities, each above 0 and at most 1, and `base`, a number above 1: 2 for bits, `math.e` for nats. *You return* a tensor of the same shape: the surprise of each probability, in units of that base.
#
# Here as in every exercise, the tensors you are given stay as they are.
#
# <details><summary>Hint 1</summary>
#
# `torch.log` is the natural logarithm. Which division turns it into a logarithm to another base? Try it on $P = 1/8$, base 2.
# </details>
# <details><summary>Hint 2</summary>
#
# The logarithm of a number below 1 is negative. A surprise is not.
# </details>
#
# **What to expect.** 1/2, 1/4, 1/8 give 1, 2, 3 bits. The whole exercise is one line.


# %% nbgrader={"grade": false, "grade_id": "information", "locked": false, "schema_version": 3, "solution": true, "task": false}
def information(p, base=2.0):
    """Return the surprise of every probability in `p`, in units of `base`; same shape as `p`."""
    ### BEGIN SOLUTION
    return -torch.log(p) / math.log(base)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_information", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.information(information)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "information")
### END HIDDEN TESTS

# %% [markdown]
# Time for real probabilities. Python ships with a short text, *The Zen of Python* by Tim Peters, lightly encrypted. The next cell decrypts it and counts two things: how often each letter occurs, and how often each letter **begins a word**. These two distributions over 26 letters will stay with us.

# %% nbgrader={"grade": false, "grade_id": "letters", "locked": true, "schema_version": 3, "solution": false, "task": false}
with contextlib.redirect_stdout(io.StringIO()):
    import this  # importing it prints the text, which we do not want here

ZEN = codecs.decode(this.s, "rot13").lower()
LETTERS = string.ascii_lowercase
WORDS = ["".join(c for c in word if c in LETTERS) for word in ZEN.split()]


def shares(symbols):
    """How often each letter occurs among `symbols`, as probabilities, shape (26,)."""
    counts = torch.tensor([symbols.count(letter) for letter in LETTERS], dtype=torch.float)
    return counts / counts.sum()


all_letters = shares("".join(WORDS))
first_letters = shares("".join(word[:1] for word in WORDS))
print(f"{ZEN[:63]!r} …")
print(f"{sum(map(len, WORDS))} letters, {sum(map(bool, WORDS))} words")


# %%
@demo
def the_surprise_of_letters():
    occur = all_letters > 0
    bits = information(all_letters[occur], 2.0)
    names = [letter for letter, there in zip(LETTERS, occur, strict=True) if there]
    order = bits.argsort().tolist()
    _, axes = plots.figure(1, 2, 4.6, 2.8)
    probability = torch.linspace(0.001, 1, 500)
    axes[0].plot(probability, information(probability, 2.0), color=REAL, label="in bits")
    axes[0].plot(probability, information(probability, math.e), color=FAKE, linestyle="--", label="in nats")
    axes[0].set(xlabel="probability P", ylabel="surprise h", ylim=(0, 8), title="Rare is surprising")
    axes[0].legend()
    axes[1].bar([names[i] for i in order], bits[order], color=REAL, width=0.7)
    axes[1].set(
        xlabel="letter, frequent ones first", ylabel="surprise in bits", title="Letters of the Zen of Python"
    )
    axes[1].grid(visible=False, axis="x")
    plt.show()
    for letter in "etz":
        p = all_letters[LETTERS.index(letter)]
        print(
            f"{letter}: {100 * p:4.1f}% of all letters, {information(p, 2.0):.2f} bits, {information(p, math.e):.2f} nats"
        )


# %% [markdown]
# An `e` is worth less than 3 bits, the single `z` more than 9. Two letters of the alphabet, `j` and `q`, do not occur in the text at all, so their bars are missing: by this count they have probability 0, and their surprise would be infinite. Keep them in mind.
#
# ---
# ## 2 · Entropy: the average surprise
#
# How surprising is the text as a whole? Outcome $i$ happens with probability $p_i$ and then surprises by $-\log p_i$. The average over what happens weighs each surprise by how often it comes:
#
# $$
# H(p) = \mathbb{E}_{x \sim p}\big[h(x)\big] = -\sum_{i=1}^{K} p_i \log p_i .
# $$
#
# Shannon called it the **entropy**. It measures how much you do *not* know before you look.
#
# **Impossible outcomes.** For $p_i = 0$ the term reads $0 \cdot \log 0 = 0 \cdot (-\infty)$. Follow it in the limit: with $p = e^{-u}$ it is $-u\,e^{-u}$, and the exponential wins, so $p \log p \to 0$. That is also what common sense says: an outcome that never happens never surprises anybody. Hence the convention $0 \log 0 = 0$. Floating-point numbers do not know it: `0 * torch.log(torch.tensor(0.0))` is `nan`, and one `nan` in a sum makes the whole sum `nan`.
#
# **Between which numbers does it lie?** Every term is at least 0, so $H \ge 0$, and $H = 0$ only where one outcome is certain. At the other end, $K$ equally likely outcomes each surprise by $\log K$, so there $H = \log K$. Section 4 shows in one line that nothing can exceed this.

# %% [markdown]
# ### Exercise 2 · Entropy  (5 points, about 6 minutes)
#
# **Goal.** Write $H(p)$ for any base, with $0 \log 0 = 0$.
#
# *You get* `p`, shape (K,), probabilities that add up to 1, some of which may be exactly 0, and `base` as before. *You return* one number, as a tensor.
#
# Every exercise here is graded by itself. Write the sum out instead of calling an earlier function of yours, and a slip there cannot cost you anything here.
#
# <details><summary>Hint 1</summary>
#
# The weights $p_i$ already add up to 1: is anything left to divide by?
# </details>
# <details><summary>Hint 2</summary>
#
# For the zeros: `torch.xlogy` computes $x \log y$ and knows that $0 \log 0 = 0$. Leaving the zeros out of the sum does it too.
# </details>
#
# **What to expect.** (1/2, 1/4, 1/4) has 1.5 bits; (0, 1, 0) has none.


# %% nbgrader={"grade": false, "grade_id": "entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def entropy(p, base=2.0):
    """Return the entropy of the distribution `p` (K,), in units of `base`, as a scalar tensor."""
    ### BEGIN SOLUTION
    return -torch.xlogy(p, p).sum() / math.log(base)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_entropy", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.entropy(entropy)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "entropy")
### END HIDDEN TESTS

# %% [markdown]
# What is this number good for? It is the **limit of compression**. Suppose you write the text in zeros and ones, a code word for each letter. If all code words have the same length, 26 letters need 5 bits. It is cheaper to give frequent letters short words, as Morse did. Shannon proved that no code that can be read back gets below $H(p)$ bits a letter on average, and that one exists below $H(p) + 1$. The best code word for a letter is about as long as the letter is surprising.
#
# David Huffman, as a student, found the best code ([1952](https://doi.org/10.1109/JRPROC.1952.273898)): merge the two rarest symbols into one, again and again; every merge costs the symbols below it one more bit. The cell runs it on the Zen.


# %% [markdown]
# **Predict, then run.** Twenty-six equally likely letters would have 4.70 bits each. How many bits does a letter of the Zen carry on average? Write a number in place of the dots, then run on. Predictions are not graded, and dots stop nothing.

# %% nbgrader={"grade": false, "grade_id": "predict_letters", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_letters = {
    "bits a letter": ...,  # a number
}


# %%
def huffman_lengths(p):
    """Length in bits of each symbol's word in the best code, 0 for symbols that never occur."""
    heap = [(float(share), [i]) for i, share in enumerate(p) if share > 0]
    lengths = torch.zeros(len(p))
    heapq.heapify(heap)
    while len(heap) > 1:
        (one, left), (two, right) = heapq.heappop(heap), heapq.heappop(heap)
        lengths[left + right] += 1
        heapq.heappush(heap, (one + two, left + right))
    return lengths


@demo
def entropy_of_coins_and_letters():
    heads = torch.linspace(0, 1, 201)
    coin = [entropy(torch.stack([p, 1 - p]), 2.0) for p in heads]
    lengths, occur = huffman_lengths(all_letters), all_letters > 0
    _, axes = plots.figure(1, 2, 4.4, 2.8)
    axes[0].plot(heads, torch.stack(coin), color=REAL)
    axes[0].set(xlabel="probability of heads", ylabel="entropy in bits", title="A coin")
    axes[1].plot([2, 10], [2, 10], color=OPTIMAL, linestyle="--", linewidth=1, label="length = surprise")
    surprise = -all_letters[occur].log2()
    axes[1].scatter(surprise, lengths[occur], color=REAL, s=25)
    for letter in "euz":
        i = LETTERS.index(letter)
        if occur[i]:
            axes[1].annotate(
                letter, (-all_letters[i].log2(), lengths[i]), (4, -10), textcoords="offset points"
            )
    axes[1].set(
        xlabel="surprise of a letter in bits",
        ylabel="bits of its code word",
        title="Huffman's code for the Zen",
    )
    axes[1].legend()
    plt.show()
    average = float((all_letters * lengths).sum())
    print(
        f"entropy of the letters       {entropy(all_letters, 2.0):.3f} bits = {entropy(all_letters, math.e):.3f} nats"
    )
    print(f"Huffman's code, on average   {average:.3f} bits a letter")
    print("5 binary digits a letter     5.000 bits")
    print(f"26 equally likely letters    {math.log2(26):.3f} bits")
    print(f"first letters of words       {entropy(first_letters, 2.0):.3f} bits")
    bits = {"bits a letter": float(entropy(all_letters, 2.0))}
    predictions.compare(predict_letters, bits, near=0.2, digits=2)


# %% [markdown]
# On the left, the entropy of a coin: largest, one bit, when it is fair; zero when it has two heads or two tails. On the right, each dot is a letter. Its code word is about as long as its surprise, as well as whole numbers allow, and the average lands two hundredths of a bit above the entropy. Shannon's bound is no philosophy: one can get this close.
#
# ---
# ## 3 · Cross-entropy: the price of a wrong belief
#
# Who writes a code, or trains a network, does not know the true distribution $p$. They have a belief $q$. Outcomes go on happening as $p$ says, but each now surprises as $q$ predicts:
#
# $$
# H(p, q) = \mathbb{E}_{x \sim p}\big[-\log q(x)\big] = -\sum_{i=1}^{K} p_i \log q_i .
# $$
#
# This is the **cross-entropy**: the average surprise of somebody who believes $q$ in a world that is $p$. The two arguments play different parts. $p$ does the weighing, because it says what happens; $q$ stands in the logarithm, because it says what was expected. $H(q, p)$ is another number.
#
# **Why training minimises it.** The data are $x_1, \dots, x_N$ and a model gives them probabilities $q(x_n)$. A good model makes what was seen probable, so we want the likelihood $\prod_n q(x_n)$ to be large. Take the logarithm, divide by $N$ and turn the sign round, all of which leave the best model the best:
#
# $$
# -\frac1N \sum_{n=1}^{N} \log q(x_n) \;=\; -\sum_{i=1}^{K} \hat p_i \log q_i \;=\; H(\hat p, q), \qquad \hat p_i = \frac{\text{number of } n \text{ with } x_n = i}{N} .
# $$
#
# (The middle step collects equal outcomes.) **Maximum likelihood is minimum cross-entropy** between what was observed and what is believed. It is an *average* over the data: show every sample twice and nothing changes. (A classifier does the same with labels: then $q$ is the probability that it gives to the label, with the picture before it. Section 6 writes that out.)
#
# **Zeros.** Where $p_i = 0$ the term counts as 0, whatever $q_i$ is. Where $p_i > 0$ and $q_i = 0$, something happens that was believed impossible. Its surprise is infinite, and so is $H(p, q)$. That is no accident to be patched by a small number in the logarithm: it is what the formula has to say.

# %% [markdown]
# ### Exercise 3 · Cross-entropy  (6 points, about 7 minutes)
#
# **Goal.** Write $H(p, q)$ for any base, zeros included.
#
# *You get* `p` and `q`, both of shape (K,), and `base`. Both add up to 1 and may hold zeros. *You return* one number, as a tensor, through which gradients reach `q` (a belief should be able to learn): they are numbers, never `nan`, wherever `q` is above 0, also where `p` is 0. Terms with $p_i = 0$ count as 0, also where $q_i = 0$. If some $p_i > 0$ meets $q_i = 0$, the result is infinite (`inf`).
#
# <details><summary>Hint 1</summary>
#
# Read the formula aloud: "outcome $i$ happens with probability …, and then surprises by …".
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.xlogy(0, 0)` is 0 and `torch.xlogy(0.5, 0)` is −inf: both are what you want. No clipping is needed.
# </details>
#
# **What to expect.** For $q = p$ the entropy of $p$; for any other $q$ more.


# %% nbgrader={"grade": false, "grade_id": "cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cross_entropy(p, q, base=2.0):
    """Return H(p, q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    ### BEGIN SOLUTION
    return -torch.xlogy(p, q).sum() / math.log(base)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_cross_entropy", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.cross_entropy(cross_entropy)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "cross_entropy")
### END HIDDEN TESTS

# %% [markdown]
# Two experiments. On the left a coin that shows heads with probability 0.7, and every belief one can have about it. On the right a learner: it starts with the belief that all letters are equally likely and walks downhill on the cross-entropy with the letters of the Zen, with your function as the loss.


# %%
@demo
def beliefs():
    truth = torch.tensor([0.7, 0.3])
    believed = torch.linspace(0.01, 0.99, 197)
    price = torch.stack([cross_entropy(truth, torch.stack([q, 1 - q]), 2.0) for q in believed])

    scores, steps = torch.zeros(26, requires_grad=True), []
    for _ in range(300):
        loss = cross_entropy(all_letters, scores.softmax(0), 2.0)
        (slope,) = torch.autograd.grad(loss, scores)
        scores = (scores - 2.0 * slope).detach().requires_grad_()
        steps.append(loss.item())

    _, axes = plots.figure(1, 2, 4.4, 2.8)
    lowest = float(cross_entropy(truth, truth, 2.0))
    axes[0].plot(believed, price, color=REAL)
    axes[0].axhline(lowest, color=OPTIMAL, linestyle="--", linewidth=1)
    axes[0].plot(0.7, lowest, "o", color=FAKE)
    axes[0].text(0.02, lowest - 0.12, f"H(p) = {lowest:.2f}", fontsize="small", va="top")
    axes[0].set(
        xlabel="believed probability of heads q",
        ylabel="H(p, q) in bits",
        ylim=(0.5, 4),
        title="A coin with p = 0.7",
    )
    bound = float(cross_entropy(all_letters, all_letters, 2.0))
    axes[1].plot(range(300), steps, color=REAL)
    axes[1].axhline(bound, color=OPTIMAL, linestyle="--", linewidth=1)
    axes[1].text(299, bound + 0.02, f"H(p) = {bound:.2f}", ha="right", fontsize="small")
    axes[1].set(xlabel="step", ylabel="H(p, q) in bits", title="Learning the letters of the Zen")
    plt.show()
    print("bits a letter with the code for:   all letters   first letters   equal letters")
    equal = torch.full((26,), 1 / 26)
    for name, p in (("all letters", all_letters), ("first letters", first_letters)):
        print(
            f"text of {name:20s}"
            + "".join(f"{cross_entropy(p, q, 2.0):16.3f}" for q in (all_letters, first_letters, equal))
        )


# %% [markdown]
# No belief costs less than the truth, and near the truth the price is flat: a slightly wrong belief costs hardly anything. Towards the ends it rises without bound. The learner on the right knows nothing of the dashed line, and ends on it.
#
# In the table each row has one text and three codes. The diagonal, the right code, is the cheapest entry of its row. And there is an `inf`: in this text no word begins with `v`, `k` or `x`, so whoever believes that all letters are like first letters is infinitely surprised by the first `v` in the middle of a word. The other way round all is finite.
#
# Play with it: the first two panels of the widget are sections 1 and 2, the third is this one. Move $p$ and $q$ apart and watch the gap between cross-entropy and entropy.


# %%
@demo
def play_with_a_coin():
    from IPython.display import display

    from gan_course.widgets import InformationSlider

    display(InformationSlider(p=0.7, q=0.4))


# %% [markdown]
# ---
# ## 4 · Kullback-Leibler divergence: only the extra
#
# Part of the cross-entropy cannot be avoided: the entropy of $p$ is paid with the best belief too. What is left when it is taken off is the price of being wrong, the **divergence of Kullback and Leibler**:
#
# $$
# \mathrm{KL}(p \,\|\, q) = H(p, q) - H(p) = \sum_{i=1}^{K} p_i \log \frac{p_i}{q_i} .
# $$
#
# **It is never negative, and zero only for $q = p$.** This is worth proving, because everything after it leans on it. The logarithm lies below its tangent at 1, $\log t \le t - 1$, and touches it only at $t = 1$. Put $t = q_i / p_i$ and sum over the outcomes with $p_i > 0$:
#
# $$
# -\mathrm{KL}(p \,\|\, q) = \sum_i p_i \log \frac{q_i}{p_i} \;\le\; \sum_i p_i \Big(\frac{q_i}{p_i} - 1\Big) = \sum_i q_i - 1 \;\le\; 0 .
# $$
#
# (The $p_i$ add up to 1. The $q_i$ in this sum may add up to less, because outcomes with $p_i = 0$ are left out of it. And equality needs $q_i = p_i$ for every $i$ in the sum, hence for all.) With it comes the promise of section 2: let $q_i = 1/K$, then $0 \le \mathrm{KL}(p \,\|\, q) = \log K - H(p)$. So no entropy exceeds $\log K$.
#
# **It is not a distance.** It has a direction. $\mathrm{KL}(p \,\|\, q)$ asks what $q$ says about the things that $p$ *does*; what $q$ believes about things that never happen costs nothing. Zeros follow the rules of cross-entropy: $p_i = 0$ adds nothing, and $p_i > 0 = q_i$ makes it infinite.

# %% [markdown]
# ### Exercise 4 · Kullback-Leibler divergence  (5 points, about 6 minutes)
#
# **Goal.** Write $\mathrm{KL}(p \,\|\, q)$ for any base.
#
# *You get* `p`, `q` of shape (K,) and `base`, as before. *You return* one number, as a tensor, through which gradients reach `q`, as in exercise 3: never `nan` where `q` is above 0. Terms with $p_i = 0$ count as 0, also where $q_i = 0$; some $p_i > 0$ with $q_i = 0$ gives `inf`.
#
# <details><summary>Hint 1</summary>
#
# $\log \frac{p}{q} = \log p - \log q$. Both halves are sums you have written before.
# </details>
# <details><summary>Hint 2</summary>
#
# PyTorch has `F.kl_div`, but read its documentation twice before you use it: it wants its arguments in another order, one of them as a logarithm, and by default it divides by $K$.
# </details>
#
# **What to expect.** 0 for $q = p$. Another number when $p$ and $q$ change places.


# %% nbgrader={"grade": false, "grade_id": "kl_divergence", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kl_divergence(p, q, base=2.0):
    """Return KL(p‖q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    ### BEGIN SOLUTION
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_kl_divergence", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
check.kl_divergence(kl_divergence)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "kl_divergence")
### END HIDDEN TESTS

# %% [markdown]
# The direction matters most when the model is too simple for the data, and it decides *how* the model fails. Below are the petal lengths of 150 irises (collected by Anderson, published by Fisher in 1936), smoothed to a density. They make two humps, because the smallest of the three species stands apart. The model is a single bell curve, so it cannot be right. Of some 3,000 bell curves the cell picks the best one twice: with the smallest $\mathrm{KL}(p \,\|\, q)$ and with the smallest $\mathrm{KL}(q \,\|\, p)$.


# %%
@demo
def two_ways_to_be_wrong():
    from sklearn.datasets import load_iris

    grid = torch.linspace(0, 8, 161).double()

    def on_grid(height):
        return height / height.sum()

    petals = torch.from_numpy(load_iris().data[:, 2])
    p = on_grid(torch.exp(-0.5 * ((grid[:, None] - petals) / 0.25) ** 2).sum(1))
    bell_curves = [
        (mean, std)
        for mean in torch.arange(1, 7, 0.1).tolist()
        for std in torch.arange(0.2, 2.6, 0.05).tolist()
    ]
    candidates = [on_grid(torch.exp(-0.5 * ((grid - mean) / std) ** 2)) for mean, std in bell_curves]
    _, axes = plots.figure(1, 2, 4.2, 2.7)
    for ax, forward, title in ((axes[0], True, "smallest KL(p‖q)"), (axes[1], False, "smallest KL(q‖p)")):
        costs = torch.stack([kl_divergence(p, q) if forward else kl_divergence(q, p) for q in candidates])
        best = int(costs.argmin())
        ax.fill_between(grid, p, color=REAL, alpha=0.3, linewidth=0, label="petals, p")
        ax.plot(grid, candidates[best], color=FAKE, label="one bell, q")
        ax.set(title=title, xlabel="petal length in cm", yticks=[], ylim=(0, 0.034))
        mean, std = bell_curves[best]
        print(f"{title}: mean {mean:.1f}, standard deviation {std:.2f}, {costs[best]:.2f} bits lost")
    axes[0].legend(loc="upper right")
    plt.show()


# %% [markdown]
# **On the left**, $\mathrm{KL}(p \,\|\, q)$ punishes $q$ wherever petals are and $q$ is not. So the bell stretches over both humps, and puts much of its mass where there are hardly any petals: *better too much than something missing*. **On the right**, $\mathrm{KL}(q \,\|\, p)$ is weighed by $q$ and punishes it for being where no petals are. So it settles on one hump and leaves the other alone: *better something missing than something false*.
#
# Maximum likelihood, as in assignment 01 and in the variational autoencoder of assignment 11, is the left kind. It does not blur by itself: a family that can make two humps finds both, and both divergences are then 0. The picture shows a *family* that is too small, one bell for two humps; only then does the direction decide what is given up. Assignment 04 will measure a GAN that drops modes, as the right kind does. Whether the divergence is to blame is doubted: GANs trained for other divergences, the left one among them, drop modes too ([Goodfellow, 2016](https://arxiv.org/abs/1701.00160), section 3.2.5).
#
# ---
# ## 5 · Jensen-Shannon divergence: fair and finite
#
# For comparing data with a generator, KL has two drawbacks: one has to choose a direction, and a single impossible outcome makes it infinite. Both go away if $p$ and $q$ are compared not with each other but with their **mixture**, half of each:
#
# $$
# m = \tfrac12 (p + q), \qquad \mathrm{JS}(p, q) = \tfrac12\, \mathrm{KL}(p \,\|\, m) + \tfrac12\, \mathrm{KL}(q \,\|\, m) .
# $$
#
# * **Fair**: $p$ and $q$ can change places.
# * **Finite**: $m_i \ge \tfrac12 p_i$, so $\log \frac{p_i}{m_i} \le \log 2$, and therefore $0 \le \mathrm{JS} \le \log 2$, which is one bit. It is 0 only for $p = q$, and one bit exactly when $p$ and $q$ share no outcome.
# * **It answers a question.** Toss a coin in secret. Heads: draw $x$ from $p$; tails: from $q$. How many bits does $x$ give away about the coin? Before, the coin has 1 bit. Write the two KL terms out and collect: $\mathrm{JS} = H(m) - \tfrac12 \big(H(p) + H(q)\big)$. That is what you do not know about $x$, less what you still do not know about it once you are told the coin: the information that $x$ and the coin share. That is a discriminator's situation word for word: half of the samples real, half generated, and the question where this one came from.

# %% [markdown]
# ### Exercise 5 · Jensen-Shannon divergence  (6 points, about 7 minutes)
#
# **Goal.** Write $\mathrm{JS}(p, q)$ for any base.
#
# *You get* `p`, `q` of shape (K,), which may hold zeros, also in the same place, and `base`. *You return* one number, as a tensor; it is always finite. (The divergence itself, not its square root: some libraries return the root, which is a distance in the strict sense.)
#
# <details><summary>Hint 1</summary>
#
# Three lines: the mixture; each distribution's divergence from it; their average.
# </details>
# <details><summary>Hint 2</summary>
#
# Are you sure that your mixture adds up to 1?
# </details>
#
# **What to expect.** 0 for $p = q$; 1 bit for (1, 0) and (0, 1), and never more.


# %% nbgrader={"grade": false, "grade_id": "js_divergence", "locked": false, "schema_version": 3, "solution": true, "task": false}
def js_divergence(p, q, base=2.0):
    """Return JS(p, q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    ### BEGIN SOLUTION
    mixture = (p + q) / 2
    from_p = (torch.xlogy(p, p) - torch.xlogy(p, mixture)).sum()
    from_q = (torch.xlogy(q, q) - torch.xlogy(q, mixture)).sum()
    return (from_p + from_q) / 2 / math.log(base)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_js_divergence", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.js_divergence(js_divergence)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "js_divergence")
### END HIDDEN TESTS

# %% [markdown]
# Where do a handwritten 3 and a handwritten 8 differ? Scikit-learn ships 1,797 digits of 8×8 pixels with 17 levels of ink each. For one pixel, count the levels over all threes: that is $p$. Over all eights: $q$. Their Jensen-Shannon divergence says how many bits this single pixel gives away about the digit. The cell does it for all 64 pixels.
#
# An honest measurement has a zero line. Two halves of the *same* eights differ a little too, by chance, and with counts from some 180 pictures that chance is not negligible. The last panel shows it. (Each half has only 87 pictures, so chance counts about twice as much there as in the panel before it.)

# %%
digits = data.digits(flat=True, value_range=(0, 16))
threes, eights = (digits.x[digits.y == digit].round().long() for digit in (3, 8))


def ink_levels(pictures, pixel):
    """How often each of 17 levels of ink occurs in one pixel, as probabilities, shape (17,)."""
    return torch.bincount(pictures[:, pixel], minlength=17) / len(pictures)


@demo
def where_a_three_and_an_eight_differ():
    def bits(one, two):
        return torch.stack([js_divergence(ink_levels(one, j), ink_levels(two, j), 2.0) for j in range(64)])

    told, chance = bits(threes, eights), bits(eights[::2], eights[1::2])
    panels = {
        "mean of 3": (threes.float().mean(0), "Greys", 16),
        "mean of 8": (eights.float().mean(0), "Greys", 16),
        "JS of 3 and 8": (told, "viridis", 0.6),
        "JS of 8 and 8": (chance, "viridis", 0.6),
    }
    figure, axes = plots.figure(1, 4, 2.2, 2.2)
    for ax, (title, (values, colours, top)) in zip(axes, panels.items(), strict=True):
        picture = ax.imshow(values.reshape(8, 8), cmap=colours, vmin=0, vmax=top)
        ax.set(title=title, xticks=[], yticks=[])
        ax.grid(visible=False)
    figure.colorbar(picture, ax=axes, shrink=0.8, pad=0.01, label="bits")
    plt.show()
    best = int(told.argmax())
    print(f"{len(threes)} threes and {len(eights)} eights")
    print(f"most telling pixel: row {best // 8}, column {best % 8}, {told.max():.2f} bits")
    print(
        f"64 pixels on average: {told.mean():.2f} bits for 3 against 8, {chance.mean():.2f} for 8 against 8"
    )


# %% [markdown]
# Yellow is where it can be told: left of the middle, in the rows where an 8 closes its loops and a 3 leaves them open. Nobody told the formula what a loop is.
#
# The next picture compares the divergences as two bell curves move apart, and the two distributions of letters.


# %%
@demo
def growing_apart():
    grid = torch.linspace(-12, 12, 961).double()
    distances = torch.linspace(0, 6, 61).double()
    pairs = [bells(distance, grid) for distance in distances]
    _, ax = plots.figure(1, 1, 5.2, 2.8)
    ax.plot(distances, torch.stack([kl_divergence(p, q, 2.0) for p, q in pairs]), color=FAKE, label="KL(p‖q)")
    ax.plot(
        distances, torch.stack([js_divergence(p, q, 2.0) for p, q in pairs]), color=REAL, label="JS(p, q)"
    )
    ax.axhline(1, color=OPTIMAL, linestyle="--", linewidth=1)
    ax.set(xlabel="distance of two bell curves of width 1", ylabel="bits", ylim=(0, 5))
    ax.legend(loc="upper left")
    plt.show()
    print("first letters and all letters of the Zen, in bits")
    print(f"  KL(first‖all)  {kl_divergence(first_letters, all_letters, 2.0):.3f}")
    print(f"  KL(all‖first)  {kl_divergence(all_letters, first_letters, 2.0):.3f}")
    print(f"  JS             {js_divergence(first_letters, all_letters, 2.0):.3f}")


# %% [markdown]
# KL goes on growing with the square of the distance. JS approaches one bit and then hardly moves. Both are right, each for its own question: beyond a distance of about 5 nearly every sample gives itself away, and one bit is all there is to give away. But notice what it means for *learning*: a generator that is far away and moves a little closer hardly changes JS, so it gets hardly any signal from it. This flat part comes back as the vanishing gradient of assignment 04 and as the reason for the Wasserstein distance in assignment 05.
#
# ---
# ## 6 · From a coin to a loss: binary cross-entropy
#
# A discriminator answers one question with two answers. Label $y = 1$ means "real", $y = 0$ "generated". For a sample $x_n$ it gives the probability $\pi_n$ of label 1. How good are its probabilities? We ask the data: how likely did it make the labels that came?
#
# One label is a coin with probability $\pi$ for a 1, a **Bernoulli** variable. There is a formula for its probability that needs no "if":
#
# $$
# P(y) = \pi^{\,y}\,(1 - \pi)^{1 - y}, \qquad\text{since}\quad P(1) = \pi^1 (1-\pi)^0 = \pi, \quad P(0) = \pi^0 (1-\pi)^1 = 1 - \pi .
# $$
#
# $N$ independent samples multiply, and logarithms turn the product into a sum:
#
# $$
# \log \prod_{n=1}^{N} P(y_n) = \sum_{n=1}^{N} \Big[\, y_n \log \pi_n + (1 - y_n) \log (1 - \pi_n) \Big] .
# $$
#
# We want it large and optimisers minimise, so turn the sign round; we want it not to depend on the size of the batch, so divide by $N$. The result is the **binary cross-entropy**
#
# $$
# \mathrm{BCE} = -\frac1N \sum_{n=1}^{N} \Big[\, y_n \log \pi_n + (1 - y_n) \log (1 - \pi_n) \Big] .
# $$
#
# It has earned its name: each term is the cross-entropy $H\big((y, 1-y), (\pi, 1-\pi)\big)$ of the label, as a distribution that is certain, and the prediction. It is the average number of nats by which the labels surprise the discriminator. One that always says $\pi = \tfrac12$ is surprised by $\log 2$ each time: one bit, because it knows nothing.
#
# **A trap with shapes.** Networks like to return predictions of shape (N, 1), label files hold shape (N,). Between the two, PyTorch does not complain: it lines them up from the right, repeats both, and makes an N×N table in which every prediction meets every label. The mean of that table is a number, looks harmless, and is wrong.

# %% [markdown]
# ### Exercise 6 · Binary cross-entropy of probabilities  (6 points, about 7 minutes)
#
# **Goal.** Write BCE in nats.
#
# *You get* `probabilities`, each strictly between 0 and 1, and now and then within 0.00001 of one of them, and `labels`, each exactly 0.0 or 1.0. **Either may have shape (N,) or (N, 1), also one of each**; the $n$-th number of one belongs to the $n$-th of the other. *You return* a scalar tensor, the mean over the $N$ samples, through which gradients reach the probabilities.
#
# <details><summary>Hint 1</summary>
#
# Give both one shape first: `t.reshape(-1)` makes (N,) of either.
# </details>
# <details><summary>Hint 2</summary>
#
# Put $y = 1$ into the formula, then $y = 0$: each time one of the two terms must vanish.
# </details>
#
# **What to expect.** log 2 = 0.693 when all probabilities are 1/2, whatever the labels.


# %% nbgrader={"grade": false, "grade_id": "bce_from_probabilities", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bce_from_probabilities(probabilities, labels):
    """Return the mean binary cross-entropy in nats; either argument has shape (N,) or (N, 1)."""
    ### BEGIN SOLUTION
    pi, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(pi) + (1 - y) * torch.log(1 - pi)).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_bce_from_probabilities", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.bce_from_probabilities(bce_from_probabilities)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "bce_from_probabilities")
### END HIDDEN TESTS

# %% [markdown]
# ### Logits, and why not to form the probability at all
#
# A network's last layer returns any real number $a$, the **logit**, and the probability is $\sigma(a) = 1/(1 + e^{-a})$. The obvious way is to compute $\sigma(a)$ and hand it to the function you have just written. Watch what happens to it in single precision:


# %% tags=["nbval-ignore-output"]
@demo
def the_obvious_way_breaks():
    logits = [2.0, 10.0, 16.0, 20.0, 200.0]
    sure = torch.sigmoid(torch.tensor(logits))
    costs = [float(bce_from_probabilities(p.reshape(1), torch.tensor([0.0]))) for p in sure]
    print("logit a    1 − σ(a) as computed    cost with label 0    true cost")
    for a, p, cost in zip(logits, sure, costs, strict=True):
        print(f"{a:7.0f} {1 - p:23.3g} {cost:20.3f} {math.log1p(math.exp(-a)) + a:12.3f}")


# %% [markdown]
# Numbers just below 1 are spaced $6 \cdot 10^{-8}$ apart in single precision. At $a = 16$ the digits of $1 - \sigma(a)$ are nearly gone; at 20 it is exactly 0, the cost infinite and its slope `nan`. One such sample in a batch, and after one step every weight of the network is `nan`. Discriminators that are winning do return such logits.
#
# The way out is algebra before arithmetic. With label 0 the cost is
#
# $$
# -\log\big(1 - \sigma(a)\big) = -\log \frac{1}{1 + e^{a}} = \log(1 + e^{a}) =: \mathrm{softplus}(a),
# $$
#
# and with label 1 it is $-\log \sigma(a) = \log(1 + e^{-a}) = \mathrm{softplus}(-a)$. Since $\mathrm{softplus}(a) - \mathrm{softplus}(-a) = \log \frac{1 + e^{a}}{1 + e^{-a}} = a$, both fit into one line:
#
# $$
# \ell(a, y) = \mathrm{softplus}(a) - y\,a .
# $$
#
# No $\sigma$ is left. One thing still overflows, $e^{a}$ at $a = 200$. Take out the larger of the two terms in $1 + e^{a}$: $\;\mathrm{softplus}(a) = \max(a, 0) + \log\big(1 + e^{-|a|}\big)$. Now the exponent is never positive. `F.softplus` and `F.logsigmoid` do this for you.
#
# And the slope: $\dfrac{\partial \ell}{\partial a} = \sigma(a) - y$, prediction minus label. It never explodes, and it vanishes only where the prediction is right. This one line is why logits and cross-entropy belong together.

# %% [markdown]
# ### Exercise 7 · Binary cross-entropy from logits  (8 points, about 9 minutes)
#
# **Goal.** Write the mean of $\ell(a_n, y_n)$, exact for any logit.
#
# *You get* `logits`, any real numbers, and `labels`, each 0.0 or 1.0; **either may have shape (N,) or (N, 1), also one of each**. *You return* a scalar tensor, in nats, through which gradients reach the logits. At $a = 200$ with label 0 the cost is 200, with label 1 it is 0, and the slope is finite: clipping the probability (which would make the cost 16 and the slope 0) is not enough. PyTorch's `F.binary_cross_entropy_with_logits` is the same function: write yours from the algebra first, then compare.
#
# <details><summary>Hint 1</summary>
#
# All the algebra is above. Which functions of `torch.nn.functional` compute log(1 + eᵃ) and log σ(a) safely?
# </details>
# <details><summary>Hint 2</summary>
#
# Work $\mathrm{softplus}(a) - y a$ by hand for $a = 200$ with both labels. And mind the shapes, as before.
# </details>
#
# **What to expect.** The check draws your slope over $\sigma(a) - y$.


# %% nbgrader={"grade": false, "grade_id": "bce_from_logits", "locked": false, "schema_version": 3, "solution": true, "task": false}
def bce_from_logits(logits, labels):
    """Return the mean binary cross-entropy in nats, exact for any logits; shapes (N,) or (N, 1)."""
    ### BEGIN SOLUTION
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_bce_from_logits", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
check.bce_from_logits(bce_from_logits)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "bce_from_logits")
### END HIDDEN TESTS

# %% [markdown]
# Your loss at work: logistic regression tells threes from eights. One linear layer, full-batch gradient descent, and your function. Half of the pictures are kept away from training, and the loss on them is printed in bits: how much the label still surprises somebody who has seen the 64 pixels.

# %%
pixels = torch.cat([threes, eights]).float() / 16
is_three = torch.cat([torch.ones(len(threes)), torch.zeros(len(eights))])
training, testing = slice(0, None, 2), slice(1, None, 2)


@demo
def threes_and_eights():
    neuron = nn.Linear(64, 1)
    nn.init.zeros_(neuron.weight)
    nn.init.zeros_(neuron.bias)
    optimizer = torch.optim.SGD(neuron.parameters(), lr=0.5)
    steps, bits = [0, 1, 3, 10, 30, 100, 300, 1000], []
    for step in range(1001):
        if step in steps:
            with torch.no_grad():
                bits.append(
                    [
                        bce_from_logits(neuron(pixels[half]), is_three[half]) / math.log(2)
                        for half in (training, testing)
                    ]
                )
        optimizer.zero_grad()
        bce_from_logits(neuron(pixels[training]), is_three[training]).backward()
        optimizer.step()
    right = ((neuron(pixels[testing]).flatten() > 0) == (is_three[testing] == 1)).float().mean()
    _, axes = plots.figure(1, 2, 4.0, 2.7)
    axes[0].plot(range(len(steps)), [b[0] for b in bits], "o-", color=REAL, label="pictures trained on")
    axes[0].plot(range(len(steps)), [b[1] for b in bits], "s--", color=FAKE, label="pictures kept away")
    axes[0].set(
        xlabel="step", ylabel="bits a picture", ylim=(0, 1.05), title="What the label still surprises"
    )
    axes[0].set_xticks(range(len(steps)), steps)
    axes[0].legend()
    weight = neuron.weight.detach().reshape(8, 8)
    picture = axes[1].imshow(weight, cmap="RdBu", vmin=-3, vmax=3)
    axes[1].set(title="the weights: blue speaks for 3, red for 8", xticks=[], yticks=[])
    axes[1].grid(visible=False)
    plt.colorbar(picture, ax=axes[1], shrink=0.9)
    plt.show()
    print(
        f"before training {bits[0][1]:.2f} bits, a coin toss; after it {bits[-1][1]:.2f} bits, {100 * right:.0f}% right"
    )


# %% [markdown]
# It starts at exactly one bit, the coin toss: a network of zeros says 1/2 to everything. The deepest red lies left of the middle, on pixels that already told a 3 from an 8 by themselves.
#
# ---
# ## 7 · Two outputs are one logit
#
# Many classifiers have as many outputs as classes. With two outputs $o_0, o_1$ the probabilities come from **softmax**, $\pi_k = e^{o_k} / (e^{o_0} + e^{o_1})$. Others, like the discriminator of a GAN, have one output and a sigmoid. Are these two kinds of networks? Divide numerator and denominator of $\pi_1$ by $e^{o_1}$:
#
# $$
# \pi_1 = \frac{e^{o_1}}{e^{o_0} + e^{o_1}} = \frac{1}{1 + e^{\,?}} .
# $$
#
# Find the exponent and compare with $\sigma(a) = 1/(1 + e^{-a})$: **softmax with two outputs is a sigmoid**, of a logit you are about to write. Adding the same number to both outputs changes nothing, so one of the two outputs was superfluous all along.

# %% [markdown]
# ### Exercise 8 · The logit behind two outputs  (4 points, about 5 minutes)
#
# **Goal.** From two outputs compute the one logit $a$ with $\sigma(a) = \pi_1$.
#
# *You get* `outputs`, shape (N, 2), any real numbers. *You return* the logits, shape (N,), exact for outputs of ±200 too, with a gradient to both outputs.
#
# <details><summary>Hint 1</summary>
#
# The exponent in the formula above is $o_0 - o_1$. And $\sigma(a)$ has $-a$ there.
# </details>
# <details><summary>Hint 2</summary>
#
# `outputs[:, 1]` is the second column, shape (N,). Neither softmax nor a logarithm is needed.
# </details>
#
# **What to expect.** Outputs (1, 3) have the logit 2.


# %% nbgrader={"grade": false, "grade_id": "one_logit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def one_logit(outputs):
    """Return the logit of class 1 from two outputs (N, 2), shape (N,)."""
    ### BEGIN SOLUTION
    return outputs[:, 1] - outputs[:, 0]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_one_logit", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.one_logit(one_logit)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "one_logit")
### END HIDDEN TESTS

# %% [markdown]
# A test with a trained network. A layer with two outputs learns threes and eights with PyTorch's own `F.cross_entropy`, the softmax loss. Then its predictions are read through your logit, and scored with your binary loss. If the identity holds, nothing may change, neither the probabilities nor the loss.


# %%
@demo
def two_outputs_or_one():
    seed_everything(0)
    layer = nn.Linear(64, 2)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.5)
    classes = is_three.long()
    for _ in range(300):
        optimizer.zero_grad()
        F.cross_entropy(layer(pixels[training]), classes[training]).backward()
        optimizer.step()
    with torch.no_grad():
        outputs = layer(pixels[testing])
        a = one_logit(outputs)
        gap = (outputs.softmax(1)[:, 1] - torch.sigmoid(a)).abs().max()
        two, one = F.cross_entropy(outputs, classes[testing]), bce_from_logits(a, is_three[testing])
    print(
        f"largest difference of the probabilities on {len(a)} pictures: below one millionth? {bool(gap < 1e-6)}"
    )
    print(f"softmax loss of two outputs {two:.3f} nats; your loss of one logit {one:.3f} nats")


# %% [markdown]
# ---
# ## 8 · What a GAN plays for
#
# Now the formula this course is about. $D$ gives each sample the probability $D(x)$ that it is real. Goodfellow et al. (2014, equation 1) let it climb the **value function**
#
# $$
# V = \mathbb{E}_{x \sim p_{\text{data}}}\big[\log D(x)\big] + \mathbb{E}_{x \sim p_g}\big[\log (1 - D(x))\big],
# $$
#
# where $p_{\text{data}}$ is the distribution of real samples and $p_g$ that of generated ones. (Section 1 of assignment 03 explains where generated samples come from; here they are just samples.) It looks like a new idea. It is an old friend.
#
# **Claim.** *On a batch of $N$ real and $N$ generated samples, $V = -2 \cdot \mathrm{BCE}$.*
#
# **Proof.** Give real samples the label 1 and generated ones the label 0. There are $2N$ samples, and for each label only one of the two logarithms is left:
#
# $$
# \begin{aligned}
# -2 \cdot \mathrm{BCE} &= \frac{2}{2N} \sum_{n=1}^{2N} \Big[ y_n \log D(x_n) + (1 - y_n) \log\big(1 - D(x_n)\big) \Big] \\
# &= \underbrace{\frac1N \sum_{\text{real}} \log D(x_n)}_{\text{first expectation}} + \underbrace{\frac1N \sum_{\text{generated}} \log\big(1 - D(x_n)\big)}_{\text{second expectation}} = V . \qquad\blacksquare
# \end{aligned}
# $$
#
# So **climbing $V$ is descending binary cross-entropy**: the discriminator of a GAN is an ordinary classifier trained with an ordinary loss. The factor 2 is there because BCE is *one* mean over all samples and $V$ a *sum of two* means. The sign is there because $V$ is a log-likelihood and BCE a surprise.
#
# ⚠ *"The discriminator minimises the cross-entropy between the real and the generated distribution"*, you may hear. It does not. That number, $H(p_{\text{data}}, p_g) = -\mathbb{E}_{x \sim p_{\text{data}}}[\log p_g(x)]$, needs the density $p_g$, which a GAN does not have. The cross-entropy here is between the **labels** (real or generated, 1 or 0) and **$D$'s predictions** of them, averaged over samples.
#
# **Where does "balanced" enter?** With $N$ real and $M$ generated samples, one mean over all of them weighs the real ones $N/(N+M)$ and the generated ones $M/(N+M)$. In $V$ both weigh the same, however many there are.

# %% [markdown]
# ### Exercise 9 · V from binary cross-entropy  (6 points, about 8 minutes)
#
# **Goal.** Write $V$ of a batch with no other tool than binary cross-entropy: `F.binary_cross_entropy_with_logits(logits, labels)`, which is your exercise 7 as PyTorch has it (both arguments of one shape). Any way of your own is fine too.
#
# *You get* `real_logits` and `fake_logits`, the logits $a$ with $D(x) = \sigma(a)$, each of shape (N,) or (N, 1), the two batches **not always of the same size**. *You return* a scalar tensor $V$, in nats, through which gradients reach both; finite for logits of ±200.
#
# <details><summary>Hint 1</summary>
#
# If both batches had the same size, the claim would be the answer. With different sizes, call BCE once for each kind: what is −BCE of the real samples alone, all with label 1?
# </details>
# <details><summary>Hint 2</summary>
#
# `torch.ones_like(real_logits)` makes labels of the right shape. How many terms does V have, and does anything divide their sum?
# </details>
#
# **What to expect.** A $D$ that only tosses a coin (all logits 0) gets $-2 \log 2 = -\log 4 \approx -1.386$.


# %% nbgrader={"grade": false, "grade_id": "value_from_bce", "locked": false, "schema_version": 3, "solution": true, "task": false}
def value_from_bce(real_logits, fake_logits):
    """Return V of a batch in nats, a scalar tensor; the batches may differ in size."""
    ### BEGIN SOLUTION
    bce = F.binary_cross_entropy_with_logits
    on_real = bce(real_logits, torch.ones_like(real_logits))
    on_fake = bce(fake_logits, torch.zeros_like(fake_logits))
    return -(on_real + on_fake)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_value_from_bce", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
check.value_from_bce(value_from_bce)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "value_from_bce")
### END HIDDEN TESTS

# %% [markdown]
# Now everything at once, on real digits. The "generator" is a poor one: it gives every pixel the right distribution of ink, drawn from that pixel's own column of the data, but each pixel by itself. The discriminator is a network with one hidden layer, trained to climb your $V$. Half of the digits are kept away from training to measure it.


# %% [markdown]
# **Predict, then run.** With the best judge, the Jensen-Shannon divergence says how many bits a sample gives away about where it comes from: 0 if nothing can be told, 1 if every sample betrays itself. Every single pixel of these fakes is distributed exactly as it should be. How many bits will the judge find?

# %% nbgrader={"grade": false, "grade_id": "predict_judge", "locked": false, "schema_version": 3, "solution": false, "task": false}
predict_judge = {
    "JS in bits, at least": ...,  # a number from 0 to 1
}


# %%
everyone = digits.x / 16
real_training, real_testing = everyone[::2], everyone[1::2]


def independent_pixels(n):
    """Fakes (n, 64): every pixel is some digit's pixel, each from a digit of its own."""
    rows = torch.randint(len(everyone), (n, 64))
    return everyone.gather(0, rows)


def minus_two_bce(real_logits, fake_logits):
    """−2·BCE of all samples together, with your loss; logits of shape (N, 1) and (M, 1)."""
    labels = torch.cat([torch.ones(len(real_logits)), torch.zeros(len(fake_logits))])
    return -2 * bce_from_logits(torch.cat([real_logits, fake_logits]), labels)


def show_the_climb(curve, leaning, v, fakes):
    figure = plt.figure(figsize=(9.6, 2.9), layout="constrained")
    grid = figure.add_gridspec(2, 3, width_ratios=(1, 1.4, 1.4))
    for row, (title, pictures) in enumerate((("real", real_testing), ("fakes", fakes))):
        ax = figure.add_subplot(grid[row, 0])
        plots.images(pictures[:8].reshape(8, 1, 8, 8), columns=4, value_range=(0, 1), ax=ax, title=title)
    with plots.styled():
        left, right = figure.add_subplot(grid[:, 1]), figure.add_subplot(grid[:, 2])
    left.plot(range(0, 401, 20), curve, color=DISCRIMINATOR)
    left.axhline(-math.log(4), color=OPTIMAL, linestyle="--", linewidth=1)
    left.text(400, -math.log(4) + 0.03, "−log 4", ha="right", fontsize="small")
    left.set(xlabel="step of D", ylabel="V", title="D climbs V", ylim=(-1.45, 0))
    right.plot([n / 20 for n in range(1, 20)], leaning, color=FAKE, label="−2·BCE of all samples")
    right.axhline(v, color=DISCRIMINATOR, label="V")
    right.axvline(0.5, color=OPTIMAL, linestyle=":", linewidth=1)
    right.set(xlabel="share of fakes in the batch", title="Equal where the batch is balanced")
    right.legend()
    plt.show()


@demo
def a_discriminator_climbs():
    seed_everything(0)
    judge = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
    optimizer = torch.optim.Adam(judge.parameters(), lr=1e-3)
    fakes, curve = independent_pixels(4000), []
    for step in range(401):
        if step % 20 == 0:
            with torch.no_grad():
                curve.append(float(value_from_bce(judge(real_testing), judge(fakes))))
        real = real_training[torch.randint(len(real_training), (128,))]
        loss = -value_from_bce(judge(real), judge(independent_pixels(128)))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    with torch.no_grad():
        real_logits, fake_logits = judge(real_testing), judge(fakes)
        real_logits, fake_logits = real_logits[:800], fake_logits[:800]
        v, twice = value_from_bce(real_logits, fake_logits), minus_two_bce(real_logits, fake_logits)
        lean_real, lean_fake = real_logits + 2, fake_logits + 2
        leaning = [minus_two_bce(lean_real.repeat(20 - n, 1), lean_fake.repeat(n, 1)) for n in range(1, 20)]
        lean = float(value_from_bce(lean_real, lean_fake))
    show_the_climb(curve, leaning, lean, fakes)
    print(f"800 real and 800 fakes: V and −2·BCE agree to five decimals? {abs(float(v - twice)) < 1e-5}")
    least = (v + math.log(4)) / 2 / math.log(2)
    print(f"so real digits and these fakes differ by a JS of at least {least:.1f} bits")
    predictions.compare(predict_judge, {"JS in bits, at least": float(least)}, near=0.15, digits=1)


# %% [markdown]
# Left: real digits, and fakes in which each pixel is right and the whole is not. Middle: untrained, $D$ starts near $-\log 4$, the coin toss, and climbs. Right: a $D$ that leans towards "real" (2 was added to each of its logits), scored on batches with more and more fakes. $V$ does not ask how many of them there are. $-2 \cdot \mathrm{BCE}$ does, because this $D$ is wrong about fakes more often, and it meets $V$ exactly where there are as many fakes as real samples.
#
# ### The circle closes
#
# How far can $D$ climb? At every $x$ the best answer is the share of real samples there, $D^*(x) = \dfrac{p_{\text{data}}(x)}{p_{\text{data}}(x) + p_g(x)}$ (you will derive it in assignment 03). Put it in, with the mixture $m = \frac12(p_{\text{data}} + p_g)$, so that each denominator is $2m$:
#
# $$
# V(D^*) = \sum_x p_{\text{data}} \log \frac{p_{\text{data}}}{2m} + \sum_x p_g \log \frac{p_g}{2m} = \mathrm{KL}(p_{\text{data}} \,\|\, m) + \mathrm{KL}(p_g \,\|\, m) - 2 \log 2 = 2\,\mathrm{JS}(p_{\text{data}}, p_g) - \log 4 .
# $$
#
# That is why the picture at the top has two scales for one curve (theorem 1 of the 2014 paper). Test it on letters: the "data" are first letters of words, the "generator" draws from all letters.


# %%
@demo
def the_best_judge_of_letters():
    seen = (first_letters + all_letters) > 0
    p, q = first_letters[seen], all_letters[seen]
    d = p / (p + q)
    v = torch.xlogy(p, d).sum() + torch.xlogy(q, 1 - d).sum()
    js = js_divergence(first_letters, all_letters, math.e)
    print(f"V of the best D         {v:.4f} nats")
    print(f"2·JS − log 4            {2 * js - math.log(4):.4f} nats")
    print(f"JS                      {js:.4f} nats = {js / math.log(2):.4f} bits a letter")


# %% [markdown]
# A discriminator that is not the best reaches less, so $\tfrac12(V + \log 4)$ of *any* discriminator, measured on samples it has not seen, is a **lower bound** on the Jensen-Shannon divergence. For the digits above nobody could write $p_{\text{data}}$ down, and yet $D$ has measured how far the fakes are from them, at the least: the last line under the picture. Measuring a distance between distributions that are known only through samples: that is what a GAN uses its discriminator for.
#
# ---
# ## 9 · Summary
#
# * **Surprise** $h = -\log P$ is the only measure that adds up over independent events. Base 2 counts in bits, base $e$ in nats; 1 bit = 0.693 nats.
# * **Entropy** $H(p)$ is the average surprise and the limit of compression, between 0 and $\log K$.
# * **Cross-entropy** $H(p, q)$ is the average surprise of a believer in $q$. Minimising it over data is maximum likelihood.
# * $\mathrm{KL}(p \,\|\, q) = H(p, q) - H(p) \ge 0$ is the extra. It has a direction, and is infinite where $q$ calls impossible what $p$ does.
# * $\mathrm{JS}(p, q)$ compares both with their mixture: fair, at most one bit, and flat where the two share nothing.
# * **Binary cross-entropy** is the negative log-likelihood of coins. From logits it is $\mathrm{softplus}(a) - y a$, with slope $\sigma(a) - y$.
# * Softmax over two outputs is a sigmoid of their difference.
# * $V = -2 \cdot \mathrm{BCE}$ on balanced batches, and $V(D^*) = 2\,\mathrm{JS} - \log 4$.
#
# **Go further.** (1) The entropy of *pairs* of letters is less than twice that of letters. How much less in the Zen, and what does the difference measure? (2) Replace the mixture in JS by $m = \lambda p + (1 - \lambda) q$, and give the two terms the weights $\lambda$ and $1 - \lambda$ as well. Which question about which coin does it answer now? (3) Train the discriminator of section 8 for 4,000 steps and draw $V$ on the training digits too. Which of the two curves may you call a lower bound? (4) Read sections 1 to 6 of [Shannon's paper](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x). In which order does he do what section 1 did? (5) *f-GAN* ([Nowozin et al., 2016](https://arxiv.org/abs/1606.00709)) plays the same game for other divergences, KL among them. Which sentence of section 8 do they generalise?
#
# ---
# ## 10 · Closing questions  (9 points)
#
# Give each variable its value. The cell under it only checks the form of your answer; whether it is right, with an explanation, comes with the grading. Numbers may be expressions such as `math.log(3)`, or rounded to two decimals.
#
# **Question 1** (1 point). How many nats are 3 bits?
#
# <details><summary>Hint</summary>
#
# One bit is the surprise of a fair coin. What is that in nats?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_nats_of_three_bits", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_nats_of_three_bits = 3 * math.log(2)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_nats_of_three_bits", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_nats_of_three_bits(q_nats_of_three_bits)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "q_nats_of_three_bits")
### END HIDDEN TESTS

# %% [markdown]
# **Question 2** (2 points). Let $p = (\tfrac12, \tfrac12, 0)$ and $q = (\tfrac13, \tfrac13, \tfrac13)$. Which statement is true? Answer with a letter, such as `"a"`.
#
# * **a** · $\mathrm{KL}(p \,\|\, q)$ is infinite, $\mathrm{KL}(q \,\|\, p)$ and $\mathrm{JS}(p, q)$ are finite.
# * **b** · $\mathrm{KL}(q \,\|\, p)$ is infinite, $\mathrm{KL}(p \,\|\, q)$ and $\mathrm{JS}(p, q)$ are finite.
# * **c** · $\mathrm{KL}$ is infinite in both directions, $\mathrm{JS}(p, q)$ is finite.
# * **d** · All three are infinite.
#
# <details><summary>Hint</summary>
#
# Which of the two produces something that the other calls impossible?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_infinite_divergence", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_infinite_divergence = "b"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_infinite_divergence", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_infinite_divergence(q_infinite_divergence)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "q_infinite_divergence")
### END HIDDEN TESTS

# %% [markdown]
# **Question 3** (2 points). A discriminator has learnt nothing and answers $D(x) = \tfrac12$ to every sample. What is its binary cross-entropy, in nats?
#
# <details><summary>Hint</summary>
#
# What does one sample cost, real or generated? What is the mean of equal numbers?
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_coin_toss_bce", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_coin_toss_bce = math.log(2)
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_coin_toss_bce", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_coin_toss_bce(q_coin_toss_bce)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "q_coin_toss_bce")
### END HIDDEN TESTS

# %% [markdown]
# **Question 4** (2 points). A batch holds 64 real and 192 generated samples. The mean of $-\log D(x)$ over the real ones is 0.2, the mean of $-\log(1 - D(x))$ over the generated ones is 0.6. What is $-2 \cdot \mathrm{BCE}$ of the 256 samples taken together?
#
# <details><summary>Hint</summary>
#
# BCE is one mean over 256 samples. How much of it do the 64 make up? (And is it V?)
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_unbalanced_batch", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_unbalanced_batch = -2 * (64 * 0.2 + 192 * 0.6) / 256
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_unbalanced_batch", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_unbalanced_batch(q_unbalanced_batch)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "q_unbalanced_batch")
### END HIDDEN TESTS

# %% [markdown]
# **Question 5** (2 points). Against a certain generator the best discriminator there is reaches $V = -1$ (in nats). What is the Jensen-Shannon divergence of the data and that generator, in nats?
#
# <details><summary>Hint</summary>
#
# Section 8 ends with an equation between the two. Solve it for JS.
# </details>

# %% nbgrader={"grade": false, "grade_id": "q_js_from_value", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_js_from_value = (math.log(4) - 1) / 2
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_js_from_value", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.q_js_from_value(q_js_from_value)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("02_information_and_cross_entropy", "q_js_from_value")
### END HIDDEN TESTS
