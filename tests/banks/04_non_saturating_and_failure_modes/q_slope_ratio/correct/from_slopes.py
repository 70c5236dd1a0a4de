s = torch.sigmoid(torch.tensor(-4.0))
q_slope_ratio = (1 - s) / s
