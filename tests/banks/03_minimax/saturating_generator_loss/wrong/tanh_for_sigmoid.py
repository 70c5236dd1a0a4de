# misconception: unrecognised
def saturating_generator_loss(fake_logits):
    d = (torch.tanh(fake_logits) + 1) / 2
    return torch.log(1 - d + 1e-8).mean()
