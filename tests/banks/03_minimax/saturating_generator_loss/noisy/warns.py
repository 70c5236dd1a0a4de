import warnings


def saturating_generator_loss(fake_logits):
    if fake_logits.abs().max() > 10:
        warnings.warn("very large logits!", UserWarning)
    print("μ =", fake_logits.mean().item())
    μ = F.logsigmoid(-fake_logits).mean()
    return μ
