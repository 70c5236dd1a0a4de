# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 00 · Start here
#
# **What you will do.** Get to know the notebook, write four small functions with tensors and gradients, and hand
# in your work.
#
# **What you will learn.** What a notebook remembers and forgets; how a tensor holds a whole batch; how PyTorch finds slopes; how a walk downhill
# becomes learning; how random numbers are made to repeat; what the checks tell you and what grading does.
#
# **What you need.** Python functions and loops, and the derivative from school. No knowledge of neural
# networks.
#
# **Time.** About 45 minutes. Four exercises and a question, 14 points.
#
# The picture below shows where the course goes. The data are eight small clusters on a ring. What is to
# become *generated* data are random numbers at first. In assignment 03 you will write every line that moves
# them, and the only teacher they have is a second network that tries to tell them from the data.

# %%
import matplotlib.pyplot as plt
import torch

from gan_course import data, plots
from gan_course.exercises import checks
from gan_course.lesson import demo
from gan_course.seeding import seed_everything

check = checks("00_start_here")

# %%
ring = data.ring()
source = torch.Generator().manual_seed(0)
real = ring.sample(500, generator=source)
noise = torch.randn(500, 2, generator=source)
# The right picture is where training should end: here it is only drawn, not learned.
goal = ring.sample(500, generator=source)
_, panels = plt.subplots(1, 2, figsize=(8, 3.8), layout="constrained")
plots.samples(real, noise, ax=panels[0], title="before training", limit=3)
plots.samples(real, goal, ax=panels[1], title="what training aims at", limit=3)
plt.show()

# %% [markdown]
# ## The room: cells and what they remember
#
# A notebook is a column of *cells*. Text cells explain; code cells run. Click into the next one and press
# **Shift + Enter**: it runs, and what it prints appears below it. In the brackets on its left, `[*]` means that it
# is running, and a number tells in which order the cells ran.

# %%
times = 0

# %%
times = times + 1
print(f"since `times` was set to 0, this cell has run {times} time(s)")

# %% [markdown]
# Run the last cell twice more: it counts on. Behind the page works a *kernel*, one Python process that remembers
# every name you have defined. All it remembers is called its *state*. Three things follow from that, and they explain
# nearly every riddle that a notebook will pose to you.
#
# - **The order in which you run cells counts, not the order in which they stand.** A change to a function does
#   nothing until you run its cell again.
# - **What you delete stays in the kernel.** Code that works only because of a cell that is gone will fail for
#   everybody else. *Kernel → Restart Kernel and Run All Cells* shows whether you are safe.
# - **A new kernel knows nothing.** `NameError: name 'times' is not defined` means: the cell that defines it has not
#   run in this kernel.
#
# **To interrupt** a cell that does not end, press the square in the toolbar (*Kernel → Interrupt Kernel*). The cell
# stops with `KeyboardInterrupt`, and what was computed before it is still there. Try it: add a cell with the `+` in the
# toolbar, type `while True: pass`, run it, stop it, delete it.
#
# **To restart** (*Kernel → Restart Kernel*) is to forget all names. What you have typed stays, for it is in the file and
# not in the kernel; save it with **Ctrl + S** (⌘ S on a Mac).
#
# **After a break** your text is there, and the kernel is new. Click on the exercise that you want to go on with, and
# choose *Run → Run All Above Selected Cell*. Some demonstrations in later notebooks train for up to a minute. To go past
# them, put this into a cell at the top and run it first; `skip_demos(False)` brings them back:
#
# ```python
# from gan_course.lesson import skip_demos
# skip_demos()
# ```

# %% [markdown]
# ## Your machine
#
# The next cell looks at Python, PyTorch and the device the tensors will live on. A line with ✗ or `!` says what to
# do; `gan-course doctor` in a terminal looks further. The course needs no graphics card: every notebook is made to run
# on two processor cores.

# %% tags=["nbval-ignore-output"]
from gan_course.doctor import examine

for finding in examine():
    if finding.subject not in ("notebooks", "your work", "kernel"):  # this notebook is open and runs
        print(finding)

