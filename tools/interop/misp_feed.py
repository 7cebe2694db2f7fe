"""Feeds of MISP with PyMISP: writes one of its own, and reads one that was written by others."""

import json
import sys
from pathlib import Path

from pymisp import MISPEvent, MISPObject, MISPOrganisation


def own(number):
    event = MISPEvent()
    event.uuid = f"5a3c2fcd-8328-42bb-a95e-{number:012d}"
    event.info = f"Modems of one model stop answering, {number}"
    event.date = "2026-11-20"
    event.published = True
    event.distribution = 3
    event.threat_level_id = 1
    event.analysis = 2
    org = MISPOrganisation()
    org.name = "Alder CERT"
    org.uuid = "5a3c2fcd-8328-42bb-a95e-0000000a1de0"
    event.Orgc = org
    event.add_tag("tlp:green")
    event.add_attribute("ip-dst", f"192.0.2.{number}", to_ids=True)
    event.add_attribute("domain|ip", f"modem{number}.example|198.51.100.{number}")
    file = MISPObject("file")
    file.add_attribute("filename", f"wiper{number}.bin")
    file.add_attribute("sha256", f"{number:064x}")
    event.add_object(file)
    return event


def write(folder):
    manifest = {}
    for number in range(1, 6):
        feed = own(number).to_feed(with_meta=True)
        hashes = feed["Event"].pop("_hashes")
        manifest.update(feed["Event"].pop("_manifest"))
        uuid = feed["Event"]["uuid"]
        (folder / f"{uuid}.json").write_text(json.dumps(feed))
        with open(folder / "hashes.csv", "a") as file:
            file.writelines(f"{one},{uuid}\n" for one in hashes)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return manifest


def read(folder):
    """Each event as PyMISP reads it, and what PyMISP would have written into the manifest and the hashes."""
    manifest = json.loads((folder / "manifest.json").read_text())
    found = []
    for uuid in sorted(manifest):
        event = MISPEvent()
        event.load_file(str(folder / f"{uuid}.json"))
        meta = event.to_feed(with_meta=True)["Event"]
        objects = [a for o in event.objects for a in o.attributes]
        found.append(
            {
                "uuid": event.uuid,
                "info": event.info,
                "values": sorted(str(a.value) for a in [*event.attributes, *objects]),
                "manifest": meta["_manifest"][event.uuid],
                "hashes": sorted(set(meta["_hashes"])),
            }
        )
    return found


mode, folder = sys.argv[1], Path(sys.argv[2])
print(json.dumps(write(folder) if mode == "write" else read(folder), default=str))
