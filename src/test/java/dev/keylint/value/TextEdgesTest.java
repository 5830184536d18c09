package dev.keylint.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts with unknown parts, which are written as `{name}`: the same name is the same value.
final class TextEdgesTest {
  private static final Origin HERE = Origin.at(new Location.WholeFile("main.bicep"));

  private static PartialText text(String written) {
    StringBuilder chars = new StringBuilder();
    List<Value> holes = new ArrayList<>();
    for (String part : written.split("(?=\\{)|(?<=})")) {
      if (part.startsWith("{")) {
        Term term = new Term.Call("parameters", List.of(new Value.Str(part, HERE)));
        Reason why = new Reason.MissingParameter(part, List.of());
        chars.append(PartialText.HOLE);
        holes.add(new Value.Unknown(term, why, HERE));
      } else {
        chars.append(part);
      }
    }
    return new PartialText(chars.toString(), holes, HERE);
  }

  private static String said(Optional<Boolean> answer) {
    return answer.map(String::valueOf).orElse("open");
  }

  @ParameterizedTest
  @CsvSource({
    "/s/{sub}/g/{rg}/p/x, /s/{sub}/g/{rg}/p,   true",
    "/s/{sub}/g/{rg}/p/x, /S/{sub}/G/{rg}/,    true",
    "/s/{sub}/g/{rg}/p/x, /s/{sub}/g/{rg}/q,   false",
    "/s/{sub}/g/{rg},     /s/{sub}/g/{rg},     true",
    "/s/{sub}/g/{rg},     /s/{sub}/g/{rg}/p,   false",
    "/s/{sub}/g/{rg},     /s/{sub}/g/{rg}{x},  open",
    "/s/{sub}/g/{rg},     /s/{sub}/g/{other},  open",
    "/s/{sub}/g/{rg},     /s/{other}/g/{rg},   open",
    "/s/{sub}/g/{rg}/p,   /s/{sub}/h/{rg}/p,   false",
    "{id}/x,              {id}/,               true",
    "{id}/x,              {id}/y,              false",
    "{id},                {id},                true",
    "{id},                {other},             open",
    "abc,                 a{x},                open",
    "abc,                 b{x},                false",
    "a{x},                ab,                  open",
    "ab{x},               a,                   true",
  })
  void starts(String text, String wanted, String answer) {
    assertThat(said(TextEdges.startsWith(text(text), text(wanted)))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "https://{name}.x/, {name}.X/,    true",
    "https://{name}.x/, {name}.y/,    false",
    "https://{name}.x/, {other}.x/,   open",
    "https://{name},    s://{name},   true",
    "{name}.x,          a{name}.x,    false",
    "{name},            {more}{name}, open",
    "{a}b{c}d,          b{c}d,        true",
  })
  void ends(String text, String wanted, String answer) {
    assertThat(said(TextEdges.endsWith(text(text), text(wanted)))).isEqualTo(answer);
  }
}
