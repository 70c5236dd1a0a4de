# misconception: overflows
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits)).mean()
