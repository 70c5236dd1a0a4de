# misconception: values_not_slopes
def generator_slopes(logits):
    d = torch.sigmoid(logits)
    return torch.log(1 - d), -torch.log(d)
