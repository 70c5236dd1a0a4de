# %% correct · appended_width
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    width = torch.cat([points.diff(), torch.zeros(1)])
    return (gap.abs() * width).sum()

# %% correct · cumsum
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% correct · dot
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return torch.dot(gap.abs(), points[1:] - points[:-1])

# %% correct · double_loop
def wasserstein_weighted(x, y, x_weights, y_weights):
    points = sorted(x.double().tolist() + y.double().tolist())
    total = torch.zeros((), dtype=torch.float64)
    for low, high in zip(points, points[1:]):
        f = x_weights.double()[x.double() <= low].sum()
        g = y_weights.double()[y.double() <= low].sum()
        total = total + (high - low) * (f - g).abs()
    return total

# %% correct · from_the_right
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort(descending=True)
    mass = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return -(mass.abs()[:-1] * points.diff()).sum()

# %% correct · gather
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.sort(torch.cat((x, y)), stable=True)
    signed = torch.gather(torch.cat((x_weights, y_weights.neg())), 0, order)
    return F.l1_loss(signed.cumsum(0)[:-1] * points.diff(), torch.zeros(len(points) - 1), reduction='sum')

# %% correct · linear_programme
def wasserstein_weighted(x, y, x_weights, y_weights):
    from scipy.optimize import linprog
    n, m = len(x), len(y)
    cost = (x[:, None] - y).abs().double().flatten().numpy()
    rows = torch.zeros(n + m, n * m, dtype=torch.float64)
    for i in range(n):
        rows[i, i * m:(i + 1) * m] = 1
    for j in range(m):
        rows[n + j, j::m] = 1
    p, q = x_weights.double(), y_weights.double()
    mass = torch.cat([p / p.sum(), q / q.sum()]).numpy()
    return torch.tensor(linprog(cost, A_eq=rows[:-1].numpy(), b_eq=mass[:-1]).fun)

# %% correct · numpy
def wasserstein_weighted(x, y, x_weights, y_weights):
    import numpy as np
    p = np.concatenate([x.numpy(), y.numpy()])
    w = np.concatenate([x_weights.numpy(), -y_weights.numpy()])
    o = np.argsort(p, kind='stable')
    return torch.as_tensor((np.abs(np.cumsum(w[o]))[:-1] * np.diff(p[o])).sum())

# %% correct · scipy
def wasserstein_weighted(x, y, x_weights, y_weights):
    from scipy.stats import wasserstein_distance
    value = wasserstein_distance(x.numpy(), y.numpy(), x_weights.numpy(), y_weights.numpy())
    return torch.tensor(value)

# %% correct · searchsorted
def wasserstein_weighted(x, y, x_weights, y_weights):
    sx, i = x.sort()
    sy, j = y.sort()
    zero = torch.zeros(1)
    fx = torch.cat([zero, x_weights[i].cumsum(0)])
    fy = torch.cat([zero, y_weights[j].cumsum(0)])
    t = torch.cat([x, y]).sort().values
    f = fx[torch.searchsorted(sx, t[:-1], right=True)]
    g = fy[torch.searchsorted(sy, t[:-1], right=True)]
    return torch.sum(torch.abs(f - g) * torch.diff(t))

# %% correct · two_pointers
def wasserstein_weighted(x, y, x_weights, y_weights):
    a = sorted(zip(x.tolist(), x_weights.tolist()))
    b = sorted(zip(y.tolist(), y_weights.tolist()))
    i = j = 0
    work = 0.0
    left, right = a[0][1], b[0][1]
    while True:
        mass = min(left, right)
        work += mass * abs(a[i][0] - b[j][0])
        left -= mass
        right -= mass
        if left <= 1e-12:
            i += 1
            if i == len(a):
                break
            left = a[i][1]
        if right <= 1e-12:
            j += 1
            if j == len(b):
                break
            right = b[j][1]
    return torch.tensor(work)

# %% correct · two_staircases
def wasserstein_weighted(x, y, x_weights, y_weights):
    t = torch.cat([x, y]).sort().values
    F_ = (x_weights * (x[None, :] <= t[:, None])).sum(1)
    G_ = (y_weights * (y[None, :] <= t[:, None])).sum(1)
    return ((F_ - G_).abs()[:-1] * t.diff()).sum()

# %% wrong · abs_forgotten · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap * points.diff()).sum()

# %% wrong · abs_outside · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap * points.diff()).sum().abs()

