# %% correct · blank
q_one_seven = " c "

# %% correct · bracket
q_one_seven = "(c)"

# %% correct · built
q_one_seven = "".join(["c"])

# %% correct · capital
q_one_seven = "C"

# %% correct · letter
q_one_seven = "c"

# %% correct · one_bracket
q_one_seven = "c)"

# %% correct · single_quotes
q_one_seven = "c"

# %% wrong · empty · wrong_type
q_one_seven = ""

# %% wrong · letter_a · accuracy_sees_variety
q_one_seven = "a"

# %% wrong · letter_b · spread_over_all
q_one_seven = "b"

# %% wrong · letter_d · d_sees_variety
q_one_seven = "d"

# %% wrong · list · wrong_type
q_one_seven = ["c"]

# %% wrong · none · unanswered
q_one_seven = None

# %% wrong · number · wrong_type
q_one_seven = 2

# %% wrong · other · wrong_type
q_one_seven = "e"

# %% wrong · sentence · wrong_type
q_one_seven = "the mean"

# %% wrong · two · wrong_type
q_one_seven = "ab"
