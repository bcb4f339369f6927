"""The package index: what counts, which version is offered, what is no index."""

from __future__ import annotations

import json

import pytest

from translate.engine.download import Patience
from translate.engine.index import choose, load_index
from translate.errors import DownloadError, PackageMissing

pytestmark = pytest.mark.usefixtures("home")
QUICK = Patience(timeout=1, attempts=1, pause=0)
ROWS = [
    {"package_version": "1.1", "argos_version": "1.1", "from_code": "en", "from_name": "English",
     "to_code": "ko", "to_name": "Korean", "code": "translate-en_ko",
     "links": ["https://argos-net.com/v1/translate-en_ko-1_1.argosmodel", "ipfs://QmWecr5i4"]},
    {"package_version": "1.0", "from_code": "en", "to_code": "ja"},
    {"package_version": "1.10", "from_code": "en", "to_code": "ja", "sha256": "ab", "size": 7},
    {"package_version": "1.9", "from_code": "en", "to_code": "ja"},
    {"package_version": "1.0", "from_code": "ko", "to_code": "en", "links": [1, "x"]},
    {"package_version": "9", "from_code": "en", "to_code": "ko", "type": "sbd"},
    {"package_version": "1"}, "text", None, {"from_code": 1, "to_code": 2}, {"from_code": "", "to_code": "x"},
]


def test_offers(site) -> None:
    site.files["/index.json"] = json.dumps(ROWS).encode()
    offers = load_index(site.url + "/index.json", QUICK)
    assert [offer.name for offer in offers] == ["en->ja 1.10", "en->ko 1.1", "ko->en 1.0"]
    ja, ko, en = offers
    assert (ja.sha256, ja.size, ja.links, ja.target_name) == ("ab", 7, (), "ja")
    assert (ko.source_name, ko.target_name, ko.sha256, ko.size) == ("English", "Korean", "", None)
    assert en.links == ("x",)
    assert choose(offers, "en", "ko") == ko
    with pytest.raises(PackageMissing, match="no package from en to fr; from en there are ja, ko; see all"):
        choose(offers, "en", "fr")
    with pytest.raises(PackageMissing, match="there are none from fr"):
        choose(offers, "fr", "en")


@pytest.mark.parametrize("content", [b"<html>sign in</html>", b"", b"{}", b"\xff", b"[" * 100_000])
def test_no_index(content: bytes, site) -> None:
    site.files["/index.json"] = content
    with pytest.raises(DownloadError, match="/index.json: this is no package index.*ARGOS_PACKAGE_INDEX"):
        load_index(site.url + "/index.json", QUICK)
