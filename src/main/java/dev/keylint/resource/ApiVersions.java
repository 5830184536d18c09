package dev.keylint.resource;

import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Since which api-version a resource type has a property: Azure ignores what an older one does not
/// know.
///
/// Listed are those that rules ask for and that came later than the type.
public final class ApiVersions {
  /// By type in lower case: names below `properties`, and the first version.
  private static final Map<String, List<Since>> SINCE =
      Map.of(
          "microsoft.cognitiveservices/accounts",
          List.of(
              new Since("disableLocalAuth", "2021-04-30"),
              new Since("restrictOutboundNetworkAccess", "2021-04-30"),
              new Since("allowProjectManagement", "2025-04-01-preview")),
          "microsoft.search/searchservices",
          List.of(
              new Since("disableLocalAuth", "2021-04-01-preview"),
              new Since("authOptions", "2021-04-01-preview")));

  private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[\\w.-]+)?");

  /// Characters of a date.
  private static final int DATE = 10;

  private ApiVersions() {}

  /// A property, and the first api-version that has it.
  private record Since(String property, String version) {}

  /// A property that Azure ignores.
  ///
  /// @param since the first api-version that has it
  public record Ignored(Property written, String since) {}

  /// Whether it depends on the api-version of a resource what Azure reads of it.
  public static boolean matter(ResourceType type) {
    return SINCE.containsKey(type.key());
  }

  /// A version that has a property, for a resource whose own one lacks it: the newest stable one
  /// that keylint was written for.
  ///
  /// @param property its name below `properties`
  public static Optional<String> newer(Resource resource, String property) {
    String type = resource.type().key();
    return SINCE.getOrDefault(type, List.of()).stream()
        .filter(it -> it.property().equalsIgnoreCase(property))
        .filter(it -> isVersion(resource.apiVersion()))
        .filter(it -> isBefore(resource.apiVersion(), it.version()))
        .findFirst()
        .map(_ -> type.startsWith("microsoft.search/") ? "2025-05-01" : "2025-06-01");
  }

  /// The properties that a resource sets although its api-version lacks them.
  public static List<Ignored> ignored(Resource resource) {
    List<Since> added = SINCE.getOrDefault(resource.type().key(), List.of());
    if (added.isEmpty()) {
      return List.of();
    }
    List<Since> later =
        added.stream().filter(it -> isBefore(resource.apiVersion(), it.version())).toList();
    if (later.isEmpty() || !isVersion(resource.apiVersion())) {
      return List.of();
    }
    List<Ignored> ignored = new ArrayList<>();
    for (Since since : later) {
      properties(resource)
          .property(since.property())
          .filter(properties(resource).entries()::contains)
          .ifPresent(it -> ignored.add(new Ignored(it, since.version())));
    }
    return ignored;
  }

  /// The body as Azure reads it: without what its api-version lacks.
  public static Properties effective(Resource resource) {
    Properties body = resource.body().properties();
    List<String> ignored = ignored(resource).stream().map(it -> it.written().name()).toList();
    if (ignored.isEmpty()) {
      return body;
    }
    Properties all = properties(resource);
    List<Property> kept =
        all.entries().stream()
            .filter(it -> ignored.stream().noneMatch(it.name()::equalsIgnoreCase))
            .toList();
    return Properties.of(
        body.entries().stream()
            .map(it ->
                it.name().equalsIgnoreCase("properties")
                    ? it.with(new Value.Obj(Properties.of(kept, all.unread()), it.value().origin()))
                    : it)
            .toList(),
        body.unread());
  }

  private static Properties properties(Resource resource) {
    Optional<Value> properties = resource.properties();
    return properties.isPresent() && properties.orElseThrow() instanceof Value.Obj(var all, _)
        ? all
        : Properties.EMPTY;
  }

  /// Whether a text is the date of an api-version, perhaps with the word for a preview.
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches() && isDate(text.substring(0, DATE));
  }

  private static boolean isDate(String text) {
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = Integer.parseInt(text, 5, 7, 10);
    int day = Integer.parseInt(text, 8, DATE, 10);
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  /// Of one date the preview comes before the version itself.
  private static boolean isBefore(String one, String other) {
    int byDate = date(one).compareTo(date(other));
    return byDate < 0 || (byDate == 0 && one.length() > DATE && other.length() == DATE);
  }

  private static String date(String version) {
    return version.substring(0, Math.min(DATE, version.length()));
  }
}
