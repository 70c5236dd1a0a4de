# %% correct · bracket
q_clinic_loop = "d)"

# %% correct · brackets
q_clinic_loop = "(d)"

# %% correct · by_variable
letters = "abcd"
q_clinic_loop = letters[3]

# %% correct · capital
q_clinic_loop = 'D'

# %% correct · full_stop
q_clinic_loop = "d."

# %% correct · letter
q_clinic_loop = "d"

# %% correct · spaces
q_clinic_loop = " d "

# %% wrong · a_sentence · wrong_type
q_clinic_loop = "I think it is d"

# %% wrong · empty · wrong_type
q_clinic_loop = ""

# %% wrong · in_a_list · wrong_type
q_clinic_loop = ["d"]

# %% wrong · no_such_letter · wrong_type
q_clinic_loop = "e"

# %% wrong · none · unanswered
q_clinic_loop = None

# %% wrong · number · wrong_type
q_clinic_loop = 3

# %% wrong · says_a · loss_of_d
q_clinic_loop = "a"

# %% wrong · says_a_in_brackets · loss_of_d
q_clinic_loop = "(a)"

# %% wrong · says_b · saturating
q_clinic_loop = "b"

# %% wrong · says_b_in_brackets · saturating
q_clinic_loop = "(b)"

# %% wrong · says_c · order
q_clinic_loop = "c"

# %% wrong · says_c_in_brackets · order
q_clinic_loop = "(c)"

# %% wrong · says_capital_a · loss_of_d
q_clinic_loop = "A"

# %% wrong · says_capital_b · saturating
q_clinic_loop = "B"

# %% wrong · says_capital_c · order
q_clinic_loop = "C"

# %% wrong · true · wrong_type
q_clinic_loop = True

# %% wrong · two_letters · wrong_type
q_clinic_loop = "a and b"

# %% wrong · word · wrong_type
q_clinic_loop = "all of them"

# %% noisy · prints
print("I think it is d")
q_clinic_loop = "d"
