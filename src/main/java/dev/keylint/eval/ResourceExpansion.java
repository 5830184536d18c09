package dev.keylint.eval;

import dev.keylint.eval.expression.MergedObjects;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.resource.ApiVersions;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceType;
import dev.keylint.template.Declaration;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From a declared resource to a resource of the estate.
final class ResourceExpansion {
  private ResourceExpansion() {}

  /// Adds the resource; its condition is not false.
  ///
  /// @param turn the turn of its loop
  static void add(ResourceCopy copy, Site site, Copies.Turn turn, Run run) {
    Presence presence = Presence.of(copy, site.setting().presence(), turn);
    if (presence.conditions().isEmpty()) {
      add(copy, presence, site, turn, run);
    } else {
      run.speculate(() -> add(copy, presence, site, turn, run));
    }
  }

  private static void add(
      ResourceCopy copy, Presence presence, Site site, Copies.Turn turn, Run run) {
    Declaration.Resource declaration = copy.declaration();
    Value.Obj body = copy.body();
    body = body.at(body.origin().decidedBy(presence.byVariables()));
    Optional<Value> condition = presence.condition(declaration.at());
    ResourceShape.check(copy, run);
    ResourceType type = ResourceType.of(declaration.type());
    if (declaration.apiVersion().isEmpty() && !declaration.existing()) {
      unknownVersion(type, declaration, run);
    }
    Resource resource =
        new Resource(
            type,
            declaration.apiVersion(),
            copy.id(),
            copy.name(),
            scopeId(copy),
            condition,
            withCount(bounded(body, run), presence.counts(), declaration.at()),
            declaration.existing(),
            declaration.at(),
            site.setting().path());
    run.add(resource);
    if (!resource.existing()) {
      run.reached().made().add(resource.path());
    }
    if (!resource.existing() && declaration.extension().isEmpty() && presence.counts().isEmpty()) {
      site.wrote(new Write(resource, new Caller(site, declaration, turn.number())));
    }
  }

  /// Azure ignores the properties that came later than an api-version.
  private static void unknownVersion(ResourceType type, Declaration.Resource declaration, Run run) {
    if (ApiVersions.matter(type)) {
      String message = "which `apiVersion` the resource has is not known before the deployment";
      run.report(
          Diagnostic.of(Diagnostic.Kind.UNSUPPORTED, message, declaration.at())
              .help("write it out: older versions ignore properties that came later"));
    }
  }

  private static Value scopeId(ResourceCopy copy) {
    Value id = copy.scope().id();
    boolean tenant = id instanceof Value.Str(String text, _) && text.isEmpty();
    return tenant ? Terms.text("/", id.origin().at()) : id;
  }

  private static Value.Obj bounded(Value.Obj body, Run run) {
    List<Property> members = new ArrayList<>(body.properties().size());
    for (Property member : body.properties()) {
      Value told = MergedObjects.told(member.value(), run);
      Value value = run.bounded(told, member.name(), member.at());
      members.add(member.with(value));
    }
    return new Value.Obj(Properties.of(members, body.properties().unread()), body.origin());
  }

  /// The member `copy` says how many there are, where that is not known.
  private static Value.Obj withCount(Value.Obj body, List<Value> counts, Location at) {
    if (counts.isEmpty()) {
      return body;
    }
    Value count = counts.size() == 1 ? counts.getFirst() : Terms.array(counts, at);
    List<Property> members = new ArrayList<>(body.properties().entries());
    members.add(new Property("copy", at, count));
    return new Value.Obj(Properties.of(members, body.properties().unread()), body.origin());
  }
}
