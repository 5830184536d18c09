package dev.keylint.bicep;

import dev.keylint.bicep.Expression.StringSyntax;
import dev.keylint.bicep.Sequences.Parentheses;
import dev.keylint.bicep.TypeExpression.ArrayType;
import dev.keylint.bicep.TypeExpression.BooleanType;
import dev.keylint.bicep.TypeExpression.InstanceParameterizedType;
import dev.keylint.bicep.TypeExpression.IntegerType;
import dev.keylint.bicep.TypeExpression.NonNullableType;
import dev.keylint.bicep.TypeExpression.NullType;
import dev.keylint.bicep.TypeExpression.NullableType;
import dev.keylint.bicep.TypeExpression.ParameterizedType;
import dev.keylint.bicep.TypeExpression.ParenthesizedType;
import dev.keylint.bicep.TypeExpression.ResourceType;
import dev.keylint.bicep.TypeExpression.StringType;
import dev.keylint.bicep.TypeExpression.TypeAdditionalPropertiesAccess;
import dev.keylint.bicep.TypeExpression.TypeArrayAccess;
import dev.keylint.bicep.TypeExpression.TypeItemsAccess;
import dev.keylint.bicep.TypeExpression.TypePropertyAccess;
import dev.keylint.bicep.TypeExpression.TypeVariable;
import dev.keylint.bicep.TypeExpression.UnaryTypeOperation;
import dev.keylint.bicep.TypeExpression.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads types, except what stands between the braces and brackets of one.
final class TypeParser {
  private static final String NAME = "expected the name of a type or property here";
  private static final String CLOSE_SQUARE = "expected `]` here";

  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final TypeMemberParser members;

