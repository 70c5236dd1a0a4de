def value_function(d, p_data, p_g, dx):
    one = F.binary_cross_entropy(d, torch.ones_like(d), weight=p_data, reduction="sum")
    zero = F.binary_cross_entropy(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return -(one + zero) * dx
