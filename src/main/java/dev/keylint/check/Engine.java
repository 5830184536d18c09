package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.finding.Trace;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.graph.KnownModules;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import dev.keylint.rule.Validation;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts rules to estates, one after the other; safe for several threads.
public final class Engine {
  /// Bounds what one expression may take; no built-in rule comes near.
  static final int MAX_STEPS = 1_000_000;

  /// How many subjects a rule may take too much for before it is asked no more.
  private static final int MAX_EXCEEDING = 10;

  /// From so many questions on all cores answer them: a subscription is one estate, the deployments
  /// of templates are many and worked on side by side.
  private static final int MANY = 2_000;

  private final List<Rule> rules;
  private final RulesByMatch all;
  private final RulesByMatch errors;
  private final Optional<TraceRequest> trace;
  private final Deployed deployed;
  private final Patterns patterns = new Patterns();
  private final Map<String, Boolean> grave = new ConcurrentHashMap<>();
  private final Map<String, List<String>> evidence = new ConcurrentHashMap<>();
  private final Set<String> traceable = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> exceeding = new ConcurrentHashMap<>();

  /// An engine for these rules.
  public Engine(List<Rule> rules) {
    this(rules, Optional.empty(), Optional.empty());
  }

  /// An engine that explains some answers, too.
  ///
  /// @param snapshot what there is in Azure beside the templates that it judges
  public Engine(List<Rule> rules, Optional<TraceRequest> trace, Optional<Estate> snapshot) {
    this(rules, trace, snapshot.map(Deployed::of).orElse(Deployed.NOTHING));
  }

  private Engine(List<Rule> rules, Optional<TraceRequest> trace, Deployed deployed) {
    this.trace = trace;
    this.deployed = deployed;
    this.rules = List.copyOf(rules);
    this.all = RulesByMatch.of(rules);
    this.errors = RulesByMatch.of(rules.stream().filter(Engine::isErrorLevel).toList());
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
    Set<String> types = new HashSet<>(all.types());
    if (!all.kinds().isEmpty()) {
      types.addAll(AccessGraph.TYPES);
    }
    return types;
  }

  /// What the rules say about one estate.
  public Answers judge(Estate estate) {
    return judge(estate, Optional.empty());
  }

  /// What the rules say about one estate in which files stand in for templates that are not here.
  ///
  /// @param trusting the same if these files were the templates
  public Answers judge(Estate estate, Optional<Estate> trusting) {
    Asked asked = new Asked(_ -> true, all, Trial::judgements);
    Said said = judge(estate, asked);
    List<Saying> joined =
        trusting
            .map(it -> judge(it, asked))
            .map(it ->
                Trusting.joined(
                    new Trusting.Said(said.estate(), said.all()),
                    new Trusting.Said(it.estate(), it.all())))
            .orElse(said.all());
    return new Answers(
        joined.stream().filter(it -> !it.unproven()).map(Saying::finding).toList(),
        joined.stream().filter(Saying::unproven).map(Saying::finding).toList(),
        Gaps.findings(rules, estate),
        new LinkedHashSet<>(said.misfits()),
        said.traces(),
        exceeding.keySet());
  }

  /// The failures at error level about resources of some declarations, by the paths of these.
  public Map<CallPath, List<Finding>> failures(Estate estate, Set<CallPath> declarations) {
    Predicate<Subject> about = about(declarations);
    Map<CallPath, List<Finding>> failures = new LinkedHashMap<>();
    Set<String> types = types(estate, declarations);
    RulesByMatch asked =
        errors.about(kind -> types.stream().anyMatch(type -> Subjects.mayBe(kind, type)));
    for (Saying it : judge(estate, new Asked(about, asked, Trial::failures)).all()) {
      if (it.finding().active() && it.finding().severity() == Severity.ERROR) {
        failures.computeIfAbsent(it.about().path(), _ -> new ArrayList<>()).add(it.finding());
      }
    }
    return failures;
  }

