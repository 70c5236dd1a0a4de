# misconception: unknown_word
def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            rows[i, column.get(word, -1)] = 1
    return rows
