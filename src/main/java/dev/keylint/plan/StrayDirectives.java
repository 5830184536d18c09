package dev.keylint.plan;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comments that are meant to silence keylint, as other tools have them; it reads none.
final class StrayDirectives {
  private static final int MOST = 100;
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?://|/\\*)[ \\t]*#?[ \\t]*key-?lint[-: \\t]{1,4}"
              + "(?:disable|enable|ignore|suppress|silence|allow|skip|off)[^\\r\\n]*",
          Pattern.CASE_INSENSITIVE);

  /// Looked for first, which is much quicker.
  private static final List<String> NAMES = List.of("lint", "Lint", "LINT");

  private StrayDirectives() {}

  /// A note for each of them.
  static List<Diagnostic> in(Source source, String text) {
    List<Diagnostic> notes = new ArrayList<>();
    if (NAMES.stream().noneMatch(text::contains)) {
      return notes;
    }
    Matcher comment = COMMENT.matcher(text);
    while (notes.size() < MOST && comment.find()) {
      Location at = new Location.InFile(source, new Span(comment.start(), comment.end()));
      notes.add(
          Diagnostic.of(
                  Diagnostic.Kind.NOTE, "this comment silences nothing: keylint reads none", at)
              .help(
                  "write `#disable-next-line RULE` above the line in question, and the reason"
                      + " behind it"));
    }
    return notes;
  }
}
