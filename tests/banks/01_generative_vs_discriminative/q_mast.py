# %% correct · counts
import torch

q_mast = torch.tensor(90.0) / (90 + 180)

# %% correct · exact
from fractions import Fraction

q_mast = Fraction(1, 3)

# %% correct · fraction
q_mast = 1 / 3

# %% correct · rounded
q_mast = 0.33

# %% wrong · evidence · evidence
q_mast = 0.1 * 0.9 + 0.9 * 0.2

# %% wrong · joint · joint_not_normalised
q_mast = 0.1 * 0.9

# %% wrong · letter · wrong_type
q_mast = "a"

# %% wrong · likelihood · likelihood
q_mast = 0.9

# %% wrong · motorboat · other_kind
q_mast = 0.67

# %% wrong · no_prior · no_prior
q_mast = 0.9 / (0.9 + 0.2)

# %% wrong · odds · odds
q_mast = 0.5

# %% wrong · prior · other_answer
q_mast = 0.1
