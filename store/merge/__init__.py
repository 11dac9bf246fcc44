"""Which passages tell the same event, and what they agree on: pure decisions, no SQL.

`compare` looks at two tellings, `cluster` at all that hang together, `agree` at one cluster. None of
them depends on the order in which documents were read.
"""
