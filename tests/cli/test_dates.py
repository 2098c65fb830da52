import json
from pathlib import Path


def records_file(folder: Path, *records: dict[str, object]) -> Path:
    file = folder / "records.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return file


def test_dates_tells_words_value_and_basis(rashomon, tmp_path: Path) -> None:
    text = "The envoys met last Friday for about an hour."
    file = records_file(tmp_path, {"id": "n1", "text": text, "published": "2024-05-15"})
    done = rashomon("dates", file)
    (record,) = done.records
    assert (done.status, record["id"]) == (0, "n1")
    friday, hour = record["timexes"]
    assert text[friday["start"] : friday["end"]] == friday["words"] == "last Friday"
    assert (friday["type"], friday["value"]) == ("DATE", "2024-05-10")
    assert friday["basis"] == "relative to publication"
    assert (hour["value"], hour["modifier"]) == ("PT1H", "APPROX")


def test_dates_without_an_anchor_are_null_with_a_reason(rashomon, tmp_path: Path) -> None:
    file = records_file(tmp_path, {"id": "n1", "text": "They will meet next Sunday."})
    (record,) = rashomon("dates", file).records
    (sunday,) = record["timexes"]
    assert (sunday["value"], sunday["basis"]) == (None, "unknown")
    assert sunday["reason"]


def test_dates_takes_the_publication_date_from_the_option(rashomon, tmp_path: Path) -> None:
    file = records_file(tmp_path, {"id": "n1", "text": "They met on Monday."})
    (record,) = rashomon("dates", file, "--published", "2024-05-15").records
    assert record["timexes"][0]["value"] == "2024-05-13"


def test_dates_rejects_bad_records_and_reads_the_others(rashomon, tmp_path: Path) -> None:
    good = {"id": "good", "text": "They met on 4 March 2024."}
    bad = {"id": "bad", "text": "They met.", "published": "30 February"}
    done = rashomon("dates", records_file(tmp_path, bad, {"id": 7}, good))
    assert done.status == 1
    assert [record["id"] for record in done.records] == ["good"]
    assert "2 of 3 inputs rejected" in done.err


def test_dates_in_a_language_that_is_not_read_are_none(rashomon, tmp_path: Path) -> None:
    record = {"id": "n1", "text": "Sie trafen sich am 4. M\u00e4rz 2024.", "language": "de"}
    (found,) = rashomon("dates", records_file(tmp_path, record)).records
    assert found["timexes"] == []


def test_two_jobs_find_the_same_dates(rashomon, tmp_path: Path) -> None:
    records = [
        {"id": str(n), "text": f"They met {n} days ago.", "published": "2024-05-15"}
        for n in range(2, 40)
    ]
    file = records_file(tmp_path, *records)
    assert rashomon("dates", file, "--jobs", "2").out == rashomon("dates", file).out
