# %% correct · letter
q_what_figures_say = "c"

# %% correct · capital
q_what_figures_say = "C"

# %% wrong · a_chosen · must_be_a_gan
q_what_figures_say = "a"

# %% wrong · b_chosen · must_copy
q_what_figures_say = "b"

# %% wrong · d_chosen · raise_thresholds
q_what_figures_say = "d"
