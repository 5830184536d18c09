package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a deployment script is given: environment variables by their names, arguments by theirs and
/// by their numbers.
final class ScriptInputs {
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(?<=\\s)|^)-{1,2}(\\w+)[ =:]+(\"[^\"]*\"|'[^']*'|[^\\s\"'-]\\S*)");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

  private ScriptInputs() {}

  static Map<String, PartialText> of(List<Setting> environment, Optional<PartialText> arguments) {
    Map<String, PartialText> inputs = new LinkedHashMap<>();
    arguments
        .map(it -> it.replace("\\\"", "\"").replace("`\"", "\""))
        .ifPresent(it -> read(it, inputs));
    for (Setting each : environment) {
      text(each).ifPresent(it -> inputs.put(each.name(), it));
    }
    return inputs;
  }

  private static void read(PartialText arguments, Map<String, PartialText> inputs) {
    Matcher named = ARGUMENT.matcher(arguments.chars());
    while (named.find()) {
      PartialText value = arguments.slice(named.start(2), named.end(2));
      inputs.put(named.group(1), ScriptVariables.bare(value));
    }
    Matcher word = WORD.matcher(arguments.chars());
    for (int i = 1; word.find(); i++) {
      PartialText value = arguments.slice(word.start(), word.end());
      inputs.put(String.valueOf(i), ScriptVariables.bare(value));
    }
  }

  /// What a variable holds; a secret is only known to be one.
  private static Optional<PartialText> text(Setting variable) {
    Optional<PartialText> text = PartialText.of(variable.value().value());
    boolean hidden = variable.isSecret() && text.filter(it -> !it.chars().isBlank()).isPresent();
    return hidden
        ? Optional.of(
            PartialText.hole(
                Doubt.of(variable.name(), new Reason.Secret(variable.name()), variable.at())))
        : text;
  }
}
