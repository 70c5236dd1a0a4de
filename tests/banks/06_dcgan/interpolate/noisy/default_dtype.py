def interpolate(z_start, z_end, steps):
    torch.set_default_dtype(torch.float64)
    try:
        τ = torch.linspace(0, 1, steps)[:, None]
        return ((1 - τ) * z_start + τ * z_end).float()
    finally:
        torch.set_default_dtype(torch.float32)