# %% wrong · all_pairs · all_pairs
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights[:, None] * y_weights * (x[:, None] - y).abs()).sum()

# %% wrong · cramer · another_distance
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap ** 2 * points.diff()).sum().sqrt()

# %% wrong · cumsum_first · unrecognised
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights.cumsum(0), -y_weights.cumsum(0)])[order][:-1]
    return (gap.abs() * points.diff()).sum()

# %% wrong · first_left_out · shifted_gap
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap[1:].abs() * points.diff()[1:]).sum()

# %% wrong · half · wrong_factor
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum() / 2

# %% wrong · kolmogorov · another_distance
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return gap.abs().max()

# %% wrong · masses_added · masses_added
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([x_weights, y_weights])[order].cumsum(0)[:-1]
    return (mass.abs() * points.diff()).sum()

# %% wrong · mean_area · widths_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).mean()

# %% wrong · mean_gap · widths_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return gap.abs().mean()

# %% wrong · means · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    return ((x * x_weights).sum() - (y * y_weights).sum()).abs()

# %% wrong · nearest · nearest_neighbour
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights * (x[:, None] - y).abs().min(1).values).sum()

# %% wrong · negates_in_place · modifies_inputs
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    y_weights.neg_()
    gap = torch.cat([x_weights, y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% wrong · no_widths · widths_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return gap.abs().sum()

# %% wrong · number · wrong_type
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return float((gap.abs() * points.diff()).sum())

# %% wrong · off_by_one · shifted_gap
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return (gap[1:].abs() * points.diff()).sum()

# %% wrong · per_length · another_distance
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum() / (points[-1] - points[0])

# %% wrong · points_not_sorted · not_sorted
def wasserstein_weighted(x, y, x_weights, y_weights):
    points = torch.cat([x, y])
    gap = torch.cat([x_weights, -y_weights]).cumsum(0)[:-1]
    return (gap.abs() * points.diff().abs()).sum()

# %% wrong · points_not_sorted_signed · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points = torch.cat([x, y])
    gap = torch.cat([x_weights, -y_weights]).cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% wrong · relu · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.relu() * points.diff()).sum()

# %% wrong · rescales_single · equal_sizes_only
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum() * len(x) / len(y)

# %% wrong · same_order_pairs · partners_weighted
def wasserstein_weighted(x, y, x_weights, y_weights):
    return (x_weights * (x.sort().values - y.sort().values).abs()).sum()

# %% wrong · sorted_pairs · partners_weighted
def wasserstein_weighted(x, y, x_weights, y_weights):
    a, i = x.sort()
    b, j = y.sort()
    return (x_weights[i] * a - y_weights[j] * b).abs().sum()

# %% wrong · squared · another_distance
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap ** 2 * points.diff()).sum()

# %% wrong · weights_ignored · weights_ignored
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([torch.full_like(x, 1 / len(x)), torch.full_like(y, -1 / len(y))])[order]
    return (mass.cumsum(0)[:-1].abs() * points.diff()).sum()

# %% wrong · weights_not_sorted · weights_left_behind
def wasserstein_weighted(x, y, x_weights, y_weights):
    points = torch.cat([x, y]).sort().values
    gap = torch.cat([x_weights, -y_weights]).cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% wrong · x_and_y_sorted_alone · weights_left_behind
def wasserstein_weighted(x, y, x_weights, y_weights):
    x, y = x.sort().values, y.sort().values
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum()

# %% wrong · y_even · one_set_of_weights
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    mass = torch.cat([x_weights, torch.full_like(y, -1 / len(y))])[order]
    return (mass.cumsum(0)[:-1].abs() * points.diff()).sum()

# %% noisy · logs
import logging
def wasserstein_weighted(x, y, x_weights, y_weights):
    logging.warning('%d and %d points', len(x), len(y))
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    print(gap)
    return (gap.abs() * points.diff()).sum()

# %% noisy · plots
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    figure, ax = plt.subplots()
    ax.step(points[:-1], gap)
    plt.close(figure)
    return (gap.abs() * points.diff()).sum()

# %% wrong · minus_in_place · modifies_inputs
def wasserstein_weighted(x, y, x_weights, y_weights):
    values, order = torch.cat([x, y]).sort()
    jumps = torch.cat([x_weights, y_weights.neg_()])[order]
    return (jumps.cumsum(0)[:-1].abs() * values.diff()).sum()

