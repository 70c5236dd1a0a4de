# misconception: log_kept
def critic_loss(real_values, fake_values):
    return F.logsigmoid(real_values).mean() + F.logsigmoid(-fake_values).mean()
