# %% correct · letter
q_score_limits = "d"

# %% correct · capital
q_score_limits = "D"

# %% correct · bracket
q_score_limits = "d)"

# %% correct · brackets
q_score_limits = "(d)"

# %% correct · spaces
q_score_limits = " d "

# %% correct · full_stop
q_score_limits = "d."

# %% correct · by_variable
letters = "abcd"
q_score_limits = letters[3]

# %% wrong · says_a · trusts_the_score
q_score_limits = "a"

# %% wrong · says_capital_a · trusts_the_score
q_score_limits = "A"

# %% wrong · says_b · trusts_the_score
q_score_limits = "b"

# %% wrong · says_capital_b · trusts_the_score
q_score_limits = "B"

# %% wrong · says_c · sees_classes
q_score_limits = "c"

# %% wrong · says_capital_c · sees_classes
q_score_limits = "C"

# %% wrong · none · unanswered
q_score_limits = None

# %% wrong · list · wrong_type
q_score_limits = ["d"]

# %% wrong · no_such_letter · wrong_type
q_score_limits = "e"

# %% wrong · number · wrong_type
q_score_limits = 3

# %% wrong · empty · wrong_type
q_score_limits = ""
