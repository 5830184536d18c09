package dev.keylint.eval.choice;

import dev.keylint.eval.expression.Bindings;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.LimitReached;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Expr;
import dev.keylint.value.Substitution;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Evaluates the irreducible expressions of one estate again, by the very functions that have
/// evaluated its templates.
///
/// Safe for several threads. Several rules look at the same value, so each is worked out once.
public final class Resubstitution implements Substitution {
  /// What one expression may take; nested less than an expansion, as there is no deep stack here.
  private static final Limits LIMITS =
      new Limits(20_000, 100, 10_000, 0, 0, 0, 0, 1 << 20, 200_000, 200, 0);

  /// What all of an estate may take together: what is left over then stays unknown.
  private static final long MOST_STEPS = 2_000_000;

  private final RoleNames roles;
  private final AtomicLong steps = new AtomicLong();
  private final Map<Term, Map<Map<String, Value>, Value>> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /// @param roles the built-in roles
  public Resubstitution(RoleNames roles) {
    this.roles = roles;
  }

  @Override
  public Value of(Value.Unknown whole, Map<String, Value> parameters) {
    Map<Map<String, Value>, Value> tried =
        known.computeIfAbsent(whole.term(), _ -> new ConcurrentHashMap<>());
    Value before = tried.get(parameters);
    if (before != null) {
      return before;
    }
    Value value = steps.get() > MOST_STEPS ? whole : evaluated(whole, parameters);
    tried.put(parameters, value);
    return value;
  }

  private Value evaluated(Value.Unknown whole, Map<String, Value> parameters) {
    Rewriting rewriting = new Rewriting(parameters);
    Optional<Expr> expr = rewriting.expression(whole);
    steps.addAndGet(rewriting.parts());
    return expr.map(it -> evaluated(it, rewriting, whole)).orElse(whole);
  }

  private Value evaluated(Expr expr, Rewriting rewriting, Value.Unknown whole) {
    Run run = new Run(DeploymentContext.NONE, roles, LIMITS, Focus.all(), TemplateIndex::new);
    try {
      return new TermFrame(run, rewriting, Bindings.none()).value(expr);
    } catch (LimitReached e) {
      return whole;
    } finally {
      steps.addAndGet(run.budget().spent());
    }
  }
}
