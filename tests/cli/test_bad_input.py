import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.cli.main import FAULT, INTERRUPTED
from rashomon.model import Attribution, Document


def test_an_empty_file_is_rejected_with_what_to_do(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_text("")
    done = rashomon("read", file)
    assert (done.status, done.out) == (1, "")
    assert str(file) in done.err
    assert "Traceback" not in done.err


def test_a_binary_file_is_rejected(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert rashomon("read", file).status == 1


def test_fifty_megabytes_on_one_line_are_rejected_quickly(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "line.txt"
    with file.open("w") as stream:
        stream.writelines("Solberg said no. " * 1000 for _ in range(3000))
    started = time.process_time()
    done = rashomon("read", file)
    assert done.status == 1
    assert "bytes" in done.err
    assert time.process_time() - started < 5


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig", "utf-16-le"])
def test_encodings_are_recognised_and_quotes_still_quote(
    rashomon, tmp_path: Path, encoding: str
) -> None:
    text = (
        "Переговоры завершились сегодня вечером, сообщило министерство иностранных дел.\n"
        "Стороны договорились продолжить встречи в следующем месяце, заявил представитель.\n"
    ) * 5
    file = tmp_path / "page.txt"
    file.write_bytes(text.encode(encoding))
    done = rashomon("read", file, "--format", "json")
    assert done.status == 0
    (reading,) = done.records
    assert "Переговоры" in reading["document"]["text"]
    assert reading["document"]["language"] == "ru"
    assert reading["document"]["is_read"] is False


def test_nul_bytes_and_broken_characters_do_not_stop_a_page(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    words = "Prime Minister Mette Solberg of Velmora said that the pass is closed. "
    file.write_bytes(words.encode() * 5 + b"\xff\xfe\x00 caf\xe9 \x00 " + words.encode() * 5)
    done = rashomon("read", file, "--format", "json")
    assert done.status == 0
    assert done.records[0]["attributions"]


def test_offsets_quote_their_text_after_emoji_and_combining_marks(rashomon, tmp_path: Path) -> None:
    text = "🕊️👩🏽‍🚒 Zoë Kós of Velmora said that “péace ís near” 🎉, and Solberg agreed to talk."
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps({"id": "a", "text": text}) + "\n")
    (reading,) = rashomon("read", file, "--format", "json").records
    (first, *_) = reading["attributions"]
    start, end = first["content"][0]
    assert "péace ís near" in text[start:end]


def test_right_to_left_text_is_kept_as_it_is_and_said_not_to_be_read(
    rashomon, tmp_path: Path
) -> None:
    text = "قال رئيس الوزراء إن المعبر سيبقى مغلقا حتى نهاية الشهر بسبب أعمال الإصلاح.\n" * 4
    file = tmp_path / "page.txt"
    file.write_text(text)
    done = rashomon("read", file, "--format", "text")
    assert done.status == 0
    assert "not read" in done.out


def test_a_page_without_an_article_says_so(rashomon, tmp_path: Path) -> None:
    file = tmp_path / "menu.txt"
    file.write_text("Home\nNews\nSport\nWeather\nLog in\nSubscribe\nContact us\nPrivacy\n")
    done = rashomon("read", file, "--format", "text")
    assert done.status == 0
    assert "No article found" in done.out


def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(
    rashomon, tmp_path: Path
) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text(
        '{"id": "a", "text": "Solberg said no."}\n{"id": "b", "text": \n'
        '{"id": "c", "text": "Kos said yes."}\n'
    )
    done = rashomon("attribute", file)
    assert done.status == 1
    assert [record["id"] for record in done.records] == ["a", "c"]
    assert "line 2" in done.err


def test_the_second_document_under_one_id_is_rejected_with_its_line(
    rashomon, tmp_path: Path
) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": "a", "text": "Solberg said no."}\n{"id": "a", "text": "Yes."}\n')
    done = rashomon("attribute", file)
    assert (done.status, len(done.records)) == (1, 1)
    assert "line 2" in done.err
    assert "'a'" in done.err


def test_a_folder_with_a_mixture_is_read_as_far_as_it_can_be(
    rashomon, tmp_path: Path, report: Path
) -> None:
    (tmp_path / "records.jsonl").write_text('{"id": "a", "text": "Solberg said no."}\n')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (tmp_path / "empty.txt").write_text(" \n ")
    (tmp_path / "page.html").write_text("<!doctype html><html><body><p>No.</p></body></html>")
    done = rashomon("read", tmp_path, "--format", "json")
    assert done.status == 1
    read = {record["document"]["id"] for record in done.records}
    assert read == {"a", str(report), str(tmp_path / "page.html")}
    assert "2 of 5 inputs rejected" in done.err


def test_a_missing_file_is_told_by_name(rashomon) -> None:
    done = rashomon("read", "/no/such/page.txt")
    assert done.status == 1
    assert "/no/such/page.txt: no such file" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--no-such-option"],
        ["read", "x.txt", "--format", "docx"],
        ["read", "x.txt", "--fetched", "yesterday"],
        ["read", "x.txt", "--jobs", "0"],
        ["read", "x.txt", "--sides", "/no/such/sides.toml"],
        ["no-such-command"],
    ],
)
def test_misuse_is_told_in_a_line_and_exits_2(rashomon, arguments: list[str]) -> None:
    done = rashomon(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err


def test_a_fault_of_ours_costs_one_document_and_shows_no_traceback(
    rashomon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": "a", "text": "Solberg said no."}\n{"id": "b", "text": "Kos left."}\n')

    def fail_on_a(
        documents: list[Document], *_: object, **_options: object
    ) -> list[tuple[Attribution, ...]]:
        if any(document.id == "a" for document in documents):
            raise ZeroDivisionError("planted")
        return [() for _ in documents]

    monkeypatch.setattr("rashomon.pipeline.attributions.attribute", fail_on_a)
    done = rashomon("read", file, "--format", "json")
    assert done.status == 1
    assert [record["document"]["id"] for record in done.records] == ["b"]
    assert "planted" in done.err
    assert "Traceback" not in done.err


def test_a_fault_outside_a_document_shows_no_traceback_unless_asked(
    rashomon, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("rashomon.pipeline.accounts.compare", fail)
    done = rashomon("read", report)
    assert done.status == FAULT
    assert "Traceback" not in done.err
    assert "planted" in done.err
    assert "Traceback" in rashomon("read", report, "--debug").err


def test_ctrl_c_leaves_no_traceback_and_no_half_written_file(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    with records.open("w") as stream:
        for number in range(20_000):
            text = "Solberg said that the pass is closed. " * 20
            stream.write(json.dumps({"id": str(number), "text": text}) + "\n")
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "rashomon", "attribute", str(records), "-o", str(output)]
    # A shell ignores Ctrl-C for what it runs in the background, and so would what we start there.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"}
        )
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob(".out.jsonl*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == INTERRUPTED
    assert "Traceback" not in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records.jsonl"]
