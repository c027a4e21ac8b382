"""Lists of literature as databases and reference managers export them, made from our own records by script.

Each function of `EXPORTS` writes the same records in one dialect, with the habits of a real program: fields in its
order, empty ones left standing, names joined or repeated, captions above the first record.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape


class Paper(NamedTuple):
    """A record: what each export of it has to give back."""

    title: str
    authors: tuple[str, ...]
    year: int
    source: str
    keywords: tuple[str, ...]
    abstract: str = ""


PAPERS = (
    Paper(
        "等待的时间由谁支付",
        ("何以安", "林知远"),
        2021,
        "南山学刊",
        ("等待时间", "评分制度", "平台"),
        "平台把等待时间变成没有报酬的劳动。评分制度使骑手依赖平台,而依赖又促进了等待。",
    ),
    Paper(
        "可见性的商品化:以直播为例",
        ("顾澄",),
        2019,
        "河西大学学报(社会科学版)",
        ("可见性", "注意力", "商品"),
        "注意力转化为可见性,可见性转化为商品。观众的时间因此成为生产的一部分。",
    ),
    Paper(
        "档案与遗忘的关系",
        ("卡尔·魏斯", "欧阳若水", "白石"),
        2008,
        "记忆研究",
        ("档案", "遗忘", "集体记忆"),
        "档案保存集体记忆,也造成遗忘。遗忘不是记忆的反面,而是记忆的条件。",
    ),
)


def noteexpress_cnki(papers: Sequence[Paper]) -> str:
    """NoteExpress as CNKI writes it: values joined by semicolons, empty fields left standing."""
    return "\n".join(
        f"{{Reference Type}}: Journal Article\n{{Title}}: {p.title}\n{{Author}}: {';'.join(p.authors)};\n"
        f"{{Author Address}}: 河西大学;\n{{Journal}}: {p.source}\n{{Year}}: {p.year}\n{{Issue}}: 05\n{{Pages}}: 10-20\n"
        f"{{Keywords}}: {';'.join(p.keywords)}\n{{Abstract}}: <正>{p.abstract}\n{{ISBN/ISSN}}: 1000-0000\n{{Notes}}: \n"
        "{URL}: \n{DOI}: \n{Database Provider}: CNKI\n"
        for p in papers
    )


def noteexpress_wanfang(papers: Sequence[Paper]) -> str:
    """NoteExpress as 万方 and 维普 write it: a line for each name and keyword, English beside the Chinese."""
    entries = []
    for p in papers:
        lines = [
            "{Reference Type}: Journal Article ",
            f"{{Title}}:{p.title}",
            "{Translated Title}: Who Pays for Waiting",
        ]
        lines += [f"{{Author}}: {name}[{number}]" for number, name in enumerate(p.authors, start=1)]
        lines += ["{Translated Author}:  HE Yi'an", f"{{Journal}}: {p.source}", "{Translated Journal}: Nanshan Journal"]
        lines += [f"{{Year}}: {p.year}", "{Volume} : 5", "{Issue}: 1"]
        lines += [f"{{Keywords}}:  {keyword}" for keyword in p.keywords]
        half = len(p.abstract) // 2
        lines += [f"{{Abstract}}: {p.abstract[:half]}", p.abstract[half:], "{URL}: http://example.org/detail?id=1"]
        entries.append(
            "\n".join([*lines, "{Database Provider}: 北京某数据股份有限公司", "{Language}: chi", " ", " ", ""])
        )
    return "\n".join(entries)


def refworks(papers: Sequence[Paper]) -> str:
    """RefWorks as CNKI writes it."""
    return "\n".join(
        f"RT Journal Article\nSR 1\nA1 {';'.join(p.authors)};\nAD 河西大学;\nT1 {p.title}\nJF {p.source}\nYR {p.year}\n"
        f"IS 05\nOP 10-20\nK1 {';'.join(p.keywords)}\nAB {p.abstract}\nSN 1000-0000\nCN 00-0000/C\nLA 中文;\nDS CNKI\n"
        for p in papers
    )


def endnote(papers: Sequence[Paper]) -> str:
    """EndNote as CNKI writes it today: all names on one line."""
    return "\n".join(
        f"%0 Journal Article\n{''.join(f'%A {name}' for name in p.authors)}\n%+ 河西大学;\n%T {p.title}\n"
        f"%J {p.source}\n"
        f"%D {p.year}\n%N 05\n%K {';'.join(p.keywords)}\n%X {p.abstract}\n%P 10-20\n%@ 1000-0000\n"
        f"%L 00-0000/C\n%W CNKI\n"
        for p in papers
    )


def endnote_lines(papers: Sequence[Paper]) -> str:
    """EndNote with a line for each name and keyword, the title first."""
    return "\n".join(
        "\n".join(
            [
                "%0 Journal Article",
                f"%T {p.title}",
                *(f"%A {name}" for name in p.authors),
                f"%D {p.year}",
                f"%J {p.source}",
                *(f"%K {keyword}" for keyword in p.keywords),
                f"%X {p.abstract}",
                "%V ",
                "",
            ]
        )
        for p in papers
    )


def ris(papers: Sequence[Paper]) -> str:
    """RIS as Zotero writes it."""
    return "\n".join(
        "\n".join(
            [
                "TY  - JOUR",
                f"TI  - {p.title}",
                *(f"AU  - {name}" for name in p.authors),
                f"T2  - {p.source}",
                f"AB  - {p.abstract}",
                f"DA  - {p.year}/05/25/",
                f"PY  - {p.year}///",
                "DP  - CNKI",
                "SP  - 10",
                *(f"KW  - {keyword}" for keyword in p.keywords),
                "ER  - ",
                "",
            ]
        )
        for p in papers
    )


def bibtex(papers: Sequence[Paper]) -> str:
    """BibTeX; the same key twice, as some databases have it."""
    return "\n".join(
        f"@article{{cnki,\n  author = {{{' and '.join(p.authors)}}},\n  title = {{{{{p.title}}}}},\n"
        f"  journal = {{{p.source}}},\n  publisher = {{南山出版社}},\n  year = {p.year},\n  month = may,\n"
        f"  keywords = {{{', '.join(p.keywords)}}},\n  abstract = {{{p.abstract}}},\n}}\n"
        for p in papers
    )


def cssci(papers: Sequence[Paper]) -> str:
    """CSSCI: a caption, blanks inside the tags, the references below each record. It has no abstracts."""
    head = "某某大学中国社会科学研究评价中心\n数字文献处理系统 版本：2.1\n版权所有 (C) 2000 - 2001 CSSCI Corp.\n \n \n"
    return head + "".join(
        f"【来源篇名】{p.title}\n【英文篇名】Who Pays\n【来源作者】{'/'.join(p.authors)}\n【基    金】\n"
        f"【期    刊】{p.source}\n"
        f"【第一机构】河西大学\n【机构名称】[{p.authors[0]}]河西大学.哲学系/\n【第一作者】{p.authors[0]}\n"
        f"【中图类号】B0\n"
        f"【年代卷期】{p.year},40(010):3-19 \n【关 键 词】{'/'.join(p.keywords)}\n【基金类别】\n【参考文献】\n"
        "1.何以安.等待.南山学刊.2001.(2)\n2.Weiss K.Waiting.1999\n"
        "-----------------------------------------------------------------------\n\n"
        for p in papers
    )


def weipu(papers: Sequence[Paper]) -> str:
    """维普, chosen fields: a caption, numbered records, the issue behind the journal."""
    return f"〖检索时间〗2021-06-01\n 〖检索结果〗选中{len(papers)}篇\n" + "".join(
        f"【序  号】{number}/{len(papers)}\n【题　名】{p.title}\n【作　者】{';'.join(p.authors)}\n【机　构】河西大学\n"
        f"【刊　名】{p.source}.{p.year}(5).-10-20\n【ISSN号】1000-0000\n【关键词】{' '.join(p.keywords)}\n"
        f"【分类号】B0\n"
        f"【文　摘】{p.abstract}\n【网　址】http://example.org\n\n"
        for number, p in enumerate(papers, start=1)
    )


def wos(papers: Sequence[Paper]) -> str:
    """Web of Science with the Chinese fields of its Chinese collection, long fields wrapped."""
    entries = []
    for p in papers:
        half = len(p.abstract) // 2
        names = "\n   ".join(p.authors)
        entries.append(
            f"PT J\nAU He, YA\n   Lin, ZY\nAF He, Yi'an\n   Lin, Zhiyuan\nTI Who pays for\n   waiting\n"
            f"SO NANSHAN JOURNAL\n"
            f"LA Chinese\nDT Article\nDE waiting; rating\nAB Platforms turn waiting\n   into labour.\nPY {p.year}\n"
            f"ZK {'; '.join(p.keywords)}\nZ1 {p.title}\nZ2 {names}\nZ3 {p.source}\n"
            f"Z4 {p.abstract[:half]}\n   {p.abstract[half:]}\nUT CSCD:1\nER\n"
        )
    return "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "\n".join(entries) + "\nEF\n"


def cnki(papers: Sequence[Paper]) -> str:
    """The self-defined export of CNKI."""
    return "\n".join(
        f"SrcDatabase-来源库: 期刊\nTitle-题名: {p.title}\nAuthor-作者: {';'.join(p.authors)};\nOrgan-单位: 河西大学;\n"
        f"Source-文献来源: {p.source}\nKeyword-关键词: {';;'.join(p.keywords)}\nSummary-摘要: <正>{p.abstract}\n"
        f"PubTime-发表时间: {p.year}-05-25\nFirstDuty-第一责任人: {p.authors[0]};\nFund-基金: \nYear-年: {p.year}\n"
        "Volume-卷: \nPeriod-期: 05\nPageCount-页码: 10-20\nCLC-中图分类号: B0\n"
        "URL-网址: http://example.org:80/x\nDOI-DOI: \n"
        for p in papers
    )


def estudy(papers: Sequence[Paper]) -> str:
    """知网研学 (E-Study): the database stands inside the record."""
    return "\n".join(
        f"DataType: 1\nTitle-题名: {p.title}\nAuthor-作者: {';'.join(p.authors)};\nSource-刊名: {p.source}\n"
        f"Year-年: {p.year}\n"
        f"PubTime-出版时间: {p.year}-09-15\nKeyword-关键词: {';'.join(p.keywords)}\n"
        f"Summary-摘要: {p.abstract}\nPeriod-期: 05\n"
        "PageCount-页数: 10\nPage-页码: 915-924\nSrcDatabase-来源库: 期刊\nOrgan-机构: 河西大学;\n"
        "Link-链接: https://example.org\n"
        for p in papers
    )


def labelled(papers: Sequence[Paper]) -> str:
    """A text with Chinese labels, as one writes it by hand or copies it from a page."""
    return "\n".join(
        f"题名：{p.title}\n作者：{'，'.join(p.authors)}\n机构：河西大学\n刊名：{p.source}\n年份：{p.year}\n"
        f"关键词：{'，'.join(p.keywords)}\n摘要：{p.abstract}\n"
        for p in papers
    )


def citations(papers: Sequence[Paper]) -> str:
    """References after GB/T 7714. They have neither keywords nor abstracts."""
    return "".join(
        f"[{number}]{','.join(p.authors)}.{p.title}[J].{p.source},{p.year}(05):10-20.\n"
        for number, p in enumerate(papers, start=1)
    )


def chaxin(papers: Sequence[Paper]) -> str:
    """References with abstract and keywords below them (查新)."""
    return "\n".join(
        f"[{number}]{','.join(p.authors)}.{p.title}[J].{p.source},{p.year}(05):10-20.\n机构：河西大学\n"
        f"关键词：{';'.join(p.keywords)}\n摘要：{p.abstract}\n"
        for number, p in enumerate(papers, start=1)
    )


HEAD = ("作者", "题名", "文献来源", "年", "期", "关键词", "摘要", "机构")


def _cells(paper: Paper) -> list[str]:
    names, keywords = ";".join(paper.authors), ";;".join(paper.keywords)
    return [names, paper.title, paper.source, str(paper.year), "05", keywords, paper.abstract, "河西大学"]


def table(papers: Sequence[Paper], delimiter: str = ",") -> str:
    """A table as CNKI and 万方 write it."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([HEAD, *map(_cells, papers)])
    return out.getvalue()


