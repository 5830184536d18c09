package dev.keylint.access;

import dev.keylint.text.Keyword;

/// What a caller signs in with.
public enum Credential implements Keyword {
  TOKEN,
  KEY,
  UNKNOWN;
}
