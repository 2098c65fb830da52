"""Characters of pages that could mislead a reader, made harmless."""

REPLACEMENT = "\ufffd"
WORD_JOINER = "\u2060"  # invisible, and without a say in the direction of text


def _harmless() -> dict[int, str]:
    """Map characters one to one, so that offsets into a text stay true."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # the pictures of control codes
    table |= dict.fromkeys((0x0B, 0x0C, 0x0D), " ")
    del table[ord("\t")], table[ord("\n")]
    table |= dict.fromkeys([0x7F, *range(0x80, 0xA0), *range(0xD800, 0xE000)], REPLACEMENT)
    # Embeddings and isolates are common in honest texts of two directions; overrides are not.
    table |= dict.fromkeys([*range(0x202A, 0x202D), *range(0x2066, 0x206A)], WORD_JOINER)
    table |= dict.fromkeys([0x202D, 0x202E], REPLACEMENT)
    return table


HARMLESS = _harmless()


def harmless(text: str) -> str:
    """Replace control characters and those that turn the direction of text, one to one."""
    return text.translate(HARMLESS)


def printed(value: object) -> object:
    """Make whatever a template prints harmless, but for what is markup of our own."""
    is_markup = hasattr(value, "__html__")
    return harmless(value) if isinstance(value, str) and not is_markup else value
