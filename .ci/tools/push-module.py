#!/usr/bin/env python3
"""Pushes a compiled Bicep module to a registry on this machine, as the Bicep CLI does, and prints its manifest's digest.

push-module.py HOST REPOSITORY TAG FILE
"""
import hashlib
import json
import sys
import urllib.parse
import urllib.request

MANIFEST = "application/vnd.oci.image.manifest.v1+json"


def send(method, url, body, content_type):
    request = urllib.request.Request(url, data=body, method=method, headers={"Content-Type": content_type})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers


def push_blob(base, media_type, body):
    digest = "sha256:" + hashlib.sha256(body).hexdigest()
    upload = send("POST", base + "/blobs/uploads/", b"", "application/octet-stream")["Location"]
    separator = "&" if "?" in upload else "?"
    url = urllib.parse.urljoin(base, upload) + separator + urllib.parse.urlencode({"digest": digest})
    send("PUT", url, body, "application/octet-stream")
    return {"mediaType": media_type, "digest": digest, "size": len(body)}


def main(host, repository, tag, file):
    base = f"http://{host}/v2/{repository}"
    with open(file, "rb") as content:
        template = content.read()
    manifest = {
        "schemaVersion": 2,
        "mediaType": MANIFEST,
        "artifactType": "application/vnd.ms.bicep.module.artifact",
        "config": push_blob(base, "application/vnd.ms.bicep.module.config.v1+json", b"{}"),
        "layers": [push_blob(base, "application/vnd.ms.bicep.module.layer.v1+json", template)],
    }
    body = json.dumps(manifest).encode()
    send("PUT", f"{base}/manifests/{tag}", body, MANIFEST)
    print("sha256:" + hashlib.sha256(body).hexdigest())


main(*sys.argv[1:])
