package dev.keylint.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownTest {
  private static final Origin HERE = Origin.at(new Location.WholeFile("main.bicep"));

  private static Value text(String text) {
    return new Value.Str(text, HERE);
  }

  private static Value.Unknown unknown(Term term) {
    return new Value.Unknown(term, new Reason.Unsupported("x"), HERE);
  }

  private static Value.Unknown call(String function, Value... arguments) {
    return unknown(new Term.Call(function, List.of(arguments)));
  }

  private static Value.Unknown concat(Value... parts) {
    return unknown(new Term.Concat(List.of(parts)));
  }

  @Test
  void whatIsKnownOfANameStands() {
    Value unique = call("uniqueString", text("a"));
    assertThat(Shown.text(concat(text("cog-"), call("toLower", unique)))).isEqualTo("cog-…");
    assertThat(Shown.text(concat(text("a-"), unique, unique, text("-b")))).isEqualTo("a-…-b");
    Value.Unknown name = call("parameters", text("envName"));
    assertThat(Shown.text(call("toLower", concat(text("AI-"), name)))).isEqualTo("ai-{envName}");
    Value.Unknown member = unknown(new Term.Access(name, List.of(text("id"))));
    assertThat(Shown.text(member)).isEqualTo("{envName.id}");
    assertThat(Shown.text(call("take", concat(text("st"), unique), new Value.Int(24, HERE))))
        .isEqualTo("st…");
    assertThat(Shown.text(call("externalInputs", text("MY_ID")))).isEqualTo("{MY_ID}");
  }

  @Test
  void aChoiceOfTheSameIsNone() {
    Value.Unknown condition = call("parameters", text("flag"));
    assertThat(Shown.text(call("if", condition, text("a"), text("a")))).isEqualTo("a");
    assertThat(Shown.text(call("if", condition, text("a"), text("b")))).isEqualTo("…");
  }

  @Test
  void nothingKnownIsNoName() {
    assertThat(Shown.known(call("guid", text("a")))).isEmpty();
    assertThat(Shown.known(concat(call("guid", text("a")), text("-"), call("guid")))).isEmpty();
    assertThat(Shown.known(text("srch"))).hasValue("srch");
    assertThat(Shown.text(new Value.Str("key", HERE.hidden()))).isEqualTo("***");
  }
}
