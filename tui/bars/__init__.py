"""The lines above and below the panes: header, filters, explanation, keys."""
