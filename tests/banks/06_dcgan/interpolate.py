# %% correct · arange
def interpolate(z_start, z_end, steps):
    t = torch.arange(steps).reshape(steps, 1) / (steps - 1)
    return z_start * (1 - t) + z_end * t

# %% correct · column_of_t
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps).unsqueeze(1)
    return (1 - t) * z_start + t * z_end

# %% correct · cumulative
def interpolate(z_start, z_end, steps):
    step = (z_end - z_start) / (steps - 1)
    moves = torch.cat([z_start[None], step.repeat(steps - 1, 1)])
    return moves.cumsum(dim=0)

# %% correct · double_then_back
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps).double().view(-1, 1)
    z = z_start.double() + t * (z_end - z_start).double()
    return z.to(z_start.dtype)

# %% correct · einsum
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0.0, 1.0, steps)
    w = torch.stack([1 - t, t])
    return torch.einsum('ks,kd->sd', w, torch.stack([z_start, z_end]))

# %% correct · filled_in_place
def interpolate(z_start, z_end, steps):
    z = torch.empty(steps, len(z_start))
    for i, t in enumerate(torch.linspace(0, 1, steps)):
        z[i] = (1 - t) * z_start + t * z_end
    return z

# %% correct · lerp
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return torch.lerp(z_start.expand(steps, -1), z_end.expand(steps, -1), t)

# %% correct · linear_resampling
def interpolate(z_start, z_end, steps):
    ends = torch.stack([z_start, z_end], dim=1).unsqueeze(0)  # (1, latent_dim, 2)
    rows = F.interpolate(ends, size=steps, mode="linear", align_corners=True)
    return rows.squeeze(0).transpose(0, 1)

# %% correct · matmul
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return torch.cat([1 - t, t], dim=1) @ torch.stack([z_start, z_end])

# %% correct · outer
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps, dtype=z_start.dtype)
    return torch.outer(1 - t, z_start) + torch.outer(t, z_end)

# %% correct · per_coordinate
def interpolate(z_start, z_end, steps):
    columns = [torch.linspace(float(a), float(b), steps) for a, b in zip(z_start, z_end)]
    return torch.stack(columns, dim=1)

# %% correct · product_of_matrices
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps, dtype=z_start.dtype, device=z_start.device)
    shares = torch.stack([1 - t, t], dim=1)
    return shares @ torch.stack([z_start, z_end])

# %% correct · stack_in_a_loop
def interpolate(z_start, z_end, steps):
    points = []
    for i in range(steps):
        t = i / (steps - 1)
        points.append(z_start + t * (z_end - z_start))
    return torch.stack(points)

# %% correct · torch_interpolate
def interpolate(z_start, z_end, steps):
    ends = torch.stack([z_start, z_end], dim=1)[None]
    return F.interpolate(ends, size=steps, mode='linear', align_corners=True)[0].T

# %% wrong · broadcast_missing · raises
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)
    return (1 - t) * z_start + t * z_end

# %% wrong · columns · wrong_axis
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)
    return torch.stack([(1 - s) * z_start + s * z_end for s in t], dim=1)

# %% wrong · concatenated · wrong_axis
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)
    return torch.cat([(1 - s) * z_start + s * z_end for s in t])

# %% wrong · difference_turned_round · away_from_end
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return z_start + t * (z_start - z_end)

# %% wrong · eight_points · fixed_steps
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, 8)[:, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · end_missing · end_missing
def interpolate(z_start, z_end, steps):
    t = torch.arange(steps)[:, None] / steps
    return (1 - t) * z_start + t * z_end

# %% wrong · ends_only · wrong_count
def interpolate(z_start, z_end, steps):
    return torch.stack([z_start, z_end])

# %% wrong · extra_axis · wrong_axis
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · in_place · modifies_inputs
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    z_end -= z_start
    return z_start + t * z_end

# %% wrong · keep_the_length · not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps, device=z_start.device)[:, None]
    line = torch.lerp(z_start.expand(steps, -1), z_end.expand(steps, -1), t)
    length = (1 - t) * z_start.norm() + t * z_end.norm()
    return line / line.norm(dim=1, keepdim=True).clamp_min(1e-12) * length

# %% wrong · list_of_points · not_a_tensor
def interpolate(z_start, z_end, steps):
    return [z_start + t * (z_end - z_start) for t in torch.linspace(0, 1, steps)]

# %% wrong · maps_of_one_pixel · wrong_axis
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return ((1 - t) * z_start + t * z_end)[:, :, None, None]

# %% wrong · normalised · unrecognised
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    z = (1 - t) * z_start + t * z_end
    return z / z.norm(dim=1, keepdim=True)

# %% wrong · numpy_array · not_a_tensor
import numpy as np


def interpolate(z_start, z_end, steps):
    return np.linspace(z_start.numpy(), z_end.numpy(), steps)

# %% wrong · one_too_few · wrong_count
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps - 1)[:, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · one_too_many · wrong_count
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps + 1)[:, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · only_between · end_missing
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps + 2)[1:-1, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · pixels_have_centres · not_straight
def interpolate(z_start, z_end, steps):
    ends = torch.stack([z_start, z_end], dim=1)[None]
    return F.interpolate(ends, size=steps, mode="linear", align_corners=False)[0].T

# %% wrong · points_between · wrong_count
def interpolate(z_start, z_end, steps):
    points = [z_start]
    for i in range(1, steps + 1):
        t = i / (steps + 1)
        points.append((1 - t) * z_start + t * z_end)
    points.append(z_end)
    return torch.stack(points)

# %% wrong · random_points · unrecognised
def interpolate(z_start, z_end, steps):
    t = torch.rand(steps, 1).sort(dim=0).values
    return (1 - t) * z_start + t * z_end

# %% wrong · returns_none · wrong_type
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    walk = (1 - t) * z_start + t * z_end

# %% wrong · reversed · reversed
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return t * z_start + (1 - t) * z_end

# %% wrong · smooth_walk · not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps, device=z_start.device)
    t = (t * t * (3 - 2 * t))[:, None]  # starts and stops gently
    return (1 - t) * z_start + t * z_end

# %% wrong · sphere · not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    cos = z_start @ z_end / (z_start.norm() * z_end.norm())
    w = torch.acos(cos.clamp(-1, 1))
    return (torch.sin((1 - t) * w) * z_start + torch.sin(t * w) * z_end) / torch.sin(w)

# %% wrong · squared_t · not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None] ** 2
    return (1 - t) * z_start + t * z_end

# %% wrong · start_missing · end_missing
def interpolate(z_start, z_end, steps):
    t = torch.arange(1, steps + 1)[:, None] / steps
    return (1 - t) * z_start + t * z_end

# %% wrong · start_repeated · end_missing
def interpolate(z_start, z_end, steps):
    return z_start.repeat(steps, 1)

# %% wrong · t_along_coordinates · t_per_coordinate
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, len(z_start))
    return ((1 - t) * z_start + t * z_end).repeat(steps, 1)

# %% wrong · ten_points · fixed_steps
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, 10)[:, None]
    return (1 - t) * z_start + t * z_end

# %% wrong · z_added · weights_not_one
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return z_start + t * z_end

# %% noisy · default_dtype
def interpolate(z_start, z_end, steps):
    torch.set_default_dtype(torch.float64)
    try:
        τ = torch.linspace(0, 1, steps)[:, None]
        return ((1 - τ) * z_start + τ * z_end).float()
    finally:
        torch.set_default_dtype(torch.float32)

# %% noisy · prints
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    for value in t.flatten().tolist():
        print(f"t = {value:.2f}")
    return (1 - t) * z_start + t * z_end
