"""The models that the document names, by task."""

from typing import Literal, TypeAlias

SummarizationModel: TypeAlias = Literal[
    "@cf/acme/writer-small",
    "@cf/acme/writer-large",
]
