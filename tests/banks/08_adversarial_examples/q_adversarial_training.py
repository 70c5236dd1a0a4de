# %% correct · bracket
q_adversarial_training = "c)"

# %% correct · brackets
q_adversarial_training = "(c)"

# %% correct · by_variable
letters = "abcd"
q_adversarial_training = letters["abcd".index("c")]

# %% correct · capital
q_adversarial_training = "C"

# %% correct · full_stop
q_adversarial_training = "c."

# %% correct · letter
q_adversarial_training = "c"

# %% correct · spaces
q_adversarial_training = " c "

# %% wrong · empty · wrong_type
q_adversarial_training = ""

# %% wrong · list · wrong_type
q_adversarial_training = ["c"]

# %% wrong · no_such_letter · wrong_type
q_adversarial_training = "e"

# %% wrong · none · unanswered
q_adversarial_training = None

# %% wrong · number · wrong_type
q_adversarial_training = 3

# %% wrong · says_a · same_thing
q_adversarial_training = "a"

# %% wrong · says_b · attacker_has_weights
q_adversarial_training = "b"

# %% wrong · says_capital_a · same_thing
q_adversarial_training = "A"

# %% wrong · says_capital_b · attacker_has_weights
q_adversarial_training = "B"

# %% wrong · says_capital_d · exchanged
q_adversarial_training = "D"

# %% wrong · says_d · exchanged
q_adversarial_training = "d"

# %% wrong · two_letters · wrong_type
q_adversarial_training = "a and b"

# %% noisy · prints
print("I think")
q_adversarial_training = "c"

# %% noisy · warns
import warnings

warnings.warn("not sure")
q_adversarial_training = "c"
