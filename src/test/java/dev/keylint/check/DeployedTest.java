package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What somebody is told who has a snapshot of Azure beside the templates.
final class DeployedTest {
  private static final String TYPE = "Microsoft.Search/searchServices";
  private static final String ON = "live.resource.properties.on";

  private static Resource search(String body) {
    return Given.resource(TYPE, "name: srch\n" + body);
  }

  /// One of the same name in another resource group.
  private static Resource elsewhere(String body) {
    return search("id: /subscriptions/s/resourceGroups/other/providers/" + TYPE + "/x\n" + body);
  }

  private static Finding said(String expression, Optional<Estate> snapshot) {
    Rule rule =
        Judged.rule(
            "deployed",
            """
            match: {resource: %s}
            validations: [{expression: "%s", message: no}]
            """
                .formatted(TYPE, expression));
    Estate declared =
        Given.estate(
            search("properties: {off: false, open: {$parameter: p}, there: {$runtime: kind}}"));
    return new Engine(List.of(rule), Optional.empty(), snapshot)
        .judge(declared)
        .judged()
        .getFirst();
  }

  private static String cause(String expression, Optional<Estate> snapshot) {
    Outcome.Cause cause =
        ((Outcome.Open) said(expression, snapshot).outcome()).because().getFirst();
    return cause.text() + " | " + cause.help().orElse("");
  }

  private static Optional<Estate> snapshot(Resource... resources) {
    return Optional.of(Given.estate(resources));
  }

  @Test
  void theResourceOfTheSameIdIsTheSameOne() {
    Resource other = elsewhere("properties: {on: false}");
    Resource same = search("properties: {on: true}");
    assertThat(Judged.kind(said(ON, snapshot(other, same)))).isEqualTo("pass");
    assertThat(Judged.kind(said(ON, snapshot(same)))).isEqualTo("pass");
  }

  @Test
  void aSnapshotThatLacksItIsOfAnotherSubscription() {
    String lacks =
        "what `srch` is in Azure, of which the snapshot has nothing, is not known"
            + " | `keylint live --save FILE` takes one of the subscription that has it";
    assertThat(cause(ON, snapshot())).isEqualTo(lacks);
    assertThat(cause(ON, snapshot(elsewhere("properties: {on: true}")))).isEqualTo(lacks);
  }

  @Test
  void ofSeveralThatMayBeItItIsAskedWhichOneItIs() {
    Resource one = search("properties: {on: true}");
    assertThat(cause(ON, snapshot(one, search("properties: {on: false}"))))
        .isEqualTo(
            "which of the 2 resources called `srch` in Azure it is is not known | say where it is"
                + " deployed with `--context FILE`: `subscriptionId`, `resourceGroup`");
  }

  @Test
  void aSnapshotIsNotTakenTwice() {
    String there = "resource.properties.there";
    assertThat(cause(there, snapshot()))
        .endsWith("| `keylint scan --state FILE` without a path judges what is deployed");
    assertThat(cause(there, Optional.empty())).endsWith("| `keylint live` reads what is deployed");
  }

  @Test
  void whatASnapshotDoesNotDecideIsSaidAsEver() {
    String open = "resource.properties.open";
    assertThat(cause(open, snapshot())).isEqualTo(cause(open, Optional.empty()));
    String off = "resource.properties.off";
    assertThat(said(off, snapshot())).isEqualTo(said(off, Optional.empty()));
  }
}
