"""The forms that a request can take, for calls by keywords: class, models of the task, required fields, the others.

A form that is the only one of its operation needs no row here.
"""

from ._runtime.variants import Variant

PROBES_UPDATE = (
    Variant(
        "ProbesUpdateParams",
        None,
        "address timeout",
        "max_retries params probe_id probe_id_ http labels steps",
        renamed={"probe_id__": "probe_id"},
    ),
)

RECORDS_CREATE = (
    Variant("AddressParams", None, "type content", "ttl"),
    Variant("TextParams", None, "type content quoted", "ttl"),
)
