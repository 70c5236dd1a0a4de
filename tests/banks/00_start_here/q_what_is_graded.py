# %% correct · letter
q_what_is_graded = "c"

# %% correct · upper
q_what_is_graded = "C"

# %% wrong · a · ticks_are_points
q_what_is_graded = "a"

# %% wrong · all · wrong_type
q_what_is_graded = "abcd"

# %% wrong · b · source_is_graded
q_what_is_graded = "b"

# %% wrong · d · outputs_are_graded
q_what_is_graded = "d"

# %% wrong · none · unanswered
q_what_is_graded = None

# %% wrong · number · wrong_type
q_what_is_graded = 3

# %% wrong · other · wrong_type
q_what_is_graded = "e"
