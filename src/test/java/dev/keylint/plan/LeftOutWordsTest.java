package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.template.Declaration;
import dev.keylint.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What would have to hold, in words.
final class LeftOutWordsTest {
  private static final String WORLD =
      """
      param on bool = false
      param yes bool = true
      param env string = 'dev'
      param text string = ''
      param size int = 3
      param cfg object = {}
      param list array = []
      """;

  @TempDir Path folder;

  private Way way(String gate, String end) {
    String resource = "resource a 'A.B/c@2024-01-01' = GATE { name: 'x' }END\n";
    Template template =
        new Project(folder)
            .with("main.bicep", WORLD + resource.replace("GATE", gate).replace("END", end))
            .template("main.bicep");
    return new Way(List.of(new Way.Step(template, template.resources().getLast())));
  }

  private static LeftOutCause cause(Way way, boolean isLoop) {
    return new LeftOutWords(way, Optional.empty(), Map.of(), Map.of())
        .cause(List.of(new Gate(0, isLoop)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "on                          ; `on` were true",
        "on && yes                   ; `on` were true",
        "on && env == 'dev'          ; `on` were true",
        "on && env == 'prod'         ; `on` were true and `env` were 'prod'",
        "on && env != 'dev'          ; `on` were true and `env` were not 'dev'",
        "on && env != 'prod'         ; `on` were true",
        "on && size == 3             ; `on` were true",
        "on && size == 4             ; `on` were true and `size` were 4",
        "on && size != 3             ; `on` were true and `size` were not 3",
        "on && size != 4             ; `on` were true",
        "on && size == 'x'           ; `on` were true and `size` were 'x'",
        "on && env == 3              ; `on` were true and `env` were 3",
        "on && empty(text)           ; `on` were true",
        "on && empty(env)            ; `on` were true and `env` were empty",
        "on && !empty(env)           ; `on` were true",
        "on && !empty(text)          ; `on` were true and `text` were not empty",
        "on && empty(yes)            ; `on` were true and `yes` were empty",
        "yes && env == 'dev'         ; `yes` were true and `env` were 'dev'",
        "!(on || yes)                ; `yes` were false",
        "on || yes                   ; `on` or `yes` had another value",
        "!(on && yes)                ; `on` or `yes` had another value",
        "on && contains(env, 'x')    ; `on` or `env` had another value",
        "contains(cfg, 'a') && cfg.a ; `cfg.a` were true",
        "contains(cfg, 'a') && on    ; `cfg` or `on` had another value",
        "!contains(cfg, 'a') && cfg.a ; `cfg` or `cfg.a` had another value",
        "cfg.?a ?? false             ; `cfg.a` were true",
        "!(cfg.?a ?? true)           ; `cfg.a` were false",
        "cfg.?a ?? true              ; `cfg.a` had another value",
        "cfg.?a ?? on                ; `cfg.a` or `on` had another value",
        "on == true                  ; `on` were true",
        "yes == false                ; `yes` were false",
        "true == on                  ; `on` were true",
        "(on && yes) == true         ; `on` were true",
        "(on || yes) == false        ; `yes` were false",
        "(on || yes) == true         ; `on` or `yes` had another value",
        "env == text                 ; `env` or `text` had another value",
        "toLower(env) == 'a'         ; `env` had another value",
        "contains(yes ? 'a' : 'b', 'b') ; `yes` had another value",
        "(on ? 'a' : '') == 'y'      ; `on` had another value",
        "empty(on ? 'y' : 'x')       ; `on` had another value",
        "on && !on                   ; `on` had another value",
        "!empty(on ? '' : 'k') && on ; `on` had another value",
        "env == 'y' && env == 'z'    ; `env` had another value",
        "!empty(on ? (yes ? 'k' : '') : '') ; `on` were true",
        "!empty(on ? '${text}' : '') ; `on` or `text` had another value",
        "!empty(on ? 'a${text}' : '') ; `on` were true",
        "!empty(on ? toLower(text) : '') ; `on` or `text` had another value",
        "!empty(on ? 'a' : '')       ; `on` were true",
        "!empty(!on || !yes ? '' : 'a') ; `on` were true",
        "!empty(!on ? '' : text)     ; `on` were true and `text` were not empty",
        "!empty(!on ? '' : env)      ; `on` were true",
        "!empty(!on ? '' : (empty(text) ? 'a' : text)) ; `on` were true",
        "!empty(on ? 'a' : 'b')      ; `on` had another value",
        "empty(yes ? [1] : [])       ; `yes` were false",
        "!empty(on || size == 4 ? 'a' : '') ; `on` or `size` had another value",
        "1 == 2                      ; its condition were true",
      })
  void aConditionIsSaidByWhatIsMissing(String condition, String unless) {
    assertThat(cause(way("if (" + condition + ")", ""), false).unless()).isEqualTo(unless);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "list                       ; `list` had an item",
        "filter(list, it => it.on)  ; `list` had another value",
        "on ? [1] : []              ; `on` were true",
        "on && yes ? [1] : []       ; `on` were true",
        "on || yes ? [1] : []       ; `on` or `yes` had another value",
        "!on ? [] : list            ; `on` were true and `list` were not empty",
        "range(0, size)             ; `size` were more than 0",
        "range(0, length(list))     ; `list` had another value",
        "range(0, 0)                ; its loop had an item",
        "range(0, on ? 2 : 0)       ; `on` were true",
        "range(0, on ? size : 0)    ; `on` or `size` had another value",
        "on ? range(0, size) : []   ; `on` or `size` had another value",
      })
  void aLoopIsSaidByItsList(String over, String unless) {
    assertThat(cause(way("[for i in " + over + ":", "]"), true).unless()).isEqualTo(unless);
  }

