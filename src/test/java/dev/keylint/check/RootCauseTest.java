package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The part of an unknown value that somebody could supply.
final class RootCauseTest {
  private static final Origin HERE = Origin.at(new Location.WholeFile("main.bicep"));
  private static final Value.Unknown PARAMETER = (Value.Unknown) Given.value("{$parameter: p}");

  private static Value.Unknown made(Term term) {
    return new Value.Unknown(term, PARAMETER.reason(), HERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1", "1.5", "x", "[1, x]", "{a: {b: 1}}"})
  void whatIsKnownBesideItIsNone(String yaml) {
    Value known = Given.value(yaml);
    Value.Unknown alone = made(new Term.Call("f", List.of(known)));
    assertThat(RootCause.of(alone)).containsExactly(alone);
    assertThat(RootCause.of(made(new Term.Call("f", List.of(known, PARAMETER)))))
        .containsExactly(PARAMETER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, {$parameter: p}]", "{a: 1, b: [{$parameter: p}]}"})
  void itIsFoundInsideOfOthers(String yaml) {
    Value outer = Given.value(yaml);
    List<String> names =
        RootCause.of(made(new Term.Call("f", List.of(outer)))).stream()
            .map(it -> ((Reason.MissingParameter) it.reason()).name())
            .toList();
    assertThat(names).containsExactly("p");
    assertThat(RootCause.of(made(new Term.Lambda(List.of("x"), PARAMETER))))
        .containsExactly(PARAMETER);
  }

  @Test
  void onlySoManyPartsAreLookedAt() {
    List<Value> parts = new ArrayList<>(Collections.nCopies(9_998, new Value.Str("x", HERE)));
    parts.add(PARAMETER);
    assertThat(RootCause.of(made(new Term.Concat(parts)))).containsExactly(PARAMETER);
    parts.addFirst(new Value.Str("x", HERE));
    Value.Unknown large = made(new Term.Concat(parts));
    assertThat(RootCause.of(large)).containsExactly(large);
  }
}
