def average_weights(averaged, model, keep):
    for (name, a), b in zip(averaged.named_parameters(), model.parameters()):
        setattr(averaged, name.replace(".", "_"), nn.Parameter(keep * a.detach() + (1 - keep) * b.detach()))
