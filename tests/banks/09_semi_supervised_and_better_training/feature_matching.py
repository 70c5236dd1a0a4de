# %% correct · plain
def feature_matching(real_features, fake_features):
    return (real_features.mean(0) - fake_features.mean(0)).square().sum()

# %% correct · product
def feature_matching(real_features, fake_features):
    gap = fake_features.mean(dim=0) - real_features.mean(dim=0)
    return gap @ gap

# %% correct · real_detached
def feature_matching(real_features, fake_features):
    target = real_features.detach().mean(axis=0)
    return torch.sum((fake_features.mean(axis=0) - target) ** 2)

# %% correct · norm_squared
def feature_matching(real_features, fake_features):
    gap = real_features.mean(0) - fake_features.mean(0)
    return torch.linalg.vector_norm(gap) ** 2

# %% correct · mse_times_a
def feature_matching(real_features, fake_features):
    return F.mse_loss(fake_features.mean(0), real_features.mean(0), reduction="sum")

# %% correct · sums_by_hand
def feature_matching(real_features, fake_features):
    total = 0
    for a in range(real_features.shape[1]):
        real = real_features[:, a].sum() / len(real_features)
        fake = fake_features[:, a].sum() / len(fake_features)
        total = total + (real - fake) ** 2
    return total

# %% correct · einsum
def feature_matching(real_features, fake_features):
    gap = torch.mean(real_features, 0, keepdim=True) - torch.mean(fake_features, 0, keepdim=True)
    return torch.einsum("ia,ia->", gap, gap)

# %% wrong · mse · mean_over_features
def feature_matching(real_features, fake_features):
    return F.mse_loss(fake_features.mean(0), real_features.mean(0))

# %% wrong · length · not_squared
def feature_matching(real_features, fake_features):
    return (real_features.mean(0) - fake_features.mean(0)).norm()

# %% wrong · absolute · absolute_values
def feature_matching(real_features, fake_features):
    return (real_features.mean(0) - fake_features.mean(0)).abs().sum()

# %% wrong · l1_loss · absolute_values
def feature_matching(real_features, fake_features):
    return F.l1_loss(fake_features.mean(0), real_features.mean(0))

# %% wrong · pairs · pair_by_pair
def feature_matching(real_features, fake_features):
    return F.mse_loss(fake_features, real_features)

# %% wrong · pairs_summed · pair_by_pair
def feature_matching(real_features, fake_features):
    return (real_features - fake_features).square().sum(1).mean()

# %% wrong · over_features · wrong_axis
def feature_matching(real_features, fake_features):
    return (real_features.mean(1) - fake_features.mean(1)).square().sum()

# %% wrong · one_mean · wrong_axis
def feature_matching(real_features, fake_features):
    return (real_features.mean() - fake_features.mean()) ** 2

# %% wrong · sums · sums_for_means
def feature_matching(real_features, fake_features):
    return (real_features.sum(0) - fake_features.sum(0)).square().sum()

# %% wrong · squares_first · square_before_mean
def feature_matching(real_features, fake_features):
    return (real_features.square().mean(0) - fake_features.square().mean(0)).sum()

# %% wrong · negative · sign
def feature_matching(real_features, fake_features):
    return -(real_features.mean(0) - fake_features.mean(0)).square().sum()

# %% wrong · each_feature · one_number_per_feature
def feature_matching(real_features, fake_features):
    return (real_features.mean(0) - fake_features.mean(0)) ** 2

# %% wrong · spread_too · more_than_means
def feature_matching(real_features, fake_features):
    mean = (real_features.mean(0) - fake_features.mean(0)).square().sum()
    spread = (real_features.var(0, correction=0) - fake_features.var(0, correction=0)).square().sum()
    return mean + spread

# %% wrong · no_gradient · detached
def feature_matching(real_features, fake_features):
    with torch.no_grad():
        return (real_features.mean(0) - fake_features.mean(0)).square().sum()

# %% wrong · number · becomes_number
def feature_matching(real_features, fake_features):
    return float((real_features.mean(0) - fake_features.mean(0)).square().sum())
