package dev.keylint.plan;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.json.JsonObject;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.arm.ArmLowering;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The references to other templates that stand in a file, without resolving any.
final class Uses {
  private Uses() {}

  /// A reference as written, or the paths at which a file may stand in for what it names.
  record Use(Kind kind, List<String> references, Location at) {
    Use {
      references = List.copyOf(references);
    }

    Use(Kind kind, String reference, Location at) {
      this(kind, List.of(reference), at);
    }

    String reference() {
      return references.getFirst();
    }
  }

  /// What a file wants of another one.
  enum Kind {
    /// To deploy it.
    MODULE,
    /// To deploy it in place of one that is not here.
    STAND_IN,
    /// Names to use.
    IMPORT,
    /// As a parameter file, values to start from.
    BASE,
    /// As a parameter file, the template that it is for; the file does not depend on it.
    TEMPLATE,
    /// The types of an extension, which no evaluation needs.
    EXTENSION
  }

  static List<Use> of(ParsedFile parsed) {
    List<Use> uses = new ArrayList<>();
    switch (parsed) {
      case ParsedFile.Bicep(var file, _, _) ->
          file.declarations().forEach(declaration -> add(file, declaration, uses));
      case ParsedFile.Json(var source, var text, var root, _) -> {
        // Links may be computed, so only the lowering knows them; few templates have any.
        if (text.contains("templateLink")) {
          root.ifPresent(object -> links(source, object, uses));
        }
      }
      case ParsedFile.Other _ -> {}
    }
    return uses;
  }

  private static void links(Source source, JsonObject root, List<Use> uses) {
    ArmLowering.lower(source, root, new Recorded(uses));
  }

  /// Finds nothing, and keeps what was looked for.
  private record Recorded(List<Use> uses) implements LinkedTemplates {
    @Override
    public Optional<Template> find(String reference, Location at, Consumer<Diagnostic> report) {
      uses.add(new Use(Kind.MODULE, reference, at));
      return Optional.empty();
    }

    @Override
    public Optional<Template> standIn(
        String url, List<String> candidates, Location at, Consumer<Diagnostic> report) {
      if (!candidates.isEmpty()) {
        uses.add(new Use(Kind.STAND_IN, candidates, at));
      }
      return Optional.empty();
    }
  }

  private static void add(BicepFile file, Declaration declaration, List<Use> uses) {
    switch (declaration) {
      case Declaration.Module module -> add(Kind.MODULE, file, module.path(), uses);
      case Declaration.CompileTimeImport statement ->
          statement.from().ifPresent(from -> add(Kind.IMPORT, file, from.path(), uses));
      case Declaration.Extends base -> add(Kind.BASE, file, base.path(), uses);
      case Declaration.Using using -> add(Kind.TEMPLATE, file, using.path(), uses);
      case Declaration.Extension extension
          when extension.specification() instanceof Expression.StringSyntax path ->
          add(Kind.EXTENSION, file, path, uses);
      case Declaration _ -> {}
    }
  }

  private static void add(Kind kind, BicepFile file, Expression path, List<Use> uses) {
    if (path instanceof Expression.StringSyntax string) {
      string.text().ifPresent(text -> uses.add(new Use(kind, text, file.location(path))));
    }
  }
}
