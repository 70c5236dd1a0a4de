def interpolate(z_start, z_end, steps):
    ends = torch.stack([z_start, z_end], dim=1)[None]
    return F.interpolate(ends, size=steps, mode='linear', align_corners=True)[0].T
