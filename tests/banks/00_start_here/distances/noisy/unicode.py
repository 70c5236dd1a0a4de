def entfernung(größe):
    # Länge der Zeilen
    return größe.pow(2).sum(1).sqrt()


def distances(points, centre):
    return entfernung(points - centre)
