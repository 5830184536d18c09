package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Trace;
import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Puts rules to estates, one after the other; safe for several threads.
public final class Engine {
  /// Bounds what one expression may take; no built-in rule comes near.
  static final int MAX_STEPS = 1_000_000;

  /// How many subjects a rule may take too much for before it is asked no more.
  private static final int MAX_EXCEEDING = 10;

  private final List<Rule> rules;
  private final Map<String, List<Rule>> byType;
  private final boolean needsGraph;
  private final Lazy<Boolean> principals;
  private final Optional<TraceRequest> trace;
  private final Map<String, Boolean> grave = new ConcurrentHashMap<>();
  private final Set<String> traceable = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> exceeding = new ConcurrentHashMap<>();

  /// An engine for these rules.
  public Engine(List<Rule> rules) {
    this(rules, Optional.empty());
  }

  /// An engine that explains some answers, too.
  public Engine(List<Rule> rules, Optional<TraceRequest> trace) {
    this.trace = trace;
    this.rules = List.copyOf(rules);
    this.byType = byType(rules);
    this.principals =
        new Lazy<>(() ->
            rules.stream()
                .filter(rule -> rule.match() instanceof Match.Grant && isErrorLevel(rule))
                .allMatch(PrincipalFirst::isAskedFor));
    this.needsGraph = rules.stream().anyMatch(rule -> !(rule.match() instanceof Match.Resource));
  }

  /// A finding for each rule and place that it has something to say about, in the order of rules
  /// and, within one, of places.
  public static List<Finding> run(List<Rule> rules, List<Estate> estates) {
    Engine engine = new Engine(rules);
    Merger merger = new Merger(rules);
    estates.forEach(estate -> merger.add(engine.judge(estate)));
    return merger.findings();
  }

  /// The types of resources that the rules look at, in lower case.
  public Set<String> types() {
    Set<String> types = new HashSet<>(byType.keySet());
    if (needsGraph) {
      types.addAll(AccessGraph.TYPES);
    }
    return types;
  }

  /// What the rules say about one estate.
  public Answers judge(Estate estate) {
    Said said = judge(estate, _ -> true, needsGraph);
    return new Answers(
        said.all().stream().map(Saying::finding).toList(),
        Gaps.findings(rules, estate),
        said.misfits(),
        said.traces(),
        exceeding.keySet());
  }

  /// The failures at error level about resources of some declarations, by the paths of these.
  public Map<CallPath, List<Finding>> failures(Estate estate, Set<CallPath> declarations) {
    Predicate<Resource> about = about(declarations);
    Map<CallPath, List<Finding>> failures = new LinkedHashMap<>();
    boolean joined =
        needsGraph && estate.resources().stream().anyMatch(it -> isPartOf(it) && about.test(it));
    for (Saying it : judge(estate, about, joined).all()) {
      if (it.finding().active() && it.finding().severity() == Severity.ERROR) {
        failures.computeIfAbsent(path(it.about()), _ -> new ArrayList<>()).add(it.finding());
      }
    }
    return failures;
  }

