package dev.keylint.docs;

import dev.keylint.rule.Fix;
import dev.keylint.rule.Message;
import dev.keylint.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The section about the cure.
final class FixText {
  private FixText() {}

  static String of(Rule rule) {
    String cure = "## How to fix\n\n" + rule.remediation();
    List<Fix> fixes =
        Stream.concat(
                rule.fix().stream(), rule.validations().stream().flatMap(it -> it.fix().stream()))
            .distinct()
            .toList();
    return Stream.concat(
            Stream.of(cure), fixes.stream().map(fix -> edits(fix) + "\n\n" + safety(fix)))
        .collect(Collectors.joining("\n\n"));
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
      case Fix.Default(_, var value) ->
          "make " + code(Literal.of(value)) + " the default of the parameter that brings " + path;
      case Fix.Secure _ -> "add `@secure()` to the declaration of " + path;
      case Fix.Refer(_, var to, var link) ->
          "set " + path + " to the " + link.word() + " of " + code(to.text());
      case Fix.Setting(_, var name, var to, var link) ->
          "beside "
              + path
              + " set "
              + code(shown(name))
              + " to the "
              + link.word()
              + " of "
              + code(to.text());
      case Fix.Assign(_, var to, var role) ->
          "assign the role " + code(shown(role)) + " at " + path + " to " + code(to.text());
      case Fix.Guid _ -> "make " + path + " the guid() of its scope, principal and role";
      case Fix.Behind(_, var text) ->
          "behind the element that " + path + " tells of, write " + code(shown(text));
      case Fix.Zones(_, var names) ->
          "add to " + path + " the zones " + code(shown(names)) + " that the file declares";
      case Fix.Logs _ ->
          "add a diagnostic setting that sends the logs of "
              + path
              + " to the workspace that the file declares";
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
