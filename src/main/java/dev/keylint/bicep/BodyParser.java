package dev.keylint.bicep;

import dev.keylint.bicep.Expression.ArraySyntax;
import dev.keylint.bicep.Expression.ForSyntax;
import dev.keylint.bicep.Expression.IfCondition;
import dev.keylint.bicep.Expression.ObjectSyntax;
import dev.keylint.bicep.Expression.Parenthesized;
import dev.keylint.bicep.Sequences.Parentheses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads objects, arrays, loops and conditions.
final class BodyParser {
  private static final String KEY = "expected the name of a property here";
  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final Supplier<ObjectMember> nestedResource;

  BodyParser(Cursor cursor, ExpressionParser expressions, Supplier<ObjectMember> nestedResource) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.nestedResource = nestedResource;
  }

  /// The body of a resource or module: an object, a condition or a loop.
  Expression body(Literals literals) {
    if (cursor.atKeyword("if")) {
      return condition(literals, Stops.CONDITION, Stops.LINE);
    }
    if (cursor.at(TokenType.LEFT_BRACE)) {
      return object(literals);
    }
    if (cursor.at(TokenType.LEFT_SQUARE)) {
      return loop(literals, true);
    }
    throw cursor.unexpected("expected `{`, `[` or `if` here");
  }

  Expression object(Literals literals) {
    if (!cursor.at(TokenType.LEFT_BRACE)) {
      throw cursor.unexpected("expected `{` here");
    }
    if (!cursor.enter()) {
      cursor.leave();
      return cursor.skipNested(cursor.position());
    }
    int start = cursor.read().start();
    var gaps = new Gaps(cursor);
    List<ObjectMember> members =
        expressions.sequences().members(TokenType.RIGHT_BRACE, () -> objectMember(literals), gaps);
    cursor.expect(TokenType.RIGHT_BRACE, "expected `}` here");
    cursor.leave();
    return new ObjectSyntax(members, cursor.from(start, gaps));
  }

  private ObjectMember objectMember(Literals literals) {
    boolean resource =
        cursor.at(TokenType.AT)
            || (cursor.atKeyword("resource") && cursor.type(1) == TokenType.IDENTIFIER);
    return cursor.recover(
        () -> {
          if (literals == Literals.WITH_RESOURCES && resource) {
            return nestedResource.get();
          }
          return cursor.at(TokenType.ELLIPSIS) ? spread(Stops.OBJECT_SPREAD) : property();
        },
        skip -> skip,
        false,
        Stops.OBJECT);
  }

  private ObjectMember.Property property() {
    int start = cursor.start();
    var gaps = new Gaps(cursor);
    NameOrString key = cursor.recover(this::key, skip -> skip, false, Stops.KEY);
    Optional<Skipped> colon =
        gaps.expect(TokenType.COLON, "expected `:` here", Cursor.echoes(key), Stops.OBJECT);
    Expression value = expressions.expression(Gaps.echoes(colon), Stops.OBJECT);
    return new ObjectMember.Property(key, value, cursor.from(start, gaps));
  }

  private NameOrString key() {
    if (cursor.at(TokenType.IDENTIFIER)) {
      return expressions.identifier();
    }
    if (expressions.strings().ahead()) {
      return expressions.strings().stringOr(KEY);
    }
    throw cursor.unexpected(KEY);
  }

  private Spread spread(Set<TokenType> stops) {
    int start = cursor.read().start();
    Expression value = expressions.expression(false, stops);
    return new Spread(value, cursor.from(start));
  }

  Expression arrayOrLoop(Literals literals) {
    int lineEnds = 0;
    while (cursor.type(1 + lineEnds) == TokenType.NEW_LINE) {
      lineEnds++;
    }
    return cursor.isKeywordAhead(1 + lineEnds, "for") ? loop(literals, false) : array();
  }

  private ArraySyntax array() {
    int start = cursor.read().start();
    var gaps = new Gaps(cursor);
    List<ArrayMember> members =
        expressions.sequences().members(TokenType.RIGHT_SQUARE, this::arrayMember, gaps);
    cursor.expect(TokenType.RIGHT_SQUARE, "expected `]` here");
    return new ArraySyntax(members, cursor.from(start, gaps));
  }

  private ArrayMember arrayMember() {
    return cursor.recover(
        () -> {
          if (cursor.at(TokenType.ELLIPSIS)) {
            return spread(Stops.ARRAY_SPREAD);
          }
          Expression value = expressions.expression(Literals.ALL);
          return new ArrayMember.Item(
              value, Extent.of(value.extent().start(), value.extent().end()));
        },
        skip -> skip,
        false,
        Stops.ARRAY);
  }

  /// A loop; as the body of a resource or module its own body is an object or a condition.
  private ForSyntax loop(Literals literals, boolean ofDeclaration) {
    int start = cursor.read().start();
    cursor.takeLineEnds();
    cursor.expectKeyword("for", "expected `for` here");
    var gaps = new Gaps(cursor);
    int complaints = cursor.diagnostics().size();
    LocalVariables variables = loopVariables();
    boolean faulty = cursor.diagnostics().size() > complaints;
    Optional<Skipped> in = gaps.expectKeyword("in", "expected `in` here", faulty, Stops.ARRAY);
    Expression source = expressions.expression(Gaps.echoes(in), Stops.LOOP_SOURCE);
    Optional<Skipped> colon =
        gaps.expect(TokenType.COLON, "expected `:` here", Cursor.echoes(source), Stops.ARRAY);
    Expression body =
        cursor.recover(
            () -> loopBody(literals, ofDeclaration), skip -> skip, Gaps.echoes(colon), Stops.ARRAY);
    if (!(body instanceof Skipped)) {
      cursor.takeLineEnds();
    }
    gaps.expect(TokenType.RIGHT_SQUARE, "expected `]` here", Cursor.echoes(body), Stops.ARRAY);
    return new ForSyntax(variables, source, body, cursor.from(start, gaps));
  }

  private LocalVariables loopVariables() {
    if (cursor.at(TokenType.IDENTIFIER)) {
      Identifier name = expressions.identifier();
      return new LocalVariables.Variable(name, name.extent());
    }
    if (!cursor.at(TokenType.LEFT_PAREN)) {
      return cursor.missing("expected the variable of the loop here");
    }
    int complaints = cursor.diagnostics().size();
    Parentheses<Expression> list = expressions.parentheses(Literals.NONE, false);
    LocalVariables.Block block = expressions.variables(list);
    if (block.variables().size() == 2 || cursor.diagnostics().size() > complaints) {
      return block;
    }
    Extent place = Extent.of(block.extent().start(), block.extent().end());
    cursor.complain(
        "a loop has two variables between parentheses: item and index", place.start(), place.end());
    return new Skipped(List.of(block), place);
  }

  private Expression loopBody(Literals literals, boolean ofDeclaration) {
    if (!ofDeclaration) {
      return expressions.expression(literals);
    }
    if (cursor.at(TokenType.LEFT_BRACE)) {
      return object(literals);
    }
    if (cursor.atKeyword("if")) {
      return condition(literals, Stops.CONDITION_IN_LOOP, Stops.ARRAY);
    }
    throw cursor.unexpected("expected `{` or `if` here");
  }

  private IfCondition condition(Literals literals, Set<TokenType> stops, Set<TokenType> bodyStops) {
    int start = cursor.read().start();
    Expression condition =
        cursor.recover(() -> expressions.parenthesized(Literals.ALL), skip -> skip, false, stops);
    boolean closed = condition instanceof Parenthesized && condition.extent().skipped().isEmpty();
    Expression body = cursor.recover(() -> object(literals), skip -> skip, !closed, bodyStops);
    return new IfCondition(condition, body, cursor.from(start));
  }
}
