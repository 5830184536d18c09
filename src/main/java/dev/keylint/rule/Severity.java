package dev.keylint.rule;

import dev.keylint.text.Keyword;

/// How bad a finding is, worst first; the words are those of SARIF's `level`.
public enum Severity implements Keyword {
  ERROR,
  WARNING,
  NOTE;
}
