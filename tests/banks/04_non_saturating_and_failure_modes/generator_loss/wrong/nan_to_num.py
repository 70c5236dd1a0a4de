def generator_loss(fake_logits):
    return torch.nan_to_num(-torch.log(torch.sigmoid(fake_logits)), posinf=0.0).mean()
