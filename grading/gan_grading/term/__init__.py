"""A class of one's own beside the course: its file, its roster, its gradebook and its policies."""
