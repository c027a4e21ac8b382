"""Hostile and broken inputs, made by kind and seed. `python tests/hostile.py 500` builds them all and prints a table.

Each is built in a process of its own over an earlier output. It must end within `PATIENCE` seconds without a
traceback; a refusal is a line that names the file and says what to do; the output is the earlier one or a new one.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import exports
import handmade_docx
import handmade_epub
import handmade_pages
import handmade_pdf
import manuscript
from conceptgraph.characters import traditionalize
from conceptgraph.read.formats import READERS
from sample_graphs import HOSTILE

PATIENCE = 20  # seconds
SUMMARY = re.compile(r"\d+ could not be read, \d+ |^and \d+ more")  # lines that count, and are no message
PROSE = manuscript.one_line_each()
SHORT = "平台把时间变成数据，数据变成商品。异化源于私有制。\n" * 3


class Input(NamedTuple):
    """Files by name (None: a folder), and further arguments of the build; the paths are the names."""

    files: Mapping[str, bytes | None]
    options: tuple[str, ...] = ()


Kind = Callable[[random.Random], Input]


def flip(content: bytes, chance: random.Random, share: float = 0.01) -> bytes:
    """Return `content` with some bytes changed."""
    damaged = bytearray(content)
    for _ in range(max(1, int(len(damaged) * share))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def splice(content: bytes, chance: random.Random) -> bytes:
    """Return `content` with pieces of it moved, doubled or taken out."""
    for _ in range(chance.randrange(1, 6)):
        a, b = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        at = chance.randrange(len(content) + 1)
        content = chance.choice((content[:a] + content[b:], content[:at] + content[a:b] + content[at:])) or b"\x00"
    return content[:1_000_000]


def damage(content: bytes, chance: random.Random) -> bytes:
    return chance.choice((flip, cut, splice))(content, chance)


def one(name: str, content: bytes) -> Input:
    return Input({name: content})


def noise(chance: random.Random) -> Input:
    ending = chance.choice(sorted(READERS))
    return one(f"noise{ending}", chance.randbytes(chance.randrange(1, 5000)))


def blank(chance: random.Random) -> Input:
    return one("blank.txt", chance.choice((b"", b"\x00", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 9999)))


def bad_bytes(encoding: str) -> Kind:
    def make(chance: random.Random) -> Input:
        return one("bytes.txt", damage(PROSE.encode(encoding, "ignore"), chance))

    return make


def mixed_encodings(chance: random.Random) -> Input:
    names = chance.sample(("utf-8", "gb18030", "utf-16", "utf-16-be", "utf-32"), 2)
    return one("mixed.txt", b"".join(PROSE[: chance.randrange(10, 2000)].encode(name) for name in names))


def foreign(chance: random.Random) -> Input:
    texts = (("プラットフォームは時間をデータに変える。", "shift_jis"), ("플랫폼은 시간을 데이터로 바꾼다.", "euc_kr"))
    text, encoding = chance.choice(
        (*texts, ("L'aliénation résulte de la propriété.", "latin1"), (traditionalize(SHORT), "hz"))
    )
    return one("foreign.txt", text.encode(encoding, "ignore") * chance.randrange(1, 40))


def surrogates(chance: random.Random) -> Input:
    lone = "".join(chance.choice("\ud800\udfff\udc00数据。\n") for _ in range(500))
    return one("surrogates.txt", (SHORT + lone).encode("utf-8", "surrogatepass"))


def controls(chance: random.Random) -> Input:
    signs = [
        *map(chr, range(32)),
        "\x7f",
        "\x85",
        "\u2028",
        "\u200b",
        "\ufeff",
        "\ufffe",
        "\u202e",
        "\u0301",
        "\U000e0001",
    ]
    text = "".join(sign + (chance.choice(signs) if chance.random() < 0.2 else "") for sign in PROSE)
    return one("controls.txt", text.encode())


def one_line(chance: random.Random) -> Input:
    ends = chance.choice(("", " ", "\r", "，", "、"))
    return one("line.txt", (PROSE.replace("\n", ends).replace("。", ends) * chance.randrange(1, 8)).encode())


def repeated(chance: random.Random) -> Input:
    unit = chance.choice(
        (
            "（",
            "“",
            "「",
            "《",
            "[",
            "#",
            "> ",
            "*",
            "的",
            "1.",
            "…",
            "数\n",
            "资本－",
            "、",
            "摘要：",
            "①",
            "|",
            "a",
            "\t",
            "(2014",
        )
    )
    return one(chance.choice(("repeated.txt", "repeated.md")), (SHORT + unit * 20_000 + SHORT).encode())


def payloads(chance: random.Random) -> Input:
    lines = [
        f"{chance.choice(HOSTILE)}平台导致{chance.choice(HOSTILE)}异化。{sentence}" for sentence in PROSE.split("\n")
    ]
    name = chance.choice(("payload.txt", "payload.md", "payload.html"))
    return one(name, "\n".join(lines).encode("utf-8", "ignore"))


def formulas(chance: random.Random) -> Input:
    sign = chance.choice(("=", "+", "-", "@", "\t=", "＝"))
    rows = [["id", "题名", "摘要", "作者"], [f"{sign}1+1", f'{sign}cmd|"/c calc"!A0', SHORT, f"{sign}HYPERLINK(1)"]]
    return one("formulas.tsv", "\n".join("\t".join(cell.strip() for cell in row) for row in rows).encode())


def escaping_names(chance: random.Random) -> Input:
    bad = chance.choice(
        ("../../x", "/etc/passwd", "..\\..\\x", "a\x00b", "CON", "x" * 5000, "​", "<b>", "\u202etxt.exe")
    )
    row = json.dumps(
        {"id": bad, "title": bad + "数据", "text": SHORT, "author": bad, "keywords": [bad]}, ensure_ascii=False
    )
    return one("names.jsonl", row.encode())


def table(chance: random.Random) -> Input:
    text = exports.table(exports.PAPERS, chance.choice((",", "\t", ";")))
    broken = "".join(sign + (chance.choice('",\t;\n\r') if chance.random() < 0.03 else "") for sign in text)
    return one(chance.choice(("table.csv", "table.tsv")), broken.encode(chance.choice(("utf-8", "gb18030", "utf-16"))))


def json_lines(chance: random.Random) -> Input:
    bad = (
        '{"a":' * 5000,
        "[" * 100_000,
        '{"text": NaN}',
        '{"text": 1e999}',
        '{"text": "\\ud800数"}',
        "null",
        '{"id": ' + "9" * 5000 + "}",
    )
    good = exports.jsonl(exports.PAPERS)
    lines = good.splitlines() + chance.sample(bad, 3)
    chance.shuffle(lines)
    return one(chance.choice(("rows.jsonl", "rows.json")), "\n".join(lines).encode())


def export(chance: random.Random) -> Input:
    name = chance.choice(sorted(exports.EXPORTS))
    text = exports.EXPORTS[name](exports.PAPERS * chance.randrange(1, 4))
    return one("export.txt", damage(text.encode(chance.choice(("utf-8", "gb18030")), "ignore"), chance))


def exports_joined(chance: random.Random) -> Input:
    names = chance.sample(sorted(exports.EXPORTS), 3)
    return one("joined.txt", "\n".join(exports.EXPORTS[name](exports.PAPERS) for name in names).encode())


def xml_bomb(chance: random.Random) -> Input:
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    outside = chance.choice(
        ("", '<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;')
    )
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "数据">{entities}{outside}]>'
    body = chance.choice((exports.notefirst, exports.resource_list, exports.endnote_xml))(exports.PAPERS)
    return one(
        chance.choice(("bomb.xml", "bomb.txt")), (head + body.partition("?>")[2].replace("数", "&a11;&x;")).encode()
    )


def docx() -> bytes:
    return handmade_docx.make_docx(*map(handmade_docx.para, PROSE.splitlines()))


def epub() -> bytes:
    return handmade_epub.make_book(
        {"a.xhtml": handmade_epub.page(f"<p>{SHORT}</p>"), "b.xhtml": handmade_epub.page(f"<p>{PROSE}</p>")}
    )


def damaged(name: str, make: Callable[[], bytes]) -> Kind:
    def made(chance: random.Random) -> Input:
        return one(name, damage(make(), chance))

    return made


def damaged_part(name: str, make: Callable[[], bytes]) -> Kind:
    """Damage what is inside: the archive is whole, its parts are not."""

    def made(chance: random.Random) -> Input:
        packed = BytesIO()
        with zipfile.ZipFile(BytesIO(make())) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                content = old.read(part)
                new.writestr(part, damage(content, chance) if content and chance.random() < 0.6 else content)
        return one(name, packed.getvalue())

    return made


def bomb(chance: random.Random) -> Input:
    ending, part = chance.choice(
        (("docx", "word/document.xml"), ("epub", "OEBPS/content.opf"), ("xlsx", "xl/workbook.xml"))
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype" if ending == "epub" else "[Content_Types].xml", "application/epub+zip")
        archive.writestr("META-INF/container.xml", handmade_epub.CONTAINER)
        archive.writestr(part, b"<a>" * (20_000_000 * chance.randrange(1, 4)))
    return one(f"bomb.{ending}", packed.getvalue())


def wrong_archive(chance: random.Random) -> Input:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in chance.sample(
            ("../../evil.txt", "/abs", "word/document.xml", "OEBPS/content.opf", "a" * 60_000, "mimetype"), 3
        ):
            archive.writestr(name, SHORT)
    return one(f"wrong.{chance.choice(('docx', 'epub', 'xlsx', 'zip', 'txt'))}", packed.getvalue())


def page(chance: random.Random) -> Input:
    made = chance.choice(
        (handmade_pages.portal, handmade_pages.chat_article, handmade_pages.wiki, handmade_pages.positioned)
    )()
    return one(
        chance.choice(("page.html", "page.htm", "page.txt")),
        damage(made.encode(chance.choice(("utf-8", "gb18030"))), chance),
    )


def deep_page(chance: random.Random) -> Input:
    tag = chance.choice(("div", "table><tr><td", "ul><li", "b", "span", "blockquote"))
    return one("deep.html", f"<html><body>{f'<{tag}>' * 20_000}{SHORT}</body>".encode())


def mail_page(chance: random.Random) -> Input:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
    encoding = chance.choice(("base64", "quoted-printable", "8bit", "x-uu"))
    body = f"Content-Transfer-Encoding: {encoding}\r\n\r\n<html><p>{PROSE}</p>\r\n--x--\r\n"
    return one("page.mht", damage((head + body).encode(), chance))


def pdf() -> bytes:
    lines = [line[start : start + 34] for line in PROSE.splitlines() for start in range(0, len(line), 34)][:40]
    placed = [handmade_pdf.Placed(60, 780 - 18 * n, line) for n, line in enumerate(lines)]
    return handmade_pdf.make_pdf([placed])


def signed(chance: random.Random) -> Input:
    heads = (
        b"CAJ\x00",
        b"HN\x00",
        b"KDH ",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1",
        b"Rar!\x1a\x07",
        b"\x1f\x8b",
        b"\x89PNG\r\n",
        b"%PDF-1.4\n",
        b"MZ\x90",
        b"PK\x03\x04",
    )
    name = f"signed{chance.choice(('.txt', '.caj', '.doc', '.pdf', '.docx', '.xls', '.epub', '', '.md'))}"
    return one(name, chance.choice(heads) + chance.randbytes(chance.randrange(3000)))


def file_names(chance: random.Random) -> Input:
    name = chance.choice(
        (
            "a\nb.txt",
            "'\"`$(x).txt",
            "-rf.txt",
            "😀数据.txt",
            "=1+1.txt",
            "<img src=x onerror=alert(1)>.txt",
            "数" * 80 + ".txt",
            "\udce9.txt",
            "%s{0}.txt",
            "a;b.txt",
        )
    )
    return Input({f"./{name}": SHORT.encode(), "./good.txt": PROSE.encode()})


def mixture(chance: random.Random) -> Input:
    files: dict[str, bytes | None] = {"folder": None, "folder/good.txt": PROSE.encode()}
    for number in range(6):
        for name, content in KINDS[chance.choice(SINGLE)](chance).files.items():
            files[f"folder/{number}-{name}"] = content
    return Input(files)


def user_file(chance: random.Random) -> Input:
    flag = chance.choice(("--lexicon", "--stopwords", "--synonyms", "--edits", "--rules", "--config"))
    texts = (
        "[[merge]]\nconcepts = 3\n",
        "数字劳动 = \n",
        "[a]\nb = [[[[[",
        "数 " * 999,
        "\x00\x01",
        "[[x.rule]]\nid=1\n",
        "= = =\n",
        "discover = 1\n",
    )
    content = chance.choice(
        (chance.choice(texts).encode(), chance.randbytes(300), PROSE.encode("gb18030"), b"[" * 5000)
    )
    return Input({"paper.txt": PROSE.encode(), "user.file": content}, (flag, "user.file"))


SINGLE = (
    "noise",
    "UTF-8 damaged",
    "export damaged",
    "DOCX damaged",
    "EPUB damaged",
    "page damaged",
    "PDF damaged",
    "signed",
)
KINDS: dict[str, Kind] = {
    "noise": noise,
    "blank": blank,
    "UTF-8 damaged": bad_bytes("utf-8"),
    "GB18030 damaged": bad_bytes("gb18030"),
    "Big5 damaged": lambda chance: one("big5.txt", damage(traditionalize(PROSE).encode("big5", "ignore"), chance)),
    "UTF-16 damaged": bad_bytes("utf-16"),
    "UTF-16 damaged, no mark": bad_bytes("utf-16-be"),
    "UTF-32 damaged": bad_bytes("utf-32"),
    "encodings mixed": mixed_encodings,
    "not Chinese": foreign,
    "lone surrogates": surrogates,
    "control characters": controls,
    "one line without end": one_line,
    "one sign repeated": repeated,
    "scripts and markup": payloads,
    "formulas": formulas,
    "names that escape": escaping_names,
    "table broken": table,
    "JSON lines broken": json_lines,
    "export damaged": export,
    "exports joined": exports_joined,
    "XML entities": xml_bomb,
    "XLSX damaged": damaged("sheet.xlsx", lambda: exports.sheet(exports.PAPERS)),
    "XLSX parts damaged": damaged_part("parts.xlsx", lambda: exports.sheet(exports.PAPERS)),
    "DOCX damaged": damaged("paper.docx", docx),
    "DOCX parts damaged": damaged_part("parts.docx", docx),
    "EPUB damaged": damaged("book.epub", epub),
    "EPUB parts damaged": damaged_part("parts.epub", epub),
    "archive bomb": bomb,
    "archive of other things": wrong_archive,
    "page damaged": page,
    "page nested deep": deep_page,
    "MHTML damaged": mail_page,
    "PDF damaged": damaged("paper.pdf", pdf),
    "signed": signed,
    "file names": file_names,
    "folder of all": mixture,
    "user's files": user_file,
}


def make(kind: str, number: int) -> Input:
    """Return input `number` of a kind; the same for the same number."""
    return KINDS[kind](random.Random(f"{kind} {number}"))


def lay(made: Input, folder: Path) -> list[str]:
    """Write the files of an input into `folder`; return the arguments of its build, without the output."""
    named = set(made.options)
    for name, content in made.files.items():
        path = folder / name
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)
    tops = [name for name in made.files if "/" not in name.removeprefix("./") and name not in named]
    return [*tops, *made.options]


def whole(folder: Path) -> bool:
    """Tell whether an output folder has all that a build writes, and JSON that can be read."""
    from conceptgraph.write import WRITERS

    if {path.name for path in folder.iterdir()} | {"years.csv"} != set(WRITERS):  # that one only where there are years
        return False
    return all(isinstance(json.loads((folder / name).read_bytes()), dict) for name in ("graph.json", "run.json"))


def judge(kind: str, number: int) -> tuple[str, str]:
    """Build an input in a process of its own; return what became of it (built, partly, refused or a fault) and why."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        folder = Path(place)
        arguments = lay(make(kind, number), folder)
        (folder / "old").mkdir()
        (folder / "old" / "run.json").write_text('{"format": "conceptgraph-run"}')
        command = [sys.executable, "-m", "conceptgraph", "build", *arguments, "-o", "old", "-q", "--lang", "en"]
        started = time.monotonic()
        try:
            ended = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return "HANG", f"over {PATIENCE} s"
        seconds = time.monotonic() - started
        said = ended.stderr.decode(errors="replace")
        built = (
            whole(folder / "old") if ended.returncode in (0, 1) else sorted(os.listdir(folder / "old")) == ["run.json"]
        )
        hidden = [name for name in os.listdir(folder) if name.startswith(".old")]
        if "Traceback" in said or ended.returncode not in (0, 1, 2):
            return "TRACEBACK", said[-300:]
        if not built or hidden:
            return "OUTPUT LOST", f"{ended.returncode} {hidden}"
        fault = unclear(said.splitlines(), arguments) if ended.returncode else ""
        outcome = ("built", "partly", "refused")[ended.returncode]
        return ("UNCLEAR", fault) if fault else (outcome, f"{seconds:.1f} s {said[:100]}")


