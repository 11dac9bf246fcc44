"""The timeline: a virtual list of events that asks the store for the rows it shows, and nothing more."""
