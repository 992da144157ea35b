"""Everything that runs at synth: which AWS resources Easel is made of, and why so."""
