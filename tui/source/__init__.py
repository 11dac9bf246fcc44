"""The source: the documents that tell of the event under the cursor, opened at the words that tell it."""
