package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Function;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What must be known of a resource for a rule to find an error in it.
final class Evidence {
  private static final Location NOWHERE = new Location.WholeFile("");

  private Evidence() {}

  /// The members of `properties` of a resource of this type without which, known in part, none of
  /// these rules can fail, the required one first; none when that can't be told.
  static List<String> of(String type, RulesByMatch rules) {
    List<String> members = AccessGraph.evidence(type);
    if (members.isEmpty() || !rules.of(type.toLowerCase(Locale.ROOT)).isEmpty()) {
      return List.of();
    }
    AccessGraph graph = AccessGraph.of(withoutEvidence(type, members));
    List<Subject> grants = graph.grants().stream().map(it -> Subject.of(graph, it)).toList();
    List<Subject> calls = Subjects.of(Match.Kind.CALL, graph).toList();
    boolean undecided =
        (grants.isEmpty()
                || rules.of(Match.Kind.GRANT).stream()
                    .allMatch(rule -> asksForPrincipal(rule, grants)))
            && rules.of(Match.Kind.CALL).stream().noneMatch(rule -> fails(rule, calls));
    return undecided ? members : List.of();
  }

  private static boolean fails(Rule rule, List<Subject> calls) {
    return calls.stream()
        .flatMap(it -> new Trial(rule, it, Engine.MAX_STEPS).failures().stream())
        .anyMatch(it -> it.verdict() instanceof Verdict.Fail);
  }

  /// Whether a rule about grants asks for the principal alone before it asks anything else. When
  /// that can't be told of a grant, then the rule never fails for it, whatever else there is.
  private static boolean asksForPrincipal(Rule rule, List<Subject> grants) {
    return rule.when().stream()
        .flatMap(when ->
            conjuncts(when.root()).stream()
                .filter(Evidence::isAboutPrincipal)
                .map(it -> asking(rule, when, it)))
        .anyMatch(question -> grants.stream().allMatch(it -> isUndecided(question, it)));
  }

  /// One resource of which no more than its type is known.
  private static Estate withoutEvidence(String type, List<String> members) {
    Value.Unknown unknown = Doubt.withheld("anything", NOWHERE);
    Value.Obj properties =
        object(members.stream().map(it -> new Property(it, NOWHERE, unknown)).toList());
    Resource resource =
        new Resource(
            ResourceType.of(type),
            "",
            new Value.Str(id(type), Origin.at(NOWHERE)),
            unknown,
            unknown,
            Optional.empty(),
            object(List.of(new Property("properties", NOWHERE, properties))),
            false,
            NOWHERE,
            DeploymentPath.of("", Optional.empty()));
    return new Estate("", false, List.of(resource), List.of(), List.of(), List.of());
  }

  private static Value.Obj object(List<Property> members) {
    return new Value.Obj(Properties.of(members), Origin.at(NOWHERE));
  }

  /// An id of such a resource, all names alike.
  private static String id(String type) {
    String[] parts = type.split("/");
    StringBuilder id = new StringBuilder("/subscriptions/s/resourceGroups/g/providers/");
    id.append(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      id.append('/').append(parts[i]).append("/name");
    }
    return id.toString();
  }

  private static boolean isUndecided(Rule question, Subject subject) {
    Result applies = new Judge(question, subject, Choice.NONE, Engine.MAX_STEPS).applies();
    return !applies.is(true);
  }

  private static Rule asking(Rule rule, Formula when, Expression conjunct) {
    return new Rule(
        rule.metadata(),
        rule.match(),
        Optional.of(new Formula(when.text(), when.file(), when.at(), conjunct)),
        rule.params(),
        rule.variables(),
        rule.validations(),
        rule.remediation(),
        rule.fix(),
        rule.docs());
  }

  private static List<Expression> conjuncts(Expression expression) {
    return expression instanceof Expression.Call(Function function, var arguments, _)
            && function == Function.AND
        ? arguments.stream().flatMap(it -> conjuncts(it).stream()).toList()
        : List.of(expression);
  }

  private static boolean isAboutPrincipal(Expression expression) {
    return switch (expression) {
      case Expression.Constant _ -> true;
      case Expression.Call(_, var arguments, _) ->
          arguments.stream().allMatch(Evidence::isAboutPrincipal);
      case Expression.Select(Expression.Ident(var name, _), var field, _) ->
          name.equals("params") || (name.equals("grant") && field.equals("principal"));
      case Expression.Select(var operand, _, _) ->
          operand instanceof Expression.Select && isAboutPrincipal(operand);
      case Expression.Ident _,
          Expression.Has _,
          Expression.Ask _,
          Expression.ListOf _,
          Expression.MapOf _,
          Expression.Macro _,
          Expression.Bind _ ->
          false;
    };
  }
}
