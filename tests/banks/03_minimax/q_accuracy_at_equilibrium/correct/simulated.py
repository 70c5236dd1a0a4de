truth = torch.tensor([1.0, 0.0])
q_accuracy_at_equilibrium = (truth == torch.ones(2)).float().mean().item()
