q_value_at_equilibrium = -torch.log(torch.tensor(4.0))
