#!/usr/bin/env python3
"""others.py CATALOGUE FOLDER: writes FOLDER/others.txt, the roles of a catalogue that the other files of the folder lack.

The catalogue is a JSON array of roles (name, guid, aliases, actions, notActions, dataActions, notDataActions and, where a
role has several entries or conditions, permissions). BuiltInRoles says the format of the files.
"""
import json
import pathlib
import re
import sys

MARKERS = (("actions", "+"), ("notActions", "-"), ("dataActions", "data"), ("notDataActions", "data-"))


def conditional(condition):
    """The actions that a condition bears on: those that it names, else all."""
    return sorted(set(re.findall(r"ActionMatches\{'([^']+)'\}", condition))) or ["*"]


def entries(role):
    for index, entry in enumerate(role.get("permissions") or [role]):
        if index:
            yield "  and"
        for field, marker in MARKERS:
            for action in sorted({action.strip() for action in entry[field]}, key=str.lower):
                yield f"  {marker} {action}"
        if entry.get("condition"):
            for action in conditional(entry["condition"]):
                yield f"  ? {action}"


def main(catalogue, folder):
    folder = pathlib.Path(folder)
    near = set()
    for file in folder.glob("*.txt"):
        if file.name != "others.txt":
            near.update(line.split()[0] for line in file.read_text().splitlines() if line[:1] not in " #")
    lines = [
        "# All other built-in roles of Azure, by id; read only when a role is in none of the other files.",
        "# Facts as Azure lists them (az role definition list, August 2026), made by src/build/others.py.",
    ]
    for role in sorted(json.loads(pathlib.Path(catalogue).read_text()), key=lambda it: it["guid"]):
        if role["guid"] not in near:
            lines.append(f"{role['guid']} {' '.join(role['name'].split())}")
            lines += [f"  aka {' '.join(alias.split())}" for alias in role["aliases"]]
            lines += entries(role)
    (folder / "others.txt").write_text("\n".join(lines) + "\n")


main(*sys.argv[1:])
