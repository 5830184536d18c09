package dev.keylint.eval.run;

import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.text.Cut;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.SecretTexts;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One expansion under way: what is known from outside, what was found, what was used up.
public final class Run {
  /// Longer messages quote what nobody wants to read.
  private static final int LONGEST_MESSAGE = 1_000;

  /// More parts of two values are not compared.
  private static final long MOST_COMPARED = 1 << 20;

  private static final int COMPARED_PER_STEP = 8;

  /// Types have three at most; ids of many more are taken apart again and again.
  private static final int USUAL_SEGMENTS = 10;

  private static final int PARTS_PER_SEGMENT = 10;

  /// Long texts of the result cost more than members: they are printed, and copied on the way.
  private static final int TEXT_WEIGHT = 4;

  private static final Set<String> TAKEN_APART =
      Set.of(
          "if",
          "and",
          "or",
          "not",
          "coalesce",
          "tryGet",
          "split",
          "createObject",
          "reference",
          Term.LAMBDA_VARIABLES);

  private final DeploymentContext context;
  private final Focus focus;
  private final RoleNames roles;
  private final Function<Template, TemplateIndex> indexes;
  private final Budget budget;
  private final Extents extents = new Extents();
  private final Chance chance = new Chance();
  private final IdentityHashMap<Term, KnownMembers> members = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Value> parts = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Map<String, Value>> itemsByPlace = new IdentityHashMap<>();
  private final PrintedValues printed = new PrintedValues();
  private final IdentityHashMap<Object, String> places = new IdentityHashMap<>();
  private final Set<UserFunction> calls = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private List<DeploymentScope> rootScopes = List.of();
  private final Set<String> secrets = new HashSet<>();
  private final Reached reached = new Reached();
  private int speculation;
  private int silence;
  private int lambdas;

  /// A run that has used up nothing yet.
  ///
  /// @param focus what is expanded at all
  /// @param indexes makes the index of a template, once for each
  public Run(
      DeploymentContext context,
      RoleNames roles,
      Limits limits,
      Focus focus,
      Function<Template, TemplateIndex> indexes) {
    this.context = context;
    this.focus = focus;
    this.roles = roles;
    this.indexes = indexes;
    this.budget = new Budget(limits);
  }

  /// What the user tells of the surroundings.
  public DeploymentContext context() {
    return context;
  }

  /// The built-in roles.
  public RoleNames roles() {
    return roles;
  }

  /// What is left of the limits.
  public Budget budget() {
    return budget;
  }

  /// Whether chance had a hand in what was evaluated.
  public Chance chance() {
    return chance;
  }

  /// The bounds of this run.
  public Limits limits() {
    return budget.limits();
  }

  /// The declarations of a template by name.
  public TemplateIndex index(Template template) {
    return indexes.apply(template);
  }

  /// The resources found so far.
  public List<Resource> resources() {
    return resources;
  }

  /// What was come by, so far.
  public Reached reached() {
    return reached;
  }

  /// Which declarations are expanded.
  public Focus focus() {
    return focus;
  }

  /// What is missing, so far.
  public List<Gap> gaps() {
    return gaps;
  }

  /// The texts that secure parameters have been given so far.
  public Set<String> secrets() {
    return secrets;
  }

  /// The value of a secure parameter, none of which may be shown.
  public Value secret(Value value) {
    visit(List.of(value), COMPARED_PER_STEP);
    SecretTexts.all(value, secrets);
    return Origins.hidden(value);
  }

  /// What was said so far, each once.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// Adds a resource to the result, and pays for it.
  public void add(Resource resource) {
    budget.resource();
    for (Value value : List.of(resource.body(), resource.id(), resource.name(), resource.scope())) {
      written(value);
    }
    resource.condition().ifPresent(this::written);
    long segments = resource.type().name().chars().filter(c -> c == '/').count();
    budget.written(Math.max(0, segments - USUAL_SEGMENTS) * PARTS_PER_SEGMENT);
    resources.add(resource);
  }

  /// Pays for a value of the result, which is kept, printed and judged.
  public void written(Value value) {
    Extents.Extent extent = extents.of(value);
    budget.written(extent.size() + TEXT_WEIGHT * extent.text());
  }

  /// Notes that something is missing.
  public void add(Gap gap) {
    gaps.add(gap);
  }

  /// So many diagnostics are kept; the last one says that there are more.
  public void report(Diagnostic diagnostic) {
    if (silence > 0) {
      return;
    }
    if (diagnostics.size() < limits().diagnostics()) {
      diagnostics.add(diagnostic);
    } else if (diagnostics.size() == limits().diagnostics()) {
      String message = "there are more than " + limits().diagnostics() + " diagnostics";
      diagnostics.add(Diagnostic.of(Diagnostic.Kind.LIMIT, message, diagnostic.location()));
    }
  }

  /// Evaluates what may not be reached in Azure: a failure there is no fault of the template.
  public <T> T speculate(Supplier<T> evaluation) {
    speculation++;
    try {
      return evaluation.get();
    } finally {
      speculation--;
    }
  }

  /// The same for what gives no value.
  public void speculate(Runnable evaluation) {
    speculation++;
    try {
      evaluation.run();
    } finally {
      speculation--;
    }
  }

  /// Evaluates what is no part of the result, and says nothing of what is wrong with it.
  public <T> T silently(Supplier<T> evaluation) {
    silence++;
    try {
      return evaluation.get();
    } finally {
      silence--;
    }
  }

