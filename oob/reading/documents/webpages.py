"""HTML pages: the text of the article, and what the page states of itself. Nothing is fetched or run."""

from __future__ import annotations

import html
import json
import logging
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from oob.errors import Refusal
from oob.reading.documents import characters, heads, wrapping
from oob.reading.documents.heads import Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE: Final = 5_000_000
"""Bytes of an HTML page: one with all its scripts takes 2 million."""
_LARGEST_TREE: Final = 15_000
"""Elements up to which the article is looked for: a long article with its page takes 5,000. It takes quadratic time."""
_DEEPEST: Final = 200
"""Elements inside each other; pages as browsers save them have 60. More is broken or hostile markup."""
_MOST_INLINE: Final = 150
"""Links and the like in one paragraph: finding articles takes time quadratic in them."""
_LONGEST_TAG: Final = 2_000
"""Characters of a tag outside its quotes: libxml2 takes time quadratic in the number of attributes."""
_PROSE: Final = 60
"""Characters from which a block that ends in a full stop counts as prose."""

_CHARSET: Final = re.compile(rb"<meta[^<>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_ENCODING: Final = re.compile(
    "windows-125[0-8]|iso-8859-[0-9]{1,2}|latin-?[1-9]|koi8-[rut]|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|macintosh|tis-620",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(rb"data:[a-z]{1,20}/[\w.+-]{1,60};base64,[A-Za-z0-9+/=]*+")
_SAVED_FROM: Final = re.compile(r"<!--\s{0,5}saved from url=\([0-9]{1,6}\)(https?://[^\s<>]{1,2000})", re.IGNORECASE)
# As a browser reads tags: a `<` inside one does not end it, nor does a `>` inside quotes after an equals sign.
_TAGS: Final = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+"
    r"|<(?P<raw>script|style)\b[^>]*+>(?:[^<]++|<(?!/(?P=raw)\b))*+"
    r"|<(?P<name>[a-zA-Z][\w:-]*+)(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+>?",
    re.IGNORECASE,
)
_LINE_ENDS: Final = re.compile(r"(?P<pre><pre\b(?:[^<]++|<(?!/pre\b))*+)|\n++", re.IGNORECASE)
"""Ends of lines in the page's source are no ends of paragraphs, but for preformatted text."""
_QUOTED: Final = re.compile("\"[^\"]*+\"?|'[^']*+'?")
_UNSEEN: Final = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|(?:font-size|opacity)\s{0,9}:\s{0,9}0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
# fmt: off
_DROPPED: Final = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "map", "nav", "button", "select", "textarea", "input", "dialog", "menu", "frameset", "noframes", "applet",
    "datalist",
))
_INLINE: Final = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
))
_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.issued",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "citation_publication_date",
    "citation_date", "parsely-pub-date", "sailthru.date", "article.published", "publish-date", "publish_date",
    "publishdate", "publication_date", "publicationdate", "published-date", "pubdate", "pub_date",
    "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "dc.date", "dcterms.date",
    "date",
)
_MODIFIED: Final = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")
_TITLE: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title")
_SITE: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_AUTHOR: Final = (
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
    "sailthru.author",
)
# fmt: on


def read(data: bytes, name: str) -> tuple[str, Stated]:
    """The paragraphs of a page's article, one a line, and what its metadata state. Raises Refusal for huge pages."""
    data = _PICTURE.sub(b"", data)  # as some programs save pages, with all that belongs to them
    if len(data) > LARGEST_PAGE:
        raise Refusal(
            f"{name} is a page of {len(data) / 1e6:.1f} MB without its pictures, more than {LARGEST_PAGE / 1e6:.0f} MB;"
            " save the report's text as plain text"
        )
    text, note = _decoded(data)
    page, harmful = characters.cleaned(text)
    tree, whole = _tree(page)
    if tree is None:
        return "", Stated()
    stated = _stated(tree, page)
    if note:
        stated.notes.append(f"the page is {note}")
    if harmful:
        stated.notes.append(characters.TAKEN_OUT)
    hidden = _drop_unseen(tree)
    if hidden > 200:
        stated.notes.append(f"{hidden} characters that the page hides were left out")
    every = _blocks(tree)
    article = None if whole else _article(tree)
    if article is None:
        stated.notes.append("the article could not be told from the rest of the page: all of its text was read")
        return "\n".join(every), stated
    _compare(article, every, stated)
    return article, stated


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The page's characters: UTF-8 wherever it is that, for pages saved by a browser still name their old encoding."""
    text, note = characters.decoded(data)
    named = _CHARSET.search(data[:4096]) if note else None
    if named and _ENCODING.fullmatch(named[1].decode("ascii")):
        encoding = named[1].decode("ascii").lower()
        encoding = {"gb2312": "gb18030", "gbk": "gb18030", "macintosh": "mac-roman"}.get(encoding, encoding)
        if not re.fullmatch("iso-8859-1|latin-?1", encoding):  # which browsers read as Windows-1252, too
            return data.decode(encoding, "replace"), None
        return data.decode("cp1252", "replace"), None
    return text, note


