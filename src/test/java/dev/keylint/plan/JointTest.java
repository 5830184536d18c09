package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.plan.Supposition.SupposedKey;
import dev.keylint.template.Template;
import dev.keylint.text.CallPath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which declarations are supposed made at the same time, what they hang on, and what is supposed.
final class JointTest {
  private static final String WORLD =
      """
      param on bool = false
      param off bool = false
      param env string = 'dev'
      param cfg object = {}
      param list array = []
      param unused string = 'x'
      param derived string = env
      var prod = env == 'prod'
      """;

  private static final Reached NOTHING_MADE = new Reached(Set.of(), Set.of(), Set.of(), Map.of());

  @TempDir Path folder;

  private static String resource(String symbol, String gate, String value) {
    String end = gate.startsWith("[") ? "]" : "";
    return "resource SYMBOL 'A.B/c@2024-01-01' = GATE {\n  name: 'x'\n  properties: { v: VALUE }\n}"
            .replace("SYMBOL", symbol)
            .replace("GATE", gate)
            .replace("VALUE", value)
        + end
        + "\n";
  }

  private LoweredDeployment deployment(String bicep) {
    Project project = new Project(folder).with("main.bicep", bicep);
    return project.deployments(project.plan("main.bicep")).getFirst();
  }

  private static List<Way> ways(Template template) {
    return new LeftOutSearch(
            NOTHING_MADE,
            new LeftOutInterest(_ -> true, _ -> false, _ -> List.of(), LeftOutKeys.NONE, false))
        .run(template);
  }

  private static String joints(LoweredDeployment deployment) {
    return Joint.of(ways(deployment.template()), deployment).stream()
        .map(joint ->
            joint.stream()
                .map(it -> it.steps().getLast().declaration().symbol())
                .collect(Collectors.joining("+")))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "if (on)            ; 1      ; if (on)             ; 2      ; a+b",
        "if (on)            ; 1      ; if (!on)            ; 2      ; a b",
        "if (on)            ; 1      ; if (off)            ; 2      ; a+b",
        "if (env == 'dev')  ; 1      ; if (env == 'prod')  ; 2      ; a b",
        "if (prod)          ; 1      ; if (env == 'prod')  ; 2      ; a+b",
        "if (cfg.a)         ; 1      ; if (cfg.b)          ; 2      ; a+b",
        "if (cfg.a)         ; 1      ; if (cfg.ab)         ; 2      ; a+b",
        "if (cfg.a)         ; 1      ; if (cfg.a.b)        ; 2      ; a b",
        "if (cfg.a.b)       ; 1      ; if (cfg.a)          ; 2      ; a b",
        "if (cfg.a[0])      ; 1      ; if (cfg.a)          ; 2      ; a b",
        "if (cfg.a)         ; 1      ; if (cfg.a[0])       ; 2      ; a b",
        "if (on)            ; off    ; if (off)            ; 1      ; a b",
        "if (on)            ; 1      ; if (off)            ; on     ; a b",
        "if (on)            ; on     ; if (off)            ; off    ; a+b",
        "if (cfg.a)         ; 1      ; if (off)            ; cfg    ; a b",
        "if (cfg.a)         ; 1      ; if (off)            ; cfg.a.b ; a b",
        "if (cfg.a)         ; 1      ; if (off)            ; cfg.b  ; a+b",
        "if (on)            ; 1      ; if (off)            ; env    ; a+b",
        "if (env == 'prod') ; 1      ; if (on)             ; derived ; a b",
        "[for i in list:    ; 1      ; if (on)             ; list   ; a b",
        "[for i in list:    ; 1      ; [for i in list:     ; 2      ; a+b",
      })
  void twoGoTogetherUnlessOneChangesWhatTheOtherHangsOn(
      String gate, String value, String otherGate, String otherValue, String joints) {
    LoweredDeployment deployment =
        deployment(WORLD + resource("a", gate, value) + resource("b", otherGate, otherValue));
    assertThat(joints(deployment)).isEqualTo(joints);
  }

  @Test
  void aThirdOneGoesWithTheFirstThatItFits() {
    String three =
        resource("a", "if (env == 'a')", "1")
            + resource("b", "if (env == 'b')", "2")
            + resource("c", "if (env == 'b' && on)", "3")
            + resource("d", "if (env == 'a')", "on");
    assertThat(joints(deployment(WORLD + three))).isEqualTo("a+d b+c");
    assertThat(joints(deployment(WORLD + resource("a", "if (on)", "1")))).isEqualTo("a");
  }

  @Test
  void theEighthTakesAllTheRest() {
    String many =
        IntStream.rangeClosed(1, 10)
            .mapToObj(it -> resource("r" + it, "if (env == '" + it + "')", "1"))
            .collect(Collectors.joining());
    assertThat(joints(deployment(WORLD + many))).isEqualTo("r1 r2 r3 r4 r5 r6 r7 r8+r9+r10");
  }

  private static String shown(Map<SupposedKey, ? extends Collection<String>> parts) {
    Set<String> all = new TreeSet<>();
    parts.forEach((key, ids) ->
        ids.forEach(it -> all.add((key.template().equals(CallPath.ROOT) ? "" : "inner ") + it)));
    return String.join(" ", all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "if (on)  ; 1             ; on",
        "if (on)  ; off           ; off on",
        "if (on)  ; derived       ; derived env on",
        "if (on)  ; cfg.a         ; cfg.a on",
        "if (prod) ; [cfg.a, cfg.b] ; cfg.a cfg.b env",
        "[for i in list: ; i  ; list",
      })
  void aDeclarationReads(String gate, String value, String parts) {
    Template template = deployment(WORLD + resource("a", gate, value)).template();
    assertThat(shown(Reads.of(ways(template).getFirst()))).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "if (on)  ; v: off        ; inner make inner v off on",
        "if (on)  ; v: derived    ; derived env inner make inner v on",
        "if (on)  ; make: cfg.b   ; cfg.b inner make inner v inner w on",
        "if (on)  ; other: off    ; inner make inner v inner w on",
        "[for i in list: ; v: 'x' ; inner make inner v list",
      })
  void oneInsideACallReadsWhatIsGiven(String gate, String given, String parts) {
    new Project(folder)
        .with(
            "part.bicep",
            "param make bool = true\n"
                + "param w string = 'w'\n"
                + "param v string = w\n"
                + "param other bool = make\n"
                + resource("a", "if (make)", "v"));
    String call =
        "module part 'part.bicep' = GATE { name: 'n', params: { GIVEN } }"
                .replace("GATE", gate)
                .replace("GIVEN", given)
            + (gate.startsWith("[") ? "]\n" : "\n");
    Template template = deployment(WORLD + call).template();
    assertThat(shown(Reads.of(ways(template).getFirst()))).isEqualTo(parts);
  }
}
