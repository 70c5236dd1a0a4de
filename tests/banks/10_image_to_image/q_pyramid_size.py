# %% correct · expression
q_pyramid_size = 32 * 32 + 16 * 16 + 8 * 8

# %% correct · number
q_pyramid_size = 1344

# %% correct · float
q_pyramid_size = 1344.0

# %% correct · comprehension
q_pyramid_size = sum(side**2 for side in (32, 16, 8))

# %% correct · from_tensors
levels = [torch.zeros(32, 32), torch.zeros(16, 16), torch.zeros(8, 8)]
q_pyramid_size = sum(level.numel() for level in levels)

# %% correct · fractions
q_pyramid_size = 1024 * (1 + 1 / 4 + 1 / 16)

# %% correct · tensor
q_pyramid_size = torch.tensor(1344)

# %% wrong · picture · picture_alone
q_pyramid_size = 32 * 32

# %% wrong · details · smallest_missing
q_pyramid_size = 1024 + 256

# %% wrong · down_to_4 · another_level
q_pyramid_size = 32 * 32 + 16 * 16 + 8 * 8 + 4 * 4

# %% wrong · small_details · details_too_small
q_pyramid_size = 16 * 16 + 8 * 8 + 8 * 8

# %% wrong · sides · sides_added
q_pyramid_size = 32 + 16 + 8

# %% wrong · text · wrong_type
q_pyramid_size = "1344"

# %% wrong · none · unanswered
q_pyramid_size = None

# %% wrong · third_more
q_pyramid_size = 1365

# %% noisy · prints
print(32 * 32)
q_pyramid_size = 1344
