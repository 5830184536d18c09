package dev.keylint.rule;

import java.util.List;

/// The keys of `rule.yaml`, by the mapping they belong to; `rule.schema.json` lists the same.
final class Keys {
  static final List<String> RULE =
      List.of(
          "id",
          "title",
          "severity",
          "security-severity",
          "precision",
          "since",
          "status",
          "replacedBy",
          "replaces",
          "explains",
          "opt-in",
          "tags",
          "frameworks",
          "params",
          "match",
          "variables",
          "validations",
          "remediation",
          "fix",
          "docs");
  static final List<String> MATCH =
      List.of(
          "resource",
          "grant",
          "call",
          "keyFlow",
          "workload",
          "identity",
          "output",
          "moduleCall",
          "script",
          "when");
  static final List<String> VARIABLE = List.of("name", "expression");
  static final List<String> VALIDATION =
      List.of(
          "expression",
          "at",
          "message",
          "related",
          "severity",
          "security-severity",
          "replaces",
          "fix");
  static final List<String> EXPLAINS = List.of("link", "answer");
  static final List<String> RELATED = List.of("at", "message");
  static final List<String> FIX =
      List.of(
          "set", "replace", "remove", "default", "secure", "refer", "setting", "assign", "guid",
          "behind", "logs", "zones", "safety", "because");
  static final List<String> REFER = List.of("at", "to", "as");
  static final List<String> SETTING = List.of("beside", "name", "to", "as");
  static final List<String> ASSIGN = List.of("role", "to", "at");
  static final List<String> BEHIND = List.of("at", "text");
  static final List<String> ZONES = List.of("at", "names");
  static final List<String> REPLACE = List.of("at", "from", "to");
  static final List<String> DOCS = List.of("why", "see");

  private Keys() {}
}
