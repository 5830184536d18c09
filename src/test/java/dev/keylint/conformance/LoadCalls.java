package dev.keylint.conformance;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.Identifier;
import dev.keylint.bicep.Token;
import dev.keylint.bicep.TokenType;
import dev.keylint.conformance.Written.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the calls are written that the compiler numbers: `$fxv#0`, `$fxv#1`, … hold what they
/// load.
final class LoadCalls {
  static final String PREFIX = "$fxv#";

  private static final Set<String> TEXTS = Set.of("loadTextContent", "loadFileAsBase64");
  private static final Pattern LOAD =
      Pattern.compile("load(TextContent|FileAsBase64|JsonContent|YamlContent|DirectoryFileInfo)");

  private LoadCalls() {}

  /// In source order.
  static List<Part> of(BicepFile file, WrittenValues values) {
    List<Part> parts = new ArrayList<>();
    for (Token token : file.tokens()) {
      String text = file.source().slice(token.span());
      // Data is not mapped, wherever it is put.
      if (token.type() == TokenType.IDENTIFIER
          && LOAD.matcher(text).matches()
          && !isInPlace(token, text, file)) {
        int line = file.source().position(token.span().start()).line();
        parts.add(Part.of(PREFIX + parts.size(), TEXTS.contains(text) ? line : 0));
      }
    }
    return parts;
  }

  /// A text that is all of a variable's value stands in that variable; functions have none.
  private static boolean isInPlace(Token token, String name, BicepFile file) {
    return WrittenTemplate.declared(file, Declaration.Variable.class).stream()
            .anyMatch(it -> TEXTS.contains(name) && isName(it.value(), token))
        || WrittenTemplate.declared(file, Declaration.Function.class).stream()
            .anyMatch(it -> it.span().start() < token.start() && token.end() < it.span().end());
  }

  private static boolean isName(Expression call, Token token) {
    Optional<Identifier> name =
        switch (call) {
          case Expression.FunctionCall(var own, _, _) -> Optional.of(own);
          case Expression.InstanceFunctionCall(_, var own, _, _) -> Optional.of(own);
          case Expression _ -> Optional.empty();
        };
    return name.filter(it -> it.span().equals(token.span())).isPresent();
  }
}
