# %% correct · bracket
q_too_good = "b)"

# %% correct · brackets
q_too_good = "(b)"

# %% correct · by_variable
letters = "abcd"
q_too_good = letters[1]

# %% correct · capital
q_too_good = "B"

# %% correct · full_stop
q_too_good = "b."

# %% correct · letter
q_too_good = "b"

# %% correct · spaces
q_too_good = " b "

# %% wrong · empty · wrong_type
q_too_good = ""

# %% wrong · list · wrong_type
q_too_good = ["b"]

# %% wrong · no_such_letter · wrong_type
q_too_good = "e"

# %% wrong · none · unanswered
q_too_good = None

# %% wrong · number · wrong_type
q_too_good = 2

# %% wrong · says_a · held_out_seen
q_too_good = "a"

# %% wrong · says_capital_a · held_out_seen
q_too_good = "A"

# %% wrong · says_c · too_small
q_too_good = "c"

# %% wrong · says_capital_c · too_small
q_too_good = "C"

# %% wrong · says_d · levels_forgotten
q_too_good = "d"

# %% wrong · says_capital_d · levels_forgotten
q_too_good = "D"

# %% wrong · two_letters · wrong_type
q_too_good = "b and a"

# %% noisy · prints
print("I think")
q_too_good = "b"
