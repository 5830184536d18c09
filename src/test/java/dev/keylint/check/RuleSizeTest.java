package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A rule may be as hostile as a template: what grows without end is an error of the rule, soon and
/// in little memory.
final class RuleSizeTest {
  private static final String TYPE = "Microsoft.Search/searchServices";

  /// Forty variables, each made of the one before.
  private static String chain(String first, String next) {
    return IntStream.rangeClosed(0, 40)
        .mapToObj(i ->
            "  - name: v"
                + i
                + "\n    expression: \""
                + (i == 0 ? first : next.replace("V", "variables.v" + (i - 1)))
                + "\"\n")
        .collect(Collectors.joining());
  }

  private static RuleBook compile(String variables, String expression, String rest) {
    return compile(text(variables, expression, rest));
  }

  private static String text(String variables, String expression, String rest) {
    return """
    id: large
    title: Something grows
    severity: error
    precision: low
    since: 0.1.0
    match:
      resource: Microsoft.Search/searchServices
    %s
    %s
    validations:
      - expression: "%s"
        message: "It is '{resource.name}'."
    remediation: Do it.
    docs:
      why: Because.
    """
        .formatted(variables.isEmpty() ? "" : "variables:\n" + variables, rest, expression);
  }

  private static RuleBook compile(String text) {
    RuleFolder folder = RuleFolder.of("large", Source.of("rules/large/rule.yaml", text));
    return RuleCompiler.compile(List.of(folder), Set.of());
  }

  static Stream<Arguments> bombs() {
    String digits = "[0,1,2,3,4,5,6,7,8,9]";
    String thousand = "'" + "x".repeat(1000) + "'";
    String params =
        "params:\n  many: ["
            + IntStream.range(0, 5000).mapToObj(i -> "v" + i).collect(Collectors.joining(", "))
            + "]";
    return Stream.of(
        bomb("texts double", chain("'x'", "V + V"), "variables.v40.size() > 0"),
        bomb("lists double", chain("['x']", "V + V"), "variables.v40.size() > 0"),
        bomb("lists nest", chain("['x']", "[V, V]"), "variables.v40 == [variables.v39]"),
        bomb("maps nest", chain("{'x': 1}", "{'a': V, 'b': V}"), "variables.v40 == variables.v40"),
        bomb(
            "unknown texts double",
            chain("resource.open", "[V, 'x', V].join('')"),
            "variables.v40 == 'a'"),
        bomb("lists are mapped", chain(digits, "V + V.map(x, x)"), "variables.v40.size() > 0"),
        bomb("items are joined", chain("'x'", "[V, V, V].join(V)"), "variables.v40.size() > 0"),
        bomb(
            "a text is replaced",
            chain(thousand, "V.replace('x', V)"),
            "variables.v40.contains('y')"),
        bomb("a text is split", chain("'x'", "V + V"), "variables.v22.split('').size() > 0"),
        bomb(
            "nested macros",
            "",
            "%s.all(a, %s.all(b, %s.all(c, %s.all(d, %s.all(e, %s.all(f, %s.all(g, a < 99)))))))"
                .replace("%s", digits)),
        bomb(
            "a slow search",
            chain("'x'", "V + V"),
            "variables.v20.contains(variables.v19 + 'y' + variables.v19)"),
        bomb(
            "a slow pattern", chain("'x'", "V + V"), "variables.v20.matches('(x{1,50}y?){1,50}z')"),
        Arguments.of(
            "a long parameter",
            "",
            "params.many.all(a, params.many.all(b, a != b || a == b))",
            params));
  }

  private static Arguments bomb(String name, String variables, String expression) {
    return Arguments.of(name, variables, expression, "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void whatGrowsIsAnErrorOfTheRule(String name, String variables, String expression, String rest) {
    RuleBook book = compile(variables, expression, rest);
    assertThat(book.diagnostics()).isEmpty();
    Merger merger = new Merger(book.rules());
    Engine engine = new Engine(book.rules());
    String body = "open: {$parameter: open}\n";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> merger.add(engine.judge(Given.estate(Given.resource(TYPE, body)))));
    assertThat(merger.errors())
        .extracting(Diagnostic::message)
        .containsExactly("the rule `large` takes more than it may for one resource");
    assertThat(merger.findings())
        .extracting(Finding::outcome)
        .allMatch(it -> it instanceof Outcome.Open);
  }

