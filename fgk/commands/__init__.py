"""One file a command: options in, one call, output out. Heavy imports stand inside the functions."""
