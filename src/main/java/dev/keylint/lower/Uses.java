package dev.keylint.lower;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.json.JsonObject;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The references to other templates that stand in a file, without resolving any.
final class Uses {
  private Uses() {}

  /// A reference as written.
  record Use(String reference, Location at) {}

  static List<Use> of(ParsedFile parsed) {
    List<Use> uses = new ArrayList<>();
    switch (parsed) {
      case ParsedFile.Bicep(var file, _) ->
          file.declarations()
              .forEach(declaration -> path(declaration).ifPresent(path -> add(file, path, uses)));
      case ParsedFile.Json(var source, var root, _) -> {
        // Links may be computed, so only the lowering knows them; few templates have any.
        if (source.text().contains("templateLink")) {
          root.ifPresent(object -> links(source, object, uses));
        }
      }
    }
    return uses;
  }

  private static void links(Source source, JsonObject root, List<Use> uses) {
    ArmLowering.lower(
        source,
        root,
        (reference, at, _) -> {
          uses.add(new Use(reference, at));
          return Optional.empty();
        });
  }

  private static Optional<Expression> path(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Module module -> Optional.of(module.path());
      case Declaration.CompileTimeImport statement -> statement.from().map(from -> from.path());
      case Declaration.Extends base -> Optional.of(base.path());
      default -> Optional.empty();
    };
  }

  private static void add(BicepFile file, Expression path, List<Use> uses) {
    if (path instanceof Expression.StringSyntax string) {
      string.text().ifPresent(text -> uses.add(new Use(text, file.location(path))));
    }
  }
}
