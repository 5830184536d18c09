package dev.keylint.graph;

import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;

/// Writes a value as a text that is the same for the same value; used to compare, never shown.
final class Symbol {
  private Symbol() {}

  static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Null _ -> out.append("null()");
      case Value.Bool(var it, _) -> out.append(it);
      case Value.Int(var it, _) -> out.append(it);
      case Value.Decimal(var it, _) -> out.append(it.toPlainString());
      case Value.Str(var it, _) -> out.append('\'').append(it.replace("'", "''")).append('\'');
      case Value.Arr(var items, _) -> call("array", items, out);
      case Value.Obj(var properties, _) -> {
        out.append('{');
        for (Property each : properties) {
          out.append(each.name()).append(':');
          write(each.value(), out);
          out.append(',');
        }
        out.append('}');
      }
      case Value.Unknown(var term, _, _) -> write(term, out);
    }
  }

  private static void write(Term term, StringBuilder out) {
    switch (term) {
      case Term.Call(var function, var arguments) -> call(function, arguments, out);
      case Term.Access(var base, var path) -> {
        write(base, out);
        for (Value key : path) {
          out.append('[');
          write(key, out);
          out.append(']');
        }
      }
      case Term.Concat(var parts) -> call("format", parts, out);
      case Term.Lambda(var variables, var body) -> {
        out.append(variables).append("=>");
        write(body, out);
      }
    }
  }

  private static void call(String function, List<Value> arguments, StringBuilder out) {
    out.append(function).append('(');
    for (Value argument : arguments) {
      write(argument, out);
      out.append(',');
    }
    out.append(')');
  }
}