# -- the tree -------------------------------------------------------------------------------------------------------


def _tree(page: str) -> tuple[HtmlElement | None, bool]:
    """The page's elements; whether they are too many or nested too deeply to look for an article among them."""
    page = _TAGS.sub(_without_many_attributes, _LINE_ENDS.sub(lambda found: found["pre"] or " ", page))
    tree = _parsed(page)
    if tree is None:
        return None, True
    count, depth, inline = _measure(tree)
    if depth <= _DEEPEST:
        return tree, count > _LARGEST_TREE or inline > _MOST_INLINE
    return _parsed(_TAG.sub(_flat, _TAGS.sub(_without_code, page))), True


def _parsed(page: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # The ban on deep trees is lifted only to see that a tree is deep: libxml2 drops what is deeper without a word.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        return document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None  # nothing but comments and the like


def _without_many_attributes(found: re.Match[str]) -> str:
    whole = found[0]
    if not found["name"] or len(whole) <= _LONGEST_TAG or len(_QUOTED.sub("", whole)) <= _LONGEST_TAG:
        return whole
    return f"<{found['name']}>"


def _without_code(found: re.Match[str]) -> str:
    return "" if found["raw"] and "ld+json" not in found[0][:200] else found[0]


_TAG: Final = re.compile(r"</?([a-zA-Z][\w:-]*+)[^<>]*+>?")


def _flat(found: re.Match[str]) -> str:
    """A tag as it stands in a page without nesting: paragraphs alone."""
    name = found[1].lower()
    if name in ("html", "head", "title", "body", "meta", "link", "script", "h1"):
        return found[0]
    return "" if name in _INLINE else "<p>"


def _measure(tree: HtmlElement) -> tuple[int, int, int]:
    """The number of elements, the depth to which they are nested, and the most inline ones that one element holds."""
    from lxml import etree

    count = deepest = most = 0
    inline = [0]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            count += 1
            inline[-1] += element.tag in _INLINE
            inline.append(0)
            deepest = max(deepest, len(inline))
        else:
            most = max(most, inline.pop())
    return count, deepest, most


def _drop_unseen(tree: HtmlElement) -> int:
    """Empties what a reader of the page does not see or is no prose; gives the characters of hidden text."""
    hidden = 0
    # The innermost first, so that hidden text is counted once.
    for element in [*tree.iter(*_DROPPED), *reversed(tree.xpath("//*[@hidden or @style]"))]:
        dropped = element.tag in _DROPPED
        if dropped or _is_hidden(element):
            hidden += 0 if dropped else len("".join(element.itertext()).strip())
            element.clear(keep_tail=True)
            element.tag = "span"
    return hidden


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "head", "meta", "title", "link"):  # hidden until a script shows the page
        return False
    return "hidden" in element.attrib or bool(_UNSEEN.search(element.get("style", "")[:2000]))


def _blocks(tree: HtmlElement) -> list[str]:
    """All text of a page, a block a line."""
    from lxml import etree

    body = tree.find("body")
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        if element.tag not in _INLINE:
            pieces.append("\n")
        pieces.append(_spaced((element.text if event == "start" else element.tail) or ""))
    lines = (" ".join(each.split()) for each in "".join(pieces).split("\n"))
    return [each for each in lines if each]


def _spaced(text: str) -> str:
    return text.replace("\n", " ")


