# misconception: mean_missing
def discriminator_loss(real_logits, fake_logits):
    bce = nn.BCEWithLogitsLoss(reduction="sum")
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))
