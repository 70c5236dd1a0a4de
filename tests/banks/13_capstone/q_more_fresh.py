# %% correct · fraction
q_more_fresh = 1 / 4

# %% correct · rounded
q_more_fresh = 0.25

# %% wrong · half · still_half
q_more_fresh = 0.5

# %% wrong · other_set · turned_round
q_more_fresh = 0.75

# %% wrong · third · ratio
q_more_fresh = 0.333
