"""Old Word documents for tests, written byte by byte: what no program at hand writes."""

from __future__ import annotations

from struct import pack
from typing import NamedTuple

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4096  # below it a stream would be in a storage of its own
TEXT_AT = 2048
SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
ROW_END, IN_TABLE, NOT_IN_TABLE = (0x2417, b"\1"), (0x2416, b"\1"), (0x2416, b"\0")
ROW = 0xD608
DELETED, INSERTED, HIDDEN = (0x0800, b"\1"), (0x0801, b"\1"), (0x083C, b"\1")


class Run(NamedTuple):
    """Characters that share properties, which are codes with operands."""

    text: str
    properties: tuple[tuple[int, bytes], ...] = ()
    style: int = 0


def storage(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams."""
    padded = {name: content.ljust(SMALLEST, b"\0") for name, content in streams.items()}
    table: list[int] = []
    entries = [entry("Root Entry", 5, END, 0, child=1)]
    body = b""
    for index, (name, content) in enumerate(padded.items(), 1):
        entries.append(entry(name, 2, len(table), len(content), right=index + 1 if index < len(padded) else FREE))
        body += in_sectors(content)
        table += chain(len(table), len(content))
    directory = in_sectors(b"".join(entries))
    begins = len(table)
    table += chain(begins, len(directory))
    count = -(-(len(table) + 1) // 127)
    first = len(table)
    table += [FAT] * count + [FREE] * (count * 128 - len(table) - count)
    head = pack("<8s16s6H10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, count, begins, 0, SMALLEST, END, 0, END, 0)  # fmt: skip
    places = [*range(first, first + count), *[FREE] * (109 - count)]
    return head + pack("<109I", *places) + body + directory + pack(f"<{len(table)}I", *table)


def entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHBBIII16xI16xIQ", words, len(words), kind, 1, FREE, right, child, 0, start, size)


def in_sectors(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % SECTOR)


def chain(first: int, size: int) -> list[int]:
    count = -(-size // SECTOR)
    return [*range(first + 1, first + count), END]


def modifiers(properties: tuple[tuple[int, bytes], ...]) -> bytes:
    """Properties as they are written."""
    return b"".join(pack("<H", code) + sized(code, operand) for code, operand in properties)


def sized(code: int, operand: bytes) -> bytes:
    if code == ROW:
        return pack("<H", len(operand) + 1) + operand
    return operand if SIZES[code >> 13] else bytes([len(operand)]) + operand


def row_shape(edges: list[int], flags: list[int]) -> tuple[int, bytes]:
    """The property that tells where the cells of a row are, and which are parts of merged ones."""
    cells = b"".join(pack("<H18x", flag) for flag in flags)
    return ROW, bytes([len(flags)]) + pack(f"<{len(edges)}h", *edges) + cells


def word_streams(paragraphs: list[Run], runs: list[Run] | None = None, **changes: int) -> dict[str, bytes]:
    """The streams of a document; ``runs`` are its characters once more, ``changes`` are words of its header."""
    text = "".join(one.text for one in paragraphs)
    units = text.encode("utf-16-le", "surrogatepass")
    content = units + b"\0" * (-(TEXT_AT + len(units)) % SECTOR)
    page = (TEXT_AT + len(content)) // SECTOR
    pages, indexes = b"", []
    for kind, parts in (("characters", runs or [Run(text)]), ("paragraphs", paragraphs)):
        made = [formatted(kind, part, start) for part, start in chunks(parts)]
        starts = [start for _, start in chunks(parts)]
        numbers = range(page, page + len(made))
        indexes.append(pack(f"<{len(made) + 1}I{len(made)}I", *starts, TEXT_AT + len(units), *numbers))
        page += len(made)
        pages += b"".join(made)
    pieces = pack("<BIIIHIH", 2, 16, 0, len(units) // 2, 0, TEXT_AT, 0)
    table, places = b"\0" * 16, {}
    for number, part in ((12, indexes[0]), (13, indexes[1]), (33, pieces)):
        places[number] = (len(table), len(part))
        table += part
    return {"WordDocument": header(len(units) // 2, places, changes) + content + pages, "1Table": table}


def header(characters: int, places: dict[int, tuple[int, int]], changes: dict[str, int]) -> bytes:
    head = bytearray(TEXT_AT)
    first = {"kind": 0xA5EC, "version": 0xC1, "flags": 0x200, **changes}
    head[:12] = pack("<HH6xH", first["kind"], first["version"], first["flags"])
    head[0x4C:0x50] = pack("<i", first.get("characters", characters))
    for number, place in places.items():
        head[0x9A + 8 * number : 0xA2 + 8 * number] = pack("<II", *place)
    return bytes(head)


def chunks(parts: list[Run]) -> list[tuple[list[Run], int]]:
    """Runs page by page, with the place of the first."""
    found, at = [], TEXT_AT
    for index in range(0, len(parts), 4):
        part = parts[index : index + 4]
        found.append((part, at))
        at += sum(len(one.text) for one in part) * 2
    return found


def formatted(kind: str, runs: list[Run], start: int) -> bytes:
    """A page of 512 bytes."""
    width = 13 if kind == "paragraphs" else 1
    ends, end, at = [start], start, SECTOR - 2
    page = bytearray(SECTOR)
    for index, run in enumerate(runs):
        end += 2 * len(run.text)
        ends.append(end)
        content = modifiers(run.properties)
        if kind == "paragraphs":
            content = pack("<H", run.style) + content + b"\0" * (len(content) % 2)
            content = bytes([0, len(content) // 2]) + content
        else:
            content = bytes([len(content)]) + content
        at -= len(content) + (at - len(content)) % 2
        page[at : at + len(content)] = content
        page[4 * (len(runs) + 1) + width * index] = at // 2
    page[: 4 * len(ends)] = pack(f"<{len(ends)}I", *ends)
    page[-1] = len(runs)
    return bytes(page)


def doc(paragraphs: list[Run], runs: list[Run] | None = None, **changes: int) -> bytes:
    """A whole document."""
    return storage(word_streams(paragraphs, runs, **changes))


def cells(*texts: str, shape: tuple[int, bytes] | None = None) -> list[Run]:
    """A table row."""
    return [
        *(Run(f"{text}\x07", (IN_TABLE,)) for text in texts),
        Run("\x07", (IN_TABLE, ROW_END, *([shape] if shape else []))),
    ]
