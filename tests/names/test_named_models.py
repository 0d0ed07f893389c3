"""The keywords of a call whose request has several forms."""

from __future__ import annotations

from flaregen.names.identifiers import ClassName, FieldName, ModuleName
from flaregen.names.named import NamedField
from flaregen.names.named_models import Answer, NamedForm, members
from flaregen.names.types import ScalarType, UnionType
from flaregen.pointer import Pointer
from flaregen.schemas.model_groups import ModelForm
from flaregen.schemas.schema import Object, Scalar, ScalarKind

_AT = Pointer()
_STREAM = Answer(ClassName("Chunk"), ModuleName("chunk"))


def _form(*fields: tuple[str, ScalarKind, bool]) -> NamedForm:
    schema = Object(pointer=_AT, fields=())
    form = ModelForm("", schema, "stream", streams=False, answer=None, event=None)
    named = tuple(
        NamedField(
            FieldName(name), name, Scalar(pointer=_AT, kind=kind), required, ScalarType(kind)
        )
        for name, kind, required in fields
    )
    return NamedForm(form, ClassName(), named, None, _STREAM)


def test_a_keyword_has_the_types_of_all_forms() -> None:
    image, number = ("image", "string", True), ("image", "boolean", True)
    (found,) = members([_form(image), _form(number)])
    assert found.type == UnionType((ScalarType("string"), ScalarType("boolean")))
    assert found.required


def test_a_keyword_that_one_form_lacks_is_optional_and_the_flag_has_a_method() -> None:
    prompt, flag = ("prompt", "string", True), ("stream", "boolean", False)
    found = members([_form(prompt, flag), _form(("text", "string", True))])
    assert [(one.name, one.required) for one in found] == [("prompt", False), ("text", False)]
