package dev.keylint.graph;

import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ids that a verified module gives stand for, though the module is not here: its name says
/// which resource it makes.
final class ModuleProviders {
  /// What holds groups of resources is none itself.
  private static final Pattern MODULE =
      Pattern.compile("avm/res/([a-z0-9-]+)/(?!resource-group|management-group)");

  private ModuleProviders() {}

  /// The resource provider of the id, such as `microsoft.search`; empty when nothing says it.
  static Optional<String> of(Value id) {
    if (!(id instanceof Value.Unknown unknown)
        || !(unknown.reason() instanceof Reason.MissingModule(String reference))) {
      return Optional.empty();
    }
    Matcher module = MODULE.matcher(reference.toLowerCase(Locale.ROOT));
    return module.find()
        ? Optional.of("microsoft." + module.group(1).replace("-", ""))
        : Optional.empty();
  }
}
