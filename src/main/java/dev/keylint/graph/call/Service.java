package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import java.util.List;
import java.util.stream.Stream;

/// What a host name stands for, by its end.
///
/// China's names for Azure OpenAI and Search, and the US government's for Search, are known from
/// the community only.
public enum Service {
  OPENAI(".openai.azure.com", ".openai.azure.us", ".openai.azure.cn"),
  AI_SERVICES(
      ".cognitiveservices.azure.com", ".cognitiveservices.azure.us", ".cognitiveservices.azure.cn"),
  FOUNDRY(".services.ai.azure.com", ".services.ai.azure.us", ""),
  SEARCH(".search.windows.net", ".search.azure.us", ".search.azure.cn"),
  /// The shared endpoint of a region, which takes keys only.
  REGIONAL(
      ".api.cognitive.microsoft.com", ".api.cognitive.microsoft.us", ".api.cognitive.azure.cn"),
  /// A host of something else.
  OTHER,
  /// A host whose end is not known.
  OPEN;

  private final String publicCloud;
  private final String governmentCloud;
  private final String chinaCloud;

  Service() {
    this("", "", "");
  }

  Service(String publicCloud, String governmentCloud, String chinaCloud) {
    this.publicCloud = publicCloud;
    this.governmentCloud = governmentCloud;
    this.chinaCloud = chinaCloud;
  }

  /// The suffix in the public cloud, with its dot.
  String suffix() {
    return publicCloud;
  }

  private List<String> suffixes() {
    return Stream.of(publicCloud, governmentCloud, chinaCloud)
        .filter(suffix -> !suffix.isEmpty())
        .toList();
  }

  /// Whether it is one of the services we look at.
  boolean isOurs() {
    return this != OTHER && this != OPEN;
  }

  /// The service of a host, which is in lower case.
  public static Service of(PartialText host) {
    String tail = host.tail();
    boolean open = false;
    for (Service service : values()) {
      for (String suffix : service.suffixes()) {
        if (tail.endsWith(suffix) && host.chars().length() > suffix.length()) {
          return service;
        }
        open |= !host.isKnown() && suffix.endsWith(tail);
      }
    }
    return open ? OPEN : OTHER;
  }
}
