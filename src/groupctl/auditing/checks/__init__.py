"""The checks of the audit, one file each; every file ends in ``CHECK = AuditCheck(…)``.

They import nothing heavy: ``groupctl explain`` reads all of them. What they measure stands in ``Subject``.
"""
