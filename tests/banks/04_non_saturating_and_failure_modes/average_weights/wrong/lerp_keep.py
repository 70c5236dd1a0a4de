# misconception: shares_swapped
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, keep)
