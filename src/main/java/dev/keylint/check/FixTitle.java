package dev.keylint.check;

import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.rule.Fix;
import dev.keylint.rule.FixLink;
import dev.keylint.rule.Message;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an edit does, as a phrase.
///
/// @param text a text as far as all of it is known
record FixTitle(Function<Message, Optional<String>> text) {
  String of(Fix.Edit edit) {
    String name = "`" + edit.at().text().strip().replaceFirst("^\\w+\\.", "") + "`";
    return switch (edit) {
      case Fix.Set(_, Value value) -> "set " + name + " to `" + shown(value) + "`";
      case Fix.SetText(_, Message text) -> "set " + name + " to `" + shown(text) + "`";
      case Fix.Replace(_, Message from, Message to) ->
          "replace `" + shown(from) + "` by `" + shown(to) + "` in " + name;
      case Fix.Remove _ -> "remove " + name;
      case Fix.Default(_, Value value) ->
          "make `" + shown(value) + "` the default of the parameter for " + name;
      case Fix.Secure _ -> "add `@secure()`";
      case Fix.Refer(_, _, FixLink link) -> "set " + name + " to the " + words(link);
      case Fix.Setting(_, Message setting, _, FixLink link) ->
          "set `" + shown(setting) + "` to the " + words(link);
      case Fix.Assign(_, _, Message role) ->
          "assign "
              + text.apply(role)
                  .flatMap(it -> BuiltInRoles.table().byId(it))
                  .map(BuiltInRole::name)
                  .orElse(Shown.UNKNOWN);
    };
  }

  private static String words(FixLink link) {
    return switch (link) {
      case SCOPE -> "resource";
      case ID -> "id of the resource";
      case PRINCIPAL_ID -> "object id of the identity";
      case CLIENT_ID -> "client id of the identity";
    };
  }

  private String shown(Message message) {
    return text.apply(message).orElse(Shown.UNKNOWN);
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int(long number, _) -> String.valueOf(number);
      case Value.Decimal(var number, _) -> number.toString();
      case Value.Str(String text, _) -> text;
      case Value.Arr(var items, _) ->
          items.stream().map(FixTitle::shown).collect(Collectors.joining(", ", "[", "]"));
      case Value.Obj(var members, _) ->
          members.entries().stream()
              .map(it -> it.name() + ": " + shown(it.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Unknown _ -> Shown.UNKNOWN;
    };
  }
}
