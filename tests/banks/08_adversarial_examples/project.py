# %% correct · clamp_twice
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high)

# %% correct · clone_in_place
def project(candidate, x, epsilon, low=0.0, high=1.0):
    out = candidate.clone()
    out.clamp_(x - epsilon, x + epsilon)
    return out.clamp_(low, high)

# %% correct · difference
def project(candidate, x, epsilon, low=0.0, high=1.0):
    delta = (candidate - x).clamp(-epsilon, epsilon)
    return (x + delta).clamp(low, high)

# %% correct · double
def project(candidate, x, epsilon, low=0.0, high=1.0):
    c, z = candidate.double(), x.double()
    return torch.min(torch.max(c, z - epsilon), z + epsilon).clamp(low, high).to(x.dtype)

# %% correct · hardtanh
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return F.hardtanh(x + F.hardtanh(candidate - x, -epsilon, epsilon), low, high)

# %% correct · joint_bounds
def project(candidate, x, epsilon, low=0.0, high=1.0):
    lower = (x - epsilon).clamp(min=low)
    upper = (x + epsilon).clamp(max=high)
    return torch.clamp(candidate, lower, upper)

# %% correct · loop
def project(candidate, x, epsilon, low=0.0, high=1.0):
    out = torch.empty_like(x)
    flat = out.reshape(-1)
    for i, (c, o) in enumerate(zip(candidate.reshape(-1).tolist(), x.reshape(-1).tolist())):
        flat[i] = min(max(c, o - epsilon, low), o + epsilon, high)
    return flat.reshape(x.shape)

# %% correct · median
def project(candidate, x, epsilon, low=0.0, high=1.0):
    box = torch.stack([candidate, x - epsilon, x + epsilon]).median(dim=0).values
    return box.clip(low, high)

# %% correct · middle_of_three
def project(candidate, x, epsilon, low=0.0, high=1.0):
    lower, upper = (x - epsilon).clamp(min=low), (x + epsilon).clamp(max=high)
    return torch.stack([lower, candidate, upper]).median(dim=0).values

# %% correct · range_first
def project(candidate, x, epsilon, low=0.0, high=1.0):
    inside = candidate.clamp(low, high)
    return torch.maximum(torch.minimum(inside, x + epsilon), x - epsilon)

# %% correct · walls_by_where
def project(candidate, x, epsilon, low=0.0, high=1.0):
    def stop(value, floor, ceiling):
        value = torch.where(value < floor, floor, value)
        return torch.where(value > ceiling, ceiling, value)

    inside = stop(candidate, x - epsilon, x + epsilon)
    return stop(inside, torch.full_like(x, low), torch.full_like(x, high))

# %% correct · where
def project(candidate, x, epsilon, low=0.0, high=1.0):
    lo = torch.maximum(x - epsilon, torch.full_like(x, low))
    hi = torch.minimum(x + epsilon, torch.full_like(x, high))
    out = torch.where(candidate < lo, lo, candidate)
    return torch.where(out > hi, hi, out)

# %% wrong · around_candidate · wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x.clamp(candidate - epsilon, candidate + epsilon).clamp(low, high)

# %% wrong · around_zero · wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(-epsilon, epsilon).clamp(low, high)

# %% wrong · back_to_the_start · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    inside = (candidate - x).abs() <= epsilon
    return torch.where(inside, candidate, x).clamp(low, high)

# %% wrong · back_to_x · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return torch.where((candidate - x).abs() > epsilon, x, candidate).clamp(low, high)

# %% wrong · bounds_exchanged · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x + epsilon, x - epsilon).clamp(low, high)

# %% wrong · box_of_the_candidate · wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return torch.clamp(x, candidate - epsilon, candidate + epsilon).clamp(low, high)

# %% wrong · change_only · perturbation_only
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (candidate - x).clamp(-epsilon, epsilon)

# %% wrong · corner · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + epsilon * (candidate - x).sign()).clamp(low, high)

# %% wrong · flattened · wrong_type
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high).flatten()

# %% wrong · half_box · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon / 2, x + epsilon / 2).clamp(low, high)

# %% wrong · in_place · modifies_inputs
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp_(x - epsilon, x + epsilon).clamp_(low, high)

# %% wrong · in_place_too · modifies_inputs
def project(candidate, x, epsilon, low=0.0, high=1.0):
    candidate.clamp_(min=x - epsilon, max=x + epsilon)
    return candidate.clamp_(low, high)

# %% wrong · lower_range_only · fixed_range
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(min=low)

# %% wrong · mean_box · wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    m = x.mean()
    return candidate.clamp(float(m - epsilon), float(m + epsilon)).clamp(low, high)

# %% wrong · no_box · no_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(low, high)

# %% wrong · no_range · no_clamp
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon)

# %% wrong · numpy · wrong_type
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high).numpy()

# %% wrong · only_maximum · no_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return torch.maximum(candidate, x - epsilon).clamp(low, high)

# %% wrong · other_difference · mirrored
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + (x - candidate).clamp(-epsilon, epsilon)).clamp(low, high)

# %% wrong · plus_candidate · wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (candidate + (candidate - x).clamp(-epsilon, epsilon)).clamp(low, high)

# %% wrong · range_before_box_around_clamped · shifted_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    c = x.clamp(low + epsilon, high - epsilon)
    return candidate.clamp(c - epsilon, c + epsilon)

# %% wrong · range_on_change · clamped_change
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x + (candidate - x).clamp(-epsilon, epsilon).clamp(low, high)

# %% wrong · returns_candidate · no_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate

# %% wrong · returns_x · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x

# %% wrong · round_ball · round_ball
def project(candidate, x, epsilon, low=0.0, high=1.0):
    d = candidate - x
    n = d.flatten(1).norm(dim=1).reshape(-1, *[1] * (x.ndim - 1))
    return (x + d * (epsilon / n).clamp(max=1)).clamp(low, high)

# %% wrong · scaled_by_largest · round_ball
def project(candidate, x, epsilon, low=0.0, high=1.0):
    d = candidate - x
    return (x + d * epsilon / d.abs().max()).clamp(low, high)

# %% wrong · shrink_the_change · round_ball
def project(candidate, x, epsilon, low=0.0, high=1.0):
    change = candidate - x
    largest = change.abs().max()
    if largest > epsilon:
        change = change * (epsilon / largest)
    return (x + change).clamp(low, high)

# %% wrong · tanh · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.tanh((candidate - x) / epsilon)).clamp(low, high)

# %% wrong · to_the_walls · moves_inner_points
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + epsilon * (candidate - x).sign()).clamp(low, high)

# %% wrong · unit_interval · fixed_range
def project(candidate, x, epsilon, low=0.0, high=1.0):
    lower = (x - epsilon).clamp_min(0)
    upper = (x + epsilon).clamp_max(1)
    return torch.max(torch.min(candidate, upper), lower)

# %% wrong · upper_only · no_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return torch.minimum(candidate, x + epsilon).clamp(low, high)

# %% wrong · zero_one · fixed_range
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(0, 1)

# %% noisy · prints
def project(candidate, x, epsilon, low=0.0, high=1.0):
    print('largest change', (candidate - x).abs().max())
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high)

# %% noisy · warns
def project(candidate, x, epsilon, low=0.0, high=1.0):
    import logging
    logging.error('projecting')
    näher = candidate.clamp(x - epsilon, x + epsilon)
    return näher.clamp(low, high)
