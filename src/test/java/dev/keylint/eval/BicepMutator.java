package dev.keylint.eval;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.BicepParser;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes Bicep files up.
final class BicepMutator extends Mutator {
  private static final Set<String> PLACES = Set.of("type", "name", "scope", "parent", "apiVersion");

  @Override
  List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    for (Declaration declaration :
        BicepParser.parse(Source.of("made.bicep", text)).declarations()) {
      parts.add(new Part(Kind.ITEM, declaration.span()));
      switch (declaration) {
        case Declaration.Resource resource -> resource(resource, parts);
        case Declaration.Module module -> {
          parts.add(new Part(Kind.ENTRY, module.value().span()));
          value(module.value(), parts);
        }
        case Declaration.Variable variable -> value(variable.value(), parts);
        case Declaration.Output output -> value(output.value(), parts);
        case Declaration _ -> {}
      }
    }
    parts.removeIf(part -> part.span().length() == 0);
    return parts;
  }

  private static void resource(Declaration.Resource resource, List<Part> parts) {
    parts.add(new Part(Kind.ITEM, resource.span()));
    parts.add(new Part(Kind.PLACE, resource.type().span()));
    parts.add(new Part(Kind.ENTRY, resource.value().span()));
    parts.add(new Part(Kind.ENTRY, resource.value().span()));
    value(resource.value(), parts);
  }

  private static void value(Expression value, List<Part> parts) {
    switch (value) {
      case Expression.ObjectSyntax(List<ObjectMember> members, _) -> {
        parts.add(new Part(Kind.BODY, value.span()));
        members.forEach(member -> member(member, parts));
      }
      case Expression.ArraySyntax(List<ArrayMember> members, _) -> {
        for (ArrayMember member : members) {
          parts.add(new Part(Kind.ITEM, member.span()));
          if (member instanceof ArrayMember.Item(Expression item, _)) {
            value(item, parts);
          }
        }
      }
      case Expression.ForSyntax loop -> value(loop.body(), parts);
      case Expression.IfCondition condition -> value(condition.body(), parts);
      case Expression.Parenthesized(Expression inner, _) -> value(inner, parts);
      case Expression _ -> {}
    }
  }

  private static void member(ObjectMember member, List<Part> parts) {
    switch (member) {
      case ObjectMember.Property property -> {
        boolean place = property.name().filter(PLACES::contains).isPresent();
        parts.add(new Part(Kind.MEMBER, property.span()));
        parts.add(new Part(Kind.KEY, property.key().span()));
        parts.add(new Part(place ? Kind.PLACE : Kind.VALUE, property.value().span()));
        value(property.value(), parts);
      }
      case Declaration.Resource nested -> resource(nested, parts);
      case ObjectMember _ -> {}
    }
  }

  @Override
  List<String> keys() {
    return List.of(
        "resources",
        "properties",
        "template",
        "templateLink",
        "type",
        "name",
        "parent",
        "scope",
        "copy",
        "'a b'",
        "'${x}'",
        "other");
  }

  @Override
  List<String> values() {
    return List.of(
        "null",
        "true",
        "0",
        "''",
        "'text'",
        "'[parameters(\\'x\\')]'",
        "'${x}/y'",
        "x",
        "missing",
        "on ? 'a' : 'b'",
        "[]",
        "{}",
        "[for i in range(0, 2): {}]",
        "union({}, {})",
        "concat([], [])",
        "loadJsonContent('beside.json')");
  }

  @Override
  List<String> places() {
    return List.of(
        "'A.B/c@2024-01-01'",
        "'A.B/c/d@2024-01-01'",
        "'d'",
        "'d/e@2024-01-01'",
        "'providers/locks@2020-05-01'",
        "'A.B/c/providers/roleAssignments@2022-04-01'",
        "'A.B/c/providers/unheard@2022-04-01'",
        "'Microsoft.Authorization/locks@2020-05-01'",
        "'Microsoft.Resources/deployments@2022-09-01'",
        "'Microsoft.Resources/deploymentStacks@2024-03-01'",
        "'Microsoft.Resources/deployments'",
        "'A.B/c'",
        "'${x}@2024-01-01'",
        "'host/Microsoft.Authorization/own'",
        "'a/b'",
        "''",
        "'/'",
        "x",
        "missing",
        "resourceGroup('other')",
        "subscription()",
        "tenant()");
  }

  @Override
  List<String> members() {
    return List.of(
        "resource made 'd@2024-01-01' = { name: 'made' }",
        "resource made 'providers/locks@2020-05-01' = { name: 'Microsoft.Authorization/made' }",
        "resource made 'A.B/c/d@2024-01-01' = if (on) { name: 'made' }",
        "resource made 'd@2024-01-01' = [for i in range(0, 2): { name: 'made${i}' }]",
        "resource made 'd@2024-01-01' existing = { name: 'made' }",
        "scope: resourceGroup('other')",
        "scope: ''",
        "resourceGroup: 'other'",
        "...x",
        "dependsOn: [missing]",
        "resources: [{ type: 'd', apiVersion: '2024-01-01', name: 'made' }]",
        "copy: { name: 'made', count: 2 }",
        "condition: false");
  }

  @Override
  List<String> wraps() {
    return List.of(
        "if (on) %s",
        "if (false) %s",
        "[for i in range(0, 2): %s]",
        "[for i in []: %s]",
        "[for i in x: if (on) %s]",
        "(%s)",
        "on ? %s : {}",
        "%s.x",
        "{ name: 'made', properties: { template: { resources: [%s] } } }",
        "{ name: 'made', properties: { expressionEvaluationOptions: { scope: 'inner' }, template: {"
            + " resources: [%s] } } }");
  }

  @Override
  String without(String text, Part part) {
    return replaced(text, part, "");
  }

  @Override
  String with(String text, Part part, String more) {
    int end = part.span().end();
    return text.substring(0, end) + "\n" + more + text.substring(end);
  }

  @Override
  String withMember(String text, Part body, String member) {
    int start = body.span().start() + 1;
    return text.substring(0, start) + "\n" + member + "\n" + text.substring(start);
  }
}
