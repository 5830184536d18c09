package dev.keylint.cases;

import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The annotations of a file with cases: comment lines of their own, each about the next line that
/// is no comment.
///
/// @param mistakes what looks like an annotation and is none
public record Annotations(List<Annotation> all, List<String> mistakes) {
  public Annotations {
    all = List.copyOf(all);
    mistakes = List.copyOf(mistakes);
  }

  private static final Pattern WRITTEN =
      Pattern.compile("//\\s*(\\w+):\\s*([a-z0-9]+(?:-[a-z0-9]+)*)(?:\\s+\"(.*)\")?");

  public static Annotations read(Source source, String rule) {
    List<Annotation> all = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.line(line).strip();
      if (text.startsWith("//") && mayBeMeant(text, rule)) {
        Line about = new Line(source.path(), target(source, line));
        Optional<Annotation> annotation = annotation(text, rule, about);
        annotation.ifPresent(all::add);
        if (annotation.isEmpty()) {
          mistakes.add(source.path() + ":" + line + ": no annotation of this rule: " + text);
        }
      }
    }
    return new Annotations(all, mistakes);
  }

  /// Those of several files.
  static Annotations join(List<Annotations> files) {
    return new Annotations(
        files.stream().flatMap(it -> it.all().stream()).toList(),
        files.stream().flatMap(it -> it.mistakes().stream()).toList());
  }

  private static Optional<Annotation> annotation(String text, String rule, Line line) {
    Matcher written = WRITTEN.matcher(text);
    if (line.number() == 0 || !written.matches() || !written.group(2).equals(rule)) {
      return Optional.empty();
    }
    return kind(written.group(1))
        .map(it -> new Annotation(it, Optional.ofNullable(written.group(3)).orElse(""), line));
  }

  private static Optional<Annotation.Kind> kind(String word) {
    return Arrays.stream(Annotation.Kind.values()).filter(it -> it.word().equals(word)).findFirst();
  }

  private static boolean mayBeMeant(String text, String rule) {
    return text.contains(": " + rule)
        || Arrays.stream(Annotation.Kind.values())
            .anyMatch(
                it -> text.toLowerCase(Locale.ROOT).matches("//\\s*" + it.word() + "\\s*:.*"));
  }

  /// The next line that is no comment; 0 when there is none or it is empty.
  private static int target(Source source, int annotation) {
    int line = annotation + 1;
    while (line <= source.lineCount() && source.line(line).strip().startsWith("//")) {
      line++;
    }
    return line > source.lineCount() || source.line(line).isBlank() ? 0 : line;
  }
}
