package dev.keylint.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a registry answers: over https, but over http when it is on this machine, as docker has
/// it.
///
/// Neither a redirect nor a token service may lead from a registry elsewhere to this machine.
record RegistryAddress(String host) {
  private static final int MAX_PORT = 65_535;
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|.+\\.localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|(?:0{1,4}:){7}0{0,3}1)]",
          Pattern.CASE_INSENSITIVE);

  /// The address of a path below the registry's API.
  ///
  /// @throws RestoreFailed when host and path are no address
  URI api(String path) throws RestoreFailed {
    String text = (isLoopback() ? "http://" : "https://") + host + "/v2/" + path;
    try {
      URI uri = new URI(text).parseServerAuthority();
      return allowed(uri).orElseThrow(() -> new RestoreFailed("`" + host + "` is no host"));
    } catch (URISyntaxException _) {
      throw new RestoreFailed("`" + host + "` is no host");
    }
  }

  /// An address that the registry has sent us to, if it is one that may be asked.
  Optional<URI> allowed(URI target) {
    String scheme = Optional.ofNullable(target.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String name = Optional.ofNullable(target.getHost()).orElse("");
    boolean local = LOOPBACK.matcher(name).matches();
    boolean ok =
        !name.isEmpty()
            && target.getUserInfo() == null
            && target.getPort() != 0
            && target.getPort() <= MAX_PORT
            && (isLoopback()
                ? scheme.equals("https") || (scheme.equals("http") && local)
                : scheme.equals("https") && !local);
    return ok ? Optional.of(target) : Optional.empty();
  }

  private boolean isLoopback() {
    return LOOPBACK.matcher(host.replaceFirst(":\\d+$", "")).matches();
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
