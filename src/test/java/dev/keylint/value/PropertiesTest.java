package dev.keylint.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PropertiesTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  private static Property member(String name, Hiding hiding) {
    return new Property(name, AT, new Value.Str(name, Origin.at(AT)), hiding);
  }

  /// Which of them Azure takes is not known; they are named where everybody may read them.
  @ParameterizedTest
  @EnumSource
  void namesThatDifferByCaseAreNamedUnlessTheyAreHidden(Hiding hiding) {
    Properties members = Properties.of(List.of(member("Key", Hiding.NONE), member("KEY", hiding)));
    assertThat(members.property("key").orElseThrow().value().toString())
        .contains("keys that differ by case only: Key, " + (hiding == Hiding.NONE ? "KEY" : "***"));
  }
}
