package dev.keylint.cli;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Role assignments that give the same role to the same principal at the same scope by different
/// names: Azure makes the first and refuses the others (`RoleAssignmentExists`).
final class EqualAssignments {
  private static final String TYPE = "Microsoft.Authorization/roleAssignments";
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private EqualAssignments() {}

  /// Where those of an estate are declared of which there is more than one, by what they give.
  static Map<String, List<Location>> in(Estate estate) {
    Map<String, Map<String, Resource>> alike = new LinkedHashMap<>();
    for (Resource it : estate.resources()) {
      if (it.type().is(TYPE) && !it.existing()) {
        alike
            .computeIfAbsent(given(it), _ -> new LinkedHashMap<>())
            .putIfAbsent(ResourceId.of(it.id()).key(), it);
      }
    }
    Map<String, List<Location>> equal = new HashMap<>();
    alike.forEach((given, all) -> {
      // Of two with conditions of their own perhaps one is made only.
      if (all.size() > 1 && all.values().stream().map(Resource::condition).distinct().count() < 2) {
        equal.put(given, all.values().stream().map(Resource::declaredAt).toList());
      }
    });
    return equal;
  }

  private static String given(Resource assignment) {
    String role = text(assignment, "roleDefinitionId");
    List<String> ids = GUID.matcher(role).results().map(it -> it.group()).toList();
    return Stream.of(
            ResourceId.of(assignment.scope()).key(),
            text(assignment, "principalId"),
            ids.size() == 1 ? ids.getFirst() : role)
        .collect(Collectors.joining(" "));
  }

  private static String text(Resource assignment, String property) {
    Value value =
        Bodies.at(assignment, "properties", property).map(Property::value).orElse(assignment.id());
    return NormalForm.plain(value).toLowerCase(Locale.ROOT);
  }
}
