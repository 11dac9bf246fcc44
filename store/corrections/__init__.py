"""What the user said is so, on top of what was found, for as long as the words it hangs on are there.

A correction is an entry of a journal, and hangs on passages by their words, never on the number of an
event. `evidence` finds these passages again, `arranging` redoes merges and splits after the documents
have been clustered, `overlay` puts corrected values over found ones. All three are pure functions of what
is in the store, so that neither the order of documents nor a newer extraction changes what is in force.
"""
