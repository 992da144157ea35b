"""What operators run by hand: keys, and the documents that are generated."""
