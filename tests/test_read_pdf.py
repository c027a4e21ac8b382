"""PDF: fonts, columns, furniture, and each thing that can be wrong with a file, on files written by hand."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import journal_pdf
import manuscript
from conceptgraph.clean import clean
from conceptgraph.config import CleanConfig, ReadConfig
from conceptgraph.errors import InputError
from conceptgraph.model import Document
from conceptgraph.read.pdf import read_pdf
from conceptgraph.read.pdf.judge import CHINESE
from conceptgraph.read.records import Records
from conceptgraph.sentences import split_sentences
from handmade_pdf import (
    Font,
    Placed,
    database_encryption,
    embedded,
    make_pdf,
    mapped,
    named_only,
    not_embedded,
    standard_encryption,
)
from typeset_pdf import Layout, Paragraph, typeset

pytest.importorskip("pdf_oxide", reason="the extra pdf is not installed")

PAPER: list[Paragraph] = [("title", manuscript.TITLE)]
for title, texts in manuscript.SECTIONS:
    PAPER += [("heading", title), *(("body", text) for text in texts)]
LINES = (
    "平台经济中的数字劳动并不只发生在接单之后，骑手和",
    "主播在等待中保持在线，等待的时间由此成为无偿的劳",
    "动。评分把顾客的信任变成分数，分数决定谁能被看见。",
)
PAGE = [Placed(60, 700 - 15 * i, line) for i, line in enumerate(LINES * 5)]


def read(content: bytes, **settings: int) -> Records:
    return read_pdf(content, "paper.pdf", ReadConfig(**settings))


def text_of(content: bytes) -> str:
    return read(content).documents[0].text


def error_of(content: bytes, **settings: int) -> str:
    with pytest.raises(InputError) as caught:
        read(content, **settings)
    assert "paper.pdf" in str(caught.value)
    return caught.value.key


def sentences(content: bytes) -> list[str]:
    (document,) = read(content).documents
    return [sentence.text for sentence in split_sentences(clean(document, CleanConfig()))]


def expected() -> list[str]:
    text = "\n".join(text for _, text in PAPER)
    plain = clean(Document("paper", "", "paper.txt", text), CleanConfig())
    return [sentence.text for sentence in split_sentences(plain)]


# --- fonts --------------------------------------------------------------------------------------------------

FONTS = {
    "identity": not_embedded(),
    "identity_type0": not_embedded(kind="CIDFontType0"),
    "gbk": not_embedded("GBK-EUC-H"),
    "to_unicode": mapped(lambda character: character),
}


@pytest.mark.parametrize("name", list(FONTS))
def test_a_font_that_is_not_embedded_gives_its_characters(name: str) -> None:
    assert text_of(make_pdf([PAGE], {"song": FONTS[name]})) == "\n".join(LINES * 5) + "\n\f"


@pytest.mark.parametrize("encoding", ["GBK-EUC-H", "GB-EUC-H", "GBKp-EUC-H", "GBK2K-H"])
@pytest.mark.parametrize("password", [None, ""])
def test_letters_among_codes_of_two_bytes_keep_them_in_step(encoding: str, password: str | None) -> None:
    page = [*PAGE, Placed(60, 300, "① 劳动 labour 占3.5％，见[1]45页。"), Placed(60, 285, "a b")]
    encrypt = partial(standard_encryption, password=password) if password is not None else lambda objects: ""
    text = text_of(make_pdf([page], {"song": not_embedded(encoding)}, encrypt=encrypt))
    assert "①劳动labour占3.5％，见[1]45页。" in text.replace(" ", "")
    assert text.endswith("a b\n\f")


def test_a_plain_font_with_a_chinese_name_shows_gbk() -> None:
    page = [*PAGE, Placed(60, 300, "劳动 labour 占3.5％")]
    pages = text_of(make_pdf([page] * 3, {"song": named_only()})).replace(" ", "").split("\f")
    assert ["劳动labour占3.5％" in each for each in pages] == [True] * 3 + [False]


@pytest.mark.parametrize("name", ["identity", "to_unicode", "gbk"])
@pytest.mark.parametrize(
    ("drawn", "declared", "read_as"),
    [
        ("平台用尸", "平台用户", "平台用户"),
        ("劳动的时间", "时间", "劳动的时间"),
        ("章", "ab", "ab"),
        ("章", "\u00ad", "章"),
    ],
)
def test_replacement_texts_stand_for_as_many_characters(name: str, drawn: str, declared: str, read_as: str) -> None:
    page = [*PAGE, Placed(60, 300, drawn, instead=declared), Placed(60, 285, "以后")]
    assert text_of(make_pdf([page], {"song": FONTS[name]})).split()[15:] == [read_as, "以后"]


def test_negative_sizes_are_upright_text() -> None:
    page = [*PAGE, *[each._replace(y=each.y - 300, size=-10, angle=180) for each in PAGE[:3]]]
    assert text_of(make_pdf([page])).split() == [*LINES * 5, *LINES]


def test_radicals_and_ligatures_become_the_characters() -> None:
    named = {"经": "经", "长": "⻓", "文": "⽂", "一": "⼀", "f": "ﬁ"}
    page = [*PAGE, Placed(60, 300, "文一长f")]
    font = mapped(lambda character: named.get(character, character))
    assert text_of(make_pdf([page], {"song": font})).rstrip().endswith("文一长fi")


NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
FONT_FOLDERS = [folder for folder in ("/usr/share/fonts", "/usr/local/share/fonts") if Path(folder).is_dir()]
HIDE = "".join(f"mount -t tmpfs tmpfs {folder} && " for folder in FONT_FOLDERS)


@pytest.mark.skipif(not NOTO.exists(), reason="no Noto Sans CJK to embed")
@pytest.mark.parametrize("columns", [1, 2])
def test_an_embedded_font_gives_the_same_sentences(columns: int) -> None:
    pytest.importorskip("fontTools")
    font = embedded(NOTO, "".join(text for _, text in PAPER))
    assert sentences(make_pdf(typeset(PAPER, Layout(columns=columns)), {"song": font})) == expected()


@pytest.mark.skipif(not NOTO.exists(), reason="no Noto Sans CJK to embed")
def test_an_embedded_font_that_names_no_characters_is_refused() -> None:
    pytest.importorskip("fontTools")
    font = embedded(NOTO, "".join(text for _, text in PAPER), to_unicode=False)
    assert error_of(make_pdf(typeset(PAPER, Layout()), {"song": font})) in ("pdf_strange", "pdf_unreadable")


def hides_fonts() -> bool:
    """Tell whether this system lets us hide its fonts from one process."""
    if not shutil.which("unshare"):
        return False
    test = HIDE + "".join(f'test -z "$(ls {folder})" && ' for folder in FONT_FOLDERS) + "true"
    return subprocess.run(["unshare", "-rm", "sh", "-c", test], capture_output=True).returncode == 0


@pytest.mark.skipif(not hides_fonts(), reason="the fonts of this machine cannot be hidden (unshare -rm is not allowed)")
@pytest.mark.parametrize("name", ["identity", "identity_type0", "gbk"])
def test_the_text_is_the_same_without_any_font_on_the_machine(name: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(make_pdf([PAGE], {"song": FONTS[name]}))
    program = (
        "import sys; from conceptgraph.config import ReadConfig; from conceptgraph.read import read; "
        "sys.stdout.buffer.write(read([sys.argv[1]], ReadConfig()).documents[0].text.encode())"
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f'{HIDE}exec "$@"', "sh", sys.executable, "-c", program, str(path)],
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == text_of(path.read_bytes())


# --- layouts ------------------------------------------------------------------------------------------------


HEADS = ("南湖学刊　2019年第4期", "林知远：平台经济中数字劳动的价值形式")
LAYOUTS = {
    "one": Layout(),
    "two": Layout(columns=2, bottom=420),
    "two_by_rows": Layout(columns=2, bottom=420, by_rows=True),
    "two_narrow_gutter": Layout(columns=2, bottom=420, gutter=8, by_rows=True),
    "two_unaligned": Layout(columns=2, bottom=420, gutter=16, by_rows=True, shift=4),
    "two_below_a_title": Layout(columns=2, bottom=420, title_rows=3),
    "three": Layout(columns=3, bottom=420, gutter=14, left=40, right=555),
    "headed": Layout(bottom=400, heads=HEADS),
    "two_headed": Layout(columns=2, bottom=560, heads=HEADS),
    "with_notes": Layout(
        columns=2,
        bottom=420,
        notes=("① 周明：《时间与劳动》，南湖大学出版社2011年版。", "② 这里说的平台不限于网站，也包括中介。"),
    ),
}


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_every_layout_gives_the_same_sentences(name: str) -> None:
    found = sentences(make_pdf(typeset(PAPER, LAYOUTS[name])))
    missing = [sentence for sentence in expected() if sentence not in found]
    assert missing == []
    assert len(found) <= len(expected()) + 1


@pytest.mark.parametrize("name", ["headed", "two_headed", "with_notes"])
def test_what_is_no_prose_is_marked_and_stays_in_the_text(name: str) -> None:
    (document,) = read(make_pdf(typeset(PAPER, LAYOUTS[name]))).documents
    reasons = {document.text[aside.start : aside.end]: aside.reason for aside in document.asides}
    if name == "with_notes":
        assert set(reasons.values()) == {"footnote"}
        assert any(text.startswith("②这里说的平台") for text in reasons)
    else:
        assert {"running head", "page number"} == set(reasons.values())


def test_a_journal_gives_its_prose_and_nothing_else() -> None:
    (document,) = read(make_pdf(journal_pdf.journal())).documents
    cleaned = clean(document, CleanConfig())
    assert cleaned.document.title == journal_pdf.TITLE
    assert cleaned.document.authors == manuscript.AUTHORS
    assert cleaned.document.keywords == manuscript.KEYWORDS
    body = [sentence.text for sentence in split_sentences(cleaned) if sentence.kind in ("heading", "body")]
    assert body == [sentence for sentence in expected() if sentence != manuscript.TITLE]
    reasons = {document.text[aside.start : aside.end]: aside.reason for aside in document.asides}
    assert list(reasons.values()).count("footnote") == len(journal_pdf.FIRST_NOTES) + len(journal_pdf.SECOND_NOTES)
    assert {"running head", "page number", "caption", "footnote"} == set(reasons.values())


def test_sentences_know_their_page() -> None:
    (document,) = read(make_pdf(typeset(PAPER, Layout(bottom=615)))).documents
    found = split_sentences(clean(document, CleanConfig()))
    assert {sentence.page for sentence in found} == set(range(1, document.text.count("\f") + 1))
    assert all(document.text.count("\f", 0, sentence.start) + 1 == sentence.page for sentence in found)
    paragraphs = {(sentence.paragraph, sentence.page) for sentence in found}
    assert len(paragraphs) > len({paragraph for paragraph, _ in paragraphs})  # some go on over the turn of a page


def test_one_page_is_page_one() -> None:
    (document,) = read(make_pdf([PAGE])).documents
    assert {sentence.page for sentence in split_sentences(clean(document, CleanConfig()))} == {1}


def test_letter_spaced_lines_lose_their_spacing_and_keep_meant_gaps() -> None:
    page = [
        *PAGE,
        Placed(60, 300, "概括用语和说明", spacing=10),
        Placed(60, 280, "沈知遥"),
        Placed(110, 280, "顾澄"),
        Placed(60, 260, "digital labour, 2019"),
        Placed(60, 240, "platform economy", spacing=3),
    ]
    assert text_of(make_pdf([page])).split()[15:] == [
        "概括用语和说明",
        *("沈知遥", "顾澄"),
        *("digital", "labour,", "2019"),
        *("platform", "economy"),
    ]


def test_superscripts_stand_where_they_are_printed() -> None:
    page = [*PAGE, Placed(60, 300, "劳动时间"), Placed(100, 304, "[5]45", size=6), Placed(115, 300, "由此延长。")]
    assert "劳动时间[5]45由此延长。" in text_of(make_pdf([page]))


def test_a_caption_between_two_halves_of_a_sentence_is_marked() -> None:
    page = [*PAGE[:13], Placed(230, 490, "图1 等待的时间", size=8), *[p._replace(y=p.y - 50) for p in PAGE[13:]]]
    (document,) = read(make_pdf([page])).documents
    assert [document.text[aside.start : aside.end] for aside in document.asides] == ["图1 等待的时间"]


def test_hyphenated_latin_words_are_joined() -> None:
    page = [
        Placed(60, 730, "这种劳动在文献中叫作数字劳动，英文是digital la-"),
        Placed(60, 715, "bour，它不同于其他劳动。"),
        *PAGE,
    ]
    assert any("digital labour，它不同于" in sentence for sentence in sentences(make_pdf([page])))


def test_turned_pages_are_read_upright() -> None:
    turned = [each._replace(x=100 + 15 * i, y=60, angle=90) for i, each in enumerate(PAGE)]
    assert text_of(make_pdf([turned], entries="/Rotate 90")) == text_of(make_pdf([PAGE]))


def asides_of(page: list[Placed]) -> list[tuple[str, str]]:
    (document,) = read(make_pdf([page])).documents
    return [(document.text[aside.start : aside.end], aside.reason) for aside in document.asides]


def test_tables_and_ornaments_are_marked() -> None:
    cells = [
        Placed(60 + 90 * c, 400 - 15 * r, text) for r in range(3) for c, text in enumerate(("平台", "3.5％", "用户"))
    ]
    signs = [Placed(150, 300, "◆　◆　◆")]
    found = asides_of([*PAGE, *cells, *signs])
    assert [reason for _, reason in found] == ["table"] * 3 + ["ornament"]


def test_characters_drawn_twice_are_read_once() -> None:
    twice = [*PAGE, *[each._replace(x=each.x + 0.4) for each in PAGE]]
    assert text_of(make_pdf([twice])) == text_of(make_pdf([PAGE]))


def test_the_size_of_a_page_may_be_inherited() -> None:
    top = [Placed(60, 825, "最上面的一行也在页面之内，一个字也不能少。"), *PAGE]
    assert text_of(make_pdf([top])).startswith("最上面的一行")


def test_watermarks_and_what_lies_off_the_page_are_left_out() -> None:
    page = [*PAGE, Placed(200, 300, "样稿样稿", size=40, angle=45), Placed(60, 900, "页外"), Placed(800, 500, "页外")]
    assert text_of(make_pdf([page])) == text_of(make_pdf([PAGE]))


def test_marks_that_hang_into_a_narrow_gutter_do_not_tie_the_columns() -> None:
    layout = Layout(columns=2, bottom=420, gutter=14, by_rows=True)
    (page,) = typeset(PAPER, layout)
    full = [i for i, each in enumerate(page) if each.x == layout.left and each.spacing][::5]
    hung = [each._replace(text=each.text + "、") if i in full else each for i, each in enumerate(page)]
    tight = [each._replace(spacing=0.0) if i in full else each for i, each in enumerate(hung)]
    assert len(full) > 2
    found, plain = (sentences(make_pdf([each])) for each in (tight, page))
    assert [text.replace("、", "") for text in found] == [text.replace("、", "") for text in plain]


def test_a_recognised_layer_of_many_sizes_keeps_its_paragraphs() -> None:
    sizes = [9.3 + (i * 7 % 5) * 0.35 for i in range(len(PAGE))]
    page = [each._replace(mode=3, size=size, spacing=10 - size) for each, size in zip(PAGE, sizes, strict=True)]
    assert "\n\n" not in text_of(make_pdf([page], scanned=True))


def test_vertical_lines_are_read_from_the_right() -> None:
    text = "".join(LINES * 3).replace("，", "︐").replace("。", "︒")
    columns = [text[i : i + 40] for i in range(0, len(text), 40)]
    page = [
        Placed(500 - 18 * c - 5, 700 - 10 * i, char) for c, part in enumerate(columns) for i, char in enumerate(part)
    ]
    found = text_of(make_pdf([page], {"song": mapped(lambda character: character)}))
    assert found.replace("\n", "") == "".join(LINES * 3) + "\f"


def test_strong_encryption_opens_without_a_password() -> None:
    import pdf_oxide

    opened = pdf_oxide.PdfDocument.from_bytes(make_pdf([PAGE]))
    assert text_of(opened.to_bytes_encrypted("", "owner")) == text_of(make_pdf([PAGE]))
    assert error_of(opened.to_bytes_encrypted("secret", "owner")) == "pdf_password"


# --- protection, damage, limits -----------------------------------------------------------------------------


def test_a_file_that_opens_without_its_password_is_read() -> None:
    assert text_of(make_pdf([PAGE], encrypt=partial(standard_encryption, password=""))) == text_of(make_pdf([PAGE]))


BARE: list[Placed] = []
PROTECTED = {
    "pdf_password": make_pdf([PAGE], encrypt=partial(standard_encryption, password="secret")),
    "pdf_rights": make_pdf([PAGE], encrypt=database_encryption),
    "pdf_scanned": make_pdf([BARE] * 3, scanned=True),
    "pdf_no_text": make_pdf([BARE] * 3),
    "pdf_damaged": make_pdf([PAGE])[:900],
    "pdf_not": b"<html><body>Please log in</body></html>",
    "input_not_chinese": make_pdf([[Placed(60, 700, "No Chinese prose in here at all.")]]),
}


@pytest.mark.parametrize("key", list(PROTECTED))
def test_what_cannot_be_read_is_told_apart(key: str) -> None:
    assert error_of(PROTECTED[key]) == key


def test_a_scan_that_is_encrypted_is_a_scan() -> None:
    content = make_pdf([BARE], scanned=True, encrypt=partial(standard_encryption, password=""))
    assert error_of(content) == "pdf_scanned"


def test_limits_are_settings() -> None:
    assert error_of(make_pdf([PAGE] * 3), pdf_pages=2) == "pdf_pages"
    assert error_of(make_pdf([PAGE]), pdf_page_characters=100) == "pdf_damaged"


def test_pages_without_text_are_named() -> None:
    content = make_pdf([PAGE, BARE, BARE, PAGE], scanned=True)
    (warning,) = read(content).warnings
    assert (warning.key, warning.values["pages"]) == ("pdf_pages_scanned", "2-3")


def test_damaged_pages_are_named_and_keep_their_number() -> None:
    content = make_pdf([PAGE] * 3)
    second = [match.end() for match in re.finditer(rb"/FlateDecode /Length \d+ >>\nstream\n", content)][1]
    (document,) = (result := read(content[:second] + bytes(60) + content[second + 60 :])).documents
    assert document.text == "\f\f".join([text_of(make_pdf([PAGE])).rstrip("\f")] * 2) + "\f"
    (warning,) = result.warnings
    assert (warning.key, warning.values["pages"]) == ("pdf_pages_unread", "2")


def test_a_hidden_layer_is_read_and_judged() -> None:
    hidden = [each._replace(mode=3) for each in PAGE]
    assert read(make_pdf([hidden], scanned=True)).documents
    characters = list("".join(LINES * 6))
    random.Random(1).shuffle(characters)
    out_of_order = "".join(characters)
    rows = [Placed(60, 700 - 15 * i, out_of_order[i * 25 : i * 25 + 25], mode=3) for i in range(18)]
    assert error_of(make_pdf([rows], scanned=True)) == "pdf_unreadable"
    wrong = mapped(
        lambda character: chr(0x4E00 + ord(character) * 7919 % 0x5000) if CHINESE.match(character) else character
    )
    assert error_of(make_pdf([PAGE], {"song": wrong})) == "pdf_unreadable"


# --- characters that stand for others -----------------------------------------------------------------------


def shifted(character: str) -> str:
    return chr(0x4E00 + ord(character)) if character.isascii() else character


def test_letters_stored_as_chinese_characters_are_repaired_and_said() -> None:
    page = [*PAGE, Placed(60, 300, "从1898年到1935年，主义之争Marx长而不决，2000年"), Placed(60, 285, "以后在1911年。")]
    result = read(make_pdf([page], {"song": mapped(shifted)}))
    text = result.documents[0].text
    assert "从1898年到1935年，主义之争Marx长而不决，2000年" in text
    (warning,) = result.warnings
    assert (warning.key, warning.values["count"]) == ("pdf_repaired", 20)


def test_a_font_of_shifted_letters_is_repaired_as_a_whole() -> None:
    page = [*PAGE, Placed(60, 300, "第"), Placed(70, 300, "2 4 0", font="digits"), Placed(95, 300, "页"),
            Placed(60, 285, "13579", font="digits")]  # fmt: skip
    content = make_pdf([page], {"song": not_embedded(), "digits": mapped(shifted, "Digits")})
    assert "第2 4 0页" in text_of(content)


def test_ordinary_characters_of_that_range_stay() -> None:
    page = [*PAGE, Placed(60, 300, "主义之争也为义乌书中所举，临串两丸乃久习之。")]
    result = read(make_pdf([page]))
    assert "主义之争也为义乌书中所举，临串两丸乃久习之。" in result.documents[0].text
    assert result.warnings == ()


def private(characters: str) -> Font:
    return mapped(lambda character: "\ue000" if character in characters else character)


def test_characters_without_meaning_are_counted_and_limited() -> None:
    (warning,) = read(make_pdf([PAGE], {"song": private("骑")})).warnings
    assert (warning.key, warning.values["count"]) == ("pdf_strange_some", 5)
    assert error_of(make_pdf([PAGE], {"song": private("劳动分数的")})) == "pdf_strange"
    armenian = mapped(lambda character: "ա" if character in "劳动分数的" else character)
    assert error_of(make_pdf([PAGE], {"song": armenian})) == "pdf_strange"


# --- the process that reads ---------------------------------------------------------------------------------


def test_the_same_bytes_give_the_same_text() -> None:
    content = make_pdf(typeset(PAPER, LAYOUTS["two_unaligned"]))
    assert read(content) == read(content)


SLEEPING = """
import time
def disable_logging(): pass
class PdfDocument:
    from_bytes = staticmethod(lambda content: time.sleep(60))
"""


def test_a_process_beyond_its_time_ends_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pdf_oxide.py").write_text(SLEEPING, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert error_of(make_pdf([PAGE]), pdf_seconds=1) == "pdf_slow"


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited on Windows")
def test_a_file_that_needs_too_much_memory_is_told() -> None:
    crowded = [PAGE[0]._replace(y=700 - i / 100) for i in range(20_000)]
    assert error_of(make_pdf([crowded]), pdf_megabytes=150) in ("pdf_memory", "pdf_crashed")


def test_a_missing_library_is_told_with_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["conceptgraph.read.pdf.extract"], "LIBRARIES", ("no_such_library",))
    assert error_of(make_pdf([PAGE])) == "pdf_library_missing"
