# %% correct · bracket
q_clinic_loop = "a)"

# %% correct · brackets
q_clinic_loop = "(a)"

# %% correct · by_variable
letters = "abcd"
q_clinic_loop = letters[0]

# %% correct · capital
q_clinic_loop = 'A'

# %% correct · full_stop
q_clinic_loop = "a."

# %% correct · letter
q_clinic_loop = "a"

# %% correct · spaces
q_clinic_loop = " a "

# %% wrong · a_sentence · wrong_type
q_clinic_loop = "I think it is a"

# %% wrong · empty · wrong_type
q_clinic_loop = ""

# %% wrong · in_a_list · wrong_type
q_clinic_loop = ["a"]

# %% wrong · no_such_letter · wrong_type
q_clinic_loop = "e"

# %% wrong · none · unanswered
q_clinic_loop = None

# %% wrong · number · wrong_type
q_clinic_loop = 3

# %% wrong · says_b · reused_fakes
q_clinic_loop = "b"

# %% wrong · says_b_in_brackets · reused_fakes
q_clinic_loop = "(b)"

# %% wrong · says_c · three_calls
q_clinic_loop = "c"

# %% wrong · says_c_in_brackets · three_calls
q_clinic_loop = "(c)"

# %% wrong · says_capital_b · reused_fakes
q_clinic_loop = "B"

# %% wrong · says_capital_c · three_calls
q_clinic_loop = "C"

# %% wrong · says_capital_d · cleared_early
q_clinic_loop = "D"

# %% wrong · says_d · cleared_early
q_clinic_loop = "d"

# %% wrong · says_d_in_brackets · cleared_early
q_clinic_loop = "(d)"

# %% wrong · true · wrong_type
q_clinic_loop = True

# %% wrong · two_letters · wrong_type
q_clinic_loop = "a and b"

# %% wrong · word · wrong_type
q_clinic_loop = "all of them"

# %% noisy · prints
print("I think it is a")
q_clinic_loop = "a"
