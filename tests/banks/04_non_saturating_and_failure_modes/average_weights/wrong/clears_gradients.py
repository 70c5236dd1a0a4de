# misconception: clears_gradients
def average_weights(averaged, model, keep):
    model.zero_grad()
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, 1 - keep)
