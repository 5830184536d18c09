package dev.keylint.lower.arm;

import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.EmbeddedTemplates;
import dev.keylint.lower.Inline;
import dev.keylint.lower.LinkedTemplates;
import dev.keylint.lower.ReadArguments;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings nested and linked deployments into declarations.
final class ArmDeployments {
  private static final Pattern TEMPLATE_SPEC =
      Pattern.compile(
          "(?i)/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers"
              + "/Microsoft\\.Resources/templateSpecs/([^/]+)/versions/([^/]+)");

  private final ArmScope scope;
  private final ArmTargets targets;

  ArmDeployments(ArmScope scope, ArmTargets targets) {
    this.scope = scope;
    this.targets = targets;
  }

  /// The deployment; empty when it only refers to an existing one.
  Optional<Declaration> lower(
      String symbol, JsonObject json, String apiVersion, Optional<Loop> loop) {
    if (json.value("existing").orElse(json) instanceof JsonBoolean(var existing, _) && existing) {
      json.object("properties")
          .flatMap(properties -> properties.value("template"))
          .ifPresent(template -> scope.problems().add(EmbeddedTemplates.notDeployed(at(template))));
      return Optional.empty();
    }
    Inline inline =
        json.object("properties")
            .flatMap(properties -> content(properties, at(json)))
            .orElseGet(() -> nothing(json));
    List<Argument> arguments =
        new ArrayList<>(
            json.object("properties")
                .map(this::arguments)
                .orElseGet(() -> ReadArguments.all(List.of()))
                .of(inline.content()));
    arguments.addAll(inline.arguments());
    return Optional.of(
        new Declaration.Deployment(
            symbol,
            apiVersion,
            json.value("name").map(scope.values()::value),
            targets.of(json),
            json.value("condition").map(scope.values()::value),
            loop,
            scope.dependsOn(json),
            arguments,
            inline.content(),
            at(json)));
  }

  /// A deployment whose properties are computed, or that has no template.
  private Inline nothing(JsonObject json) {
    Optional<JsonValue> computed =
        json.value("properties").filter(properties -> !(properties instanceof JsonObject));
    if (computed.isPresent()) {
      scope.problems().unsupported("computed properties of a deployment", at(json));
    } else {
      String message = "the deployment has neither `template` nor `templateLink`";
      scope.problems().add(Kind.SEMANTIC, message, at(json));
    }
    return new Inline(
        new Content.Unread(computed.isPresent() ? "a computed template" : "no template"),
        List.of());
  }

  private static Inline missing(String reference) {
    return new Inline(new Content.Missing(reference), List.of());
  }

  private Optional<Inline> content(JsonObject properties, Location deployment) {
    if (!scope.problems().reportSimilarKeys(Kind.UNSUPPORTED, properties.members()).isEmpty()) {
      return Optional.of(missing("keys that differ by case only"));
    }
    Optional<JsonValue> template = properties.value("template");
    return template.isPresent()
        ? template.map(written -> nested(written, isOuter(properties)))
        : properties
            .value("templateLink")
            .map(link -> new Inline(linked(link, deployment), List.of()));
  }

  /// Azure evaluates a nested template in the scope around it unless it asks for its own.
  private boolean isOuter(JsonObject properties) {
    Optional<String> written =
        properties
            .object("expressionEvaluationOptions")
            .flatMap(options -> options.value("scope"))
            .flatMap(scope::constant);
    return !written.orElse("outer").equalsIgnoreCase("inner");
  }

  private Inline nested(JsonValue template, boolean outer) {
    if (!(template instanceof JsonObject written)) {
      return new Inline(computed(template), List.of());
    }
    if (!outer) {
      return new Inline(new Content.Inner(ArmLowering.inner(written, scope)), List.of());
    }
    boolean staged =
        scope.values().strings() == Strings.TEMPLATE
            && EscapedTexts.areIn(written)
            && EscapedTexts.areOfOneScope(written);
    return staged
        ? EmbeddedTemplate.read(scope.values().value(written), scope.problems()::add)
            .map(it -> new Inline(new Content.Inner(it.template()), it.arguments()))
            .orElseGet(() -> missing("a computed template"))
        : new Inline(new Content.Outer(ArmLowering.outer(written, scope)), List.of());
  }

