# misconception: nan_at_edge
def value_function(d, p_data, p_g, dx):
    # 1 - 1e-9 is exactly 1 in float32
    d = d.clamp(1e-9, 1 - 1e-9)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx
