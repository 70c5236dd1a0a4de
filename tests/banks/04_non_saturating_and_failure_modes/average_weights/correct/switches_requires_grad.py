def average_weights(averaged, model, keep):
    averaged.requires_grad_(False)
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.copy_(a * keep + b.detach() * (1 - keep))
