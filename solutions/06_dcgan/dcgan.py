# %% [markdown]
# # 06 · DCGAN

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import copy
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn

from gan_course.checks import dcgan as check

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
