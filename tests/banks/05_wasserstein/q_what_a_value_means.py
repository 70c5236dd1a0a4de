# %% correct · answer_1
q_what_a_value_means = "d"

# %% correct · answer_2
q_what_a_value_means = "D"

# %% correct · answer_3
q_what_a_value_means = "d)"

# %% correct · answer_4
q_what_a_value_means = 'd'

# %% wrong · distance_of_sample · distance_of_sample
q_what_a_value_means = "b"

# %% wrong · logit · logit
q_what_a_value_means = "a"

# %% wrong · sign_is_verdict · sign_is_verdict
q_what_a_value_means = "c"

# %% wrong · unanswered · unanswered
q_what_a_value_means = None

# %% noisy · prints
print('thinking')
q_what_a_value_means = "d"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_what_a_value_means = "d"
