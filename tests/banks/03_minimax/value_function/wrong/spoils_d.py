# misconception: modifies_inputs
def value_function(d, p_data, p_g, dx):
    d.clamp_(1e-7, 1 - 1e-7)
    return (p_data * d.log() + p_g * (1 - d).log()).sum() * dx
