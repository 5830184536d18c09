package dev.keylint.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.resource.Estate;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;

/// A value knows where it was written and how it came.
class OriginsTest {
  private static final Estate ESTATE =
      Arm.expand(
          """
          "parameters": {"settings": {"type": "object", "defaultValue": {"auth": {"keys": false}}}},
          "variables": {"auth": "[parameters('settings').auth]"},
          "resources": [{
            "type": "A.B/c", "apiVersion": "1", "name": "n",
            "properties": {
              "disableLocalAuth": "[variables('auth').keys]",
              "made": "[concat('a', 'b')]"
            }
          }]
          """);

  private static Property property(String name) {
    Value properties = ESTATE.resources().getFirst().properties().orElseThrow();
    return ((Value.Obj) properties).properties().property(name).orElseThrow();
  }

  private static String text(Location at) {
    return at instanceof Location.InFile(var source, var span) ? source.slice(span) : "";
  }

  @Test
  void aLiteralKeepsItsPlaceOnItsWay() {
    Origin origin = property("disableLocalAuth").value().origin();
    assertThat(text(origin.at())).isEqualTo("false");
    assertThat(origin.way())
        .extracting(step -> step.kind() + " " + step.name())
        .containsExactly("VARIABLE auth", "PARAMETER_DEFAULT settings");
  }

  @Test
  void aMemberOfABodyStandsWhereItIsWritten() {
    assertThat(text(property("disableLocalAuth").at()))
        .isEqualTo("\"disableLocalAuth\": \"[variables('auth').keys]\"");
  }

  @Test
  void aTextThatIsMadeStandsWhereItIsMade() {
    assertThat(text(property("made").value().origin().at())).contains("concat('a', 'b')");
  }
}
