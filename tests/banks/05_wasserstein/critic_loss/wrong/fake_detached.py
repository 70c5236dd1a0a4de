# misconception: detached
def critic_loss(real_values, fake_values):
    return fake_values.detach().mean() - real_values.mean()
