def value_function(d, p_data, p_g, dx):
    tiny = 1e-12
    heights = p_data * torch.log(d.clamp_min(tiny)) + p_g * torch.log((1 - d).clamp_min(tiny))
    return torch.dot(heights, torch.full_like(heights, dx))
