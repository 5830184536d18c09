package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the rules that explain calls say about one call: about itself, about who makes it, and
/// about the service that it goes to.
public final class CallAnswers {
  private final RulesByMatch rules;
  private final Patterns patterns = new Patterns();

  /// Asks those of the rules that are about a link of a call's chain.
  public CallAnswers(List<Rule> rules) {
    this.rules =
        RulesByMatch.of(rules.stream().filter(it -> it.metadata().explains().isPresent()).toList());
  }

  /// What a rule says.
  public record Said(Rule rule, Finding finding) {}

  /// Their answers, but for those that another one replaces.
  public List<Said> of(AccessGraph graph, Call call) {
    List<Engine.Saying> all = new ArrayList<>();
    ask(rules.of(Match.Kind.CALL), Subject.of(graph, call), graph, all);
    call.workload()
        .filter(it -> !it.resource().existing())
        .ifPresent(it -> ask(rules.of(Match.Kind.WORKLOAD), Subject.of(graph, it), graph, all));
    for (Resource resource : resources(graph, call)) {
      List<Rule> fitting = rules.of(resource.type().key());
      if (!fitting.isEmpty() && !resource.existing()) {
        ask(
            fitting,
            Subject.of(resource, new Access(() -> graph, resource, Deployed.NOTHING)),
            graph,
            all);
      }
    }
    all.removeAll(Replaced.among(all));
    return all.stream().map(it -> new Said(it.rule(), it.finding())).toList();
  }

  private static Set<Resource> resources(AccessGraph graph, Call call) {
    Set<Resource> resources = new LinkedHashSet<>();
    resources.add(call.resource());
    call.workload().ifPresent(it -> resources.add(it.resource()));
    call.target().ifPresent(it -> resources.addAll(graph.resources(it)));
    return resources;
  }

  private void ask(List<Rule> rules, Subject subject, AccessGraph graph, List<Engine.Saying> all) {
    String label = graph.estate().label();
    for (Rule rule : rules) {
      for (Judgement it : new Trial(rule, subject, patterns).judgements()) {
        all.add(Engine.Saying.of(it, it.finding(label)));
      }
    }
  }
}
