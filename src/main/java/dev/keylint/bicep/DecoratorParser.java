package dev.keylint.bicep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the decorators in front of a declaration, property or item.
final class DecoratorParser {
  private final Cursor cursor;
  private final MemberParser members;

  DecoratorParser(Cursor cursor, MemberParser members) {
    this.cursor = cursor;
    this.members = members;
  }

  /// Decorators, each with the line end that must follow it.
  List<Decorator> decorators(Gaps gaps) {
    return decorators(gaps, Stops.LINE);
  }

  /// The same inside of brackets, whose end is not skipped where a line end is missing.
  List<Decorator> decorators(Gaps gaps, Set<TokenType> stops) {
    if (!cursor.at(TokenType.AT)) {
      return List.of();
    }
    var decorators = new ArrayList<Decorator>();
    while (cursor.at(TokenType.AT)) {
      decorators.add(decorator());
      cursor.lineEndOrSkip(stops).ifPresent(gaps::add);
      cursor.takeLineEnds();
    }
    return decorators;
  }

  private Decorator decorator() {
    int start = cursor.read().start();
    Expression expression = cursor.recover(members::decorator, skip -> skip, false, Stops.LINE);
    return new Decorator(expression, cursor.from(start));
  }
}
