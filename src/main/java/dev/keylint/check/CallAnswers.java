package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Estate;
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
  ///
  /// What is wrong with another call of the same caller, or to the same service, is not said of
  /// this one.
  public List<Said> of(AccessGraph graph, Call call) {
    List<Engine.Saying> around = around(graph, call);
    boolean wrong =
        around.stream().anyMatch(it -> !(it.finding().outcome() instanceof Outcome.Pass));
    List<Engine.Saying> all = new ArrayList<>();
    // What rules say once of several calls is true of each.
    ask(rules.of(Match.Kind.CALL), Subject.of(graph, call.alone()), graph, all);
    all.addAll(wrong ? around(graph.with(call), call) : around);
    all.removeAll(Replaced.among(all));
    return all.stream().map(it -> new Said(it.rule(), it.finding())).toList();
  }

  /// What they say of who calls and of what is called.
  private List<Engine.Saying> around(AccessGraph graph, Call call) {
    List<Engine.Saying> all = new ArrayList<>();
    call.workload()
        .filter(it -> !it.resource().existing())
        .ifPresent(it -> ask(rules.of(Match.Kind.WORKLOAD), Subject.of(graph, it), graph, all));
    List<Resource> called = call.target().map(graph::resources).orElse(List.of());
    for (Resource resource : resources(call, called)) {
      if (!resource.existing()) {
        Access access = new Access(() -> graph, resource, Deployed.NOTHING);
        List<Rule> fitting =
            rules.of(resource.type().key()).stream()
                .filter(it -> called.contains(resource) || isAboutCaller(it, resource))
                .toList();
        ask(fitting, Subject.of(resource, access), graph, all);
      }
    }
    return all;
  }

  private static Set<Resource> resources(Call call, List<Resource> called) {
    Set<Resource> resources = new LinkedHashSet<>();
    resources.add(call.resource());
    call.workload().ifPresent(it -> resources.add(it.resource()));
    resources.addAll(called);
    return resources;
  }

  /// Whether what a rule says of who calls, or of where the call is written, is about this call: a
  /// service that calls another has keys, tokens and networks of its own, for its own callers.
  private static boolean isAboutCaller(Rule rule, Resource resource) {
    return !Targets.areOfType(resource.type())
        || rule.metadata().explains().filter(it -> it.link().isOfCaller()).isPresent();
  }

  private void ask(List<Rule> rules, Subject subject, AccessGraph graph, List<Engine.Saying> all) {
    Estate estate = graph.estate();
    for (Rule rule : rules) {
      Trial trial = new Trial(rule, subject, estate.substitution(), patterns);
      for (Judgement it : trial.judgements()) {
        all.add(Engine.Saying.of(it, it.finding(estate.label())));
      }
    }
  }
}
