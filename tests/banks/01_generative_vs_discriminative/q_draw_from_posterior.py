# %% correct · bracket
q_draw_from_posterior = "(B)"

# %% correct · letter
q_draw_from_posterior = "b"

# %% wrong · a · p_x_missing
q_draw_from_posterior = "a"

# %% wrong · c · priors_enough
q_draw_from_posterior = "c"

# %% wrong · d · not_about_exactness
q_draw_from_posterior = "d"

# %% wrong · no · wrong_type
q_draw_from_posterior = False
