# %% correct · bracket
q_first_term = "c)"

# %% correct · brackets
q_first_term = "(c)"

# %% correct · by_variable
letters = "abcd"
q_first_term = letters[2]

# %% correct · capital
q_first_term = 'C'

# %% correct · full_stop
q_first_term = "c."

# %% correct · letter
q_first_term = "c"

# %% correct · spaces
q_first_term = " c "

# %% wrong · empty · wrong_type
q_first_term = ""

# %% wrong · no_such_letter · wrong_type
q_first_term = "e"

# %% wrong · none · unanswered
q_first_term = None

# %% wrong · number · wrong_type
q_first_term = 3

# %% wrong · says_a · terms_mirror_each_other
q_first_term = "a"

# %% wrong · says_b · real_samples_push_g
q_first_term = "b"

# %% wrong · says_capital_a · terms_mirror_each_other
q_first_term = "A"

# %% wrong · says_capital_b · real_samples_push_g
q_first_term = "B"

# %% wrong · says_capital_d · zero_only_at_equilibrium
q_first_term = "D"

# %% wrong · says_d · zero_only_at_equilibrium
q_first_term = "d"

# %% wrong · two_letters · wrong_type
q_first_term = "a and b"

# %% noisy · prints
print("I think it is c")
q_first_term = "c"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_first_term = "c"