# %% [markdown]
# ## How exercises, checks and hints work
#
# Each exercise has a cell with a function to complete. The line `raise NotImplementedError()` stands where
# your own lines go. Below it is a **check**: run it as often as you like. It answers at once, the verdict first
# (`✓ all 5`, or `✗ 2 of 5`), then line by line:
#
# - `✓` something that must hold does hold,
# - `✗` something is not as it should be: what was seen, a number of yours beside the one wanted, and where to
#   look. Only the first cause is explained, for the others may follow from it,
# - `·` there is nothing to judge: the answer is not written yet, or it was only recorded.
#
# When a check is not enough, open the folded **hints**, one after the other, and think before you open the next.
# They lead to the answer and do not contain it. Nobody counts them, and they cost no points.
#
# **When you are stuck for a quarter of an hour**, stop. Read the first ✗ line and the one below it once more. Print
# what your function returns, and its shape. Try it by hand on two numbers. Then leave the exercise and go on: no
# exercise needs the answer to another one for its points. Come back tomorrow, or ask somebody, and bring the ✗ line
# along. If your own text has become the riddle, `gan-course start --fresh NAME` in a terminal brings the cell of the
# exercise NAME back as it was, and keeps what you wrote in a file beside.
#
# A check knows a few fixed inputs, so it is quick help and no evidence: an answer that is right by accident can be
# green. Your points come from **grading**, which calls your functions with inputs you have not seen, judges what they
# do and says it in the same words. Style, length and layout are yours: any function that does the right thing gets
# the points.
#
# Three things hold in every exercise of the course, unless it says otherwise. What a function is given stays as
# it was: its numbers, and whether it asks for gradients. A second call with the same arguments gives the same
# again, so nothing may be left behind by the first. Half of an exercise's points may hang on either. And what
# the course's library has ready (losses, penalties, attacks, saving) refuses to be an answer to an exercise that
# asks you to write it.

# %% [markdown]
# ## Tensors: a whole batch at once
#
# A *tensor* is a table of numbers with any number of dimensions. Data for learning comes in *batches*: N
# samples of d numbers each make a tensor of *shape* (N, d), one row a sample. The ring above is a tensor of
# shape (500, 2).
#
# The art is to say what happens to the whole batch without a loop over its rows. Two habits do most of it:
#
# - **Broadcasting.** When shapes differ, PyTorch lines them up from the right and repeats the smaller one.
#   `points - centre` with shapes (N, 2) and (2,) subtracts the same centre from every row.
# - **Reducing along a dimension.** `table.sum(dim=1)` adds along dimension 1 and makes it disappear:
#   shape (N, d) becomes (N,). `dim=0` would add the rows together instead.

