package dev.keylint.module;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The registries that a restore may ask: the author of what is scanned names them, so the user
/// says which of them are asked.
///
/// Invariant: lower case.
public record RegistryAllowList(Set<String> hosts) {
  /// The registry of Microsoft's public modules.
  public static final String PUBLIC = "mcr.microsoft.com";

  public RegistryAllowList {
    hosts = Set.copyOf(hosts);
  }

  /// The public registry and those that the user adds, as `HOST` or `HOST:PORT`.
  public static RegistryAllowList with(Collection<String> more) {
    Set<String> hosts = new LinkedHashSet<>(Set.of(PUBLIC));
    more.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    return new RegistryAllowList(hosts);
  }

  /// Whether a text is the host of a registry, with or without a port.
  public static boolean isHost(String text) {
    return new RegistryAddress(text).isUsable();
  }

  boolean allows(ModuleReference.Registry module) {
    return hosts.contains(module.host());
  }
}