def zotero_csv(papers: Sequence[Paper]) -> str:
    """CSV as Zotero writes it: every cell quoted, English heads."""
    head = ["Key", "Item Type", "Publication Year", "Author", "Title", "Publication Title", "Abstract Note", "Date"]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([*head, "Manual Tags", "Automatic Tags"])
    for p in papers:
        cells = ["K", "journalArticle", p.year, "; ".join(p.authors), p.title, p.source, p.abstract, p.year]
        writer.writerow([*cells, "; ".join(p.keywords), ""])
    return out.getvalue()


def jsonl(papers: Sequence[Paper]) -> str:
    """JSON lines."""
    return "".join(
        json.dumps(
            {"title": p.title, "author": list(p.authors), "year": p.year, "source": p.source}
            | {"keywords": list(p.keywords), "abstract": p.abstract},
            ensure_ascii=False,
        )
        + "\n"
        for p in papers
    )


def csl_json(papers: Sequence[Paper]) -> str:
    """CSL-JSON as Zotero writes it: one list, names in parts."""
    items = [
        {
            "type": "article-journal",
            "title": p.title,
            "author": [{"family": name[:1], "given": name[1:]} for name in p.authors],
            "issued": {"date-parts": [[str(p.year), 5]]},
            "container-title": p.source,
            "keyword": ",".join(p.keywords),
            "abstract": p.abstract,
        }
        for p in papers
    ]
    return json.dumps(items, ensure_ascii=False, indent=1)


