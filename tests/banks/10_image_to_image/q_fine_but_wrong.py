# %% correct · letter
q_fine_but_wrong = "b"

# %% correct · capital
q_fine_but_wrong = "B"

# %% correct · spaces
q_fine_but_wrong = " b "

# %% correct · variable
answer = "b"
q_fine_but_wrong = answer

# %% correct · from_a_tuple
q_fine_but_wrong = ("b",)[0]

# %% correct · by_index
q_fine_but_wrong = "abcd"[1]

# %% wrong · choice_a · rate
q_fine_but_wrong = "a"

# %% wrong · choice_c · noise
q_fine_but_wrong = "c"

# %% wrong · choice_d · poor_sketches
q_fine_but_wrong = "d"

# %% wrong · none · unanswered
q_fine_but_wrong = None

# %% wrong · number · wrong_type
q_fine_but_wrong = 1

# %% wrong · two_letters
q_fine_but_wrong = "ab"

# %% noisy · comment
# after looking at the table
q_fine_but_wrong = "b"
