package dev.keylint.graph.role;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the condition of a role assignment, or of a role, bears on; what it says keylint does not
/// evaluate.
///
/// Azure evaluates conditions for few actions only: those that give and take roles, and data
/// actions of storage and of log tables. All others are given whatever the condition says.
public final class AbacConditions {
  private static final List<String> RESTRICTABLE =
      List.of(
          "microsoft.authorization/roleassignments/write",
          "microsoft.authorization/roleassignments/delete",
          "microsoft.storage/storageaccounts/*services/*",
          "microsoft.insights/logs/*/read",
          "microsoft.operationalinsights/workspaces/tables/data/read");

  private static final Pattern EXEMPTION =
      Pattern.compile("!\\s*\\(\\s*ActionMatches\\{'([^']+)'\\}");
  private static final Pattern CLAUSE = Pattern.compile("(?i)\\bAND\\b|&&");

  private AbacConditions() {}

  /// Whether a condition, of which the text may not be known, has a say in an action.
  public static boolean bears(Value condition, String action) {
    return canRestrict(action)
        && Bodies.text(condition)
            .map(text -> ActionPattern.any(actionsOf(text), action))
            .orElse(true);
  }

  /// Whether any condition can have a say in an action.
  public static boolean canRestrict(String action) {
    return ActionPattern.any(RESTRICTABLE, action);
  }

  /// The actions that a condition names; `*` unless it is a conjunction of clauses of the form
  /// `!(ActionMatches{'…'}) OR …`, which lets all others pass.
  static List<String> actionsOf(String condition) {
    List<String> actions = new ArrayList<>();
    for (String clause : CLAUSE.split(condition)) {
      Matcher exemption = EXEMPTION.matcher(clause);
      boolean found = false;
      while (exemption.find()) {
        actions.add(exemption.group(1));
        found = true;
      }
      if (!found) {
        return List.of("*");
      }
    }
    return actions;
  }
}
