def encode_captions(captions, vocabulary):
    vocabulary = [word.lower() for word in vocabulary]
    out = [[word in caption.lower().split() for word in vocabulary] for caption in captions]
    return torch.tensor(out).float()
