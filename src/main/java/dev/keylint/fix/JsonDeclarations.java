package dev.keylint.fix;

import static dev.keylint.fix.NewValues.member;

import dev.keylint.fix.JsonTree.Found;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Edits of whole declarations of an ARM template, and how expressions lead to them.
record JsonDeclarations(JsonTree tree, String text, Source source) implements Declarations {
  private static final Map<String, String> SECURE =
      Map.of("string", "secureString", "object", "secureObject");

  private static final String ROLES = "Microsoft.Authorization/roleDefinitions";

  /// A name of several parts, as the Bicep compiler writes it, with the parts behind it.
  private static final Pattern FORMAT =
      Pattern.compile(
          "\\[format\\('(\\{0}(?:/\\{\\d}|/[\\w-]+)*)', ([^()]*(?:\\([^()]*\\)[^()]*)*)\\)]");

  private Optional<JsonObject> object(Span place) {
    return tree.at(place)
        .map(Found::value)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  @Override
  public Attempt standard(Span parameter, Value wanted) {
    Optional<JsonValue> now =
        object(parameter)
            .flatMap(it -> it.member("defaultValue"))
            .map(JsonMember::value)
            .filter(it -> it instanceof JsonBoolean || it instanceof JsonNull);
    return now.map(it ->
            Attempt.of(
                Splice.replace(
                    it.span(), Written.JSON.value(wanted, Optional.empty(), Layout.of(text)))))
        .orElseGet(() -> Attempt.refused("the parameter's default is computed"));
  }

  @Override
  public Attempt secure(Span declaration) {
    Optional<JsonMember> type = object(declaration).flatMap(it -> it.member("type"));
    if (type.isEmpty()
        || !(type.orElseThrow().value() instanceof JsonString(String now, Span at))) {
      return Attempt.refused("what gets it declares nothing that could be secure");
    }
    String wanted = SECURE.getOrDefault(now.toLowerCase(Locale.ROOT), "");
    return wanted.isEmpty()
        ? Attempt.refused("only a `string` or an `object` can be secure, and not `" + now + "`")
        : Attempt.of(Splice.replace(at, Written.JSON.text(wanted)));
  }

  /// Why a resource may not go.
  Optional<Phrase> used(Found found) {
    if (found.member().isPresent()
        || !(found.value() instanceof JsonObject resource)
        || resource.text("apiVersion").isEmpty()) {
      return Optional.empty();
    }
    Optional<String> type = resource.text("type");
    List<Span> uses =
        type.map(it -> Exchanging.places(text, new Span(0, text.length()), "'" + it + "'"))
            .orElse(List.of());
    return uses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Phrase.of("a `" + type.orElseThrow() + "` is referred to at ")
                .and(Used.at(source, uses)));
  }

  @Override
  public Coded code(Span declaration, String path) {
    return code(declaration, path, path.contains("."));
  }

  /// @param always whether it has to be there whatever is deployed
  private Coded code(Span declaration, String path, boolean always) {
    Optional<JsonObject> found = object(declaration);
    if (found.isEmpty()) {
      return new Coded.Refused("what it has to refer to is not there any more");
    }
    JsonObject resource = found.orElseThrow();
    if (resource.member("copy").isPresent()) {
      return new Coded.Refused("what it has to refer to is declared in a loop");
    }
    boolean runTime = path.contains(".");
    if (always && resource.member("condition").isPresent()) {
      return new Coded.Refused("what it has to refer to is deployed under a condition");
    }
    Optional<String> id = id(resource);
    Optional<String> version = resource.text("apiVersion").filter(it -> !it.startsWith("["));
    if (id.isEmpty() || (runTime && version.isEmpty())) {
      return new Coded.Refused("the name of what it has to refer to is computed");
    }
    return new Coded.Code("[" + expression(id.orElseThrow(), version.orElse(""), path) + "]");
  }

  private static String expression(String id, String version, String path) {
    if (path.isEmpty() || path.equals("id")) {
      return id;
    }
    return path.startsWith("properties.")
        ? "reference(" + id + ", '" + version + "')." + path.substring("properties.".length())
        : "reference(" + id + ", '" + version + "', 'Full')." + path;
  }

  private static Optional<String> id(JsonObject resource) {
    Optional<String> type = resource.text("type");
    Optional<String> name = resource.text("name");
    if (type.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    int parts = type.orElseThrow().split("/").length - 1;
    List<String> names = names(name.orElseThrow(), parts);
    return names.size() == parts
        ? Optional.of("resourceId('" + type.orElseThrow() + "', " + String.join(", ", names) + ")")
        : Optional.empty();
  }

  /// The parts of a name as arguments.
  private static List<String> names(String name, int parts) {
    if (!name.startsWith("[") || name.startsWith("[[")) {
      List<String> names = new ArrayList<>();
      for (String part : name.split("/")) {
        names.add("'" + part.replace("'", "''") + "'");
      }
      return names;
    }
    if (parts == 1) {
      return List.of(name.substring(1, name.length() - 1));
    }
    Matcher format = FORMAT.matcher(name);
    if (!format.matches()) {
      return List.of();
    }
    List<String> given = arguments(format.group(2));
    List<String> names = new ArrayList<>();
    for (String part : format.group(1).split("/")) {
      int index = part.startsWith("{") ? Integer.parseInt(part.substring(1, 2)) : -1;
      names.add(index < 0 ? "'" + part + "'" : index < given.size() ? given.get(index) : "");
    }
    return names;
  }

  /// The arguments that a text begins with, up to the parenthesis that closes them, if there is
  /// one.
  static List<String> arguments(String all) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    int at = 0;
    boolean quoted = false;
    for (; at < all.length() && depth >= 0; at++) {
      char c = all.charAt(at);
      quoted ^= c == '\'';
      if (quoted) {
        continue;
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        arguments.add(all.substring(start, at).strip());
        start = at + 1;
      }
    }
    arguments.add(all.substring(start, depth < 0 ? at - 1 : at).strip());
    return arguments;
  }

