# %% correct · capital
q_infinite_divergence = "B"

# %% correct · letter
q_infinite_divergence = "b"

# %% wrong · a · direction
q_infinite_divergence = "a"

# %% wrong · c · both_infinite
q_infinite_divergence = "c"

# %% wrong · d · js_infinite
q_infinite_divergence = "d"

# %% wrong · number · wrong_type
q_infinite_divergence = 2
