"""Settings: how texts are read, cleaned and cut into words."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgraph.config.setting import setting


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """How files become documents."""

    encoding: str = setting("auto", en="encoding of the input; auto detects it", zh="输入的编码；auto 为自动识别")
    encoding_margin: float = setting(
        0.3,
        en="lead of the likeliest encoding over the next one and over chance below which it is not believed",
        zh="最可能的编码领先其次者和随机情形的分值低于此值即不采信",
        between=(0, 0.8),
        source="measured: 9 of 12,000 samples have less, all of 20 characters; Japanese, Korean, EUC-TW have",
    )
    lost_share: float = setting(
        0.001,
        en="share of characters that the encoding does not have above which a file is refused",
        zh="无法解码的字符超过此比例的文件不读",
        between=(0, 1),
        source="a real book of 836,000 characters has 7; one in a thousand is one on every page",
    )
    id_column: str = setting("id", en="table column with the document id", zh="表格中文献编号所在的列")
    title_column: str = setting("title", en="table column with the title", zh="表格中题名所在的列")
    text_column: str = setting("text", en="table column with the text", zh="表格中正文所在的列")
    author_column: str = setting("author", en="table column with the authors", zh="表格中作者所在的列")
    year_column: str = setting("year", en="table column with the year", zh="表格中年份所在的列")
    keywords_column: str = setting("keywords", en="table column with the authors' keywords", zh="表格中关键词所在的列")
    lines_share: float = setting(
        0.3,
        en="share of long paragraphs of a Word file, page or book that end inside a sentence at the full width of a"
        " line from which they are lines",
        zh="Word、网页、电子书中长段落在句中满行处断开者达到此比例，即视为逐行断开的文本",
        between=(0, 1),
        source="as clean.open_share: about 0.9 where each line is a paragraph",
    )
    unpacked_ratio: int = setting(
        100,
        en="how many times larger than packed a part of a Word file or e-book may be (from 16 MB)",
        zh="Word 文件或电子书的部件（16 MB 以上）解压后可大于压缩时的倍数",
        between=(10, 2000),
        source="text and the XML of Word pack to a third or a tenth, a bomb to a thousandth",
    )
    nesting: int = setting(
        1000,
        en="deepest nesting of elements in a page",
        zh="网页中元素嵌套的最大深度",
        unit="elements",
        between=(50, 5000),
        source="the time of the parser grows with the square: 0.5 s at 10,000 (measured)",
    )
    epub_documents: str = setting(
        "book",
        en="what of an e-book makes a document",
        zh="电子书以何为一篇文献：全书或每章",
        choices=("book", "chapter"),
    )
    unpacked_megabytes: int = setting(
        1000,
        en="most that a packed file (XLSX, Word, e-book) may unpack to",
        zh="压缩格式文件（XLSX、Word、电子书）解压后的最大体积",
        unit="MB",
        between=(1, 100_000),
        source="a sheet of 100,000 papers takes 300 MB; a bomb unpacks to thousands of times its size",
    )
    strict: bool = setting(
        False,
        en="stop at the first document that cannot be read, and build nothing",
        zh="遇到第一篇不能读取的文献即停止，不生成结果",
    )
    file_megabytes: int = setting(
        1000,
        en="largest file",
        zh="文件的最大体积",
        unit="MB",
        between=(1, 100_000),
        source="a million abstracts; what is read is held in memory several times over",
    )
    pdf_file_megabytes: int = setting(300, en="largest PDF file", zh="PDF 文件的最大体积", unit="MB", between=(1, 4000))
    pdf_pages: int = setting(2000, en="most pages of a PDF", zh="PDF 的最多页数", unit="pages", between=(1, 100_000))
    pdf_page_characters: int = setting(
        50_000,
        en="most characters of a PDF page; a page with more is not read",
        zh="PDF 每页的最多字符数，超过的页不读",
        unit="characters",
        between=(1000, 10_000_000),
        source="a page of a newspaper has some 15,000",
    )
    pdf_seconds: int = setting(
        4,
        en="time for opening a PDF; each MB adds 1 s, each page read 0.2 s",
        zh="打开一个 PDF 的时限，每 MB 另加 1 秒，每读一页另加 0.2 秒",
        unit="seconds",
        between=(1, 3600),
        source="a paper takes 0.1 s (measured); some damaged files never end",
    )
    pdf_megabytes: int = setting(
        1024,
        en="memory for reading a PDF (not on Windows)",
        zh="读取一个 PDF 的内存上限（Windows 上无效）",
        unit="MB",
        between=(128, 1_000_000),
    )
    pdf_strange: float = setting(
        0.05,
        en="share of characters of a PDF without meaning (private use, foreign scripts) from which it is left out",
        zh="PDF 中无意义字符（私用区、其他文种）达到此比例即不读",
        between=(0, 1),
        source="formulas and ornaments make less than 1 %",
    )
    pdf_scanned: int = setting(
        30,
        en="Chinese characters a page below which a PDF has no text of its own",
        zh="PDF 平均每页汉字少于此数，视为没有文本层",
        unit="characters",
        between=(0, 10_000),
        source="what databases stamp on scanned pages; a page of prose has over 500",
    )
    pdf_judged: int = setting(
        300,
        en="Chinese characters from which the text layer of a PDF is judged",
        zh="汉字达到此数才判断 PDF 文本层是否可读",
        unit="characters",
        between=(50, 100_000),
    )
    pdf_frequent: float = setting(
        0.45,
        en="share of frequent characters below which the text layer of a PDF is no Chinese",
        zh="常用字比例低于此值，PDF 文本层即非可读中文",
        between=(0, 1),
        source="prose has 0.55 to 0.8, with every second character wrong 0.4 (measured)",
    )
    pdf_order: float = setting(
        2.5,
        en="lift of common pairs of characters below which the text layer of a PDF is out of order",
        zh="常用字对的提升度低于此值，PDF 文本层顺序即错乱",
        between=(0, 100),
        source="prose has 8 to 30, classical prose 3.5, characters in random order 1 (measured)",
    )


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """How the traces of a PDF are removed. Columns are half-width: a Chinese character has two."""

    full_line: float = setting(
        0.86,
        en="a line this share of the usual width is full: its paragraph may go on",
        zh="行宽达到通常行宽的这一比例即为满行，段落可以延续",
        between=(0.5, 1),
        source="justified lines of Chinese journals vary by two or three characters of some forty",
    )
    short_line: float = setting(
        0.6,
        en="a line below this share of the usual width was ended on purpose",
        zh="行宽低于通常行宽的这一比例，视为有意断行",
        between=(0.2, 1),
        source="titles, names and headings; no wrapped line of prose is so short",
    )
    long_line: int = setting(
        30,
        en="a line from this width on can be a wrapped line of prose",
        zh="达到此宽度的行可能是被折断的正文行",
        unit="columns",
        between=(10, 200),
        source="the narrow columns of journals have some 18 characters",
    )
    open_share: float = setting(
        0.3,
        en="share of long lines ending inside a sentence from which a text counts as wrapped",
        zh="长行中在句中断开者达到此比例，即视为硬折行文本",
        between=(0, 1),
        source="about 0.9 in wrapped text, below 0.1 in text with one paragraph a line",
    )
    blank_noise: float = setting(
        0.4,
        en="share of lines after an empty line, or of empty lines inside sentences, from which they mean nothing",
        zh="空行后的行、或句中空行达到此比例，空行即不再表示分段",
        between=(0, 1),
    )
    neighbours: int = setting(
        6,
        en="lines before and after that give the usual width",
        zh="计算通常行宽所看的前后行数",
        unit="lines",
        between=(1, 100),
    )
    sentence_length: int = setting(
        1000,
        en="longest sentence; what goes on without a full stop is cut there",
        zh="句子的最大长度，没有句号而更长的在此处切断",
        unit="characters",
        between=(100, 1_000_000),
        source="sentences of papers have 20 to 200; bounds the time for text without punctuation",
    )
    heading_length: int = setting(45, en="longest heading", zh="标题行的最大长度", unit="characters", between=(5, 200))
    title_length: int = setting(60, en="longest title", zh="题名的最大长度", unit="characters", between=(5, 300))
    front_paragraphs: int = setting(
        40, en="paragraphs searched for front matter", zh="查找篇首信息的段落数", unit="paragraphs", between=(1, 500)
    )
    aside_length: int = setting(
        300,
        en="longest paragraph of thanks or note on an author outside a section of its own",
        zh="致谢段与作者简介段的最大长度（自成一节者不限）",
        unit="characters",
        between=(20, 5000),
    )
    furniture_width: int = setting(
        90, en="widest running head or page number", zh="页眉、页码的最大宽度", unit="columns", between=(10, 300)
    )
    head_repeats: int = setting(
        3, en="repetitions from which a short line is a running head", zh="短行重复多少次即视为页眉", between=(2, 100)
    )


@dataclass(frozen=True, slots=True)
class WordsConfig:
    """The user's own words: files that win over statistics. A path in a settings file is relative to that file."""

    lexicon: str = setting(
        "", en="terms, one a line: word [frequency] [tag]", zh="术语，每行一个：词 [频次] [词性]", unit="file"
    )
    stopwords: str = setting("", en="words that are no concepts, one a line", zh="不作概念的词，每行一个", unit="file")
    synonyms: str = setting(
        "",
        en="names of one concept, a line: name = other name",
        zh="同一概念的各种名称，每行一组：名称 = 别名",
        unit="file",
    )
    script: str = setting(
        "keep",
        en="script of concept names: keep (as most of the texts write it), hans (simplified) or hant (traditional)",
        zh="概念名称用简体还是繁体：keep（按原文多数写法）、hans（简体）或 hant（繁体）",
        choices=("keep", "hans", "hant"),
    )
    edits: str = setting("", en="edits of concepts and relations (TOML)", zh="对概念与关系的修改（TOML）", unit="file")
    rules: str = setting(
        "", en="cue rules to add, replace or switch off (TOML)", zh="增加、替换或停用的线索词规则（TOML）", unit="file"
    )


@dataclass(frozen=True, slots=True)
class SegmentConfig:
    """How sentences are cut into words."""

    segmenter: str = setting(
        "rjieba",
        en="word segmenter",
        zh="分词器",
        choices=("rjieba", "jieba"),
        source="same words as jieba on Chinese text, 33 times faster cut, 82 times faster tagging (measured)",
    )