  private Content computed(JsonValue template) {
    Optional<JsonValue> variable =
        template instanceof JsonString text
            ? Optional.of(scope.values().string(text))
                .filter(ArmDeployments::isByVariable)
                .flatMap(scope::written)
            : Optional.empty();
    if (variable.isPresent()
        && variable.orElseThrow() instanceof JsonObject written
        && scope.problems().mayReadVariableTemplate(written.span(), at(template))) {
      // What an expression gives is not evaluated again: even with outer scope the expressions in
      // it, escaped in the variable, are evaluated by the nested deployment.
      return new Content.Inner(ArmLowering.escaped(written, scope));
    }
    scope.problems().unsupported("a computed template", at(template));
    return new Content.Unread("a computed template");
  }

  /// The default of a parameter need not be what it is given.
  private static boolean isByVariable(Expr expr) {
    return switch (expr) {
      case Expr.VariableRef _ -> true;
      case Expr.Access(Expr base, _, _, _, _) -> isByVariable(base);
      case Expr _ -> false;
    };
  }

  /// @param deployment which links
  private Content linked(JsonValue link, Location deployment) {
    Optional<JsonValue> uri =
        link instanceof JsonObject written ? written.value("uri") : Optional.empty();
    Optional<LinkedUrl> url =
        uri.filter(value -> LinkedPath.of(value, scope).isEmpty())
            .map(value -> LinkedUrl.of(value, scope))
            .filter(LinkedUrl::isAbsolute);
    if (url.isPresent()) {
      String shown =
          url.filter(LinkedUrl::isUnknown)
              .flatMap(_ -> uri.map(this::text))
              .orElseGet(() -> url.orElseThrow().text());
      return byUrl(url.orElseThrow(), shown, at(link), deployment);
    }
    String reference = reference(link);
    return scope
        .links()
        .find(reference, at(link), scope.problems()::add)
        .<Content>map(Content.Inner::new)
        .orElseGet(() -> new Content.Missing(reference));
  }

  /// A template somewhere else in the world, for which a file beside this one may stand in.
  private Content byUrl(LinkedUrl url, String shown, Location at, Location deployment) {
    Optional<Template> standIn =
        scope.links().standIn(shown, url.candidates(), deployment, scope.problems()::add);
    if (standIn.isPresent()) {
      return new Content.StandIn(standIn.orElseThrow(), shown);
    }
    scope.problems().add(LinkedTemplates.missing(shown, at));
    return new Content.Missing(shown);
  }

  private String reference(JsonValue link) {
    if (!(link instanceof JsonObject written)) {
      return text(link);
    }
    Optional<JsonValue> id = written.value("id");
    Optional<JsonValue> uri = written.value("uri");
    if (uri.isPresent()) {
      return uri.flatMap(value -> LinkedPath.of(value, scope)).orElse(text(uri.orElseThrow()));
    }
    String reference = written.value("relativePath").or(() -> id).map(this::text).orElse("");
    Matcher spec = TEMPLATE_SPEC.matcher(reference);
    return id.isPresent() && spec.matches()
        ? "ts:" + spec.group(1) + "/" + spec.group(2) + "/" + spec.group(3) + ":" + spec.group(4)
        : reference;
  }

  /// A text that is known before evaluation, else the expression as it is written.
  private String text(JsonValue value) {
    return scope
        .constant(value)
        .or(() -> value instanceof JsonString(var text, _) ? Optional.of(text) : Optional.empty())
        .orElseGet(() -> scope.problems().source().slice(value.span()));
  }

  private ReadArguments arguments(JsonObject properties) {
    Optional<JsonValue> link = properties.value("parametersLink");
    if (link.isPresent()) {
      Location at = at(link.orElseThrow());
      scope.problems().add(Kind.MISSING_FILE, "the linked parameters are not here", at);
      return new ReadArguments(List.of(), Optional.of(new Expr.MissingFile("parametersLink", at)));
    }
    Optional<JsonValue> written = properties.value("parameters");
    if (written.isEmpty()) {
      return ReadArguments.all(List.of());
    }
    if (written.orElseThrow() instanceof JsonObject block) {
      return ReadArguments.all(new ArmArguments(scope.values(), scope.values()).of(block));
    }
    Expr computed = scope.problems().unsupported("computed parameters", at(written.orElseThrow()));
    return new ReadArguments(List.of(), Optional.of(computed));
  }

  private Location at(JsonValue value) {
    return scope.values().at(value.span());
  }
}
