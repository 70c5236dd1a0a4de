q_accuracy_at_equilibrium = torch.tensor(0.5)
