# %% correct · right_0
q_accuracy = "b"

# %% correct · right_1
q_accuracy = "B"

# %% correct · right_2
q_accuracy = " (b) "

# %% correct · right_3
q_accuracy = 'b.'

# %% wrong · a · accuracy_is_quality
q_accuracy = "a"

# %% wrong · c · accuracy_must_be_high
q_accuracy = "c"

# %% wrong · d · overfitting
q_accuracy = "d"

# %% wrong · number · wrong_type
q_accuracy = 3

# %% wrong · other · wrong_type
q_accuracy = "e"

# %% wrong · unanswered · unanswered
q_accuracy = None
