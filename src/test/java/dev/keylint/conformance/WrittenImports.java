package dev.keylint.conformance;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.ImportNames;
import dev.keylint.bicep.ImportedSymbol;
import dev.keylint.conformance.Written.Part;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Where what a file imports is asked for: at its name, or at the name that needs it, or at the
/// import of everything. Our places lie in the file that it comes from.
final class WrittenImports {
  private final Source json;
  private final SequencedMap<String, Integer> lines = new LinkedHashMap<>();
  private int everything;

  /// @param compiled what the file became, where the names that are only needed are seen
  WrittenImports(BicepFile file, WrittenValues values, Source json, JsonObject compiled) {
    this.json = json;
    for (var statement : WrittenTemplate.declared(file, Declaration.CompileTimeImport.class)) {
      switch (statement.names()) {
        case ImportNames.Symbols(var symbols, _) ->
            symbols.forEach(symbol -> name(symbol, values.line(symbol)));
        case ImportNames _ -> everything = values.line(statement);
      }
    }
    Map<String, JsonValue> compiledAs = new LinkedHashMap<>();
    Stream.of("definitions", "variables")
        .flatMap(section -> compiled.object(section).stream())
        .flatMap(section -> section.members().stream())
        .flatMap(WrittenImports::loops)
        .forEach(member -> compiledAs.put(member.key(), member.value()));
    needed(compiledAs);
  }

  List<Part> parts() {
    return lines.entrySet().stream().map(it -> Part.of(it.getKey(), it.getValue())).toList();
  }

  private void name(ImportedSymbol symbol, int line) {
    if (symbol instanceof ImportedSymbol.Named(var original, var alias, _)) {
      alias
          .map(it -> it.name().name())
          .or(original::literal)
          .ifPresent(name -> lines.put(name, line));
    }
  }

  /// The members of `copy` are variables, too.
  private static Stream<JsonMember> loops(JsonMember member) {
    return member.key().equals("copy") && member.value() instanceof JsonArray(var loops, _)
        ? loops.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .map(it -> new JsonMember(it.text("name").orElse(""), it.span(), it))
        : Stream.of(member);
  }

  /// Names with a number before them are those that nobody asked for by name.
  private void needed(Map<String, JsonValue> compiled) {
    List<String> hidden =
        compiled.keySet().stream().filter(it -> it.matches("_\\d+\\..+")).toList();
    for (int i = 0; i < hidden.size(); i++) {
      for (Map.Entry<String, Integer> asked : List.copyOf(lines.entrySet())) {
        String text =
            Optional.ofNullable(compiled.get(asked.getKey()))
                .map(value -> json.slice(value.span()))
                .orElse("");
        hidden.stream()
            .filter(it -> text.contains(it + "'") || text.contains(it + "\""))
            .forEach(it -> lines.putIfAbsent(it, asked.getValue()));
      }
    }
    hidden.forEach(name -> lines.putIfAbsent(name, everything));
  }
}
