package dev.keylint.graph;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes values of JSON in which a text may hold `${…}`, as in Bicep.
///
/// `${rg.id}`, `${sub.id}` are the deployment's scopes, `${param.x}` a parameter without a value,
/// `${secret.x}` a secure one, `${s.id}` the id of the resource with symbol `s`, `${s.any.path}`
/// what Azure fills in there. `{"$if": […]}` and the like are calls that can't be evaluated;
/// `{"$text": […]}` is a text of parts, `{"$lambda": [x]}` is `it => x`.
final class TestValues {
  private static final Map<String, String> SCOPES =
      Map.of("rg", "resourceGroup", "sub", "subscription", "mg", "managementGroup");

  private final Source source;
  private final Map<String, Value> ids;

  TestValues(Source source, Map<String, Value> ids) {
    this.source = source;
    this.ids = ids;
  }

  Value of(JsonValue json) {
    Origin origin = Origin.at(new Location.InFile(source, json.span()));
    return switch (json) {
      case JsonString(var text, _) -> text(text, origin);
      case JsonNumber number ->
          number.integer().isPresent()
              ? new Value.Int(number.integer().orElseThrow(), origin)
              : new Value.Decimal(number.value(), origin);
      case JsonBoolean(var it, _) -> new Value.Bool(it, origin);
      case JsonNull _ -> new Value.Null(origin);
      case JsonArray(var items, _) -> new Value.Arr(items.stream().map(this::of).toList(), origin);
      case JsonObject object -> object(object, origin);
    };
  }

  private Value object(JsonObject object, Origin origin) {
    if (object.members().size() == 1
        && object.members().getFirst().value() instanceof JsonArray(var items, _)
        && object.members().getFirst().key().startsWith("$")) {
      JsonMember call = object.members().getFirst();
      List<Value> arguments = ((JsonArray) call.value()).items().stream().map(this::of).toList();
      return call(call.key().substring(1), arguments, origin);
    }
    List<Property> properties = new ArrayList<>();
    for (JsonMember member : object.members()) {
      properties.add(property(member));
    }
    return new Value.Obj(Properties.of(properties), origin);
  }

  Property property(JsonMember member) {
    Span span = member.span();
    return new Property(member.key(), new Location.InFile(source, span), of(member.value()));
  }

  private Value text(String text, Origin origin) {
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      if (at > from) {
        parts.add(new Value.Str(text.substring(from, at), origin));
      }
      int end = text.indexOf('}', at);
      parts.add(hole(text.substring(at + 2, end), origin));
      from = end + 1;
    }
    if (parts.isEmpty()) {
      return new Value.Str(text, origin);
    }
    if (from < text.length()) {
      parts.add(new Value.Str(text.substring(from), origin));
    }
    return parts.size() == 1 ? parts.getFirst() : join(parts, origin);
  }

  static Value join(List<Value> parts, Origin origin) {
    List<Value> flat = new ArrayList<>();
    for (Value part : parts) {
      if (part instanceof Value.Unknown(Term.Concat(var inner), _, _)) {
        flat.addAll(inner);
      } else {
        flat.add(part);
      }
    }
    if (flat.stream().allMatch(Value.Str.class::isInstance)) {
      StringBuilder all = new StringBuilder();
      flat.forEach(part -> all.append(((Value.Str) part).value()));
      return new Value.Str(all.toString(), origin);
    }
    return new Value.Unknown(
        new Term.Concat(flat), new Reason.DeploymentContext("part of a text"), origin);
  }

  private Value hole(String path, Origin origin) {
    String[] names = path.split("\\.");
    if (names[0].equals("param") || names[0].equals("secret")) {
      return new Value.Unknown(
          new Term.Call("parameters", List.of(new Value.Str(names[1], origin))),
          names[0].equals("param")
              ? new Reason.MissingParameter(names[1], List.of())
              : new Reason.Secret(names[1]),
          origin);
    }
    if (names[0].equals("withheld")) {
      return Doubt.withheld(names[1], origin.at());
    }
    List<Value> members = new ArrayList<>();
    for (int i = 1; i < names.length; i++) {
      members.add(new Value.Str(names[i], origin));
    }
    String function = SCOPES.getOrDefault(names[0], "");
    if (!function.isEmpty()) {
      Reason reason = new Reason.DeploymentContext(function);
      Value call = new Value.Unknown(new Term.Call(function, List.of()), reason, origin);
      return new Value.Unknown(new Term.Access(call, members), reason, origin);
    }
    Value id = ids.get(names[0]);
    if (id == null) {
      throw new IllegalArgumentException("no resource " + names[0]);
    }
    if (path.endsWith(".id") && names.length == 2) {
      return id;
    }
    Reason reason = new Reason.RuntimeReference(NormalForm.plain(id), path);
    Value call =
        new Value.Unknown(
            new Term.Call(
                "reference",
                List.of(id, new Value.Str("2025-01-01", origin), new Value.Str("full", origin))),
            reason,
            origin);
    return new Value.Unknown(new Term.Access(call, members), reason, origin);
  }

  private static Value call(String function, List<Value> arguments, Origin origin) {
    if (function.equals("text")) {
      return join(arguments, origin);
    }
    Term term =
        switch (function) {
          case "access" ->
              new Term.Access(arguments.getFirst(), arguments.subList(1, arguments.size()));
          case "lambda" -> new Term.Lambda(List.of("it"), arguments.getFirst());
          default -> new Term.Call(function, arguments);
        };
    return new Value.Unknown(term, reason(function, arguments), origin);
  }

  private static Reason reason(String function, List<Value> arguments) {
    return switch (function) {
      case "newGuid" -> new Reason.NonDeterministic(function);
      case "listKeys", "listAdminKeys" ->
          new Reason.KeyOf(NormalForm.plain(arguments.getFirst()), function);
      default -> new Reason.Unsupported(function);
    };
  }
}
