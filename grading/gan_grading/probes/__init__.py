"""Probes: hidden behavioural tests, one package of modules an assignment."""
