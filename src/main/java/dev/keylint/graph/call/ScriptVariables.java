package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.HashMap;
import java.util.HashSet;
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

  /// What variables would make longer than this is left as it is.
  static final int LONGEST_RESULT = 1 << 19;

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

  /// What ends up in the value is not known when it is computed.
  private static final Pattern COMPUTED = Pattern.compile("[$`(){}|\\[\\]]");

  static final ScriptVariables NONE = new ScriptVariables(Map.of(), ScriptFillings.NONE);

  private final Map<String, PartialText> byName = new HashMap<>();
  private final ScriptFillings fillings;

  private ScriptVariables(Map<String, PartialText> byName, ScriptFillings fillings) {
    this.byName.putAll(byName);
    this.fillings = fillings;
  }

  /// Those of a script with what it is given.
  static ScriptVariables of(
      List<Setting> environment, Optional<PartialText> arguments, Optional<PartialText> script) {
    ScriptVariables given = new ScriptVariables(Map.of(), ScriptFillings.NONE);
    ScriptInputs.of(environment, arguments).forEach(given::put);
    Optional<PartialText> code =
        script.filter(it -> it.chars().length() < LONGEST_RESULT).map(ScriptComments::removed);
    code.ifPresent(given::assignments);
    return new ScriptVariables(
        given.byName, code.map(it -> ScriptFillings.of(it, given)).orElse(ScriptFillings.NONE));
  }

  private void put(String name, PartialText value) {
    if (value.chars().length() <= LONGEST && value.chars().indexOf('{') < 0) {
      byName.put(name.toLowerCase(Locale.ROOT), value);
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
      String known = before.put(name, value.key());
      boolean other = known != null && !known.equals(value.key());
      if (other || isComputed(value) || value.chars().length() > LONGEST) {
        // What it holds where it is used would take running the script.
        changing.add(name);
        byName.remove(name);
      } else if (!changing.contains(name)) {
        put(name, value);
      }
    }
  }

  /// Whether all is known that the script puts into texts.
  boolean isComplete() {
    return fillings.complete();
  }

  /// A name of Python stands for its value without any sign.
  Optional<PartialText> named(PartialText word) {
    return Optional.ofNullable(byName.get(word.chars().toLowerCase(Locale.ROOT)));
  }

  /// The text with what is known put in.
  PartialText resolve(PartialText text) {
    PartialText whole = fillings.fill(text);
    Matcher use = USE.matcher(whole.chars());
    PartialTextBuilder resolved = new PartialTextBuilder();
    int from = 0;
    while (use.find()) {
      int group = 1;
      while (use.group(group) == null) {
        group++;
      }
      PartialText value = byName.get(use.group(group).toLowerCase(Locale.ROOT));
      if (value != null && resolved.length() < LONGEST_RESULT) {
        resolved.add(whole.slice(from, use.start())).add(value);
        from = use.end();
      }
    }
    return resolved.add(whole.from(from)).build(text.origin());
  }

  /// Whether what a text is takes running the script.
  static boolean isComputed(PartialText text) {
    return COMPUTED.matcher(text.chars()).find();
  }

  /// Without quotes, and without what follows them.
  static PartialText bare(PartialText text) {
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
