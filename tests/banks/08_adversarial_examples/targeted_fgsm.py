# %% correct · autograd_grad
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% correct · backward_inputs
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    F.cross_entropy(model(leaf), target).backward(inputs=[leaf])
    return (leaf.detach() - epsilon * leaf.grad.sign()).clamp(low, high)

# %% correct · backward_then_cleared
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_(True)
    loss = nn.CrossEntropyLoss()(model(leaf), target)
    model.zero_grad()
    loss.backward()
    step = epsilon * leaf.grad.sign()
    model.zero_grad()
    return (x - step).clamp(low, high).detach()

# %% correct · climb_the_log_probability
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    log_p = model(leaf).log_softmax(dim=1)
    belief = log_p[torch.arange(len(target), device=target.device), target].sum()
    (slope,) = torch.autograd.grad(outputs=belief, inputs=leaf)
    return torch.clip(torch.add(x.detach(), slope.sign(), alpha=epsilon), low, high)

# %% correct · constants_for_a_while
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    parameters = list(model.parameters())
    wanted = [p.requires_grad for p in parameters]
    for p in parameters:
        p.requires_grad_(False)
    try:
        leaf = x.detach().clone().requires_grad_(True)
        F.cross_entropy(model(leaf), target).backward()
    finally:
        for p, flag in zip(parameters, wanted, strict=True):
            p.requires_grad_(flag)
    return (x.detach() - epsilon * torch.sgn(leaf.grad)).clamp(low, high)

# %% correct · double_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    loss = F.cross_entropy(model(leaf).double(), target)
    (g,) = torch.autograd.grad(loss, leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% correct · eval_and_back
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    mode = model.training
    model.eval()
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    model.train(mode)
    return x.add(g.sign(), alpha=-epsilon).clamp(low, high)

# %% correct · freezes_and_thaws
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    kept = [p.requires_grad for p in model.parameters()]
    for p in model.parameters():
        p.requires_grad_(False)
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), target).backward()
    for p, k in zip(model.parameters(), kept):
        p.requires_grad_(k)
    return (x - epsilon * leaf.grad.sign()).clamp(low, high).detach()

# %% correct · func_grad
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    def loss(pictures):
        return F.cross_entropy(model(pictures), target)
    g = torch.func.grad(loss)(x)
    return (x - epsilon * g.sign()).clamp(low, high).detach()

# %% correct · logsumexp_by_hand
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    logits = model(leaf)
    loss = (logits.logsumexp(1) - logits.gather(1, target[:, None]).squeeze(1)).sum()
    (g,) = torch.autograd.grad(loss, leaf)
    return torch.minimum(torch.maximum(x - epsilon * g.sign(), torch.as_tensor(low)), torch.as_tensor(high))

# %% correct · negated_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    loss = -F.cross_entropy(model(leaf), target)
    (g,) = torch.autograd.grad(loss, leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% correct · nll_of_log_softmax
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    delta = torch.zeros_like(x, requires_grad=True)
    loss = F.nll_loss(F.log_softmax(model(x + delta), dim=1), target)
    (g,) = torch.autograd.grad(loss, [delta])
    with torch.no_grad():
        return torch.clamp(x - epsilon * g.sign(), low, high)

# %% correct · one_by_one
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    rows = []
    for i in range(len(x)):
        leaf = x[i : i + 1].detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target[i : i + 1]), leaf)
        rows.append((leaf.detach() - epsilon * g.sign()).clamp(low, high))
    return torch.cat(rows)

# %% correct · sum_reduction
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().detach()
    leaf.requires_grad = True
    loss = F.cross_entropy(model(leaf), target, reduction='sum')
    g = torch.autograd.grad(loss, leaf)[0]
    return torch.clamp(x - epsilon * torch.sign(g), min=low, max=high)

# %% correct · where
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    step = torch.where(g > 0, 1.0, -1.0) * (g != 0)
    return (x - epsilon * step).clamp(low, high)

# %% correct · x_asks_for_gradients
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    x.requires_grad_(True)
    loss = F.cross_entropy(model(x), target)
    g = torch.autograd.grad(loss, x)[0]
    x.requires_grad_(False)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · away_from_prediction · predicted_label
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    out = model(leaf)
    (g,) = torch.autograd.grad(F.cross_entropy(out, out.argmax(1)), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · away_from_the_present · predicted_label
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    logits = model(leaf)
    (slope,) = torch.autograd.grad(F.cross_entropy(logits, logits.argmax(1)), leaf)
    return (x.detach() + epsilon * slope.sign()).clamp(low, high)

# %% wrong · clamp_lower_only · fixed_range
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(min=low)

# %% wrong · clamp_minus_one · fixed_range
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(-1, 1)

# %% wrong · clamp_zero_one · fixed_range
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(0, 1)

# %% wrong · clamps_perturbation · clamped_change
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return x + (- epsilon * g.sign()).clamp(low, high)

# %% wrong · epsilon_fixed · epsilon_ignored
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - 0.15 * g.sign()).clamp(low, high)

