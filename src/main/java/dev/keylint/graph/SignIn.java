package dev.keylint.graph;

import dev.keylint.graph.call.CallSite;
import dev.keylint.graph.call.ClientIds;
import dev.keylint.graph.call.Fact;
import dev.keylint.graph.call.Source;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out which identity a call signs in as.
///
/// A client id names one of the attached identities. Without one, libraries ask for the identity of
/// the resource's own; only virtual machines and deployment scripts fall back to the one that is
/// attached. A client secret in the environment goes before all of them.
final class SignIn {
  private static final Set<String> FALL_BACK =
      Set.of(
          "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.resources/deploymentscripts");
  private static final String ACCOUNT_CONNECTIONS = Targets.ACCOUNT + "/connections";
  private static final String PROJECT_CONNECTIONS = Targets.PROJECT + "/connections";
  private static final String WORKSPACE_CONNECTIONS =
      "microsoft.machinelearningservices/workspaces/connections";

  private final ResourceIndex index;
  private final Principals principals;
  private final Workloads workloads;

  SignIn(ResourceIndex index, Principals principals, Workloads workloads) {
    this.index = index;
    this.principals = principals;
    this.workloads = workloads;
  }

  /// The identity of a call.
  ///
  /// @param credential what it signs in with, as `Call` has it
  EffectiveIdentity of(CallSite site, Optional<Workload> workload, Fact credential) {
    if (credential.value() instanceof Value.Str(var kind, _) && kind.equals("key")) {
      return new EffectiveIdentity.None();
    }
    if (workload.isEmpty()) {
      return open(
          site.source() == Source.SEARCH_OBJECT
              ? "which Search service the object is for"
              : "the identity of a resource that is not here",
          site.evidence().at());
    }
    Workload caller = workload.orElseThrow();
    return switch (site.resource().type().key()) {
      case PROJECT_CONNECTIONS -> connected(caller, site);
      case ACCOUNT_CONNECTIONS -> ofProject(caller, site);
      case WORKSPACE_CONNECTIONS ->
          open("whether a person or the workspace uses the connection", site.evidence().at());
      default -> bySettings(caller, site.client(), site.evidence().at());
    };
  }

  /// A project signs in as itself.
  private EffectiveIdentity connected(Workload project, CallSite site) {
    return project.userAssigned().isEmpty() || project.systemAssigned().isTrue()
        ? own(project)
        : open("which identity the project signs in as", site.evidence().at());
  }

  /// The connections of an account are for its projects.
  private EffectiveIdentity ofProject(Workload account, CallSite site) {
    Map<String, Workload> projects = new HashMap<>();
    for (Resource project : index.children(Targets.PROJECT, account.key())) {
      workloads.of(project).ifPresent(it -> projects.put(it.key(), it));
    }
    return projects.size() == 1
        ? connected(projects.values().iterator().next(), site)
        : open("which project uses the connection", site.evidence().at());
  }

  private EffectiveIdentity bySettings(Workload caller, ClientIds clients, Location at) {
    if (clients.secret().isPresent()) {
      return open(
          "whose client secret `" + clients.secret().orElseThrow().evidence().shown() + "` holds",
          clients.secret().orElseThrow().at());
    }
    return clients
        .said()
        .filter(it -> !isBlank(it.value()))
        .map(it -> named(caller, it))
        .orElseGet(() -> unnamed(caller, clients, at));
  }

  private static boolean isBlank(Value value) {
    return value instanceof Value.Str(var text, _) && text.isBlank();
  }

  /// Logic Apps may say that they mean their own.
  private EffectiveIdentity named(Workload caller, Fact said) {
    if (said.value() instanceof Value.Str(var text, _) && text.equalsIgnoreCase("SystemAssigned")) {
      return own(caller);
    }
    Optional<Identity> identity = find(said.value());
    if (identity.isEmpty()) {
      return said.value() instanceof Value.Unknown unknown
          ? new EffectiveIdentity.Open(unknown)
          : open("whose client id this is", said.at());
    }
    if (isAttached(caller, identity.orElseThrow())) {
      boolean certain = caller.systemAssigned().isFalse() || !mayBeEmpty(said.value());
      return certain
          ? new EffectiveIdentity.Known(identity.orElseThrow())
          : new EffectiveIdentity.Open(Doubt.because(said.value()));
    }
    return caller
        .unknownIdentities()
        .<EffectiveIdentity>map(EffectiveIdentity.Open::new)
        .orElseGet(EffectiveIdentity.None::new);
  }

  private Optional<Identity> find(Value clientOrId) {
    return principals.byClient(clientOrId).or(() -> principals.byResource(clientOrId));
  }

  private static boolean isAttached(Workload caller, Identity identity) {
    return caller.userAssigned().stream().anyMatch(identity::is);
  }

  /// Whether a condition may pick nothing.
  private static boolean mayBeEmpty(Value value) {
    return value instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
        && function.equalsIgnoreCase("if")
        && arguments.stream()
            .skip(1)
            .anyMatch(it -> Alternatives.of(it).isEmpty() || mayBeEmpty(it));
  }

  private EffectiveIdentity unnamed(Workload caller, ClientIds clients, Location at) {
    if (caller.userAssigned().isEmpty() && caller.unknownIdentities().isEmpty()) {
      return own(caller);
    }
    List<Identity> others = new ArrayList<>();
    for (Fact each : clients.others()) {
      find(each.value())
          .filter(it -> isAttached(caller, it) && others.stream().noneMatch(it::is))
          .ifPresent(others::add);
    }
    if (others.size() == 1 && caller.systemAssigned().isFalse()) {
      return new EffectiveIdentity.Known(others.getFirst());
    }
    if (!others.isEmpty()) {
      return open("which of its identities the caller asks for", at);
    }
    if (clients.unread().isPresent()) {
      return new EffectiveIdentity.Open(clients.unread().orElseThrow());
    }
    return withoutClientId(caller);
  }

  private EffectiveIdentity withoutClientId(Workload caller) {
    if (!caller.systemAssigned().isFalse()) {
      return own(caller);
    }
    if (caller.unknownIdentities().isPresent()) {
      return new EffectiveIdentity.Open(caller.unknownIdentities().orElseThrow());
    }
    boolean fallsBack = FALL_BACK.contains(caller.resource().type().key());
    return fallsBack && caller.userAssigned().size() == 1
        ? new EffectiveIdentity.Known(caller.userAssigned().getFirst())
        : new EffectiveIdentity.None();
  }

  /// The identity of the resource's own, if it has one.
  private static EffectiveIdentity own(Workload caller) {
    return switch (caller.systemAssigned()) {
      case Answer.Known(var holds) ->
          holds ? new EffectiveIdentity.Known(caller.ownIdentity()) : new EffectiveIdentity.None();
      case Answer.Open(var because) -> new EffectiveIdentity.Open(because.getFirst());
    };
  }

  private static EffectiveIdentity open(String fact, Location at) {
    return new EffectiveIdentity.Open(Doubt.notStated(fact, at));
  }
}
