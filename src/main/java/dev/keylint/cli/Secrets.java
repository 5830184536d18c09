package dev.keylint.cli;

import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.value.NamedSecrets;
import dev.keylint.value.SecretTexts;
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
    return found;
  }
}
