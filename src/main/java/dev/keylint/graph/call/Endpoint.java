package dev.keylint.graph.call;

import dev.keylint.value.Alternatives;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Where a URL leads to, as far as it is known.
///
/// @param url as it is written, with references put in, in lower case
/// @param host in lower case
/// @param path without query, at least `/`
/// @param cloud where it is; empty when nothing says it
/// @param target the service called, when it is one of the estate
/// @param another the account called, when the estate declares it as one that serves no models
public record Endpoint(
    PartialText url,
    PartialText host,
    PartialText path,
    Service service,
    Optional<Cloud> cloud,
    Optional<Target> target,
    Optional<Target> another) {
  /// How the paths of Foundry projects begin.
  static final String PROJECTS = "/api/projects/";

  private static final String SCHEME = "://";

  /// Of several endpoints the scheme that all have is known, and each has it once more.
  private static final Pattern TWO_SCHEMES = Pattern.compile("^https://(?=https://)");

  /// The parts of a URL, or of a host with a path; without a target.
  static Endpoint parse(PartialText url) {
    int scheme = url.chars().indexOf(SCHEME);
    PartialText rest = scheme < 0 ? url : url.from(scheme + SCHEME.length());
    if (scheme < 0 && isOpaque(url.chars())) {
      return open(url.slice(0, 1), Service.OPEN);
    }
    int end = end(rest.chars(), 0, "/:?#");
    PartialText host = rest.slice(0, end).lower();
    int path = end(rest.chars(), end, "/?#");
    PartialText from = rest.slice(path, end(rest.chars(), path, "?#"));
    Service service = Service.of(host);
    return new Endpoint(
        url.lower(),
        host,
        rooted(from, rest),
        service,
        service.cloud(host),
        Optional.empty(),
        Optional.empty());
  }

  /// One of which no more is known than what kind of service it is.
  static Endpoint open(PartialText hole, Service service) {
    return new Endpoint(
        hole, hole, hole, service, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same with other values in the place of what is not known, as when choices are tried out.
  public Endpoint with(UnaryOperator<Value> chosen) {
    if (host.isKnown() && path.isKnown()) {
      return this;
    }
    return chosen.apply(url.value()) instanceof Value.Str(var text, var origin)
        ? parse(PartialText.of(TWO_SCHEMES.matcher(text).replaceFirst(""), origin)).to(target)
        : this;
  }

  /// What rules call the cloud; not known when it is one of several endpoints and a token for this
  /// audience is asked for whichever it is; empty when nothing says it.
  public Optional<Value> cloudName(Optional<Fact> audience) {
    boolean fixed = audience.filter(it -> it.value() instanceof Value.Str).isPresent();
    return cloud
        .<Value>map(it -> named(it.word()))
        .or(() ->
            Optional.of(host.value()).filter(it -> fixed && Alternatives.ofAllowed(it).size() > 1));
  }

  Endpoint to(Optional<Target> found) {
    return found.isPresent()
        ? new Endpoint(url, host, path, service, cloud, found, Optional.empty())
        : this;
  }

  /// The same, which leads to an account that serves no models.
  Endpoint toAnother(Target found) {
    return new Endpoint(url, host, path, service, cloud, Optional.empty(), Optional.of(found));
  }

  /// The same of a service and in a cloud that are known otherwise.
  Endpoint of(Service known, Optional<Cloud> where) {
    return new Endpoint(url, host, path, known, where, target, another);
  }

  /// What rules call the service; not known when its host is not, nor when the host's owner is not.
  public Value serviceName() {
    return switch (service) {
      case OPENAI -> named("openai");
      case AI_SERVICES -> named("aiservices");
      case FOUNDRY -> {
        if (path.chars().startsWith(PROJECTS)) {
          yield named("project");
        }
        yield mayBeProject() ? dependent(path) : named("models");
      }
      case SEARCH -> named("search");
      case REGIONAL -> named("regional");
      case OWN -> notStated();
      case OTHER -> isPrivate() || target.isPresent() ? notStated() : named("other");
      case OPEN -> dependent(host);
    };
  }

  /// The kind of service follows from a text, and is not that text: what the one can't be says
  /// nothing of the other.
  private static Value dependent(PartialText text) {
    return Doubt.dependent("service", Doubt.because(text.value()));
  }

  /// The URL, if anything of it is written here: that is not so of what a module or Azure gives.
  public Optional<PartialText> written() {
    boolean given =
        url.chars().length() == 1
            && !url.isKnown()
            && url.holes().getFirst() instanceof Value.Unknown(_, var reason, _)
            && (reason instanceof Reason.MissingModule
                || reason instanceof Reason.RuntimeReference);
    return given ? Optional.empty() : Optional.of(url);
  }

  /// Whether anything of the URL is known, be it one character.
  public boolean isWritten() {
    return url.chars().length() > url.holes().size();
  }

  /// Host and path as far as they are written; empty where both are no more than the name of a
  /// parameter.
  public Optional<Value> shown() {
    PartialText whole = host.append(path);
    return whole.chars().length() > whole.holes().size()
        ? Optional.of(whole.value())
        : Optional.empty();
  }

  /// Whether it asks for a query of its own.
  public boolean hasQuery() {
    return url.chars().contains("?");
  }

  /// Whether the host is a name of a private zone, which only the zone's records lead to.
  public boolean isInPrivateZone() {
    return host.chars().contains(".privatelink.");
  }

  private Value named(String name) {
    return new Value.Str(name, Origin.at(host.origin().at()));
  }

  private Value notStated() {
    return Doubt.notStated("what answers at `" + host.shown() + "`", host.origin().at());
  }

  /// Whether what is not known of the path may make it that of a project.
  private boolean mayBeProject() {
    return !path.isKnown() && PROJECTS.startsWith(path.head());
  }

  /// Whether the host is an address or a name that only some network knows.
  private boolean isPrivate() {
    String name = host.chars();
    return host.isKnown()
        && (name.indexOf('.') < 0
            || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  /// The same for endpoints that take the same tokens: what kind of service it is, in which cloud.
  public String kind() {
    String cloud = host.chars().substring(host.chars().lastIndexOf('.') + 1);
    return switch (service) {
      case OPENAI, AI_SERVICES -> "ACCOUNT " + cloud;
      case FOUNDRY -> (path.chars().startsWith(PROJECTS) ? "PROJECT " : "MODELS ") + cloud;
      case SEARCH, REGIONAL -> service + " " + cloud;
      case OWN, OTHER, OPEN -> service.name();
    };
  }

  /// Whether it leads to one of the services we look at, or may.
  public boolean mayBeOurs() {
    return (service != Service.OTHER && service != Service.OWN) || target.isPresent();
  }

  /// Whether it starts with an unknown part that may hold the whole URL.
  private static boolean isOpaque(String chars) {
    return chars.length() > 0
        && chars.charAt(0) == PartialText.HOLE
        && (chars.length() == 1 || chars.charAt(1) != '.');
  }

  private static PartialText rooted(PartialText path, PartialText like) {
    if (path.chars().isEmpty()) {
      return PartialText.of("/", like.origin());
    }
    return path.chars().startsWith("//") ? path.from(1) : path;
  }

  private static int end(String chars, int from, String stops) {
    for (int i = from; i < chars.length(); i++) {
      if (stops.indexOf(chars.charAt(i)) >= 0) {
        return i;
      }
    }
    return chars.length();
  }
}
