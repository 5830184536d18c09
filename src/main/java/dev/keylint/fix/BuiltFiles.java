package dev.keylint.fix;

import dev.keylint.text.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The JSON templates that the Bicep compiler wrote: nobody edits them, they are built again.
public final class BuiltFiles {
  private static final List<String> ENDINGS = List.of(".json", ".symbolicnames.json");

  private final Function<String, Optional<String>> text;
  private final Map<String, Boolean> known = new HashMap<>();

  /// @param text what a file of the scan holds, by its path
  public BuiltFiles(Function<String, Optional<String>> text) {
    this.text = text;
  }

  /// Whether the compiler wrote a file, by its path.
  public boolean isBuilt(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".json")
        && known.computeIfAbsent(
            path,
            it ->
                text.apply(it)
                    .filter(found -> new JsonEditing(Source.of(it, found)).isCompiled())
                    .isPresent());
  }

  /// Those that were made of these files, as their names say, with the file each is made of.
  public Set<String> of(Collection<String> changed) {
    Set<String> built = new TreeSet<>();
    for (String path : changed) {
      if (path.toLowerCase(Locale.ROOT).endsWith(".bicep")) {
        String stem = path.substring(0, path.length() - ".bicep".length());
        ENDINGS.stream().map(stem::concat).filter(this::isBuilt).forEach(built::add);
      }
    }
    return built;
  }
}
