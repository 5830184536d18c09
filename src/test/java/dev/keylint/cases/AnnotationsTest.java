package dev.keylint.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The referee of the rules can say no.
final class AnnotationsTest {
  private static final Answer FAIL = new Answer(Answer.Kind.FAIL, at(2), "Keys are on.");
  private static final Answer OPEN = new Answer(Answer.Kind.OPEN, at(2), "Can't tell.");

  private static Line at(int number) {
    return new Line("cases.bicep", number);
  }

  private static Annotations read(String text) {
    return Annotations.read(Source.of("cases.bicep", text), "some-rule");
  }

  private static List<String> mismatches(String comment, Answer... answers) {
    Annotations annotations = read(comment + "\nresource\n");
    assertThat(annotations.mistakes()).isEmpty();
    return Mismatches.of(annotations.all(), List.of(answers));
  }

  @Test
  void anAnnotationSpeaksAboutTheNextLineThatIsNoComment() {
    Annotations annotations =
        read("// ruleid: some-rule \"part\"\n  // why\n  // ok: some-rule\nx\n// plain: words\n");
    assertThat(annotations.all())
        .containsExactly(
            new Annotation(Annotation.Kind.RULEID, "part", at(4)),
            new Annotation(Annotation.Kind.OK, "", at(4)));
    assertThat(annotations.mistakes()).isEmpty();
  }

  @Test
  void whatOnlyLooksLikeAnAnnotationIsAMistake() {
    for (String text :
        List.of(
            "// rule: some-rule\nx",
            "// ruleid: other-rule\nx",
            "// ruleid: some-rule part\nx",
            "// RULEID: some-rule\nx",
            "// ok: some-rule\n\nx",
            "// ok: some-rule")) {
      assertThat(read(text).mistakes()).as(text).hasSize(1);
    }
  }

  @Test
  void whatIsAnnotatedMustBeThere() {
    assertThat(mismatches("// ruleid: some-rule", FAIL)).isEmpty();
    assertThat(mismatches("// ruleid: some-rule \"on\"", FAIL)).isEmpty();
    assertThat(mismatches("// ruleid: some-rule \"off\"", FAIL)).hasSize(1);
    assertThat(mismatches("// ruleid: some-rule")).hasSize(1);
    assertThat(mismatches("// ruleid: some-rule", FAIL, FAIL)).hasSize(1);
    assertThat(mismatches("// ruleid: some-rule", OPEN)).hasSize(2);
    assertThat(mismatches("// unknown: some-rule", OPEN)).isEmpty();
    assertThat(mismatches("// unknown: some-rule", FAIL)).hasSize(2);
    assertThat(mismatches("// unknown: some-rule")).hasSize(1);
  }

  @Test
  void whatIsThereMustBeAnnotated() {
    assertThat(mismatches("// ok: some-rule")).isEmpty();
    assertThat(mismatches("// ok: some-rule", FAIL)).hasSize(1);
    assertThat(mismatches("// ok: some-rule", OPEN)).hasSize(1);
    assertThat(mismatches("// nothing", FAIL)).hasSize(1);
    assertThat(mismatches("// nothing", OPEN)).hasSize(1);
  }

  @Test
  void aClosedGapMustBeSaid() {
    assertThat(mismatches("// todoruleid: some-rule")).isEmpty();
    assertThat(mismatches("// todoruleid: some-rule", OPEN)).isEmpty();
    assertThat(mismatches("// todoruleid: some-rule", FAIL)).hasSize(1);
    assertThat(mismatches("// todook: some-rule", FAIL)).isEmpty();
    assertThat(mismatches("// todook: some-rule")).hasSize(1);
  }
}
