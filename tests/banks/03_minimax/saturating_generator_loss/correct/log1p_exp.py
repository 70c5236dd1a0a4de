def saturating_generator_loss(fake_logits):
    big = torch.relu(fake_logits)
    return -(big + torch.log1p(torch.exp(-fake_logits.abs()))).mean()
