package dev.keylint.bicep;

import dev.keylint.bicep.TypeExpression.ObjectType;
import dev.keylint.bicep.TypeExpression.TupleType;
import java.util.List;
import java.util.Optional;

/// Reads what stands between the braces of an object type and the brackets of a tuple type.
final class TypeMemberParser {
  private static final String KEY = "expected the name of a property or `*` here";
  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final DecoratorParser decorators;
  private final TypeParser types;

  TypeMemberParser(
      Cursor cursor, ExpressionParser expressions, DecoratorParser decorators, TypeParser types) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.decorators = decorators;
    this.types = types;
  }

  ObjectType object() {
    int start = cursor.read().start();
    var gaps = new Gaps(cursor);
    List<ObjectTypeMember> members =
        expressions.sequences().members(TokenType.RIGHT_BRACE, this::property, gaps);
    cursor.expect(TokenType.RIGHT_BRACE, "expected `}` here");
    return new ObjectType(members, cursor.from(start, gaps));
  }

  private ObjectTypeMember property() {
    int start = cursor.start();
    var gaps = new Gaps(cursor);
    List<Decorator> decorations = decorators.decorators(gaps, Stops.OBJECT);
    if (cursor.at(TokenType.ASTERISK)) {
      cursor.read();
      TypeExpression type = type(false, gaps);
      return new ObjectTypeMember.AdditionalProperties(decorations, type, cursor.from(start, gaps));
    }
    NameOrString key = cursor.recover(this::key, skip -> skip, false, Stops.KEY);
    TypeExpression type = type(Cursor.echoes(key), gaps);
    return new ObjectTypeMember.Property(decorations, key, type, cursor.from(start, gaps));
  }

  private TypeExpression type(boolean quiet, Gaps gaps) {
    Optional<Skipped> colon =
        gaps.expect(TokenType.COLON, "expected `:` here", quiet, Stops.OBJECT);
    return types.type(Gaps.echoes(colon), Stops.OBJECT);
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

  TupleType tuple() {
    int start = cursor.read().start();
    var gaps = new Gaps(cursor);
    List<TupleTypeMember> members =
        expressions.sequences().members(TokenType.RIGHT_SQUARE, this::item, gaps);
    cursor.expect(TokenType.RIGHT_SQUARE, "expected `]` here");
    return new TupleType(members, cursor.from(start, gaps));
  }

  private TupleTypeMember item() {
    return cursor.recover(
        () -> {
          int start = cursor.start();
          var gaps = new Gaps(cursor);
          List<Decorator> decorations = decorators.decorators(gaps, Stops.ARRAY);
          TypeExpression type = types.type();
          return new TupleTypeMember.Item(decorations, type, cursor.from(start, gaps));
        },
        skip -> skip,
        false,
        Stops.ARRAY);
  }
}
