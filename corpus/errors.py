"""What can go wrong because of what a user gave us.

DatelineError
├── UnreadableDocument      a file or stream that cannot become a document
├── InvalidDate             a date that was given and cannot be read
├── InvalidEntities         an entity file that breaks the rules of its form
├── MissingModel            a trained pipeline that is not installed
├── StoreError              a store that cannot be opened, read or written
└── UsageError              options that do not go together

Each message names the file (and the line, where there is one) and the way out. The command prints
it without a traceback and exits with status 2.
"""


class DatelineError(Exception):
    """An error that a user can cause and can mend; its text says how."""


class UnreadableDocument(DatelineError):
    """A file or stream cannot become a document."""


class InvalidDate(DatelineError):
    """A date was given that cannot be read."""


class InvalidEntities(DatelineError):
    """An entity file breaks the rules of its form."""


class MissingModel(DatelineError):
    """A trained spaCy pipeline was asked for that is not installed."""


class StoreError(DatelineError):
    """A store cannot be opened, read or written."""


class UsageError(DatelineError):
    """Options that do not go together."""


def our_fault(name: str, error: Exception) -> UnreadableDocument:
    """Returns what to tell of a document on which dateline itself failed, under its path or id."""
    told = f"dateline failed on this document ({type(error).__name__}: {error}); please report it"
    return UnreadableDocument(f"{name}: {told}")
