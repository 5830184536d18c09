package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What could not be read of Azure leaves the rules undecided that need it: an empty list would let
/// them pass.
final class Gaps {
  private static final List<String> GRANTS =
      List.of("Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleDefinitions");
  private static final List<String> CALLERS =
      List.of("Microsoft.Web/sites", "Microsoft.App/containerApps");

  private Gaps() {}

  /// An open finding for each rule and each list that it needs and that was not read.
  static List<Finding> findings(List<Rule> rules, Estate estate) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      for (Gap gap : estate.gaps()) {
        for (String unit : gap.units()) {
          if (needs(rule).stream().anyMatch(unit::equalsIgnoreCase)) {
            findings.add(finding(rule, estate, gap, unit));
          }
        }
      }
    }
    return findings;
  }

  private static List<String> needs(Rule rule) {
    return switch (rule.match()) {
      case Match.Resource(List<String> types) -> types;
      case Match.Each(Match.Kind kind) ->
          switch (kind) {
            case GRANT -> GRANTS;
            case CALL, KEY_FLOW, WORKLOAD, IDENTITY -> CALLERS;
            case OUTPUT, MODULE_CALL, SCRIPT -> List.of();
          };
    };
  }

  private static Finding finding(Rule rule, Estate estate, Gap gap, String unit) {
    return new Finding(
        rule.id(),
        rule.metadata().severity(),
        new Outcome.Open(List.of(new Outcome.Cause(gap.what(), gap.at()))),
        Finding.perhaps(rule.metadata().title() + ": not all of Azure could be read."),
        gap.at(),
        List.of(),
        new Finding.Subject(unit, unit, gap.at().toString(), ""),
        List.of(estate.label()),
        1,
        rule.remediation(),
        Optional.empty(),
        Optional.empty());
  }
}
