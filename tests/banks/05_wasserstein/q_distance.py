# %% correct · answer_1
q_distance = 2

# %% correct · answer_2
q_distance = 2.0

# %% correct · answer_3
q_distance = 0.5 * 1 + 0.5 * 3

# %% correct · answer_4
q_distance = torch.tensor(2.0)

# %% correct · answer_5
q_distance = (1 + 3) / 2

# %% wrong · js_not_distance · js_not_distance
q_distance = math.log(2)

# %% wrong · masses_forgotten · masses_forgotten
q_distance = 4

# %% wrong · means_only · means_only
q_distance = 1

# %% wrong · other_answer · other_answer
q_distance = 3

# %% wrong · other_answer2 · other_answer
q_distance = 2.5

# %% wrong · squared · squared
q_distance = 5.0

# %% noisy · prints
print('thinking')
q_distance = 2

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_distance = 2
