package dev.keylint.defects;

import dev.keylint.text.Source;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One defect of a path, as an entry of its `broken.yaml` says it.
///
/// @param kind of defect, the same in all paths
/// @param rules that find it; none where what is changed still works, or where no rule can see it
/// @param also what else is replaced for one defect, in the same way
/// @param type of the value that is wrong, where it can come from a parameter
/// @param arm the same defect in the JSON twin; none when the texts are the same there
public record PathDefect(
    ServicePath path,
    String kind,
    String what,
    Set<String> rules,
    String replace,
    String with,
    List<TextEdit> also,
    Optional<String> type,
    List<ArmEdit> arm) {

  /// A text that comes once, and what stands there then.
  public record TextEdit(String replace, String with) {
    private static TextEdit of(YamlNode node) {
      YamlNode.Mapping edit = (YamlNode.Mapping) node;
      return new TextEdit(required(edit, "replace"), required(edit, "with"));
    }
  }

  /// All defects of a path.
  public static List<PathDefect> of(ServicePath path) {
    Source source = Source.of(path.name() + "/broken.yaml", path.text("broken.yaml"));
    YamlFile read = YamlReader.read(source);
    YamlNode root =
        read.root().orElseThrow(() -> new IllegalArgumentException(read.diagnostics().toString()));
    List<PathDefect> defects = new ArrayList<>();
    for (YamlNode node : ((YamlNode.Sequence) root).items()) {
      YamlNode.Mapping entry = (YamlNode.Mapping) node;
      defects.add(
          new PathDefect(
              path,
              required(entry, "kind"),
              required(entry, "what"),
              items(entry, "rules").stream()
                  .map(it -> ((YamlNode.Scalar) it).text())
                  .collect(Collectors.toCollection(TreeSet::new)),
              required(entry, "replace"),
              required(entry, "with"),
              items(entry, "also").stream().map(TextEdit::of).toList(),
              text(entry, "value"),
              entry.entry("arm").map(it -> ArmEdit.all(it.value())).orElse(List.of())));
    }
    return defects;
  }

  static Optional<String> text(YamlNode.Mapping entry, String key) {
    return entry.entry(key).map(it -> ((YamlNode.Scalar) it.value()).text());
  }

  private static String required(YamlNode.Mapping entry, String key) {
    return text(entry, key)
        .orElseThrow(() -> new IllegalArgumentException("an entry without " + key + ": " + entry));
  }

  private static List<YamlNode> items(YamlNode.Mapping entry, String key) {
    return entry.entry(key).map(it -> ((YamlNode.Sequence) it.value()).items()).orElse(List.of());
  }

  @Override
  public String toString() {
    return path.name() + ": " + what;
  }
}