  /// Those of some failures about calls, and about who makes them, that are none in an estate where
  /// there is more.
  ///
  /// @param failures in the estate without
  public Cured cured(Estate more, Set<Finding> failures) {
    record Key(String rule, Location at, String subject) {
      static Key of(Finding it) {
        return new Key(it.ruleId(), it.at(), it.subject().name());
      }
    }
    Set<String> ids = failures.stream().map(Finding::ruleId).collect(Collectors.toSet());
    List<Rule> about =
        rules.stream()
            .filter(it -> ids.contains(it.id()))
            .filter(RoleQuestions::areAskedBy)
            .toList();
    if (about.isEmpty()) {
      return Cured.NONE;
    }
    Asked asked = new Asked(_ -> true, RulesByMatch.of(about), Trial::judgements);
    Set<Key> failing = new HashSet<>();
    Set<Key> open = new HashSet<>();
    Set<Key> others = new HashSet<>();
    for (Saying it : judge(more, asked).all()) {
      Key key = Key.of(it.finding());
      switch (it.finding().outcome()) {
        case Outcome.Fail _ -> failing.add(key);
        case Outcome.Open _ -> open.add(key);
        case Outcome.Pass _ -> others.add(key);
      }
    }
    others.addAll(open);
    others.removeAll(failing);
    List<Finding> cured = failures.stream().filter(it -> others.contains(Key.of(it))).toList();
    return new Cured(
        new LinkedHashSet<>(cured),
        cured.stream().filter(it -> !open.contains(Key.of(it))).collect(Collectors.toSet()));
  }

  /// One that puts some of the rules, and what it meets counts for nothing here.
  Engine apart(Set<String> ids) {
    List<Rule> some = rules.stream().filter(it -> ids.contains(it.id())).toList();
    return new Engine(some, Optional.empty(), deployed);
  }

  /// Whether a finding is about who calls, so that what somebody has not may decide it.
  boolean isAboutCallers(Finding finding) {
    return isOf(finding, RoleQuestions::areAboutCallers);
  }

  /// Whether a finding is one of a call, of who makes some, or of a key: what is not known decides
  /// nothing of them by itself.
  boolean isAboutUses(Finding finding) {
    return isOf(finding, RoleQuestions::areAboutUses);
  }

  private boolean isOf(Finding finding, Predicate<Rule> kind) {
    return rules.stream().anyMatch(it -> it.id().equals(finding.ruleId()) && kind.test(it));
  }

  /// Whether another role assignment may change what a finding says.
  public boolean isAboutRoles(Finding finding) {
    return isOf(finding, RoleQuestions::areAskedBy);
  }

  /// The members of a type's `properties` of which something must be known for a rule to fail at
  /// error level for such a resource, the required one first; none when that can't be told.
  public List<String> evidence(String type) {
    return evidence.computeIfAbsent(type, it -> Evidence.of(it, errors));
  }

  /// The explanations that were asked for, about resources of some declarations that no deployment
  /// makes.
  public List<Trace> traces(Estate estate, Set<CallPath> declarations) {
    return trace.isEmpty()
        ? List.of()
        : judge(estate, new Asked(about(declarations), all, Trial::judgements)).traces().stream()
            .map(Trace::whenDeployed)
            .toList();
  }

  /// By what names the subjects can be asked for of the rule that is to be explained, in order.
  public List<String> traceable() {
    return traceable.stream().sorted().toList();
  }

  private static Predicate<Subject> about(Set<CallPath> declarations) {
    return it -> declarations.contains(it.path());
  }

