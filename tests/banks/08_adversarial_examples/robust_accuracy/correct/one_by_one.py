def robust_accuracy(model, attack, x, y, restarts=1):
    was = model.training
    model.train(False)
    stood = []
    for i in range(len(x)):
        ok = all(int(model(attack(model, x[i : i + 1], y[i : i + 1])).argmax()) == int(y[i]) for _ in range(restarts))
        stood.append(ok)
    model.train(was)
    return sum(stood) / len(stood)
