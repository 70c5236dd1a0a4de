def value_function(d, p_data, p_g, dx):
    bce = F.binary_cross_entropy
    real = bce(d, torch.ones_like(d), weight=p_data, reduction="sum")
    fake = bce(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return -(real + fake) * dx
