def generator_slopes(logits):
    p = torch.softmax(torch.stack([logits, torch.zeros_like(logits)], dim=1), dim=1)
    real, fake = p.unbind(dim=1)
    return real.neg().div(logits.size(0)), fake.neg().div(logits.size(0))
