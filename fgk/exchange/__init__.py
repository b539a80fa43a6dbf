"""Excel and back: forms for departments, and their answers brought into the annual report."""
