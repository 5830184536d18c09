package dev.keylint.graph.call;

import dev.keylint.value.PartialText;
import java.util.Optional;
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
  /// A host name that a resource of the estate goes by, which may pass calls on to anything.
  OWN,
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

  /// The suffix in a cloud, with its dot; that of the public cloud where the service has none.
  String suffix(Cloud cloud) {
    String suffix = own(cloud);
    return suffix.isEmpty() ? publicCloud : suffix;
  }

  private String own(Cloud cloud) {
    return switch (cloud) {
      case PUBLIC -> publicCloud;
      case GOVERNMENT -> governmentCloud;
      case CHINA -> chinaCloud;
    };
  }

  /// Whether it is one of the services we look at.
  boolean isOurs() {
    return this != OWN && this != OTHER && this != OPEN;
  }

  /// The cloud that a host of this service is in.
  Optional<Cloud> cloud(PartialText host) {
    return Stream.of(Cloud.values()).filter(cloud -> isOf(host, own(cloud))).findFirst();
  }

  private static boolean isOf(PartialText host, String suffix) {
    return !suffix.isEmpty()
        && host.tail().endsWith(suffix)
        && host.chars().length() > suffix.length();
  }

  /// The service of a host, which is in lower case.
  public static Service of(PartialText host) {
    boolean open = false;
    for (Service service : values()) {
      if (service.cloud(host).isPresent()) {
        return service;
      }
      open |=
          !host.isKnown()
              && Stream.of(Cloud.values())
                  .map(service::own)
                  .anyMatch(suffix -> !suffix.isEmpty() && suffix.endsWith(host.tail()));
    }
    return open ? OPEN : OTHER;
  }
}
