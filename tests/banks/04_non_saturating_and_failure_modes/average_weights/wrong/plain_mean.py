# misconception: keep_ignored
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.copy_((a + b) / 2)
