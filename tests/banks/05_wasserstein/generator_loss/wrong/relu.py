# misconception: hinge
def generator_loss(fake_values):
    return F.relu(-fake_values).mean()
