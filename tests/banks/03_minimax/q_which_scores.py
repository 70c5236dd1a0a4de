# %% correct · bracket
q_which_scores = "c)"

# %% correct · brackets
q_which_scores = "(c)"

# %% correct · by_variable
letters = "abcd"
q_which_scores = letters[2]

# %% correct · capital
q_which_scores = 'C'

# %% correct · full_stop
q_which_scores = "c."

# %% correct · letter
q_which_scores = "c"

# %% correct · spaces
q_which_scores = " c "

# %% wrong · empty · wrong_type
q_which_scores = ""

# %% wrong · no_such_letter · wrong_type
q_which_scores = "e"

# %% wrong · none · unanswered
q_which_scores = None

# %% wrong · number · wrong_type
q_which_scores = 3

# %% wrong · says_a · d_is_a_density
q_which_scores = "a"

# %% wrong · says_b · g_reads_pictures
q_which_scores = "b"

# %% wrong · says_capital_a · d_is_a_density
q_which_scores = "A"

# %% wrong · says_capital_b · g_reads_pictures
q_which_scores = "B"

# %% wrong · says_capital_d · never_a_density
q_which_scores = "D"

# %% wrong · says_d · never_a_density
q_which_scores = "d"

# %% wrong · two_letters · wrong_type
q_which_scores = "a and b"

# %% noisy · prints
print("I think it is c")
q_which_scores = "c"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_which_scores = "c"
