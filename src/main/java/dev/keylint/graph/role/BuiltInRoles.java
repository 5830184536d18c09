package dev.keylint.graph.role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The built-in roles that keylint knows without asking Azure.
///
/// The list is short on purpose: a GUID that is not in it is unknown, not wrong. In its files a
/// role is a line `<guid> <name>`, below it indented lines that start with a marker: `aka` a former
/// name, `+ - data data-` an entry of actions, notActions, dataActions, notDataActions, `?` an
/// action that the role gives under a condition only.
public final class BuiltInRoles {
  private static final List<String> FILES =
      List.of("general", "cognitive-services", "foundry", "neighbours");
  private static final BuiltInRoles TABLE = load();

  private final Map<String, BuiltInRole> byId;

  private BuiltInRoles(Map<String, BuiltInRole> byId) {
    this.byId = byId;
  }

  /// The table that comes with keylint.
  public static BuiltInRoles table() {
    return TABLE;
  }

  /// The role of a GUID.
  public Optional<BuiltInRole> byId(String guid) {
    return Optional.ofNullable(byId.get(guid.toLowerCase(Locale.ROOT)));
  }

  /// The role that has, or had, this name.
  public Optional<BuiltInRole> byName(String name) {
    return byId.values().stream()
        .filter(role ->
            role.name().equalsIgnoreCase(name)
                || role.formerNames().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /// All of them, by name.
  public Collection<BuiltInRole> all() {
    return byId.values();
  }

  private static BuiltInRoles load() {
    Map<String, BuiltInRole> roles = new LinkedHashMap<>();
    for (String file : FILES) {
      try (InputStream stream = BuiltInRoles.class.getResourceAsStream(file + ".txt")) {
        if (stream == null) {
          throw new IllegalStateException("no list of roles: " + file);
        }
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        parse(text.lines().toList(), roles);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new BuiltInRoles(roles);
  }

  private static void parse(List<String> lines, Map<String, BuiltInRole> roles) {
    int at = 0;
    while (at < lines.size()) {
      String head = lines.get(at++);
      if (head.startsWith("#")) {
        continue;
      }
      Entries entries = new Entries();
      while (at < lines.size() && lines.get(at).startsWith("  ")) {
        entries.add(lines.get(at++).strip());
      }
      int space = head.indexOf(' ');
      roles.put(head.substring(0, space), entries.role(head, space));
    }
  }

  /// The lines below one role's head, sorted by their marker.
  private static final class Entries {
    private final Map<String, List<String>> byMarker = new LinkedHashMap<>();

    void add(String line) {
      int space = line.indexOf(' ');
      byMarker
          .computeIfAbsent(line.substring(0, space), _ -> new ArrayList<>())
          .add(line.substring(space + 1));
    }

    BuiltInRole role(String head, int space) {
      return new BuiltInRole(
          head.substring(0, space),
          head.substring(space + 1),
          get("aka"),
          new Permission(get("+"), get("-"), get("data"), get("data-"), get("?")));
    }

    private List<String> get(String marker) {
      return byMarker.getOrDefault(marker, List.of());
    }
  }
}
