"""What the workers of one machine have in common, imported once before they are forked from one another.

A worker that starts by itself holds some 300 MB of libraries; one that is forked from a process which has
them shares these pages. Nothing of a class is in them: submissions, keys and seed come to each worker later.
Student processes never descend from here, but from a parent in the sandbox that knows nothing of grading.
"""

from __future__ import annotations

import gc

import torch

import gan_grading.classroom.worker
import gan_grading.nbgrader.engine  # noqa: F401 - what a worker's first submission would import

torch.set_num_threads(1)
layer = torch.nn.Linear(2, 1)
optimizer = torch.optim.Adam(layer.parameters())  # the first one loads half of torch
torch.nn.functional.softplus(layer(torch.ones(3, 2))).mean().backward()
optimizer.step()
gc.collect()
gc.freeze()  # or the first collection in each worker would copy every page
