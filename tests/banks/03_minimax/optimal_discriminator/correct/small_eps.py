def optimal_discriminator(p_data: torch.Tensor, p_g: torch.Tensor) -> torch.Tensor:
    eps = 1e-8
    return p_data / (p_data + p_g + eps)
