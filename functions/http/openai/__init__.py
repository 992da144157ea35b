"""OpenAI's words for the same use cases: `OpenAI(base_url="…/openai/v1", api_key=key)` works.

A body becomes the same request that the native API makes, with the same plan, ledger
and budget behind it. Every parameter of theirs is applied, approximated or refused by
name, and the receipt says which.

https://platform.openai.com/docs/api-reference/images and the recorded traffic of
openai-python 3.54 and openai-node 7.57, checked 2026-11-22.
"""
