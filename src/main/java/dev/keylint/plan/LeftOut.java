package dev.keylint.plan;

import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Lazy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The resources that a deployment declares and does not make, and the same deployment as it would
/// be if what keeps them out were otherwise.
///
/// What keeps them out is found by trying: first the outermost condition or loop that lets nothing
/// through is supposed otherwise, and when that was not all, the next one.
///
/// Not for several threads.
public final class LeftOut {
  /// How often more is supposed at most.
  private static final int MOST_ROUNDS = 6;

  private final LoweredDeployment deployment;
  private final List<Attempt> attempts;
  private final Set<CallPath> open = new LinkedHashSet<>();
  private final Supposition supposition;
  private final Map<CallPath, List<ByVariable>> keptOutBy = new HashMap<>();
  private int rounds;

  private LeftOut(LoweredDeployment deployment, List<Attempt> attempts, Supposition supposition) {
    this.deployment = deployment;
    this.attempts = List.copyOf(attempts);
    this.supposition = supposition;
  }

  /// What was found.
  ///
  /// @param declarations all that is left out
  /// @param parts what is worth trying, apart as far as it can't be supposed made at the same time
  /// @param problems that it has too many calls to try them all
  public record Found(Set<CallPath> declarations, List<LeftOut> parts, List<Diagnostic> problems) {
    public Found {
      problems = List.copyOf(problems);
      parts = List.copyOf(parts);
    }
  }

  /// What a deployment leaves out.
  ///
  /// @param reached what its expansion came by
  /// @param search where to look, and for which types
  public static Found of(LoweredDeployment deployment, Reached reached, LeftOutInterest search) {
    Set<CallPath> declarations = new LinkedHashSet<>();
    List<Way> worthwhile = new ArrayList<>();
    LeftOutSearch finding = new LeftOutSearch(reached, search);
    Lazy<Boolean> keys =
        new Lazy<>(() -> KeySources.mayBeIn(deployment.template(), search.keys().services()));
    for (Way way : finding.run(deployment.template())) {
      if (new Attempt(way).next(reached).isPresent()) {
        if (!reached.made().contains(way.path())) {
          declarations.add(way.path());
        }
        boolean vain = search.keys().holders().test(type(way)) && !keys.get();
        if (!vain && !isOpen(way, deployment, search)) {
          worthwhile.add(way);
        }
      }
    }
    boolean joined = search.all() && !worthwhile.isEmpty();
    List<LeftOut> parts = new ArrayList<>();
    for (List<Way> joint : joined ? List.of(worthwhile) : Joint.of(worthwhile, deployment)) {
      Supposition supposition = new Supposition(deployment);
      List<Attempt> attempts = joint.stream().map(Attempt::new).toList();
      attempts.forEach(it -> it.goOn(reached, supposition));
      LeftOut part = new LeftOut(deployment, attempts, supposition);
      part.keptOutBy.putAll(reached.keptOutBy());
      parts.add(part);
    }
    return new Found(declarations, parts, finding.isComplete() ? List.of() : tooMany(deployment));
  }

  private static List<Diagnostic> tooMany(LoweredDeployment deployment) {
    String message = "the deployment has more than " + LeftOutSearch.MOST_CALLS + " calls";
    return List.of(
        Diagnostic.of(Diagnostic.Kind.LIMIT, message, deployment.template().at())
            .help("what is left out in the rest is not judged"));
  }

  private static boolean isOpen(Way way, LoweredDeployment deployment, LeftOutInterest search) {
    return OpenEvidence.is(way, search.evidence().apply(type(way)), deployment.parameters());
  }

  private static String type(Way way) {
    return way.steps().getLast().declaration() instanceof Declaration.Resource resource
        ? resource.type()
        : "";
  }

  /// The deployment to expand next.
  public LoweredDeployment supposed() {
    return supposition.result();
  }

  /// Takes in what the expansion of that came by; whether there is more to suppose.
  public boolean goOn(Reached reached) {
    rounds++;
    keptOutBy.putAll(reached.keptOutBy());
    open.clear();
    boolean more = false;
    for (Attempt attempt : attempts) {
      if (!reached.made().contains(attempt.path())) {
        open.add(attempt.path());
        more |= rounds < MOST_ROUNDS && attempt.goOn(reached, supposition);
      }
    }
    return more;
  }

  /// What is tried.
  public Set<CallPath> declarations() {
    Set<CallPath> all = new LinkedHashSet<>();
    attempts.forEach(it -> all.add(it.path()));
    return all;
  }

  /// Whether something that is tried is of such a type.
  public boolean hasAny(Predicate<String> types) {
    return attempts.stream().anyMatch(it -> types.test(type(it.way())));
  }

  /// Those that the last expansion made.
  public Set<CallPath> made() {
    Set<CallPath> made = declarations();
    made.removeAll(open);
    return made;
  }

  /// What keeps one of them out.
  public LeftOutCause cause(CallPath declaration) {
    Attempt attempt =
        attempts.stream().filter(it -> it.path().equals(declaration)).findFirst().orElseThrow();
    return new LeftOutWords(
            attempt.way(), deployment.parameters(), deployment.byVariables(), keptOutBy)
        .cause(attempt.gates());
  }
}
