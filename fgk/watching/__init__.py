"""What follows while somebody writes: which files changed, and which documents are therefore new."""
