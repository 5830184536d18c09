package dev.keylint.cli;

import dev.keylint.report.HiddenTexts;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
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
    SecretTexts marked = new SecretTexts(new TreeSet<>(), new TreeSet<>(estate.secrets()));
    marked(estate, marked);
    named(estate, marked.secret());
    return new HiddenTexts(marked.secret(), marked.given());
  }

  /// What is marked of resources, outputs and arguments.
  private static void marked(Estate estate, SecretTexts found) {
    for (Resource resource : estate.resources()) {
      found.collect(resource.name());
      found.collect(resource.scope());
      resource.condition().ifPresent(found::collect);
      found.collect(resource.body());
    }
    estate.outputs().forEach(it -> found.collect(it.value()));
    estate.gaps().stream()
        .flatMap(gap -> gap.arguments().stream())
        .forEach(it -> found.collect(it.value()));
  }

  /// What stands where secrets belong, but for the names of resources.
  private static void named(Estate estate, Set<String> found) {
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
