package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Brings the resources of one template into declarations, parents before their children.
final class ArmResources {
  /// What is no part of a resource's body; children and dependencies are their own thing.
  private static final Set<String> ENVELOPE =
      Set.of(
          "type",
          "apiversion",
          "name",
          "scope",
          "subscriptionid",
          "resourcegroup",
          "condition",
          "existing",
          "import",
          "extension",
          "@options",
          "comments",
          "dependson",
          "metadata",
          "resources");

  private static final String DEPLOYMENTS = "Microsoft.Resources/deployments";

  private final ArmScope scope;
  private final String prefix;
  private final boolean symbolic;
  private final EmbeddedTemplates embedded;
  private final ArmNames names;
  private final ArmTargets targets;
  private final List<Declaration> declared = new ArrayList<>();

  private ArmResources(ArmScope scope, String prefix, boolean symbolic) {
    this.scope = scope;
    this.prefix = prefix;
    this.symbolic = symbolic;
    this.embedded = new EmbeddedTemplates(new ArmSurroundings(scope));
    this.names = new ArmNames(scope);
    this.targets = new ArmTargets(scope);
  }

  /// The declarations of a template's `resources`: an array, or with symbolic names an object.
  ///
  /// @param prefix what the symbols of those start with that have none
  static List<Declaration> lower(JsonValue resources, String prefix, ArmScope scope) {
    ArmResources lowering = new ArmResources(scope, prefix, resources instanceof JsonObject);
    lowering.all(resources, Optional.empty());
    return lowering.declared;
  }

  private void all(JsonValue resources, Optional<ArmParent> parent) {
    switch (resources) {
      case JsonObject(List<JsonMember> members, _) -> {
        Set<String> similar = scope.problems().reportSimilarKeys(Kind.UNSUPPORTED, members);
        for (JsonMember member : members) {
          String symbol = parent.map(it -> it.symbol() + "::").orElse("") + member.key();
          if (similar.contains(member.key().toLowerCase(Locale.ROOT))) {
            perhaps(symbol, member, parent);
          } else {
            one(symbol, member.value(), parent);
          }
        }
      }
      case JsonArray(List<JsonValue> items, _) -> {
        String start = parent.map(around -> around.symbol() + ".").orElse(prefix);
        for (int i = 0; i < items.size(); i++) {
          one(start + i, items.get(i), parent);
        }
      }
      case JsonNull _ -> {}
      case JsonValue _ -> {
        scope.problems().unsupported("a computed list of resources", at(resources));
        unknown(parent.map(it -> it.symbol() + ".").orElse(prefix) + "*", resources, parent);
      }
    }
  }

  /// Of symbolic names that differ by case only Azure takes one.
  private void perhaps(String symbol, JsonMember member, Optional<ArmParent> parent) {
    Expr taken =
        new Expr.Unsupported(
            "the choice between several `" + member.key() + "`",
            scope.values().at(member.keySpan()));
    int before = declared.size();
    one(symbol, member.value(), parent);
    List<Declaration> added = declared.subList(before, declared.size());
    added.replaceAll(declaration -> declaration.when(taken));
  }

  private void one(String symbol, JsonValue value, Optional<ArmParent> parent) {
    if (!(value instanceof JsonObject resource)) {
      scope.problems().unsupported("a computed resource", at(value));
      unknown(symbol, value, parent);
      return;
    }
    List<JsonMember> envelope =
        resource.members().stream().filter(ArmResources::isEnvelope).toList();
    scope.problems().reportSimilarKeys(Kind.UNSUPPORTED, envelope);
    Optional<String> type = resource.value("type").flatMap(scope::constant);
    if (type.isEmpty()) {
      scope.problems().add(Kind.UNSUPPORTED, "a resource without a literal type", at(value));
      unknown(symbol, value, parent);
      return;
    }
    envelope(resource, parent);
    Optional<Declaration> deployment =
        type.filter(DEPLOYMENTS::equalsIgnoreCase)
            .flatMap(_ ->
                new ArmDeployments(scope, targets)
                    .lower(symbol, resource, version(resource, parent), loop(resource, parent)));
    if (deployment.isPresent()) {
      declared.add(deployment.orElseThrow());
      children(symbol, type.orElseThrow(), resource, parent);
    } else {
      resource(symbol, type.orElseThrow(), resource, parent);
    }
  }