  /// Whether no rule can fail at error level for a resource of a type as long as nothing is known
  /// of its principal: it is a grant, and all rules about grants ask for that first.
  public boolean asksForPrincipal(String type) {
    return AccessGraph.mayGrant(type)
        && !AccessGraph.mayCall(type)
        && byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of()).stream()
            .noneMatch(Engine::isErrorLevel)
        && principals.get();
  }

  /// The explanations that were asked for, about resources of some declarations that no deployment
  /// makes.
  public List<Trace> traces(Estate estate, Set<CallPath> declarations) {
    return trace.isEmpty()
        ? List.of()
        : judge(estate, about(declarations), needsGraph).traces().stream()
            .map(Trace::whenDeployed)
            .toList();
  }

  /// By what names the subjects can be asked for of the rule that is to be explained, in order.
  public List<String> traceable() {
    return traceable.stream().sorted().toList();
  }

  private static Predicate<Resource> about(Set<CallPath> declarations) {
    Set<Location> places = declarations.stream().map(CallPath::last).collect(Collectors.toSet());
    return it -> places.contains(it.declaredAt()) && declarations.contains(path(it));
  }

  private static CallPath path(Resource resource) {
    return resource.deployment().places().into(resource.declaredAt());
  }

  /// Whether a rule that can fail at error level looks at resources of a type.
  public boolean looksAt(String type) {
    return grave.computeIfAbsent(type, this::isGrave);
  }

  private boolean isGrave(String type) {
    return rules.stream()
        .filter(Engine::isErrorLevel)
        .anyMatch(rule ->
            switch (rule.match()) {
              case Match.Resource(List<String> types) ->
                  types.stream().anyMatch(type::equalsIgnoreCase);
              case Match.Grant _ -> AccessGraph.mayGrant(type);
              case Match.Call _ -> AccessGraph.mayCall(type);
              case Match.KeyFlow _ -> false;
            });
  }

  private static boolean isErrorLevel(Rule rule) {
    return rule.validations().stream()
        .anyMatch(it -> it.severity().orElse(rule.metadata().severity()) == Severity.ERROR);
  }

  private record Saying(Resource about, Finding finding) {}

  /// What was said about one estate so far.
  private record Said(List<Saying> all, Set<Diagnostic> misfits, List<Trace> traces) {}

  /// @param joined whether grants and calls are asked about, too
  private Said judge(Estate estate, Predicate<Resource> about, boolean joined) {
    Supplier<AccessGraph> graph = new Lazy<>(() -> AccessGraph.of(estate));
    Said said = new Said(new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    for (Resource resource : estate.resources()) {
      List<Rule> fitting = byType.getOrDefault(resource.type().key(), List.of());
      if (!fitting.isEmpty() && !resource.existing() && about.test(resource)) {
        Subject subject = Subject.of(resource, new Access(graph, resource));
        fitting.forEach(rule -> judge(rule, subject, estate, said));
      }
    }
    if (joined) {
      graph(graph.get(), about, said);
    }
    return said;
  }

  /// Whether a resource may be a grant or a call, which only the graph tells.
  private static boolean isPartOf(Resource resource) {
    String type = resource.type().name();
    return AccessGraph.mayGrant(type) || AccessGraph.mayCall(type);
  }

  private static Map<String, List<Rule>> byType(List<Rule> rules) {
    Map<String, List<Rule>> byType = new HashMap<>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.Resource(List<String> types)) {
        for (String type : types) {
          String key = type.toLowerCase(Locale.ROOT);
          byType.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
        }
      }
    }
    return byType;
  }

  private void graph(AccessGraph graph, Predicate<Resource> about, Said said) {
    List<Subject> grants =
        graph.grants().stream()
            .map(Subject::of)
            .filter(subject -> about.test(subject.resource()))
            .toList();
    List<Subject> calls =
        graph.calls().stream()
            .map(Subject::of)
            .filter(subject -> about.test(subject.resource()))
            .toList();
    for (Rule rule : rules) {
      List<Subject> subjects =
          switch (rule.match()) {
            case Match.Resource _, Match.KeyFlow _ -> List.of();
            case Match.Grant _ -> grants;
            case Match.Call _ -> calls;
          };
      subjects.forEach(subject -> judge(rule, subject, graph.estate(), said));
    }
  }

  private void judge(Rule rule, Subject subject, Estate estate, Said said) {
    if (exceeding.getOrDefault(rule.id(), 0) >= MAX_EXCEEDING) {
      return;
    }
    Trial trial = new Trial(rule, subject, MAX_STEPS);
    for (Judgement judgement : trial.judgements()) {
      said.all().add(new Saying(subject.resource(), judgement.finding(estate.label())));
      judgement.misfit().ifPresent(said.misfits()::add);
    }
    if (trace.filter(it -> it.asks(rule)).isPresent()) {
      traceable.addAll(TraceRequest.names(subject));
      if (trace.filter(it -> it.asks(subject)).isPresent()) {
        said.traces().addAll(new Tracing(rule, subject, estate.label(), MAX_STEPS).traces());
      }
    }
    if (trial.exceeded()) {
      exceeding.merge(rule.id(), 1, Integer::sum);
    }
  }
}
