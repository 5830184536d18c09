package dev.keylint.module;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/// Where a registry answers: over https, but over http when it is on this machine, as docker has
/// it.
///
/// Neither a redirect nor a token service may lead from a registry elsewhere to this machine.
record RegistryAddress(String host) {
  private static final int MAX_PORT = 65_535;

  /// The address of a path below the registry's API.
  ///
  /// @throws RestoreFailed when host and path are no address
  URI api(String path) throws RestoreFailed {
    return uri(path)
        .orElseThrow(
            () -> new RestoreFailed(RestoreFailed.quoted(host) + " is no host that can be asked"));
  }

  /// Whether there can be a registry of this name.
  boolean isUsable() {
    return uri("").filter(uri -> uri.getRawAuthority().equals(host)).isPresent();
  }

  private Optional<URI> uri(String path) {
    try {
      String text = (isLoopback() ? "http://" : "https://") + host + "/v2/" + path;
      return allowed(new URI(text).parseServerAuthority());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// An address that the registry has sent us to, if it is one that may be asked.
  Optional<URI> allowed(URI target) {
    String scheme = Optional.ofNullable(target.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String name = Optional.ofNullable(target.getHost()).orElse("");
    boolean ok =
        isName(name)
            && target.getUserInfo() == null
            && target.getPort() != 0
            && target.getPort() <= MAX_PORT
            && (isLoopback()
                ? scheme.equals("https") || (scheme.equals("http") && isLoopback(name))
                : scheme.equals("https") && !isNear(name));
    return ok ? Optional.of(target) : Optional.empty();
  }

  private boolean isLoopback() {
    return isLoopback(host.replaceFirst(":\\d+$", ""));
  }

  private static boolean isLoopback(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("localhost")
        || lower.endsWith(".localhost")
        || literal(name).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /// Whether a name means this machine, or what only this machine can reach: cloud providers answer
  /// at a link-local address.
  private static boolean isNear(String name) {
    return isLoopback(name)
        || literal(name)
            .filter(it -> it.isAnyLocalAddress() || it.isLinkLocalAddress())
            .isPresent();
  }

  private static Optional<InetAddress> literal(String name) {
    boolean isBracketed = name.startsWith("[") && name.endsWith("]");
    try {
      return Optional.of(
          InetAddress.ofLiteral(isBracketed ? name.substring(1, name.length() - 1) : name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What https can ask for: the JDK refuses some names that an address may have, such as those
  /// with a dot at their end or too long a part.
  private static boolean isName(String name) {
    if (name.startsWith("[")) {
      return literal(name).isPresent();
    }
    try {
      return !name.isEmpty() && !new SNIHostName(name).getAsciiName().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether two addresses are the same server, so that what one may know the other one may, too.
  static boolean sameServer(URI one, URI other) {
    return origin(one).equals(origin(other));
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
    return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }
}
