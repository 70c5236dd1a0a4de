# misconception: no_effect
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a = keep * a + (1 - keep) * b
