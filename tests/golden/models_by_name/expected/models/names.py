"""The models that the document names, by what they take and answer."""

from typing import Literal, TypeAlias, get_args

WritingName: TypeAlias = Literal["@cf/acme/writer-small",]
QueuedWritingName: TypeAlias = Literal["@cf/acme/writer-large",]
ListenerName: TypeAlias = Literal["@cf/acme/listener",]
PaintingName: TypeAlias = Literal["@cf/acme/painter",]

# By model: its module, the name of its runner, and whether that takes batches.
RUNNERS = {
    name: runner
    for runner, names in (
        ("writing WritingRunner", WritingName),
        ("writing QueuedWritingRunner batch", QueuedWritingName),
        ("listener ListenerRunner", ListenerName),
        ("painting PaintingRunner", PaintingName),
    )
    for name in get_args(names)
}
# With the date after which they may be gone, where it is known.
DEPRECATED: dict[str, str] = {}