def html_table(papers: Sequence[Paper]) -> str:
    """The ".xls" of databases: a table of a web page."""
    rows = [
        [
            f"{name}"
            for name in ("Title-题名", "Author-作者", "Source-文献来源", "Year-年", "Keyword-关键词", "Summary-摘要")
        ]
    ]
    rows += [[p.title, ";".join(p.authors), p.source, str(p.year), ";;".join(p.keywords), p.abstract] for p in papers]
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><head><meta charset='utf-8'></head><body><table border=1>{body}</table></body></html>"


def sheet_xml(papers: Sequence[Paper]) -> str:
    """The ".xls" of Excel 2003 in XML; empty cells are left out."""
    head = ["题名", "", "作者", "刊名", "年份", "关键词", "摘要"]
    rows = [[p.title, "", ";".join(p.authors), p.source, str(p.year), ";".join(p.keywords), p.abstract] for p in papers]
    body = "".join(
        "<Row>"
        + "".join(
            f'<Cell ss:Index="{at}"><Data ss:Type="String">{escape(cell)}</Data></Cell>'
            for at, cell in enumerate(row, start=1)
            if cell
        )
        + "</Row>"
        for row in [head, *rows]
    )
    office = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{office}" xmlns:ss="{office}"><Worksheet ss:Name="1"><Table>{body}</Table></Worksheet>'
        "</Workbook>"
    )


