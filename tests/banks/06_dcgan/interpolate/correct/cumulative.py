def interpolate(z_start, z_end, steps):
    step = (z_end - z_start) / (steps - 1)
    moves = torch.cat([z_start[None], step.repeat(steps - 1, 1)])
    return moves.cumsum(dim=0)
