"""Diagnostics for people and machines: text with a frame of the YAML, and JSON."""
