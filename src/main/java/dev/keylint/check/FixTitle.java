package dev.keylint.check;

import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.rule.Fix;
import dev.keylint.rule.FixLink;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Message;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an edit does, as a phrase: what changes, on what, and how.
///
/// @param text a text as far as all of it is known
record FixTitle(
    Subject subject, Function<Formula, Result> evaluate, Function<Message, Optional<String>> text) {
  String of(Fix.Edit edit) {
    return switch (edit) {
      case Fix.Set(Formula at, Value value) -> "set " + edited(at) + " to " + meant(shown(value));
      case Fix.SetText(Formula at, Message text) when isOwnName(text) ->
          "set " + edited(at) + " to its own name";
      case Fix.SetText(Formula at, Message text) ->
          "set " + edited(at) + " to " + meant(shown(text));
      case Fix.Replace(Formula at, Message from, Message to) ->
          "replace `" + shown(from) + "` by `" + shown(to) + "` in " + edited(at);
      case Fix.Remove(Formula at) -> "remove " + edited(at);
      case Fix.Default(Formula at, Value value) ->
          "make `" + shown(value) + "` the default of " + parameter(at, value);
      case Fix.Secure(Formula at) -> "make " + edited(at) + " secure";
      case Fix.Refer(Formula at, Formula to, FixLink link) ->
          "set " + edited(at) + " to " + linked(link, to);
      case Fix.Setting(Formula at, Message setting, Formula to, FixLink link) ->
          "set `" + shown(setting) + "` of " + named(at).owner() + " to " + linked(link, to);
      case Fix.Assign(Formula at, Formula to, Message role) ->
          "assign "
              + text.apply(role).flatMap(FixTitle::role).orElse(Shown.UNKNOWN)
              + " on "
              + name(at)
              + " to "
              + name(to);
      case Fix.Guid(Formula at) ->
          "make " + edited(at) + " the guid() of its scope, principal and role";
      case Fix.Behind(Formula at, Message text) ->
          "write `" + shown(text) + "` behind the element in " + named(at).owner();
      case Fix.Zones(Formula at, Message names) ->
          "add `" + shown(names).replace(" ", "`, `") + "` to " + edited(at);
      case Fix.Logs(Formula at) ->
          "add a diagnostic setting that sends the logs of "
              + named(at).owner()
              + " to the workspace of the file";
    };
  }

  /// Whether a text is what the resource is called, and nothing else.
  static boolean isOwnName(Message text) {
    return text.parts().size() == 1
        && text.parts().getFirst() instanceof Message.Hole(Formula formula)
        && formula.text().strip().equals("resource.name");
  }

  private Edited named(Formula at) {
    return Edited.of(at, subject, evaluate);
  }

  private String edited(Formula at) {
    return named(at).phrase();
  }

  private String parameter(Formula at, Value value) {
    return Spots.parameter(evaluate.apply(at), value)
            .map(it -> "parameter `" + it.name() + "`, which sets ")
            .orElse("the parameter for ")
        + edited(at);
  }

  private String linked(FixLink link, Formula to) {
    String of =
        switch (link) {
          case SCOPE -> "";
          case ID -> "the id of ";
          case PRINCIPAL_ID -> "the object id of ";
          case CLIENT_ID -> "the client id of ";
        };
    return of + name(to);
  }

  /// What people call a service or identity.
  private String name(Formula at) {
    Optional<String> name =
        evaluate.apply(at) instanceof Result.Known(ShapedStruct<?> struct, _)
            ? switch (struct.subject()) {
              case Target target -> Titles.named(target.name(), target.resource());
              case InGraph<?>(var graph, Identity identity) ->
                  Titles.named(identity.name(), graph.declaration(identity));
              case Object _ -> Optional.empty();
            }
            : Optional.empty();
    return name.map(Titles::quoted).orElse("what it is for");
  }

  /// A value, with the name of the role that a GUID is.
  private static String meant(String value) {
    return "`" + value + "`" + role(value).map(it -> " (" + it + ")").orElse("");
  }

  private static Optional<String> role(String guid) {
    return BuiltInRoles.table().byId(guid).map(BuiltInRole::name);
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
