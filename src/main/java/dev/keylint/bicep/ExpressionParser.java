package dev.keylint.bicep;

import dev.keylint.bicep.Expression.BinaryOperation;
import dev.keylint.bicep.Expression.BooleanLiteral;
import dev.keylint.bicep.Expression.FunctionCall;
import dev.keylint.bicep.Expression.IntegerLiteral;
import dev.keylint.bicep.Expression.Lambda;
import dev.keylint.bicep.Expression.NullLiteral;
import dev.keylint.bicep.Expression.Parenthesized;
import dev.keylint.bicep.Expression.Ternary;
import dev.keylint.bicep.Expression.UnaryOperation;
import dev.keylint.bicep.Expression.VariableAccess;
import dev.keylint.bicep.Sequences.Parentheses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads expressions: ternaries, operators and what stands between them.
final class ExpressionParser {
  private static final String ONE_ITEM = "parentheses hold exactly one expression";

  /// After `=>` a line that starts with one of these is the next declaration, not the body.
  private static final Set<String> DECLARATION_KEYWORDS =
      Set.of(
          "assert", "import", "metadata", "param", "var", "resource", "output", "module", "type");

  private final Cursor cursor;
  private final Sequences sequences;
  private final StringParser strings;
  private final BodyParser bodies;
  private final MemberParser members;

  ExpressionParser(Cursor cursor, Supplier<ObjectMember> nestedResource) {
    this.cursor = cursor;
    this.sequences = new Sequences(cursor);
    this.strings = new StringParser(cursor, () -> expression(Literals.NONE));
    this.bodies = new BodyParser(cursor, this, nestedResource);
    this.members = new MemberParser(cursor, this);
  }

  StringParser strings() {
    return strings;
  }

  BodyParser bodies() {
    return bodies;
  }

  MemberParser members() {
    return members;
  }

  Sequences sequences() {
    return sequences;
  }

  /// Any expression, or what is skipped up to one of the stops.
  Expression expression(boolean quiet, Set<TokenType> stops) {
    return cursor.recover(() -> expression(Literals.ALL), skip -> skip, quiet, stops);
  }

  Expression expression(Literals literals) {
    if (!cursor.enter()) {
      cursor.leave();
      return cursor.skipNested(cursor.position());
    }
    Expression expression = binary(literals, 0);
    int lineEnds = cursor.lineEndsAhead();
    if (cursor.type(lineEnds) == TokenType.QUESTION) {
      cursor.takeLineEnds(lineEnds);
      expression = ternary(expression, literals);
    }
    cursor.leave();
    return expression;
  }

  private Expression ternary(Expression condition, Literals literals) {
    cursor.read();
    var gaps = new Gaps(cursor);
    Expression whenTrue =
        cursor.recover(() -> expression(literals), skip -> skip, false, Stops.WHEN_TRUE);
    int lineEnds = cursor.lineEndsAhead();
    if (!(whenTrue instanceof Skipped) && cursor.type(lineEnds) == TokenType.COLON) {
      cursor.takeLineEnds(lineEnds);
    }
    Optional<Skipped> colon =
        gaps.expect(
            TokenType.COLON, "expected `:` here", Cursor.echoes(whenTrue), Stops.EXPRESSION);
    Expression whenFalse =
        cursor.recover(
            () -> expression(literals), skip -> skip, Gaps.echoes(colon), Stops.EXPRESSION);
    return new Ternary(
        condition, whenTrue, whenFalse, cursor.from(condition.extent().start(), gaps));
  }

  private Expression binary(Literals literals, int precedence) {
    int from = cursor.position();
    Expression left = unary(literals);
    for (int links = 1; ; links++) {
      Optional<BinaryOperator> operator = BinaryOperator.of(cursor.type());
      int binding = operator.map(BinaryOperator::precedence).orElse(0);
      if (binding <= precedence) {
        return left;
      }
      if (!cursor.fits(links)) {
        return cursor.skipNested(from);
      }
      cursor.read();
      Expression right =
          cursor.recover(() -> binary(literals, binding), skip -> skip, false, Stops.EXPRESSION);
      left =
          new BinaryOperation(
              operator.orElseThrow(), left, right, cursor.from(left.extent().start()));
    }
  }

  private Expression unary(Literals literals) {
    Optional<UnaryOperator> operator = UnaryOperator.of(cursor.type());
    if (operator.isEmpty()) {
      return members.member(literals);
    }
    int start = cursor.read().start();
    Expression operand =
        cursor.recover(() -> members.member(literals), skip -> skip, false, Stops.EXPRESSION);
    return new UnaryOperation(operator.orElseThrow(), operand, cursor.from(start));
  }

  /// An expression that no operator and no access is applied to.
  Expression primary(Literals literals) {
    Token token = cursor.token();
    return switch (token.type()) {
      case INTEGER -> new IntegerLiteral(integer(), cursor.from(token.start()));
      case NULL -> new NullLiteral(read());
      case TRUE -> new BooleanLiteral(true, read());
      case FALSE -> new BooleanLiteral(false, read());
      case STRING_COMPLETE, STRING_LEFT_PIECE -> strings.string();
      case LEFT_BRACE, LEFT_SQUARE -> complex(token.type(), literals);
      case LEFT_PAREN -> parenthesizedOrLambda(literals);
      case IDENTIFIER -> named(literals);
      default -> throw cursor.unexpected("expected an expression here");
    };
  }

