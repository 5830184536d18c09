package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of parameters, conditions and loops that are supposed otherwise.
final class SuppositionTest {
  private static final String WORLD =
      """
      param on bool = false
      param yes bool = true
      param env string = 'dev'
      param size int = 0
      param cfg object = {}
      param list array = []
      """;
  private static final String PART =
      """
      param make bool = false
      param items array = []
      param opts object = {}
      """;

  private static final Reached NOTHING_MADE = new Reached(Set.of(), Set.of(), Set.of(), Map.of());

  @TempDir Path folder;

  private static LoweredDeployment deployment(Project project) {
    return project.deployments(project.plan("main.bicep")).getFirst();
  }

  private static Way way(Template template) {
    return new LeftOutSearch(
            NOTHING_MADE,
            new LeftOutInterest(_ -> true, _ -> false, _ -> List.of(), LeftOutKeys.NONE, false))
        .run(template)
        .getFirst();
  }

  private static String resource(String gate) {
    return "resource a 'A.B/c@2024-01-01' = GATE { name: 'x' }".replace("GATE", gate)
        + (gate.startsWith("[") ? "]\n" : "\n");
  }

  /// The parameters that changed.
  private static List<String> changed(Template before, Template after) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < before.parameters().size(); i++) {
      if (!before.parameters().get(i).equals(after.parameters().get(i))) {
        changed.add(
            after.parameters().get(i).name()
                + "="
                + after.parameters().get(i).defaultValue().map(Shown::of).orElse("?"));
      }
    }
    return changed;
  }

  private static String unknown(Declaration declaration) {
    String condition = declaration.condition().map(Shown::of).orElse("");
    String loop = declaration.loop().map(it -> Shown.of(it.count())).orElse("");
    return (condition.startsWith("unsupported") ? " if?" : "")
        + (loop.startsWith("unsupported") ? " for?" : "");
  }

  private static String supposed(LoweredDeployment deployment, boolean force) {
    Way way = way(deployment.template());
    Supposition supposition = new Supposition(deployment);
    supposition.openLoop(way, 0, force);
    supposition.openCondition(way, 0, force);
    Template after = supposition.result().template();
    return String.join(" ", changed(deployment.template(), after))
        + unknown(after.resources().getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "if (on)                        ; on=true",
        "if (!yes)                      ; yes=false",
        "if (on && !yes)                ; on=true yes=false",
        "if (on || yes)                 ; on=? yes=?",
        "if (env == 'prod')             ; env='prod'",
        "if (env == 'a' || env == 'b')  ; env=?",
        "if (contains(yes ? 'a' : 'b', 'b')) ; yes=false",
        "if (cfg.a)                     ; cfg={...{}, 'a': true}",
        "if (contains(cfg, 'a') && cfg.a) ; cfg={...{}, 'a': true}",
        "if (cfg == {} && cfg.a)        ; cfg={...{}, 'a': true}",
        "[for i in list:                ; list=?",
        "[for i in range(0, size):      ; size=?",
        "[for i in list: if (on)        ; on=true list=?",
      })
  void parametersGetWhatTheyNeed(String gate, String supposed) {
    Project project = new Project(folder).with("main.bicep", WORLD + resource(gate));
    LoweredDeployment deployment = deployment(project);
    assertThat(supposed(deployment, false)).isEqualTo(supposed);
    String gates = (gate.contains("if (") ? " if?" : "") + (gate.startsWith("[") ? " for?" : "");
    assertThat(supposed(deployment, true)).isEqualTo(supposed + gates);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "if (1 == 2)                       ; if?",
        "[for i in range(0, 0):            ; for?",
        "[for i in range(0, 0): if (1 == 2) ; if? for?",
      })
  void withoutParametersTheGateIsUnknown(String gate, String unknown) {
    Project project = new Project(folder).with("main.bicep", WORLD + resource(gate));
    assertThat(supposed(deployment(project), false).trim()).isEqualTo(unknown);
  }

  /// What is changed outside, what the call still gives, and what is changed inside.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "if (make)         ; make: on           ; on=true           ; make ; -",
        "if (make)         ; make: on && !yes   ; on=true yes=false ; -    ; make=true",
        "if (make)         ; make: false        ; -                 ; -    ; make=true",
        "if (make)         ; make: env == 'x'   ; env='x'           ; -    ; make=true",
        "if (make)         ; make: empty(env)   ; env=?             ; -    ; make=true",
        "if (!make)        ; make: on || yes    ; on=false yes=false ; -   ; make=false",
        "if (make)         ; opts: cfg          ; -                 ; opts ; make=true",
        "if (opts.a)       ; opts: cfg          ; cfg={...{}, 'a': true} ; opts ; -",
        "if (opts.a)       ; opts: { a: on }    ; on=true           ; opts ; -",
        "if (opts.a)       ; opts: { a: false } ; -   ; opts ; opts={...{}, 'a': true}",
        "[for i in items:  ; items: list        ; list=?            ; items ; -",
        "[for i in items:  ; items: []          ; -                 ; -    ; items=?",
        "[for i in items:  ; items: filter(list, it => it.on) ; list=? ; items ; -",
      })
  void insideACallItIsFollowedOutwards(
      String gate, String given, String outside, String still, String inside) {
    Project project =
        new Project(folder)
            .with("part.bicep", PART + resource(gate))
            .with(
                "main.bicep",
                WORLD
                    + "module part 'part.bicep' = { name: 'n', params: { GIVEN } }\n"
                        .replace("GIVEN", given));
    LoweredDeployment deployment = deployment(project);
    Way way = way(deployment.template());
    Supposition supposition = new Supposition(deployment);
    supposition.openLoop(way, 1, false);
    supposition.openCondition(way, 1, false);
    Template after = supposition.result().template();
    assertThat(changed(deployment.template(), after)).isEqualTo(all(outside));
    Declaration.Deployment call = Project.deployment(after, "part");
    assertThat(call.arguments()).extracting(Declaration.Argument::name).isEqualTo(all(still));
    Template inner = ((Content.Inner) call.content()).template();
    assertThat(changed(way.step(1).template(), inner)).isEqualTo(all(inside));
  }

  /// Several are told apart by a blank before a name.
  private static List<String> all(String text) {
    return text.equals("-") ? List.of() : List.of(text.split(" (?=[a-z]+=)"));
  }
}
