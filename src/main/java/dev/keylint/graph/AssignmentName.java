package dev.keylint.graph;

import dev.keylint.resource.ResourceId;
import dev.keylint.text.Lazy;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Whether the name of a role assignment is the same in each deployment, and another one for each
/// assignment.
///
/// Azure wants a GUID that no other assignment has: `guid(scope, principal, role)` is one.
final class AssignmentName {
  private static final List<String> PARTS = List.of("scope", "principal", "role");

  /// All but the last segment of an id.
  private static final Pattern END = Pattern.compile("(?s).*/");

  private static final Pattern WORD = Pattern.compile("[a-z]{4}");

  private final Grant grant;
  private final Supplier<List<List<String>>> parts;

  AssignmentName(Grant grant) {
    this.grant = grant;
    this.parts = new Lazy<>(() -> List.of(scope(), principal(), role()));
  }

  /// Whether each deployment makes a new one, which is then refused as the assignment exists; where
  /// the scope or the principal is a new one too, it is not.
  boolean varies() {
    List<Value> arguments = arguments();
    return arguments.isEmpty()
        ? varies(grant.assignment().name())
        : arguments.stream().anyMatch(it -> varies(it) && said(it).isEmpty());
  }

  private static boolean varies(Value value) {
    if (!(value instanceof Value.Unknown unknown)) {
      return false;
    }
    return unknown.reason() instanceof Reason.NonDeterministic
        || switch (unknown.term()) {
          case Term.Call(_, var arguments) -> arguments.stream().anyMatch(AssignmentName::varies);
          case Term.Access(var base, _) -> varies(base);
          case Term.Concat(var texts) -> texts.stream().anyMatch(AssignmentName::varies);
          case Term.Lambda(_, var body) -> varies(body);
        };
  }

  /// What `guid(…)` leaves out of `scope`, `principal` and `role`; an argument that is none of them
  /// may stand for one. Empty when the name is made some other way.
  List<String> lacks() {
    List<Value> arguments = arguments();
    if (arguments.isEmpty()) {
      return List.of();
    }
    List<String> missing = new ArrayList<>(PARTS);
    int others = 0;
    for (Value argument : arguments) {
      List<String> said = said(argument);
      missing.removeAll(said);
      others += said.isEmpty() || saysMore(argument) ? 1 : 0;
    }
    return others >= missing.size() ? List.of() : List.copyOf(missing);
  }

  /// The arguments of `guid(…)`; empty when the name is made some other way.
  private List<Value> arguments() {
    return grant.assignment().name()
                instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
            && function.equalsIgnoreCase("guid")
        ? arguments
        : List.of();
  }

  /// Which of the parts an argument says.
  private List<String> said(Value argument) {
    String text = key(argument);
    return PARTS.stream()
        .filter(part ->
            parts.get().get(PARTS.indexOf(part)).stream()
                .anyMatch(it -> !it.isEmpty() && text.contains(it)))
        .toList();
  }

  /// Whether a text ends in words of its own, as `…-key-crypto`, which may stand for a part.
  private boolean saysMore(Value argument) {
    if (!(argument instanceof Value.Unknown(Term.Concat _, _, _)
        || argument instanceof Value.Str)) {
      return false;
    }
    String end = END.matcher(key(argument)).replaceFirst("");
    for (String part : parts.get().stream().flatMap(List::stream).toList()) {
      end = end.replace(part, "");
    }
    return WORD.matcher(end).find();
  }

  /// Most names have the group's id in them somewhere, so it has to be the argument itself.
  private List<String> scope() {
    Value id = grant.scope().id();
    ResourceId read = ResourceId.of(id);
    if (read.scopeKind().equals(Optional.of("resource"))) {
      return List.of(read.name().map(PartialText::key).orElse(""), key(id));
    }
    return arguments().stream()
        .map(AssignmentName::key)
        .filter(
            it -> it.equals(key(id)) || it.matches("<(resourcegroup|subscription)\\(\\)[.a-z]*>"))
        .toList();
  }

  private List<String> principal() {
    return List.of(key(grant.principalAt().value()), key(grant.principal().name()));
  }

  private List<String> role() {
    return List.of(key(grant.roleAt().value()), key(grant.role().id()), key(grant.role().name()));
  }

  private static String key(Value value) {
    return PartialText.of(value).map(PartialText::key).orElse("").toLowerCase(Locale.ROOT);
  }
}
