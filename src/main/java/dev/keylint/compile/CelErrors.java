package dev.keylint.compile;

import dev.cel.common.CelIssue;
import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Function;
import dev.keylint.rule.Match;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns cel-java's errors into diagnostics in the rule's file, with our own words where its own
/// read badly.
final class CelErrors {
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern UNDEFINED_FIELD =
      Pattern.compile("undefined field '([^']*)'.*", Pattern.DOTALL);

  /// CEL knows the names of all types as values.
  private static final Pattern TYPE_ALONE =
      Pattern.compile("type 'type\\((\\w+).*\\)' does not support field selection");

  private static final Set<String> OF_RESOURCES = Set.of("resource", "access", "origin", "live");

  private CelErrors() {}

  static Diagnostic wrong(String message, Location at) {
    return Diagnostic.of(Diagnostic.Kind.CONFIGURATION, message, at);
  }

  /// @param variables the names of the rule's variables, one of which may have been meant
  static Diagnostic diagnostic(CelIssue issue, CelText text, Collection<String> variables) {
    int reported =
        offset(
            text.text(),
            issue.getSourceLocation().getLine(),
            issue.getSourceLocation().getColumn());
    int offset = word(issue.getMessage(), text.text(), reported);
    Diagnostic diagnostic =
        wrong(message(issue.getMessage(), text.text(), offset), text.at(offset));
    return help(issue.getMessage(), text.text(), offset, variables)
        .map(diagnostic::help)
        .orElse(diagnostic);
  }

  /// Where the wrong word starts: cel-java points at the dot before it, or the bracket behind.
  private static int word(String raw, String text, int reported) {
    if (UNDEFINED_FIELD.matcher(raw).matches()) {
      return reported + 1;
    }
    Matcher type = TYPE_ALONE.matcher(raw);
    if (type.matches()) {
      int start = start(text, reported);
      return isType(wordAt(text, start), type) ? start : reported;
    }
    Matcher undeclared = UNDECLARED.matcher(raw);
    boolean behind =
        undeclared.matches() && text.startsWith(undeclared.group(1), reported - length(undeclared));
    return behind ? reported - length(undeclared) : reported;
  }

  /// Of the word that ends before a dot.
  private static int start(String text, int dot) {
    int end = dot;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// Behind a bracket or in a macro there stands another word, or none.
  private static String typeAt(String text, int offset, Matcher type) {
    String word = wordAt(text, offset);
    return isType(word, type) ? word : type.group(1);
  }

  /// Whether a word is the name of a type; that of `type` and `null_type` is another one.
  private static boolean isType(String word, Matcher type) {
    return word.equals(type.group(1)) || word.equals("type") || word.equals("null_type");
  }

  /// The word that starts there.
  private static String wordAt(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int length(Matcher undeclared) {
    return undeclared.group(1).length();
  }

  /// A line counted from 1 and a column of code points counted from 0, as UTF-16 offset.
  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    int points = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.clamp(column, 0, points));
  }

  private static String message(String raw, String text, int offset) {
    Matcher undeclared = UNDECLARED.matcher(raw);
    if (undeclared.matches()) {
      return "`" + undeclared.group(1) + "` is not known here";
    }
    Matcher field = UNDEFINED_FIELD.matcher(raw);
    if (field.matches()) {
      return "there is no field `" + field.group(1) + "` here";
    }
    Matcher type = TYPE_ALONE.matcher(raw);
    if (type.matches()) {
      return "`" + typeAt(text, offset, type) + "` is not known here";
    }
    Optional<OverloadError> overload = OverloadError.read(raw);
    if (overload.isPresent()) {
      return overload.orElseThrow().message();
    }
    String message = QUOTED.matcher(raw).replaceAll("`$1`");
    int expecting = message.indexOf(" expecting {");
    String cut = expecting < 0 ? message : message.substring(0, expecting);
    return cut.isEmpty()
        ? "a wrong expression"
        : cut.substring(0, 1).toLowerCase(Locale.ROOT) + cut.substring(1);
  }

  private static Optional<String> help(
      String raw, String text, int offset, Collection<String> variables) {
    Matcher undeclared = UNDECLARED.matcher(raw);
    if (undeclared.matches()) {
      return inOtherRules(undeclared.group(1)).or(() -> didYouMean(undeclared.group(1), known()));
    }
    Matcher field = UNDEFINED_FIELD.matcher(raw);
    if (field.matches()) {
      return elsewhere(field.group(1)).or(() -> didYouMean(field.group(1), fields(variables)));
    }
    Matcher type = TYPE_ALONE.matcher(raw);
    if (type.matches()) {
      String word = typeAt(text, offset, type);
      return inOtherRules(word).or(() -> elsewhere(word));
    }
    Optional<OverloadError> overload = OverloadError.read(raw);
    if (overload.isPresent()) {
      return overload.orElseThrow().help();
    }
    boolean assignment =
        raw.contains("token recognition error")
            && text.startsWith("=", Math.min(offset, text.length()));
    if (assignment) {
      return Optional.of("equality is written `==`");
    }
    return raw.contains("<EOF>")
        ? Optional.of("the expression ends too early; is a bracket open?")
        : Optional.empty();
  }

  /// What a rule must match to know a name.
  private static Optional<String> inOtherRules(String name) {
    if (OF_RESOURCES.contains(name)) {
      return Optional.of("a rule knows it that matches `resource: …`");
    }
    return Arrays.stream(Match.Kind.values()).map(Match.Kind::word).anyMatch(name::equals)
        ? Optional.of("a rule knows it that matches `" + name + ": {}`")
        : Optional.empty();
  }

  /// The structs that do have a field of this name.
  private static Optional<String> elsewhere(String field) {
    List<String> owners =
        Shapes.all().stream()
            .filter(shape -> shape.fields().stream().anyMatch(it -> it.name().equals(field)))
            .map(Shape::name)
            .toList();
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "`"
                + String.join("` and `", owners)
                + (owners.size() > 1 ? "` have one" : "` has one"));
  }

  /// Whether an error only follows from another one.
  static boolean follows(CelIssue issue) {
    return OverloadError.read(issue.getMessage()).filter(OverloadError::follows).isPresent();
  }

  private static Optional<String> didYouMean(String word, List<String> candidates) {
    return Spelling.closest(word, candidates).map(near -> "did you mean `" + near + "`?");
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(List.of("resource", "params", CelTypes.VARIABLES));
    for (Function function : Function.values()) {
      known.add(function.celName());
    }
    for (Shape<?> shape : Shapes.all()) {
      known.add(shape.name());
      shape.questions().forEach(question -> known.add(question.name()));
    }
    known.addAll(List.of("all", "exists", "exists_one", "filter", "map", "has", "cel.bind"));
    return known;
  }

  private static List<String> fields(Collection<String> variables) {
    List<String> fields = new ArrayList<>(variables);
    for (Shape<?> shape : Shapes.all()) {
      shape.fields().forEach(field -> fields.add(field.name()));
    }
    return fields;
  }
}
