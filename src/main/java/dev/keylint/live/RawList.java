package dev.keylint.live;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A list of ARM read without a typed client: page after page, as long as there is a `nextLink`.
final class RawList {
  private RawList() {}

  /// Reads a list to its end; the tee of the connection keeps the pages.
  static void read(ArmConnection arm, String pathAndQuery) {
    Set<String> seen = new HashSet<>();
    Optional<String> next = Optional.of(arm.endpoint().resolve(pathAndQuery).toString());
    while (next.isPresent() && seen.add(next.orElseThrow())) {
      get(arm, next.orElseThrow());
      next = nextLink(arm.tee().pages());
    }
  }

  private static void get(ArmConnection arm, String url) {
    HttpRequest request = new HttpRequest(HttpMethod.GET, URI.create(url).toString());
    try (HttpResponse response = arm.pipeline().sendSync(request, Context.NONE)) {
      if (response.getStatusCode() != 200) {
        throw new HttpResponseException("status " + response.getStatusCode(), response);
      }
    }
  }

  private static Optional<String> nextLink(List<String> pages) {
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    return JsonReader.read(Source.of("page", pages.getLast()))
        .object()
        .flatMap(page -> nextLink(page));
  }

  private static Optional<String> nextLink(JsonObject page) {
    return page.text("nextLink").filter(link -> !link.isBlank());
  }
}
