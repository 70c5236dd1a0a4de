@torch.no_grad()
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.copy_(keep * a + (1 - keep) * b)