  /// The value of an expression that Azure would refuse.
  public Value failed(String words, Term term, Location at) {
    return failed(words, Optional.empty(), term, at);
  }

  /// The same with advice, which is no part of the reason why the value is not known.
  public Value failed(String words, Optional<String> help, Term term, Location at) {
    String message = Cut.to(words, LONGEST_MESSAGE);
    Diagnostic said =
        speculation == 0
            ? Diagnostic.of(Diagnostic.Kind.SEMANTIC, message, at)
            : Diagnostic.of(Diagnostic.Kind.NOTE, "where it is reached, " + message, at);
    report(help.map(said::help).orElse(said));
    return Terms.unknown(term, new Reason.Failed(message), at);
  }

  /// The value of a call that Azure would refuse.
  public Value failed(String message, String function, List<Value> arguments, Location at) {
    String name = FunctionNames.canonical(function);
    // Terms of these functions are taken apart again, so they must be whole.
    Term term =
        TAKEN_APART.contains(name)
            ? new Term.Call("fail", List.of(Terms.text(message, at)))
            : new Term.Call(name, arguments);
    return failed(message, term, at);
  }

  /// The value of a construct that keylint does not know.
  public Value unsupported(String construct, Term term, Location at) {
    report(Diagnostic.of(Diagnostic.Kind.UNSUPPORTED, construct + " is not supported", at));
    return Terms.unknown(term, new Reason.Unsupported(construct), at);
  }

  /// The value of an expression that is larger or deeper than we follow.
  public Value limited(String message, Term term, Location at) {
    report(Diagnostic.of(Diagnostic.Kind.LIMIT, message, at));
    var reason = new Reason.Unsupported("what goes beyond its bounds: " + message);
    return Terms.unknown(term, reason, at);
  }

  /// The value itself, unless it is too large to be written out.
  public Value bounded(Value value, String name, Location at) {
    Extents.Extent extent = extents.of(value);
    if (extent.parts() > limits().valueParts()) {
      return limited(
          "a value has more than " + limits().valueParts() + " parts", variable(name), at);
    }
    if (extent.depth() > limits().valueDepth()) {
      return limited(
          "a value is nested more than " + limits().valueDepth() + " deep", variable(name), at);
    }
    return value;
  }

  /// Whether no part of the value is unknown.
  public boolean known(Value value) {
    return extents.of(value).known();
  }

  /// Pays for a walk through all parts of these values.
  public void visit(List<Value> values, int partsPerStep) {
    for (Value value : values) {
      Extents.Extent extent = extents.of(value);
      budget.use(extent.size() / partsPerStep + extent.text());
    }
  }

  /// The text by which a value is found again.
  public String key(Value value) {
    visit(List.of(value), 1);
    return printed.key(value);
  }

  /// The same, of a value that has been paid for.
  public String paidKey(Value value) {
    return printed.key(value);
  }

  /// A text as it is, any other value in normal form.
  public String plain(Value value) {
    visit(List.of(value), 1);
    return printed.plain(value);
  }

  /// Whether two values are the same.
  public Truth same(Value left, Value right) {
    long parts = Math.min(extents.of(left).parts(), extents.of(right).parts());
    budget.use(Math.min(parts, MOST_COMPARED) / COMPARED_PER_STEP);
    return Values.same(left, right);
  }

  private static Term variable(String name) {
    Value argument = Terms.text(name, new Location.WholeFile(""));
    return new Term.Call("variables", List.of(argument));
  }

  /// A name that no other lambda of this run uses for its variable.
  public String lambdaVariable(String name) {
    return name + "#" + lambdas++;
  }

  /// Begins a call of a function; false when it is being called already, which Azure forbids.
  public boolean enter(UserFunction function) {
    return calls.add(function);
  }

  /// Ends the call that `enter` began.
  public void leave(UserFunction function) {
    calls.remove(function);
  }

  /// Notes what is known of the members of this very term.
  public void register(Term term, KnownMembers known) {
    members.put(term, known);
  }

  /// What is known of the members of a term.
  public Optional<KnownMembers> members(Term term) {
    return Optional.ofNullable(members.get(term));
  }

  /// Notes of which parts an array consists that stays as it is written.
  public void tellParts(Term term, Value parts) {
    this.parts.put(term, parts);
  }

  /// The parts of such an array.
  public Optional<Value> parts(Term term) {
    return Optional.ofNullable(parts.get(term));
  }

  /// What stands at the places of a partly known array, by their keys; made once.
  public Map<String, Value> itemsByPlace(Term array, Supplier<Map<String, Value>> maker) {
    Map<String, Value> known = itemsByPlace.get(array);
    if (known != null) {
      return known;
    }
    Map<String, Value> made = maker.get();
    itemsByPlace.put(array, made);
    return made;
  }

  /// Notes that this very value is the index of a turn of a loop over a partly known array.
  public void place(Value index, String key) {
    places.put(index instanceof Value.Unknown(Term term, _, _) ? term : index, key);
  }

  /// The place in a partly known array of which this very value is the index, by its key.
  public Optional<String> place(Value index) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(
            places.get(index instanceof Value.Unknown(Term term, _, _) ? term : index));
  }

  /// The scope of the root deployment and those around it.
  public List<DeploymentScope> rootScopes() {
    return rootScopes;
  }

  /// Says what the root deploys to.
  public void root(DeploymentScope scope) {
    rootScopes = Stream.concat(Stream.of(scope), scope.within().stream()).toList();
  }
}
