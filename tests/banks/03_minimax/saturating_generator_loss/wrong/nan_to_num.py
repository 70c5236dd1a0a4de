# misconception: overflows
def saturating_generator_loss(fake_logits):
    return torch.nan_to_num(torch.log(1 - torch.sigmoid(fake_logits))).mean()
