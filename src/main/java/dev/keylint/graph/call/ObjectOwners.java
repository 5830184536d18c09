package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the Search services that objects are made in.
final class ObjectOwners {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  private final Endpoints endpoints;
  private final List<Target> services;

  ObjectOwners(Endpoints endpoints) {
    this.endpoints = endpoints;
    this.services = endpoints.ofKind(TargetKind.SEARCH);
  }

  /// The service that objects are for: the one that is named beside them, else the only one here.
  Optional<Target> of(SearchTexts texts) {
    Map<String, Target> named = new LinkedHashMap<>();
    boolean elsewhere = false;
    for (PartialText text : texts.addresses()) {
      for (Endpoint each : endpoints.embedded(text)) {
        if (each.service() == Service.SEARCH) {
          each.target().ifPresent(it -> named.put(it.key(), it));
          elsewhere |= each.target().isEmpty() && isLiteral(each.host());
        }
      }
    }
    for (Setting each : texts.environment()) {
      bare(each).ifPresent(it -> named.put(it.key(), it));
    }
    if (named.isEmpty()) {
      return services.size() == 1 && !elsewhere
          ? Optional.of(services.getFirst())
          : Optional.empty();
    }
    return named.size() == 1 && !elsewhere
        ? Optional.of(named.values().iterator().next())
        : Optional.empty();
  }

  private Optional<Target> bare(Setting setting) {
    return Family.of(setting.name()).equals(Optional.of(Family.SEARCH))
        ? endpoints.named(setting.value().value(), Service.SEARCH).flatMap(Endpoint::target)
        : Optional.empty();
  }

  private static boolean isLiteral(PartialText host) {
    int dot = host.chars().indexOf('.');
    return dot > 0 && NAME.matcher(host.chars().substring(0, dot)).matches();
  }
}
