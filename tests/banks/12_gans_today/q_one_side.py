# %% correct · answer_1
q_one_side = "c"

# %% correct · answer_2
q_one_side = "C"

# %% correct · answer_3
q_one_side = " c "

# %% correct · answer_4
q_one_side = "c."

# %% correct · answer_5
q_one_side = 'c'

# %% correct · answer_6
q_one_side = "(c)".strip("()")

# %% wrong · averages_out · averages_out
q_one_side = "a"

# %% wrong · fewer_kinds · fewer_kinds
q_one_side = "d"

# %% wrong · function · wrong_type
q_one_side = len

# %% wrong · list · wrong_type
q_one_side = ["c"]

# %% wrong · no_slope · no_slope
q_one_side = "b"

# %% wrong · none · unanswered
q_one_side = None

# %% wrong · number · wrong_type
q_one_side = 2

# %% wrong · other_letter · wrong_type
q_one_side = "e"

# %% noisy · prints
print('thinking')
q_one_side = "c"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_one_side = "c"
