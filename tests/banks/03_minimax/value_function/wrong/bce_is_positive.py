# misconception: sign
def value_function(d, p_data, p_g, dx):
    real = F.binary_cross_entropy(d, torch.ones_like(d), weight=p_data, reduction="sum")
    fake = F.binary_cross_entropy(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return (real + fake) * dx
