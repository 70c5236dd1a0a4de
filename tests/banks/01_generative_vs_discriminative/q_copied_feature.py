# %% correct · letter
q_copied_feature = "c"

# %% correct · upper
q_copied_feature = " C."

# %% wrong · a · notices_copies
q_copied_feature = "a"

# %% wrong · b · averages
q_copied_feature = "b"

# %% wrong · d · still_normalised
q_copied_feature = "d"

# %% wrong · e · wrong_type
q_copied_feature = "e"

# %% wrong · unanswered · unanswered
q_copied_feature = None