  TypeParser(Cursor cursor, ExpressionParser expressions, DecoratorParser decorators) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.members = new TypeMemberParser(cursor, expressions, decorators, this);
  }

  /// The type of a declaration, or what is skipped up to one of the stops.
  TypeExpression declared(boolean output, boolean quiet, Set<TokenType> stops) {
    return cursor.recover(() -> declared(output), skip -> skip, quiet, stops);
  }

  private TypeExpression declared(boolean output) {
    if (!cursor.atKeyword("resource") || cursor.type(1) == TokenType.LEFT_CHEVRON) {
      return type();
    }
    int start = cursor.read().start();
    if (output && !expressions.strings().ahead()) {
      return new ResourceType(Optional.empty(), cursor.from(start));
    }
    Expression type =
        cursor.recover(
            () -> expressions.strings().stringOr("expected the type of a resource here"),
            skip -> skip,
            false,
            Stops.NAME_BEFORE_ASSIGNMENT);
    return new ResourceType(Optional.of(type), cursor.from(start));
  }

  /// A type, or what is skipped up to one of the stops.
  TypeExpression type(boolean quiet, Set<TokenType> stops) {
    return cursor.recover(this::type, skip -> skip, quiet, stops);
  }

  TypeExpression type() {
    if (!cursor.enter()) {
      cursor.leave();
      return cursor.skipNestedType(cursor.position());
    }
    int start = cursor.start();
    boolean leadingPipe = pipeAhead();
    if (leadingPipe) {
      start = readPipe();
    }
    TypeExpression first = unary();
    TypeExpression type = leadingPipe || pipeAhead() ? union(first, start) : first;
    cursor.leave();
    return type;
  }

  private boolean pipeAhead() {
    return cursor.at(TokenType.PIPE)
        || (cursor.at(TokenType.NEW_LINE) && cursor.type(1) == TokenType.PIPE);
  }

  private int readPipe() {
    int start = cursor.start();
    cursor.takeLineEnds();
    cursor.read();
    return start;
  }

  private UnionType union(TypeExpression first, int start) {
    var members = new ArrayList<TypeExpression>();
    members.add(first);
    var gaps = new Gaps(cursor);
    while (pipeAhead()) {
      readPipe();
      if (cursor.at(TokenType.NEW_LINE)) {
        // Else the keyword of the next declaration would be read as a type.
        gaps.add(cursor.missing("expected a type here"));
      } else {
        int known = gaps.skipped().size();
        TypeExpression member =
            cursor.recover(
                this::unary,
                skip -> {
                  gaps.add(skip);
                  return skip;
                },
                false,
                Stops.NOWHERE);
        if (gaps.skipped().size() == known) {
          members.add(member);
        }
      }
    }
    return new UnionType(members, cursor.from(start, gaps));
  }

  private TypeExpression unary() {
    int from = cursor.position();
    TypeExpression type = signed();
    for (int links = 1; ; links++) {
      if (!cursor.at(TokenType.QUESTION) && !cursor.at(TokenType.EXCLAMATION)) {
        return type;
      }
      if (!cursor.fits(links)) {
        return cursor.skipNestedType(from);
      }
      int start = type.extent().start();
      type =
          cursor.read().type() == TokenType.QUESTION
              ? new NullableType(type, cursor.from(start))
              : new NonNullableType(type, cursor.from(start));
    }
  }

  private TypeExpression signed() {
    Optional<UnaryOperator> operator = UnaryOperator.of(cursor.type());
    if (operator.isEmpty()) {
      return member();
    }
    int start = cursor.read().start();
    TypeExpression operand = cursor.recover(this::member, skip -> skip, false, Stops.EXPRESSION);
    return new UnaryTypeOperation(operator.orElseThrow(), operand, cursor.from(start));
  }

  private TypeExpression member() {
    int from = cursor.position();
    TypeExpression current = primary();
    for (int links = 1; ; links++) {
      if (!cursor.at(TokenType.LEFT_SQUARE) && !cursor.at(TokenType.DOT)) {
        return current;
      }
      if (!cursor.fits(links)) {
        return cursor.skipNestedType(from);
      }
      current = cursor.read().type() == TokenType.LEFT_SQUARE ? square(current) : dot(current);
    }
  }

  private TypeExpression square(TypeExpression base) {
    int start = base.extent().start();
    if (cursor.take(TokenType.RIGHT_SQUARE)) {
      return new ArrayType(base, cursor.from(start));
    }
    if (cursor.take(TokenType.ASTERISK)) {
      cursor.expect(TokenType.RIGHT_SQUARE, CLOSE_SQUARE);
      return new TypeItemsAccess(base, cursor.from(start));
    }
    Expression index = expressions.expression(Literals.NONE);
    cursor.expect(TokenType.RIGHT_SQUARE, CLOSE_SQUARE);
    return new TypeArrayAccess(base, index, cursor.from(start));
  }

  private TypeExpression dot(TypeExpression base) {
    int start = base.extent().start();
    if (cursor.take(TokenType.ASTERISK)) {
      return new TypeAdditionalPropertiesAccess(base, cursor.from(start));
    }
    Identifier name = expressions.identifierOrMissing(NAME);
    if (!cursor.at(TokenType.LEFT_CHEVRON)) {
      return new TypePropertyAccess(base, name, cursor.from(start));
    }
    var gaps = new Gaps(cursor);
    return new InstanceParameterizedType(base, name, arguments(gaps), cursor.from(start, gaps));
  }

  private TypeExpression primary() {
    Token token = cursor.token();
    int start = token.start();
    return switch (token.type()) {
      case INTEGER -> new IntegerType(expressions.integer(), cursor.from(start));
      case NULL -> new NullType(read());
      case TRUE -> new BooleanType(true, read());
      case FALSE -> new BooleanType(false, read());
      case STRING_COMPLETE, STRING_LEFT_PIECE -> string();
      case LEFT_BRACE -> members.object();
      case LEFT_SQUARE -> members.tuple();
      case LEFT_PAREN -> parenthesized();
      case IDENTIFIER -> named();
      default -> throw cursor.unexpected("expected a type here");
    };
  }

  private Extent read() {
    int start = cursor.read().start();
    return cursor.from(start);
  }

  private TypeExpression string() {
    return switch (expressions.strings().string()) {
      case StringSyntax string -> new StringType(string, string.extent());
      case Skipped skipped -> skipped;
      case Expression other -> throw new IllegalStateException("not a string: " + other);
    };
  }

  private TypeExpression named() {
    Identifier name = expressions.identifier();
    if (!cursor.at(TokenType.LEFT_CHEVRON)) {
      return new TypeVariable(name, name.extent());
    }
    var gaps = new Gaps(cursor);
    return new ParameterizedType(name, arguments(gaps), cursor.from(name.extent().start(), gaps));
  }

  private List<TypeExpression> arguments(Gaps gaps) {
    cursor.read();
    return expressions
        .sequences()
        .arguments(TokenType.RIGHT_CHEVRON, ">", () -> type(false, Stops.TYPE_ARGUMENT), gaps);
  }

  private ParenthesizedType parenthesized() {
    Parentheses<TypeExpression> list =
        expressions.sequences().parentheses(() -> type(false, Stops.PARENTHESES), false);
    return new ParenthesizedType(
        list.single() ? list.items().getFirst() : expressions.notOne(list), list.extent());
  }
}
