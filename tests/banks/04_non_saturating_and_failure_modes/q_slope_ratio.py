# %% correct · expression
q_slope_ratio = math.exp(4)

# %% correct · from_slopes
s = torch.sigmoid(torch.tensor(-4.0))
q_slope_ratio = (1 - s) / s

# %% correct · numpy
import numpy as np

q_slope_ratio = np.exp(4.0)

# %% correct · one_decimal
q_slope_ratio = 54.6

# %% correct · own_function
first, second = generator_slopes(torch.tensor([-4.0]))
q_slope_ratio = float(second / first)

# %% correct · rounded
q_slope_ratio = 55

# %% wrong · at_minus_six · other_answer
q_slope_ratio = 400

# %% wrong · inverted · inverted
q_slope_ratio = math.exp(-4)

# %% wrong · logit · no_exponential
q_slope_ratio = 4

# %% wrong · negative · other_answer
q_slope_ratio = -54.6

# %% wrong · none · unanswered
q_slope_ratio = None

# %% wrong · not_a_number · wrong_type
q_slope_ratio = float("nan")

# %% wrong · one_slope · one_slope
q_slope_ratio = 1 / (1 + math.exp(-4))

# %% wrong · text · wrong_type
q_slope_ratio = "e^4"

# %% noisy · prints
q_slope_ratio = math.e**4
print("≈", q_slope_ratio)
