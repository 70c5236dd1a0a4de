# %% correct · loop
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x, scale_factor=2, mode="nearest") + d
    return x

# %% correct · repeat_interleave
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = x.repeat_interleave(2, -1).repeat_interleave(2, -2) + d
    return x

# %% correct · recursive
def reconstruct(smallest, *details):
    if not details:
        return smallest
    *before, last = details
    return F.interpolate(reconstruct(smallest, *before), size=last.shape[2:]) + last

# %% correct · all_at_the_last_size
def reconstruct(smallest, *details):
    parts = [smallest, *details]
    size = parts[-1].shape[2:]
    return torch.stack([F.interpolate(p, size=size, mode="nearest") for p in parts]).sum(0)

# %% correct · while_loop
def reconstruct(smallest, *details):
    left = list(details)
    now = smallest
    while left:
        detail = left.pop(0)
        now = nn.UpsamplingNearest2d(scale_factor=2)(now)
        now = now + detail
    return now

# %% correct · reduce
def reconstruct(smallest, *details):
    from functools import reduce

    return reduce(lambda x, d: d + F.interpolate(x, scale_factor=2), details, smallest)

# %% correct · transposed_convolution
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        c = x.shape[1]
        x = F.conv_transpose2d(x, torch.ones(c, 1, 2, 2), stride=2, groups=c) + d
    return x

# %% wrong · reversed · finest_first
def reconstruct(smallest, *details):
    x = smallest
    for d in reversed(details):
        x = F.interpolate(x, scale_factor=2) + d
    return x

# %% wrong · minus · subtracted
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x, scale_factor=2) - d
    return x

# %% wrong · enlarged_only · details_forgotten
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x, scale_factor=2)
    return x

# %% wrong · last_detail_only · details_forgotten
def reconstruct(smallest, *details):
    if not details:
        return smallest
    return F.interpolate(smallest, size=details[-1].shape[2:]) + details[-1]

# %% wrong · first_detail_only
def reconstruct(smallest, *details):
    return F.interpolate(smallest, scale_factor=2) + details[0] if details else smallest

# %% wrong · details_alone · picture_forgotten
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = d
    return x

# %% wrong · bilinear · smooth_enlargement
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False) + d
    return x

# %% wrong · repeat · tiled
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = x.repeat(1, 1, 2, 2) + d
    return x

# %% wrong · clamped_each · clamped
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = (F.interpolate(x, scale_factor=2) + d).clamp(0, 1)
    return x

# %% wrong · clamped_at_the_end · clamped
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x, scale_factor=2) + d
    return x.clamp(0, 1)

# %% wrong · mean_of_both · averaged
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = (F.interpolate(x, scale_factor=2) + d) / 2
    return x

# %% wrong · exactly_two · raises
def reconstruct(smallest, *details):
    first, second = details
    x = F.interpolate(smallest, scale_factor=2) + first
    return F.interpolate(x, scale_factor=2) + second

# %% wrong · detached · detached
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        x = F.interpolate(x.detach(), scale_factor=2) + d
    return x

# %% wrong · no_grad · detached
def reconstruct(smallest, *details):
    x = smallest
    with torch.no_grad():
        for d in details:
            x = F.interpolate(x, scale_factor=2) + d
    return x

# %% wrong · data · detached
def reconstruct(smallest, *details):
    x = smallest.data
    for d in details:
        x = F.interpolate(x, scale_factor=2) + d.data
    return x

# %% wrong · first_level_returned
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        return F.interpolate(x, scale_factor=2) + d
    return x

# %% wrong · none_gives_none · fixed_levels
def reconstruct(smallest, *details):
    x = None
    for d in details:
        x = F.interpolate(smallest if x is None else x, scale_factor=2) + d
    return x

# %% wrong · adds_into_the_details · modifies_inputs
def reconstruct(smallest, *details):
    x = smallest
    for d in details:
        d.add_(F.interpolate(x, scale_factor=2))
        x = d
    return x

# %% noisy · progress
def reconstruct(smallest, *details):
    x = smallest
    for level, d in enumerate(details):
        x = F.interpolate(x, scale_factor=2) + d
        print("level", level, tuple(x.shape))
    return x
