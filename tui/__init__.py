"""Events are browsed, selected and exported: the screens and the command."""
