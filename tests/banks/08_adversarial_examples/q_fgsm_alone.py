# %% correct · bracket
q_fgsm_alone = "d)"

# %% correct · brackets
q_fgsm_alone = "(d)"

# %% correct · by_variable
letters = "abcd"
q_fgsm_alone = letters["abcd".index("d")]

# %% correct · capital
q_fgsm_alone = "D"

# %% correct · full_stop
q_fgsm_alone = "d."

# %% correct · letter
q_fgsm_alone = "d"

# %% correct · spaces
q_fgsm_alone = " d "

# %% wrong · empty · wrong_type
q_fgsm_alone = ""

# %% wrong · list · wrong_type
q_fgsm_alone = ["d"]

# %% wrong · no_such_letter · wrong_type
q_fgsm_alone = "e"

# %% wrong · none · unanswered
q_fgsm_alone = None

# %% wrong · number · wrong_type
q_fgsm_alone = 3

# %% wrong · says_a · fgsm_proves_robustness
q_fgsm_alone = "a"

# %% wrong · says_b · lower_bound
q_fgsm_alone = "b"

# %% wrong · says_c · attack_is_exact
q_fgsm_alone = "c"

# %% wrong · says_capital_a · fgsm_proves_robustness
q_fgsm_alone = "A"

# %% wrong · says_capital_b · lower_bound
q_fgsm_alone = "B"

# %% wrong · says_capital_c · attack_is_exact
q_fgsm_alone = "C"

# %% wrong · two_letters · wrong_type
q_fgsm_alone = "a and b"

# %% noisy · prints
print("I think")
q_fgsm_alone = "d"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_fgsm_alone = "d"
