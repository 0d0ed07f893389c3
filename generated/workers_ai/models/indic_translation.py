"""Indic Translation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.groups import Form, Group


if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, TypedDict

    from .inputs import CallOptions

    class IndicTranslationInput(TypedDict):
        """Translates English into a language of India."""

        text: str | Sequence[str]
        """What is translated."""
        target_language: Literal[
            "asm_Beng",
            "awa_Deva",
            "ben_Beng",
            "bho_Deva",
            "brx_Deva",
            "doi_Deva",
            "eng_Latn",
            "gom_Deva",
            "gon_Deva",
            "guj_Gujr",
            "hin_Deva",
            "hne_Deva",
            "kan_Knda",
            "kas_Arab",
            "kas_Deva",
            "kha_Latn",
            "lus_Latn",
            "mag_Deva",
            "mai_Deva",
            "mal_Mlym",
            "mar_Deva",
            "mni_Beng",
            "mni_Mtei",
            "npi_Deva",
            "ory_Orya",
            "pan_Guru",
            "san_Deva",
            "sat_Olck",
            "snd_Arab",
            "snd_Deva",
            "tam_Taml",
            "tel_Telu",
            "urd_Arab",
            "unr_Deva",
        ]
        """Language to translate into, with its script."""

    class IndicTranslationCall(IndicTranslationInput, CallOptions, total=False):
        """Keywords of a call: the members of a request, and options."""


GROUP = Group(
    name="IndicTranslation",
    forms=(Form("text target_language", "", "indic_translation.IndicTranslation", apart=True),),
)
