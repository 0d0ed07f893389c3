"""Upload the parts of a script."""

from ._runtime.binary import File
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class ScriptsUpdateContentResponse(Response):
    id: str | None = None


class ScriptsUpdateContentMetadata(Model):
    main: str | UnsetType = UNSET


class ScriptsUpdateContentParams(Params[ScriptsUpdateContentResponse]):
    metadata: ScriptsUpdateContentMetadata | AnyObject
    script: File | UnsetType = UNSET
