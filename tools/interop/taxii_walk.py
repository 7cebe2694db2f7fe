"""Walks a TAXII 2.1 server with the client of OASIS; says what it found, in JSON."""

import json
import sys

from taxii2client.common import TokenAuth
from taxii2client.v21 import Collection, Server, as_pages

url, user, token, posted = sys.argv[1:5]
server = Server(url, user=user, password=token)
root = server.api_roots[0]
shared = next(c for c in root.collections if c.alias == "shared")
reader = Server(url, auth=TokenAuth(token))
with open(posted) as file:
    objects = json.load(file)

status = shared.add_objects({"objects": objects})
again = shared.add_objects({"objects": objects[:2]})
pages = list(as_pages(shared.get_objects, per_request=7))
found = [o["id"] for page in pages for o in page.get("objects", [])]
manifests = list(as_pages(shared.get_manifest, per_request=7))
listed = [o["id"] for page in manifests for o in page.get("objects", [])]
dates = [o["date_added"] for page in manifests for o in page.get("objects", [])]
first = objects[0]["id"]
later = shared.get_objects(added_after=dates[9])
tools = shared.get_objects(type="tool", limit=1000)
one = shared.get_object(first)
versions = shared.object_versions(first)
shared.delete_object(first)
try:
    shared.get_object(first)
    gone = 200
except Exception as error:
    gone = error.response.status_code
try:
    Collection(shared.url, user=user, password="wrong").get_objects()
    refused = 200
except Exception as error:
    refused = error.response.status_code

print(
    json.dumps(
        {
            "title": server.title,
            "root_versions": root.versions,
            "max_content_length": root.max_content_length,
            "collections": [[c.title, c.can_read, c.can_write] for c in root.collections],
            "bearer": [c.title for c in reader.api_roots[0].collections],
            "status": [status.status, status.success_count, status.failure_count, status.pending_count],
            "again": [again.status, again.success_count, again.failure_count],
            "read_back": root.get_status(status.id).total_count,
            "pages": len(pages),
            "found": found,
            "listed": listed,
            "dates": dates,
            "later": [o["id"] for o in later["objects"]],
            "tools": [o["id"] for o in tools["objects"]],
            "one": one["objects"],
            "versions": versions["versions"],
            "gone": gone,
            "refused": refused,
        }
    )
)
