def discriminator_loss(real_logits, fake_logits):
    r = real_logits.double().clamp(-30, 30)
    f = fake_logits.double().clamp(-30, 30)
    return (-torch.log(torch.sigmoid(r)).mean() - torch.log(1 - torch.sigmoid(f)).mean()).float()
