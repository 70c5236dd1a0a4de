# %% correct · letter
q_one_sided = "b"

# %% correct · capital
q_one_sided = "B"

# %% correct · bracket
q_one_sided = "b)"

# %% correct · brackets
q_one_sided = "(b)"

# %% correct · spaces
q_one_sided = " b "

# %% correct · full_stop
q_one_sided = "b."

# %% correct · by_variable
letters = "abcd"
q_one_sided = letters[1]

# %% wrong · says_a · wrong_reason
q_one_sided = "a"

# %% wrong · says_capital_a · wrong_reason
q_one_sided = "A"

# %% wrong · says_c · wrong_reason
q_one_sided = "c"

# %% wrong · says_capital_c · wrong_reason
q_one_sided = "C"

# %% wrong · says_d · saturates
q_one_sided = "d"

# %% wrong · says_capital_d · saturates
q_one_sided = "D"

# %% wrong · none · unanswered
q_one_sided = None

# %% wrong · list · wrong_type
q_one_sided = ["b"]

# %% wrong · no_such_letter · wrong_type
q_one_sided = "e"

# %% wrong · number · wrong_type
q_one_sided = 3

# %% wrong · empty · wrong_type
q_one_sided = ""
