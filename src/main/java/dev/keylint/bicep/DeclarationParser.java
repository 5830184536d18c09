package dev.keylint.bicep;

import dev.keylint.bicep.Declaration.Assert;
import dev.keylint.bicep.Declaration.Function;
import dev.keylint.bicep.Declaration.Metadata;
import dev.keylint.bicep.Declaration.Missing;
import dev.keylint.bicep.Declaration.Module;
import dev.keylint.bicep.Declaration.Output;
import dev.keylint.bicep.Declaration.Parameter;
import dev.keylint.bicep.Declaration.Resource;
import dev.keylint.bicep.Declaration.TargetScope;
import dev.keylint.bicep.Declaration.Test;
import dev.keylint.bicep.Declaration.Variable;
import dev.keylint.bicep.Sequences.Parentheses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads the declarations of a template, and those that parameter files share with it.
final class DeclarationParser {
  private static final String ASSIGNMENT = "expected `=` here";
  private static final String WANTED =
      "expected a declaration here: `param`, `var`, `resource`, `module`, `output`, `type`, "
          + "`func`, `import`, `extension`, `metadata` or `targetScope`";

  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final DecoratorParser decorators;
  private final TypeParser types;
  private final ImportParser imports;

  DeclarationParser(Cursor cursor) {
    this.cursor = cursor;
    this.expressions = new ExpressionParser(cursor, this::nestedResource);
    this.decorators = new DecoratorParser(cursor, expressions.members());
    this.types = new TypeParser(cursor, expressions, decorators);
    this.imports = new ImportParser(cursor, expressions);
  }

  /// A declaration whose decorators have been read.
  record Start(int at, List<Decorator> decorators, Gaps gaps) {}

  Start start() {
    int at = cursor.start();
    var gaps = new Gaps(cursor);
    return new Start(at, decorators.decorators(gaps), gaps);
  }

  /// A declaration of a template, or what is skipped to the end of the line.
  Declaration declaration() {
    return cursor.recover(() -> declaration(start()), skip -> skip, false, Stops.LINE);
  }

  private Declaration declaration(Start start) {
    if (!cursor.at(TokenType.IDENTIFIER)) {
      return missing(start);
    }
    return switch (cursor.text(cursor.token())) {
      case "targetScope" -> targetScope(start);
      case "metadata" -> metadata(start);
      case "type" -> type(start);
      case "param" -> parameter(start);
      case "var" -> variable(start);
      case "func" -> function(start);
      case "resource" -> resource(start);
      case "output" -> output(start);
      case "module" -> module(start);
      case "test" -> test(start);
      case "assert" -> assertion(start);
      case "import" -> imports.importOrExtension(start);
      case "extension" -> imports.extension(start);
      default -> missing(start);
    };
  }

  private Missing missing(Start start) {
    if (start.decorators().isEmpty()) {
      throw cursor.unexpected(WANTED);
    }
    Extent last = start.decorators().getLast().extent();
    cursor.complain("a declaration must follow this decorator", last.start(), last.end());
    return new Missing(start.decorators(), cursor.from(start.at(), start.gaps()));
  }

  /// A resource in the body of another one.
  private ObjectMember nestedResource() {
    return cursor.recover(
        () -> {
          Start start = start();
          return cursor.atKeyword("resource") ? resource(start) : missing(start);
        },
        skip -> skip,
        false,
        Stops.LINE);
  }

