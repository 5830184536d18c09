package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes holes of what is only known when a script or flow runs.
final class ScriptHoles {
  /// What only the running script or flow, or who fills in a template, knows.
  private static final Pattern HOLE =
      Pattern.compile(
          "\\$\\{[^}\\n]{0,200}}|\\$\\([^)\\n]{0,200}\\)|\\$\\w+(?::\\w+)?|@\\{[^}\\n]{0,200}}|\\{+[\\w.]+}+|<[\\w"
              + " -]+>|__\\w+?__|%\\w+%|^@\\w.*|^\\w+(?:[.(\\[].*)?$");

  private static final Pattern MARK =
      Pattern.compile("\\$\\{.*}|@\\{.*}|\\{+[\\w.]+}+|<[\\w -]+>|__\\w+?__|%\\w+%");

  /// What may follow in a URL's host, so that a bare word is none.
  private static final Pattern HOST =
      Pattern.compile("(?i)^(https?://)?[\\w-]+(\\.[\\w-]+)+([:/].*)?$");

  private ScriptHoles() {}

  /// Whether a text stands for something else wherever it is found.
  static boolean isMark(String text) {
    return MARK.matcher(text).matches();
  }

  /// With holes for what is only known when the script runs.
  static Property in(Property property, ScriptVariables variables, boolean url) {
    Optional<PartialText> text = PartialText.of(property.value());
    if (text.isEmpty()) {
      return property;
    }
    PartialText written = text.orElseThrow();
    PartialText given = variables.named(written).orElse(written);
    boolean plainHost = url && given.isKnown() && HOST.matcher(given.chars()).matches();
    Matcher hole = HOLE.matcher(given.chars());
    PartialTextBuilder known = new PartialTextBuilder();
    int from = 0;
    while (!plainHost && hole.find()) {
      boolean word = Character.isLetter(given.chars().charAt(hole.start()));
      if (word && !url) {
        continue;
      }
      Value.Unknown why = Doubt.notStated("what `" + hole.group() + "` stands for", property.at());
      known.add(given.slice(from, hole.start())).add(PartialText.hole(why));
      from = hole.end();
    }
    return property.with(known.add(given.from(from)).build(given.origin()).value());
  }
}
