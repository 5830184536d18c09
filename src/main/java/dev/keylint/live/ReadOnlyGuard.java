package dev.keylint.live;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import reactor.core.publisher.Mono;

/// The first policy of every pipeline: lets through nothing but reading, and only from the one ARM
/// endpoint.
///
/// A `nextLink` may name any host; following it elsewhere would hand the token to a stranger. What
/// is refused never reaches the network.
final class ReadOnlyGuard implements HttpPipelinePolicy {
  private final URI endpoint;

  ReadOnlyGuard(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
    check(call.getHttpRequest());
    return next.process();
  }

  @Override
  public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
    check(call.getHttpRequest());
    return next.processSync();
  }

  private void check(HttpRequest request) {
    URI target = uri(request);
    if (!sameOrigin(target)) {
      throw new RefusedRequest(
          "a link to `"
              + target.getScheme()
              + "://"
              + target.getAuthority()
              + "` was not followed");
    }
    if (!request.getHttpMethod().equals(HttpMethod.GET)) {
      throw new IllegalStateException(
          "only reading is allowed, not " + request.getHttpMethod() + " " + target.getPath());
    }
    String path = target.getPath().toLowerCase(Locale.ROOT);
    if (path.contains("/list")
        && path.matches(".*/list[a-z]*(keys|secrets|credentials?|connectionstrings|value)$")) {
      throw new IllegalStateException("keylint never asks for a key: " + target.getPath());
    }
  }

  private static URI uri(HttpRequest request) {
    try {
      return request.getUrl().toURI();
    } catch (URISyntaxException e) {
      throw new RefusedRequest("a link that is no URL was not followed", e);
    }
  }

  private boolean sameOrigin(URI target) {
    return endpoint.getScheme().equalsIgnoreCase(target.getScheme())
        && endpoint.getHost().equalsIgnoreCase(target.getHost())
        && port(endpoint) == port(target);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
