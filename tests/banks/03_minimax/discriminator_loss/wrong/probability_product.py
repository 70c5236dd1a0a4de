# misconception: unrecognised
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(real_logits).prod() + 1e-30) - torch.log(
        (1 - torch.sigmoid(fake_logits)).prod() + 1e-30
    )
