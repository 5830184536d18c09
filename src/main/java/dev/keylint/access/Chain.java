package dev.keylint.access;

import dev.keylint.check.CallAnswers;
import dev.keylint.check.ReasonWords;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Bodies;
import dev.keylint.rule.Explains;
import dev.keylint.rule.Explains.Link;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What has to hold for one call, link by link: what the estate shows, unless a rule finds fault
/// with it, so that this never says another thing than a scan.
final class Chain {
  private static final List<Link> BY_KEY = List.of(Link.ENDPOINT, Link.KEYS, Link.NETWORK);
  private static final List<Link> BY_TOKEN =
      Arrays.stream(Link.values()).filter(it -> it != Link.KEYS).toList();

  private static final Value FALSE = new Value.Bool(false, Origin.at(new Location.WholeFile("")));

  private final AccessGraph graph;
  private final Names names;
  private final Call call;
  private final List<Grant> held;
  private final Optional<LeftOut> leftOut;

  /// @param held the role assignments that the call may rely on
  /// @param leftOut the service that it goes to, if that is not deployed
  Chain(AccessGraph graph, Names names, Call call, List<Grant> held, Optional<LeftOut> leftOut) {
    this.graph = graph;
    this.names = names;
    this.call = call;
    this.held = List.copyOf(held);
    this.leftOut = leftOut;
  }

  /// The links in order.
  ///
  /// @param said what rules say of the call
  List<Step> steps(List<CallAnswers.Said> said) {
    List<Link> links = isByKey(call) ? BY_KEY : BY_TOKEN;
    List<Step> steps = new ArrayList<>();
    for (Link link : links) {
      steps.add(worst(said, link).orElseGet(() -> risky(said, shown(link))));
    }
    return steps;
  }

  /// What a rule finds that keeps no call from working stands beside what there is.
  private static Step risky(List<CallAnswers.Said> said, Step shown) {
    String risks =
        said.stream()
            .filter(it -> isAbout(it, shown.link()) && !failsCalls(it))
            .filter(it -> it.finding().outcome() instanceof Outcome.Fail)
            .map(it -> "; risk: " + it.finding().message())
            .distinct()
            .collect(Collectors.joining());
    return shown.standing() == Standing.FAILS ? shown : shown.saying(shown.says() + risks);
  }

  private static boolean isAbout(CallAnswers.Said said, Link link) {
    return said.rule().metadata().explains().map(Explains::link).equals(Optional.of(link));
  }

  private static boolean failsCalls(CallAnswers.Said said) {
    return said.rule().metadata().explains().filter(Explains::failsCalls).isPresent();
  }

  static boolean isByKey(Call call) {
    return call.credential().value() instanceof Value.Str(String word, _) && word.equals("key");
  }

  /// What a rule finds wrong, else what it leaves open.
  private static Optional<Step> worst(List<CallAnswers.Said> said, Link link) {
    List<CallAnswers.Said> here =
        said.stream().filter(it -> isAbout(it, link) && failsCalls(it)).toList();
    return here.stream()
        .filter(it -> it.finding().outcome() instanceof Outcome.Fail)
        .findFirst()
        .map(it -> step(it, link, Standing.FAILS))
        .or(() ->
            here.stream()
                .filter(it -> it.finding().outcome() instanceof Outcome.Open)
                .findFirst()
                .map(it -> step(it, link, Standing.OPEN)));
  }

  private static Step step(CallAnswers.Said said, Link link, Standing standing) {
    Finding finding = said.finding();
    boolean fails = standing == Standing.FAILS;
    return new Step(
        link,
        standing,
        finding.outcome() instanceof Outcome.Open(List<Outcome.Cause> because)
            ? "can't be told: "
                + because.stream().map(Outcome.Cause::text).collect(Collectors.joining("; "))
            : finding.message(),
        Optional.of(finding.at()),
        fails ? said.rule().metadata().explains().flatMap(Explains::answer) : Optional.empty(),
        fails ? Optional.of(finding.remediation()) : Optional.empty());
  }

