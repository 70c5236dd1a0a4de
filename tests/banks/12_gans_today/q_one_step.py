# %% correct · answer_1
q_one_step = "b"

# %% correct · answer_2
q_one_step = "B"

# %% correct · answer_3
q_one_step = " b "

# %% correct · answer_4
q_one_step = "b."

# %% correct · answer_5
q_one_step = 'b'

# %% correct · answer_6
q_one_step = "(b)".strip("()")

# %% wrong · collapsed · collapsed
q_one_step = "c"

# %% wrong · first_step_zero · first_step_zero
q_one_step = "d"

# %% wrong · function · wrong_type
q_one_step = len

# %% wrong · list · wrong_type
q_one_step = ["b"]

# %% wrong · none · unanswered
q_one_step = None

# %% wrong · number · wrong_type
q_one_step = 2

# %% wrong · other_letter · wrong_type
q_one_step = "e"

# %% wrong · small_network · small_network
q_one_step = "a"

# %% noisy · prints
print('thinking')
q_one_step = "b"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_one_step = "b"
