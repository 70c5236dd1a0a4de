def saturating_generator_loss(fake_logits):
    d = torch.sigmoid(fake_logits)
    return torch.log(torch.clamp(1 - d, min=1e-7)).mean()
