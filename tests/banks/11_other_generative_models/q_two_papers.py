# %% correct · bracket
q_two_papers = "d)"

# %% correct · brackets
q_two_papers = "(d)"

# %% correct · by_variable
letters = "abcd"
q_two_papers = letters[3]

# %% correct · capital
q_two_papers = "D"

# %% correct · full_stop
q_two_papers = "d."

# %% correct · letter
q_two_papers = "d"

# %% correct · spaces
q_two_papers = " d "

# %% wrong · empty · wrong_type
q_two_papers = ""

# %% wrong · list · wrong_type
q_two_papers = ["d"]

# %% wrong · no_such_letter · wrong_type
q_two_papers = "e"

# %% wrong · none · unanswered
q_two_papers = None

# %% wrong · number · wrong_type
q_two_papers = 2

# %% wrong · says_a · smaller_is_better
q_two_papers = "a"

# %% wrong · says_capital_a · smaller_is_better
q_two_papers = "A"

# %% wrong · says_b · better_or_memory
q_two_papers = "b"

# %% wrong · says_capital_b · better_or_memory
q_two_papers = "B"

# %% wrong · says_c · larger_is_varied
q_two_papers = "c"

# %% wrong · says_capital_c · larger_is_varied
q_two_papers = "C"

# %% wrong · two_letters · wrong_type
q_two_papers = "d and a"

# %% noisy · prints
print("I think")
q_two_papers = "d"
