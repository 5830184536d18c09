package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the comments out of scripts: lines that begin as one, and blocks of PowerShell.
final class ScriptComments {
  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(#(?!Microsoft|>)|//).*$");

  private ScriptComments() {}

  /// The same text without comments.
  static PartialText removed(PartialText text) {
    PartialText lines = withoutBlocks(text);
    Matcher comment = COMMENT.matcher(lines.chars());
    PartialTextBuilder rest = new PartialTextBuilder();
    int from = 0;
    while (comment.find()) {
      rest.add(lines.slice(from, comment.start()));
      from = comment.end();
    }
    return rest.add(lines.from(from)).build(text.origin());
  }

  private static PartialText withoutBlocks(PartialText text) {
    PartialTextBuilder rest = new PartialTextBuilder();
    int from = 0;
    int start = text.chars().indexOf("<#");
    while (start >= 0) {
      int end = text.chars().indexOf("#>", start);
      if (end < 0) {
        break;
      }
      rest.add(text.slice(from, start));
      from = end + 2;
      start = text.chars().indexOf("<#", from);
    }
    return rest.add(text.from(from)).build(text.origin());
  }
}
