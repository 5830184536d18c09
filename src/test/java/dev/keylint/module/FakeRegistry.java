package dev.keylint.module;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry on this machine whose every answer a test can spoil.
final class FakeRegistry implements AutoCloseable {
  static final String TEMPLATE = "application/vnd.ms.bicep.module.layer.v1+json";
  static final String SOURCES = "application/vnd.ms.bicep.module.source.v1.tar+gzip";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /// What a test makes of a request.
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /// `127.0.0.1:port`.
  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// All requests so far: method, path, and `+token` when they carried one.
  List<String> requests() {
    return List.copyOf(requests);
  }

  /// Answers a path in the test's own way.
  FakeRegistry on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /// Answers a path with bytes.
  FakeRegistry serve(String path, byte[] body) {
    return on(path, exchange -> reply(exchange, 200, body));
  }

  /// Publishes a module of one layer; answers its manifest's digest.
  String publish(String repository, String tag, String template) {
    byte[] layer = template.getBytes(StandardCharsets.UTF_8);
    serve(blob(repository, layer), layer);
    return manifest(repository, tag, manifest(descriptor(TEMPLATE, layer)));
  }

  /// Publishes a manifest; answers its digest.
  String manifest(String repository, String tag, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    String digest = ContentDigest.sha256(bytes).text();
    for (String version : List.of(tag, digest)) {
      on(
          "/v2/" + repository + "/manifests/" + version,
          exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
            reply(exchange, 200, bytes);
          });
    }
    return digest;
  }

  static String manifest(String... layers) {
    return manifestOf("application/vnd.ms.bicep.module.artifact", layers);
  }

  static String manifestOf(String type, String... layers) {
    return "{\"schemaVersion\": 2, \"artifactType\": \""
        + type
        + "\", \"config\": {\"mediaType\": \"application/vnd.ms.bicep.module.config.v1+json\"},"
        + " \"layers\": ["
        + String.join(", ", layers)
        + "]}";
  }

  static String descriptor(String type, byte[] bytes) {
    return descriptor(type, ContentDigest.sha256(bytes).text(), bytes.length);
  }

  static String descriptor(String type, String digest, long size) {
    return "{\"mediaType\": \"%s\", \"digest\": \"%s\", \"size\": %s}"
        .replaceFirst("%s", type)
        .replaceFirst("%s", digest)
        .replaceFirst("%s", Long.toString(size));
  }

  static String blob(String repository, byte[] bytes) {
    return "/v2/" + repository + "/blobs/" + ContentDigest.sha256(bytes).text();
  }

  static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static void reply(HttpExchange exchange, int status, Map<String, String> headers)
      throws IOException {
    Headers response = exchange.getResponseHeaders();
    headers.forEach(response::set);
    reply(exchange, status, new byte[0]);
  }

  /// Whether a request carries this token.
  static boolean hasToken(HttpExchange exchange, String token) {
    return List.of("Bearer " + token).equals(exchange.getRequestHeaders().get("Authorization"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean token = exchange.getRequestHeaders().containsKey("Authorization");
    requests.add(exchange.getRequestMethod() + " " + path + (token ? " +token" : ""));
    answers.getOrDefault(path, unknown -> reply(unknown, 404, new byte[0])).to(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
