# %% correct · differences
def copy_score(generated, training, held_out):
    def nearest(x):
        return (x[:, None] - training[None]).square().sum(-1).min(1).values

    gap = nearest(held_out)[None] - nearest(generated)[:, None]
    return (torch.sign(gap) + 1).mean() / 2

# %% correct · heaviside
def copy_score(generated, training, held_out):
    g = torch.cdist(generated.double(), training.double()).amin(1)
    h = torch.cdist(held_out.double(), training.double()).amin(1)
    return torch.heaviside(h[None] - g[:, None], torch.tensor(0.5, dtype=torch.float64)).mean()

# %% correct · loop
def copy_score(generated, training, held_out):
    def nearest(picture):
        return min(float((picture - t).square().sum()) for t in training)

    theirs = [nearest(h) for h in held_out]
    wins = 0.0
    for g in generated:
        d = nearest(g)
        wins += sum(1.0 if d < other else 0.5 if d == other else 0.0 for other in theirs)
    return torch.tensor(wins / (len(generated) * len(held_out)))

# %% correct · mann_whitney
from scipy.stats import mannwhitneyu


def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values
    h = torch.cdist(held_out, training).min(1).values
    u = mannwhitneyu(h.numpy(), g.numpy()).statistic
    return torch.tensor(u / (len(g) * len(h)))

# %% correct · average_of_both
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(dim=1)[0].unsqueeze(1)
    h = torch.cdist(held_out, training).min(dim=1)[0].unsqueeze(0)
    return ((g < h).float().mean() + (g <= h).float().mean()) / 2

# %% correct · roc_auc
from sklearn.metrics import roc_auc_score


def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).amin(1)
    h = torch.cdist(held_out, training).amin(1)
    labels = [0] * len(g) + [1] * len(h)
    return torch.tensor(roc_auc_score(labels, torch.cat([g, h]).numpy()))

# %% correct · where
def copy_score(generated, training, held_out):
    a = torch.cdist(generated, training).min(1).values.reshape(-1, 1)
    b = torch.cdist(held_out, training).min(1).values.reshape(1, -1)
    score = torch.where(a < b, 1.0, torch.where(a == b, 0.5, 0.0))
    return score.sum() / score.numel()

# %% wrong · other_way · turned_round
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return (g > h).double().mean() + 0.5 * (g == h).double().mean()

# %% wrong · ties_lost · ties
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return (g < h).double().mean()

# %% wrong · ties_won · ties
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return (g <= h).double().mean()

# %% wrong · against_held_out · wrong_set
def copy_score(generated, training, held_out):
    to_training = torch.cdist(generated, training).min(1).values
    to_fresh = torch.cdist(generated, held_out).min(1).values
    return (to_training < to_fresh).double().mean()

# %% wrong · average_distance · not_the_nearest
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).mean(1)[:, None]
    h = torch.cdist(held_out, training).mean(1)[None]
    return (g < h).double().mean() + 0.5 * (g == h).double().mean()

# %% wrong · wrong_dimension · other_dimension
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(0).values[:, None]
    h = torch.cdist(held_out, training).min(0).values[None]
    return (g < h).double().mean() + 0.5 * (g == h).double().mean()

# %% wrong · below_the_mean · not_all_pairs
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values
    h = torch.cdist(held_out, training).min(1).values
    return (g < h.mean()).double().mean()

# %% wrong · exact_copies · no_share
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values
    return (g == 0).double().mean()

# %% wrong · ratio · no_share
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values
    h = torch.cdist(held_out, training).min(1).values
    return g.mean() / h.mean()

# %% wrong · count · no_share
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return (g < h).double().sum() + 0.5 * (g == h).double().sum()

# %% wrong · each_sample · not_one_number
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return (g < h).double().mean(1)

# %% wrong · city_block · other_distance
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training, p=1).min(1).values[:, None]
    h = torch.cdist(held_out, training, p=1).min(1).values[None]
    return (g < h).double().mean() + 0.5 * (g == h).double().mean()

# %% wrong · plain_number · wrong_type
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    return float((g < h).double().mean() + 0.5 * (g == h).double().mean())

# %% noisy · prints
def copy_score(generated, training, held_out):
    g = torch.cdist(generated, training).min(1).values[:, None]
    h = torch.cdist(held_out, training).min(1).values[None]
    print("nearest", float(g.min()))
    return (g < h).double().mean() + 0.5 * (g == h).double().mean()
