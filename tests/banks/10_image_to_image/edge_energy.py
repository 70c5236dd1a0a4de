# %% correct · slices
def edge_energy(x):
    a = (x[..., 1:] - x[..., :-1]).abs().mean((1, 2, 3))
    b = (x[..., 1:, :] - x[..., :-1, :]).abs().mean((1, 2, 3))
    return a + b

# %% correct · diff
def edge_energy(x):
    return x.diff(dim=2).abs().flatten(1).mean(1) + x.diff(dim=3).abs().flatten(1).mean(1)

# %% correct · divided_by_hand
def edge_energy(x):
    n, _, h, w = x.shape
    across = torch.abs(x[:, 0, :, 1:] - x[:, 0, :, :-1]).sum((1, 2)) / (h * (w - 1))
    down = torch.abs(x[:, 0, 1:] - x[:, 0, :-1]).sum((1, 2)) / ((h - 1) * w)
    return across + down

# %% correct · convolutions
def edge_energy(x):
    across = F.conv2d(x, torch.tensor([[[[-1.0, 1.0]]]]))
    down = F.conv2d(x, torch.tensor([[[[-1.0], [1.0]]]]))
    return across.abs().mean((1, 2, 3)) + down.abs().mean((1, 2, 3))

# %% correct · loops
def edge_energy(x):
    energies = []
    for picture in x[:, 0]:
        e = 0.0
        for p in (picture, picture.T):
            e = e + (p[1:] - p[:-1]).abs().mean()
        energies.append(e)
    return torch.stack(energies)

# %% correct · l1_loss
def edge_energy(x):
    a = F.l1_loss(x[..., 1:], x[..., :-1], reduction="none").flatten(1).mean(-1)
    b = F.l1_loss(x[:, :, 1:], x[:, :, :-1], reduction="none").flatten(1).mean(-1)
    return b + a

# %% correct · larger_minus_smaller
def edge_energy(x):
    out = 0
    for dim in (2, 3):
        a, b = x.narrow(dim, 1, x.shape[dim] - 1), x.narrow(dim, 0, x.shape[dim] - 1)
        out = out + (torch.maximum(a, b) - torch.minimum(a, b)).mean(dim=[1, 2, 3])
    return out

# %% wrong · across_only · one_direction
def edge_energy(x):
    return (x[..., 1:] - x[..., :-1]).abs().mean((1, 2, 3))

# %% wrong · down_only · one_direction
def edge_energy(x):
    return x.diff(dim=2).abs().mean((1, 2, 3))

# %% wrong · same_direction_twice
def edge_energy(x):
    return x.diff(dim=3).abs().mean((1, 2, 3)) + x.diff(dim=-1).abs().mean((1, 2, 3))

# %% wrong · no_absolute · sign_kept
def edge_energy(x):
    return x.diff(dim=2).mean((1, 2, 3)) + x.diff(dim=3).mean((1, 2, 3))

# %% wrong · absolute_last · sign_kept
def edge_energy(x):
    return x.diff(dim=2).mean((1, 2, 3)).abs() + x.diff(dim=3).mean((1, 2, 3)).abs()

# %% wrong · squares · squared
def edge_energy(x):
    return x.diff(dim=2).square().mean((1, 2, 3)) + x.diff(dim=3).square().mean((1, 2, 3))

# %% wrong · half · averaged_directions
def edge_energy(x):
    return (x.diff(dim=2).abs().mean((1, 2, 3)) + x.diff(dim=3).abs().mean((1, 2, 3))) / 2

# %% wrong · all_pairs_together · averaged_directions
def edge_energy(x):
    d = torch.cat([x.diff(dim=2).abs().flatten(1), x.diff(dim=3).abs().flatten(1)], 1)
    return d.mean(1)

# %% wrong · sums · summed
def edge_energy(x):
    return x.diff(dim=2).abs().sum((1, 2, 3)) + x.diff(dim=3).abs().sum((1, 2, 3))

# %% wrong · over_all_pixels · summed
def edge_energy(x):
    h, w = x.shape[2:]
    return (x.diff(dim=2).abs().sum((1, 2, 3)) + x.diff(dim=3).abs().sum((1, 2, 3))) / (h * w)

# %% wrong · one_number · one_for_all
def edge_energy(x):
    return x.diff(dim=2).abs().mean() + x.diff(dim=3).abs().mean()

# %% wrong · rolled · wrapped
def edge_energy(x):
    return (x.roll(1, 2) - x).abs().mean((1, 2, 3)) + (x.roll(1, 3) - x).abs().mean((1, 2, 3))

# %% wrong · length_of_slope · squared
def edge_energy(x):
    a, b = x[..., :-1, 1:] - x[..., :-1, :-1], x[..., 1:, :-1] - x[..., :-1, :-1]
    return (a ** 2 + b ** 2).sqrt().mean((1, 2, 3))

# %% wrong · flattened_first · wrong_dimension
def edge_energy(x):
    flat = x.flatten(1)
    return (flat[:, 1:] - flat[:, :-1]).abs().mean(1)

# %% wrong · corners_left_out
def edge_energy(x):
    a = (x[..., :-1, 1:] - x[..., :-1, :-1]).abs()
    b = (x[..., 1:, :-1] - x[..., :-1, :-1]).abs()
    return (a + b).mean((1, 2, 3))

# %% wrong · two_apart
def edge_energy(x):
    a = (x[..., 2:] - x[..., :-2]).abs().mean((1, 2, 3)) if x.shape[3] > 2 else 0
    b = (x[:, :, 2:] - x[:, :, :-2]).abs().mean((1, 2, 3)) if x.shape[2] > 2 else 0
    return torch.as_tensor(a + b).float()

# %% wrong · kept_dimensions · extra_dimensions
def edge_energy(x):
    return x.diff(dim=2).abs().mean((1, 2, 3), keepdim=True) + x.diff(dim=3).abs().mean((1, 2, 3), keepdim=True)

# %% wrong · column · extra_dimensions
def edge_energy(x):
    return (x.diff(dim=2).abs().mean((2, 3)) + x.diff(dim=3).abs().mean((2, 3)))

# %% wrong · list · wrong_type
def edge_energy(x):
    return [float(p.diff(dim=1).abs().mean() + p.diff(dim=2).abs().mean()) for p in x]

# %% wrong · largest_step
def edge_energy(x):
    return x.diff(dim=2).abs().flatten(1).amax(1) + x.diff(dim=3).abs().flatten(1).amax(1)

# %% noisy · plots
def edge_energy(x):
    across, down = x.diff(dim=3).abs(), x.diff(dim=2).abs()
    print(f"steepest step {float(across.max()):.2f}")
    return across.mean((1, 2, 3)) + down.mean((1, 2, 3))
