package dev.keylint.graph;

import dev.keylint.graph.role.Role;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.text.Lazy;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Whether there may be role assignments that are not among those of the estate: what could not be
/// read, modules that are not here, scripts that assign roles.
final class UnseenGrants {
  /// Verified modules for a resource assign roles at that resource only.
  private static final Pattern OWN_SCOPE =
      Pattern.compile("(?i)avm/res/(?!authorization/|resources/)[\\w/-]+");

  private static final List<String> UNITS =
      List.of("microsoft.authorization/", "microsoft.managedidentity/");

  /// What may assign any role.
  private final Lazy<Answer> any;

  private final Lazy<List<RoleCommand>> commands;

  UnseenGrants(Estate estate, List<Script> scripts, Lazy<RoleBook> roles) {
    this.any = new Lazy<>(() -> any(estate, scripts));
    this.commands =
        new Lazy<>(
            () -> scripts.stream().flatMap(it -> RoleCommand.of(it, roles).stream()).toList());
  }

  /// Whether there may be any at all. Never yes: no when all assignments are at hand.
  Answer answer() {
    return answer(_ -> Answer.yes());
  }

  /// Whether there may be some whose role gives what is asked for; never yes.
  Answer answer(Function<Role, Answer> gives) {
    Answer all = any.get();
    for (RoleCommand command : commands.get()) {
      all = all.or(command.mayGive(gives));
    }
    return all;
  }

  private static Answer any(Estate estate, List<Script> scripts) {
    Answer all = Answer.no();
    for (Gap gap : estate.gaps()) {
      all = mayAssign(gap) ? all.or(Answer.open(gap.unknown())) : all;
    }
    for (Script script : scripts) {
      for (Value.Unknown unread : script.unread()) {
        all = all.or(Answer.open(unread));
      }
    }
    return all;
  }

  private static boolean mayAssign(Gap gap) {
    if (!gap.units().isEmpty()) {
      return gap.units().stream()
          .map(it -> it.toLowerCase(Locale.ROOT))
          .anyMatch(unit -> UNITS.stream().anyMatch(unit::startsWith));
    }
    return !(gap.isModule()
        && OWN_SCOPE.matcher(gap.what()).find()
        && (!ModuleGrants.makesTarget(gap) || isToldAll(gap)));
  }

  /// Whether the roles that a module is to assign can be read.
  private static boolean isToldAll(Gap module) {
    return module
        .argument("roleAssignments")
        .map(it ->
            it.value() instanceof Value.Arr(var items, _)
                && items.stream().allMatch(Value.Obj.class::isInstance))
        .orElse(true);
  }
}
