# %% correct · counted
q_condition_weights = torch.empty(256, 10).numel()

# %% correct · difference
q_condition_weights = sum(p.numel() for p in nn.Linear(26, 256).parameters()) - sum(
    p.numel() for p in nn.Linear(16, 256).parameters()
)

# %% correct · floating
q_condition_weights = 2560.0

# %% correct · number
q_condition_weights = 2560

# %% correct · product
q_condition_weights = 10 * 256

# %% correct · tensor
q_condition_weights = torch.tensor(2560)

# %% wrong · all · counts_z
q_condition_weights = 26 * 256

# %% wrong · bias · counts_bias
q_condition_weights = 2816

# %% wrong · columns · columns_only
q_condition_weights = 10

# %% wrong · none · unanswered
q_condition_weights = None

# %% wrong · one_class · one_column
q_condition_weights = 256

# %% wrong · sixteen · other_answer
q_condition_weights = 16 * 256

# %% wrong · sixteen_ten · other_answer
q_condition_weights = 160

# %% wrong · squared · other_answer
q_condition_weights = 256 * 256

# %% wrong · sum · other_answer
q_condition_weights = 266

# %% wrong · text · wrong_type
q_condition_weights = "many"

# %% wrong · zero · other_answer
q_condition_weights = 0
