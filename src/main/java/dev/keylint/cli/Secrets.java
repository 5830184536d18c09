package dev.keylint.cli;

import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.value.NamedSecrets;
import dev.keylint.value.Origin;
import dev.keylint.value.SecretTexts;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The texts of an estate that came from secure parameters or keys, or stand where such belong, so
/// that no report shows them.
final class Secrets {
  private Secrets() {}

  static Set<String> in(Estate estate) {
    Set<String> found = new TreeSet<>(estate.secrets());
    for (Resource resource : estate.resources()) {
      SecretTexts.marked(resource.name(), found);
      SecretTexts.marked(resource.scope(), found);
      resource.condition().ifPresent(condition -> SecretTexts.marked(condition, found));
      SecretTexts.marked(resource.body(), found);
      NamedSecrets.collect(resource.body(), found);
    }
    for (DeployedOutput output : estate.outputs()) {
      if (output.secure()) {
        SecretTexts.all(output.value(), found);
      } else {
        SecretTexts.marked(output.value(), found);
        NamedSecrets.collect(output.name(), output.value(), found);
      }
    }
    for (Gap gap : estate.gaps()) {
      gap.arguments()
          .forEach(argument -> {
            SecretTexts.marked(argument.value(), found);
            NamedSecrets.collect(argument.name(), argument.value(), found);
          });
    }
    estate.resources().forEach(it -> removeName(it, found));
    return found;
  }

  /// What a resource is called anybody may read: a secure object of settings holds such names, too,
  /// and without them no report could be read.
  private static void removeName(Resource resource, Set<String> found) {
    if (resource.name() instanceof Value.Str(String name, Origin origin) && !origin.secret()) {
      found.remove(name);
      List.of(name.split("/")).forEach(found::remove);
    }
  }
}