  private Extent read() {
    int start = cursor.read().start();
    return cursor.from(start);
  }

  /// The value of a literal, unsigned.
  long integer() {
    Token token = cursor.read();
    try {
      return Long.parseUnsignedLong(cursor.text(token));
    } catch (NumberFormatException tooLarge) {
      throw cursor.unexpected("this number is larger than 64 bits hold", token);
    }
  }

  private Expression complex(TokenType type, Literals literals) {
    if (literals == Literals.NONE) {
      throw cursor.unexpected("objects and arrays cannot stand here");
    }
    return type == TokenType.LEFT_BRACE ? bodies.object(literals) : bodies.arrayOrLoop(literals);
  }

  private Expression named(Literals literals) {
    Identifier name = identifier();
    int start = name.extent().start();
    if (cursor.at(TokenType.LEFT_PAREN)) {
      var gaps = new Gaps(cursor);
      List<Expression> arguments = arguments(literals, gaps);
      return new FunctionCall(name, arguments, cursor.from(start, gaps));
    }
    if (cursor.at(TokenType.ARROW)) {
      return lambda(new LocalVariables.Variable(name, name.extent()), start);
    }
    return new VariableAccess(name, name.extent());
  }

  /// The identifier ahead.
  Identifier identifier() {
    Token token = cursor.read();
    return new Identifier(cursor.text(token), cursor.from(token.start()));
  }

  /// The identifier ahead, or none with a complaint.
  Identifier identifierOrMissing(String message) {
    return cursor.at(TokenType.IDENTIFIER) ? identifier() : missing(cursor.missing(message));
  }

  /// The identifier ahead, or what is skipped up to one of the stops.
  Identifier identifier(String message, Set<TokenType> stops) {
    return cursor.recover(
        () -> {
          if (!cursor.at(TokenType.IDENTIFIER)) {
            throw cursor.unexpected(message);
          }
          return identifier();
        },
        ExpressionParser::missing,
        false,
        stops);
  }

  static Identifier missing(Skipped skipped) {
    Extent place = skipped.extent();
    return new Identifier("", new Extent(place.start(), place.end(), List.of(skipped)));
  }

  /// `(arguments)`.
  List<Expression> arguments(Literals literals, Gaps gaps) {
    cursor.read();
    return sequences.arguments(
        TokenType.RIGHT_PAREN,
        ")",
        () -> cursor.recover(() -> expression(literals), skip -> skip, false, Stops.ARGUMENT),
        gaps);
  }

  private Lambda lambda(LocalVariables parameters, int start) {
    cursor.read();
    takeLineEndsBeforeBody();
    return new Lambda(parameters, expression(false, Stops.LAMBDA), cursor.from(start));
  }

  void takeLineEndsBeforeBody() {
    int lineEnds = cursor.lineEndsAhead();
    if (DECLARATION_KEYWORDS.stream().noneMatch(word -> cursor.isKeywordAhead(lineEnds, word))) {
      cursor.takeLineEnds(lineEnds);
    }
  }

  private Expression parenthesizedOrLambda(Literals literals) {
    Parentheses<Expression> list = parentheses(literals, true);
    return cursor.at(TokenType.ARROW)
        ? lambda(variables(list), list.extent().start())
        : parenthesized(list);
  }

  /// `(expression)`.
  Parenthesized parenthesized(Literals literals) {
    return parenthesized(parentheses(literals, true));
  }

  Parentheses<Expression> parentheses(Literals literals, boolean lineEnds) {
    return sequences.parentheses(
        () -> cursor.recover(() -> expression(literals), skip -> skip, false, Stops.PARENTHESES),
        lineEnds);
  }

  private Parenthesized parenthesized(Parentheses<Expression> list) {
    return new Parenthesized(list.single() ? list.items().getFirst() : notOne(list), list.extent());
  }

  /// What stands between parentheses when it is not exactly one item.
  Skipped notOne(Parentheses<? extends Syntax> list) {
    cursor.complain(ONE_ITEM, list.inner().start(), list.inner().end());
    return new Skipped(List.copyOf(list.items()), list.inner());
  }

  /// Reads the items between parentheses as names of variables; what is no name is skipped.
  LocalVariables.Block variables(Parentheses<Expression> list) {
    var variables = new ArrayList<LocalVariables.Variable>();
    var skipped = new ArrayList<Skipped>();
    for (Expression item : list.items()) {
      if (item instanceof VariableAccess(var name, var extent)) {
        variables.add(new LocalVariables.Variable(name, extent));
      } else if (item instanceof Skipped gap) {
        skipped.add(gap);
      } else {
        skipped.add(
            new Skipped(List.of(item), Extent.of(item.extent().start(), item.extent().end())));
      }
    }
    skipped.addAll(list.extent().skipped());
    return new LocalVariables.Block(
        variables, new Extent(list.extent().start(), list.extent().end(), skipped));
  }
}
