# %% correct · right_0
q_batch_norm = "c"

# %% correct · right_1
q_batch_norm = "C"

# %% correct · right_2
q_batch_norm = " (c) "

# %% correct · right_3
q_batch_norm = 'c.'

# %% wrong · a · everywhere
q_batch_norm = "a"

# %% wrong · b · nowhere
q_batch_norm = "b"

# %% wrong · d · only_output_and_input
q_batch_norm = "d"

# %% wrong · number · wrong_type
q_batch_norm = 3

# %% wrong · other · wrong_type
q_batch_norm = "e"

# %% wrong · unanswered · unanswered
q_batch_norm = None
