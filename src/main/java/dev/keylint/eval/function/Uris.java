package dev.keylint.eval.function;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// URIs put together and taken apart.
final class Uris {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of("uri", Signature.of(Kind.TEXT, Kind.TEXT), Uris::uri),
          PureFunction.of("parseUri", Signature.of(Kind.TEXT), Uris::parseUri),
          PureFunction.of("buildUri", Signature.of(Kind.OBJECT.known()), Uris::buildUri));

  private Uris() {}

  private static FunctionResult uri(Arguments arguments) {
    return UriParts.parse(arguments.text(0))
        .filter(UriParts::absolute)
        .flatMap(base -> base.resolve(arguments.text(1)))
        .map(resolved -> arguments.text(resolved.toString()))
        .orElseGet(() -> arguments.fail("wants an absolute URI and a relative one"));
  }

  private static FunctionResult parseUri(Arguments arguments) {
    Optional<UriParts> parsed = UriParts.parse(arguments.text(0)).filter(UriParts::absolute);
    if (parsed.isEmpty()) {
      return arguments.fail("wants an absolute URI");
    }
    UriParts parts = parsed.orElseThrow().normal();
    Value port =
        parts.port() < 0
            ? new Value.Null(arguments.origin())
            : new Value.Int(parts.port(), arguments.origin());
    return arguments.object(
        List.of(
            arguments.member("scheme", arguments.str(parts.scheme())),
            arguments.member("host", arguments.str(parts.host())),
            arguments.member("port", port),
            arguments.member("path", arguments.str(parts.path())),
            arguments.member("query", arguments.str(parts.query()))));
  }

  private static FunctionResult buildUri(Arguments arguments) {
    Properties components = arguments.properties(0);
    for (Property component : components) {
      boolean port = component.name().toLowerCase(Locale.ROOT).equals("port");
      boolean fits = (port ? Kind.INT : Kind.TEXT).takes(component.value());
      if (!fits && !(component.value() instanceof Value.Null)) {
        return arguments.fail("can't take this `" + component.name() + "`");
      }
    }
    String scheme = text(components, "scheme");
    String host = text(components, "host");
    if (scheme.isEmpty() || host.isEmpty()) {
      return arguments.fail("wants a `scheme` and a `host`");
    }
    String path = text(components, "path");
    String query = text(components, "query");
    Optional<Long> port =
        components
            .get("port")
            .flatMap(value ->
                value instanceof Value.Int(long number, _)
                    ? Optional.of(number)
                    : Optional.empty());
    if (port.filter(number -> number < -1 || number > 65_535).isPresent()) {
      return arguments.fail("wants a `port` of 0 to 65535");
    }
    return arguments.text(
        new UriParts(
                scheme,
                "",
                host,
                port.map(Long::intValue).orElse(-1),
                path.startsWith("/") ? path : "/" + path,
                query.isEmpty() || query.startsWith("?") ? query : "?" + query,
                "")
            .normal()
            .toString());
  }

  private static String text(Properties components, String name) {
    return components
        .get(name)
        .map(value -> value instanceof Value.Str(String text, _) ? text : "")
        .orElse("");
  }
}
