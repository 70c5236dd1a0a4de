# %% correct · bracket
q_phase_one = "b)"

# %% correct · brackets
q_phase_one = "(b)"

# %% correct · by_variable
letters = "abcd"
q_phase_one = letters[1]

# %% correct · capital
q_phase_one = 'B'

# %% correct · full_stop
q_phase_one = "b."

# %% correct · letter
q_phase_one = "b"

# %% correct · spaces
q_phase_one = " b "

# %% wrong · empty · wrong_type
q_phase_one = ""

# %% wrong · no_such_letter · wrong_type
q_phase_one = "e"

# %% wrong · none · unanswered
q_phase_one = None

# %% wrong · number · wrong_type
q_phase_one = 3

# %% wrong · says_a · no_backpropagation
q_phase_one = "a"

# %% wrong · says_c · g_makes_no_samples
q_phase_one = "c"

# %% wrong · says_capital_a · no_backpropagation
q_phase_one = "A"

# %% wrong · says_capital_c · g_makes_no_samples
q_phase_one = "C"

# %% wrong · says_capital_d · both_move
q_phase_one = "D"

# %% wrong · says_d · both_move
q_phase_one = "d"

# %% wrong · two_letters · wrong_type
q_phase_one = "a and b"

# %% noisy · prints
print("I think it is b")
q_phase_one = "b"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_phase_one = "b"
