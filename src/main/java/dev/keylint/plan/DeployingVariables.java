package dev.keylint.plan;

import dev.keylint.template.ByVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Says which environment variables would deploy what is left out.
final class DeployingVariables {
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> options = new LinkedHashSet<>();
  private final Set<String> given = new LinkedHashSet<>();
  private boolean certain = true;

  /// @param by the variables by which a value is what it is
  /// @param exact whether it is all that counts what the value is, and there are few
  void add(List<ByVariable> by, boolean exact) {
    certain &= exact && by.size() == 1;
    by.forEach(this::add);
  }

  private void add(ByVariable by) {
    switch (by) {
      case ByVariable.Default(String name, String owner, boolean choice) -> {
        certain &= choice;
        reasons.add("by the default of `" + owner + "`");
        options.add("`--env " + name + "=…`");
      }
      case ByVariable.Empty(String name) -> unset(name);
      case ByVariable.Missing(String name, _) -> unset(name);
      case ByVariable.Given(String name, String option) -> {
        certain = false;
        given.add("another `" + name + "`");
        reasons.add(
            option.equals("--env")
                ? "by `--env " + name + "`"
                : "by `" + name + "` of `" + option + "`");
      }
      case ByVariable.Output _ -> certain = false;
    }
  }

  private void unset(String name) {
    certain = false;
    reasons.add("since `" + name + "` has no value");
    options.add("`--env " + name + "=…`");
  }

  /// All of it, to be put behind a clause; empty when no variable takes part.
  ///
  /// @param any whether one of them may do, and not all of them together only
  String words(boolean any) {
    List<String> parts = new ArrayList<>(List.of(""));
    parts.addAll(reasons);
    String reason = String.join(", ", parts);
    if (options.isEmpty()) {
      return reason;
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(given);
    return reason
        + "; "
        + (any ? any(all) : String.join(" and ", all))
        + (certain ? " would deploy it" : " may deploy it");
  }

  /// Which of them, nobody knows here.
  private static String any(List<String> all) {
    return switch (all.size()) {
      case 1 -> all.getFirst();
      case 2 -> String.join(", ", all) + " or both";
      default -> String.join(", ", all) + " or several of them";
    };
  }
}
