package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.KeyFlow;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What reports call a subject.
public final class Titles {
  private static final Pattern SYMBOL =
      Pattern.compile("(?:resource|module)\\s+([A-Za-z_][A-Za-z0-9_]*)\\b.*");

  /// What stands before an object that has a symbol in JSON; those of older templates are items.
  private static final Pattern KEY = Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]*)\"\\s*:\\s*");

  /// A parameter, or for each part of a path one or nothing.
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?:\\{[^{}]*}|" + Shown.UNKNOWN + ")(?:/(?:\\{[^{}]*}|" + Shown.UNKNOWN + "))*");

  private static final int MOST_TARGETS = 3;
  private static final int LONGEST_KEY = 200;

  private Titles() {}

  /// What is known of its name; else its symbol, or its type, and the modules around it.
  public static String of(Resource resource) {
    return telling(resource.name())
        .or(() -> symbol(resource).map(it -> it + modules(resource)))
        .or(() -> Shown.known(resource.name()))
        .orElseGet(() -> typeAndPlace(resource) + modules(resource));
  }

  /// What is known of a name, unless it is parameters alone: those may be the names of anything,
  /// `name` often.
  static Optional<String> telling(Value name) {
    return Shown.known(name).filter(it -> !PARAMETER.matcher(it).matches());
  }

  /// A name in quotes; a title of several words as it is.
  static String quoted(String title) {
    return title.contains(" ") ? title : "'" + title + "'";
  }

  /// `role 'Reader' for id-app on acct`.
  static String of(Grant grant, AccessGraph graph) {
    String role = Shown.known(grant.role().name()).map(it -> "role '" + it + "'").orElse("a role");
    Identity principal = grant.principal();
    String who =
        named(principal.name(), graph.declaration(principal)).orElse("an unknown principal");
    return role + " for " + who + " on " + scope(grant, graph);
  }

  /// What is known of the name of a resource here or elsewhere; else what else it is called here.
  public static Optional<String> named(Value name, Optional<Resource> here) {
    return telling(name).or(() -> here.map(Titles::of)).or(() -> Shown.known(name));
  }

  /// `setting 'AZURE_OPENAI_KEY' of chat`.
  static String of(KeyFlow flow) {
    String name = Shown.known(flow.sink().name()).map(it -> " '" + it + "'").orElse("");
    String owner = flow.sink().resource().map(it -> " of " + of(it)).orElse("");
    return flow.sink().kind().shown() + name + owner;
  }

  private static String scope(Grant grant, AccessGraph graph) {
    List<String> targets =
        grant.targets().stream()
            .limit(MOST_TARGETS)
            .flatMap(it -> named(it.name(), graph.declaration(it)).stream())
            .toList();
    if (!targets.isEmpty()) {
      int more = grant.targets().size() - targets.size();
      return targets.stream().collect(Collectors.joining(", "))
          + (more > 0 ? " and " + more + " more" : "");
    }
    String kind =
        grant.scope().kind() instanceof Value.Str(String it, _) ? words(it) : "an unknown scope";
    String name = ShortIds.of(NormalForm.plain(grant.scope().id()));
    return name.equals(Shown.UNKNOWN)
        ? kind
        : kind.startsWith("a resource") ? name : kind + " " + name;
  }

  private static String words(String kind) {
    return switch (kind) {
      case "resourceGroup" -> "the resource group";
      case "subscription" -> "the subscription";
      case "managementGroup" -> "the management group";
      case "tenant" -> "the tenant";
      default -> "a resource";
    };
  }

  /// What the template calls it.
  static Optional<String> symbol(Resource resource) {
    return resource.declaredAt() instanceof Location.InFile(var source, var span)
        ? source
            .slice(span)
            .lines()
            .findFirst()
            .map(SYMBOL::matcher)
            .filter(Matcher::matches)
            .map(it -> it.group(1))
            .or(() ->
                key(source.slice(new Span(Math.max(0, span.start() - LONGEST_KEY), span.start()))))
        : Optional.empty();
  }

  private static Optional<String> key(String before) {
    int quote = before.lastIndexOf('"', before.lastIndexOf('"') - 1);
    return Optional.of(KEY.matcher(before.substring(Math.max(0, quote))))
        .filter(Matcher::matches)
        .map(it -> it.group(1));
  }

  private static String typeAndPlace(Resource resource) {
    String type = resource.type().name();
    return type.substring(type.lastIndexOf('/') + 1) + " at " + line(resource.declaredAt());
  }

  private static String line(Location at) {
    return at instanceof Location.InFile file
        ? file.source().path() + ":" + file.start().line()
        : at.toString();
  }

  private static String modules(Resource resource) {
    List<DeploymentPath.Call> calls =
        resource.deployment().calls().stream().filter(it -> !it.missing()).toList();
    return calls.isEmpty()
        ? ""
        : " in module "
            + calls.stream().map(it -> Shown.path(it.name())).collect(Collectors.joining("/"));
  }
}
