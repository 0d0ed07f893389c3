"""What `ai.run` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .ai import OtherThingParams, OtherThingResponse, QuotingItTitleParams, QuotingItTitleResponse

AIRunParams: TypeAlias = QuotingItTitleParams | OtherThingParams
AIRunResponse: TypeAlias = QuotingItTitleResponse | OtherThingResponse
