# misconception: not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    cos = z_start @ z_end / (z_start.norm() * z_end.norm())
    w = torch.acos(cos.clamp(-1, 1))
    return (torch.sin((1 - t) * w) * z_start + torch.sin(t * w) * z_end) / torch.sin(w)
