def average_weights(averaged, model, keep):
    theirs = dict(model.named_parameters())
    for name, p in averaged.named_parameters():
        p.detach().sub_((1 - keep) * (p.detach() - theirs[name].detach()))
