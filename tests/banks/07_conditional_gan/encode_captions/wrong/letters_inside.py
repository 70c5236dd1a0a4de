# misconception: substring
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(word in caption.lower()) for word in vocabulary] for caption in captions])
