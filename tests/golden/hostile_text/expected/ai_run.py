"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .other_thing import OtherThingParams, OtherThingResponse
from .quoting_it_title import QuotingItTitleParams, QuotingItTitleResponse

AIRunParams: TypeAlias = QuotingItTitleParams | OtherThingParams
AIRunResponse: TypeAlias = QuotingItTitleResponse | OtherThingResponse
