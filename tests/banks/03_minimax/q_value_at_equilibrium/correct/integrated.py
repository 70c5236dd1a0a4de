p = torch.full((100,), 0.01)
q_value_at_equilibrium = float((p * torch.log(torch.tensor(0.5))).sum() * 2)
