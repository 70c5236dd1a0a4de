# misconception: values_not_slopes
def generator_slopes(logits):
    n = len(logits)
    return F.logsigmoid(-logits) / n, -F.logsigmoid(logits) / n
