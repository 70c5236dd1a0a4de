# misconception: sigmoid_twice
def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    return F.binary_cross_entropy_with_logits(p, torch.ones_like(p))
