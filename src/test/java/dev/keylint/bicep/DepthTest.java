package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          var x = ;  [           ;   ;  ]
          var x = ;  {a:         ; 1 ;  }
          var x = ;  (           ; 1 ;  )
          var x = ;  f(          ; 1 ;  )
          var x = ;  '${         ; 1 ;  }'
          var x = ;  a ? b :     ; 1 ;
          var x = ;  a ?         ; 1 ;  : b
          var x = ;  a =>        ; 1 ;
          var x = ;  [for a in b:; 1 ;  ]
          var x = ;              ; a ;  .b
          var x = ;              ; a ;  !
          var x = ;              ; a ;  [1]
          var x = ;              ; 1 ;  + 1
          var x = ;  a[          ; 1 ;  ]
          type x =;  [           ;   ;  ]
          type x =;  {a:         ; 1 ;  }
          type x =;  (           ; 1 ;  )
          type x =;  a<          ; 1 ;  >
          type x =;              ; a ;  []
          type x =;              ; a ;  .b
          type x =;              ; a ;  ?!
          """)
  void tooDeepIsOneDiagnosticAndTheRestIsRead(
      String declaration, String open, String core, String close) {
    String value = orEmpty(open).repeat(MANY) + orEmpty(core) + orEmpty(close).repeat(MANY);
    BicepFile file =
        BicepParser.parse(Source.of("deep.bicep", declaration + value + "\nparam last string\n"));
    assertThat(file.diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Diagnostic.Kind.LIMIT))
        .satisfies(it -> assertThat(it.message()).contains("200 levels"));
    assertThat(file.declarations()).hasSize(2).last().isInstanceOf(Declaration.Parameter.class);
  }

  @Test
  void nestedResourcesAreBoundedToo() {
    String text =
        "resource a 'b' = " + "{\nresource a 'b' = ".repeat(MANY) + "{}" + "\n}".repeat(MANY);
    assertThat(BicepParser.parse(Source.of("deep.bicep", text)).diagnostics()).hasSize(1);
  }

  @Test
  void whatPeopleWriteIsNotTooDeep() {
    String text = "var x = " + "[".repeat(190) + "]".repeat(190) + "\nvar y = a" + ".b".repeat(190);
    assertThat(BicepParser.parse(Source.of("deep.bicep", text)).diagnostics()).isEmpty();
  }

  /// The table reads empty cells as null.
  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