  private static Set<String> types(Estate estate, Set<CallPath> declarations) {
    Set<Location> places = declarations.stream().map(CallPath::last).collect(Collectors.toSet());
    return estate.resources().stream()
        .filter(it -> places.contains(it.declaredAt()))
        .map(it -> it.type().name())
        .collect(Collectors.toSet());
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
              case Match.Each(Match.Kind kind) -> Subjects.mayBe(kind, type);
            });
  }

  /// Whether rules at error level look at resources of a type for nothing but keys that Azure
  /// lists.
  public boolean looksForKeysIn(String type) {
    return trace.isEmpty()
        && GraphSources.holdsListedKeysOnly(type)
        && errors.of(type.toLowerCase(Locale.ROOT)).isEmpty()
        && errors.kinds().stream()
            .allMatch(it -> it == Match.Kind.KEY_FLOW || !Subjects.mayBe(it, type));
  }

  private static boolean isErrorLevel(Rule rule) {
    return rule.validations().stream()
        .anyMatch(it -> it.severity().orElse(rule.metadata().severity()) == Severity.ERROR);
  }

  /// @param validation what was asked
  /// @param unproven whether it complies in a file that only stands in for what is deployed
  record Saying(
      Subject about, Rule rule, Validation validation, Finding finding, boolean unproven) {
    static Saying of(Judgement it, Finding finding) {
      return new Saying(it.subject(), it.rule(), it.validation(), finding, it.isUnproven());
    }
  }

  /// What was said about one estate, with what is known of modules that are not here.
  private record Said(
      Estate estate, List<Saying> all, List<Diagnostic> misfits, List<Trace> traces) {
    static Said joined(Estate estate, List<Reply> parts) {
      Said said = new Said(estate, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Reply it : parts) {
        said.all.addAll(it.all);
        said.misfits.addAll(it.misfits);
        said.traces.addAll(it.traces);
      }
      return said;
    }
  }

  /// What was said in answer to one question.
  ///
  /// @param wantsEstates whether the estate with each choice might say more
  private record Reply(
      List<Saying> all, List<Diagnostic> misfits, List<Trace> traces, boolean wantsEstates) {
    static final Reply NOTHING = new Reply(List.of(), List.of(), List.of(), false);
  }

  /// Some rules about some resources.
  ///
  /// @param judging which of the judgements are wanted
  private record Asked(
      Predicate<Subject> about, RulesByMatch rules, Function<Trial, List<Judgement>> judging) {}

  private Said judge(Estate given, Asked asked) {
    Estate estate = KnownModules.in(given);
    Supplier<AccessGraph> graph = new Lazy<>(() -> AccessGraph.of(estate));
    List<Question> questions = questions(estate, asked, graph);
    Stream<Question> all =
        questions.size() < MANY ? questions.stream() : questions.parallelStream();
    Function<Question, Reply> first = it -> reply(it, asked, estate, Optional.empty());
    List<Reply> replies = new ArrayList<>(all.map(first).toList());
    // One after the other, so that it is always the same ones for which there are no more estates.
    Optional<ChosenEstates> estates = Optional.of(new ChosenEstates(estate, graph));
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i).wantsEstates() && !isExceeding(questions.get(i).rule())) {
        replies.set(i, reply(questions.get(i), asked, estate, estates));
      }
    }
    Said said = Said.joined(estate, replies);
    said.all().removeAll(Replaced.among(said.all()));
    said.all().removeIf(Engine::isGuess);
    return said;
  }

  /// What a module makes that is not here is known in part: that may be a failure, and what is not
  /// known of it is said once, of the module.
  private static boolean isGuess(Saying saying) {
    return saying.about().deployment().isThroughMissing()
        && !(saying.finding().outcome() instanceof Outcome.Fail);
  }

  /// One rule about one subject.
  private record Question(Rule rule, Subject subject) {}

  private List<Question> questions(Estate estate, Asked asked, Supplier<AccessGraph> graph) {
    List<Question> questions = new ArrayList<>();
    for (Resource resource : estate.resources()) {
      List<Rule> fitting = asked.rules().of(resource.type().key());
      if (!fitting.isEmpty() && !resource.existing()) {
        Subject subject = Subject.of(resource, new Access(graph, resource, deployed));
        if (asked.about().test(subject)) {
          fitting.forEach(rule -> questions.add(new Question(rule, subject)));
        }
      }
    }
    for (Match.Kind kind : asked.rules().kinds()) {
      List<Subject> subjects = Subjects.of(kind, graph.get()).filter(asked.about()).toList();
      for (Rule rule : asked.rules().of(kind)) {
        subjects.forEach(subject -> questions.add(new Question(rule, subject)));
      }
    }
    return questions;
  }

  private Reply reply(
      Question question, Asked asked, Estate estate, Optional<ChosenEstates> estates) {
    Rule rule = question.rule();
    if (isExceeding(rule)) {
      return Reply.NOTHING;
    }
    String label = estate.label();
    Trial trial = new Trial(rule, question.subject(), estate.substitution(), patterns, estates);
    List<Judgement> judgements = asked.judging().apply(trial);
    if (trial.exceeded()) {
      exceeding.merge(rule.id(), 1, Integer::sum);
    }
    List<Trace> traces = traces(question, label);
    boolean wantsEstates = trial.wantsEstates() && !trial.exceeded();
    if (judgements.isEmpty() && traces.isEmpty() && !wantsEstates) {
      return Reply.NOTHING;
    }
    return new Reply(
        judgements.stream().map(it -> Saying.of(it, deployed.advised(it.finding(label)))).toList(),
        judgements.stream().flatMap(it -> it.misfit().stream()).toList(),
        traces,
        wantsEstates);
  }

  private boolean isExceeding(Rule rule) {
    return exceeding.getOrDefault(rule.id(), 0) >= MAX_EXCEEDING;
  }

  private List<Trace> traces(Question question, String label) {
    Rule rule = question.rule();
    Subject subject = question.subject();
    if (trace.filter(it -> it.asks(rule)).isEmpty()) {
      return List.of();
    }
    traceable.addAll(TraceRequest.names(subject));
    return trace.filter(it -> it.asks(subject)).isPresent()
        ? new Tracing(rule, subject, label, patterns).traces()
        : List.of();
  }
}
