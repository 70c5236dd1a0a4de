# %% correct · as_sum
from math import log

q_value_at_equilibrium = log(0.5) + log(1 - 0.5)

# %% correct · integrated
p = torch.full((100,), 0.01)
q_value_at_equilibrium = float((p * torch.log(torch.tensor(0.5))).sum() * 2)

# %% correct · logarithm
import math

q_value_at_equilibrium = -math.log(4)

# %% correct · numpy_float32
import numpy as np

q_value_at_equilibrium = np.float32(-1.3863)

# %% correct · rounded
q_value_at_equilibrium = -1.386

# %% correct · tensor
q_value_at_equilibrium = -torch.log(torch.tensor(4.0))

# %% correct · twice_log_half
import numpy as np

q_value_at_equilibrium = 2 * np.log(1 / 2)

# %% correct · two_digits
q_value_at_equilibrium = -1.39

# %% wrong · log10 · wrong_base
import math

q_value_at_equilibrium = -math.log10(4)

# %% wrong · log2 · wrong_base
import math

q_value_at_equilibrium = -math.log2(4)

# %% wrong · minus_infinity · other_answer
q_value_at_equilibrium = float("-inf")

# %% wrong · none · unanswered
q_value_at_equilibrium = None

# %% wrong · one_term · one_term
q_value_at_equilibrium = -0.693

# %% wrong · one_term_positive · one_term
import math

q_value_at_equilibrium = math.log(2)

# %% wrong · probability · probability_not_value
q_value_at_equilibrium = 0.5

# %% wrong · sign · sign
q_value_at_equilibrium = 1.386

# %% wrong · stub · not_defined
raise NotImplementedError()

# %% wrong · text · wrong_type
q_value_at_equilibrium = "-log 4"

# %% wrong · zero · other_answer
q_value_at_equilibrium = 0.0

# %% noisy · umlaut
from math import log

hälfte = 1 / 2  # D überall ½
q_value_at_equilibrium = log(hälfte) + log(hälfte)

# %% noisy · warns
import math
import warnings

warnings.warn('logarithms ahead')
print('−log 4 =', -math.log(4))
q_value_at_equilibrium = -math.log(4)
