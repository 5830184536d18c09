package dev.keylint.rule;

import java.io.IOException;

/// Writes expressions.
final class ExpressionPacker {
  private final Packer out;

  ExpressionPacker(Packer out) {
    this.out = out;
  }

  void write(Expression expression) throws IOException {
    switch (expression) {
      case Expression.Constant constant -> constant(constant);
      case Expression.Ident it -> named(Tag.IDENT, it.name());
      case Expression.Select it -> {
        named(Tag.SELECT, it.field());
        write(it.operand());
      }
      case Expression.Has it -> {
        named(Tag.HAS, it.field());
        write(it.operand());
      }
      case Expression.Call it -> {
        out.tag(Tag.CALL);
        out.word(it.function());
        out.list(it.arguments(), this::write);
      }
      case Expression.Ask it -> {
        named(Tag.ASK, it.question());
        write(it.target());
        out.list(it.arguments(), this::write);
      }
      case Expression.ListOf it -> {
        out.tag(Tag.LIST);
        out.list(it.items(), this::item);
      }
      case Expression.MapOf it -> {
        out.tag(Tag.MAP);
        out.list(it.entries(), this::entry);
      }
      case Expression.Macro it -> macro(it);
      case Expression.Bind it -> {
        named(Tag.BIND, it.name());
        write(it.value());
        write(it.body());
      }
    }
    out.number(expression.offset());
  }

  private void constant(Expression.Constant constant) throws IOException {
    switch (constant) {
      case Expression.NullConstant _ -> out.tag(Tag.NULL);
      case Expression.BoolConstant it -> {
        out.tag(Tag.BOOL);
        out.bool(it.value());
      }
      case Expression.IntConstant it -> {
        out.tag(Tag.INT);
        out.whole(it.value());
      }
      case Expression.DoubleConstant it -> {
        out.tag(Tag.DOUBLE);
        out.real(it.value());
      }
      case Expression.StringConstant it -> named(Tag.STRING, it.value());
    }
  }

  private void named(Tag tag, String name) throws IOException {
    out.tag(tag);
    out.text(name);
  }

  private void item(Expression.Item item) throws IOException {
    out.bool(item.optional());
    write(item.value());
  }

  private void entry(Expression.Entry entry) throws IOException {
    out.bool(entry.optional());
    write(entry.key());
    write(entry.value());
  }

  private void macro(Expression.Macro macro) throws IOException {
    named(Tag.MACRO, macro.variable());
    out.word(macro.kind());
    out.optional(macro.second(), out::text);
    out.optional(macro.filter(), this::write);
    write(macro.range());
    write(macro.body());
  }
}
