# misconception: no_effect
def average_weights(averaged, model, keep):
    new = copy.deepcopy(averaged)
    with torch.no_grad():
        for a, b in zip(new.parameters(), model.parameters()):
            a.copy_(keep * a + (1 - keep) * b)
    averaged = new
    return averaged
