package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a condition says of parameters when it is true, and when it is false.
final class AssumptionTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  @TempDir Path folder;

  private static String assumed(Expr condition, boolean holds, Template template) {
    return Assumption.of(condition, holds, template.variables()).entrySet().stream()
        .map(it -> it.getKey() + "=" + Shown.of(it.getValue()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "on                           ; on=true          ; on=false",
        "!on                          ; on=false         ; on=true",
        "!(!on)                      ; on=true          ; on=false",
        "both                         ; on=true off=true ; -",
        "on && off                    ; on=true off=true ; -",
        "on || off                    ; -                ; on=false off=false",
        "!(on && off)                 ; -                ; on=true off=true",
        "!(on || off)                 ; on=false off=false ; -",
        "on && contains(env, 'a')     ; on=true          ; -",
        "cfg.on                       ; cfg.on=true      ; cfg.on=false",
        "cfg.?on ?? false             ; cfg.on=true      ; -",
        "cfg.?on ?? true              ; -                ; cfg.on=false",
        "cfg.?on ?? off               ; -                ; -",
        "env == 'a'                   ; env='a'          ; -",
        "'a' == env                   ; env='a'          ; -",
        "env != 'a'                   ; -                ; env='a'",
        "size == 3                    ; size=3           ; -",
        "env == size                  ; -                ; -",
        "env == letter                ; env='a'          ; -",
        "on == true                   ; on=true          ; on=false",
        "on == false                  ; on=false         ; on=true",
        "false == on                  ; on=false         ; on=true",
        "(on && off) == true          ; on=true off=true ; -",
        "(on && off) == false         ; -                ; on=true off=true",
        "false == (on || off)         ; on=false off=false ; -",
        "toLower(env) == 'a'          ; -                ; -",
        "(on && off) == empty(env)    ; -                ; -",
        "env == 'a' && env == 'b'     ; env='a'          ; -",
        "empty(env)                   ; -                ; -",
        "true                         ; -                ; -",
      })
  void aConditionSays(String condition, String whenTrue, String whenFalse) {
    Template template =
        new Project(folder)
            .with(
                "main.bicep",
                """
                param on bool
                param off bool
                param env string
                param size int
                param cfg object
                var letter = 'a'
                var both = on && off
                var condition = CONDITION
                """
                    .replace("CONDITION", condition))
            .template("main.bicep");
    Expr expr = new Expr.VariableRef("condition", AT);
    assertThat(assumed(expr, true, template)).isEqualTo(whenTrue.replace("-", ""));
    assertThat(assumed(expr, false, template)).isEqualTo(whenFalse.replace("-", ""));
  }

  /// Functions of ARM with as many arguments as somebody wrote.
  @ParameterizedTest
  @CsvSource({
    "'',  not,      'on',      'on=false'",
    "'',  NOT,      'on',      'on=false'",
    "'',  not,      'on off',  ''",
    "ns,  not,      'on',      ''",
    "'',  AND,      'on off',  'on=true off=true'",
    "'',  and,      'on a b',  'on=true a=true b=true'",
    "'',  or,       'on off',  ''",
    "'',  coalesce, 'on true', ''",
    "'',  Coalesce, 'on false', 'on=true'",
    "'',  coalesce, 'on',      ''",
    "'',  coalesce, 'on a false', ''",
    "'',  equals,   'on true', 'on=true'",
    "'',  Equals,   'on true', 'on=true'",
    "'',  equals,   'on true true', ''",
    "'',  equals,   'on',      ''",
    "'',  if,       'on false', ''",
  })
  void aCallSays(String namespace, String function, String arguments, String expected) {
    List<Expr> given =
        Stream.of(arguments.split(" "))
            .<Expr>map(it ->
                switch (it) {
                  case "true" -> new Expr.BoolLiteral(true, AT);
                  case "false" -> new Expr.BoolLiteral(false, AT);
                  default -> new Expr.ParameterRef(it, AT);
                })
            .toList();
    Optional<String> of = Optional.of(namespace).filter(it -> !it.isEmpty());
    Template template = new Project(folder).with("main.bicep", "").template("main.bicep");
    assertThat(assumed(new Expr.Call(of, function, given, AT), true, template)).isEqualTo(expected);
  }
}
