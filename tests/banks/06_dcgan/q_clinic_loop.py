# %% correct · bracket
q_clinic_loop = "b)"

# %% correct · brackets
q_clinic_loop = "(b)"

# %% correct · by_variable
letters = "abcd"
q_clinic_loop = letters[1]

# %% correct · capital
q_clinic_loop = 'B'

# %% correct · full_stop
q_clinic_loop = "b."

# %% correct · letter
q_clinic_loop = "b"

# %% correct · spaces
q_clinic_loop = " b "

# %% wrong · a_sentence · wrong_type
q_clinic_loop = "I think it is b"

# %% wrong · empty · wrong_type
q_clinic_loop = ""

# %% wrong · in_a_list · wrong_type
q_clinic_loop = ["b"]

# %% wrong · no_such_letter · wrong_type
q_clinic_loop = "e"

# %% wrong · none · unanswered
q_clinic_loop = None

# %% wrong · number · wrong_type
q_clinic_loop = 3

# %% wrong · says_a · reused_fakes
q_clinic_loop = "a"

# %% wrong · says_a_in_brackets · reused_fakes
q_clinic_loop = "(a)"

# %% wrong · says_c · unhalved
q_clinic_loop = "c"

# %% wrong · says_c_in_brackets · unhalved
q_clinic_loop = "(c)"

# %% wrong · says_capital_a · reused_fakes
q_clinic_loop = "A"

# %% wrong · says_capital_c · unhalved
q_clinic_loop = "C"

# %% wrong · says_capital_d · gradients_in_d
q_clinic_loop = "D"

# %% wrong · says_d · gradients_in_d
q_clinic_loop = "d"

# %% wrong · says_d_in_brackets · gradients_in_d
q_clinic_loop = "(d)"

# %% wrong · true · wrong_type
q_clinic_loop = True

# %% wrong · two_letters · wrong_type
q_clinic_loop = "a and b"

# %% wrong · word · wrong_type
q_clinic_loop = "all of them"

# %% noisy · prints
print("I think it is b")
q_clinic_loop = "b"
