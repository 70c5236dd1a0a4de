# %% correct · differences
def nearer_to_training(samples, training, fresh):
    a = (samples[:, None] - training[None]).norm(dim=-1).amin(1)
    b = (samples[:, None] - fresh[None]).norm(dim=-1).amin(1)
    return (a < b).float().mean() + (a == b).float().mean() / 2

# %% correct · sign
def nearer_to_training(samples, training, fresh):
    def nearest(rows):
        return (samples.unsqueeze(1) - rows.unsqueeze(0)).square().sum(2).min(1).values

    return (1 + torch.sign(nearest(fresh) - nearest(training))).mean() / 2

# %% correct · heaviside
def nearer_to_training(samples, training, fresh):
    gap = torch.cdist(samples, fresh, compute_mode="donot_use_mm_for_euclid_dist").amin(1)
    gap = gap - torch.cdist(samples, training, compute_mode="donot_use_mm_for_euclid_dist").amin(1)
    return torch.heaviside(gap, torch.tensor(0.5, dtype=gap.dtype)).mean()

# %% correct · loop
def nearer_to_training(samples, training, fresh):
    score = 0.0
    for x in samples:
        own = min(float((x - t).norm()) for t in training)
        other = min(float((x - f).norm()) for f in fresh)
        score += 1.0 if own < other else 0.5 if own == other else 0.0
    return torch.tensor(score / len(samples))

# %% correct · where
def nearer_to_training(samples, training, fresh):
    own = torch.cdist(samples, training).min(dim=1)[0]
    other = torch.cdist(samples, fresh).min(dim=1)[0]
    points = torch.where(own < other, 1.0, torch.where(own > other, 0.0, 0.5))
    return points.mean()

# %% correct · two_halves
def nearer_to_training(samples, training, fresh):
    own, other = (torch.cdist(samples, rows).topk(1, largest=False).values[:, 0] for rows in (training, fresh))
    return 0.5 * ((own < other).double() + (own <= other).double()).mean()

# %% wrong · fresh_share · turned_round
def nearer_to_training(samples, training, fresh):
    own, other = torch.cdist(samples, training).amin(1), torch.cdist(samples, fresh).amin(1)
    return ((own > other).double() + 0.5 * (own == other).double()).mean()

# %% wrong · ties_lost · ties
def nearer_to_training(samples, training, fresh):
    return (torch.cdist(samples, training).amin(1) < torch.cdist(samples, fresh).amin(1)).double().mean()

# %% wrong · ties_whole · ties
def nearer_to_training(samples, training, fresh):
    return (torch.cdist(samples, training).amin(1) <= torch.cdist(samples, fresh).amin(1)).double().mean()

# %% wrong · along_the_samples · other_dimension
def nearer_to_training(samples, training, fresh):
    own, other = torch.cdist(samples, training).amin(0), torch.cdist(samples, fresh).amin(0)
    return ((own < other).double() + 0.5 * (own == other).double()).mean()

# %% wrong · mean_distance · not_the_nearest
def nearer_to_training(samples, training, fresh):
    own, other = torch.cdist(samples, training).mean(1), torch.cdist(samples, fresh).mean(1)
    return ((own < other).double() + 0.5 * (own == other).double()).mean()

# %% wrong · the_test_of_11 · fresh_to_training
def nearer_to_training(samples, training, fresh):
    g, h = torch.cdist(samples, training).amin(1), torch.cdist(fresh, training).amin(1)
    return (g[:, None] < h[None]).double().mean() + 0.5 * (g[:, None] == h[None]).double().mean()

# %% wrong · every_pair · all_pairs
def nearer_to_training(samples, training, fresh):
    a, b = torch.cdist(samples, training).amin(1), torch.cdist(samples, fresh).amin(1)
    return ((a[:, None] < b[None]).double() + 0.5 * (a[:, None] == b[None]).double()).mean()

# %% wrong · ratio_of_distances · no_share
def nearer_to_training(samples, training, fresh):
    return torch.cdist(samples, training).amin(1).mean() / torch.cdist(samples, fresh).amin(1).mean()

# %% wrong · count · no_share
def nearer_to_training(samples, training, fresh):
    own, other = torch.cdist(samples, training).amin(1), torch.cdist(samples, fresh).amin(1)
    return ((own < other).double() + 0.5 * (own == other).double()).sum()

# %% wrong · found_again · exact_copies
def nearer_to_training(samples, training, fresh):
    return (torch.cdist(samples, training).amin(1) == 0).double().mean()

# %% wrong · one_a_sample · not_one_number
def nearer_to_training(samples, training, fresh):
    own, other = torch.cdist(samples, training).amin(1), torch.cdist(samples, fresh).amin(1)
    return (own < other).double() + 0.5 * (own == other).double()
