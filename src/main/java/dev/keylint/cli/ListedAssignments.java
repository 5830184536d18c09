package dev.keylint.cli;

import dev.keylint.cli.EqualAssignments.Given;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.text.CallPath;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Role assignments that a module, which is not here, makes of a list that it is given: each Azure
/// Verified Module names them after scope, principal and role.
final class ListedAssignments {
  private ListedAssignments() {}

  /// Those of a call, by what they give.
  static Map<String, Given> in(Gap call) {
    Map<String, List<CallPath>> ways = new LinkedHashMap<>();
    List<Value> items =
        call.argument("roleAssignments").map(it -> Bodies.items(it.value())).orElse(List.of());
    for (Value item : items) {
      given(item).ifPresent(it -> way(ways, it, item));
    }
    String module = module(call);
    Map<String, Given> all = new HashMap<>();
    ways.forEach((given, places) ->
        all.put(module + " " + given, new Given(places, 1, List.of(Optional.empty()), true)));
    return all;
  }

  private static void way(Map<String, List<CallPath>> ways, String given, Value item) {
    ways.computeIfAbsent(given, _ -> new ArrayList<>()).add(CallPath.ROOT.into(item.origin().at()));
  }

  private static Optional<String> given(Value item) {
    Optional<String> principal = Bodies.at(item, "principalId").map(ListedAssignments::text);
    return Bodies.at(item, "roleDefinitionIdOrName")
        .map(ListedAssignments::text)
        .flatMap(role -> principal.map(it -> it + " " + EqualAssignments.guid(id(role))));
  }

  private static String id(String idOrName) {
    return BuiltInRoles.table().byName(idOrName).map(BuiltInRole::id).orElse(idOrName);
  }

  /// What tells the calls of a deployment apart, wherever they stand.
  private static String module(Gap call) {
    return call.what()
        + call.deployment().map(it -> NormalForm.plain(it.id())).orElse("")
        + call.argument("name").map(ModuleArgument::value).map(NormalForm::plain).orElse("");
  }

  private static String text(Property property) {
    return NormalForm.plain(property.value()).toLowerCase(Locale.ROOT);
  }
}
