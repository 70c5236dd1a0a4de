# %% correct · answer_1
q_norm_over_batch = 121

# %% correct · answer_2
q_norm_over_batch = 121.0

# %% correct · answer_3
q_norm_over_batch = (math.sqrt(16 * 9) - 1) ** 2

# %% correct · answer_4
q_norm_over_batch = (4 * 3 - 1) ** 2

# %% correct · answer_5
q_norm_over_batch = (torch.full((16,), 3.0).norm() - 1) ** 2

# %% wrong · norm_only · norm_only
q_norm_over_batch = 12

# %% wrong · norms_added · norms_added
q_norm_over_batch = 47 ** 2

# %% wrong · one_forgotten · one_forgotten
q_norm_over_batch = 144

# %% wrong · other_answer · other_answer
q_norm_over_batch = 100

# %% wrong · right_penalty · right_penalty
q_norm_over_batch = 4

# %% wrong · square_forgotten · square_forgotten
q_norm_over_batch = 11

# %% wrong · squared_norm · squared_norm
q_norm_over_batch = 64

# %% noisy · prints
print('thinking')
q_norm_over_batch = 121

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_norm_over_batch = 121