# %% wrong · trapezoids · slanted_steps
def wasserstein_weighted(x, y, x_weights, y_weights):
    values, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return torch.trapezoid(gap.abs(), values)

# %% wrong · one_rectangle_off · shifted_gap
def wasserstein_weighted(x, y, x_weights, y_weights):
    values, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return (gap[1:].abs() * values.diff()).sum()

# %% wrong · fine_grid · too_coarse
def wasserstein_weighted(x, y, x_weights, y_weights):
    both = torch.cat([x, y])
    t = torch.linspace(float(both.min()), float(both.max()), 1000, dtype=x.dtype)
    f = (x_weights * (x <= t[:, None])).sum(1)
    g = (y_weights * (y <= t[:, None])).sum(1)
    return (f - g).abs().sum() * (t[1] - t[0])

# %% wrong · weights_left_behind · weights_left_behind
def wasserstein_weighted(x, y, x_weights, y_weights):
    values = torch.cat([x, y]).sort().values
    gap = torch.cat([x_weights, -y_weights]).cumsum(0)
    return (gap[:-1].abs() * values.diff()).sum()

# %% wrong · abs_at_the_end · size_forgotten
def wasserstein_weighted(x, y, x_weights, y_weights):
    values, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)
    return (gap[:-1] * values.diff()).sum().abs()

# %% wrong · searched_unsorted · unrecognised
def wasserstein_weighted(x, y, x_weights, y_weights):
    values = torch.cat([x, y]).sort().values

    def below(points, weights):
        mass = torch.cat([weights.new_zeros(1), weights.cumsum(0)])
        return mass[torch.searchsorted(points.contiguous(), values[:-1].contiguous(), right=True)]

    return ((below(x, x_weights) - below(y, y_weights)).abs() * values.diff()).sum()

# %% wrong · merged_points · coinciding_points
def wasserstein_weighted(x, y, x_weights, y_weights):
    heap = {}
    for point, weight in zip(x.tolist(), x_weights.tolist()):
        heap[point] = weight
    for point, weight in zip(y.tolist(), y_weights.tolist()):
        heap[point] = heap.get(point, 0.0) - weight
    places = sorted(heap)
    total, gap = 0.0, 0.0
    for here, there in zip(places, places[1:]):
        gap += heap[here]
        total += abs(gap) * (there - here)
    return torch.tensor(total, dtype=x.dtype)

# %% correct · two_staircases_by_comparison
def wasserstein_weighted(x, y, x_weights, y_weights):
    t = torch.cat((x, y)).msort()

    def stairs(points, weights):
        return torch.where(points[None, :] <= t[:-1, None], weights[None, :], 0.0).sum(dim=1)

    return torch.dot((stairs(x, x_weights) - stairs(y, y_weights)).abs(), t.diff())

# %% correct · searchsorted_too
def wasserstein_weighted(x, y, x_weights, y_weights):
    t = torch.sort(torch.cat([x, y]))[0]
    heights = []
    for points, weights in ((x, x_weights), (y, y_weights)):
        ordered, order = torch.sort(points)
        mass = F.pad(torch.cumsum(weights[order], dim=0), (1, 0))
        heights.append(mass[torch.searchsorted(ordered, t[:-1].contiguous(), right=True)])
    return torch.sum(torch.abs(heights[0] - heights[1]) * (t[1:] - t[:-1]))

# %% correct · shovel_by_shovel
def wasserstein_weighted(x, y, x_weights, y_weights):
    left = sorted(zip(x.tolist(), x_weights.tolist()))
    right = sorted(zip(y.tolist(), y_weights.tolist()))
    i = j = 0
    have, need, work = left[0][1], right[0][1], 0.0
    while True:
        mass = min(have, need)
        work += mass * abs(left[i][0] - right[j][0])
        have, need = have - mass, need - mass
        if have <= need:
            i += 1
            if i == len(left):
                break
            have += left[i][1]
        else:
            j += 1
            if j == len(right):
                break
            need += right[j][1]
    return torch.tensor(work, dtype=x.dtype)

# %% wrong · distance_bounded
def wasserstein_weighted(x, y, x_weights, y_weights):
    points, order = torch.cat([x, y]).sort()
    gap = torch.cat([x_weights, -y_weights])[order].cumsum(0)[:-1]
    return (gap.abs() * points.diff()).sum().clamp(max=20.0)
