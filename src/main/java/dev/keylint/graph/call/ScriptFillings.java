package dev.keylint.graph.call;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a script puts into texts in the place of marks such as `__URL__`.
///
/// @param complete whether these are all
record ScriptFillings(Map<String, PartialText> byMark, boolean complete) {
  static final ScriptFillings NONE = new ScriptFillings(Map.of(), true);

  private static final int MOST = 50;

  /// `sed "s|__URL__|$URL|"`, `-replace '__URL__', $env:URL`, `.replace("__URL__", url)`.
  private static final Pattern FILLED =
      Pattern.compile(
          "(?i)\\bs([|#@,/])([^|#@,/\\s\"']{3,})\\1([^|#@,/\\n\"']+)\\1"
              + "|(?:-replace\\s+|\\.replace\\(\\s*)[\"']([^\"'\\n]{3,})[\"']\\s*,\\s*([^\\n;|)]+)");

  /// Those of a script.
  static ScriptFillings of(PartialText script, ScriptVariables variables) {
    Map<String, PartialText> all = new LinkedHashMap<>();
    Matcher filling = FILLED.matcher(script.chars());
    while (filling.find()) {
      if (all.size() == MOST) {
        return new ScriptFillings(all, false);
      }
      int mark = filling.group(2) == null ? 4 : 2;
      PartialText by = script.slice(filling.start(mark + 1), filling.end(mark + 1));
      PartialText bare = ScriptVariables.bare(variables.resolve(by));
      PartialText known = variables.named(bare).orElse(bare);
      String text = filling.group(mark);
      if (!ScriptVariables.isComputed(known)) {
        all.put(text, known);
      } else if (!ScriptHoles.isMark(text)) {
        String fact = "what the script puts in the place of `" + text + "`";
        all.put(text, PartialText.hole(Doubt.notStated(fact, script.origin().at())));
      }
    }
    return new ScriptFillings(all, true);
  }

  /// A text with what the script puts into it.
  PartialText fill(PartialText text) {
    PartialText filled = text;
    for (Map.Entry<String, PartialText> each : byMark.entrySet()) {
      filled = put(filled, each.getKey(), each.getValue());
    }
    return filled;
  }

  private static PartialText put(PartialText text, String old, PartialText by) {
    PartialTextBuilder all = new PartialTextBuilder();
    int from = 0;
    int at = text.chars().indexOf(old);
    while (at >= 0 && all.length() < ScriptVariables.LONGEST_RESULT) {
      all.add(text.slice(from, at)).add(by);
      from = at + old.length();
      at = text.chars().indexOf(old, from);
    }
    return from == 0 ? text : all.add(text.from(from)).build(text.origin());
  }
}
