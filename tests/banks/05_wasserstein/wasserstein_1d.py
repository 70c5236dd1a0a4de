# %% correct · area_between_staircases
def wasserstein_1d(x, y):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([torch.ones_like(x), -torch.ones_like(y)]) / len(x)
    gap = mass[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% correct · argsort
def wasserstein_1d(x, y):
    a = x[torch.argsort(x)]
    b = y[torch.argsort(y)]
    return torch.mean(torch.abs(a - b))

# %% correct · column_sort
def wasserstein_1d(x, y):
    a = x.reshape(-1, 1).sort(dim=0).values
    b = y.reshape(-1, 1).sort(dim=0).values
    return (a - b).abs().mean()

# %% correct · descending_both
def wasserstein_1d(x, y):
    a, _ = torch.sort(x, descending=True)
    b, _ = torch.sort(y, descending=True)
    return torch.sum((a - b).abs()) / x.shape[0]

# %% correct · double
def wasserstein_1d(x, y):
    a, b = x.double().sort().values, y.double().sort().values
    return (a - b).abs().mean()

# %% correct · l1_loss
def wasserstein_1d(x, y):
    return F.l1_loss(torch.sort(x)[0], torch.sort(y)[0])

# %% correct · loop
def wasserstein_1d(x, y):
    pairs = zip(sorted(x), sorted(y))
    total = 0.0
    for a, b in pairs:
        total = total + abs(a - b)
    return total / len(x)

# %% correct · msort_relu
def wasserstein_1d(x, y):
    gap = torch.msort(x) - torch.msort(y)
    return (torch.relu(gap) + torch.relu(-gap)).mean()

# %% correct · numpy_order
def wasserstein_1d(x, y):
    import numpy as np
    i = np.argsort(x.detach().numpy())
    j = np.argsort(y.detach().numpy())
    return (x[torch.as_tensor(i)] - y[torch.as_tensor(j)]).abs().mean()

# %% correct · quantiles
def wasserstein_1d(x, y):
    q = torch.linspace(0, 1, len(x)) if len(x) > 1 else torch.zeros(1)
    return (torch.quantile(x, q) - torch.quantile(y, q)).abs().mean()

# %% correct · sort_method
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().mean()

# %% correct · stacked
def wasserstein_1d(x, y):
    both = torch.stack([x, y]).sort(dim=1).values
    return both.diff(dim=0).abs().mean()

# %% correct · topk
def wasserstein_1d(x, y):
    n = x.numel()
    return torch.norm(torch.topk(x, n).values - torch.topk(y, n).values, p=1) / n

# %% wrong · abs_outside · difference_of_means
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).mean().abs()

# %% wrong · absolute_values_sorted · sizes_sorted
def wasserstein_1d(x, y):
    return (x.abs().sort().values - y.abs().sort().values).abs().mean()

# %% wrong · all_pairs · all_pairs
def wasserstein_1d(x, y):
    return (x[:, None] - y[None, :]).abs().mean()

# %% wrong · as_they_came · not_sorted
def wasserstein_1d(x, y):
    return (x - y).abs().mean()

# %% wrong · both_lengths · wrong_factor
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().sum() / (len(x) + len(y))

# %% wrong · cdist · all_pairs
def wasserstein_1d(x, y):
    return torch.cdist(x[:, None], y[:, None], p=1).mean()

# %% wrong · chamfer · nearest_neighbour
def wasserstein_1d(x, y):
    d = (x[:, None] - y[None, :]).abs()
    return (d.min(1).values.mean() + d.min(0).values.mean()) / 2

# %% wrong · divides_by_four · fixed_batch_size
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().sum() / 4

# %% wrong · drops_last
def wasserstein_1d(x, y):
    a, b = x.sort().values, y.sort().values
    return (a[:-1] - b[:-1]).abs().mean()

# %% wrong · energy · all_pairs
def wasserstein_1d(x, y):
    d = lambda a, b: (a[:, None] - b).abs().mean()
    return 2 * d(x, y) - d(x, x) - d(y, y)

# %% wrong · forgets_abs · difference_of_means
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).mean()

# %% wrong · half · wrong_factor
def wasserstein_1d(x, y):
    return 0.5 * (x.sort().values - y.sort().values).abs().mean()

# %% wrong · half_detached · one_side_detached
def wasserstein_1d(x, y):
    return (x.sort().values - y.detach().sort().values).abs().mean()

# %% wrong · histogram · becomes_number
def wasserstein_1d(x, y):
    low, high = float(min(x.min(), y.min())), float(max(x.max(), y.max()))
    p = torch.histc(x.detach(), 50, low, high) / len(x)
    q = torch.histc(y.detach(), 50, low, high) / len(y)
    return float(((p - q).cumsum(0).abs()).sum() * (high - low) / 50)

# %% wrong · item · becomes_number
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().mean().item()

# %% wrong · longest · longest_way
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().max()

# %% wrong · means · difference_of_means
def wasserstein_1d(x, y):
    return (x.mean() - y.mean()).abs()

# %% wrong · median · longest_way
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().median()

# %% wrong · mse · squared
def wasserstein_1d(x, y):
    return F.mse_loss(x.sort().values, y.sort().values)

