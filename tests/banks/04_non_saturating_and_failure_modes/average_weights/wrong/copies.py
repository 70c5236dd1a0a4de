# misconception: copies
def average_weights(averaged, model, keep):
    averaged.load_state_dict(model.state_dict())
