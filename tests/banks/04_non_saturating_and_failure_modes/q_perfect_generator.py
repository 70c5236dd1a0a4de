# %% correct · bracket
q_perfect_generator = "(c)"

# %% correct · by_variable
answer = "c"
q_perfect_generator = answer

# %% correct · capital
q_perfect_generator = "C"

# %% correct · full_stop
q_perfect_generator = "c."

# %% correct · letter
q_perfect_generator = "c"

# %% correct · spaces
q_perfect_generator = "  c "

# %% wrong · empty · wrong_type
q_perfect_generator = ""

# %% wrong · no_such_letter · wrong_type
q_perfect_generator = "e"

# %% wrong · none · unanswered
q_perfect_generator = None

# %% wrong · number · wrong_type
q_perfect_generator = 3

# %% wrong · says_a · accuracy_zero
q_perfect_generator = "a"

# %% wrong · says_b · training_rests
q_perfect_generator = "b"

# %% wrong · says_capital_a · accuracy_zero
q_perfect_generator = "A"

# %% wrong · says_capital_b · training_rests
q_perfect_generator = "B"

# %% wrong · says_capital_d · keeps_improving
q_perfect_generator = "D"

# %% wrong · says_d · keeps_improving
q_perfect_generator = "d"

# %% wrong · two_letters · wrong_type
q_perfect_generator = "a, b"

# %% noisy · prints
print("…")
q_perfect_generator = "c"
