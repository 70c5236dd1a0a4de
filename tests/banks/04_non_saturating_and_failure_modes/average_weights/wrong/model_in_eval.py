# misconception: left_in_eval
def average_weights(averaged, model, keep):
    averaged.eval(), model.eval()
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, 1 - keep)
