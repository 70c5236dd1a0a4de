criterion = nn.BCEWithLogitsLoss()


def discriminator_loss(real_logits, fake_logits):
    real_loss = criterion(real_logits, torch.full_like(real_logits, 1.0))
    fake_loss = criterion(fake_logits, torch.full_like(fake_logits, 0.0))
    return real_loss + fake_loss
