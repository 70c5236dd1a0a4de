# misconception: hinge
def critic_loss(real_values, fake_values):
    return F.relu(1 - real_values).mean() + F.relu(1 + fake_values).mean()
