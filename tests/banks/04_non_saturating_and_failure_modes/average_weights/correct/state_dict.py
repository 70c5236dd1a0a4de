def average_weights(averaged, model, keep):
    old, new = averaged.state_dict(), model.state_dict()
    averaged.load_state_dict({name: keep * old[name] + (1.0 - keep) * new[name] for name in old})
