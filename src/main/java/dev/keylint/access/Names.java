package dev.keylint.access;

import dev.keylint.check.Titles;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What tables call the parts of the graph.
final class Names {
  private final AccessGraph graph;

  Names(AccessGraph graph) {
    this.graph = graph;
  }

  /// The last part of a name, as a child's full name holds its parents'; empty where nothing is
  /// known of it.
  private Optional<String> known(Value name) {
    return Shown.known(name).map(Names::last).filter(it -> !it.equals(Shown.UNKNOWN));
  }

  String of(Value name) {
    return last(Shown.text(name));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  String caller(Call call) {
    return of(call.workload().map(Workload::resource).orElseGet(call::resource));
  }

  String of(Resource resource) {
    return known(resource.name()).orElseGet(() -> Titles.of(resource));
  }

  String of(Target target) {
    return known(target.name()).orElseGet(() -> title(target));
  }

  /// With the names of what it is a part of.
  String full(Target target) {
    return Shown.known(target.name()).orElseGet(() -> title(target));
  }

  private String title(Target target) {
    return graph.declaration(target).map(Titles::of).orElse(Shown.UNKNOWN);
  }

  /// `id-app`, or `system-assigned of chat`.
  String of(Identity identity) {
    Optional<String> known =
        known(identity.name()).or(() -> graph.declaration(identity).map(Titles::of));
    String name = known.orElse("somebody unknown");
    return switch (identity) {
      case Identity.SystemAssigned _ -> "system-assigned of " + known.orElse("an unknown resource");
      case Identity.Principal(Identity.Kind type, _, _) when type == Identity.Kind.DEPLOYER ->
          "whoever deploys it";
      case Identity.UserAssigned _, Identity.Principal _, Identity.Unresolved _ -> name;
    };
  }

  /// What kind of principal an identity is, as rules write it; `unknown` when that can't be told.
  String kind(Identity identity) {
    return identity.kind() instanceof Value.Str(String word, _) ? word : "unknown";
  }

  String kind(TargetKind kind) {
    return switch (kind) {
      case ACCOUNT -> "account";
      case PROJECT -> "project";
      case SEARCH -> "search";
    };
  }

  Held held(Grant grant, Target target, List<String> allows) {
    return new Held(
        Shown.text(grant.role().name()),
        scope(grant),
        !graph.reaches(grant, target).isTrue(),
        allows,
        grant.at());
  }

  /// The name of the resource that a role is assigned at, else what kind of scope it is.
  private String scope(Grant grant) {
    String kind = grant.scope().kind() instanceof Value.Str(String it, _) ? it : "an unknown scope";
    if (!kind.equals("resource")) {
      return switch (kind) {
        case "resourceGroup" -> "the resource group";
        case "managementGroup" -> "the management group";
        case "subscription", "tenant" -> "the " + kind;
        default -> kind;
      };
    }
    String id = NormalForm.plain(grant.scope().id());
    Optional<Target> target =
        graph.targets().stream().filter(it -> NormalForm.plain(it.id()).equals(id)).findFirst();
    return target.map(this::of).orElseGet(() -> of(grant.scope().id()));
  }
}
