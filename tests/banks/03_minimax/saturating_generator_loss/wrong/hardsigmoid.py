# misconception: unrecognised
def saturating_generator_loss(fake_logits):
    return torch.log(1 - F.hardsigmoid(fake_logits) + 1e-3).mean()
