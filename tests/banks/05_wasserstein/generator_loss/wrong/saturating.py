# misconception: log_kept
def generator_loss(fake_values):
    return F.logsigmoid(-fake_values).mean()
