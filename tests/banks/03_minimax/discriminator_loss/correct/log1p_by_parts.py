def stable_log_sigmoid(a: torch.Tensor) -> torch.Tensor:
    """log(1/(1+exp(-a))) = min(a, 0) - log(1 + exp(-|a|))."""
    return torch.minimum(a, torch.zeros_like(a)) - torch.log1p(torch.exp(-a.abs()))


def discriminator_loss(real_logits: torch.Tensor, fake_logits: torch.Tensor) -> torch.Tensor:
    real_part = stable_log_sigmoid(real_logits).sum() / real_logits.shape[0]
    fake_part = stable_log_sigmoid(-fake_logits).sum() / fake_logits.shape[0]
    return -real_part - fake_part