# %% wrong · n_minus_one · fixed_batch_size
def wasserstein_1d(x, y):
    n = len(x)
    return (x.sort().values - y.sort().values).abs().sum() / max(n - 1, 1)

# %% wrong · nearest · nearest_neighbour
def wasserstein_1d(x, y):
    return (x[:, None] - y[None, :]).abs().min(dim=1).values.mean()

# %% wrong · negative · wrong_factor
def wasserstein_1d(x, y):
    return -(x.sort().values - y.sort().values).abs().mean()

# %% wrong · no_reduction · summed
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs()

# %% wrong · none · wrong_type
def wasserstein_1d(x, y):
    value = (x.sort().values - y.sort().values).abs().mean()

# %% wrong · norm · squared
def wasserstein_1d(x, y):
    return torch.norm(x.sort().values - y.sort().values)

# %% wrong · one_order_for_both · not_sorted
def wasserstein_1d(x, y):
    order = x.argsort()
    return (x[order] - y[order]).abs().mean()

# %% wrong · only_x_sorted · not_sorted
def wasserstein_1d(x, y):
    return (x.sort().values - y).abs().mean()

# %% wrong · only_y_sorted · not_sorted
def wasserstein_1d(x, y):
    return (x - y.sort().values).abs().mean()

# %% wrong · opposite_orders · worst_matching
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort(descending=True).values).abs().mean()

# %% wrong · rebuilt · detached
def wasserstein_1d(x, y):
    value = (x.sort().values - y.sort().values).abs().mean()
    return torch.tensor(value.item())

# %% wrong · root · squared
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().mean().sqrt()

# %% wrong · scipy · becomes_number
def wasserstein_1d(x, y):
    from scipy.stats import wasserstein_distance
    return wasserstein_distance(x.detach().numpy(), y.detach().numpy())

# %% wrong · sorts_in_place · modifies_inputs
def wasserstein_1d(x, y):
    with torch.no_grad():
        i, j = x.argsort(), y.argsort()
        x.copy_(x[i].clone())
        y.copy_(y[j].clone())
    return (x - y).abs().mean()

# %% wrong · sum · summed
def wasserstein_1d(x, y):
    return (x.sort().values - y.sort().values).abs().sum()

# %% wrong · unique · repeats_lost
def wasserstein_1d(x, y):
    once = lambda t: torch.stack([v for _, v in sorted({float(v): v for v in t}.items())])
    a, b = once(x), once(y)
    n = min(len(a), len(b))
    return (a[:n] - b[:n]).abs().mean()

# %% wrong · w2 · squared
def wasserstein_1d(x, y):
    return ((x.sort().values - y.sort().values) ** 2).mean().sqrt()

# %% noisy · größe
def wasserstein_1d(x, y):
    größe = len(x)  # Anzahl
    δ = x.sort().values - y.sort().values
    plt.plot(δ.detach())
    plt.close('all')
    return δ.abs().sum() / größe

# %% noisy · warns_and_prints
import warnings
def wasserstein_1d(x, y):
    warnings.warn('sorting')
    print('n =', len(x))
    return (x.sort().values - y.sort().values).abs().mean()

# %% wrong · sorted_in_place · modifies_inputs
def wasserstein_1d(x, y):
    x.data.copy_(x.detach().sort().values)
    y.data.copy_(y.detach().sort().values)
    return (x - y).abs().mean()

# %% wrong · smooth_l1 · smoothed
def wasserstein_1d(x, y):
    return F.smooth_l1_loss(x.sort().values, y.sort().values)

# %% wrong · fixed_partners · one_side_detached
def wasserstein_1d(x, y):
    target = y.detach().sort().values
    return F.l1_loss(x.sort().values, target)

# %% wrong · hundred_quantiles · unrecognised
def wasserstein_1d(x, y):
    levels = torch.linspace(0, 1, 101, dtype=x.dtype)
    return (x.quantile(levels) - y.quantile(levels)).abs().mean()

# %% wrong · nearest_partner · nearest_neighbour
def wasserstein_1d(x, y):
    table = (x[:, None] - y[None, :]).abs()
    return (table.min(dim=1).values.mean() + table.min(dim=0).values.mean()) / 2

# %% wrong · order_of_x_for_both · not_sorted
def wasserstein_1d(x, y):
    order = x.argsort()
    return (x[order] - y[order]).abs().mean()

# %% wrong · root_mean_square · squared
def wasserstein_1d(x, y):
    return F.mse_loss(x.msort(), y.msort()).sqrt()

# %% correct · topk_too
def wasserstein_1d(x, y):
    n = len(x)
    return torch.dist(torch.topk(x, n).values, torch.topk(y, n).values, p=1) / n

# %% correct · one_by_one
def wasserstein_1d(x, y):
    xs = sorted(x.unbind(), key=float)
    ys = sorted(y.unbind(), key=float)
    return sum((a - b).abs() for a, b in zip(xs, ys)) / len(xs)

# %% correct · best_plan
def wasserstein_1d(x, y):
    from scipy.optimize import linear_sum_assignment

    table = (x[:, None] - y[None, :]).abs()
    rows, columns = linear_sum_assignment(table.detach().numpy())
    return table[torch.as_tensor(rows), torch.as_tensor(columns)].mean()
