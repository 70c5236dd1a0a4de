def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits).clamp(min=1e-12)
    return torch.mean(-torch.log(p))
