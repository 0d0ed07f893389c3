"""What `rules.update` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .rules import RulesUpdateAccountParams, RulesUpdateZoneParams

RulesUpdateParams: TypeAlias = RulesUpdateAccountParams | RulesUpdateZoneParams
