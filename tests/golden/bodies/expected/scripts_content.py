"""What operations of `client.scripts.content` take and give."""

from ._runtime.binary import FilePart
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class ScriptsContentUpdateResponse(Response):
    id: str | None = None


class ScriptsContentUpdateMetadata(Model):
    main: str | UnsetType = UNSET


class ScriptsContentUpdateParams(Params[ScriptsContentUpdateResponse]):
    metadata: ScriptsContentUpdateMetadata | AnyObject
    script: FilePart | UnsetType = UNSET
