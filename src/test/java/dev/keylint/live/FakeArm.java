package dev.keylint.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A stand-in for Azure Resource Manager on loopback: lists with pages, and what goes wrong with
/// them.
///
/// Every request is recorded, so that a test can say that nothing but reading happened.
final class FakeArm implements AutoCloseable {
  static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// One answer of the server.
  record Answer(int status, Map<String, String> headers, String body) {}

  FakeArm() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  List<String> requests() {
    return Collections.unmodifiableList(requests);
  }

  /// Answers the list of a type with these pages, one after the other.
  FakeArm pages(String type, String... pages) {
    for (int i = 0; i < pages.length; i++) {
      String next =
          endpoint()
              + "subscriptions/"
              + SUBSCRIPTION
              + "/providers/"
              + type
              + "?api-version=2025-01-01&$skiptoken="
              + (i + 1);
      String link = i + 1 < pages.length ? ",\"nextLink\":\"" + next + "\"" : "";
      answer(type, new Answer(200, Map.of(), "{\"value\":[" + pages[i] + "]" + link + "}"));
    }
    return this;
  }

  /// Puts one more answer into the line for a type; the last one is given again and again.
  FakeArm answer(String type, Answer answer) {
    answers.computeIfAbsent(type.toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  static Answer forbidden() {
    return new Answer(
        403,
        Map.of(),
        "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client does not have"
            + " authorization.\"}}");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Answer answer =
        "Bearer fake".equals(exchange.getRequestHeaders().getFirst("Authorization"))
            ? next(path.substring(path.lastIndexOf("/providers/") + "/providers/".length()))
            : new Answer(
                401,
                Map.of(),
                "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"no\"}}");
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Answer next(String type) {
    Deque<Answer> line = answers.get(type.toLowerCase(Locale.ROOT));
    if (line == null) {
      return new Answer(200, Map.of(), "{\"value\":[]}");
    }
    return line.size() > 1 ? line.removeFirst() : line.getFirst();
  }
}
