package dev.keylint.rule;

import java.util.List;

/// What comes next in packed rules.
enum Tag {
  NULL,
  BOOL,
  INT,
  DOUBLE,
  DECIMAL,
  STRING,
  LIST,
  MAP,
  IDENT,
  SELECT,
  HAS,
  CALL,
  ASK,
  MACRO,
  BIND,
  WORDS,
  HOLE,
  RESOURCE,
  EACH,
  SET,
  SET_TEXT,
  REPLACE,
  REMOVE,
  DEFAULT,
  SECURE,
  REFER,
  SETTING,
  ASSIGN,
  GUID,
  BEHIND,
  LOGS,
  ZONES;

  /// By the number that stands for each.
  static final List<Tag> ALL = List.of(values());
}
