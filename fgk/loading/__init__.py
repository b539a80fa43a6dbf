"""From a source to an Akte: find the kind of every file, read it, validate it, name every fault."""