  /// What the members around a body hold that can't be what Azure wants.
  private void envelope(JsonObject json, Optional<ArmParent> parent) {
    json.value("type")
        .filter(type -> type instanceof JsonString text && isByParameter(text))
        .ifPresent(type ->
            scope
                .problems()
                .add(Kind.UNSUPPORTED, "a type that a parameter gives is not supported", at(type)));
    json.value("copy")
        .filter(copy -> copy instanceof JsonString)
        .ifPresent(copy -> scope.problems().unsupported("a computed loop", at(copy)));
    if (json.object("copy").isPresent() && parent.flatMap(ArmParent::loop).isPresent()) {
      scope.problems().unsupported("a loop in a loop of resources", at(json));
    }
    json.text("import")
        .or(() -> json.text("extension"))
        .filter(this::isUndeclared)
        .ifPresent(alias ->
            scope.problems().add(Kind.SEMANTIC, "there is no extension `" + alias + "`", at(json)));
    json.value("existing")
        .filter(existing -> !(existing instanceof JsonBoolean))
        .ifPresent(existing -> scope.problems().unsupported("a computed `existing`", at(existing)));
    json.value("existing")
        .filter(_ -> !symbolic && existing(json))
        .ifPresent(existing ->
            scope
                .problems()
                .unsupported("`existing` in a template without symbolic names", at(existing)));
  }

  private boolean isByParameter(JsonString type) {
    Expr written = scope.values().string(type);
    while (written instanceof Expr.VariableRef
        && scope.written(written).orElse(new JsonNull(type.span())) instanceof JsonString text) {
      written = scope.values().string(text);
    }
    return written instanceof Expr.ParameterRef;
  }

  /// Stands for what can't be told: something may be deployed here.
  private void unknown(String symbol, JsonValue value, Optional<ArmParent> parent) {
    JsonObject written =
        value instanceof JsonObject object ? object : new JsonObject(List.of(), value.span());
    declared.add(
        new Declaration.Deployment(
            symbol,
            "",
            Optional.of(new Expr.StringLiteral(symbol, at(value))),
            Optional.empty(),
            condition(written),
            loop(written, parent),
            List.of(),
            List.of(),
            new Declaration.Content.Unread("resources that are not literal"),
            at(value)));
  }

  private void children(String symbol, String type, JsonObject json, Optional<ArmParent> parent) {
    ArmParent self =
        new ArmParent(
            symbol,
            type,
            name(symbol, json),
            version(json, parent),
            loop(json, parent),
            targets.of(json));
    json.value("resources").ifPresent(children -> all(children, Optional.of(self)));
  }

  private void resource(
      String symbol, String written, JsonObject json, Optional<ArmParent> parent) {
    Optional<String> extension = extension(json);
    int version = extension.isPresent() ? written.indexOf('@') : -1;
    String apiVersion = version < 0 ? version(json, parent) : written.substring(version + 1);
    String type = version < 0 ? written : written.substring(0, version);
    ArmNames.Named named = names.resolve(type, name(symbol, json), parent, at(json));
    Optional<Expr> target = targets.of(json);
    Optional<Loop> loop = loop(json, parent);
    Declaration.Resource resource =
        new Declaration.Resource(
            symbol,
            named.type(),
            apiVersion,
            named.name(),
            named.parent(),
            target.or(named::scope),
            condition(json),
            loop,
            scope.dependsOn(json),
            body(json),
            existing(json),
            isOnce(json),
            extension,
            at(json));
    declared.add(resource);
    embedded.of(resource).ifPresent(declared::add);
    ArmParent self =
        new ArmParent(symbol, named.type(), named.fullName(), apiVersion, loop, resource.scope());
    json.value("resources").ifPresent(children -> all(children, Optional.of(self)));
  }

