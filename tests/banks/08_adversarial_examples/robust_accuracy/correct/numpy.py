def robust_accuracy(model, attack, x, y, restarts=1):
    import numpy as np
    mode = model.training
    model.eval()
    a = np.array([(model(attack(model, x, y)).argmax(1) == y).numpy() for _ in range(restarts)])
    model.train(mode)
    return a.all(axis=0).mean()
