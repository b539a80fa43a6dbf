"""The only place that starts git: repositories, commits as sources of an Akte, and the trail of every field."""
