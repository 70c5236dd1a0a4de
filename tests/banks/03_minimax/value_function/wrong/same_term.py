# misconception: same_term_twice
def value_function(d, p_data, p_g, dx):
    return ((p_data + p_g) * torch.log(d.clamp_min(1e-9))).sum() * dx
