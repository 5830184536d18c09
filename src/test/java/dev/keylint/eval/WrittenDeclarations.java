package dev.keylint.eval;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a source declares, found in its syntax alone: each resource, module and deployment, at any
/// depth.
final class WrittenDeclarations {
  /// The types that hold a template, and the way to it.
  private static final Map<String, List<String>> HOLDERS =
      Map.of(
          "microsoft.resources/deployments", List.of("properties", "template"),
          "microsoft.resources/deploymentstacks", List.of("properties", "template"),
          "microsoft.resources/templatespecs/versions", List.of("properties", "mainTemplate"),
          "microsoft.solutions/applicationdefinitions", List.of("properties", "mainTemplate"));

  /// A declaration.
  ///
  /// @param name its name in Bicep; empty for an object of a list of resources
  /// @param head what stands before its body
  /// @param whole all of it
  record Written(Optional<Span> name, Span head, Span whole) {
    static Written entry(Span object) {
      return new Written(Optional.empty(), object, object);
    }
  }

  private final List<Written> found = new ArrayList<>();

  static List<Written> in(JsonObject template) {
    WrittenDeclarations walk = new WrittenDeclarations();
    walk.template(template);
    return walk.found;
  }

  static List<Written> in(BicepFile file) {
    WrittenDeclarations walk = new WrittenDeclarations();
    for (Declaration declaration : file.declarations()) {
      switch (declaration) {
        case Declaration.Resource resource -> walk.resource(resource);
        case Declaration.Module module ->
            walk.found.add(named(module.name().span(), module.span(), module.value().span()));
        case Declaration _ -> {}
      }
    }
    return walk.found;
  }

  private static Written named(Span name, Span whole, Span body) {
    int end = Math.max(whole.start(), Math.min(body.start(), whole.end()));
    return new Written(Optional.of(name), new Span(whole.start(), end), whole);
  }

  private void template(JsonObject template) {
    for (JsonMember member : template.members()) {
      if (member.key().equalsIgnoreCase("resources")) {
        list(member.value());
      }
    }
  }

  private void list(JsonValue resources) {
    switch (resources) {
      case JsonArray(List<JsonValue> items, _) -> items.forEach(this::entry);
      case JsonObject(List<JsonMember> members, _) ->
          members.forEach(member -> entry(member.value()));
      case JsonValue _ -> {}
    }
  }

  private void entry(JsonValue entry) {
    found.add(Written.entry(entry.span()));
    if (entry instanceof JsonObject resource) {
      resource.value("resources").ifPresent(this::list);
      String type = resource.text("type").orElse("").toLowerCase(Locale.ROOT);
      Optional<JsonValue> held = Optional.of(resource);
      for (String step : HOLDERS.getOrDefault(type, List.of("nothing"))) {
        held =
            held.filter(JsonObject.class::isInstance)
                .flatMap(object -> ((JsonObject) object).value(step));
      }
      held.filter(JsonObject.class::isInstance).ifPresent(it -> template((JsonObject) it));
    }
  }

  private void resource(Declaration.Resource resource) {
    found.add(named(resource.name().span(), resource.span(), resource.value().span()));
    Optional<Expression.ObjectSyntax> body = object(Optional.of(resource.value()));
    for (ObjectMember member : body.map(Expression.ObjectSyntax::members).orElse(List.of())) {
      if (member instanceof Declaration.Resource nested) {
        resource(nested);
      }
    }
    String type =
        resource.type() instanceof Expression.StringSyntax text ? text.text().orElse("") : "";
    int version = type.indexOf('@');
    held(version < 0 ? type : type.substring(0, version), body);
  }

  private void held(String type, Optional<Expression.ObjectSyntax> body) {
    Optional<Expression.ObjectSyntax> held = body;
    for (String step : HOLDERS.getOrDefault(type.toLowerCase(Locale.ROOT), List.of("nothing"))) {
      held = object(held.flatMap(object -> member(object, step)));
    }
    held.flatMap(object -> member(object, "resources")).ifPresent(this::inline);
  }

  private void inline(Expression resources) {
    if (resources instanceof Expression.ArraySyntax(List<ArrayMember> members, _)) {
      for (ArrayMember member : members) {
        if (member instanceof ArrayMember.Item(Expression value, _)) {
          inlineEntry(value);
        }
      }
    } else if (resources instanceof Expression.ObjectSyntax(List<ObjectMember> members, _)) {
      for (ObjectMember member : members) {
        if (member instanceof ObjectMember.Property property) {
          inlineEntry(property.value());
        }
      }
    }
  }

  private void inlineEntry(Expression entry) {
    if (entry instanceof Expression.Parenthesized(Expression inner, _)) {
      inlineEntry(inner);
      return;
    }
    found.add(Written.entry(entry.span()));
    Optional<Expression.ObjectSyntax> body = object(Optional.of(entry));
    body.flatMap(object -> member(object, "resources")).ifPresent(this::inline);
    held(
        body.flatMap(object -> member(object, "type"))
            .filter(Expression.StringSyntax.class::isInstance)
            .flatMap(type -> ((Expression.StringSyntax) type).text())
            .orElse(""),
        body);
  }

  private static Optional<Expression> member(Expression.ObjectSyntax object, String name) {
    Optional<Expression> last = Optional.empty();
    for (ObjectMember member : object.members()) {
      if (member instanceof ObjectMember.Property property
          && property.name().filter(name::equalsIgnoreCase).isPresent()) {
        last = last.or(() -> Optional.of(property.value()));
      }
    }
    return last;
  }

  private static Optional<Expression.ObjectSyntax> object(Optional<Expression> value) {
    return value.flatMap(it ->
        switch (it) {
          case Expression.ObjectSyntax object -> Optional.of(object);
          case Expression.ForSyntax loop -> object(Optional.of(loop.body()));
          case Expression.IfCondition condition -> object(Optional.of(condition.body()));
          case Expression.Parenthesized(Expression inner, _) -> object(Optional.of(inner));
          case Expression _ -> Optional.empty();
        });
  }
}
