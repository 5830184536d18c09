package dev.keylint.live;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps the bytes of each page that a client reads: its models drop the properties that they do
/// not know.
///
/// It stands outside the retry policy, so a page counts once however often it was asked for. One
/// reading at a time.
final class PageTee extends HttpPipelineSyncPolicy {
  private final List<String> pages = new ArrayList<>();
  private Optional<String> apiVersion = Optional.empty();
  private int status;

  /// Forgets what was read before.
  void start() {
    pages.clear();
    apiVersion = Optional.empty();
    status = 0;
  }

  List<String> pages() {
    return List.copyOf(pages);
  }

  /// The api-version of the last request.
  Optional<String> apiVersion() {
    return apiVersion;
  }

  /// The status of the last answer; 0 when there was none.
  int status() {
    return status;
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext call) {
    String query = Optional.ofNullable(call.getHttpRequest().getUrl().getQuery()).orElse("");
    for (String part : query.split("&")) {
      if (part.startsWith("api-version=")) {
        apiVersion = Optional.of(part.substring("api-version=".length()));
      }
    }
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext call, HttpResponse response) {
    HttpResponse kept = response.buffer();
    status = kept.getStatusCode();
    if (status == 200) {
      BinaryData body = kept.getBodyAsBinaryData();
      pages.add(body == null ? "" : body.toString());
    }
    return kept;
  }
}
