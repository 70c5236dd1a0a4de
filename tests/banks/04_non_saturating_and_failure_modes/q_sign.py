# %% correct · bracket
q_sign = "(b)"

# %% correct · by_variable
answer = "b"
q_sign = answer

# %% correct · capital
q_sign = "B"

# %% correct · full_stop
q_sign = "b."

# %% correct · letter
q_sign = "b"

# %% correct · spaces
q_sign = "  b "

# %% wrong · empty · wrong_type
q_sign = ""

# %% wrong · no_such_letter · wrong_type
q_sign = "e"

# %% wrong · none · unanswered
q_sign = None

# %% wrong · number · wrong_type
q_sign = 3

# %% wrong · says_a · same_thing
q_sign = "a"

# %% wrong · says_c · becomes_saturating
q_sign = "c"

# %% wrong · says_capital_a · same_thing
q_sign = "A"

# %% wrong · says_capital_c · becomes_saturating
q_sign = "C"

# %% wrong · says_capital_d · cancels
q_sign = "D"

# %% wrong · says_d · cancels
q_sign = "d"

# %% wrong · two_letters · wrong_type
q_sign = "a, b"

# %% noisy · prints
print("…")
q_sign = "b"
