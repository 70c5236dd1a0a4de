# %% correct · size
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:], mode="nearest")
    return torch.cat([c, picture], dim=1)

# %% correct · repeat_interleave
def pair(condition, picture):
    s = picture.shape[-1] // condition.shape[-1]
    c = condition.repeat_interleave(s, dim=2).repeat_interleave(s, dim=3)
    return torch.cat((c, picture), 1)

# %% correct · scale_factor
def pair(condition, picture):
    s = picture.shape[2] // condition.shape[2]
    if s > 1:
        condition = F.interpolate(condition, scale_factor=s)
    return torch.hstack([condition, picture])

# %% correct · upsample_module
def pair(condition, picture):
    enlarge = nn.Upsample(size=tuple(picture.shape[-2:]))
    return torch.concat([enlarge(condition), picture], dim=-3)

# %% correct · index
def pair(condition, picture):
    s = picture.shape[-1] // condition.shape[-1]
    i = torch.arange(picture.shape[2]) // s
    j = torch.arange(picture.shape[3]) // s
    return torch.cat([condition[:, :, i][..., j], picture], 1)

# %% correct · kron
def pair(condition, picture):
    s = picture.shape[3] // condition.shape[3]
    return torch.cat([torch.kron(condition, torch.ones(1, 1, s, s)), picture], dim=1)

# %% correct · picture_by_picture
def pair(condition, picture):
    both = []
    for c, p in zip(condition, picture):
        both.append(torch.cat([F.interpolate(c[None], size=p.shape[1:])[0], p]))
    return torch.stack(both)

# %% wrong · picture_first · picture_first
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:])
    return torch.cat([picture, c], dim=1)

# %% wrong · longer_batch · rows_for_channels
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:])
    return torch.cat([c, picture])

# %% wrong · beside · rows_for_channels
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:])
    return torch.cat([c, picture], dim=3)

# %% wrong · bilinear · smooth_enlargement
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:], mode="bilinear")
    return torch.cat([c, picture], dim=1)

# %% wrong · repeat · tiled
def pair(condition, picture):
    s = picture.shape[2] // condition.shape[2]
    return torch.cat([condition.repeat(1, 1, s, s), picture], dim=1)

# %% wrong · picture_shrunk · picture_shrunk
def pair(condition, picture):
    p = F.interpolate(picture, size=condition.shape[2:], mode="area")
    return torch.cat([condition, p], dim=1)

# %% wrong · doubled_always · always_doubled
def pair(condition, picture):
    c = F.interpolate(condition, scale_factor=2)
    return torch.cat([c, picture], dim=1)

# %% wrong · never_enlarged · always_doubled
def pair(condition, picture):
    return torch.cat([condition, picture], dim=1)

# %% wrong · square · always_doubled
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[-1])
    return torch.cat([c, picture], dim=1)

# %% wrong · sum · added
def pair(condition, picture):
    return F.interpolate(condition, size=picture.shape[2:]).sum(1, keepdim=True) + picture

# %% wrong · picture_twice · one_missing
def pair(condition, picture):
    return torch.cat([picture, picture], dim=1)

# %% wrong · picture_alone · one_missing
def pair(condition, picture):
    return picture

# %% wrong · first_for_all · one_condition_for_all
def pair(condition, picture):
    c = F.interpolate(condition[:1], size=picture.shape[2:]).expand(len(picture), -1, -1, -1)
    return torch.cat([c, picture], dim=1)

# %% wrong · rolled · one_condition_for_all
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:]).roll(1, 0)
    return torch.cat([c, picture], dim=1)

# %% wrong · stack
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:])
    return torch.stack([c, picture], dim=1)

# %% wrong · first_channel_only
def pair(condition, picture):
    c = F.interpolate(condition[:, :1], size=picture.shape[2:])
    return torch.cat([c, picture], dim=1)

# %% wrong · picture_detached · detached
def pair(condition, picture):
    c = F.interpolate(condition, size=picture.shape[2:])
    return torch.cat([c, picture.detach()], dim=1)

# %% wrong · condition_detached · detached
def pair(condition, picture):
    c = F.interpolate(condition.detach(), size=picture.shape[2:])
    return torch.cat([c, picture], dim=1)

# %% wrong · no_grad · detached
def pair(condition, picture):
    with torch.no_grad():
        c = F.interpolate(condition, size=picture.shape[2:])
        return torch.cat([c, picture], dim=1)

# %% noisy · warns
def pair(condition, picture):
    import warnings

    if condition.shape[2:] != picture.shape[2:]:
        warnings.warn("the condition is enlarged")
    c = F.interpolate(condition, size=picture.shape[2:], mode="nearest")
    return torch.cat([c, picture], dim=1)
