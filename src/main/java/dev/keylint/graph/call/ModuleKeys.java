package dev.keylint.graph.call;

import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.ModuleCall;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Azure Verified Modules that are not here make of their arguments: settings of applications,
/// secrets of vaults.
public final class ModuleKeys {
  private static final Pattern MODULE = Pattern.compile("avm/res/([a-z-]+/[a-z-]+)(?![\\w/-])");

  /// By module the parameters, in lower case, that become settings.
  private static final Map<String, List<String>> SETTINGS =
      Map.of(
          "web/site", List.of("appsettingskeyvaluepairs", "configs", "siteconfig", "slots"),
          "web/static-site", List.of("appsettings", "functionappsettings"),
          "app/container-app", List.of("containers", "initcontainerstemplate", "secrets"),
          "app/job", List.of("containers", "initcontainers", "secrets"),
          "container-instance/container-group", List.of("containers"));

  private static final Map<String, List<String>> SECRETS =
      Map.of("key-vault/vault", List.of("secrets"));

  private ModuleKeys() {}

  /// A key, or a setting with the name of one, in the arguments of a module.
  ///
  /// @param secret whether only those who may read secrets see it there
  public record Found(KeyPlace.Kind kind, Value name, Property value, boolean secret) {}

  /// What is found in the arguments of a module; nothing when it is here, so that what it deploys
  /// is seen.
  public static List<Found> of(ModuleCall call, Predicate<Value> holdsKey) {
    Matcher module = MODULE.matcher(call.reference().toLowerCase(Locale.ROOT));
    if (call.here() || !module.find()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    List<String> settings = SETTINGS.getOrDefault(module.group(1), List.of());
    List<String> secrets = SECRETS.getOrDefault(module.group(1), List.of());
    for (ModuleArgument argument : call.arguments()) {
      String name = argument.name().toLowerCase(Locale.ROOT);
      boolean setting = settings.contains(name);
      if (setting || secrets.contains(name)) {
        KeyPlace.Kind kind = setting ? KeyPlace.Kind.SETTING : KeyPlace.Kind.SECRET;
        Property root = new Property(argument.name(), argument.at(), argument.value());
        KeyLeaf.of(root, setting ? _ -> true : holdsKey).stream()
            .filter(leaf -> holdsKey.test(leaf.property().value()) || leaf.isNamedKey())
            .map(leaf -> new Found(kind, leaf.name(), leaf.property(), !setting || leaf.secret()))
            .forEach(found::add);
      }
    }
    return found;
  }
}
