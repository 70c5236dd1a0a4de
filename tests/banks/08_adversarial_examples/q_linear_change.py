# %% correct · by_exercise
d, m, epsilon = 150_000, 0.05, 0.01
q_linear_change = -(epsilon * d * m)

# %% correct · expression
q_linear_change = -0.01 * 150_000 * 0.05

# %% correct · float
q_linear_change = -75.0

# %% correct · fraction
from fractions import Fraction
q_linear_change = Fraction(-150)/2

# %% correct · number
q_linear_change = -75

# %% correct · numpy
import numpy as np
q_linear_change = np.float32(-75)

# %% correct · tensor
q_linear_change = -0.01 * torch.full((150_000,), 0.05).sum()

# %% wrong · list · wrong_type
q_linear_change = [-75.0, 1.0]

# %% wrong · nan · wrong_type
q_linear_change = float("nan")

# %% wrong · none · unanswered
q_linear_change = None

# %% wrong · off · other_answer
q_linear_change = -1500.0

# %% wrong · one_pixel · other_answer
q_linear_change = -0.01 * 0.05

# %% wrong · positive · sign
q_linear_change = 75

# %% wrong · square_root · as_by_chance
q_linear_change = -0.01 * 0.05 * 150_000 ** 0.5

# %% wrong · text · wrong_type
q_linear_change = "-75"

# %% wrong · truth · wrong_type
q_linear_change = True

# %% wrong · without_epsilon · epsilon_missing
q_linear_change = -150_000 * 0.05

# %% wrong · zero · other_answer
q_linear_change = 0.0

# %% noisy · prints
print(75)
q_linear_change = -75.0

# %% noisy · warns
import warnings
warnings.warn('hm')
q_linear_change = -75.0
