package dev.keylint.lower.bicep;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Syntax;
import dev.keylint.lower.Linker;
import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// One Bicep file while it is lowered: its places, and what there is to say about it.
final class BicepUnit {
  private final BicepFile file;
  private final Linker linker;
  private final SequencedSet<Diagnostic> diagnostics;
  private final Set<String> loopNames = new HashSet<>();
  private final List<Variable> variables = new ArrayList<>();
  private final Map<String, String> inputs = new HashMap<>();
  private final Constants constants;
  private int externalInputs;

  BicepUnit(BicepFile file, Linker linker) {
    this.file = file;
    this.linker = linker;
    this.diagnostics = new LinkedHashSet<>(file.diagnostics());
    this.constants = new Constants();
  }

  private BicepUnit(BicepUnit of) {
    this.file = of.file;
    this.linker = of.linker;
    this.diagnostics = new LinkedHashSet<>();
    this.constants = of.constants;
  }

  /// The same file, to look at a part of it ahead of its turn: nothing that is said there counts.
  BicepUnit apart() {
    return new BicepUnit(this);
  }

  /// What is known of expressions before any deployment.
  Constants constants() {
    return constants;
  }

  BicepFile file() {
    return file;
  }

  Linker linker() {
    return linker;
  }

  Location at(Syntax node) {
    return file.location(node);
  }

  /// The first line of a declaration, from its keyword to the end of a part: a tight place for what
  /// is said of it as a whole. Decorators stand on lines of their own before it.
  Location header(Syntax name, Syntax last) {
    int start = name.extent().start();
    String text = file.source().text();
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return at(new Span(start, Math.max(start, last.extent().end())));
  }

  Location at(Span span) {
    return new Location.InFile(file.source(), span);
  }

  void report(Kind kind, String message, Location at) {
    diagnostics.add(Diagnostic.of(kind, message, at));
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void report(Collection<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// A variable that the file does not write, for what is needed more than once.
  void declare(Variable variable) {
    variables.add(variable);
  }

  List<Variable> variables() {
    return List.copyOf(variables);
  }

  /// An expression that stands for a user's mistake, which is reported.
  Expr wrong(String message, String construct, Syntax node) {
    report(Kind.SEMANTIC, message, at(node));
    return new Expr.Unsupported(construct, at(node));
  }

  /// An expression that stands for what keylint does not know, which is reported.
  Expr unsupported(String message, String construct, Syntax node) {
    report(Kind.UNSUPPORTED, message, at(node));
    return new Expr.Unsupported(construct, at(node));
  }

  /// An expression that stands for what could not be read, which the parser has reported; each such
  /// place is a value of its own.
  Expr unread(Syntax node) {
    return new Expr.Unsupported("the part behind the syntax error at " + at(node), at(node));
  }

  /// An input from outside: a named one of those that the compiled parameter file numbers. What
  /// asks for the same kind with the same configuration is the same input.
  Expr externalInput(String function, List<Expr> arguments, Location at) {
    int number = externalInputs++;
    Optional<String> kind =
        switch (function) {
          case "readEnvVar" -> Optional.of("sys.envVar");
          case "readCliArg" -> Optional.of("sys.cliArg");
          default -> arguments.stream().findFirst().flatMap(constants::text);
        };
    int rest = function.equals("externalInput") && !arguments.isEmpty() ? 1 : 0;
    List<Expr.Item> config =
        arguments.stream().skip(rest).<Expr.Item>map(Expr.Item.Element::new).toList();
    Optional<String> asked =
        kind.flatMap(
            of -> constants.written(new Expr.ArrayExpr(config, at)).map(with -> of + " " + with));
    String name =
        inputs.computeIfAbsent(
            asked.orElse("#" + number),
            _ -> kind.orElse("input").replaceAll("[^A-Za-z0-9_]", "_") + "_" + number);
    return Operators.call("externalInputs", at, new Expr.StringLiteral(name, at));
  }

  /// A name for a loop that no other loop of the file has.
  String loopName(String wish) {
    String name = wish;
    for (int i = 2; !loopNames.add(name); i++) {
      name = wish + "#" + i;
    }
    return name;
  }
}
