"""What a user keeps about events: stars, tags, notes and the basket.

An annotation hangs on an anchor, and the anchor on the words of passages, like a correction: it outlives the
number of an event, and its documents being read again. Where the words are gone it is kept and listed.
"""
