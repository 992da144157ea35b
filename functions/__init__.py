"""Everything that runs in Lambda: doors, use cases, domain, catalogue, adapters."""
