"""What is known about one chat under one project: each fact is computed once, and only when somebody asks for it.

``figures`` are functions over tables; a part here joins them with what the project declares. The audit and the tiers
ask the same ``Subject``, so that they cannot disagree.
"""
