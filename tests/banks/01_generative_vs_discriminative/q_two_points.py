# %% correct · expression
import math

q_two_points = math.sqrt(8 * math.log(2) / 3)

# %% correct · rounded
q_two_points = 1.36

# %% correct · tensor
import torch

q_two_points = torch.tensor(2.0).log().mul(8 / 3).sqrt()

# %% wrong · double · half_misplaced
q_two_points = 1.92

# %% wrong · half · half_misplaced
q_two_points = 0.96

# %% wrong · halfway · halfway
q_two_points = 1.5

# %% wrong · negative · other_answer
q_two_points = -1.36

# %% wrong · square · not_rooted
q_two_points = 1.85

# %% wrong · zero · other_answer
q_two_points = 0.0
