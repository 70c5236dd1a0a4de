criterion = nn.BCEWithLogitsLoss()


def generator_loss(fake_logits):
    real_label = torch.full(fake_logits.shape, 1.0, device=fake_logits.device, dtype=fake_logits.dtype)
    return criterion(fake_logits, real_label)
