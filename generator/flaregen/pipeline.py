"""The way of the data, from a document to rendered files. Nothing here prints or writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flaregen.config import Config
from flaregen.emitting.arrange import arrange
from flaregen.emitting.chosen_models import Models
from flaregen.emitting.examples import examples
from flaregen.emitting.format import format_files, kept_from_formatters
from flaregen.emitting.modeling import model
from flaregen.emitting.package import Package
from flaregen.emitting.project import Calls, project_files, snippet_files
from flaregen.emitting.render import notice, render
from flaregen.names.named import NamedOperation
from flaregen.names.named_models import NamedModels
from flaregen.pointer import Pointer
from flaregen.rendered import RenderedFile
from flaregen.resources import templates_directory
from flaregen.steps import Step, silent
from flaregen.understanding import Reading, models_by_name


def generate(config: Config, reading: Reading, step: Step = silent) -> tuple[RenderedFile, ...]:
    """Model, arrange, render, format."""
    return format_files(rendered(config, reading, step))


def rendered(config: Config, reading: Reading, step: Step = silent) -> tuple[RenderedFile, ...]:
    """Every file but the lock. Python is not formatted yet."""
    with step("Modelling"):
        package = _arranged(config, reading.operations, dict(models_by_name(config, reading)))
    with step("Rendering"):
        templates = templates_directory()
        files = (*render(package, config.version, templates), notice(config.package))
        if not config.project:
            return files
        calls = tuple(_calls(config, reading))
        blocks = format_files(snippet_files(package, calls, templates))
        return (*files, *project_files(package, calls, config, templates, blocks))


def _calls(config: Config, reading: Reading) -> Iterator[Calls]:
    for operation in reading.operations:
        models = Models.of(reading.document, operation.operation, config.wire.envelope)
        yield operation, examples(operation, models)


def emit(config: Config, operations: tuple[NamedOperation, ...]) -> tuple[RenderedFile, ...]:
    """The package as it is rendered, not formatted."""
    return render(_arranged(config, operations, {}), config.version, templates_directory())


def _arranged(
    config: Config,
    operations: tuple[NamedOperation, ...],
    by_name: Mapping[Pointer, NamedModels],
) -> Package:
    return arrange(
        operations,
        model(operations),
        package=config.package,
        base_url=config.service.base_url,
        scopes=config.scopes,
        rules=config.wire,
        by_name=by_name,
    )


def emitted(config: Config, reading: Reading) -> tuple[RenderedFile, ...]:
    """The files as they are written into a project, the lock left out."""
    return kept_from_formatters(generate(config, reading))
