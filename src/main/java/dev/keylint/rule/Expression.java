package dev.keylint.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A type-checked CEL expression with its macros recognised.
///
/// `offset` is where the node stands in the text of its formula, in UTF-16 units: of a call its
/// operator, of a macro its name.
public sealed interface Expression {
  int offset();

  /// What it is made of.
  default List<Expression> parts() {
    return switch (this) {
      case Constant _, Ident _ -> List.of();
      case Select(var operand, _, _) -> List.of(operand);
      case Has(var operand, _, _) -> List.of(operand);
      case Call(_, var arguments, _) -> arguments;
      case Ask(var target, _, var arguments, _) ->
          Stream.concat(Stream.of(target), arguments.stream()).toList();
      case ListOf(var items, _) -> items.stream().map(Item::value).toList();
      case MapOf(var entries, _) ->
          entries.stream().flatMap(it -> Stream.of(it.key(), it.value())).toList();
      case Macro(_, var range, _, _, var filter, var body, _) ->
          Stream.concat(Stream.of(range, body), filter.stream()).toList();
      case Bind(_, var value, var body, _) -> List.of(value, body);
    };
  }

  /// A literal.
  sealed interface Constant extends Expression {}

  record NullConstant(int offset) implements Constant {}

  record BoolConstant(boolean value, int offset) implements Constant {}

  record IntConstant(long value, int offset) implements Constant {}

  record DoubleConstant(double value, int offset) implements Constant {}

  record StringConstant(String value, int offset) implements Constant {}

  /// A name that the engine, a variable of the rule or a macro binds.
  record Ident(String name, int offset) implements Expression {}

  /// `operand.field`.
  record Select(Expression operand, String field, int offset) implements Expression {}

  /// `has(operand.field)`.
  record Has(Expression operand, String field, int offset) implements Expression {}

  /// An operator or function; of a member function the target is the first argument.
  record Call(Function function, List<Expression> arguments, int offset) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// A question that a typed struct answers, such as `grant.allows(action)`.
  record Ask(Expression target, String question, List<Expression> arguments, int offset)
      implements Expression {
    public Ask {
      arguments = List.copyOf(arguments);
    }
  }

  /// `[a, ?b]`.
  record ListOf(List<Item> items, int offset) implements Expression {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /// One item; an optional one is left out when it has no value.
  record Item(Expression value, boolean optional) {}

  /// `{k: v, ?k: v}`.
  record MapOf(List<Entry> entries, int offset) implements Expression {
    public MapOf {
      entries = List.copyOf(entries);
    }
  }

  /// One entry; an optional one is left out when it has no value.
  record Entry(Expression key, Expression value, boolean optional) {}

  /// A macro over a list or the keys of a map.
  ///
  /// @param variable the item; with `second` the index or key, and `second` the item or value
  /// @param filter the condition of `map` with three arguments and the like
  /// @param body what is tested, or made, for each item
  record Macro(
      Kind kind,
      Expression range,
      String variable,
      Optional<String> second,
      Optional<Expression> filter,
      Expression body,
      int offset)
      implements Expression {

    /// Which macro; `MAP` also stands for `transformList`.
    public enum Kind {
      ALL,
      EXISTS,
      EXISTS_ONE,
      FILTER,
      MAP
    }
  }

  /// `cel.bind(name, value, body)`.
  record Bind(String name, Expression value, Expression body, int offset) implements Expression {}
}
