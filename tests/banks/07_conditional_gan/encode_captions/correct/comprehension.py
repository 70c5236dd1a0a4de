def encode_captions(captions, vocabulary):
    said = [set(caption.lower().split()) for caption in captions]
    return torch.tensor([[1.0 if word in words else 0.0 for word in vocabulary] for words in said])
