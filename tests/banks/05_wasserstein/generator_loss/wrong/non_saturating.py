# misconception: log_kept
def generator_loss(fake_values):
    return F.softplus(-fake_values).mean()
