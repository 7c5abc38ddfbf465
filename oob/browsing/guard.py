"""What stands between the browser and the pages: only this computer's browser, only reading, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Collection, Iterable, MutableMapping
from pathlib import Path
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
"""An ASGI application, https://asgi.readthedocs.io."""

_HEADERS: Final = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def guarded(application: Application, hosts: Collection[str], scripts: Iterable[str]) -> Application:
    """The application, answering only reading requests that name it by one of its `hosts` (with port).

    A page of another site whose name was made to point here names that site as the host, and gets nothing. `scripts`
    are the texts of the inline scripts that may run; no page loads anything from elsewhere.
    """
    headers = {**_HEADERS, "content-security-policy": _policy(scripts)}
    added = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        refusal = _refusal(scope, hosts) if scope["type"] == "http" else None
        if refusal is None:
            await application(scope, receive, guarded_send)
        else:
            await _refuse(guarded_send, *refusal)

    return answer


def _refusal(scope: Scope, hosts: Collection[str]) -> tuple[int, str] | None:
    """Why a request is not answered: status and reason."""
    asked = {name.lower(): value.decode("latin-1").lower() for name, value in scope["headers"]}
    if asked.get(b"host") not in hosts:
        return 421, f"This is oob, at http://{min(hosts)}/ alone."
    if scope["method"] not in ("GET", "HEAD"):
        return 405, "These pages are for reading."
    if asked.get(b"sec-fetch-site") == "cross-site" and asked.get(b"sec-fetch-mode") != "navigate":
        return 403, "Another site asked for this page in your name."
    return None


async def _refuse(send: Send, status: int, reason: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{reason}\n".encode()})


def _policy(scripts: Iterable[str]) -> str:
    """A Content-Security-Policy: scripts by file or by hash; pictures, styles and requests of this server alone."""
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *(f"'sha256-{each}'" for each in sorted(hashes)))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def inline_scripts(templates: Path) -> list[str]:
    """The scripts that stand in Datasette's templates, as they come out in its pages."""
    texts = (path.read_text("utf-8") for path in sorted(templates.glob("*.html")))
    found = (script for text in texts for script in re.findall("<script>(.*?)</script>", text, re.DOTALL))
    return [script.replace("{{ datasette_allow_facet }}", "true") for script in found]
