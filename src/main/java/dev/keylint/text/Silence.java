package dev.keylint.text;

import java.util.List;
import java.util.Locale;

/// Lines of a source on which its author has accepted what the named rules find.
///
/// @param codes ids of rules, keylint's or another tool's
/// @param firstLine first of the lines, counted from 1
/// @param lastLine last of the lines
/// @param reason what was said about it; empty where nothing was
/// @param at where it was written
public record Silence(
    List<String> codes, int firstLine, int lastLine, String reason, Location.InFile at) {
  public Silence {
    codes = List.copyOf(codes);
  }

  /// Whether a place starts on one of the lines, as with diagnostics of Bicep's own compiler.
  public boolean covers(Location place) {
    return place instanceof Location.InFile file
        && file.source().equals(at.source())
        && file.start().line() >= firstLine
        && file.start().line() <= lastLine;
  }

  /// Whether a rule is among those that are accepted.
  public boolean names(String ruleId) {
    return codes.stream()
        .anyMatch(code -> code.toLowerCase(Locale.ROOT).equals(ruleId.toLowerCase(Locale.ROOT)));
  }
}
