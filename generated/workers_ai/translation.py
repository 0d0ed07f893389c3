"""Translation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.models import UNSET, Params, Response, UnsetType


class TranslationResponse(Response):
    """The translation of the text sent."""

    translated_text: str | None = None
    """The text in the target language."""


class TranslationParams(Params[TranslationResponse]):
    """Translates a text into another language."""

    text: str
    """Text to translate, in the language given by source_lang. At least 1 character."""
    source_lang: str | UnsetType = UNSET
    """Language to translate from, as a code such as en. Server default: "en"."""
    target_lang: str
    """Language to translate into, as a code such as fr."""
