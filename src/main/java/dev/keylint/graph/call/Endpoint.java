package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import java.util.Optional;

/// Where a URL leads to, as far as it is known.
///
/// @param host in lower case
/// @param path without query, at least `/`
/// @param target the service called, when it is one of the estate
public record Endpoint(
    PartialText host, PartialText path, Service service, Optional<Target> target) {
  /// How the paths of Foundry projects begin.
  static final String PROJECTS = "/api/projects/";

  private static final String SCHEME = "://";

  /// The parts of a URL, or of a host with a path; without a target.
  static Endpoint parse(PartialText url) {
    int scheme = url.chars().indexOf(SCHEME);
    PartialText rest = scheme < 0 ? url : url.from(scheme + SCHEME.length());
    if (scheme < 0 && isOpaque(url.chars())) {
      return new Endpoint(url.slice(0, 1), url.slice(0, 1), Service.OPEN, Optional.empty());
    }
    int end = end(rest.chars(), 0, "/:?#");
    PartialText host = rest.slice(0, end).lower();
    int path = end(rest.chars(), end, "/?#");
    PartialText from = rest.slice(path, end(rest.chars(), path, "?#"));
    return new Endpoint(host, rooted(from, rest), Service.of(host), Optional.empty());
  }

  Endpoint to(Optional<Target> found) {
    return found.isPresent() ? new Endpoint(host, path, service, found) : this;
  }

  /// The same for endpoints that take the same tokens: what kind of service it is, in which cloud.
  public String kind() {
    String cloud = host.chars().substring(host.chars().lastIndexOf('.') + 1);
    return switch (service) {
      case OPENAI, AI_SERVICES -> "ACCOUNT " + cloud;
      case FOUNDRY -> (path.chars().startsWith(PROJECTS) ? "PROJECT " : "MODELS ") + cloud;
      case SEARCH, REGIONAL -> service + " " + cloud;
      case OTHER, OPEN -> service.name();
    };
  }

  /// Whether it leads to one of the services we look at, or may.
  public boolean mayBeOurs() {
    return service != Service.OTHER;
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
