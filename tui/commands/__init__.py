"""The sub-commands of `dateline`, one file each."""
