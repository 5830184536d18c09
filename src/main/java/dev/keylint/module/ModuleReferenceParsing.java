package dev.keylint.module;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two kinds of addresses, as strict as the Bicep CLI and the OCI distribution specification.
final class ModuleReferenceParsing {
  private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
  private static final String HOST = "(?:" + NAME + "|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
  private static final String SEGMENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?<host>"
              + HOST
              + ")/(?<repository>(?:"
              + SEGMENT
              + "/)*"
              + SEGMENT
              + ")(?::(?<tag>\\w[\\w.-]{0,127})|@(?<digest>sha256:[0-9a-f]{64}))");
  private static final Pattern TEMPLATE_SPEC =
      Pattern.compile("([\\w-]+)/(\\w[\\w.()-]*)/(\\w[\\w.()-]*):(\\w[\\w.-]*)");
  private static final int MAX_LENGTH = 255;

  private ModuleReferenceParsing() {}

  static ModuleReference registry(String address, String text) {
    Matcher matcher = REGISTRY.matcher(address);
    if (!matcher.matches()
        || matcher.group("host").length() > MAX_LENGTH
        || matcher.group("repository").length() > MAX_LENGTH) {
      return malformed(
          "`" + text + "` is no address of a module in a registry",
          "write `br:HOST/PATH:TAG` or `br:HOST/PATH@sha256:DIGEST`, the path in lower case");
    }
    Optional<String> digest = Optional.ofNullable(matcher.group("digest"));
    return new ModuleReference.Registry(
        matcher.group("host").toLowerCase(Locale.ROOT),
        matcher.group("repository"),
        digest.orElseGet(() -> matcher.group("tag")),
        digest.isPresent());
  }

  static ModuleReference templateSpec(String address, String text) {
    Matcher matcher = TEMPLATE_SPEC.matcher(address);
    return matcher.matches()
        ? new ModuleReference.TemplateSpec(
            matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4))
        : malformed(
            "`" + text + "` is no address of a template spec",
            "write `ts:SUBSCRIPTION/RESOURCE-GROUP/NAME:VERSION`");
  }

  private static ModuleReference.Malformed malformed(String message, String help) {
    return new ModuleReference.Malformed(message, Optional.of(help));
  }
}
