package dev.keylint.conformance;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Decorator;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.conformance.Written.Group;
import dev.keylint.conformance.Written.Part;
import dev.keylint.conformance.Written.Row;
import dev.keylint.template.Declaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the resources and modules of a Bicep file are written.
final class WrittenResources {
  private final WrittenValues values;
  private final WrittenTypes types;

  /// By the line of their keyword.
  private final Map<Integer, List<Decorator>> decorators = new HashMap<>();

  private final Map<Integer, List<Part>> modules = new HashMap<>();

  /// Those in others, inner ones before outer ones.
  private final List<Integer> nested = new ArrayList<>();

  private final Map<Integer, Written> resources = new HashMap<>();

  WrittenResources(BicepFile file, WrittenValues values, WrittenTypes types) {
    this.values = values;
    this.types = types;
    for (var declaration : file.declarations()) {
      switch (declaration) {
        case dev.keylint.bicep.Declaration.Resource resource -> note(resource);
        case dev.keylint.bicep.Declaration.Module(var own, var name, _, var value, _) -> {
          decorators.put(values.line(name), own);
          modules.put(values.line(name), values.syntaxParts(body(value)));
        }
        case dev.keylint.bicep.Declaration _ -> {}
      }
    }
  }

  private void note(dev.keylint.bicep.Declaration.Resource resource) {
    decorators.put(values.line(resource.name()), resource.decorators());
    List<ObjectMember> members = body(resource.value());
    resources.put(values.line(resource.name()), new Group(0, values.syntaxParts(members)));
    for (ObjectMember member : members) {
      if (member instanceof dev.keylint.bicep.Declaration.Resource inner) {
        note(inner);
        nested.add(values.line(inner.name()));
      }
    }
  }

  private static List<ObjectMember> body(Expression value) {
    return switch (value) {
      case Expression.ForSyntax loop -> body(loop.body());
      case Expression.IfCondition condition -> body(condition.body());
      case Expression.Parenthesized(var inner, _) -> body(inner);
      case Expression.ObjectSyntax object -> object.members();
      case Expression _ -> List.of();
    };
  }

  /// By symbolic name, or in a row, without those that only exist.
  Written of(List<Declaration> declarations, boolean row) {
    if (!row) {
      return new Group(0, declarations.stream().map(it -> Part.of(it.symbol(), one(it))).toList());
    }
    List<Declaration> deployed =
        declarations.stream()
            .filter(it -> !(it instanceof Declaration.Resource resource && resource.existing()))
            .sorted(Comparator.comparingInt(it -> rank(one(it).line())))
            .toList();
    return new Row(0, deployed.stream().<Written>map(this::one).toList());
  }

  /// The compiler puts nested resources first and modules last.
  private int rank(int line) {
    int inner = nested.indexOf(line);
    int outer = modules.containsKey(line) ? Integer.MAX_VALUE : nested.size();
    return inner < 0 ? outer : inner;
  }

  private Group one(Declaration declaration) {
    int line = values.line(declaration.at(), 0);
    List<Part> parts = new ArrayList<>();
    declaration
        .condition()
        .ifPresent(it -> parts.add(Part.of("condition", values.line(it.at(), line))));
    declaration.loop().ifPresent(it -> parts.add(Part.of("copy", values.line(it.at(), line))));
    parts.addAll(types.decorated(decorators.getOrDefault(line, List.of()), line));
    switch (declaration) {
      case Declaration.Resource resource -> {
        if (values.of(resource.body(), line) instanceof Group(_, var members)) {
          parts.addAll(members);
        }
      }
      // Written as a resource.
      case Declaration.Deployment _ when !modules.containsKey(line) -> {
        if (resources.get(line) instanceof Group(_, var members)) {
          members.stream()
              .filter(it -> it.key().filter("name"::equals).isEmpty())
              .forEach(parts::add);
        }
      }
      case Declaration.Deployment module -> {
        module.name().ifPresent(it -> parts.add(Part.of("name", values.line(it.at(), line))));
        parts.add(Part.of("properties", properties(module, line)));
      }
    }
    return new Group(line, parts);
  }

  private Group properties(Declaration.Deployment module, int line) {
    List<Part> arguments = module.arguments().stream().map(it -> argument(it, line)).toList();
    List<Part> parts = new ArrayList<>();
    for (Part part : modules.getOrDefault(line, List.of())) {
      switch (part.key().orElse("")) {
        case "params" -> parts.add(Part.of("parameters", new Group(part.line(), arguments)));
        case "extensionConfigs" -> parts.add(part);
        case String _ -> {}
      }
    }
    return new Group(line, parts);
  }

  private Part argument(Declaration.Argument argument, int around) {
    int line = values.line(argument.at(), around);
    Part value = Part.of("value", values.of(argument.value(), line));
    return Part.of(argument.name(), Group.of(line, List.of(), value));
  }
}
