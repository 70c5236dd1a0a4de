def generator_loss(fake_logits):
    a = fake_logits.reshape(-1)
    return (torch.relu(-a) + torch.log1p(torch.exp(-a.abs()))).mean()
