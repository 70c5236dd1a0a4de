def saturating_generator_loss(fake_logits: torch.Tensor) -> torch.Tensor:
    return torch.log(1.0 - torch.sigmoid(fake_logits) + 1e-8).mean()
