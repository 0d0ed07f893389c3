"""Models by name: from named groups to the modules of the emitted folder ``models``."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from flaregen.config_file import WireTable
from flaregen.emitting.literals import comment, docstring, literal
from flaregen.emitting.method_package import OwnCall
from flaregen.emitting.model_answers import answer_modules, deprecated, facts
from flaregen.emitting.model_inputs import (
    Annotations,
    Settings,
    dict_text,
    line,
    root,
    row,
    settings,
    settings_text,
    spelled,
    typed_dict,
    wider,
)
from flaregen.emitting.model_package import (
    FormCall,
    GroupModule,
    InputsModule,
    Line,
    ModelExample,
    ModelPackage,
    RunnerText,
    TypedDictText,
)
from flaregen.emitting.own_answers import either, forms_apart, own_calls, own_name
from flaregen.names.identifiers import ClassName
from flaregen.names.named import NamedClass, NamedTask
from flaregen.names.named_models import NamedForm, NamedGroup, NamedModels, members
from flaregen.names.placement import component_of
from flaregen.names.types import Type, references
from flaregen.schemas.schema import Object

_OPTIONS = ClassName("CallOptions")
_QUEUED = ClassName("QueuedRequest")
_KEYWORDS = "Keywords of a call: the members of a request, and options."
_IN_BATCH = "The same in a batch, with a name for its answer."


class Arranger:
    """Puts everything of an operation's models into its module."""

    def __init__(
        self,
        models: NamedModels,
        rules: WireTable,
        scopes: Sequence[str],
        tasks: Sequence[NamedTask],
    ) -> None:
        self._models, self._rules, self._scopes = models, rules, tuple(scopes)
        self._tasks = tasks
        self._classes: dict[str, NamedClass] = {cls.name: cls for cls in models.inputs}
        self._known: Annotations = spelled(models, _returned(models))
        self._answer_modules = {answer.name: answer.module for answer in models.answers}
        self._answer_modules |= {one.name: one.module for one in models.given if one.module}
        calls = [call for group in models.groups for call in group.calls.items()]
        self._lines = {
            prefix: tuple(line(member, self._known) for member in members(forms))
            for prefix, forms in calls
        }
        taken = {*self._classes, *models.unions}
        whole = {component_of(form.form.schema) for group in models.groups for form in group.forms}
        self._settings: tuple[Settings, ...] = settings([*self._lines.values()], taken, whole)
        self._modules = {str(cls.name): str(cls.module) for cls in models.inputs}
        self._modules |= {str(name): self._module(type_) for name, type_ in models.unions.items()}
        shared = (*(setting.name for setting in self._settings), _OPTIONS, _QUEUED)
        self._modules |= dict.fromkeys(map(str, shared), "inputs")
        for named_class in (cls for cls in models.answers if cls.schema.sent_as):
            alias = _returned_name(named_class, self._classes)
            self._modules[alias] = f"answers.{named_class.module}{_as(named_class.name, alias)}"

    def package(self, resource: str, method: str, constant: str, argument: str) -> ModelPackage:
        groups = tuple(map(self._group, self._models.groups))
        names = (" | ".join(runner.alias for runner in group.runners) for group in groups)
        pairs = zip(self._models.groups, names, strict=True)
        own = tuple(own_calls(pairs, self._tasks))
        return ModelPackage(
            resource=resource,
            method=method,
            constant=constant,
            argument=argument,
            groups=groups,
            inputs=self._inputs(),
            answers=tuple(answer_modules(self._models)),
            facts=tuple((literal(name), literal(known)) for name, known in facts(self._models)),
            deprecated=tuple(
                (literal(name), literal(date))
                for name, date in deprecated(self._models, self._rules.deprecation_date)
            ),
            example=self._example(),
            own_calls=own,
            modules=dict(self._own_modules(own)),
            requests=self._modules | {n: group.name for group in groups for n in _names(group)},
            answered={name: f"answers.{at}" for name, at in self._answer_modules.items()},
        )

    def _own_modules(self, calls: Sequence[OwnCall]) -> Iterator[tuple[str, str]]:
        """The modules of names and of classes that calls refer to."""
        for call in calls:
            yield from ((alias, "models.names") for alias in call.names.split(" | "))
        used = {name for call in calls for name in f"{call.answer} | {call.event}".split(" | ")}
        for name, module in self._answer_modules.items():
            if (alias := own_name(name, self._tasks)) in used:
                yield alias, f"models.answers.{module}{_as(name, alias)}"

    def _example(self) -> ModelExample | None:
        """Of the first model that has one, among those whose answers and events are text."""
        pairs = ((group, form) for group in self._models.groups for form in group.forms)
        return next((example for pair in pairs for example in _examples(*pair)), None)

    def _inputs(self) -> InputsModule:
        own = [cls for cls in self._models.inputs if cls.module == "inputs"]
        dicts = (*(typed_dict(c, self._known) for c in own), *map(settings_text, self._settings))
        return InputsModule(dicts, self._unions("inputs"), self._scopes)

    def _unions(self, module: str) -> tuple[tuple[str, str], ...]:
        """Aliases of a module: what refers to a class of a group is that group's."""
        return tuple(
            (name, self._known.text(type_, whole=True))
            for name, type_ in self._models.unions.items()
            if self._module(type_) == module
        )

    def _module(self, type_: Type) -> str:
        modules = {self._classes[name].module for name in references(type_)}
        return min(modules - {"inputs"}, default="inputs")

    def _group(self, group: NamedGroup) -> GroupModule:
        dicts, calls = list(self._nested(group)), []
        for prefix, forms in group.calls.items():
            call, own = self._call(group, prefix, forms)
            dicts += own
            calls.append(call)
        runners = tuple(self._runners(group, " | ".join(call.queued for call in calls)))
        return GroupModule(
            name=group.module,
            title=group.name,
            docstring=docstring(f"{comment(group.group.title or group.name)}.", indent=0),
            dicts=tuple(dicts),
            unions=self._unions(group.module),
            calls=tuple(calls),
            answers=either(call.answer for call in calls) or "object",
            row=tuple(row(group, self._classes, forms_apart(group, self._tasks))),
            runners=runners,
        )

    def _nested(self, group: NamedGroup) -> Iterator[TypedDictText]:
        for cls in self._models.inputs:
            if cls.module == group.module:
                yield typed_dict(cls, self._known)

    def _call(
        self, group: NamedGroup, prefix: ClassName, forms: Sequence[NamedForm]
    ) -> tuple[FormCall, list[TypedDictText]]:
        """The keywords of forms that are answered alike."""
        description = group.group.description or forms[0].form.schema.description
        lines = self._lines[prefix]
        own = root(f"{prefix}Input", description, lines, self._settings)
        dicts = [own, _extended(f"{prefix}Call", own, _OPTIONS, _KEYWORDS)]
        if group.queued(self._rules.queued):
            others = (self._lines[call] for call in group.calls)
            more = wider(lines, others)
            dicts.append(_extended(f"{prefix}Queued", own, _QUEUED, _IN_BATCH, more))
        first = forms[0]
        event = first.event.name if first.event else ""
        answer = first.answer.name if first.answer else "object"
        queued = dicts[2].name if len(dicts) > 2 else ""
        return FormCall(dicts[1].name, own.name, queued, answer, event), dicts

    def _runners(self, group: NamedGroup, request: str) -> Iterator[RunnerText]:
        """Those that can be queued have a method more."""
        queued = group.queued(self._rules.queued)
        for name, models in group.runners(self._rules.queued).items():
            values = tuple(literal(model.value) for model in models)
            own = request if models[0] in queued else ""
            yield RunnerText(f"{name}Runner", f"{name}Name", values, own)


