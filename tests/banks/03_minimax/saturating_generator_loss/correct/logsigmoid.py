def saturating_generator_loss(fake_logits):
    # 1 - sigmoid(a) = sigmoid(-a)
    return F.logsigmoid(-fake_logits).mean()
