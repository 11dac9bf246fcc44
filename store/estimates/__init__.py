"""Estimates when undated documents were published, from the dated events that they retell.

A document that says “on Wednesday” and “on Friday”, but not of which week, often tells what dated reports
tell too. The publication day that makes its weekdays and months agree with theirs is its estimate: marked
with `~`, used only where the user allows it, and given up for any date that a user gives. It follows from the
dated documents of the store alone, never from another estimate, so the order of reading does not matter.

`outlines` says what an undated document tells, `evidence` what the store knows of that, `weighing` which day
agrees, `marking` shows that all dates counted from it are estimates, and `settling` keeps them up to date.
"""