def unclear(lines: list[str], arguments: list[str]) -> str:
    """Return the first line of an error message that names no file or no remedy, empty where all do."""
    files = [" ".join(Path(argument).name.split())[:20] for argument in arguments if not argument.startswith("--")]
    for line in lines:
        if SUMMARY.search(line):
            continue
        if not line.strip() or not (any(name in line for name in files) or line.split(":")[0].count("-")):
            return f"names no file: {line}"
        if not any(sign in line for sign in (";", ", ")):
            return f"has no remedy: {line}"
    return "" if lines else "says nothing"


def main(count: int, only: str = "") -> int:
    """Build `count` inputs, spread over the kinds; print a table of outcomes; return 1 where one is a fault."""
    kinds = [kind for kind in KINDS if only in kind]
    jobs = [(kinds[number % len(kinds)], number // len(kinds)) for number in range(count)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda job: judge(*job), jobs))
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, number), (outcome, why) in zip(jobs, results, strict=True):
        table[kind][outcome] += 1
        if outcome.isupper():
            print(f"{kind} {number}: {outcome}: {why}")
    columns = ("built", "partly", "refused", "UNCLEAR", "TRACEBACK", "HANG", "OUTPUT LOST")
    print(f"{'kind':26}{'number':>8}" + "".join(f"{column:>13}" for column in columns))
    for kind, counts in table.items():
        print(f"{kind:26}{counts.total():8}" + "".join(f"{counts[column]:13}" for column in columns))
    total = sum(table.values(), Counter())
    print(f"{'all':26}{total.total():8}" + "".join(f"{total[column]:13}" for column in columns))
    return int(any(outcome.isupper() for outcome in total))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]))
