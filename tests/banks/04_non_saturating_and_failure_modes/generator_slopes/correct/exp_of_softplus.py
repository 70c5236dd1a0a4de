def generator_slopes(logits):
    share = 1.0 / len(logits)
    return -share * torch.exp(F.logsigmoid(logits)), -share * torch.exp(F.logsigmoid(-logits))