  /// What the estate shows where no rule finds fault.
  private Step shown(Link link) {
    return switch (link) {
      case ATTACHED -> attached();
      case SELECTED -> selected();
      case ENDPOINT -> endpoint();
      case TOKENS ->
          seen(link, "nothing speaks against it", "it can't be told whether tokens are accepted");
      case KEYS -> keys();
      case AUDIENCE -> audience();
      case ROLE -> role();
      case NETWORK -> new NetworkLink(graph, names, call).step();
    };
  }

  private Step attached() {
    Optional<Workload> workload = call.workload();
    if (workload.isEmpty()) {
      return Step.of(
          Link.ATTACHED, Standing.OPEN, "who calls is no resource at hand", Optional.empty());
    }
    Workload it = workload.orElseThrow();
    List<String> all = new ArrayList<>();
    if (it.systemAssigned().isTrue()) {
      all.add(names.of(it.ownIdentity()));
    }
    it.userAssigned().forEach(each -> all.add(names.of(each)));
    Optional<Location> at = Optional.of(it.resource().declaredAt());
    boolean open = it.systemAssigned() instanceof Answer.Open || it.unknownIdentities().isPresent();
    if (all.isEmpty()) {
      return Step.of(
          Link.ATTACHED,
          open ? Standing.OPEN : Standing.FAILS,
          open ? "its identities can't be told" : "it has no identity",
          at);
    }
    return Step.of(Link.ATTACHED, Standing.HOLDS, String.join(", ", all), at);
  }

  private Step selected() {
    String by = call.clientId().map(it -> ", by " + call.nameOf(it)).orElse("");
    Optional<Location> at = Optional.of(call.clientId().map(id -> id.at()).orElse(call.at()));
    return switch (call.identity()) {
      case EffectiveIdentity.Known(Identity it) ->
          Step.of(Link.SELECTED, Standing.HOLDS, names.of(it) + by, at);
      case EffectiveIdentity.None _ ->
          Step.of(
              Link.SELECTED,
              Standing.FAILS,
              hasNone() ? "no identity is attached" : "none of the attached ones is asked for",
              at);
      case EffectiveIdentity.Open(Value.Unknown because) ->
          Step.of(Link.SELECTED, Standing.OPEN, "can't be told: " + reasons(because), at);
    };
  }

