# %% correct · decimal
q_blind_discriminator = 0.1

# %% correct · double
q_blind_discriminator = torch.tensor(0.1, dtype=torch.float64)

# %% correct · exact
q_blind_discriminator = __import__("fractions").Fraction(1, 10)

# %% correct · fraction
q_blind_discriminator = 1 / 10

# %% correct · one_over_k
K = 10
q_blind_discriminator = K**-1

# %% correct · share_of_ten
q_blind_discriminator = 1 / len(range(10))

# %% correct · tensor
q_blind_discriminator = torch.tensor(0.1)

# %% wrong · coin · coin
q_blind_discriminator = 0.5

# %% wrong · dots · wrong_type
q_blind_discriminator = ...

# %% wrong · high · other_answer
q_blind_discriminator = 0.95

# %% wrong · list · wrong_type
q_blind_discriminator = [0.1, 0.2]

# %% wrong · never · never_right
q_blind_discriminator = 0

# %% wrong · ninety · other_answer
q_blind_discriminator = 0.9

# %% wrong · none · unanswered
q_blind_discriminator = None

# %% wrong · one_ninth_too_much · other_answer
q_blind_discriminator = 0.25

# %% wrong · percent · out_of_range
q_blind_discriminator = 10

# %% wrong · perfect · g_hears_y_by_itself
q_blind_discriminator = 1.0

# %% wrong · text · wrong_type
q_blind_discriminator = "a tenth"
