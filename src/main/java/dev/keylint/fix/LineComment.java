package dev.keylint.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of what is written, as people put it in a comment at the end of the line.
///
/// @param from what the comment says, and nothing else, if it is one of these
/// @param to what it has to say when something else is written
record LineComment(String from, String to) {
  /// What closes a value, and the comment.
  private static final Pattern END =
      Pattern.compile("[ \\t'\")\\]},]*//[ \\t]*([^\\r\\n]*?)[ \\t]*(?=\\r?\\n|\\z)");

  /// The same change with that of the comments behind it.
  Attempt with(Attempt attempt, String text) {
    if (!(attempt instanceof Attempt.Made(List<Splice> splices))) {
      return attempt;
    }
    List<Splice> all = new ArrayList<>(splices);
    for (Splice splice : splices) {
      Matcher end = END.matcher(text).region(splice.end(), text.length());
      if (end.lookingAt() && end.group(1).equalsIgnoreCase(from)) {
        all.add(new Splice(end.start(1), end.end(1), to));
      }
    }
    return new Attempt.Made(all);
  }
}