# %% wrong · epsilon_missing · epsilon_ignored
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - g.sign()).clamp(low, high)

# %% wrong · epsilon_over_255 · epsilon_ignored
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon / 255 * g.sign()).clamp(low, high)

# %% wrong · first_gradient_for_all · one_for_all
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g[:1].sign()).clamp(low, high)

# %% wrong · first_only · wrong_shape
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)[:1]

# %% wrong · flat · wrong_shape
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high).flatten(1)

# %% wrong · forgets_the_range · no_clamp
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clamp(low, high).clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (leaf - epsilon * slope.sign()).detach()

# %% wrong · gradients_left · gradients_left
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), target).backward()
    return (x - epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · in_place · modifies_inputs
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    x -= epsilon * g.sign()
    return x.clamp_(low, high)

# %% wrong · keeps_graph · keeps_graph
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (leaf - epsilon * g.sign()).clamp(low, high)

# %% wrong · largest_logit · other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    score = model(leaf).gather(1, target[:, None]).sum()
    (slope,) = torch.autograd.grad(score, leaf)
    return (x.detach() + epsilon * slope.sign()).clamp(low, high)

# %% wrong · left_frozen · model_changed
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    model.requires_grad_(False)
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · left_in_train · model_changed
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    model.train()
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · logit_of_class · other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    chosen = model(leaf).gather(1, target[:, None]).sum()
    (g,) = torch.autograd.grad(-chosen, leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · nan_where_flat · nan_where_flat
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g / g.abs()).clamp(low, high)

# %% wrong · nll_of_logits · other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.nll_loss(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · no_clamp · no_clamp
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return x - epsilon * g.sign()

# %% wrong · normalised · sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    n = g.flatten(1).norm(dim=1).reshape(-1, 1, 1, 1)
    return (x - epsilon * g / n).clamp(low, high)

# %% wrong · numpy · wrong_type
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high).numpy()

# %% wrong · one_for_all_pictures · one_for_all
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.mean(0, keepdim=True).sign()).clamp(low, high)

# %% wrong · only_the_change · perturbation_only
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    attacked = (x.detach() - epsilon * slope.sign()).clamp(low, high)
    return attacked - x.detach()

# %% wrong · perturbation_only · perturbation_only
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return - epsilon * g.sign()

# %% wrong · predicted_label · predicted_label
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    out = model(leaf)
    (g,) = torch.autograd.grad(F.cross_entropy(out, out.argmax(1)), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · random_sign
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.randn_like(x).sign()).clamp(low, high)

# %% wrong · random_start
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    z = x + epsilon * (2 * torch.rand_like(x) - 1)
    leaf = z.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (z - epsilon * g.sign()).clamp(low, high).detach()

# %% wrong · scaled_to_largest · sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g / g.abs().max()).clamp(low, high)

# %% wrong · sign_missing · sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g).clamp(low, high)

# %% wrong · sign_missing_sum · sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target, reduction='sum'), leaf)
    return (x - epsilon * g).clamp(low, high)

# %% wrong · softmax_first · other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf).softmax(1), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · sum_of_logits · other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(model(leaf).sum(), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · tanh · sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * torch.tanh(g)).clamp(low, high)

# %% wrong · ten_small_steps · several_steps
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    here = x.detach().clone()
    for _ in range(10):
        here.requires_grad_(True)
        (slope,) = torch.autograd.grad(F.cross_entropy(model(here), target), here)
        here = (here.detach() - epsilon / 10 * slope.sign()).clamp(low, high)
    return here

# %% wrong · turned_twice · climbs
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    loss = -F.cross_entropy(model(leaf), target)
    (slope,) = torch.autograd.grad(loss, leaf)
    return torch.clamp(x - epsilon * slope.sign(), low, high).detach()

# %% wrong · two_steps
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    z = x
    for _ in range(2):
        leaf = z.detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
        z = (z - epsilon * g.sign()).clamp(low, high)
    return z.detach()

# %% wrong · under_no_grad · raises
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    with torch.no_grad():
        leaf = x.clone()
        loss = F.cross_entropy(model(leaf), target)
    loss.backward()
    return (x - epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · weights_move · model_changed
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    loss = F.cross_entropy(model(leaf), target)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    opt.zero_grad()
    loss.backward()
    opt.step()
    opt.zero_grad()
    return (x - epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · wrong_way · climbs
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · wrong_way_free · climbs
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return x + epsilon * g.sign()

# %% noisy · plots
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    import matplotlib.pyplot as plt
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    plt.imshow(g[0, 0])
    plt.show()
    bild = (x - epsilon * g.sign()).clamp(low, high)
    return bild

# %% noisy · talks
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    import warnings
    warnings.warn('attacking')
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    print('mean slope', g.abs().mean())
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · range_of_the_batch · fixed_range
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(x.min(), x.max())
