def saturating_generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    loss = nn.BCELoss()(p, torch.zeros_like(p))
    return loss.neg()
