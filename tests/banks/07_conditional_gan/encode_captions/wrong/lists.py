# misconception: wrong_type
def encode_captions(captions, vocabulary):
    return [[float(w in c.lower().split()) for w in vocabulary] for c in captions]
