package dev.keylint.defects;

import dev.keylint.text.Source;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads kinds of defects; `kinds.yaml` says how they are written.
final class Kinds {
  private final Map<String, String> words = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  private Kinds() {}

  /// The kinds that are made in repositories.
  static List<Kind> all() {
    try (InputStream in = Kinds.class.getResourceAsStream("kinds.yaml")) {
      if (in == null) {
        throw new IllegalStateException("kinds.yaml is not here");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The kinds that a text lists.
  static List<Kind> of(String text) {
    YamlFile file = YamlReader.read(Source.of("kinds.yaml", text));
    YamlNode.Mapping root =
        (YamlNode.Mapping)
            file.root()
                .orElseThrow(() -> new IllegalArgumentException(file.diagnostics().toString()));
    Kinds kinds = new Kinds();
    entries(root, "words").forEach(it -> kinds.words.put(it.key().text(), scalar(it.value())));
    entries(root, "groups")
        .forEach(it -> kinds.groups.put(it.key().text(), new TreeSet<>(texts(it.value()))));
    return items(root, "kinds").stream().map(kinds::kind).toList();
  }

  private Kind kind(YamlNode node) {
    YamlNode.Mapping entry = (YamlNode.Mapping) node;
    List<Swap> swaps = new ArrayList<>();
    items(entry, "swaps").forEach(it -> swaps.addAll(swaps((YamlNode.Mapping) it)));
    return new Kind(
        PathDefect.text(entry, "kind").orElseThrow(),
        rules(entry, "rules"),
        rules(entry, "besides"),
        PathDefect.text(entry, "everywhere").isPresent(),
        swaps);
  }

  private Set<String> rules(YamlNode.Mapping entry, String key) {
    Set<String> rules = new TreeSet<>();
    items(entry, key)
        .forEach(it -> rules.addAll(groups.getOrDefault(scalar(it), Set.of(scalar(it)))));
    return rules;
  }

  private List<Swap> swaps(YamlNode.Mapping entry) {
    String match = filled(PathDefect.text(entry, "match").orElseThrow());
    Optional<String> end = PathDefect.text(entry, "end");
    String with = filled(end.or(() -> PathDefect.text(entry, "with")).orElseThrow());
    Pattern pattern = Pattern.compile(match, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    List<String> types = items(entry, "of").stream().map(Kinds::scalar).toList();
    return items(entry, "in").stream()
        .map(it -> new Swap("." + scalar(it), pattern, with, types, end.isPresent()))
        .toList();
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }

  private static Stream<YamlNode.Entry> entries(YamlNode.Mapping root, String key) {
    return root.entry(key).stream()
        .flatMap(it -> ((YamlNode.Mapping) it.value()).entries().stream());
  }

  private static List<YamlNode> items(YamlNode.Mapping entry, String key) {
    return entry.entry(key).map(it -> ((YamlNode.Sequence) it.value()).items()).orElse(List.of());
  }

  private static List<String> texts(YamlNode node) {
    return ((YamlNode.Sequence) node).items().stream().map(Kinds::scalar).toList();
  }

  private static String scalar(YamlNode node) {
    return ((YamlNode.Scalar) node).text();
  }
}
