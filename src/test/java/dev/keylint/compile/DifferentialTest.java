package dev.keylint.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.keylint.check.Environment;
import dev.keylint.check.Evaluator;
import dev.keylint.check.Plain;
import dev.keylint.check.Result;
import dev.keylint.rule.CelText;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Our evaluator and cel-java's own say the same of data that is all known.
final class DifferentialTest {
  private static final int HOW_MANY = 3_000;

  private static final Map<String, Object> DATA =
      Map.of(
          "name",
          "Chat",
          "kind",
          "OpenAI",
          "on",
          true,
          "off",
          false,
          "count",
          3L,
          "ratio",
          2.5,
          "sku",
          Map.of("name", "S0", "capacity", 1L),
          "names",
          List.of("a", "Chat", "b"),
          "empty",
          List.of(),
          "list",
          List.of(
              Map.of("name", "a", "ok", false),
              Map.of("name", "Chat", "ok", true),
              Map.of("value", 3L)));

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  @Test
  void bothSayTheSame() throws Exception {
    CelRuntime theirs =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.optional(), CelExtensions.strings())
            .build();
    CelCompiler compiler =
        new CelCompilation()
            .compiler(Map.of("r", MapType.create(SimpleType.STRING, SimpleType.DYN)), Map.of());
    ExpressionMaker maker = new ExpressionMaker(20_261_121);
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < HOW_MANY; i++) {
      String text = maker.flag(3);
      CelValidationResult checked = compiler.compile(text);
      if (!checked.hasError()) {
        compared++;
        CelAbstractSyntaxTree ast = checked.getAst();
        Object ours = ours(text, ast);
        Object other = theirs(theirs, ast);
        if (!ours.equals(other)) {
          different.add(text + ": " + ours + ", cel-java: " + other);
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(compared).isGreaterThan(HOW_MANY / 2);
  }

  private static Object ours(String text, CelAbstractSyntaxTree ast) {
    var expression =
        new SyntaxTree(ast, CelText.of(Source.of("made", text)), new ArrayList<>()).expression();
    Environment scope = Environment.of("r", Result.of(Plain.datum(DATA)));
    Object value = Plain.value(new Evaluator(1_000_000).evaluate(expression, scope));
    return value instanceof Plain.Failure ? "error" : value;
  }

  private static Object theirs(CelRuntime runtime, CelAbstractSyntaxTree ast) {
    try {
      return runtime.createProgram(ast).eval(Map.of("r", DATA));
    } catch (CelEvaluationException e) {
      return "error";
    }
  }
}
