package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Function;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Whether a rule about grants asks for the principal alone before it asks anything else.
///
/// When that can't be told of a grant, then the rule never fails for it, whatever else there is.
final class PrincipalFirst {
  private static final Location NOWHERE = new Location.WholeFile("");
  private static final String TYPE = "Microsoft.Authorization/roleAssignments";

  private PrincipalFirst() {}

  static boolean isAskedFor(Rule rule) {
    List<Subject> grants =
        AccessGraph.of(toNobodyKnown()).grants().stream().map(Subject::of).toList();
    return rule.when().stream()
        .flatMap(when ->
            conjuncts(when.root()).stream()
                .filter(PrincipalFirst::isAboutPrincipal)
                .map(it -> asking(rule, when, it)))
        .anyMatch(question -> grants.stream().allMatch(it -> isUndecided(question, it)));
  }

  /// One grant of which nothing is known.
  private static Estate toNobodyKnown() {
    Value.Unknown unknown = Doubt.withheld("anything", NOWHERE);
    Resource assignment =
        new Resource(
            ResourceType.of(TYPE),
            "2022-04-01",
            unknown,
            unknown,
            unknown,
            Optional.empty(),
            object("properties", object("principalId", unknown)),
            false,
            NOWHERE,
            DeploymentPath.of("", Optional.empty()));
    return new Estate("", false, List.of(assignment), List.of(), List.of(), List.of());
  }

  private static Value.Obj object(String name, Value value) {
    return new Value.Obj(
        Properties.of(List.of(new Property(name, NOWHERE, value))), Origin.at(NOWHERE));
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
          arguments.stream().allMatch(PrincipalFirst::isAboutPrincipal);
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
