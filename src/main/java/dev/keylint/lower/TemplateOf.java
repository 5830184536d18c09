package dev.keylint.lower;

import dev.keylint.template.ParameterFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which template a parameter file is for: the one that it names, else the one that its own name
/// begins with.
final class TemplateOf {
  private TemplateOf() {}

  /// @param templates paths of the templates there are
  static Optional<String> parameterFile(ParameterFile file, Set<String> templates) {
    if (file.template().isPresent()) {
      return file.template().filter(templates::contains);
    }
    String path = file.source().path();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return stems(path.substring(folder.length()))
        .flatMap(stem -> List.of(stem + ".bicep", stem + ".json").stream())
        .map(name -> folder + name)
        .filter(templates::contains)
        .findFirst();
  }

  /// `main.parameters.dev.json` may be for `main.parameters.dev`, `main.parameters`, or `main`, the
  /// longest first.
  private static Stream<String> stems(String name) {
    List<String> stems = new ArrayList<>();
    String stem = name;
    while (stem.lastIndexOf('.') > 0) {
      stem = stem.substring(0, stem.lastIndexOf('.'));
      stems.add(stem);
    }
    return stems.stream();
  }
}
