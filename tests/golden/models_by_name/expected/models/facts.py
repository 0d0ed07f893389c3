"""What is known of each model apart from its schema, in the document's words."""

FACTS: dict[str, dict[str, object]] = {
    "@cf/acme/listener": {"task": "Speech", "deprecated": False},
    "@cf/acme/painter": {"task": "Painting", "deprecated": False},
    "@cf/acme/writer-large": {
        "task": "Summarization",
        "async_queue": True,
        "planned_deprecation_date": "2030-01-31",
        "prices": [{"unit": "token", "price": 0.5}],
        "deprecated": False,
    },
    "@cf/acme/writer-small": {"task": "Summarization", "deprecated": False},
}
