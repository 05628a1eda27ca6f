"""The launch gate: what stands between a project and its first member."""

from groupctl.gate.catalogue import all_checks
from groupctl.gate.launch import GateResult, Ignored, check
from groupctl.gate.measurable import FIGURES
from groupctl.gate.scope import Comparison, compare
from groupctl.gate.split import Proposal, Split

__all__ = ["FIGURES", "Comparison", "GateResult", "Ignored", "Proposal", "Split", "all_checks", "check", "compare"]
