package dev.keylint.access;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.Firewall;
import dev.keylint.graph.Network;
import dev.keylint.graph.TrustedCaller;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.rule.Explains.Link;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Whether the network lets a call through.
///
/// "No" is only said where nothing that is missing here could let it through: an app that is in no
/// virtual network calls over the internet whatever private endpoints there are.
final class NetworkLink {
  private static final String NO_PUBLIC =
      "403 Public access is disabled. Please configure private endpoint.";
  private static final String NO_RULE = "403 Access denied due to Virtual Network/Firewall rules";
  private static final String OF_SEARCH = "403 Forbidden";

  private final AccessGraph graph;
  private final Network network;
  private final Names names;
  private final Call call;

  NetworkLink(AccessGraph graph, Names names, Call call) {
    this.graph = graph;
    this.network = graph.network();
    this.names = names;
    this.call = call;
  }

  Step step() {
    Optional<Resource> service = call.target().flatMap(this::service);
    if (service.isEmpty()) {
      return step(
          Standing.OPEN,
          "it can't be told what its network lets in: " + Chain.unseen(call),
          call.target()
              .or(() -> call.endpoint().another())
              .flatMap(Target::resource)
              .map(Resource::declaredAt));
    }
    Resource it = service.orElseThrow();
    Optional<Firewall> firewall = network.firewall(it);
    if (firewall.isEmpty()) {
      List<String> ways = endpoints(it);
      return step(
          Standing.HOLDS,
          "nothing closes it" + (ways.isEmpty() ? "" : "; " + listed(ways) + " leads to it, too"),
          Optional.of(it.declaredAt()));
    }
    return trusted(it).orElseGet(() -> through(it, firewall.orElseThrow()));
  }

  /// What has the firewall, if it is declared here: of a project its account.
  private Optional<Resource> service(Target target) {
    List<Resource> all = graph.resources(target);
    int expected = target.kind() == TargetKind.PROJECT ? 2 : 1;
    return Optional.of(all)
        .filter(it -> it.size() >= expected)
        .map(List::getLast)
        .filter(it -> !it.existing());
  }

  /// A service of Azure that the firewall lets in whatever else it keeps out, or that has a private
  /// link of its own.
  private Optional<Step> trusted(Resource service) {
    Optional<TrustedCaller> caller =
        call.workload().stream()
            .filter(_ -> !Chain.isByKey(call))
            .flatMap(by ->
                network.trustedCallers(service).stream().filter(it -> it.key().equals(by.key())))
            .findFirst();
    if (caller.isEmpty()) {
      return Optional.empty();
    }
    Answer privately = caller.orElseThrow().privately();
    Answer let = caller.orElseThrow().asItself().and(network.admitsTrustedServices(service));
    Answer admitted = privately.or(let);
    Optional<Location> at = Optional.of(network.firewallAt(service));
    if (admitted.isTrue()) {
      String by =
          privately.isTrue()
              ? "it has a private link of its own"
              : "`bypass` lets services of Azure in";
      return Optional.of(step(Standing.HOLDS, by, at));
    }
    return admitted.isFalse()
        ? Optional.empty()
        : Optional.of(
            step(
                Standing.OPEN,
                "whether it is let in as a service of Azure can't be told" + because(admitted),
                at));
  }

  private Step through(Resource service, Firewall firewall) {
    Answer inside = call.workload().map(network::callsFromNetwork).orElseGet(this::unseen);
    Answer joined = firewall.subnets().or(hasEndpoint(service));
    // Managed networks have endpoints that no template shows, but that Azure lists.
    Answer within = inside.isTrue() || graph.estate().live() ? inside.and(joined) : inside;
    Answer passes = within.or(firewall.addresses());
    List<String> ways = endpoints(service);
    if (passes.isTrue()) {
      return step(Standing.HOLDS, listed(ways), Optional.of(firewall.by().at()));
    }
    if (passes.isFalse()) {
      return fails(service, firewall, inside, ways);
    }
    boolean undecided = firewall.by().value() instanceof Value.Unknown;
    String seen = ways.isEmpty() || undecided ? "" : "; " + listed(ways) + " leads to it";
    return step(
        Standing.OPEN,
        closed(firewall) + seen + because(undecided ? firewall.addresses() : passes),
        Optional.of(firewall.by().at()));
  }

  /// "No" is only said when Azure lists none with it, or when the estate makes the virtual
  /// networks, too, and nothing is missing from it: else somebody may make one elsewhere.
  private Answer hasEndpoint(Resource service) {
    Answer seen = network.hasPrivateEndpoint(service);
    return seen.isFalse() ? new UnseenEndpoints(graph).answer(service) : seen;
  }

  private static String closed(Firewall firewall) {
    String says =
        firewall.by().value() instanceof Value.Unknown
            ? "may close it to the public"
            : firewall.addresses().isFalse()
                ? "closes it to the public"
                : "lets only some callers in";
    return "`" + firewall.by().name() + "` " + says;
  }

  private Answer unseen() {
    return Answer.open(Doubt.notStated("which network the caller is in", call.at()));
  }

  private Step fails(Resource service, Firewall firewall, Answer inside, List<String> ways) {
    String closed = closed(firewall);
    String who = names.caller(call);
    String says =
        inside.isFalse()
            ? closed + ", and " + who + " calls from no virtual network"
            : closed + ", and no private endpoint leads to it";
    String repair =
        !inside.isFalse()
            ? "Give the service a private endpoint in the virtual network of " + who + "."
            : ways.isEmpty()
                ? "Let "
                    + who
                    + " call from a virtual network in which the service has a private endpoint, or"
                    + " open the service to the addresses that it calls from."
                : "Let " + who + " call from the virtual network of " + listed(ways) + ".";
    return new Step(
        Link.NETWORK,
        Standing.FAILS,
        says,
        Optional.of(firewall.by().at()),
        Optional.of(answer(service, firewall)),
        Optional.of(repair));
  }

  private static String answer(Resource service, Firewall firewall) {
    boolean search = service.type().is(Targets.SEARCH);
    return search ? OF_SEARCH : firewall.isOff() ? NO_PUBLIC : NO_RULE;
  }

  /// The private endpoints that certainly lead to a service.
  private List<String> endpoints(Resource service) {
    ResourceId id = ResourceId.of(service.id());
    return network.privateEndpoints().stream()
        .filter(it -> it.leadsTo(id).isTrue())
        .map(it -> names.of(it.name()))
        .distinct()
        .toList();
  }

  private static String listed(List<String> ways) {
    return "private endpoint " + String.join(", ", ways);
  }

  private static String because(Answer open) {
    return open instanceof Answer.Open(List<Value.Unknown> because)
        ? ": " + Chain.reasons(because.getFirst())
        : "";
  }

  private static Step step(Standing standing, String says, Optional<Location> at) {
    return Step.of(Link.NETWORK, standing, says, at);
  }
}
