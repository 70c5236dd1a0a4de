# misconception: hinge
def generator_loss(fake_values):
    return F.relu(1 - fake_values).mean()
