# %% [markdown]
# # A small assignment
# Two losses judged by the course's own probes, and one exercise with a plain test cell.

# %%
import torch
import torch.nn.functional as F


# %% nbgrader={"grade": false, "grade_id": "helpers", "locked": true, "schema_version": 3, "solution": false, "task": false}
def real_term(logits):
    return F.softplus(-logits).mean()


# %% [markdown]
# ## Exercise 1 · D's loss (6 points)


# %% nbgrader={"grade": false, "grade_id": "discriminator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def discriminator_loss(real_logits, fake_logits):
    """Return L_D, a scalar."""
    ### BEGIN SOLUTION
    return real_term(real_logits) + F.softplus(fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_discriminator_loss", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
print("a visible check")
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "discriminator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ## Exercise 2 · G's loss (4 points)


# %% nbgrader={"grade": false, "grade_id": "saturating_generator_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def saturating_generator_loss(fake_logits):
    """Return L_G, a scalar."""
    ### BEGIN SOLUTION
    return -F.softplus(fake_logits).mean()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_saturating_generator_loss", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
print("another visible check")
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "saturating_generator_loss")
### END HIDDEN TESTS

# %% [markdown]
# ## Exercise 3 · A plain test cell (2 points)


# %% nbgrader={"grade": false, "grade_id": "double", "locked": false, "schema_version": 3, "solution": true, "task": false}
def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_double", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
assert double(2) == 4
### BEGIN HIDDEN TESTS
assert torch.equal(double(torch.ones(3)), 2 * torch.ones(3))
### END HIDDEN TESTS

# %% [markdown]
# ## Exercise 4 · A generator (5 points)


# %% nbgrader={"grade": false, "grade_id": "make_generator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def make_generator(latent_dim, data_dim, hidden=64):
    """Return a new network from (N, latent_dim) to (N, data_dim)."""
    ### BEGIN SOLUTION
    return torch.nn.Sequential(
        torch.nn.Linear(latent_dim, hidden), torch.nn.Tanh(), torch.nn.Linear(hidden, data_dim)
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_make_generator", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
print("a check of a network")
### BEGIN HIDDEN TESTS
from gan_grading.kernel import probe

probe("03_minimax", "make_generator")
### END HIDDEN TESTS
