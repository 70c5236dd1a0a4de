# %% correct · letter
q_added_constant = "c"

# %% correct · capital
q_added_constant = "C"

# %% correct · bracket
q_added_constant = "c)"

# %% correct · brackets
q_added_constant = "(c)"

# %% correct · spaces
q_added_constant = " c "

# %% correct · full_stop
q_added_constant = "c."

# %% correct · by_variable
letters = "abcd"
q_added_constant = letters[2]

# %% wrong · says_a · nothing_changes
q_added_constant = "a"

# %% wrong · says_capital_a · nothing_changes
q_added_constant = "A"

# %% wrong · says_b · class_changes
q_added_constant = "b"

# %% wrong · says_capital_b · class_changes
q_added_constant = "B"

# %% wrong · says_d · class_changes
q_added_constant = "d"

# %% wrong · says_capital_d · class_changes
q_added_constant = "D"

# %% wrong · none · unanswered
q_added_constant = None

# %% wrong · list · wrong_type
q_added_constant = ["c"]

# %% wrong · no_such_letter · wrong_type
q_added_constant = "e"

# %% wrong · number · wrong_type
q_added_constant = 3

# %% wrong · empty · wrong_type
q_added_constant = ""
