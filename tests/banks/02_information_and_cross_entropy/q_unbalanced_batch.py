# %% correct · expression
q_unbalanced_batch = -2 * (0.25 * 0.2 + 0.75 * 0.6)

# %% correct · number
q_unbalanced_batch = -1.0

# %% correct · whole
q_unbalanced_batch = -1

# %% wrong · no_factor · factor_missing
q_unbalanced_batch = 0.5

# %% wrong · other · other_answer
q_unbalanced_batch = -0.4

# %% wrong · sign · sign
q_unbalanced_batch = 1.0

# %% wrong · value · value_itself
q_unbalanced_batch = -0.2 - 0.6
