package dev.keylint.module;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// GET requests to registries: bounded in size and time, patient with busy servers, and careful
/// where redirects lead.
final class RegistryHttp implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(15))
          .build();
  private final RegistryLimits limits;
  private final Deadline deadline;

  RegistryHttp(RegistryLimits limits, Deadline deadline) {
    this.limits = limits;
    this.deadline = deadline;
  }

  /// What to ask for.
  ///
  /// @param token sent to the server of the first address only
  /// @param maxBytes of the body of the last answer
  record Ask(URI uri, String accept, Optional<String> token, long maxBytes) {
    private Ask at(URI target) {
      return new Ask(
          target, accept, token.filter(_ -> RegistryAddress.sameServer(uri, target)), maxBytes);
    }
  }

  /// The first answer that is neither a redirect nor a plea for patience.
  HttpResponse<byte[]> get(RegistryAddress registry, Ask ask) throws RestoreFailed {
    Ask next = ask;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<byte[]> answer = patiently(next);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return answer;
      }
      next = next.at(target(registry, next.uri(), answer));
    }
    throw new RestoreFailed("`" + registry.host() + "` redirects without end");
  }

  private static URI target(RegistryAddress registry, URI from, HttpResponse<byte[]> answer)
      throws RestoreFailed {
    String location = answer.headers().firstValue("Location").orElse("");
    try {
      URI target = from.resolve(location);
      return registry
          .allowed(target)
          .orElseThrow(() ->
              new RestoreFailed(
                  "`"
                      + registry.host()
                      + "` redirects to "
                      // What follows may be a signature.
                      + RestoreFailed.quoted(location.replaceFirst("\\?.*", ""))
                      + ", which keylint does not follow"));
    } catch (IllegalArgumentException _) {
      throw new RestoreFailed("`" + registry.host() + "` redirects to no address");
    }
  }

  private HttpResponse<byte[]> patiently(Ask ask) throws RestoreFailed {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> answer = once(ask);
      if (!BUSY.contains(answer.statusCode()) || attempt >= limits.attempts()) {
        return answer;
      }
      pause(answer, attempt);
    }
  }

  private void pause(HttpResponse<byte[]> answer, int attempt) throws RestoreFailed {
    long asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> SECONDS.matcher(text).matches())
            .map(text -> Long.parseLong(text) * 1000)
            .orElse(500L << attempt);
    try {
      long most = Math.min(limits.pause().toMillis(), deadline.left().toMillis());
      Thread.sleep(Math.min(asked, most));
    } catch (InterruptedException _) {
      throw interrupted();
    }
  }

  private HttpResponse<byte[]> once(Ask ask) throws RestoreFailed {
    HttpRequest.Builder request = HttpRequest.newBuilder(ask.uri()).header("Accept", ask.accept());
    ask.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    Duration left = deadline.left();
    if (left.isZero()) {
      throw deadline.passed();
    }
    Duration wait = left.compareTo(limits.timeout()) < 0 ? left : limits.timeout();
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(
            request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), ask.maxBytes()));
    String server = ask.uri().getAuthority();
    try {
      return pending.get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      pending.cancel(true);
      if (deadline.left().isZero()) {
        throw deadline.passed();
      }
      throw new RestoreFailed(
          "`" + server + "` did not answer within " + limits.timeout().toSeconds() + " s");
    } catch (InterruptedException _) {
      pending.cancel(true);
      throw interrupted();
    } catch (ExecutionException e) {
      throw failed(server, ask, e.getCause());
    }
  }

  private static RestoreFailed failed(String server, Ask ask, @Nullable Throwable cause) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return new RestoreFailed("`" + server + "` cannot be reached", "check the network and proxy");
    }
    if (cause instanceof IOException problem) {
      String message = String.valueOf(problem.getMessage());
      return message.contains("exceeds capacity")
          ? new RestoreFailed("`" + server + "` sends more than " + ask.maxBytes() + " bytes")
          : new RestoreFailed(
              "the talk with `" + server + "` broke off: " + RestoreFailed.quoted(message));
    }
    throw new IllegalStateException("a request to " + ask.uri() + " failed", cause);
  }

  private static RestoreFailed interrupted() {
    Thread.currentThread().interrupt();
    return new RestoreFailed("interrupted");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
