def generator_loss(fake_logits):
    d = torch.sigmoid(fake_logits)
    return -(torch.log(d + 1e-8)).mean()
