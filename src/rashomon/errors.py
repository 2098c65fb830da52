"""The error tree: split by what the caller can do about it.

RashomonError
├── InputError            fix the data and run again
│   ├── PageError         a file that cannot be read as a page
│   ├── LimitError        a page that takes more time or memory than one page may
│   ├── RecordError       a line of JSON Lines that is no document
│   ├── DuplicateIdError  two documents under one id
│   ├── CodingError       a file that holds no comparison, or one of other documents
│   ├── SpanError         offsets that do not fit their text
│   └── SidesError        a sides file that does not hold sides
├── FaultError            a fault of ours on one document: report it; the others are read
└── ResourceError         a part of the installation is missing or damaged: install again

Fields are the arguments and ``__str__`` words them, so that an error survives a process boundary.
"""


class RashomonError(Exception):
    """Anything this package raises on purpose."""


class InputError(RashomonError):
    """The data given cannot be used as it is."""


class PageError(InputError):
    """A file, or a part of one, that cannot be read as a page."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(path, problem, advice)
        self.path, self.problem, self.advice = path, problem, advice

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}. {self.advice}"


class LimitError(InputError):
    """A page that takes more than one page may, or ends the process that reads it."""

    def __init__(self, path: str, excess: str, advice: str) -> None:
        super().__init__(path, excess, advice)
        self.path, self.excess, self.advice = path, excess, advice

    def __str__(self) -> str:
        return (
            f"{self.path}: reading this page {self.excess}. It is left out; the others are read. "
            f"{self.advice}"
        )


class RecordError(InputError):
    """A line of JSON Lines that does not hold a document."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(path, line, problem)
        self.path, self.line, self.problem = path, line, problem

    def __str__(self) -> str:
        return (
            f"{self.path}, line {self.line}: {self.problem}. Expected one JSON object a line with "
            'string fields "id" and "text". The other lines are read.'
        )


class DuplicateIdError(InputError):
    """Two documents under one id: quotes could not say which one they are from."""

    def __init__(self, document_id: str, path: str, line: int | None) -> None:
        super().__init__(document_id, path, line)
        self.document_id, self.path, self.line = document_id, path, line

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}, line {self.line}"
        return (
            f"{where}: the id {self.document_id!r} was used before. The first document keeps it; "
            "this one is left out. Give every document an id of its own."
        )


class CodingError(InputError):
    """A file that holds no comparison, or one of other documents than the one beside it."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(path, problem, advice)
        self.path, self.problem, self.advice = path, problem, advice

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}. {self.advice}"


class SpanError(InputError):
    """Offsets that do not fit the text they point into."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(start, end, length)
        self.start, self.end, self.length = start, end, length

    def __str__(self) -> str:
        return (
            f"span [{self.start}, {self.end}) does not fit a text of {self.length} code points: "
            "need 0 <= start < end <= length. Was the text changed after it was annotated?"
        )


class SidesError(InputError):
    """A sides file that does not hold sides."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return (
            f"{self.path}: {self.problem}. Expected TOML tables like: "
            '[sides.Nordkai] actors = ["Nordkai", "the company", "Ingrid Solheim"]'
        )


class FaultError(RashomonError):
    """A fault of ours that one document brings out."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(path, fault)
        self.path, self.fault = path, fault

    def __str__(self) -> str:
        return (
            f"{self.path}: a fault of ours: {self.fault}. The other documents are read. Run again "
            "with --debug to see where, and please report it."
        )


class ResourceError(RashomonError):
    """A part of the installation is missing or damaged."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what, advice)
        self.what, self.advice = what, advice

    def __str__(self) -> str:
        return f"{self.what}. {self.advice}"
