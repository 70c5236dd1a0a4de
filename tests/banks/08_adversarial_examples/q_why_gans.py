# %% correct · bracket
q_why_gans = "b)"

# %% correct · brackets
q_why_gans = "(b)"

# %% correct · by_variable
letters = "abcd"
q_why_gans = letters["abcd".index("b")]

# %% correct · capital
q_why_gans = "B"

# %% correct · full_stop
q_why_gans = "b."

# %% correct · letter
q_why_gans = "b"

# %% correct · spaces
q_why_gans = " b "

# %% wrong · empty · wrong_type
q_why_gans = ""

# %% wrong · list · wrong_type
q_why_gans = ["b"]

# %% wrong · no_such_letter · wrong_type
q_why_gans = "e"

# %% wrong · none · unanswered
q_why_gans = None

# %% wrong · number · wrong_type
q_why_gans = 3

# %% wrong · says_a · gans_from_near_linearity
q_why_gans = "a"

# %% wrong · says_c · nonlinearity
q_why_gans = "c"

# %% wrong · says_capital_a · gans_from_near_linearity
q_why_gans = "A"

# %% wrong · says_capital_c · nonlinearity
q_why_gans = "C"

# %% wrong · says_capital_d · gan_makes_the_examples
q_why_gans = "D"

# %% wrong · says_d · gan_makes_the_examples
q_why_gans = "d"

# %% wrong · two_letters · wrong_type
q_why_gans = "a and b"

# %% noisy · prints
print("I think")
q_why_gans = "b"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_why_gans = "b"
