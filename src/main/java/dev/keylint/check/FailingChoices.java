package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Cut;
import dev.keylint.value.Properties;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which values of parameters make a rule fail, in words: `it fails for false`.
final class FailingChoices {
  private static final int MOST = 3;

  /// A longer object or list is cut.
  private static final int LONGEST = 80;

  private static final int SHORT = 40;

  private FailingChoices() {}

  /// The open verdict with what was found out by trying.
  static Verdict.Open said(Verdict.Open open, List<Choice> failing) {
    if (failing.isEmpty()) {
      return open;
    }
    String words = words(failing);
    List<Cause> causes = new ArrayList<>();
    boolean said = false;
    for (Cause cause : open.because()) {
      boolean about =
          !said
              && failing.getFirst().values().keySet().stream()
                  .anyMatch(it -> cause.text().startsWith("parameter `" + it + "` "));
      causes.add(
          about
              ? new Cause(
                  cause.text(),
                  cause.at(),
                  Optional.of(cause.help().map(it -> it + ": ").orElse("") + words))
              : cause);
      said |= about;
    }
    return new Verdict.Open(causes, open.message());
  }

  private static String words(List<Choice> failing) {
    boolean one = failing.getFirst().values().size() == 1;
    Set<String> all = new LinkedHashSet<>();
    for (Choice choice : failing) {
      all.add(
          new TreeMap<>(choice.values())
              .entrySet().stream()
                  .map(it -> one ? value(it) : "`" + it.getKey() + "` " + value(it))
                  .collect(Collectors.joining(" with ")));
    }
    int more = all.size() - MOST;
    return "it fails for "
        + all.stream().limit(MOST).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String value(Map.Entry<String, Value> choice) {
    String written = written(choice.getValue());
    boolean single =
        !(choice.getValue() instanceof Value.Obj || choice.getValue() instanceof Value.Arr);
    return single || written.length() <= LONGEST ? written : Cut.to(written, SHORT);
  }

  /// A value as it is written in Bicep, on one line.
  private static String written(Value value) {
    return switch (value) {
      case Value.Str _ -> "'" + Shown.text(value) + "'";
      case Value.Arr(List<Value> items, var origin) when !origin.secret() ->
          items.stream().map(FailingChoices::written).collect(Collectors.joining(", ", "[", "]"));
      case Value.Obj(Properties members, var origin) when !origin.secret() ->
          members.entries().stream()
              .map(it -> it.name() + ": " + written(it.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      case Value _ -> Shown.text(value);
    };
  }
}
