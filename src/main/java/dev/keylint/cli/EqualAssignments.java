package dev.keylint.cli;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Role assignments that give the same role to the same principal at the same scope.
///
/// Azure makes the first and refuses the others (`RoleAssignmentExists`) if they have different
/// names; if they have the same, one is as good as all.
final class EqualAssignments {
  private static final String TYPE = "Microsoft.Authorization/roleAssignments";
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private EqualAssignments() {}

  /// The assignments that give one thing.
  ///
  /// @param ways how each is reached
  /// @param names how many names they have
  /// @param conditions those under which they are made, none twice
  /// @param listed whether a module makes them of a list, which gives equal ones the same name
  record Given(List<CallPath> ways, int names, List<Optional<Value>> conditions, boolean listed) {
    Given {
      ways = List.copyOf(ways);
      conditions = List.copyOf(conditions);
    }

    /// Where some of them are: their declarations or, where one of all has the same, the calls by
    /// which these are reached.
    List<Phrase.Part.At> places(Predicate<CallPath> some) {
      return ways.stream().filter(some).map(it -> new Phrase.Part.At(place(it))).toList();
    }

    private Location place(CallPath way) {
      return way.places().stream()
          .filter(call ->
              ways.stream()
                  .filter(it -> it.last().equals(way.last()))
                  .anyMatch(it -> !it.places().contains(call)))
          .findFirst()
          .orElse(way.last());
    }

    /// Whether Azure refuses one of them; of two with conditions of their own perhaps one is made
    /// only.
    boolean isRefused() {
      return names > 1 && conditions.size() == 1;
    }

    /// Whether they are there whenever the others are.
    boolean isWith(Given others) {
      return conditions.size() == 1
          && (conditions.getFirst().isEmpty() || conditions.equals(others.conditions));
    }
  }

  /// Those of an estate, by what they give.
  static Map<String, Given> in(Estate estate) {
    Map<String, List<Resource>> alike =
        estate.resources().stream()
            .filter(it -> it.type().is(TYPE) && !it.existing())
            .collect(Collectors.groupingBy(EqualAssignments::given));
    Map<String, Given> all = new HashMap<>();
    alike.forEach((given, resources) -> all.put(given, given(resources)));
    estate.gaps().stream()
        .filter(Gap::isModule)
        .forEach(it -> all.putAll(ListedAssignments.in(it)));
    return all;
  }

  private static Given given(List<Resource> all) {
    return new Given(
        all.stream().map(Resource::path).toList(),
        (int) all.stream().map(it -> ResourceId.of(it.id()).key()).distinct().count(),
        all.stream().map(Resource::condition).distinct().toList(),
        false);
  }

  private static String given(Resource assignment) {
    return Stream.of(
            ResourceId.of(assignment.scope()).key(),
            text(assignment, "principalId"),
            guid(text(assignment, "roleDefinitionId")))
        .collect(Collectors.joining(" "));
  }

  /// What counts of the id of a role, in lower case.
  static String guid(String role) {
    List<String> ids = GUID.matcher(role).results().map(it -> it.group()).toList();
    return ids.size() == 1 ? ids.getFirst() : role;
  }

  private static String text(Resource assignment, String property) {
    Value value =
        Bodies.at(assignment, "properties", property).map(Property::value).orElse(assignment.id());
    return NormalForm.plain(value).toLowerCase(Locale.ROOT);
  }
}
