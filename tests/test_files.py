"""Files written where several processes may write the same at once, as builds that share a cache do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.files import write, write_bytes


def test_many_writers_of_one_file_leave_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "drawing.svg"
    texts = [character * 200_000 for character in "abcdefgh"]
    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda text: write(path, text), texts * 10))
    assert path.read_text(encoding="utf-8") in texts
    assert [each.name for each in path.parent.iterdir()] == ["drawing.svg"]


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "card.png"
    write_bytes(path, b"one")
    before = path.stat().st_mtime_ns
    write_bytes(path, b"one")
    assert path.stat().st_mtime_ns == before