  /// What is made of parameters before a module gets it.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "bool   ; on && yes                  ; p         ; `on` were true",
        "bool   ; !on && !yes                ; p         ; `yes` were false",
        "bool   ; on || size == 4            ; p         ; `on` or `size` had another value",
        "bool   ; on && yes                  ; !p        ; `on` or `yes` had another value",
        "string ; !yes || !on ? '' : 'x'     ; !empty(p) ; `on` were true",
        "string ; yes && on ? 'x' : text     ; !empty(p) ; `yes` or `on` or `text` had another"
            + " value",
        "string ; '${env}${text}'            ; p == 'a'  ; `env` or `text` had another value",
        "array  ; on && yes ? ['x'] : []     ; !empty(p) ; `on` were true",
      })
  void aConditionIsSaidByWhatAModuleGets(String type, String given, String gate, String unless) {
    Template template =
        new Project(folder)
            .with(
                "inner.bicep",
                "param p "
                    + type
                    + "\nresource a 'A.B/c@2024-01-01' = if ("
                    + gate
                    + ") { name: 'x' }\n")
            .with(
                "main.bicep", WORLD + "module m 'inner.bicep' = { params: { p: " + given + " } }\n")
            .template("main.bicep");
    Declaration call = template.resources().getLast();
    Template inner =
        ((Declaration.Content.Inner) ((Declaration.Deployment) call).content()).template();
    Way way =
        new Way(
            List.of(
                new Way.Step(template, call), new Way.Step(inner, inner.resources().getLast())));
    LeftOutCause cause =
        new LeftOutWords(way, Optional.empty(), Map.of(), Map.of())
            .cause(List.of(new Gate(1, false)));
    assertThat(cause.unless()).isEqualTo(unless);
  }

  @Test
  void aParameterHasAPlace() {
    LeftOutCause cause = cause(way("if (env == 'prod')", ""), false);
    assertThat(cause.at().toString()).startsWith("main.bicep:3:");
    assertThat(cause.decides()).isEqualTo("`env` has its value here");
  }

  @Test
  void withoutAParameterTheGateIsThePlace() {
    Way way = way("[for i in range(0, 0): if (1 == 2)", "]");
    Declaration declaration = way.step(0).declaration();
    LeftOutCause loop = cause(way, true);
    assertThat(loop.at()).isEqualTo(way.step(0).over().orElseThrow().at());
    assertThat(loop.decides()).isEqualTo("what keeps it out");
    assertThat(cause(way, false).at()).isEqualTo(declaration.condition().orElseThrow().at());
    assertThat(loop.at()).isNotEqualTo(cause(way, false).at());
  }
}
