q_weights = sum(p.numel() for p in nn.Conv2d(32, 64, 4, 2, 1, bias=False).parameters())
