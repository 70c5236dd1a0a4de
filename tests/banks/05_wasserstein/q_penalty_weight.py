# %% correct · answer_1
q_penalty_weight = "b"

# %% correct · answer_2
q_penalty_weight = "B"

# %% correct · answer_3
q_penalty_weight = " b "

# %% correct · answer_4
q_penalty_weight = "b."

# %% wrong · larger_is_better · larger_is_better
q_penalty_weight = "c"

# %% wrong · law_of_nature · law_of_nature
q_penalty_weight = "a"

# %% wrong · no_influence · no_influence
q_penalty_weight = "d"

# %% wrong · wrong_type · wrong_type
q_penalty_weight = 2

# %% noisy · prints
print('thinking')
q_penalty_weight = "b"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_penalty_weight = "b"
