package dev.keylint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What conformance was reached: `.ci/ratchet.json` lists, for each measure, how many things are
/// compared and which of them are not equal, each with the reason. It may only get better.
public final class Ratchet {
  private static final Path FILE = Path.of(".ci", "ratchet.json");
  private static final Path REPORTS = Path.of("target", "conformance");

  private Ratchet() {}

  /// Writes the measure's row of the table of `.ci/conformance.py`, and fails when it is not what
  /// the ratchet says: worse is a fault, better is to be written down.
  ///
  /// @param id short name, unique, as `E1`
  /// @param what what is compared with what
  /// @param of how many were compared
  /// @param unequal what is not equal, with its first difference
  public static void hold(String id, String what, int of, Map<String, String> unequal) {
    report(id, what, of, unequal);
    JsonObject known = known(id);
    Set<String> reasons =
        known.object("unequal").stream()
            .flatMap(all -> all.members().stream())
            .map(member -> member.key())
            .collect(Collectors.toCollection(TreeSet::new));
    String hint = "%s: see %s and %s".formatted(id, REPORTS.resolve(id + ".md"), FILE);
    Map<String, String> fresh = new TreeMap<>(unequal);
    fresh.keySet().removeAll(reasons);
    assertThat(fresh).as(hint + ": unequal, and not known to be").isEmpty();
    assertThat(unequal.keySet()).as(hint + ": known as unequal").containsAll(reasons);
    assertThat(of).as(hint + ": how many are compared").isEqualTo(number(known, "of"));
  }

  /// Fails when not as many things are left out of a measure as the ratchet says.
  ///
  /// @param counts how many are left out, by reason
  public static void holdOutOfScope(String id, Map<String, Integer> counts) {
    JsonObject known = known(id).object("out-of-scope").orElseThrow();
    Map<String, Integer> expected = new TreeMap<>();
    known.members().forEach(it -> expected.put(it.key(), number(known, it.key())));
    assertThat(counts)
        .as("%s: how many are left out; see %s", id, FILE)
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  private static JsonObject known(String id) {
    return JsonReader.read(Source.of(FILE.toString(), text(FILE)))
        .object()
        .flatMap(root -> root.object("conformance"))
        .flatMap(measures -> measures.object(id))
        .orElseThrow(() -> new AssertionError(FILE + " has no measure " + id));
  }

  private static int number(JsonObject object, String key) {
    return object.value(key).stream()
        .filter(JsonNumber.class::isInstance)
        .mapToInt(found -> ((JsonNumber) found).value().intValueExact())
        .findFirst()
        .orElseThrow();
  }

  private static void report(String id, String what, int of, Map<String, String> unequal) {
    StringBuilder text = new StringBuilder();
    text.append("| %s | %s | %d | %d |%n".formatted(id, what, of, of - unequal.size()));
    new TreeMap<>(unequal)
        .forEach((item, why) -> text.append("\n## %s\n\n%s\n".formatted(item, why)));
    try {
      Files.createDirectories(REPORTS);
      Files.writeString(REPORTS.resolve(id + ".md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
