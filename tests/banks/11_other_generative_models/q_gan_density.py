# %% correct · bracket
q_gan_density = "c)"

# %% correct · brackets
q_gan_density = "(c)"

# %% correct · by_variable
letters = "abcd"
q_gan_density = letters[2]

# %% correct · capital
q_gan_density = "C"

# %% correct · full_stop
q_gan_density = "c."

# %% correct · letter
q_gan_density = "c"

# %% correct · spaces
q_gan_density = " c "

# %% wrong · empty · wrong_type
q_gan_density = ""

# %% wrong · list · wrong_type
q_gan_density = ["c"]

# %% wrong · no_such_letter · wrong_type
q_gan_density = "e"

# %% wrong · none · unanswered
q_gan_density = None

# %% wrong · number · wrong_type
q_gan_density = 2

# %% wrong · says_a · discriminator
q_gan_density = "a"

# %% wrong · says_capital_a · discriminator
q_gan_density = "A"

# %% wrong · says_b · density_of_noise
q_gan_density = "b"

# %% wrong · says_capital_b · density_of_noise
q_gan_density = "B"

# %% wrong · says_d · distance
q_gan_density = "d"

# %% wrong · says_capital_d · distance
q_gan_density = "D"

# %% wrong · two_letters · wrong_type
q_gan_density = "c and a"

# %% noisy · prints
print("I think")
q_gan_density = "c"
