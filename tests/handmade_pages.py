"""Web pages as scholars save them, with the furniture of the sites around the text; all words are ours."""

# ruff: noqa: E501 (pages are written as sites write them)

from __future__ import annotations

from collections.abc import Sequence

import manuscript

Section = tuple[str, Sequence[str]]
TITLE = manuscript.TITLE
SECTIONS = manuscript.SECTIONS
PROSE = [text for _, texts in SECTIONS for text in texts]
LINKS = [f"栏目{number}：平台观察与评论第{number}期" for number in range(60)]


def menu(count: int, tag: str = "li") -> str:
    """Return a list of `count` links."""
    return "".join(f'<{tag}><a href="/c/{i}.html">{LINKS[i % len(LINKS)]}</a></{tag}>' for i in range(count))


def sections(paragraph: str = "<p>{}</p>", heading: str = "<h2>{}</h2>") -> str:
    """Return the text of the paper as HTML."""
    parts = []
    for title, texts in SECTIONS:
        parts += [heading.format(title), *(paragraph.format(text) for text in texts)]
    return "\n".join(parts)


def portal() -> str:
    """Return a page of a news site: 100 kB around the text, scripts, menus, related texts, comments, a footer."""
    script = "<script>var a='平台广告文字';" + "f(1);" * 8000 + "</script><style>.a{color:red}</style>"
    related = "".join(
        f'<div class="item"><a href="/a">{t}</a><p>{t}的摘要，说明了等待的问题。</p></div>' for t in LINKS[:8]
    )
    comments = "".join(f'<div class="reply">读者{i}说：这篇文章说得对，平台应当付钱。</div>' for i in range(60))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_南湖观察_南湖新闻网</title>
<meta name="author" content="南湖网编辑"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2021-03-04T08:00:00+08:00">{script}</head>
<body class="page article-page"><div class="topbar"><ul>{menu(30)}</ul><form><input value="搜索"><button>搜索</button></form></div>
<div id="nav">{menu(60)}</div><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/g">观察</a> &gt; 正文</div>
<div class="wrapper"><div class="left"><h1>{TITLE}</h1>
<div class="info">2021-03-04 08:00　来源：南湖周刊　作者：林知远　浏览次数：1234</div>
<div class="text" id="zoom">{sections("<p>　　{}</p>", "<p><strong>{}</strong></p>")}
<p>（责任编辑：小南）</p></div><div class="share">分享到：微信 微博</div><p>上一篇：<a href="/b">骑手的一天</a></p>
<h3>相关阅读</h3><ul>{menu(12)}</ul></div>
<div class="sidebar"><h3>热门文章</h3>{related}<ul>{menu(40)}</ul></div></div>
<div class="comments"><h3>网友评论</h3>{comments}</div>
<footer><p>版权所有：南湖新闻网　地址：南湖市等待路1号　电话：000-0000</p>{menu(20)}</footer>
{script}</body></html>"""


def old_table(encoding: str = "gb2312", wrapped: bool = False) -> str:
    """Return a page of twenty years ago: tables for layout, lines by <br>, tags that nobody closes, big letters."""
    lines = []
    for title, texts in SECTIONS:
        lines += [f"<B>{title}</B>", ""]
        for text in texts:
            lines += ["　　" + text] if not wrapped else ["　　" + text[:33], *_wrap(text[33:], 35)]
            lines.append("")
    body = "<BR>\r\n".join(line for line in lines if line or not wrapped)
    cells = "".join(f'<TD><A HREF="{i}.htm"><FONT SIZE=2>{LINKS[i]}</A></TD>' for i in range(9))
    return f"""<HTML><HEAD><TITLE>{TITLE}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={encoding}"></HEAD>
