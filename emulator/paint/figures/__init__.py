"""Who and what stands in the foreground, modelled from clay."""
