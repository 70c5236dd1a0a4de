"""Probes of 03_minimax."""