<BODY BGCOLOR=#FFFFFF><CENTER><TABLE WIDTH=760><TR>{cells}</TR></TABLE>
<TABLE WIDTH=760><TR><TD WIDTH=150 VALIGN=top><FONT COLOR=red>{menu(8, "P")}</TD><TD><FONT SIZE=4><CENTER><B>{TITLE}</B></CENTER>
<CENTER>林知远</CENTER><FONT SIZE=3><P>{body}</TD></TR></TABLE><HR>南湖书屋　版权所有</CENTER></BODY></HTML>"""


def _wrap(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def chat_article() -> str:
    """Return an article of a chat program: sections inside sections, spans around everything, bold headings."""
    paragraph = (
        '<section><section><p style="text-align:justify"><span style="font-size:15px">{}</span></p></section></section>'
    )
    heading = "<section><p><span><strong><span>{}</span></strong></span></p></section>"
    body = sections(paragraph, heading)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="{TITLE}"/>
<meta property="og:article:author" content="何以安"/></head><body id="activity-detail"><div id="js_article" class="rich_media">
<h1 class="rich_media_title" id="activity-name">
 {TITLE} </h1><div id="meta_content"><span class="rich_media_meta">原创</span> <a id="js_name">南湖学社</a> <em>2022-05-06</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">{body}</div>
<div class="rich_media_tool">阅读 <span>1234</span> 点赞 在看</div></div><div id="js_pc_qr_code">微信扫一扫关注该公众号</div>
<script>{"var x=1;" * 4000}</script></body></html>"""


def wiki() -> str:
    """Return an article of an encyclopedia: links in the text, notes by link, a table of facts, edit links."""
    text = (
        PROSE[0].replace("消费", '<a href="/wiki/消费">消费</a>')
        + '<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>'
    )
    body = sections(
        "<p>{}</p>",
        '<h2><span class="mw-headline">{}</span><span class="mw-editsection">[<a href="/e">编辑</a>]</span></h2>',
    )
    notes = f'<ol class="references"><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>{manuscript.REFERENCES[0]}</span></li></ol>'
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>数字劳动 - 南湖百科，自由的百科全书</title></head>
<body><div id="mw-head">{menu(10)}</div><div id="content" class="mw-body"><h1 id="firstHeading">数字劳动</h1>
<div id="bodyContent"><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th>类型</th><td>劳动</td></tr>
<tr><th>提出</th><td>南湖学派</td></tr></table><p>{text}</p><div id="toc" class="toc"><h2>目录</h2><ul>{menu(6)}</ul></div>{body}
<h2>参考文献</h2>{notes}</div></div></div></div><div id="mw-navigation">{menu(25)}</div>
<div id="footer">本页面最后修订于2021年。</div></body></html>"""


def saved_by_word() -> str:
    """Return a page that Word saved: its own classes, a note at the end, fields, comments for old browsers."""
    body = sections(
        "<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体'>{}<o:p></o:p></span></p>",
        "<h1>{}</h1>",
    )

    mark = '<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span><![if !supportFootnotes]>[1]<![endif]></span></span></a>'
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 12 (filtered)"><!--[if gte mso 9]><xml><o:Author>管理员</o:Author></xml><![endif]-->
<title>新建 Microsoft Word 文档</title><style>p.MsoNormal {{margin:0cm}}</style></head><body lang=ZH-CN><div class=Section1>
<p class=MsoTitle>{TITLE}</p><p class=MsoNormal align=center>林知远</p>{body.replace("劳动的问题", "劳动" + mark + "的问题", 1)}</div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 这一句是注释里的话，不在正文之中。</p></div></div></body></html>"""


def positioned(style: str = "pdf2html") -> str:
    """Return a page whose lines stand at their places one by one, as converters from PDF make it."""
    lines = []
    for title, texts in SECTIONS:
        lines.append(title)
        for text in texts:
            lines += _wrap("　　" + text, 34)
    shown = []
    for number, line in enumerate(lines):
        page, row = divmod(number, 40)
        if style == "pdf2html":
            half = len(line) // 2
            shown.append(
                f'<div class="t m0 x1 h2 y{row:x} ff1 fs0">{line[:half]}<span class="_ _0"> </span>{line[half:]}</div>'
            )
        else:
            top = 900 * page + 60 + 20 * row
            shown.append(
                f'<span style="position:absolute;left:80px;top:{top}px;">{line[:12]}</span><span style="position:absolute;left:290px;top:{top}px">{line[12:]}</span>'
            )
    body = "".join(shown)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div id="sidebar"></div>
<div id="page-container"><div class="pf"><div class="pc"><div class="t m0 x0 h1 yff ff1">{TITLE}</div>{body}</div></div></div></body></html>"""
