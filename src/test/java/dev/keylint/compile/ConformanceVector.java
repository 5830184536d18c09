package dev.keylint.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.keylint.check.Datum;
import dev.keylint.check.Environment;
import dev.keylint.check.Evaluator;
import dev.keylint.check.Plain;
import dev.keylint.check.Result;
import dev.keylint.compile.TextProto.Field;
import dev.keylint.compile.TextProto.Message;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Expression;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One public test of CEL: run it with our evaluator, or say why it is not for us.
record ConformanceVector(String name, Message test) {

  /// How a run went: passed, not for us because of `reason`, or wrong with `reason`.
  record Run(Kind kind, String reason) {}

  enum Kind {
    PASSED,
    NOT_OURS,
    WRONG
  }

  /// @param said what we say of it
  private Run notOurs(String said) {
    String all =
        said + "; " + test.text("expr") + "; " + name + (isContained() ? " container" : "");
    return new Run(Kind.NOT_OURS, OutOfScope.of(all).what());
  }

  /// Whether names are looked up in a namespace first.
  private boolean isContained() {
    return test.has("container");
  }

  Run run(CelCompilation cel) {
    if (test.has("check_only")) {
      return new Run(Kind.NOT_OURS, OutOfScope.TYPE_CHECKER.what());
    }
    Map<String, CelType> names = new HashMap<>();
    test.all("type_env").forEach(it -> names.put(it.message().text("name"), SimpleType.DYN));
    test.all("bindings").forEach(it -> names.put(it.message().text("key"), SimpleType.DYN));
    if (isContained() && names.keySet().stream().anyMatch(it -> it.contains("."))) {
      return notOurs("a name in a container");
    }
    CelCompiler compiler = cel.compiler(names, Map.of());
    String text = test.text("expr");
    CelValidationResult parsed = compiler.parse(text);
    if (parsed.hasError()) {
      return test.has("eval_error")
          ? new Run(Kind.PASSED, "")
          : notOurs("a library we do not have");
    }
    CelValidationResult checked = test.has("disable_check") ? parsed : compiler.compile(text);
    if (checked.hasError()) {
      boolean function = checked.getErrorString().contains("undeclared reference");
      return function
          ? notOurs("a library we do not have")
          : test.has("eval_error")
              ? new Run(Kind.PASSED, "")
              : notOurs("refused by the type checker");
    }
    return run(text, ast(checked));
  }

  private Run run(String text, CelAbstractSyntaxTree ast) {
    List<Diagnostic> refused = new ArrayList<>();
    Expression expression =
        new SyntaxTree(ast, CelText.of(Source.of(name, text)), refused).expression();
    if (!refused.isEmpty()) {
      return notOurs(refused.getFirst().message());
    }
    Map<String, Object> bindings = new LinkedHashMap<>();
    for (Field binding : test.all("bindings").toList()) {
      Optional<Object> value = value(binding.message().message("value").message("value"));
      if (value.isEmpty()) {
        return notOurs("a value of proto3");
      }
      bindings.put(binding.message().text("key"), value.orElseThrow());
    }
    Environment scope = Environment.of("", Result.of(new Datum.Nothing()));
    for (Map.Entry<String, Object> it : bindings.entrySet()) {
      scope = scope.with(it.getKey(), Result.of(Plain.datum(it.getValue())));
    }
    Object result;
    try {
      result = Plain.value(new Evaluator(100_000).evaluate(expression, scope));
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage()).startsWith("no name")
          ? notOurs(String.valueOf(e.getMessage()))
          : new Run(Kind.WRONG, String.valueOf(e));
    }
    return compare(result);
  }

  private Run compare(Object result) {
    if (test.has("eval_error")) {
      return result instanceof Plain.Failure
          ? new Run(Kind.PASSED, "")
          : new Run(Kind.WRONG, "got " + result + " instead of an error");
    }
    Message expected =
        test.has("typed_result")
            ? test.message("typed_result").message("result")
            : test.message("value");
    Optional<Object> wanted =
        test.has("value") || test.has("typed_result") ? value(expected) : Optional.of(true);
    if (wanted.isEmpty()) {
      return notOurs("a value of proto3");
    }
    return Plain.equal(result, wanted.orElseThrow())
        ? new Run(Kind.PASSED, "")
        : new Run(Kind.WRONG, "got " + result + ", wanted " + wanted.orElseThrow());
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A value in plain Java; empty when it is of a kind that rules do not have.
  private static Optional<Object> value(Message value) {
    if (value.fields().isEmpty()) {
      return Optional.empty();
    }
    Field field = value.fields().getFirst();
    return switch (field.name()) {
      case "null_value" -> Optional.of(Plain.NULL);
      case "bool_value" -> Optional.of(field.scalar().equals("true"));
      case "int64_value" -> Optional.of(Long.decode(field.scalar()));
      case "double_value" -> Optional.of(real(field.scalar()));
      case "string_value" -> Optional.of(field.scalar());
      case "list_value" -> {
        List<Object> items = new ArrayList<>();
        for (Field it : field.message().all("values").toList()) {
          Optional<Object> item = value(it.message());
          if (item.isEmpty()) {
            yield Optional.empty();
          }
          items.add(item.orElseThrow());
        }
        yield Optional.of(items);
      }
      case "map_value" -> map(field.message());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> map(Message map) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Field it : map.all("entries").toList()) {
      Optional<Object> key = value(it.message().message("key"));
      Optional<Object> value = value(it.message().message("value"));
      if (key.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      entries.put(key.orElseThrow(), value.orElseThrow());
    }
    return Optional.of(entries);
  }

  private static double real(String text) {
    return switch (text) {
      case "inf", "infinity", "Infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity", "-Infinity" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}
