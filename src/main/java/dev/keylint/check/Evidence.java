package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Function;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Substitution;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must be known of a resource for a rule to find an error in it.
final class Evidence {
  private static final Location NOWHERE = new Location.WholeFile("");

  private Evidence() {}

  /// The members of `properties` of a resource of this type without which, known in part, none of
  /// these rules can fail, the required one first; none when that can't be told.
  static List<String> of(String type, RulesByMatch rules) {
    if (!rules.of(type.toLowerCase(Locale.ROOT)).isEmpty()) {
      return List.of();
    }
    return GraphSources.evidence(type).stream()
        .filter(members -> isNeeded(type, members, rules))
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isNeeded(String type, List<String> members, RulesByMatch rules) {
    AccessGraph graph = AccessGraph.of(withoutEvidence(type, members));
    List<Subject> grants = graph.grants().stream().map(it -> Subject.of(graph, it)).toList();
    List<Subject> calls = Subjects.of(Match.Kind.CALL, graph).toList();
    Set<String> facts =
        members.stream().map(Evidence::facts).flatMap(Set::stream).collect(Collectors.toSet());
    return (grants.isEmpty()
            || rules.of(Match.Kind.GRANT).stream().allMatch(rule -> asksFor(facts, rule, grants)))
        && rules.of(Match.Kind.CALL).stream().noneMatch(rule -> fails(rule, calls));
  }

  /// What is told of a grant by a member of its assignment alone.
  private static Set<String> facts(String member) {
    return switch (member) {
      case AccessGraph.ROLE -> Set.of("role");
      case AccessGraph.PRINCIPAL -> Set.of("principal", "principalProperty");
      case String _ -> Set.of();
    };
  }

  private static boolean fails(Rule rule, List<Subject> calls) {
    return calls.stream()
        .anyMatch(
            it -> !new Trial(rule, it, Substitution.ALONE, new Patterns()).failures().isEmpty());
  }

  /// Whether a rule about grants asks for some facts alone: before it asks anything else, or in all
  /// that it validates. When that can't be told of a grant, then the rule never fails for it,
  /// whatever else there is.
  private static boolean asksFor(Set<String> facts, Rule rule, List<Subject> grants) {
    return rule.when().stream()
            .flatMap(Evidence::conjuncts)
            .filter(it -> isAbout(facts, it.root()))
            .anyMatch(it -> grants.stream().noneMatch(grant -> evaluate(rule, it, grant).is(true)))
        || rule.validations().stream()
            .map(Validation::expression)
            .allMatch(it ->
                isAbout(facts, it.root())
                    && grants.stream().noneMatch(grant -> evaluate(rule, it, grant).is(false)));
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

  private static Result evaluate(Rule rule, Formula question, Subject subject) {
    return new Judge(asking(rule, question), subject, Choice.NONE, new Patterns()).applies();
  }

  private static Rule asking(Rule rule, Formula when) {
    return new Rule(
        rule.metadata(),
        rule.match(),
        Optional.of(when),
        rule.params(),
        rule.variables(),
        rule.validations(),
        rule.remediation(),
        rule.fix(),
        rule.docs());
  }

  /// What must all hold for a formula to hold.
  private static Stream<Formula> conjuncts(Formula formula) {
    return formula.root() instanceof Expression.Call(Function function, var arguments, _)
            && function == Function.AND
        ? arguments.stream()
            .map(it -> new Formula(formula.text(), formula.file(), formula.at(), it))
            .flatMap(Evidence::conjuncts)
        : Stream.of(formula);
  }

  private static boolean isAbout(Set<String> facts, Expression expression) {
    return switch (expression) {
      case Expression.Constant _ -> true;
      case Expression.Call(_, var arguments, _) ->
          arguments.stream().allMatch(it -> isAbout(facts, it));
      case Expression.Select(var operand, var field, _) -> isAbout(facts, operand, field);
      case Expression.Has(var operand, var field, _) -> isAbout(facts, operand, field);
      case Expression.Ident _,
          Expression.Ask _,
          Expression.ListOf _,
          Expression.MapOf _,
          Expression.Macro _,
          Expression.Bind _ ->
          false;
    };
  }

  private static boolean isAbout(Set<String> facts, Expression operand, String field) {
    return operand instanceof Expression.Ident(var name, _)
        ? name.equals("params") || (name.equals("grant") && facts.contains(field))
        : isAbout(facts, operand);
  }
}
