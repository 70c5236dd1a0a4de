def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.data = keep * a.data + (1 - keep) * b.data
