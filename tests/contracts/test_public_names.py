import inspect

import rashomon

MAX_NAMES = 20


def test_there_are_few_public_names_and_they_are_sorted() -> None:
    assert len(rashomon.__all__) <= MAX_NAMES
    assert list(rashomon.__all__) == sorted(rashomon.__all__)


def test_every_public_name_is_there_and_explains_itself() -> None:
    for name in rashomon.__all__:
        assert inspect.getdoc(getattr(rashomon, name)), name
