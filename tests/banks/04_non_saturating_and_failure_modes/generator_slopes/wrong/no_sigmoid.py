# misconception: sigmoid_missing
def generator_slopes(logits):
    return -logits / len(logits), -(1 - logits) / len(logits)
