#!/usr/bin/env python3
"""Gives everybody a token to read what they ask for, as registries with anonymous readers do.

token-service.py PORT KEY CERTIFICATE
"""
import base64
import http.server
import json
import subprocess
import sys
import time
import urllib.parse

PORT, KEY, CERTIFICATE = int(sys.argv[1]), sys.argv[2], sys.argv[3]


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def token(service, scope):
    kind, name, _ = scope.split(":")
    der = subprocess.run(["openssl", "x509", "-in", CERTIFICATE, "-outform", "DER"], check=True, capture_output=True).stdout
    header = {"typ": "JWT", "alg": "RS256", "x5c": [base64.b64encode(der).decode()]}
    now = int(time.time())
    claims = {
        "iss": "keylint-test", "sub": "", "aud": service, "jti": "1", "iat": now, "nbf": now - 10, "exp": now + 300,
        "access": [{"type": kind, "name": name, "actions": ["pull"]}],
    }
    text = encode(json.dumps(header).encode()) + b"." + encode(json.dumps(claims).encode())
    signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", KEY], input=text, check=True, capture_output=True).stdout
    return (text + b"." + encode(signature)).decode()


class Service(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        body = json.dumps({"token": token(query["service"][0], query["scope"][0])}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.HTTPServer(("127.0.0.1", PORT), Service).serve_forever()
