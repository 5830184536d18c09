package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.ImportNames;
import dev.keylint.bicep.ImportedSymbol;
import dev.keylint.bicep.NameOrString;
import dev.keylint.bicep.Skipped;
import dev.keylint.lower.Exports;
import dev.keylint.lower.TypeNode;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Resolves the imports of one Bicep file.
final class Imports {
  private final BicepUnit unit;
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final SequencedMap<String, ImportedNames> files = new LinkedHashMap<>();

  Imports(BicepUnit unit) {
    this.unit = unit;
  }

  /// The names that the imports of a file bind.
  Map<String, Symbol> bind(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.CompileTimeImport statement) {
        bind(statement);
      }
    }
    for (ImportedNames file : files.values()) {
      if (!file.copy()) {
        Location whole = new Location.WholeFile(unit.file().source().path());
        unit.report(Kind.LIMIT, "too many names are imported", whole);
      }
    }
    return symbols;
  }

  List<Variable> variables() {
    return files.values().stream().flatMap(file -> file.variables().stream()).toList();
  }

  List<UserFunction> functions() {
    return files.values().stream().flatMap(file -> file.functions().stream()).toList();
  }

  private void bind(Declaration.CompileTimeImport statement) {
    Optional<Exports> exports =
        statement
            .from()
            .map(from -> from.path())
            .filter(Expression.StringSyntax.class::isInstance)
            .map(Expression.StringSyntax.class::cast)
            .flatMap(this::exports);
    switch (statement.names()) {
      case ImportNames.Symbols(var names, _) -> names.forEach(name -> bind(name, exports));
      case ImportNames.Wildcard(var alias, _) -> bindAll(alias.name(), exports);
      // The parser has reported it.
      case Skipped _ -> {}
    }
  }

  private Optional<Exports> exports(Expression.StringSyntax path) {
    Optional<String> text = path.text();
    if (text.isEmpty()) {
      unit.wrong("the path of an import is a literal text", "import", path);
      return Optional.empty();
    }
    return unit.linker().exports(text.orElseThrow(), unit.at(path), unit::report);
  }

  private void bind(ImportedSymbol imported, Optional<Exports> exports) {
    if (!(imported instanceof ImportedSymbol.Named(var original, var alias, _))) {
      return;
    }
    Optional<String> name = original.literal();
    Optional<String> local = alias.map(as -> as.name().name()).or(() -> name);
    if (name.isPresent() && local.isPresent()) {
      Symbol symbol =
          exports
              .map(from -> symbol(from, original, name.orElseThrow(), local.orElseThrow()))
              .orElseGet(() -> new Symbol.Broken(name.orElseThrow()));
      symbols.put(local.orElseThrow(), symbol);
    }
  }

  private Symbol symbol(Exports from, NameOrString place, String name, String local) {
    Optional<TypeNode> type = Optional.ofNullable(from.types().get(name));
    if (type.isPresent()) {
      return new Symbol.Type(type.orElseThrow());
    }
    if (from.values().contains(name)) {
      return value(from, name, file(from).importAs(name, local));
    }
    unit.wrong("`" + from.template().source() + "` exports no `" + name + "`", name, place);
    return new Symbol.Broken(name);
  }

  private void bindAll(Identifier alias, Optional<Exports> exports) {
    if (exports.isEmpty()) {
      symbols.put(alias.name(), new Symbol.Broken(alias.name()));
      return;
    }
    Exports from = exports.orElseThrow();
    Map<String, Symbol> members = new HashMap<>();
    from.types().forEach((name, node) -> members.put(name, new Symbol.Type(node)));
    for (String name : from.values()) {
      members.put(name, value(from, name, file(from).need(name)));
    }
    symbols.put(alias.name(), new Symbol.Namespace(members));
  }

  private ImportedNames file(Exports from) {
    return files.computeIfAbsent(
        from.template().source().path(), _ -> new ImportedNames(from.template(), files.size() + 1));
  }

  private Symbol value(Exports from, String original, String name) {
    return file(from).isVariable(original) ? new Symbol.Variable(name) : new Symbol.Function(name);
  }
}
