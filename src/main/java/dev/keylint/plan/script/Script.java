package dev.keylint.plan.script;

import dev.keylint.text.Keyword;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One script, with the files that it calls.
///
/// @param name what its author calls it: the event of a hook, the name of a step
/// @param commands all that it runs
/// @param unread what of it could not be read, as a phrase with its place
/// @param isHere whether there is something of it to be judged; else it may do anything, and a
///   diagnostic says so
/// @param at where its text is given or its file is named
public record Script(
    String name,
    Kind kind,
    List<Command> commands,
    List<Unread> unread,
    boolean isHere,
    Location at) {
  public Script {
    commands = List.copyOf(commands);
    unread = List.copyOf(unread);
  }

  /// Whether it may assign roles, by a quick look.
  public boolean mayAssign() {
    return !unread.isEmpty()
        || commands.stream()
            .map(it -> it.text().toLowerCase(Locale.ROOT))
            .anyMatch(it -> it.contains("role") && it.contains("assign"));
  }

  /// What runs it.
  public enum Kind implements Keyword {
    HOOK,
    STEP;
  }

  /// A text and where it stands.
  public record Command(String text, Location at) {}

  /// What of it could not be read, as a phrase.
  ///
  /// @param missing the path of the file that it is, if that is not here
  public record Unread(String text, Location at, Optional<String> missing) {}
}
