package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the settings of workloads in the places where each type of resource keeps them.
final class SettingsReader {
  private static final Set<String> SITES =
      Set.of("microsoft.web/sites", "microsoft.web/sites/slots");
  private static final Set<String> CONFIGS =
      Set.of(
          "microsoft.web/sites/config",
          "microsoft.web/sites/slots/config",
          "microsoft.web/staticsites/config");
  private static final Set<String> OTHERS =
      Set.of(
          "microsoft.app/containerapps",
          "microsoft.app/jobs",
          "microsoft.containerinstance/containergroups",
          "microsoft.resources/deploymentscripts");
  private static final Set<String> SETTINGS = Set.of("appsettings", "functionappsettings");

  private final ResourceIndex index;

  /// The sites whose settings are a resource of their own.
  private final Set<String> configured = new HashSet<>();

  /// Whether settings are read from resources of a type, in lower case.
  static boolean reads(String type) {
    return CONFIGS.contains(type) || SITES.contains(type) || OTHERS.contains(type);
  }

  SettingsReader(ResourceIndex index) {
    this.index = index;
    for (Resource resource : index.all()) {
      if (CONFIGS.contains(resource.type().key()) && isSettings(resource)) {
        index.id(resource).parent(1).ifPresent(site -> configured.add(site.key()));
      }
    }
  }

  List<Settings> all() {
    List<Settings> all = new ArrayList<>();
    for (Resource resource : index.all()) {
      read(resource, all);
    }
    return all;
  }

  private void read(Resource resource, List<Settings> all) {
    String type = resource.type().key();
    if (CONFIGS.contains(type) && isSettings(resource)) {
      all.add(config(resource));
    } else if (SITES.contains(type) && !configured.contains(index.key(resource))) {
      site(resource).ifPresent(all::add);
    } else {
      switch (type) {
        case "microsoft.app/containerapps", "microsoft.app/jobs" -> {
          containers(resource, all, "env", "properties", "template", "containers");
          containers(resource, all, "env", "properties", "template", "initContainers");
        }
        case "microsoft.containerinstance/containergroups" -> {
          groupContainers(resource, all, "containers");
          groupContainers(resource, all, "initContainers");
        }
        case "microsoft.resources/deploymentscripts" ->
            Bodies.at(resource, "properties", "environmentVariables")
                .filter(_ -> !ScriptText.asksForNothing(resource))
                .ifPresent(it -> all.add(own(resource, it.value())));
        default -> {}
      }
    }
  }

  private static Settings own(Resource resource, Value settings) {
    return new SettingsBranches(Optional.of(resource), resource).of(List.of(settings));
  }

  private static Optional<Settings> site(Resource site) {
    return Bodies.at(site, "properties", "siteConfig", "appSettings")
        .map(it -> own(site, it.value()))
        .filter(it -> !it.all().isEmpty() || !it.branches().isEmpty() || it.unread().isPresent());
  }

  /// The settings of a site that are a resource of their own, and those in the site's body, which
  /// the same process sees.
  private Settings config(Resource config) {
    Optional<Resource> site = index.parent(config, 1);
    Stream<Property> inSite =
        site.flatMap(it -> Bodies.at(it, "properties", "siteConfig", "appSettings")).stream();
    List<Value> written =
        Stream.concat(
                Bodies.at(config, "properties").stream(),
                inSite.filter(it -> !isWithheld(it.value())))
            .map(Property::value)
            .toList();
    return new SettingsBranches(site, config).of(written);
  }

  /// What Azure does not tell of a site, its settings tell when they are read.
  private static boolean isWithheld(Value value) {
    return value instanceof Value.Unknown unknown && unknown.reason() instanceof Reason.Withheld;
  }

  private boolean isSettings(Resource config) {
    return index.id(config).name().map(PartialText::key).filter(SETTINGS::contains).isPresent();
  }

  private static void containers(
      Resource resource, List<Settings> all, String member, String... path) {
    Bodies.at(resource, path)
        .map(it -> ConditionalParts.items(it.value()))
        .orElse(List.of())
        .stream()
        .map(container -> Bodies.at(container, member))
        .flatMap(Optional::stream)
        .forEach(env -> all.add(own(resource, env.value())));
  }

  private static void groupContainers(Resource group, List<Settings> all, String member) {
    Bodies.at(group, "properties", member)
        .map(it -> ConditionalParts.items(it.value()))
        .orElse(List.of())
        .stream()
        .map(container -> Bodies.at(container, "properties", "environmentVariables"))
        .flatMap(Optional::stream)
        .forEach(env -> all.add(own(group, env.value())));
  }
}