  private static boolean isOnce(JsonObject json) {
    return json.object("@options").flatMap(options -> options.value("onlyIfNotExists")).isPresent();
  }

  /// An extension may find its resources by other properties than a name.
  private Expr name(String symbol, JsonObject json) {
    return json.value("name")
        .map(scope.values()::value)
        .orElseGet(() -> {
          if (extension(json).isPresent()) {
            return new Expr.StringLiteral(symbol, at(json));
          }
          scope.problems().add(Kind.SEMANTIC, "the resource has no name", at(json));
          return new Expr.Unsupported("the name of " + symbol, at(json));
        });
  }

  private String version(JsonObject json, Optional<ArmParent> parent) {
    Optional<JsonValue> written = json.value("apiVersion");
    Optional<String> found =
        written.isPresent()
            ? written.flatMap(scope::constant)
            : parent.map(ArmParent::apiVersion).or(() -> scope.own().text("apiProfile"));
    if (found.isEmpty() && extension(json).isEmpty()) {
      scope.problems().add(Kind.NOTE, "the resource has no literal `apiVersion`", at(json));
    }
    return found.orElse("");
  }

  /// The extension that provides a resource. One that is not declared hides nothing: what names it
  /// is taken for a resource of Azure.
  private Optional<String> extension(JsonObject json) {
    return json.text("import")
        .or(() -> json.text("extension"))
        .filter(alias -> !alias.equalsIgnoreCase("az"))
        .flatMap(alias ->
            provider("imports", alias, "provider").or(() -> provider("extensions", alias, "name")))
        .filter(provider -> !provider.equalsIgnoreCase("az"));
  }

  private Optional<String> provider(String block, String alias, String member) {
    return scope
        .own()
        .object(block)
        .flatMap(all -> all.object(alias))
        .map(entry -> entry.text(member).orElse(alias));
  }

  private boolean isUndeclared(String alias) {
    return !alias.equalsIgnoreCase("az")
        && provider("imports", alias, "provider").isEmpty()
        && provider("extensions", alias, "name").isEmpty();
  }

  private Optional<Expr> condition(JsonObject json) {
    return json.value("condition").map(scope.values()::value);
  }

  /// Its own loop, or that of the parent, with which its children are repeated.
  private Optional<Loop> loop(JsonObject json, Optional<ArmParent> parent) {
    return json.object("copy")
        .map(copy -> {
          String name = copy.value("name").flatMap(scope::constant).orElse("copy");
          return scope.values().loop(name, copy).inBatches(batch(copy));
        })
        .or(() -> parent.flatMap(ArmParent::loop));
  }

  /// Turns of a serial loop come one after the other unless it says how many at once.
  private static OptionalInt batch(JsonObject copy) {
    boolean serial = copy.text("mode").filter("serial"::equalsIgnoreCase).isPresent();
    if (!serial) {
      return OptionalInt.empty();
    }
    return copy.value("batchSize").isEmpty()
        ? OptionalInt.of(1)
        : copy.value("batchSize").stream()
            .filter(JsonNumber.class::isInstance)
            .flatMapToLong(size -> ((JsonNumber) size).integer().stream())
            .filter(size -> size > 0 && size <= Integer.MAX_VALUE)
            .mapToInt(Math::toIntExact)
            .findFirst();
  }

  private Expr body(JsonObject json) {
    List<JsonMember> members =
        json.members().stream().filter(member -> !isEnvelope(member)).toList();
    return scope.values().object(members, json.span());
  }

  private static boolean isEnvelope(JsonMember member) {
    String key = member.key().toLowerCase(Locale.ROOT);
    boolean isLoop = key.equals("copy") && member.value() instanceof JsonObject;
    return isLoop || ENVELOPE.contains(key);
  }

  private static boolean existing(JsonObject json) {
    return json.value("existing").orElse(json) instanceof JsonBoolean(var bool, _) && bool;
  }

  private Location at(JsonValue value) {
    return scope.values().at(value.span());
  }
}
