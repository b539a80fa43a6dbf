"""What follows from the records on a Stichtag: what is decided, where measures stand, which light shows."""
