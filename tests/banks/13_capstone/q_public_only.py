# %% correct · letter
q_public_only = "b"

# %% correct · capital
q_public_only = "B"

# %% wrong · a_chosen · seed
q_public_only = "a"

# %% wrong · c_chosen · weights
q_public_only = "c"

# %% wrong · d_chosen · batch
q_public_only = "d"
