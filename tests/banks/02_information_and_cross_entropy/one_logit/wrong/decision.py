# misconception: decision
def one_logit(outputs):
    return outputs.argmax(dim=1).float()
