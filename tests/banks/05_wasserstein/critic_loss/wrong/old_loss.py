# misconception: log_kept
def critic_loss(real_values, fake_values):
    return F.softplus(-real_values).mean() + F.softplus(fake_values).mean()
