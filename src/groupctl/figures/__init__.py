"""Figures: pure functions from the messages table to small tables and numbers. They judge nothing.

Every figure about people starts from two frames: ``people.people`` (who is an operator, who a robot) and
``people.talk`` (what people said, robots left out). Rows of ``talk`` are named by ``row``, their place in the
messages table, so that each result can point at its proof.
"""
