"""The screens: the timeline, full-screen reading, the first run, help, and the dialogs that ask."""
