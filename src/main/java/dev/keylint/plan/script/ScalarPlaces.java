package dev.keylint.plan.script;

import dev.keylint.text.Location;
import dev.keylint.text.ScriptCommands;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.yaml.YamlNode;

/// Where the commands of a text of YAML stand, asked for in their order: in a block each has its
/// place, of other spellings the whole text is it.
final class ScalarPlaces {
  /// So much of a command has to stand in its line.
  private static final int SIGN = 8;

  private final YamlNode.Scalar scalar;
  private int line;
  private int from;

  ScalarPlaces(YamlNode.Scalar scalar) {
    this.scalar = scalar;
    this.line = scalar.at().start().line() + 1;
  }

  Location of(ScriptCommands.Command command) {
    Source source = scalar.at().source();
    if (scalar.style() != YamlNode.Style.LITERAL) {
      return scalar.at();
    }
    for (; from < command.offset(); from++) {
      line += scalar.text().charAt(from) == '\n' ? 1 : 0;
    }
    if (line > source.lineCount()) {
      return scalar.at();
    }
    String written = source.line(line);
    String first = command.text().lines().findFirst().orElse("");
    int at = written.indexOf(first.substring(0, Math.min(first.length(), SIGN)));
    if (at < 0) {
      return scalar.at();
    }
    int start = source.lineStart(line) + at;
    int end = source.lineStart(line) + Math.min(at + first.length(), written.length());
    return new Location.InFile(source, new Span(start, end));
  }
}