  /// Why a value is not known, in the words of a scan.
  static String reasons(Value.Unknown because) {
    return ReasonWords.of(because).stream()
        .map(Outcome.Cause::text)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private boolean hasNone() {
    return call.workload()
        .filter(it -> it.systemAssigned().isFalse())
        .filter(it -> it.userAssigned().isEmpty() && it.unknownIdentities().isEmpty())
        .isPresent();
  }

  private Step endpoint() {
    Step found = host();
    Optional<Value.Unknown> doubt = Deployment.doubt(call);
    if (doubt.isPresent()) {
      Value.Unknown because = doubt.orElseThrow();
      return Step.of(
          Link.ENDPOINT,
          Standing.OPEN,
          found.says() + ", and whether that is deployed can't be told: " + reasons(because),
          Optional.of(because.origin().at()));
    }
    return leftOut
        .filter(_ -> call.target().filter(it -> it.isDeclared()).isEmpty())
        .map(it ->
            Step.of(
                Link.ENDPOINT,
                Standing.OPEN,
                it.name() + " is left out; it is deployed if " + it.unless(),
                Optional.of(it.at())))
        .orElse(found);
  }

  private Step host() {
    Value host = call.host().value();
    Optional<Target> service = call.target().or(() -> call.endpoint().another());
    boolean known = service.isPresent() || !(host instanceof Value.Unknown);
    return Step.of(
        Link.ENDPOINT,
        known ? Standing.HOLDS : Standing.OPEN,
        (known ? "" : "which service it is can't be told: ")
            + Shown.known(host).orElse("its host is not known")
            + service.map(it -> " is " + names.of(it)).orElse(""),
        Optional.of(call.host().at()));
  }

  private Step keys() {
    Optional<Property> off =
        call.target()
            .filter(it -> it.isDeclared())
            .flatMap(it -> it.resource())
            .flatMap(it -> Bodies.at(it, "properties", "disableLocalAuth"));
    Optional<Location> at = off.map(Property::at).or(this::targetPlace);
    Value value = off.map(Property::value).orElse(FALSE);
    return switch (value) {
      case Value.Bool(boolean yes, _) when yes ->
          new Step(
              Link.KEYS,
              Standing.FAILS,
              "keys are off (disableLocalAuth)",
              at,
              Optional.of("403 Key based authentication is disabled for this resource"),
              Optional.of("Take the key away, and let the caller sign in with its identity."));
      case Value.Unknown _ ->
          Step.of(Link.KEYS, Standing.OPEN, "whether keys are on can't be told", at);
      case Value _ ->
          seen(Link.KEYS, "keys are accepted", "it can't be told whether keys are accepted");
    };
  }

  /// What holds of a service that is declared here; of another one it is not known.
  private Step seen(Link link, String declared, String otherwise) {
    Standing standing = targetIsSeen();
    return Step.of(
        link,
        standing,
        standing == Standing.HOLDS
            ? declared
            : otherwise + ": " + (leftOut.isPresent() ? "the service is left out" : unseen(call)),
        targetPlace());
  }

  /// Why nothing is known of the service that is called.
  static String unseen(Call call) {
    return call.endpoint()
        .another()
        .flatMap(it -> it.resource())
        .flatMap(it -> Bodies.at(it, "kind"))
        .map(it ->
            "accounts of kind `"
                + Shown.text(it.value())
                + "` serve no models and are not looked at")
        .orElse("the service is not declared here");
  }

  private Standing targetIsSeen() {
    return call.target().filter(it -> it.isDeclared()).isPresent() ? Standing.HOLDS : Standing.OPEN;
  }

  private Optional<Location> targetPlace() {
    return call.target()
        .or(() -> call.endpoint().another())
        .flatMap(it -> it.resource())
        .map(it -> it.declaredAt());
  }

  private Step audience() {
    return call.audience()
        .map(it ->
            it.value() instanceof Value.Unknown
                ? Step.of(Link.AUDIENCE, Standing.OPEN, "it can't be told", Optional.of(it.at()))
                : Step.of(
                    Link.AUDIENCE,
                    Standing.HOLDS,
                    NormalForm.plain(it.value()),
                    Optional.of(it.at())))
        .orElseGet(() ->
            Step.of(
                Link.AUDIENCE,
                Standing.HOLDS,
                "nothing names one: SDKs ask for the service's own",
                Optional.empty()));
  }

  private Step role() {
    if (held.isEmpty()) {
      String says =
          call.identity() instanceof EffectiveIdentity.Known(Identity it)
              ? "no role assignment of "
                  + names.of(it)
                  + " is seen here; whether one is made elsewhere can't be told"
              : "whose role assignments count can't be told: the identity is not known";
      return Step.of(Link.ROLE, Standing.OPEN, says, Optional.empty());
    }
    List<Grant> certain = held.stream().filter(this::isCertain).toList();
    List<Grant> shown = certain.isEmpty() ? held : certain;
    String roles =
        shown.stream()
            .flatMap(it -> call.target().map(to -> names.held(it, to, List.of())).stream())
            .map(Held::words)
            .distinct()
            .collect(Collectors.joining(", "));
    return Step.of(
        Link.ROLE,
        certain.isEmpty() ? Standing.OPEN : Standing.HOLDS,
        certain.isEmpty() ? "whether it is enough can't be told: " + roles : roles,
        Optional.of(shown.getFirst().roleAt().at()));
  }

  /// Whether a role certainly reaches the service and has data actions.
  private boolean isCertain(Grant grant) {
    return call.target()
        .filter(it -> graph.reaches(grant, it).isTrue())
        .filter(it -> grant.role().hasDataActions(Power.provider(it.kind())).isTrue())
        .isPresent();
  }
}
