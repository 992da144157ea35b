"""Bedrock's image models on localhost: wire-true, deterministic, without weights.

Any AWS SDK talks to it through `AWS_ENDPOINT_URL_BEDROCK_RUNTIME` and
`AWS_ENDPOINT_URL_BEDROCK`. It knows which models exist from `functions.catalogue`
and nothing else of Easel: what a request may say is written here from AWS's own
pages, so that our encoders and their judge cannot agree on the same mistake.
"""
