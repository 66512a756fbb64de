"""Tells robots from browsers by their user agent: two maintained lists and the marks that lists are slow to learn."""

import re
from functools import lru_cache
from importlib.metadata import version

from crawlerdetect.crawlerdetect import get_compiled_crawler_regex, get_compiled_exclusions_regex
from crawleruseragents import is_crawler

LISTS = ("crawlerdetect", "crawler-user-agents")
REMEMBERED = 20_000  # user agents a process keeps the verdict of: some 6 MB
LONGEST = 1_024  # characters; no browser sends more, and a pattern must not be fed a book

# The name of a telephone is no mark of a robot: Cubot, M bot 54, Seoul S8, LYNX_LUXE, GOT-W09 are in people's hands.
DEVICE = re.compile(
    r"(\(Linux; (?:[\w-]+; )*?Android[^;)]*)(;(?:[^()]|\([^()]*\))*\))|\b(?:Build/[^;)]*|CUBOT[^;)]*)", re.IGNORECASE
)
ANNOUNCED = re.compile(r"compatible;|https?:|[a-z](?<!cu)bot\b(?! \d)|crawler|spider|\w-Google/", re.IGNORECASE)
BROWSER = re.compile(
    r"Mozilla/5\.0 .*(?:Gecko/|AppleWebKit)|^Mozilla/\d\.\d+ \(compatible; MSIE \d|^Opera[/ ]\d|UCWEB/"
    r"|UCBrowser/|UP\.Browser/",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"Windows|Win(?:9|NT)|Linux|Macintosh|Mac[_ ]?(?:OS|PPC|PowerPC)|X11|Android|iPhone|iPad|iPod|CFNetwork"
    r"|Darwin/|iOS/|Cronet|OS/2|Amiga|MorphOS|RISC ?OS|Haiku|BeOS|SunOS|BSD|MIDP|Symbian|Series ?[4689]0|Nokia"
    r"|BlackBerry|SonyEricsson|Samsung|DoCoMo|J-PHONE|Vodafone|SoftBank|KDDI|MAUI|\bMRE\b|\bWAP\b|PalmOS"
    r"|NetFront|Obigo|Maemo|Tizen|Web0S|KAIOS|Roku|PlayStation|Nintendo|Wii\b|Xbox|Smart-?TV|HbbTV|CE-HTML"
    r"|Opera|UCBrowser|UP\.Browser|Lynx/|Links|w3m/|Dillo|NetSurf|OmniWeb|Mosaic|amaya|_browser/|-browser/"
    r"|^(?:LG|MOT|SEC|SIE|SHARP|ZTE|HUAWEI|TCL|Alcatel|Lenovo|GIONEE|Motorola|lephone|Palmscape|Xiino)\b",
    re.IGNORECASE,
)


def _any(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split("\n")).replace(" ", "|"), re.IGNORECASE)


# Names that robots give themselves. A blank parts two patterns.
NAMES = _any(
    r"""(?<!cu)bots?(?![a-z]) bot[-_./\d] [a-z]Bot[A-Z] \brobot crawl spider slurp scrap(?:e|y|ing) archiver
harvest validator monitoring uptime pingdom indexer lighthouse page.?speed
(?:link|site|web|url|page|seo|status|ssl|domain|host)[-_\s]?(?:check|preview|scan|audit|index) snippet
thumbnail screenshot \bfeed(?!back)\w*(?:/|er\b|ly\b) \bscann?er\b security\s?(?:scan|research)
preview(?:er)?/ analyzer \bsearch\s?engine transcoder favicon fetcher\b like\sGecko;\s inspector
diagnostic measurement synthetic prospect _scanner proxy\) proxy/ web\s?proxy -SNAPSHOT (?:chat)?gpt\b
\bfetch/ -agent/ [a-z]\s?agent\b"""
)
# Programs that fetch pages, and browsers that nobody looks at.
PROGRAMS = _any(
    r"""headless Unknown;\sLinux\sx86_64 phantomjs slimerjs puppeteer playwright selenium webdriver \bcypress
electron-fetch jsdom htmlunit prerender splash\b \bcurl wget httpie aria2 python urllib aiohttp httpx
mechanize \bperl\b \blwp libwww-perl ruby/ faraday typhoeus \bphp\b guzzle \bjava/ jakarta apache- go-http
node(?:\.js|-fetch|js) axios undici superagent winhttp powershell libcurl http-?client httpunit
http_request restsharp reqwest hyper/ postman insomnia jmeter gatling \bk6/ siege/ apachebench \bnutch"""
)
# What a program calls itself when nobody dressed it up as a browser: words too common to be held against a browser.
PLAIN = _any(
    r"""check valid monitor \bping \bseo \brank audit preview thumb proxy \bfeed \brss podcast aggregat reader
extract detect survey research inspect wordpress drupal joomla nagios zabbix verif security vulnerab
exploit client\b copier capture collect download mirror offline \btest agent\b assistant \bllm \bai\b
translat (?<!yandex)search fetch request \bgot\b http[-_/\s] okhttp scan probe link\s?check dart/ libwww"""
)
ADDRESS = re.compile(r"https?:/|\bwww\.|\+http|[\w.]@[\w-]+\.[a-z]{2,}|\w\s?[\[(]at[\])]\s?\w", re.IGNORECASE)
ADDRESS_OF_A_BROWSER = re.compile(r"https?://(?:bsalsa\.com|www\.maxthon|www\.QtWeb)\S*", re.IGNORECASE)
UNKNOWN_COMPATIBLE = re.compile(
    r"^Mozilla/\d\.\d+ \(compatible(?:;|\)) ?"
    r"(?!MSIE|Konqueror|.*(?:Windows|Linux|Mac|X11|OS/2|OS;|Amiga|BeOS|RISC|Haiku|Syllable|NetFront|Series))"
)


@lru_cache(REMEMBERED)
def is_bot(agent: str) -> bool:
    """Whether a user agent belongs to a robot, a program or a browser that nobody looks at."""
    return is_marked(agent) or is_listed(agent)


def is_marked(agent: str) -> bool:
    """Whether a user agent shows a mark of robots in general, known to a list or not."""
    agent = _without_device(agent)
    if not BROWSER.search(agent) and (not PEOPLE.search(agent) or PLAIN.search(agent)):
        return True
    return any(mark.search(agent) for mark in (UNKNOWN_COMPATIBLE, NAMES, PROGRAMS, ADDRESS))


def is_listed(agent: str) -> bool:
    """Whether one of the maintained lists knows a user agent."""
    agent = _without_device(agent)
    return is_crawler(agent) or bool(
        get_compiled_crawler_regex().search(get_compiled_exclusions_regex().sub("", agent))
    )


def list_versions() -> dict[str, str]:
    """The maintained lists in use and their versions, for the page that explains how the paper counts."""
    return {name: version(name) for name in LISTS}


def _without_device(agent: str) -> str:
    return ADDRESS_OF_A_BROWSER.sub("", DEVICE.sub(_strip_model, agent[:LONGEST]))


def _strip_model(found: re.Match[str]) -> str:
    opening, model = found[1], found[2]
    if opening is None:
        return ""
    return found[0] if ANNOUNCED.search(model) else f"{opening})"
