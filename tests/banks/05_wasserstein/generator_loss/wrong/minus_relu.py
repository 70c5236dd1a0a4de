# misconception: hinge
def generator_loss(fake_values):
    return -torch.relu(fake_values).mean()
