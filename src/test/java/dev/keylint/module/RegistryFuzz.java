package dev.keylint.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What a registry answers: a manifest, a challenge for a token, an address to go to.
public final class RegistryFuzz {
  private static final long MAX_BYTES = 1 << 20;

  private RegistryFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    manifest(input);
    Challenge.bearer(List.of(text)).ifPresent(RegistryFuzz::challenge);
    ContentDigest.parse(text);
    address(text);
    RegistryAddress far = new RegistryAddress("registry.example");
    parsed(text).flatMap(far::allowed).ifPresent(RegistryFuzz::checkFar);
  }

  private static void manifest(byte[] input) {
    try {
      Manifest manifest = Manifest.read(input, MAX_BYTES);
      if (manifest.template().size() > MAX_BYTES) {
        throw new AssertionError("a layer larger than allowed");
      }
    } catch (RestoreFailed _) {
      // It says what is wrong with the manifest.
    }
  }

  private static void challenge(Challenge challenge) {
    try {
      challenge.address("a/b");
    } catch (URISyntaxException _) {
      // The realm is no address.
    }
  }

  private static void address(String host) {
    RegistryAddress address = new RegistryAddress(host);
    try {
      URI uri = address.api("a/b/manifests/1");
      if (address.isUsable() && !uri.getRawAuthority().equals(host)) {
        throw new AssertionError(host + " leads to " + uri);
      }
    } catch (RestoreFailed _) {
      // It is no host that can be asked.
    }
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static void checkFar(URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme())
        || "localhost".equalsIgnoreCase(uri.getHost())
        || uri.getRawUserInfo() != null) {
      throw new AssertionError("a far registry leads to " + uri);
    }
  }
}
