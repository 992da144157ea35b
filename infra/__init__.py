"""Everything that runs at synth: which AWS resources Easel is made of, and why so.

Where pyright is told to ignore an argument's type, CDK's Python binding is to
blame: its classes name parameters otherwise than the protocols they implement
(`Role.grant_assume_role(identity)`, `IRole.grant_assume_role(grantee)`).
"""
