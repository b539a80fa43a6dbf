"""Two Akten, or two annual reports of one, and what differs between them. Pure: nothing is read or written."""
