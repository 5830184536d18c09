package dev.keylint.graph.role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The built-in roles that keylint knows without asking Azure.
///
/// Those that bear on our targets are read at once, all others on the first miss: most scans need
/// none of them. A GUID that is not listed is unknown, not wrong. In the files a role is a line
/// `<guid> <name>`, below it indented lines that start with a marker: `aka` a former name, `+ -
/// data data-` an item of actions, notActions, dataActions, notDataActions, `?` an action that is
/// given under a condition only, `and` the start of another permission entry.
public final class BuiltInRoles {
  private static final BuiltInRoles TABLE =
      new BuiltInRoles(load(List.of("general", "cognitive-services", "foundry", "neighbours")));

  private final Map<String, BuiltInRole> near;

  private BuiltInRoles(Map<String, BuiltInRole> near) {
    this.near = near;
  }

  /// Read when the first one is asked for.
  private static final class Others {
    static final Map<String, BuiltInRole> ROLES = load(List.of("others"));
  }

  private static final class Retired {
    static final Map<String, BuiltInRole> ROLES = load(List.of("retired"));
  }

  /// The table that comes with keylint.
  public static BuiltInRoles table() {
    return TABLE;
  }

  /// The role that once had this GUID and is no longer listed.
  static Optional<BuiltInRole> retired(String guid) {
    return Optional.ofNullable(Retired.ROLES.get(guid.toLowerCase(Locale.ROOT)));
  }

  /// The role of a GUID.
  public Optional<BuiltInRole> byId(String guid) {
    String id = guid.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(near.get(id)).or(() -> Optional.ofNullable(Others.ROLES.get(id)));
  }

  /// The role that has this name or, failing that, had it.
  public Optional<BuiltInRole> byName(String name) {
    return named(near, name).or(() -> named(Others.ROLES, name));
  }

  private static Optional<BuiltInRole> named(Map<String, BuiltInRole> roles, String name) {
    return roles.values().stream()
        .filter(role -> role.name().equalsIgnoreCase(name))
        .findFirst()
        .or(() ->
            roles.values().stream()
                .filter(role -> role.formerNames().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst());
  }

  /// All of them, those near our targets first.
  public List<BuiltInRole> all() {
    return Stream.of(near, Others.ROLES).flatMap(each -> each.values().stream()).toList();
  }

  private static Map<String, BuiltInRole> load(List<String> files) {
    Map<String, BuiltInRole> roles = new LinkedHashMap<>();
    for (String file : files) {
      try (InputStream stream = BuiltInRoles.class.getResourceAsStream(file + ".txt")) {
        if (stream == null) {
          throw new IllegalStateException("no list of roles: " + file);
        }
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        roles.putAll(parse(text.lines().toList()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return roles;
  }

  static Map<String, BuiltInRole> parse(List<String> lines) {
    Map<String, BuiltInRole> roles = new LinkedHashMap<>();
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
    return roles;
  }

  /// The lines below one role's head, sorted by their marker.
  private static final class Entries {
    private final List<String> formerNames = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();
    private Map<String, List<String>> byMarker = new LinkedHashMap<>();

    void add(String line) {
      int space = line.indexOf(' ');
      switch (space < 0 ? line : line.substring(0, space)) {
        case "and" -> end();
        case "aka" -> formerNames.add(line.substring(space + 1));
        case String marker ->
            byMarker.computeIfAbsent(marker, _ -> new ArrayList<>()).add(line.substring(space + 1));
      }
    }

    private void end() {
      permissions.add(new Permission(get("+"), get("-"), get("data"), get("data-"), get("?")));
      byMarker = new LinkedHashMap<>();
    }

    BuiltInRole role(String head, int space) {
      end();
      return new BuiltInRole(
          head.substring(0, space), head.substring(space + 1), formerNames, permissions);
    }

    private List<String> get(String marker) {
      return byMarker.getOrDefault(marker, List.of());
    }
  }
}
