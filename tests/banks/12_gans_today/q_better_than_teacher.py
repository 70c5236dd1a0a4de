# %% correct · answer_1
q_better_than_teacher = "d"

# %% correct · answer_2
q_better_than_teacher = "D"

# %% correct · answer_3
q_better_than_teacher = " d "

# %% correct · answer_4
q_better_than_teacher = "d."

# %% correct · answer_5
q_better_than_teacher = 'd'

# %% correct · answer_6
q_better_than_teacher = "(d)".strip("()")

# %% wrong · averages_errors · averages_errors
q_better_than_teacher = "b"

# %% wrong · fewer_steps · fewer_steps
q_better_than_teacher = "c"

# %% wrong · function · wrong_type
q_better_than_teacher = len

# %% wrong · list · wrong_type
q_better_than_teacher = ["d"]

# %% wrong · never_better · never_better
q_better_than_teacher = "a"

# %% wrong · none · unanswered
q_better_than_teacher = None

# %% wrong · number · wrong_type
q_better_than_teacher = 2

# %% wrong · other_letter · wrong_type
q_better_than_teacher = "e"

# %% noisy · prints
print('thinking')
q_better_than_teacher = "d"

# %% noisy · warns
import warnings

warnings.warn('sure?')
q_better_than_teacher = "d"
