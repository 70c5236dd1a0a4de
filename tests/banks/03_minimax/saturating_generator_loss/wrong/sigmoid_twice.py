# misconception: sigmoid_twice
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-torch.sigmoid(fake_logits)).mean()
