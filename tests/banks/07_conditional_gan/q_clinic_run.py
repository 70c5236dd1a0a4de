# %% correct · bracket
q_clinic_run = "c)"

# %% correct · brackets
q_clinic_run = "(c)"

# %% correct · by_variable
letters = "abcd"
q_clinic_run = letters[2]

# %% correct · capital
q_clinic_run = 'C'

# %% correct · full_stop
q_clinic_run = "c."

# %% correct · letter
q_clinic_run = "c"

# %% correct · spaces
q_clinic_run = " c "

# %% wrong · a_sentence · wrong_type
q_clinic_run = "I think it is c"

# %% wrong · empty · wrong_type
q_clinic_run = ""

# %% wrong · in_a_list · wrong_type
q_clinic_run = ["c"]

# %% wrong · no_such_letter · wrong_type
q_clinic_run = "e"

# %% wrong · none · unanswered
q_clinic_run = None

# %% wrong · number · wrong_type
q_clinic_run = 3

# %% wrong · says_a · d_blind
q_clinic_run = "a"

# %% wrong · says_a_in_brackets · d_blind
q_clinic_run = "(a)"

# %% wrong · says_b · one_z
q_clinic_run = "b"

# %% wrong · says_b_in_brackets · one_z
q_clinic_run = "(b)"

# %% wrong · says_capital_a · d_blind
q_clinic_run = "A"

# %% wrong · says_capital_b · one_z
q_clinic_run = "B"

# %% wrong · says_capital_d · random_orders
q_clinic_run = "D"

# %% wrong · says_d · random_orders
q_clinic_run = "d"

# %% wrong · says_d_in_brackets · random_orders
q_clinic_run = "(d)"

# %% wrong · true · wrong_type
q_clinic_run = True

# %% wrong · two_letters · wrong_type
q_clinic_run = "a and b"

# %% wrong · word · wrong_type
q_clinic_run = "all of them"

# %% noisy · prints
print("I think it is c")
q_clinic_run = "c"