  @Override
  public Coded name(Span declaration, Span place) {
    return object(declaration)
        .filter(it -> it.span().start() <= place.start() && place.end() <= it.span().end())
        .flatMap(it -> it.text("name"))
        .<Coded>map(Coded.Code::new)
        .orElseGet(() -> new Coded.Refused(Coded.OTHERWISE));
  }

  @Override
  public Coded role(String guid) {
    if (!schema().contains("deploymenttemplate.json")) {
      return new Coded.Refused("a parameter file makes no ids");
    }
    // Roles that Azure has are the same in all subscriptions.
    boolean above = scope().filter(it -> !it.equals("managementGroup")).isEmpty();
    String function = above ? "tenantResourceId" : "subscriptionResourceId";
    return new Coded.Code("[" + function + "('" + ROLES + "', '" + guid + "')]");
  }

  @Override
  public Attempt assign(Assignment wanted) {
    Optional<Found> identity = tree.at(wanted.identity());
    Optional<JsonValue> list = identity.flatMap(Found::around);
    if (list.isEmpty()
        || !(list.orElseThrow() instanceof JsonArray)
        || !tree.at(wanted.scope()).flatMap(Found::around).equals(list)) {
      return Attempt.refused("the two ends are not in one list of resources");
    }
    Coded principal = code(wanted.identity(), wanted.principal(), false);
    Coded scope = code(wanted.scope(), "", false);
    Coded who = code(wanted.identity(), "id", false);
    List<String> conditions =
        Stream.of(wanted.identity(), wanted.scope())
            .flatMap(it -> object(it).flatMap(each -> each.text("condition")).stream())
            .distinct()
            .toList();
    if (conditions.size() > 1) {
      return Attempt.refused("its two ends are deployed under different conditions");
    }
    Coded role = role(wanted.role());
    if (principal instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    if (role instanceof Coded.Refused(String why)) {
      return Attempt.refused(why);
    }
    if (!(scope instanceof Coded.Code(String where)) || !(who instanceof Coded.Code(String by))) {
      return Attempt.refused("the name of what it has to refer to is computed");
    }
    String name = "[guid(" + inner(where) + ", " + inner(by) + ", '" + wanted.role() + "')]";
    if (text.contains(name)) {
      return Attempt.of();
    }
    String what = ((Coded.Code) principal).text();
    String as = ((Coded.Code) role).text();
    return behind(
        identity.orElseThrow().value().span(),
        body(conditions, name, as, List.of(where, by, what)));
  }

  /// A resource comes to stand behind another one.
  Attempt behind(Span resource, Value body) {
    Layout layout = Layout.of(text);
    String indent = layout.indent(resource.start());
    String written = Written.JSON.value(body, Optional.of(indent), layout);
    return Attempt.of(Splice.insert(resource.end(), "," + layout.lineEnd() + indent + written));
  }

  /// @param role how the file says the id of the role
  /// @param codes the scope, the resource of the identity, and its object id
  private static Value body(List<String> conditions, String name, String role, List<String> codes) {
    List<Property> members = new ArrayList<>();
    conditions.forEach(it -> members.add(member("condition", it)));
    members.add(member("type", "Microsoft.Authorization/roleAssignments"));
    members.add(member("apiVersion", "2022-04-01"));
    members.add(member("scope", codes.get(0)));
    members.add(member("name", name));
    members.add(
        member(
            "properties",
            NewValues.object(
                member("roleDefinitionId", role),
                member("principalId", codes.get(2)),
                member("principalType", "ServicePrincipal"))));
    members.add(
        member(
            "dependsOn",
            NewValues.list(NewValues.text(codes.get(0)), NewValues.text(codes.get(1)))));
    return NewValues.object(members);
  }

  private static String inner(String code) {
    return code.substring(1, code.length() - 1);
  }

  @Override
  public Attempt guid(Span declaration) {
    return object(declaration)
        .map(it -> JsonGuid.of(it, scope().map(group -> group + "().id")))
        .orElseGet(() -> Attempt.refused("the assignment is not declared here"));
  }

  @Override
  public Attempt logs(Span declaration) {
    return new JsonLogs(this, tree, text).of(declaration);
  }

  private String schema() {
    return tree.root()
        .filter(JsonObject.class::isInstance)
        .flatMap(it -> ((JsonObject) it).text("$schema"))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  /// What the template is deployed to, as the function that tells of it; none for a tenant.
  private Optional<String> scope() {
    String schema = schema();
    return schema.contains("/tenantd")
        ? Optional.empty()
        : Optional.of(
            schema.contains("/managementgroupd")
                ? "managementGroup"
                : schema.contains("/subscriptiond") ? "subscription" : "resourceGroup");
  }

  @Override
  public Attempt zones(Span list, List<String> names) {
    return new JsonZones(this, tree, text).of(list, names);
  }

  @Override
  public Attempt version(Span declaration, String wanted) {
    Optional<JsonMember> version =
        tree.at(declaration)
            .map(Found::value)
            .filter(JsonObject.class::isInstance)
            .flatMap(it -> ((JsonObject) it).member("apiVersion"));
    if (version.isPresent()
        && version.orElseThrow().value() instanceof JsonString(String now, Span place)) {
      return now.equals(wanted)
          ? Attempt.of()
          : Attempt.of(Splice.replace(place, Written.JSON.text(wanted)));
    }
    return Attempt.refused("its api-version does not stand in its declaration");
  }
}
