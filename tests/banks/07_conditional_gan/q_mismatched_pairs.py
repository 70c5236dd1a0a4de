# %% correct · blank
q_mismatched_pairs = " b "

# %% correct · bracket
q_mismatched_pairs = "(b)"

# %% correct · built
q_mismatched_pairs = "".join(["b"])

# %% correct · capital
q_mismatched_pairs = "B"

# %% correct · letter
q_mismatched_pairs = "b"

# %% correct · one_bracket
q_mismatched_pairs = "b)"

# %% correct · single_quotes
q_mismatched_pairs = "b"

# %% wrong · empty · wrong_type
q_mismatched_pairs = ""

# %% wrong · letter_a · more_data
q_mismatched_pairs = "a"

# %% wrong · letter_c · trains_g_on_wrong
q_mismatched_pairs = "c"

# %% wrong · letter_d · balances
q_mismatched_pairs = "d"

# %% wrong · list · wrong_type
q_mismatched_pairs = ["b"]

# %% wrong · none · unanswered
q_mismatched_pairs = None

# %% wrong · number · wrong_type
q_mismatched_pairs = 2

# %% wrong · other · wrong_type
q_mismatched_pairs = "e"

# %% wrong · sentence · wrong_type
q_mismatched_pairs = "the mean"

# %% wrong · two · wrong_type
q_mismatched_pairs = "ab"