  private TargetScope targetScope(Start start) {
    cursor.read();
    start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, false, Stops.LINE);
    Expression value = expressions.expression(false, Stops.LINE);
    return new TargetScope(start.decorators(), value, end(start));
  }

  private Metadata metadata(Start start) {
    cursor.read();
    Identifier name = name("metadata", Stops.NAME_BEFORE_ASSIGNMENT);
    Expression value = assigned(start, Cursor.echoes(name));
    return new Metadata(start.decorators(), name, value, end(start));
  }

  private Assert assertion(Start start) {
    cursor.read();
    Identifier name = name("an assertion", Stops.NAME_BEFORE_ASSIGNMENT);
    Expression value = assigned(start, Cursor.echoes(name));
    return new Assert(start.decorators(), name, value, end(start));
  }

  Declaration.Type type(Start start) {
    cursor.read();
    Identifier name = name("a type", Stops.NAME_BEFORE_ASSIGNMENT);
    boolean quiet = Cursor.echoes(name);
    start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, quiet, Stops.LINE);
    TypeExpression value = types.declared(false, quiet, Stops.TYPE_BEFORE_VALUE);
    return new Declaration.Type(start.decorators(), name, value, end(start));
  }

  private Parameter parameter(Start start) {
    cursor.read();
    Identifier name = name("a parameter", Stops.NAME_BEFORE_TYPE);
    TypeExpression type = types.declared(false, Cursor.echoes(name), Stops.TYPE_BEFORE_VALUE);
    Optional<ParameterDefault> value = defaultValue(Cursor.echoes(type));
    return new Parameter(start.decorators(), name, type, value, end(start));
  }

  private Optional<ParameterDefault> defaultValue(boolean quiet) {
    if (cursor.at(TokenType.NEW_LINE) || cursor.atEnd()) {
      return Optional.empty();
    }
    return cursor.recover(
        () -> {
          int start =
              cursor.expect(TokenType.ASSIGNMENT, "expected `=` or a new line here").start();
          Expression value = expressions.expression(false, Stops.LINE);
          return Optional.of(new ParameterDefault(value, cursor.from(start)));
        },
        skip -> Optional.of(new ParameterDefault(skip, skip.extent())),
        quiet,
        Stops.LINE);
  }

  Variable variable(Start start) {
    cursor.read();
    Identifier name = name("a variable", Stops.NAME_BEFORE_TYPE);
    boolean typed =
        !cursor.atEnd() && !cursor.at(TokenType.NEW_LINE) && !cursor.at(TokenType.ASSIGNMENT);
    boolean quiet = Cursor.echoes(name);
    Optional<TypeExpression> type =
        typed
            ? Optional.of(types.declared(false, quiet, Stops.NAME_BEFORE_ASSIGNMENT))
            : Optional.empty();
    Expression value = assigned(start, type.map(Cursor::echoes).orElse(quiet));
    return new Variable(start.decorators(), name, type, value, end(start));
  }

  private Output output(Start start) {
    cursor.read();
    Identifier name = name("an output", Stops.NAME_BEFORE_TYPE);
    TypeExpression type = types.declared(true, Cursor.echoes(name), Stops.NAME_BEFORE_ASSIGNMENT);
    Expression value = assigned(start, Cursor.echoes(type));
    return new Output(start.decorators(), name, type, value, end(start));
  }

  private Function function(Start start) {
    cursor.read();
    Identifier name = name("a function", Stops.NAME_BEFORE_ASSIGNMENT);
    FunctionBody body =
        cursor.recover(this::typedLambda, skip -> skip, Cursor.echoes(name), Stops.LINE);
    return new Function(start.decorators(), name, body, end(start));
  }

  private TypedLambda typedLambda() {
    int start = cursor.start();
    Parentheses<TypedLambda.Parameter> list =
        expressions
            .sequences()
            .parentheses(
                () -> {
                  int at = cursor.start();
                  Identifier name =
                      expressions.identifierOrMissing("expected the name of a parameter here");
                  TypeExpression type = types.declared(false, false, Stops.ARGUMENT);
                  return new TypedLambda.Parameter(name, type, cursor.from(at));
                },
                true);
    var gaps = new Gaps(cursor);
    TypeExpression returned = types.declared(false, false, Stops.LAMBDA);
    Optional<Skipped> arrow =
        gaps.expect(TokenType.ARROW, "expected `=>` here", false, Stops.LAMBDA);
    if (arrow.isEmpty()) {
      expressions.takeLineEndsBeforeBody();
    }
    Expression body = expressions.expression(false, Stops.LAMBDA);
    return new TypedLambda(
        new TypedLambda.Parameters(list.items(), list.extent()),
        returned,
        body,
        cursor.from(start, gaps));
  }

  private Resource resource(Start start) {
    cursor.read();
    Identifier name = name("a resource", Stops.NAME_BEFORE_STRING);
    Expression type = string("the type of the resource", Cursor.echoes(name));
    boolean existing = cursor.atKeyword("existing");
    if (existing) {
      cursor.read();
    }
    Optional<Skipped> assignment =
        start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, Cursor.echoes(type), Stops.BODY);
    if (assignment.isEmpty()) {
      takeLineEndsBeforeCondition();
    }
    Expression value = body(Literals.WITH_RESOURCES, Gaps.echoes(assignment));
    return new Resource(start.decorators(), name, type, existing, value, end(start));
  }

  private Module module(Start start) {
    cursor.read();
    Identifier name = name("a module", Stops.NAME_BEFORE_STRING);
    Expression path = string("the path of the module", Cursor.echoes(name));
    Optional<Skipped> assignment =
        start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, Cursor.echoes(path), Stops.BODY);
    takeLineEndsBeforeCondition();
    Expression value = body(Literals.ALL, Gaps.echoes(assignment));
    return new Module(start.decorators(), name, path, value, end(start));
  }

  private Test test(Start start) {
    cursor.read();
    Identifier name = name("a test", Stops.NAME_BEFORE_STRING);
    Expression path = string("the path of the tested file", Cursor.echoes(name));
    Optional<Skipped> assignment =
        start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, Cursor.echoes(path), Stops.BODY);
    Expression value =
        cursor.recover(
            () -> expressions.bodies().object(Literals.ALL),
            skip -> skip,
            Gaps.echoes(assignment),
            Stops.LINE);
    return new Test(start.decorators(), name, path, value, end(start));
  }

  private Identifier name(String what, Set<TokenType> stops) {
    return expressions.identifier("expected the name of " + what + " here", stops);
  }

  private Expression string(String what, boolean quiet) {
    Supplier<Expression> rule =
        () -> expressions.strings().stringOr("expected " + what + " as a string here");
    return cursor.recover(rule, skip -> skip, quiet, Stops.NAME_BEFORE_ASSIGNMENT);
  }

  /// `= value`.
  Expression assigned(Start start, boolean quiet) {
    Optional<Skipped> assignment =
        start.gaps().expect(TokenType.ASSIGNMENT, ASSIGNMENT, quiet, Stops.LINE);
    return expressions.expression(Gaps.echoes(assignment), Stops.LINE);
  }

  /// Line ends may stand between `=` and `if`, and nowhere else behind `=`.
  private void takeLineEndsBeforeCondition() {
    int lineEnds = cursor.lineEndsAhead();
    if (cursor.isKeywordAhead(lineEnds, "if")) {
      cursor.takeLineEnds(lineEnds);
    }
  }

  private Expression body(Literals literals, boolean quiet) {
    return cursor.recover(
        () -> expressions.bodies().body(literals), skip -> skip, quiet, Stops.LINE);
  }

  private Extent end(Start start) {
    return cursor.from(start.at(), start.gaps());
  }

  ExpressionParser expressions() {
    return expressions;
  }

  ImportParser imports() {
    return imports;
  }
}