def _article(tree: HtmlElement) -> str | None:
    """The text of the article in a page; None where there is none to be found."""
    for name in ("trafilatura", "htmldate", "readability", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:  # its heuristics meet every kind of broken page; the page's whole text is there instead
        return None
    text = found.text if found is not None and not isinstance(found, dict) else None
    lines = (" ".join(each.split()) for each in (text or "").split("\n"))
    return "\n".join(filter(None, lines)) or None


def _compare(article: str, every: Iterable[str], stated: Stated) -> None:
    """A note where much of the page's prose is missing from the article: broken markup loses it without a word."""
    prose = [each for each in dict.fromkeys(every) if len(each) >= _PROSE and wrapping.ends_sentence(each)]
    total = sum(map(len, prose))
    words = "".join(article.split())
    kept = sum(len(each) for each in prose if "".join(each.split())[:_PROSE] in words)
    if kept < 0.7 * total:
        stated.notes.append(
            f"the article that was found holds {round(100 * kept / total)}% of the page's prose: compare the two"
        )


# -- what the page states -------------------------------------------------------------------------------------------


def _stated(tree: HtmlElement, page: str) -> Stated:
    """Title, publisher, authors and date out of JSON-LD first, then meta elements, then the page's visible marks."""
    meta = _meta(tree)
    articles = list(_articles(tree))
    out = Stated(url=_url(tree, meta, page))
    site = [_name(each.get("publisher")) for each in articles] + _values(meta, _SITE)
    out.publisher = next((each for each in map(_line, site) if each), None)
    out.title = _title(tree, [*(each.get("headline") for each in articles), *_values(meta, _TITLE)], out.publisher)
    out.authors = _authors([each.get("author") for each in articles], meta, tree)
    _date(out, articles, meta, tree)
    if not out.publisher and out.url:
        out.publisher = (urlsplit(out.url).hostname or "").removeprefix("www.") or None
    return out


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements, by their lower-case name."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.strip().lower(), []).append(element.get("content")[:2000])
    return found


def _values(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _line(value: object) -> str | None:
    return characters.line(html.unescape(value)) if isinstance(value, str) else None


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD describes."""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                kinds = value.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report")) for kind in kinds):
                    yield value
                waiting.extend(each for each in (value.get("@graph"), value.get("mainEntity")) if each)


def _name(value: object) -> str | None:
    """The name of a person or organisation in JSON-LD."""
    if isinstance(value, list):
        return next(filter(None, map(_name, value)), None)
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _title(tree: HtmlElement, told: Iterable[object], publisher: str | None) -> str | None:
    """The headline on the page where there is one alone, else as metadata tell it, without the name of the site."""
    titles = [each for each in map(_line, told) if each]
    top = [each for each in (_line(" ".join(h1.itertext())) for h1 in tree.iter("h1")) if each]
    if len(top) == 1 and (not titles or any(each.lower().startswith(top[0].lower()) for each in titles)):
        return top[0]
    titles.extend(filter(None, (_line(each.text) for each in tree.iter("title"))))
    if not titles:
        return None
    title, mark, site = _last_part(titles[0])
    return title if mark and publisher and site.lower() in publisher.lower() else titles[0]


def _last_part(title: str) -> tuple[str, str, str]:
    """ "A headline - Example Times" in two, and the mark between."""
    mark = max((" - ", " | ", " \u2013 ", " \u2014 "), key=title.rfind)
    return title.rpartition(mark)


def _authors(told: Iterable[object], meta: dict[str, list[str]], tree: HtmlElement) -> tuple[str, ...]:
    waiting = list(told)
    names: list[str] = []
    while waiting and len(names) < 100:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:100]
        elif name := _line(_name(value)):
            names.append(name)
    names = names or [each for each in map(_line, _values(meta, _AUTHOR)) if each and "//" not in each]
    if not names:
        marked = tree.xpath("//*[@rel = 'author' or @itemprop = 'author']")[:20]
        names = [each for each in (_line(" ".join(element.itertext())) for element in marked) if each]
    return tuple(dict.fromkeys(person for name in names for person in heads.people(name)))


def _date(out: Stated, articles: Iterable[dict[str, Any]], meta: dict[str, list[str]], tree: HtmlElement) -> None:
    """When the page says it was published; what it only lets guess is marked uncertain."""
    told = [value for each in articles for value in [each.get("datePublished")] if isinstance(value, str)]
    marked = [
        element.get("datetime") or element.get("content") or "".join(element.itertext())[:100]
        for element in tree.xpath("//*[@itemprop = 'datePublished' or @pubdate]")[:20]
    ]
    for value in (*told, *_values(meta, _PUBLISHED), *marked):
        if found := heads.day(value.strip()):
            out.published, out.dated_by = found, "the page's metadata"
            return
    changed = next(filter(None, (heads.day(value.strip()) for value in _values(meta, _MODIFIED))), None)
    if changed:
        out.notes.append(f"the page says that it was changed on {changed}, not when it was published")


def _url(tree: HtmlElement, meta: dict[str, list[str]], page: str) -> str | None:
    """The address that a page gives as its own, else the one a browser saved it from."""
    links = [link.get("href") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    saved = _SAVED_FROM.search(page[:4096])
    for value in (*links, *meta.get("og:url", ()), saved[1] if saved else None):
        address = characters.line(value or "", 2000)
        if address and re.match(r"https?://[^/\s]+\.[^/\s]+", address) and " " not in address:
            return address
    return None
