package dev.keylint.cli;

import dev.keylint.report.HiddenTexts;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.value.Hiding;
import dev.keylint.value.NamedSecrets;
import dev.keylint.value.PartialText;
import dev.keylint.value.SecretTexts;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The texts of an estate that came from secure parameters or keys, or stand where such belong, so
/// that no report shows them.
final class Secrets {
  private Secrets() {}

  static HiddenTexts in(Estate estate) {
    Set<String> given = new TreeSet<>();
    marked(estate, Hiding.GIVEN, given);
    return new HiddenTexts(secrets(estate), given);
  }

  /// What is hidden like this of resources, outputs and arguments.
  private static void marked(Estate estate, Hiding as, Set<String> found) {
    for (Resource resource : estate.resources()) {
      SecretTexts.marked(resource.name(), as, found);
      SecretTexts.marked(resource.scope(), as, found);
      resource.condition().ifPresent(condition -> SecretTexts.marked(condition, as, found));
      SecretTexts.marked(resource.body(), as, found);
    }
    estate.outputs().forEach(it -> SecretTexts.marked(it.value(), as, found));
    estate.gaps().stream()
        .flatMap(gap -> gap.arguments().stream())
        .forEach(it -> SecretTexts.marked(it.value(), as, found));
  }

  private static Set<String> secrets(Estate estate) {
    Set<String> found = new TreeSet<>(estate.secrets());
    marked(estate, Hiding.SECRET, found);
    for (Resource resource : estate.resources()) {
      NamedSecrets.collect(resource.body(), found);
    }
    for (DeployedOutput output : estate.outputs()) {
      if (output.secure()) {
        SecretTexts.all(output.value(), found);
      } else {
        NamedSecrets.collect(output.name(), output.value(), found);
      }
    }
    for (Gap gap : estate.gaps()) {
      gap.arguments()
          .forEach(argument -> NamedSecrets.collect(argument.name(), argument.value(), found));
    }
    estate.resources().forEach(it -> removeName(it, found));
    return found;
  }

  /// What a resource is called anybody may read: a secure object of settings holds such names, too,
  /// and without them no report could be read.
  private static void removeName(Resource resource, Set<String> found) {
    Value name = resource.name();
    if (name.origin().secret()) {
      return;
    }
    if (name instanceof Value.Str(String text, _)) {
      found.remove(text);
      List.of(text.split("/")).forEach(found::remove);
    }
    PartialText.of(name)
        .map(it -> it.from(it.chars().lastIndexOf('/') + 1))
        .filter(PartialText::isKnown)
        .ifPresent(it -> found.remove(it.chars()));
  }
}
