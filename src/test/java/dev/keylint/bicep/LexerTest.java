package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.bicep.Directive.Kind;
import dev.keylint.text.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          a.?b[^1]            ; IDENTIFIER DOT QUESTION IDENTIFIER LEFT_SQUARE HAT INTEGER RIGHT_SQUARE
          ...a                ; ELLIPSIS IDENTIFIER
          a..b                ; IDENTIFIER DOT DOT IDENTIFIER
          a ??b               ; IDENTIFIER COALESCE IDENTIFIER
          a::b=>c             ; IDENTIFIER DOUBLE_COLON IDENTIFIER ARROW IDENTIFIER
          a<=b>=c             ; IDENTIFIER LESS_OR_EQUAL IDENTIFIER GREATER_OR_EQUAL IDENTIFIER
          a & b | c           ; IDENTIFIER UNRECOGNIZED IDENTIFIER PIPE IDENTIFIER
          true True null      ; TRUE IDENTIFIER NULL
          '${a}b${c}'         ; STRING_LEFT_PIECE IDENTIFIER STRING_MIDDLE_PIECE IDENTIFIER STRING_RIGHT_PIECE
          '\\${a}'            ; STRING_COMPLETE
          '''${a}'''          ; STRING_COMPLETE
          $'''${a}'''         ; STRING_LEFT_PIECE IDENTIFIER STRING_RIGHT_PIECE
          $$'''${a}'''        ; STRING_COMPLETE
          $a                  ; UNRECOGNIZED IDENTIFIER
          a /* b */ c // d    ; IDENTIFIER IDENTIFIER
          """)
  void cutsTokens(String text, String types) {
    assertThat(types(text.replace("\\\\", "\\"))).isEqualTo(types + " END_OF_FILE");
  }

  @Test
  void severalLineEndsAreOneToken() {
    assertThat(types("a\r\n\r\n\nb")).isEqualTo("IDENTIFIER NEW_LINE IDENTIFIER END_OF_FILE");
    assertThat(types("a\n  \nb")).isEqualTo("IDENTIFIER NEW_LINE NEW_LINE IDENTIFIER END_OF_FILE");
  }

  @Test
  void aLineEndBreaksAStringOff() {
    assertThat(types("'a${b\nc"))
        .isEqualTo(
            "STRING_LEFT_PIECE IDENTIFIER STRING_RIGHT_PIECE NEW_LINE IDENTIFIER END_OF_FILE");
  }

  @Test
  void directivesAreReadWithTheirCodes() {
    List<Directive> directives =
        lex("""
        param a string
          #disable-next-line BCP036 no-unused-params // why
        #disable-diagnostics a-b
        #restore-diagnostics a-b
        param b string #disable-next-line c
        """)
            .directives();
    assertThat(directives)
        .extracting(Directive::kind, Directive::codes, Directive::line)
        .containsExactly(
            tuple(Kind.DISABLE_NEXT_LINE, 2, "BCP036", "no-unused-params"),
            tuple(Kind.DISABLE_DIAGNOSTICS, 3, "a-b"),
            tuple(Kind.RESTORE_DIAGNOSTICS, 4, "a-b"));
  }

  private static org.assertj.core.groups.Tuple tuple(Kind kind, int line, String... codes) {
    return org.assertj.core.groups.Tuple.tuple(kind, List.of(codes), line);
  }

  @Test
  void aDirectiveWithoutCodesIsAFault() {
    assertThat(lex("#disable-next-line\n").diagnostics())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).isEqualTo("this directive names no diagnostic"));
  }

  @Test
  void longNamesAreAFault() {
    assertThat(lex("a".repeat(255)).diagnostics()).isEmpty();
    assertThat(lex("a".repeat(256)).diagnostics()).hasSize(1);
  }

  private static Lexer.Result lex(String text) {
    return new Lexer(Source.of("test.bicep", text)).read();
  }

  private static String types(String text) {
    return lex(text).tokens().stream()
        .map(token -> token.type().name())
        .collect(Collectors.joining(" "));
  }
}
