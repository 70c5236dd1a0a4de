# %% correct · bracket
q_two_rules = "(d)"

# %% correct · by_variable
answer = "d"
q_two_rules = answer

# %% correct · capital
q_two_rules = "D"

# %% correct · full_stop
q_two_rules = "d."

# %% correct · letter
q_two_rules = "d"

# %% correct · spaces
q_two_rules = "  d "

# %% wrong · empty · wrong_type
q_two_rules = ""

# %% wrong · no_such_letter · wrong_type
q_two_rules = "e"

# %% wrong · none · unanswered
q_two_rules = None

# %% wrong · number · wrong_type
q_two_rules = 3

# %% wrong · says_a · touched_is_enough
q_two_rules = "a"

# %% wrong · says_b · is_collapse
q_two_rules = "b"

# %% wrong · says_c · contradiction
q_two_rules = "c"

# %% wrong · says_capital_a · touched_is_enough
q_two_rules = "A"

# %% wrong · says_capital_b · is_collapse
q_two_rules = "B"

# %% wrong · says_capital_c · contradiction
q_two_rules = "C"

# %% wrong · two_letters · wrong_type
q_two_rules = "a, b"

# %% noisy · prints
print("…")
q_two_rules = "d"
