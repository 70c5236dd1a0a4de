# %% correct · answer_1
q_without_constraint = "c"

# %% correct · answer_2
q_without_constraint = "C"

# %% correct · answer_3
q_without_constraint = " c."

# %% correct · answer_4
q_without_constraint = "(c)"

# %% wrong · bounded_like_probability · bounded_like_probability
q_without_constraint = "d"

# %% wrong · converges_anyway · converges_anyway
q_without_constraint = "a"

# %% wrong · goes_to_zero · goes_to_zero
q_without_constraint = "b"

# %% wrong · other_answer · wrong_type
q_without_constraint = "e"

# %% noisy · prints
print('thinking')
q_without_constraint = "c"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_without_constraint = "c"
