# misconception: shared_memory
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.data = b.data
