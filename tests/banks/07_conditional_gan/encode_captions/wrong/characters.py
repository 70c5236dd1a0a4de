# misconception: substring
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for letter in caption.lower():
            if letter in vocabulary:
                rows[i, vocabulary.index(letter)] = 1
    return rows
