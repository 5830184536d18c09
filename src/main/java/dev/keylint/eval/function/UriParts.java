package dev.keylint.eval.function;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A URI in the parts of RFC 3986; an absent part is empty, an absent port -1.
///
/// User, query and fragment keep their `@`, `?` and `#`. The JDK's own class resolves against an
/// empty path without a slash, unlike .NET's.
record UriParts(
    String scheme, String user, String host, int port, String path, String query, String fragment) {

  private static final Pattern URI =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*+):)?(?://([^/?#]*+))?([^?#]*+)(\\?[^#]*+)?(#.*+)?",
          Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("((?:[^@]*+@)?)(\\[[0-9A-Fa-f:.]++\\]|[^:\\[\\]]*+)(?::(\\d{0,5}))?");
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("http", 80, "https", 443, "ftp", 21, "ws", 80, "wss", 443);

  /// Reads an absolute or a relative URI; nothing if its authority can't be read.
  static Optional<UriParts> parse(String text) {
    Matcher uri = URI.matcher(text);
    if (!uri.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(orEmpty(uri.group(2)));
    if (!authority.matches()) {
      return Optional.empty();
    }
    String port = orEmpty(authority.group(3));
    return Optional.of(
        new UriParts(
            orEmpty(uri.group(1)),
            authority.group(1),
            authority.group(2),
            port.isEmpty() ? -1 : Integer.parseInt(port),
            uri.group(3),
            orEmpty(uri.group(4)),
            orEmpty(uri.group(5))));
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  boolean absolute() {
    return !scheme.isEmpty() && !host.isEmpty();
  }

  /// RFC 3986, 5.2.2: what a reference means where this is the base.
  Optional<UriParts> resolve(String reference) {
    return parse(reference).map(to -> relative(to).normal());
  }

  private UriParts relative(UriParts to) {
    if (!to.scheme.isEmpty()) {
      return to;
    }
    if (!to.host.isEmpty()) {
      return new UriParts(scheme, to.user, to.host, to.port, to.path, to.query, to.fragment);
    }
    if (to.path.isEmpty()) {
      String kept = to.query.isEmpty() ? query : to.query;
      return new UriParts(scheme, user, host, port, path, kept, to.fragment);
    }
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    String merged = to.path.startsWith("/") ? to.path : directory + to.path;
    return new UriParts(scheme, user, host, port, merged, to.query, to.fragment);
  }

  /// As .NET prints it: scheme and host in lower case, no default port, no dot segments, a path.
  UriParts normal() {
    String lower = scheme.toLowerCase(Locale.ROOT);
    int kept = DEFAULT_PORTS.getOrDefault(lower, -1) == port ? -1 : port;
    String rooted = path.startsWith("/") || host.isEmpty() ? path : "/" + path;
    return new UriParts(
        lower, user, host.toLowerCase(Locale.ROOT), kept, withoutDots(rooted), query, fragment);
  }

  /// RFC 3986, 5.2.4.
  private static String withoutDots(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    Deque<String> segments = new ArrayDeque<>();
    boolean directory = false;
    for (String segment : path.substring(1).split("/", -1)) {
      directory = segment.equals(".") || segment.equals("..");
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    if (directory) {
      segments.addLast("");
    }
    StringBuilder text = new StringBuilder();
    for (Iterator<String> each = segments.iterator(); each.hasNext(); ) {
      text.append('/').append(each.next());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    String authority = host.isEmpty() ? "" : "//" + user + host + (port < 0 ? "" : ":" + port);
    return (scheme.isEmpty() ? "" : scheme + ":") + authority + path + query + fragment;
  }
}
