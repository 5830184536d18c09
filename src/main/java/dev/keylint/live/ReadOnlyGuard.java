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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reactor.core.publisher.Mono;

/// The first policy of every pipeline: lets through nothing but reading, and only from the one ARM
/// endpoint.
///
/// A `nextLink` may name any host; following it elsewhere would hand the token to a stranger. What
/// is refused never reaches the network.
final class ReadOnlyGuard implements HttpPipelinePolicy {
  /// Give the password of a deployment, one of them even to a GET in old api-versions.
  private static final Set<String> PUBLISHING = Set.of("publishxml", "publishingcredentials");

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
    if (!request.getHttpMethod().equals(HttpMethod.GET)) {
      throw new IllegalStateException(
          "only reading is allowed, not "
              + request.getHttpMethod()
              + " "
              + request.getUrl().getPath());
    }
    URI target = uri(request);
    if (!sameOrigin(target)) {
      throw new RefusedRequest(
          "a link to `"
              + target.getScheme()
              + "://"
              + target.getHost()
              + ":"
              + port(target)
              + "` was not followed: it leads away from `"
              + endpoint
              + "`");
    }
    String path = target.getPath().toLowerCase(Locale.ROOT).replaceFirst("^/+", "");
    if (!isPlain(path)) {
      throw new RefusedRequest("a link was not followed: its path can be read in several ways");
    }
    if (asksForKey(List.of(path.split("/")))) {
      throw new RefusedRequest("keylint never asks for a key: " + target.getPath());
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
        && port(endpoint) == port(target)
        && target.getRawUserInfo() == null;
  }

  /// A server may decode once more, merge slashes or follow dots; then it reads another path than
  /// the one that is checked here.
  private static boolean isPlain(String path) {
    return !path.contains("%")
        && !path.contains("\\")
        && !path.contains("//")
        && !("/" + path + "/").contains("/../")
        && !("/" + path + "/").contains("/./");
  }

  /// The paths of ARM are pairs of a type and a name. What stands in the place of a type and begins
  /// with `list` is no type but an action, and most of them answer with keys, whatever their name.
  private static boolean asksForKey(List<String> segments) {
    for (int i = 0; i < segments.size(); i += 2) {
      if (segments.get(i).startsWith("list")) {
        return true;
      }
    }
    return segments.stream().anyMatch(PUBLISHING::contains);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}
