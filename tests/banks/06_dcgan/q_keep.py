# %% correct · right_0
q_keep = "a"

# %% correct · right_1
q_keep = "A"

# %% correct · right_2
q_keep = " (a) "

# %% correct · right_3
q_keep = 'a.'

# %% wrong · b · weights_only
q_keep = "b"

# %% wrong · c · keeps_d
q_keep = "c"

# %% wrong · d · keeps_data
q_keep = "d"

# %% wrong · number · wrong_type
q_keep = 3

# %% wrong · other · wrong_type
q_keep = "e"

# %% wrong · unanswered · unanswered
q_keep = None
