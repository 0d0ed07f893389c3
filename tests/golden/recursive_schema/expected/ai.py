"""What operations of `client.ai` take and give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class AIRunResponseNode(Response):
    name: str
    children: list[AIRunResponseNode] | None = None
    by_name: dict[str, AIRunResponseNode] | None = None


class AIRunResponse(Response):
    tree: AIRunResponseNode | None = None
    list_: list[Any] | None = field(default=None, metadata={"wire_name": "list"})


class AIRunNode(Model):
    name: str
    children: Sequence[AIRunNode | AnyObject] | UnsetType = UNSET
    by_name: Mapping[str, AIRunNode | AnyObject] | UnsetType = UNSET


class AIRunFile(Model):
    folder: AIRunFolder | AnyObject | UnsetType = UNSET


class AIRunParams(Params[AIRunResponse]):
    root: AIRunNode | AnyObject
    file: AIRunFile | AnyObject | UnsetType = UNSET


class AIRunFolder(Model):
    disk: AIRunDisk | AnyObject | UnsetType = UNSET


class AIRunDisk(Model):
    root: AIRunFolder | AnyObject | UnsetType = UNSET
