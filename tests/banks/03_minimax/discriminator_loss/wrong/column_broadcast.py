# misconception: one_shape_only
def discriminator_loss(real_logits, fake_logits):
    real_labels = torch.ones(len(real_logits))
    fake_labels = torch.zeros(len(fake_logits))
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, real_labels) + bce(fake_logits, fake_labels)
