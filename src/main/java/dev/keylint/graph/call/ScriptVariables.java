package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of a deployment script: its environment, its arguments, and what the script gives
/// a value once. Names ignore case, as PowerShell has it.
final class ScriptVariables {
  /// Longer values are documents, which are looked into for themselves.
  private static final int LONGEST = 2_000;

  private static final int MOST_FILLED = 50;

  private static final Pattern USE =
      Pattern.compile(
          "\\$\\{(?:env:)?(\\w+)(?::-[^}]{0,200})?}|\\$env:(\\w+)|\\$\\(\\s*\\$(?:env:)?(\\w+)\\s*\\)"
              + "|\\$(\\w+)|os\\.environ(?:\\.get)?[\\[(]\\s*[\"'](\\w+)[\"'][^\\])\\n]{0,200}[\\])]"
              + "|os\\.getenv\\(\\s*[\"'](\\w+)[\"'][^)\\n]{0,200}\\)",
          Pattern.CASE_INSENSITIVE);

  /// In a shell without blanks, in PowerShell with a `$`, in Python at the start of the line.
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(?:export|readonly|local|declare)[ \\t]+)?(\\w+)=(\\S[^\\n]*)$"
              + "|^[ \\t]*(?:\\[\\w+])?\\$(\\w+)[ \\t]*=[ \\t]*(\\S[^\\n]*)$"
              + "|^(\\w+)[ \\t]*=[ \\t]*([^=\\s][^\\n]*)$"
              + "|--arg[ \\t]+(\\w+)[ \\t]+(\"[^\"\\n]*\"|'[^'\\n]*'|\\S+)");

  private static final Pattern ARGUMENT =
      Pattern.compile("(?:(?<=\\s)|^)-{1,2}(\\w+)[ =:]+(\"[^\"]*\"|'[^']*'|[^\\s\"'-]\\S*)");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

  /// `sed "s|__URL__|$URL|"`, `-replace '__URL__', $env:URL`, `.replace("__URL__", url)`.
  private static final Pattern FILLED =
      Pattern.compile(
          "(?i)\\bs([|#@,/])([^|#@,/\\s\"']{3,})\\1([^|#@,/\\n\"']+)\\1"
              + "|(?:-replace\\s+|\\.replace\\(\\s*)[\"']([^\"'\\n]{3,})[\"']\\s*,\\s*([^\\n;|)]+)");

  /// What ends up in the value is not known when it is computed.
  private static final Pattern COMPUTED = Pattern.compile("[$`(){}|\\[\\]]");

  private final Map<String, PartialText> byName = new HashMap<>();
  private final Map<String, PartialText> filled = new LinkedHashMap<>();

  /// Reads what a script is given and sets itself.
  ScriptVariables(
      List<Setting> environment, Optional<PartialText> arguments, Optional<PartialText> script) {
    for (Setting each : environment) {
      PartialText.of(each.value().value()).ifPresent(it -> put(each.name(), it));
    }
    arguments.map(it -> it.replace("\\\"", "\"").replace("`\"", "\"")).ifPresent(this::arguments);
    Optional<PartialText> code = script.map(ScriptObjects::withoutComments);
    code.ifPresent(this::assignments);
    code.ifPresent(this::fillings);
  }

  private void put(String name, PartialText value) {
    if (value.chars().length() <= LONGEST && value.chars().indexOf('{') < 0) {
      byName.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private void arguments(PartialText text) {
    Matcher named = ARGUMENT.matcher(text.chars());
    while (named.find()) {
      put(named.group(1), bare(text.slice(named.start(2), named.end(2))));
    }
    Matcher word = WORD.matcher(text.chars());
    for (int i = 1; word.find(); i++) {
      put(String.valueOf(i), bare(text.slice(word.start(), word.end())));
    }
  }

  private void assignments(PartialText script) {
    Matcher set = ASSIGNMENT.matcher(script.chars());
    Map<String, String> before = new HashMap<>();
    Set<String> changing = new HashSet<>();
    while (set.find()) {
      int group = 1;
      while (set.group(group) == null) {
        group += 2;
      }
      String name = set.group(group).toLowerCase(Locale.ROOT);
      PartialText value =
          bare(resolve(script.slice(set.start(group + 1), set.end(group + 1)).strip()));
      if (COMPUTED.matcher(value.chars()).find() || changing.contains(name)) {
        continue;
      }
      String known = before.put(name, value.key());
      if (known != null && !known.equals(value.key())) {
        // Which of the two holds where it is used would take running the script.
        changing.add(name);
        byName.remove(name);
      } else {
        put(name, value);
      }
    }
  }

  private void fillings(PartialText script) {
    Matcher filling = FILLED.matcher(script.chars());
    while (filling.find() && filled.size() < MOST_FILLED) {
      int group = filling.group(2) == null ? 4 : 2;
      int value = group + 1;
      PartialText by = bare(resolve(script.slice(filling.start(value), filling.end(value))));
      PartialText known = named(by).orElse(by);
      if (!COMPUTED.matcher(known.chars()).find()) {
        filled.put(filling.group(group), known);
      }
    }
  }

  /// A name of Python stands for its value without any sign.
  Optional<PartialText> named(PartialText word) {
    return Optional.ofNullable(byName.get(word.chars().toLowerCase(Locale.ROOT)));
  }

  /// The text with what is known put in.
  PartialText resolve(PartialText text) {
    PartialText whole = text;
    for (Map.Entry<String, PartialText> each : filled.entrySet()) {
      whole = put(whole, each.getKey(), each.getValue());
    }
    Matcher use = USE.matcher(whole.chars());
    PartialTextBuilder resolved = new PartialTextBuilder();
    int from = 0;
    while (use.find()) {
      int group = 1;
      while (use.group(group) == null) {
        group++;
      }
      PartialText value = byName.get(use.group(group).toLowerCase(Locale.ROOT));
      if (value != null) {
        resolved.add(whole.slice(from, use.start())).add(value);
        from = use.end();
      }
    }
    return from == 0 ? whole : resolved.add(whole.from(from)).build(text.origin());
  }

  private static PartialText put(PartialText text, String old, PartialText by) {
    PartialTextBuilder all = new PartialTextBuilder();
    int from = 0;
    int at = text.chars().indexOf(old);
    while (at >= 0) {
      all.add(text.slice(from, at)).add(by);
      from = at + old.length();
      at = text.chars().indexOf(old, from);
    }
    return from == 0 ? text : all.add(text.from(from)).build(text.origin());
  }

  /// Without quotes, and without what follows them.
  private static PartialText bare(PartialText text) {
    PartialText stripped = text.strip();
    String chars = stripped.chars();
    char first = chars.isEmpty() ? ' ' : chars.charAt(0);
    if (first == '"' || first == '\'') {
      int end = chars.indexOf(first, 1);
      return end < 0 ? stripped : stripped.slice(1, end);
    }
    return stripped;
  }
}
