"""Events are kept, found, merged and exported: the only room that speaks SQL."""
