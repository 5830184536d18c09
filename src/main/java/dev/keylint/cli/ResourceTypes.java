package dev.keylint.cli;

import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.graph.role.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The resource types that keylint has heard of: those that the actions of built-in roles name, and
/// a list of others.
///
/// Not all that Azure has: one that is missing here may well exist, but one that is nearly the same
/// as one of these is misspelt.
final class ResourceTypes {
  /// Shorter names, such as those of DNS records, are alike without being meant.
  private static final int SHORTEST = 5;

  /// A name of this length may differ at two places.
  private static final int LONG = 8;

  /// As they are spelt, by lower case.
  private final Map<String, String> known = new TreeMap<>();

  private ResourceTypes() {}

  static ResourceTypes read() {
    ResourceTypes types = new ResourceTypes();
    for (BuiltInRole role : BuiltInRoles.table().all()) {
      for (Permission permission : role.permissions()) {
        Stream.of(permission.actions(), permission.notActions(), permission.dataActions())
            .flatMap(List::stream)
            .forEach(types::addAction);
      }
    }
    list().filter(line -> !line.startsWith("#")).forEach(types::add);
    return types;
  }

  boolean isKnown(String type) {
    return known.containsKey(type.toLowerCase(Locale.ROOT));
  }

  /// The type that is nearly spelt like one that is not known.
  Optional<String> near(String type) {
    record Near(String type, int distance) {}
    return known.entrySet().stream()
        .map(it -> new Near(it.getValue(), distance(type.toLowerCase(Locale.ROOT), it.getKey())))
        .filter(it -> it.distance() <= 2)
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::type);
  }

  /// `Provider/type/…/read`, `Provider/type/…/verb/action`; what a star stands for is no name.
  private void addAction(String action) {
    int star = action.indexOf('*');
    String path = star < 0 ? verbless(action) : action.substring(0, Math.max(0, star - 1));
    if (star < 0 || action.charAt(Math.max(0, star - 1)) == '/') {
      add(path);
    }
  }

  private static String verbless(String action) {
    String path = parent(action);
    return action.toLowerCase(Locale.ROOT).endsWith("/action") ? parent(path) : path;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// A type, and those around it.
  private void add(String type) {
    for (String each = type; each.contains("/"); each = parent(each)) {
      known.putIfAbsent(each.toLowerCase(Locale.ROOT), each);
    }
  }

  private static Stream<String> list() {
    try (InputStream stream = ResourceTypes.class.getResourceAsStream("types.txt")) {
      if (stream == null) {
        throw new IllegalStateException("no list of types");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many letters differ, name by name; more than two when one differs too much to be meant.
  private static int distance(String type, String other) {
    String[] names = type.split("/");
    String[] others = other.split("/");
    if (names.length != others.length) {
      return Integer.MAX_VALUE;
    }
    int all = 0;
    for (int i = 0; i < names.length && all <= 2; i++) {
      int most = names[i].length() < LONG ? 1 : 2;
      int edits = edits(names[i], others[i]);
      all += edits > 0 && (names[i].length() < SHORTEST || edits > most) ? LONG : edits;
    }
    return all;
  }

  /// Letters to add, leave out or replace (Levenshtein).
  private static int edits(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2) {
      return LONG;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
