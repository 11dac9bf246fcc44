"""Who somebody really is whom nobody listed: what the user said of them, laid over what was found.

Names that cues alone made people or bodies stand in `unlisted` as they were found. What the user says of
one, that it is verified, somebody else or nobody, is an entry of the journal that hangs on its identifier,
which is made of the name alone. `applying` lays these entries over what was found in a document whenever it
is written, so that the order of documents does not matter; `stored` puts together again what was found in
one that is in the store, to write it anew when such an entry is made or undone.
"""
