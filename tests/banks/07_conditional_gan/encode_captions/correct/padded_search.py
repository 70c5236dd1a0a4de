def encode_captions(captions, vocabulary):
    padded = [" " + " ".join(c.lower().split()) + " " for c in captions]
    return torch.tensor([[float(f" {w} " in c) for w in vocabulary] for c in padded])
