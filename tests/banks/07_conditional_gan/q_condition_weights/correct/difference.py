q_condition_weights = sum(p.numel() for p in nn.Linear(26, 256).parameters()) - sum(
    p.numel() for p in nn.Linear(16, 256).parameters()
)
