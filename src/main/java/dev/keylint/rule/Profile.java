package dev.keylint.rule;

import java.util.List;
import java.util.stream.Stream;

/// A part of the rules that a run may ask, chosen by the tag of the same name.
public enum Profile {
  /// What keeps keys out.
  KEYLESS("keyless"),
  /// What keeps rights small.
  LEAST_PRIVILEGE("least-privilege"),
  /// What makes calls fail.
  WILL_IT_WORK("will-it-work"),
  /// Every rule, also those that are asked on no other account.
  ALL("all");

  private final String word;

  Profile(String word) {
    this.word = word;
  }

  /// As options and tags write it.
  public String word() {
    return word;
  }

  /// Whether a run with this profile asks a rule.
  public boolean has(Rule rule) {
    return this == ALL || (byDefault(rule) && rule.metadata().tags().contains(word));
  }

  /// Whether a run without a profile asks a rule.
  public static boolean byDefault(Rule rule) {
    return !rule.metadata().optIn();
  }

  /// Those that choose a rule, besides the one that has them all.
  public static List<Profile> of(Rule rule) {
    return Stream.of(values()).filter(it -> it != ALL && it.has(rule)).toList();
  }
}
