package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether there may be role assignments that are not among those of the estate: what could not be
/// read, modules that are not here, scripts that assign roles.
final class UnseenGrants {
  private static final Pattern ASSIGNS =
      Pattern.compile(
          "(?i)az\\s+role\\s+assignment\\s+create|New-AzRoleAssignment|roleAssignments/");

  /// Verified modules for a resource assign roles at that resource only.
  private static final Pattern OWN_SCOPE =
      Pattern.compile("(?i)avm/res/(?!authorization/|resources/)[\\w/-]+");

  private static final Pattern TARGET =
      Pattern.compile("(?i)avm/res/(cognitive-services/account|search/search-service)(?![\\w/-])");

  private static final List<String> UNITS =
      List.of("microsoft.authorization/", "microsoft.managedidentity/");

  private final Lazy<Answer> answer;

  UnseenGrants(Estate estate, ResourceIndex index) {
    this.answer = new Lazy<>(() -> all(estate, index));
  }

  /// Never yes: no when all assignments are at hand.
  Answer answer() {
    return answer.get();
  }

  private static Answer all(Estate estate, ResourceIndex index) {
    Answer all = Answer.no();
    for (Estate.Gap gap : estate.gaps()) {
      all = mayAssign(gap) ? all.or(Answer.open(gap.unknown())) : all;
    }
    for (Resource script : index.ofType("Microsoft.Resources/deploymentScripts")) {
      all = all.or(assigns(script));
    }
    return all;
  }

  private static boolean mayAssign(Estate.Gap gap) {
    if (!gap.units().isEmpty()) {
      return gap.units().stream()
          .map(it -> it.toLowerCase(Locale.ROOT))
          .anyMatch(unit -> UNITS.stream().anyMatch(unit::startsWith));
    }
    return !(gap.isModule()
        && OWN_SCOPE.matcher(gap.what()).find()
        && (!TARGET.matcher(gap.what()).find() || isToldAll(gap)));
  }

  /// Whether the roles that a module is to assign can be read.
  private static boolean isToldAll(Estate.Gap module) {
    return module.arguments().stream()
        .filter(it -> it.name().equalsIgnoreCase("roleAssignments"))
        .allMatch(it -> it.value() instanceof Value.Arr || it.value() instanceof Value.Null);
  }

  private static Answer assigns(Resource script) {
    Optional<Property> content = Bodies.at(script, "properties", "scriptContent");
    Optional<Property> source =
        content.or(() -> Bodies.at(script, "properties", "primaryScriptUri"));
    if (source.isEmpty() || script.existing()) {
      return Answer.no();
    }
    Location at = source.orElseThrow().at();
    Value value = source.orElseThrow().value();
    if (content.isEmpty()) {
      return Answer.open(Doubt.notStated("what a script of another place does", at));
    }
    Optional<PartialText> text = PartialText.of(value);
    if (text.filter(it -> it.isKnown() || it.chars().length() > 1).isEmpty()) {
      return Answer.open(Doubt.because(value));
    }
    return ASSIGNS.matcher(text.orElseThrow().chars()).find()
        ? Answer.open(Doubt.notStated("which roles a script assigns", at))
        : Answer.no();
  }
}
