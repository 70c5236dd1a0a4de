# %% correct · bracket
q_clinic_run = "a)"

# %% correct · brackets
q_clinic_run = "(a)"

# %% correct · by_variable
letters = "abcd"
q_clinic_run = letters[0]

# %% correct · capital
q_clinic_run = 'A'

# %% correct · full_stop
q_clinic_run = "a."

# %% correct · letter
q_clinic_run = "a"

# %% correct · spaces
q_clinic_run = " a "

# %% wrong · a_sentence · wrong_type
q_clinic_run = "I think it is a"

# %% wrong · empty · wrong_type
q_clinic_run = ""

# %% wrong · in_a_list · wrong_type
q_clinic_run = ["a"]

# %% wrong · no_such_letter · wrong_type
q_clinic_run = "e"

# %% wrong · none · unanswered
q_clinic_run = None

# %% wrong · number · wrong_type
q_clinic_run = 3

# %% wrong · says_b · lambda_small
q_clinic_run = "b"

# %% wrong · says_b_in_brackets · lambda_small
q_clinic_run = "(b)"

# %% wrong · says_c · sign_of_g
q_clinic_run = "c"

# %% wrong · says_c_in_brackets · sign_of_g
q_clinic_run = "(c)"

# %% wrong · says_capital_b · lambda_small
q_clinic_run = "B"

# %% wrong · says_capital_c · sign_of_g
q_clinic_run = "C"

# %% wrong · says_capital_d · n_critic
q_clinic_run = "D"

# %% wrong · says_d · n_critic
q_clinic_run = "d"

# %% wrong · says_d_in_brackets · n_critic
q_clinic_run = "(d)"

# %% wrong · true · wrong_type
q_clinic_run = True

# %% wrong · two_letters · wrong_type
q_clinic_run = "a and b"

# %% wrong · word · wrong_type
q_clinic_run = "all of them"

# %% noisy · prints
print("I think it is a")
q_clinic_run = "a"
