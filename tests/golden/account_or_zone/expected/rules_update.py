"""What `rules.update` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .rules_update_rules_update import RulesUpdateAccountParams, RulesUpdateZoneParams

RulesUpdateParams: TypeAlias = RulesUpdateAccountParams | RulesUpdateZoneParams
