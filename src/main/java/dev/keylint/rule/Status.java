package dev.keylint.rule;

import dev.keylint.text.Keyword;

/// How far a rule may be relied on.
public enum Status implements Keyword {
  PREVIEW,
  STABLE,
  DEPRECATED;
}
