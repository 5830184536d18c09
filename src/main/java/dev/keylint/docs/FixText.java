package dev.keylint.docs;

import dev.keylint.rule.Fix;
import dev.keylint.rule.Message;
import dev.keylint.rule.Rule;
import java.util.stream.Collectors;

/// The section about the cure.
final class FixText {
  private FixText() {}

  static String of(Rule rule) {
    String cure = "## How to fix\n\n" + rule.remediation();
    return rule.fix().map(fix -> cure + "\n\n" + edits(fix) + "\n\n" + safety(fix)).orElse(cure);
  }

  private static String edits(Fix fix) {
    return fix.edits().stream()
        .map(edit -> "- " + edit(edit))
        .collect(Collectors.joining("\n", "The edit:\n\n", ""));
  }

  private static String edit(Fix.Edit edit) {
    String path = code(edit.at().text());
    return switch (edit) {
      case Fix.Set(_, var value) -> "set " + path + " to " + code(Literal.of(value));
      case Fix.SetText(_, Message text) -> "set " + path + " to " + code(shown(text));
      case Fix.Replace(_, Message from, Message to) ->
          "in what is written for "
              + path
              + ", "
              + code(shown(from))
              + " becomes "
              + code(shown(to));
      case Fix.Remove _ -> "remove " + path;
    };
  }

  private static String shown(Message text) {
    return text.parts().stream()
        .map(part ->
            switch (part) {
              case Message.Words(String words) -> words;
              case Message.Hole(var formula) -> "{" + formula.text() + "}";
            })
        .collect(Collectors.joining());
  }

  private static String safety(Fix fix) {
    return switch (fix.safety()) {
      case SAFE -> "It is safe: nothing that works today stops working.";
      case UNSAFE -> "It is unsafe: " + fix.because().orElseThrow();
    };
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
