package dev.keylint.rule;

import java.io.IOException;
import java.util.Optional;

/// Reads expressions.
final class ExpressionUnpacker {

  private final Unpacker in;

  ExpressionUnpacker(Unpacker in) {
    this.in = in;
  }

  Expression read() throws IOException {
    Tag tag = in.tag();
    return switch (tag) {
      case NULL -> new Expression.NullConstant(in.number());
      case BOOL -> new Expression.BoolConstant(in.bool(), in.number());
      case INT -> new Expression.IntConstant(in.whole(), in.number());
      case DOUBLE -> new Expression.DoubleConstant(in.real(), in.number());
      case STRING -> new Expression.StringConstant(in.text(), in.number());
      case IDENT -> new Expression.Ident(in.text(), in.number());
      case SELECT -> {
        String field = in.text();
        yield new Expression.Select(read(), field, in.number());
      }
      case HAS -> {
        String field = in.text();
        yield new Expression.Has(read(), field, in.number());
      }
      case CALL -> {
        Function function = Function.valueOf(in.text());
        yield new Expression.Call(function, in.list(this::read), in.number());
      }
      case ASK -> {
        String question = in.text();
        yield new Expression.Ask(read(), question, in.list(this::read), in.number());
      }
      case LIST -> new Expression.ListOf(in.list(this::item), in.number());
      case MAP -> new Expression.MapOf(in.list(this::entry), in.number());
      case MACRO -> macro();
      case BIND -> {
        String name = in.text();
        yield new Expression.Bind(name, read(), read(), in.number());
      }
      default -> throw new IllegalStateException("no expression starts with " + tag);
    };
  }

  private Expression.Item item() throws IOException {
    boolean optional = in.bool();
    return new Expression.Item(read(), optional);
  }

  private Expression.Entry entry() throws IOException {
    boolean optional = in.bool();
    return new Expression.Entry(read(), read(), optional);
  }

  private Expression macro() throws IOException {
    String variable = in.text();
    Expression.Macro.Kind kind = Expression.Macro.Kind.valueOf(in.text());
    Optional<String> second = in.optional(in::text);
    Optional<Expression> filter = in.optional(this::read);
    return new Expression.Macro(kind, read(), variable, second, filter, read(), in.number());
  }
}
