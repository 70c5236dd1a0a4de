# %% correct · autograd
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w, requires_grad=True)
    (g,) = torch.autograd.grad((w * eta).sum(), eta)
    best = -epsilon * g.sign()
    return best, (w * best).sum()

# %% correct · comparison
def linear_worst_case(w, epsilon):
    eta = epsilon * ((w < 0).float() - (w > 0).float())
    return eta, eta @ w

# %% correct · copysign
def linear_worst_case(w, epsilon):
    eta = torch.copysign(torch.full_like(w, float(epsilon)), w).neg()
    return eta, torch.einsum("i,i->", w, eta)

# %% correct · double
def linear_worst_case(w, epsilon):
    v = w.double()
    eta = -epsilon * v.sign()
    return eta.to(w.dtype), (v @ eta)

# %% correct · einsum
def linear_worst_case(w, epsilon):
    eta = -w.sign() * epsilon
    return eta, torch.einsum('i,i->', w, eta)

# %% correct · list_and_float
def linear_worst_case(w, epsilon):
    eta = w.sign().mul(-epsilon)
    return [eta, float(-epsilon * w.abs().sum())]

# %% correct · loop
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    change = 0.0
    for i, wi in enumerate(w.tolist()):
        eta[i] = -epsilon if wi > 0 else epsilon
        change += wi * float(eta[i])
    return eta, torch.tensor(change)

# %% correct · norm_one
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * torch.linalg.vector_norm(w, ord=1)

# %% correct · norm_p
def linear_worst_case(w, epsilon):
    return epsilon * torch.sign(-w), -(epsilon * w.norm(p=1))

# %% correct · one_element_tensor
def linear_worst_case(w, epsilon):
    eta = -epsilon * w.sign()
    return eta, (w * eta).sum().reshape(1)

# %% correct · sign_and_dot
def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.sign(w)
    return eta, torch.dot(w, eta)

# %% correct · two_masks
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    eta[w > 0] = -epsilon
    eta[w < 0] = +epsilon
    change = (w * eta).sum()
    return eta, change

# %% correct · where
def linear_worst_case(w, epsilon):
    eta = torch.where(w > 0, -epsilon, epsilon) * torch.ones_like(w)
    return eta, (w * eta).sum()

# %% wrong · all_down · only_one_pixel
def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.ones_like(w)
    return eta, w @ eta

# %% wrong · along_the_gradient · euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs().max().clamp_min(1e-12)
    return eta, torch.dot(w, eta)

# %% wrong · change_positive · change_sign
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), epsilon * w.abs().sum()

# %% wrong · divide_by_the_size · outside_the_box
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs()
    return eta, -epsilon * w.abs().sum()

# %% wrong · divides_by_size · outside_the_box
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs()
    return eta, -epsilon * w.abs().sum()

# %% wrong · epsilon_fixed · epsilon_missing
def linear_worst_case(w, epsilon):
    eta = -0.1 * w.sign()
    return eta, w @ eta

# %% wrong · epsilon_missing · epsilon_missing
def linear_worst_case(w, epsilon):
    eta = -w.sign()
    return eta, w @ eta

# %% wrong · epsilon_missing_in_change · epsilon_missing
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -w.abs().sum()

# %% wrong · eta_alone · not_a_pair
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign()

# %% wrong · euclidean_change · other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * w.norm()

# %% wrong · exchanged · not_a_pair
def linear_worst_case(w, epsilon):
    eta = -epsilon * w.sign()
    return w @ eta, eta

# %% wrong · in_place · modifies_inputs
def linear_worst_case(w, epsilon):
    change = -epsilon * w.abs().sum()
    return w.sign_().mul_(-epsilon).clone(), change

# %% wrong · largest_weight_change · other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * w.abs().max()

# %% wrong · mean_change · other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), (w * -epsilon * w.sign()).mean()

# %% wrong · normalised · euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.norm()
    return eta, w @ eta

# %% wrong · one_lever · only_one_pixel
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    i = w.abs().argmax()
    eta[i] = -epsilon if w[i] > 0 else epsilon
    return eta, w @ eta

# %% wrong · one_pixel · only_one_pixel
def linear_worst_case(w, epsilon):
    eta = torch.zeros_like(w)
    i = w.abs().argmax()
    eta[i] = -epsilon * w[i].sign()
    return eta, w @ eta

# %% wrong · plain_sum · other_norm
def linear_worst_case(w, epsilon):
    return -epsilon * w.sign(), -epsilon * w.sum()

# %% wrong · positive_only · only_one_pixel
def linear_worst_case(w, epsilon):
    eta = torch.where(w > 0, -epsilon, 0.0)
    return eta, w @ eta

# %% wrong · products · not_a_pair
def linear_worst_case(w, epsilon):
    eta = -epsilon * w.sign()
    return eta, w * eta

# %% wrong · proportional · euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w
    return eta, w @ eta

# %% wrong · random
def linear_worst_case(w, epsilon):
    eta = epsilon * (2 * torch.rand_like(w) - 1)
    return eta, w @ eta

# %% wrong · scaled_to_largest · euclidean
def linear_worst_case(w, epsilon):
    eta = -epsilon * w / w.abs().max()
    return eta, w @ eta

# %% wrong · sign_in_place · other_norm
def linear_worst_case(w, epsilon):
    eta = w.sign_().mul(-epsilon)
    return eta, w @ eta

# %% wrong · size_of_the_change · change_sign
def linear_worst_case(w, epsilon):
    eta = -epsilon * w.sign()
    change = epsilon * torch.linalg.vector_norm(w, ord=1)
    return eta, change

# %% wrong · twice · multiple_of_epsilon
def linear_worst_case(w, epsilon):
    eta = -2 * epsilon * w.sign()
    return eta, w @ eta

# %% wrong · uphill · raises_the_score
def linear_worst_case(w, epsilon):
    eta = epsilon * w.sign()
    return eta, w @ eta

# %% wrong · uphill_with_right_change · raises_the_score
def linear_worst_case(w, epsilon):
    return epsilon * w.sign(), -epsilon * w.abs().sum()

# %% wrong · zero_moves_out · outside_the_box
def linear_worst_case(w, epsilon):
    eta = -epsilon * torch.nan_to_num(w / w.abs(), nan=2.0)
    return eta, -epsilon * w.abs().sum()

# %% noisy · plots
def linear_worst_case(w, epsilon):
    import matplotlib.pyplot as plt
    eta = -epsilon * w.sign()
    plt.figure()
    plt.plot(eta)
    plt.show()
    return eta, w @ eta

# %% noisy · prints
def linear_worst_case(w, epsilon):
    import warnings
    warnings.warn('worst case')
    η = -epsilon * w.sign()
    print(η)
    return η, w @ η
