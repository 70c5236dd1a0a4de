# %% correct · letter
q_swapped_digits = "c"

# %% correct · capital
q_swapped_digits = "C"

# %% correct · spaces
q_swapped_digits = " c "

# %% correct · variable
answer = "c"
q_swapped_digits = answer

# %% correct · from_a_tuple
q_swapped_digits = ("c",)[0]

# %% correct · by_index
q_swapped_digits = "abcd"[2]

# %% wrong · choice_a · cycle_notices
q_swapped_digits = "a"

# %% wrong · choice_b · judges_notice
q_swapped_digits = "b"

# %% wrong · choice_d · overfitting
q_swapped_digits = "d"

# %% wrong · none · unanswered
q_swapped_digits = None

# %% wrong · number · wrong_type
q_swapped_digits = 2

# %% wrong · two_letters
q_swapped_digits = "ab"

# %% noisy · comment
# after looking at the table
q_swapped_digits = "c"
