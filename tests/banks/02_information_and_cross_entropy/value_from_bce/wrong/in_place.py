# misconception: modifies_inputs
def value_from_bce(real_logits, fake_logits):
    fake_logits.neg_()
    return F.logsigmoid(real_logits).mean() + F.logsigmoid(fake_logits).mean()
