package dev.keylint.lower.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Project;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          string                      ; STRING
          string?                     ; STRING nullable
          sys.string                  ; STRING
          int                         ; INT
          bool                        ; BOOL
          object                      ; OBJECT
          array                       ; ARRAY
          string[]                    ; ARRAY
          (string | null)[]?          ; ARRAY nullable
          { a: string }               ; OBJECT
          [int, string]               ; ARRAY
          'a' | 'b'                   ; STRING ['a', 'b']
          'a' | 'b' | null            ; STRING nullable ['a', 'b']
          1 | -2                      ; INT [1, -2]
          true                        ; BOOL [true]
          'a' | 1                     ; ANY ['a', 1]
          letter | 'z'                ; STRING ['x', 'y', 'z']
          letter?                     ; STRING nullable ['x', 'y']
          maybe!                      ; STRING
          secret                      ; STRING secure
          secret?                     ; STRING nullable secure
          shape.key                   ; STRING secure
          shape.list[*]               ; INT
          shape.pair[1]               ; BOOL
          shape['letter']             ; STRING ['x', 'y']
          shape.*                     ; STRING
          again                       ; ANY
          node                        ; OBJECT
          resourceInput<'A.B/c@2024-01-01'>.properties ; ANY
          """)
  void typesSayWhatAValueIsLike(String type, String expected) {
    Template template =
        new Project(folder)
            .clean(
                """
                type letter = 'x' | 'y'
                type maybe = string?
                @secure()
                type secret = string
                type shape = { key: secret, list: int[], pair: [string, bool], letter: letter, *: string }
                type again = again2
                type again2 = again
                type node = { next: node? }
                param p %s
                """
                    .replace("%s", type));
    Parameter parameter = template.parameters().getFirst();
    String shown =
        parameter.type()
            + (parameter.nullable() ? " nullable" : "")
            + (parameter.secure() ? " secure" : "")
            + (parameter.allowed().isEmpty()
                ? ""
                : " " + parameter.allowed().stream().map(Shown::of).toList());
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void decoratorsAddToTheType() {
    Template template =
        new Project(folder)
            .clean(
                """
                @secure()
                param key string
                @sys.allowed(['basic', 'standard'])
                @description('the size')
                param sku string = 'basic'
                @allowed(['a', 'b'])
                param several array
                """);
    assertThat(template.parameters().getFirst().secure()).isTrue();
    Parameter sku = template.parameters().get(1);
    assertThat(sku.allowed().stream().map(Shown::of)).containsExactly("'basic'", "'standard'");
    assertThat(sku.defaultValue().map(Shown::of)).contains("'basic'");
    assertThat(sku.secure()).isFalse();
    // Azure allows these as items of the array, in any number.
    assertThat(template.parameters().getLast().allowed()).isEmpty();
  }

  @Test
  void anUnknownTypeIsReported() {
    new Project(folder).wrong("param p strin\n", Kind.SEMANTIC, "there is no type `strin`");
  }

  @Test
  void aResourceAsATypeIsReported() {
    new Project(folder)
        .wrong("param p resource 'A.B/c@2024-01-01'\n", Kind.UNSUPPORTED, "a resource as a type");
  }

  @Test
  void outputsMayBeSecret() {
    Template template =
        new Project(folder).clean("@secure()\noutput a string = 'x'\noutput b string = 'y'\n");
    assertThat(template.outputs())
        .extracting(output -> output.secure())
        .containsExactly(true, false);
  }
}
