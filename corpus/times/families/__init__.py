"""The families of time expressions, one a module, each with its words and its rules."""
