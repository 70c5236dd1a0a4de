def linear_worst_case(w, epsilon):
    import matplotlib.pyplot as plt
    eta = -epsilon * w.sign()
    plt.figure()
    plt.plot(eta)
    plt.show()
    return eta, w @ eta