def weipu_text(papers: Sequence[Paper]) -> str:
    """维普 as text: the kind of source behind the journal, the abstract below. It has no keywords."""
    return "\n".join(
        f"[{number}] {','.join(p.authors)}.{p.title}.{p.source}[J],{p.year}(5):10-20\n{p.abstract}\n"
        for number, p in enumerate(papers, start=1)
    )


def weipu_references(papers: Sequence[Paper]) -> str:
    """维普 as references: nothing between the kind of source and the journal."""
    return "".join(
        f"[{number}] {','.join(p.authors)}.{p.title}[J]{p.source},{p.year},(5):10-20\n \n"
        for number, p in enumerate(papers, start=1)
    )


def notefirst(papers: Sequence[Paper]) -> str:
    """The XML of NoteFirst."""
    entries = "".join(
        "<Bibliography><Type>JournalArticle</Type><Language>zh-CHS</Language>"
        f'<PrimaryTitle> <Title Lang="zh-CHS"><![CDATA[{p.title}]]></Title><Title Lang="en">Who Pays</Title>'
        f"</PrimaryTitle>"
        "<Authors>"
        + "".join(
            f"<Author><Info lang='zh-CHS'><FullName><![CDATA[{name}]]></FullName>"
            "<Organization>[1]河西大学</Organization></Info></Author>"
            for name in p.authors
        )
        + f'</Authors><Medium><Media Lang="zh-CHS"><![CDATA[{p.source}]]></Media></Medium><Year>{p.year}</Year>'
        f"<Issue>5</Issue>"
        f'<Keywords><Keyword Lang="zh-CHS"><![CDATA[{";".join(p.keywords)}]]></Keyword><Keyword Lang="en">'
        f"waiting</Keyword></Keywords>"
        f'<Abstracts><Abstract Lang="zh-CHS"><![CDATA[{p.abstract}]]></Abstract></Abstracts>'
        "<PageScope>10-20</PageScope><Publisher>河西大学</Publisher></Bibliography>"
        for p in papers
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n <Bibliographies>\n'
    return f"{head}<BibliographiesCount>{len(papers)}</BibliographiesCount>{entries}</Bibliographies>"


def resource_list(papers: Sequence[Paper]) -> str:
    """The XML of 维普."""
    entries = "".join(
        f"<PeriodicalPaper><Type>1</Type><ID>7</ID><Titles><Title><Language>chi</Language><Text>"
        f"<![CDATA[{p.title}]]></Text>"
        "</Title></Titles><Creators>"
        + "".join(f"<Creator><Name><![CDATA[{name}]]></Name></Creator>" for name in p.authors)
        + f"</Creators><PublishDate><![CDATA[{p.year}-05-01]]></PublishDate><CLCs><CLC><Code>B0</Code></CLC>"
        f"</CLCs><Keywords>"
        + "".join(f"<Keyword><![CDATA[{keyword}]]></Keyword>" for keyword in p.keywords)
        + f"</Keywords><Abstracts><Abstract><Text><![CDATA[{p.abstract}]]></Text></Abstract></Abstracts>"
        f"<Periodical><ID>1</ID>"
        f"<Name><![CDATA[{p.source}]]></Name><ISSN>1000-0000</ISSN></Periodical><Organs><Organ>河西大学</Organ>"
        f"</Organs></PeriodicalPaper>"
        for p in papers
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\r\n <ResourceList>{entries}\r\n</ResourceList>'


def endnote_xml(papers: Sequence[Paper]) -> str:
    """The XML of EndNote, values in elements of style."""
    style = '<style face="normal" font="default" size="100%">{}</style>'
    entries = "".join(
        "<record><source-app name='EndNote'>EndNote</source-app><rec-number>1</rec-number><contributors><authors>"
        + "".join(f"<author>{style.format(escape(name))}</author>" for name in p.authors)
        + f"</authors></contributors><titles><title>{style.format(escape(p.title))}</title>"
        f"<secondary-title>{style.format(escape(p.source))}</secondary-title></titles><keywords>"
        + "".join(f"<keyword>{style.format(keyword)}</keyword>" for keyword in p.keywords)
        + f"</keywords><dates><year>{style.format(p.year)}</year></dates><abstract>"
        f"{style.format(escape(p.abstract))}</abstract></record>"
        for p in papers
    )
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{entries}</records></xml>'


EXPORTS: dict[str, Callable[[Sequence[Paper]], str]] = {
    "noteexpress cnki": noteexpress_cnki,
    "noteexpress wanfang": noteexpress_wanfang,
    "refworks": refworks,
    "endnote": endnote,
    "endnote lines": endnote_lines,
    "ris": ris,
    "bibtex": bibtex,
    "cssci": cssci,
    "weipu": weipu,
    "wos": wos,
    "cnki": cnki,
    "estudy": estudy,
    "labelled": labelled,
    "citations": citations,
    "chaxin": chaxin,
    "csv": table,
    "tsv": lambda papers: table(papers, "\t"),
    "semicolons": lambda papers: table(papers, ";"),
    "zotero csv": zotero_csv,
    "jsonl": jsonl,
    "csl json": csl_json,
    "html table": html_table,
    "sheet xml": sheet_xml,
    "weipu text": weipu_text,
    "weipu references": weipu_references,
    "notefirst": notefirst,
    "resource list": resource_list,
    "endnote xml": endnote_xml,
}
WITHOUT_ABSTRACTS = frozenset({"cssci", "citations", "weipu references"})
WITHOUT_KEYWORDS = frozenset({"citations", "weipu text", "weipu references"})


def xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet, written member by member, cells as inline strings."""
    cells = "".join(
        f"<row r='{r}'>"
        + "".join(
            f"<c r='{chr(64 + c)}{r}' t='inlineStr'><is><t>{escape(cell)}</t></is></c>"
            for c, cell in enumerate(row, start=1)
            if cell
        )
        + "</row>"
        for r, row in enumerate(rows, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f"<Types xmlns='{package}/content-types'><Default Extension='rels' "
        "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/xl/workbook.xml' ContentType='{kind}.sheet.main+xml'/>"
        f"<Override PartName='/xl/worksheets/sheet1.xml' ContentType='{kind}.worksheet+xml'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{package}/relationships'>"
        f"<Relationship Id='r1' Type='{office}/officeDocument' "
        "Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<workbook xmlns='{main}' xmlns:r='{office}'><sheets>"
        "<sheet name='题录' sheetId='1' r:id='r1'/>"
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{package}/relationships'><Relationship Id='r1' "
        f"Type='{office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{main}'><sheetData>{cells}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, f"<?xml version='1.0' encoding='UTF-8'?>{content}")
    return out.getvalue()


def sheet(papers: Sequence[Paper]) -> bytes:
    """A workbook with a caption above the head."""
    return xlsx([["检索结果", "", "2021-06-01"], [], HEAD, *map(_cells, papers)])