  /// Reasons are shared: a tree of them has a million million leaves.
  @Test
  void whatIsSmallButSharedIsJudged() {
    RuleBook book = compile(chain("resource.on", "V && V"), "variables.v40", "");
    List<Finding> findings =
        Engine.run(book.rules(), List.of(Given.estate(Given.resource(TYPE, "on: false\n"))));
    assertThat(findings).extracting(Finding::outcome).containsExactly(new Outcome.Fail());
  }

  @Test
  void aDeepChainIsRefusedAndNotFollowed() {
    String deep =
        IntStream.rangeClosed(0, 99)
            .mapToObj(i ->
                "  - name: v"
                    + i
                    + "\n    expression: \""
                    + (i == 0 ? "1" : "0 + (0 + (0 + (0 + (0 + (variables.v" + (i - 1) + ")))))")
                    + "\"\n")
            .collect(Collectors.joining());
    RuleBook book = compile(deep, "variables.v99 == 1", "");
    Merger merger = new Merger(book.rules());
    merger.add(new Engine(book.rules()).judge(Given.estate(Given.resource(TYPE, "a: 1\n"))));
    assertThat(merger.errors()).hasSize(1);
  }

  @Test
  void aRuleThatExceedsIsAskedNoMoreAfterSomeResources() {
    RuleBook book = compile(chain("'x'", "V + V"), "variables.v40 == ''", "");
    Merger merger = new Merger(book.rules());
    Engine engine = new Engine(book.rules());
    for (int i = 0; i < 30; i++) {
      merger.add(engine.judge(Given.estate(Given.resource(TYPE, "a: 1\n"))));
    }
    assertThat(merger.findings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.instances()).isEqualTo(10);
        });
  }

  @Test
  void tooManyPartsAreSaidWhenTheRuleLoads() {
    String variables =
        IntStream.range(0, 101)
            .mapToObj(i -> "  - {name: v" + i + ", expression: 'true'}\n")
            .collect(Collectors.joining());
    assertThat(compile(variables, "true", "").diagnostics())
        .extracting(Diagnostic::message)
        .contains("a rule may have 100 variables");
    assertThat(compile("", "true", "x: &a [1]\ny: [*a, *a]").diagnostics())
        .extracting(Diagnostic::message)
        .contains("the YAML alias `*a` is not supported");
    assertThat(compile("", "'" + "x".repeat(20_000) + "' == ''", "").diagnostics()).isNotEmpty();
    assertThat(compile("", "'a'.matches('((a{100}){100}){100}')", "").diagnostics())
        .extracting(Diagnostic::message)
        .allMatch(it -> it.contains("gets too large"));
  }

  @Test
  void eachBoundOfARuleIsThereToTheLastOne() {
    assertThat(messages(text("", "true", "").replace("remediation:", validations(99)))).isEmpty();
    assertThat(messages(text("", "true", "").replace("remediation:", validations(100))))
        .containsExactly("a rule may have 100 validations");
    String message = "It is '{resource.name}'.";
    assertThat(messages(text("", "true", "").replace(message, "x".repeat(1_000)))).isEmpty();
    assertThat(messages(text("", "true", "").replace(message, "x".repeat(1_001))))
        .containsExactly("a message may have 1000 characters");
    assertThat(messages(text("", equalTexts(20_000), ""))).isEmpty();
    assertThat(messages(text("", equalTexts(20_001), ""))).hasSize(1);
    assertThat(messages(text("", nested(90), ""))).isEmpty();
    assertThat(messages(text("", nested(110), ""))).hasSize(1);
  }

  private static String validations(int more) {
    return "  - {expression: 'true', message: m}\n".repeat(more) + "remediation:";
  }

  /// An expression of this many characters.
  private static String equalTexts(int length) {
    return "'" + "x".repeat(length - 8) + "' != ''";
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth) + " == []";
  }

  private static List<String> messages(String text) {
    return compile(text).diagnostics().stream().map(Diagnostic::message).toList();
  }
}
