# misconception: hinge
def generator_loss(fake_logits):
    return F.relu(1 - fake_logits).mean()