def _extended(
    name: str, own: TypedDictText, mixin: str, text: str, more: Sequence[Line] = ()
) -> TypedDictText:
    return dict_text(name, (own.name, mixin), docstring(text, indent=8), more)


def _examples(group: NamedGroup, form: NamedForm) -> Iterator[ModelExample]:
    """What the document shows of a form, where what it is answered is text."""
    model = next((one for one in group.group.models if not one.deprecated), None)
    answer = form.form.answer if form.event and len(group.forms) == 1 else None
    text = answer.text if isinstance(answer, Object) else ""
    names = {field.wire: field.name for field in form.fields}
    if model is None:
        return
    for value in (example.value for body in model.bodies for example in body.examples):
        if text and isinstance(value, dict) and value.keys() <= names.keys():
            keywords = tuple((names[wire], literal(item)) for wire, item in value.items())
            yield ModelExample(literal(model.value), keywords, text)


def _names(group: GroupModule) -> Iterator[str]:
    yield from (text.name for text in group.dicts)
    yield from (name for name, _ in group.unions)


def _as(name: str, alias: str) -> str:
    """How an import spells a name that has another one there."""
    return f" {name} as {alias}" if alias != name else ""


def _returned_name(cls: NamedClass, inputs: Container[str]) -> str:
    return f"Answered{cls.name}" if cls.name in inputs else cls.name


def _returned(models: NamedModels) -> Mapping[str, Sequence[str]]:
    """Classes of answers by the class of requests in whose place they may be sent."""
    found: dict[str, list[str]] = {}
    inputs = {cls.name for cls in models.inputs}
    for cls in models.inputs:
        # A schema inside of a component is not the component.
        place = cls.schema.pointer.tokens[2:]
        back = [one for one in models.answers if place in [(name,) for name in one.schema.sent_as]]
        own = [_returned_name(named_class, inputs) for named_class in back]
        if own:
            found[cls.name] = own
    return found
