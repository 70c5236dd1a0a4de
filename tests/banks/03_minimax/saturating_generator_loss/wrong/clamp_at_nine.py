# misconception: clamped_flat
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-torch.clamp(fake_logits, -9.0, 9.0)).mean()
