"""Bytes to readable text, or a reason why they are none.

Nothing here raises on broken text: pages are broken in every way there is, and a text with a few
replacement marks can still be read and quoted. What is no text at all is refused.
"""

import codecs
import re

from rashomon.errors import PageError

# One news page is some thousand code points, the longest official transcripts about 200,000, a long
# book a million. What is longer is a dump of many pages, which no comparison reads as one document.
MAX_CODE_POINTS = 1_050_000
MAX_BYTES = 4 * MAX_CODE_POINTS + 4  # no Unicode encoding needs more, byte-order mark included

# The longer UTF-32 mark begins with the UTF-16 one, so it is asked first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of files that people mistake for texts: Wikipedia, "List of file signatures".
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an XZ archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\0", "a database"),
)

HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
LINE_END = re.compile(r"\r\n?")
READABLE = re.compile(r"[^\W_]")
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")

HTML_WINDOW = 2_000  # code points in which an HTML document shows itself
# Our own judgement, far from both sides: texts have next to none, binary data about a tenth.
MAX_CONTROL_SHARE = 0.03
MAX_BROKEN_SHARE = 0.1
# A truncated character costs one mark; a text in another encoding breaks at nearly every letter.
MIN_GOOD_PER_BROKEN = 4
# In UTF-16 the zero bytes of ASCII letters, or at least of blanks (one character in seven), all
# stand on one side; stray zero bytes are fewer, and on both.
MIN_NUL_SHARE = 0.05
MIN_NUL_SIDE = 0.9
SAMPLE_BYTES = 20_000  # enough for every guess of charset-normalizer, and bounds its time
# Encodings in which news pages are found; the guess is better among few. WHATWG Encoding Standard.
LEGACY_ENCODINGS = [
    "cp1252",
    "cp1251",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "koi8_u",
    "iso8859_2",
    "iso8859_5",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
META_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
META_WINDOW = 4_096  # bytes; the standard asks for 1,024, and pages are late
# What browsers take a charset's name for, where Python takes it at its word: WHATWG Encoding.
ENCODING_OF_LABEL = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    # These cannot be what the bytes are: the <meta> was read as ASCII.
    "utf-8": "",
    "utf8": "",
    "utf-16": "",
    "utf-16le": "",
    "utf-16be": "",
    "utf-7": "",
}
FALLBACK_ENCODING = "cp1252"  # what browsers take a page for that names no encoding


def decode(content: bytes, path: str) -> str:
    """Decode the bytes of a page that holds plain text.

    Line ends become a line feed, NUL bytes and the byte-order mark are dropped; from then on the
    text never changes.

    Args:
        content: The bytes as they came.
        path: Where they came from, for messages.

    Returns:
        A text of at most `MAX_CODE_POINTS` that is not blank.

    Raises:
        PageError: If the bytes are no text, blank, HTML, or longer than one page can be.
    """
    _refuse_binary(content, path)
    if len(content) > MAX_BYTES:
        raise _too_long(path)
    text = LINE_END.sub("\n", _decode_text(content).replace("\0", ""))
    if len(text) > MAX_CODE_POINTS:
        raise _too_long(path)
    if is_blank(text):
        raise PageError(path, "the page has no text", "Give a file that holds the page's text.")
    if HTML_START.match(HTML_COMMENT.sub("", text[:HTML_WINDOW])):
        raise PageError(
            path,
            "this is HTML behind a beginning that is none",
            "Name the file .html, and it is read as HTML.",
        )
    unreadable = len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text)
    if unreadable or text.count("\ufffd") > MAX_BROKEN_SHARE * len(text):
        raise _binary(path, "binary data")
    return text


def decode_html(content: bytes, path: str) -> str:
    """Decode the bytes of a page of HTML.

    As browsers do (WHATWG HTML, 13.2.3): a byte-order mark, else the charset that a <meta> near the
    beginning names, else a guess. Only where the bytes are valid UTF-8 beyond ASCII, the page's own
    word is not asked: no text in another encoding is so by chance.

    Args:
        content: The bytes as they came.
        path: Where they came from, for messages.

    Returns:
        The markup without NUL bytes, line ends as they are.

    Raises:
        PageError: If the bytes are no text.
    """
    _refuse_binary(content, path)
    text = _decode_markup(content).replace("\0", "")
    sample = text[:SAMPLE_BYTES]
    if len(CONTROL.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
        raise _binary(path, "binary data")
    return text


def _decode_markup(content: bytes) -> str:
    if content.isascii() or content.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return _decode_text(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        named = META_CHARSET.search(content[:META_WINDOW])
    label = named[1].decode("ascii").lower() if named is not None else ""
    encoding = ENCODING_OF_LABEL.get(label, label)
    try:
        return content.decode(encoding, errors="replace") if encoding else _decode_text(content)
    except LookupError:  # a charset that nobody knows
        return _decode_text(content)


def is_blank(text: str) -> bool:
    """Tell whether a text holds no letter and no digit."""
    return READABLE.search(text) is None


def _refuse_binary(content: bytes, path: str) -> None:
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            raise _binary(path, what)


def _binary(path: str, what: str) -> PageError:
    return PageError(path, f"the file is {what}, not text", "Save the page's text as a .txt file.")


def _too_long(path: str) -> PageError:
    return PageError(
        path,
        f"the text is longer than one page can be ({MAX_CODE_POINTS:,} characters)",
        "Split it into one file a page, or one record a line (JSON Lines).",
    )


def _decode_text(content: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    wide = _guess_wide(content)
    if wide is not None:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_mixed(content)


def _guess_wide(content: bytes) -> str | None:
    """Tell UTF-16 without a byte-order mark by where its zero bytes stand."""
    n_even, n_odd = content[::2].count(0), content[1::2].count(0)
    n_zero = n_even + n_odd
    if n_zero < MIN_NUL_SHARE * len(content) or max(n_even, n_odd) < MIN_NUL_SIDE * n_zero:
        return None
    return "utf-16-le" if n_odd > n_even else "utf-16-be"


def _decode_mixed(content: bytes) -> str:
    """Decode line by line: pages are pasted together from parts in several encodings."""
    lines = content.split(b"\n")
    readable = [_decode_line(line) for line in lines]
    failed = b"\n".join(line for line, text in zip(lines, readable, strict=True) if text is None)
    encoding = _guess_encoding(failed)
    return "\n".join(
        line.decode(encoding, errors="replace") if text is None else text
        for line, text in zip(lines, readable, strict=True)
    )


def _decode_line(line: bytes) -> str | None:
    """Decode a line of UTF-8 with at most a few broken characters; None for anything else."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", errors="replace")
    n_broken = text.count("\ufffd")
    n_good = sum(character > "\x7f" for character in text) - n_broken
    return text if n_good >= MIN_GOOD_PER_BROKEN * n_broken else None


def _guess_encoding(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # most pages are UTF-8

    best = from_bytes(content[:SAMPLE_BYTES], cp_isolation=LEGACY_ENCODINGS).best()
    return FALLBACK_ENCODING if best is None else best.encoding