# %%
table = torch.tensor([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
print("shape        ", tuple(table.shape))
print("sum(dim=1)   ", table.sum(dim=1).tolist(), " one number a row")
print("sum(dim=0)   ", table.sum(dim=0).tolist(), " one number a column")
print("minus (3,)   ", (table - torch.tensor([1.0, 2.0, 3.0])).tolist())

# %% [markdown]
# ### Exercise 1 · How far from the centre?  (3 points, about 6 minutes)
#
# Is a generated point close to a cluster? The answer is a distance, and this course measures many of them.
# For points $x_1, \dots, x_N$ and a centre $c$, each of them $d$ numbers, write the $N$ Euclidean distances
#
# $$ r_i = \lVert x_i - c \rVert = \sqrt{\sum_{j=1}^{d} (x_{ij} - c_j)^2}. $$
#
# *You get* `points`, shape (N, d), and `centre`, shape (d,). *You return* a tensor of shape (N,).
#
# <details><summary>Hint 1</summary>Write it for one point on paper first. Which three operations are there, and in which order?</details>
# <details><summary>Hint 2</summary>Only one of the three removes a dimension. The result has no room for d any more: which dimension goes?</details>


# %% nbgrader={"grade": false, "grade_id": "distances", "locked": false, "schema_version": 3, "solution": true, "task": false}
def distances(points, centre):
    """Return the distance of each row of `points` (N, d) to `centre` (d,), shape (N,)."""
    ### BEGIN SOLUTION
    return (points - centre).pow(2).sum(dim=1).sqrt()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_distances", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
check.distances(distances)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("00_start_here", "distances")
### END HIDDEN TESTS

# %% [markdown]
# With distances you can ask your first question of the data. The clusters of the ring lie on a circle of
# radius 2 around the origin, each with a standard deviation of 0.02. How far from the origin are its points?


# %%
@demo
def distances_from_the_origin():
    r = distances(ring.sample(2000, generator=torch.Generator().manual_seed(1)), torch.zeros(2))
    _, axes = plt.subplots(figsize=(5.5, 2.6), layout="constrained")
    axes.hist(r.numpy(), bins=60, color="#0072B2")
    axes.axvline(2.0, color="#D55E00", lw=1.5)
    axes.set_xlabel("distance from the origin")
    axes.set_ylabel("points")
    plt.show()
    print(f"mean distance {r.mean():.2f}; all within 0.1 of 2: {bool(((r - 2).abs() < 0.1).all())}")


# %% [markdown]
# ## Slopes: what autograd does
#
# Learning means: change a number a little so that things get better. To know in which direction, you need a
# *slope* (a derivative, or for many numbers at once a *gradient*). PyTorch finds it by keeping a record.
#
# 1. Mark the tensor you want slopes for: `x.requires_grad_()`. Such a tensor is called a *leaf*.
# 2. Compute with it. Every result remembers the operation it came from; these memories form the *graph*.
# 3. When one single number `y` has come out, call `y.backward()`. PyTorch walks the graph backwards, applies
#    the chain rule at each operation, and *adds* the slope of `y` to `x.grad`.
#
# For y = x³ at x = 2 the slope is 3x² = 12:

# %%
x = torch.tensor(2.0).requires_grad_()
y = x**3
y.backward()
print("slope of x³ at 2:", x.grad.item())

# %% [markdown]
# `backward()` starts from *one* number. With a batch of N values there is a neat way to one number that
# leaves every slope as it is. Let $y = \sum_i f(x_i)$. The value $f(x_3)$ does not depend on $x_1$, so
#
# $$ \frac{\partial y}{\partial x_1} = f'(x_1), $$
#
# and one backward pass gives all $N$ slopes. Had we taken the mean, each slope would come out $N$ times too
# small. You will meet that $1/N$ again in nearly every loss of this course.
#
# ### Exercise 2 · The slope at many places  (4 points, about 8 minutes)
#
# Write a function that returns the slope of any function at many places, by autograd.
#
# *You get* `function`, which maps a tensor (N, 1) to a tensor (N, 1), each row by itself, and `x`, shape
# (N, 1), which asks for no gradient yet. *You return* $f'(x_i)$ for every row, shape (N, 1). Call `function` at
# `x` itself only: a difference quotient would need other places and would be close, not exact.
#
# <details><summary>Hint 1</summary>The three numbered steps above, in that order. Take a copy of x (<code>clone()</code>) so that the caller's tensor stays as it was.</details>
# <details><summary>Hint 2</summary>After <code>backward()</code>, which attribute of the leaf holds the slopes?</details>


# %% nbgrader={"grade": false, "grade_id": "slope", "locked": false, "schema_version": 3, "solution": true, "task": false}
def slope(function, x):
    """Return the derivative of `function` at each row of `x` (N, 1), shape (N, 1)."""
    ### BEGIN SOLUTION
    leaf = x.clone().requires_grad_()
    function(leaf).sum().backward()
    return leaf.grad
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_slope", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.slope(slope)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("00_start_here", "slope")
### END HIDDEN TESTS

# %% [markdown]
# Here is your function at work on one that this course uses again and again, the *sigmoid*
# $\sigma(x) = 1/(1 + e^{-x})$. It turns any number into one between 0 and 1, which can be read as a probability.
# Look at its slope: far from 0 it is almost flat. Assignment 04 is about what happens to a learner that has to
# climb there.


# %%
@demo
def sigmoid_and_its_slope():
    places = torch.linspace(-8, 8, 161).reshape(-1, 1)
    _, axes = plt.subplots(figsize=(5.5, 2.8), layout="constrained")
    axes.plot(places, torch.sigmoid(places), color="#0072B2", label="σ(x)")
    axes.plot(places, slope(torch.sigmoid, places), color="#D55E00", ls="--", label="slope of σ")
    axes.set_xlabel("x")
    axes.legend(frameon=False)
    plt.show()
    steepest = slope(torch.sigmoid, torch.tensor([[0.0], [6.0]]))
    print(f"slope at 0: {steepest[0].item():.4f}, at 6: {steepest[1].item():.4f}")


# %% [markdown]
# ## Downhill: slopes become learning
#
# A *loss* is a number that says how bad things are. Its gradient points to where it grows fastest, so the
# opposite direction is the best way down, as long as the step is short. *Gradient descent* repeats
#
# $$ x \leftarrow x - \eta\,\nabla L(x), $$
#
# where $L$ is the loss, $\nabla L(x)$ its gradient at $x$ and $\eta$ ("eta") the *learning rate*. Every network in
# this course learns like that, or by a refinement of it, with $x$ being all of its weights.
#
# There is one trap, and it is in step 3 above: `backward()` *adds* to what already lies in `.grad`. A loop
# that does not clear it walks with the sum of all slopes it has ever seen.
#
# ### Exercise 3 · Walk downhill  (4 points, about 10 minutes)
#
# *You get* `loss`, a function that maps a tensor of shape (d,) to one number; `start`, shape (d,), which asks
# for no gradient yet; the learning rate `lr`; and the number of steps. *You return* the point after exactly
# `steps` steps of plain gradient descent, shape (d,), wherever that point lies. Leave `start` itself
# unchanged. This once, write the step yourself, without a ready-made optimiser (one is graded the same, but
# hides what there is to see).
#
# <details><summary>Hint 1</summary>Inside the loop you need the gradient at the point where you are now, not where you began.</details>
# <details><summary>Hint 2</summary>If you make a fresh leaf in every round, there is nothing left over to clear. <code>detach()</code> cuts a tensor off from the graph it came from.</details>


# %% nbgrader={"grade": false, "grade_id": "descend", "locked": false, "schema_version": 3, "solution": true, "task": false}
def descend(loss, start, lr, steps):
    """Return the point after `steps` steps of gradient descent from `start` (d,), shape (d,)."""
    ### BEGIN SOLUTION
    point = start.clone()
    for _ in range(steps):
        leaf = point.detach().requires_grad_()
        loss(leaf).backward()
        point = leaf.detach() - lr * leaf.grad
    return point
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_descend", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
check.descend(descend)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("00_start_here", "descend")
### END HIDDEN TESTS

# %% [markdown]
# Three learning rates on the same long, narrow bowl $L(x) = x_1^2 + 10\,x_2^2$. Its steep direction decides: the
# slope in $x_2$ is $20\,x_2$, so one step turns $x_2$ into $(1 - 20\eta)\,x_2$, and the walk shrinks $x_2$ only while
# $|1 - 20\eta| < 1$, that is $\eta < 0.1$. Just below that it hops from wall to wall; just above, it leaves.


# %%
@demo
def three_learning_rates():
    def bowl(p):
        return p[0] ** 2 + 10 * p[1] ** 2

    _, panels = plt.subplots(1, 3, figsize=(9, 2.9), sharey=True, layout="constrained")
    a, b = torch.meshgrid(torch.linspace(-4, 4, 80), torch.linspace(-2, 2, 80), indexing="xy")
    for lr, axes in zip((0.01, 0.09, 0.105), panels, strict=True):
        start_point = torch.tensor([-3.5, 1.0])
        path = torch.stack([descend(bowl, start_point, lr, k) for k in range(16)]).detach()
        axes.contour(a, b, a**2 + 10 * b**2, levels=12, colors="0.8", linewidths=0.8)
        axes.plot(path[:, 0], path[:, 1], "o-", ms=3, lw=1, color="#0072B2")
        axes.set(title=f"η = {lr:g}", xlabel="x₁", xlim=(-4, 4), ylim=(-2.6, 2.6))
        print(
            f"eta {lr:<5g} loss after 15 steps: {bowl(path[-1]).item():.2f} (at the start {bowl(path[0]).item():.2f})"
        )
    panels[0].set_ylabel("x₂")
    plt.show()


# %% [markdown]
# ## Randomness that repeats
#
# A generator network turns random numbers into samples, and training begins with random weights. So two runs
# of the same code differ, which is fine for art and bad for finding mistakes. Random numbers on a computer
# come from a formula that starts from a *seed*: the same seed gives the same numbers, on the same kind of device
# and with the same version of PyTorch.
#
# `seed_everything(0)` from this course's library (it calls `torch.manual_seed` and its relatives) sets the
# one seed that the whole notebook shares:

# %%
seed_everything(0)
first = torch.randn(3)
seed_everything(0)
second = torch.randn(3)
third = torch.randn(3)
print("same seed, same numbers:", bool(torch.equal(first, second)))
print("drawn on, other numbers:", not bool(torch.equal(second, third)))

# %% [markdown]
# Being shared is also the trouble with it. A function that sets the shared seed *inside* makes everything
# after it repeat too: a training step that seeds itself would draw the same noise in every step, and the
# generator would see the same few points for ever. The clean way is a private source, `torch.Generator`, handed to the
# functions that draw.
#
# ### Exercise 4 · Noise that repeats, in private  (2 points, about 6 minutes)
#
# *You get* a whole number `seed`, and `n` and `dim`. *You return* standard normal numbers of shape
# (n, dim), each drawn by itself, that depend on the seed alone: the same seed gives the same tensor, another
# seed another one. The random numbers everybody else draws from torch must not change.
#
# <details><summary>Hint 1</summary>Look at the first picture of this notebook: the cell above it makes a private source and uses it.</details>
# <details><summary>Hint 2</summary><code>torch.randn</code> takes an argument called <code>generator</code>.</details>


# %% nbgrader={"grade": false, "grade_id": "repeatable_noise", "locked": false, "schema_version": 3, "solution": true, "task": false}
def repeatable_noise(seed, n, dim):
    """Return standard normal noise of shape (n, dim) that depends on `seed` alone."""
    ### BEGIN SOLUTION
    source = torch.Generator().manual_seed(seed)
    return torch.randn(n, dim, generator=source)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_repeatable_noise", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check.repeatable_noise(repeatable_noise)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("00_start_here", "repeatable_noise")
### END HIDDEN TESTS

# %% [markdown]
# ## Handing in
#
# 1. *Kernel → Restart Kernel and Run All Cells.* Code that only works because of a cell you have deleted
#    shows itself now and not later. The notebook must run from top to bottom; it may still have ✗ lines.
# 2. Save, and hand in the `.ipynb` file the way your course asks for: nbgrader's *Submit* button, or an
#    upload. For an upload, `gan-course pack` in a terminal makes one file with a receipt; `gan-course check` shows all
#    checks at once.
#
# You may add cells, helper functions and imports wherever you like. Do not rename the functions, and leave
# the check cells as they are: a copy from your instructor replaces them before grading.
#
# ## In short
#
# - A batch is a tensor with one row a sample; say what happens along which dimension.
# - `backward()` turns one number into slopes of everything that led to it, and adds them to `.grad`.
# - Learning is walking downhill in small steps. The learning rate decides whether you arrive.
# - A seed makes randomness repeat. Seed once at the start, or use a private generator.
#
# **Go further.** PyTorch's own introduction to autograd
# (<https://docs.pytorch.org/tutorials/beginner/blitz/autograd_tutorial.html>), and Baydin et al. (2018), a
# survey of how programs learned to differentiate themselves (<https://arxiv.org/abs/1502.05767>).
#
# ### Question · What is graded?  (1 point)
#
# Where do the points of an exercise come from?
#
# - **a** from the number of ✓ lines its check prints
# - **b** from how close your lines are to the model solution
# - **c** from what your function does when grading calls it with inputs you have not seen
# - **d** from the outputs stored in the notebook you hand in
#
# Put the letter into the variable, in quotes. The check only tells you that the answer was recorded; grading
# tells you whether it is right, and why.
#
# <details><summary>Hint</summary>Read "How exercises, checks and hints work" once more.</details>

# %% nbgrader={"grade": false, "grade_id": "q_what_is_graded", "locked": false, "schema_version": 3, "solution": true, "task": false}
### BEGIN SOLUTION
q_what_is_graded = "c"
### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "test_q_what_is_graded", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
check.q_what_is_graded(q_what_is_graded)
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("00_start_here", "q_what_is_graded")
### END HIDDEN TESTS
