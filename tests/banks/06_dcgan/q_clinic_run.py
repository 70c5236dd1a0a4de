# %% correct · bracket
q_clinic_run = "b)"

# %% correct · brackets
q_clinic_run = "(b)"

# %% correct · by_variable
letters = "abcd"
q_clinic_run = letters[1]

# %% correct · capital
q_clinic_run = 'B'

# %% correct · full_stop
q_clinic_run = "b."

# %% correct · letter
q_clinic_run = "b"

# %% correct · spaces
q_clinic_run = " b "

# %% wrong · a_sentence · wrong_type
q_clinic_run = "I think it is b"

# %% wrong · empty · wrong_type
q_clinic_run = ""

# %% wrong · in_a_list · wrong_type
q_clinic_run = ["b"]

# %% wrong · no_such_letter · wrong_type
q_clinic_run = "e"

# %% wrong · none · unanswered
q_clinic_run = None

# %% wrong · number · wrong_type
q_clinic_run = 3

# %% wrong · says_a · weights_too_large
q_clinic_run = "a"

# %% wrong · says_a_in_brackets · weights_too_large
q_clinic_run = "(a)"

# %% wrong · says_c · batch_norm_at_the_end
q_clinic_run = "c"

# %% wrong · says_c_in_brackets · batch_norm_at_the_end
q_clinic_run = "(c)"

# %% wrong · says_capital_a · weights_too_large
q_clinic_run = "A"

# %% wrong · says_capital_c · batch_norm_at_the_end
q_clinic_run = "C"

# %% wrong · says_capital_d · d_too_fast
q_clinic_run = "D"

# %% wrong · says_d · d_too_fast
q_clinic_run = "d"

# %% wrong · says_d_in_brackets · d_too_fast
q_clinic_run = "(d)"

# %% wrong · true · wrong_type
q_clinic_run = True

# %% wrong · two_letters · wrong_type
q_clinic_run = "a and b"

# %% wrong · word · wrong_type
q_clinic_run = "all of them"

# %% noisy · prints
print("I think it is b")
q_clinic_run = "b"
