package dev.keylint.module;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// The talk with a registry about one module, by the OCI distribution protocol, without an account.
///
/// Not for several threads.
final class RegistrySession {
  private static final String MANIFESTS =
      "application/vnd.oci.image.manifest.v1+json,"
          + " application/vnd.docker.distribution.manifest.v2+json";
  private static final long MAX_MANIFEST_BYTES = 4 << 20;
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,65536}");
  private static final String PRIVATE =
      "sign in and run `az bicep restore --file FILE`, which fills the same cache, or name a"
          + " folder that holds it with `--registry-dir`";

  private final RegistryHttp http;
  private final RegistryLimits limits;
  private final ModuleReference.Registry module;
  private final RegistryAddress address;
  private Optional<String> token = Optional.empty();

  RegistrySession(RegistryHttp http, RegistryLimits limits, ModuleReference.Registry module) {
    this.http = http;
    this.limits = limits;
    this.module = module;
    this.address = new RegistryAddress(module.host());
  }

  /// A module as its registry holds it, with all digests and sizes checked.
  @SuppressWarnings("ArrayRecordComponent") // handed on to be written, never compared
  record Artifact(
      byte[] manifest, ContentDigest digest, byte[] template, Optional<byte[]> sources) {}

  /// Fetches the module.
  ///
  /// @throws RestoreFailed when it is not to be had, or is not what it should be
  Artifact fetch() throws RestoreFailed {
    HttpResponse<byte[]> answer =
        get("manifests/" + module.version(), MANIFESTS, MAX_MANIFEST_BYTES);
    byte[] manifest = answer.body();
    if (module.isDigest() && !new ContentDigest(module.version()).matches(manifest)) {
      throw new RestoreFailed(
          "`" + module.host() + "` sends another manifest than the one with this digest");
    }
    Optional<String> claimed = answer.headers().firstValue("Docker-Content-Digest");
    if (claimed.isPresent()
        && claimed.flatMap(ContentDigest::parse).filter(it -> it.matches(manifest)).isEmpty()) {
      throw new RestoreFailed("the manifest does not have the digest that comes with it");
    }
    Manifest parts = Manifest.read(manifest, limits.bytes());
    byte[] template = blob(parts.template());
    Optional<byte[]> sources = Optional.empty();
    if (parts.sources().isPresent()) {
      sources = Optional.of(blob(parts.sources().orElseThrow()));
    }
    return new Artifact(manifest, ContentDigest.sha256(manifest), template, sources);
  }

  private byte[] blob(Manifest.Layer layer) throws RestoreFailed {
    byte[] bytes = get("blobs/" + layer.digest().text(), "*/*", layer.size()).body();
    if (bytes.length != layer.size()) {
      throw new RestoreFailed(
          "a layer has " + bytes.length + " bytes, its manifest says " + layer.size());
    }
    if (!layer.digest().matches(bytes)) {
      throw new RestoreFailed(
          "a layer does not have the digest that its manifest says: it has been altered");
    }
    return bytes;
  }

  private HttpResponse<byte[]> get(String path, String accept, long maxBytes) throws RestoreFailed {
    URI uri = address.api(module.repository() + "/" + path);
    HttpResponse<byte[]> answer = ask(uri, accept, maxBytes);
    if (answer.statusCode() == 401) {
      token = Optional.of(anonymousToken(answer));
      answer = ask(uri, accept, maxBytes);
    }
    return switch (answer.statusCode()) {
      case 200 -> answer;
      case 401, 403 ->
          throw new RestoreFailed(
              "`" + module.host() + "` refuses readers without an account", PRIVATE);
      case 404 ->
          throw new RestoreFailed(
              "`" + module.host() + "` has no such module or version",
              "check the reference; some registries also say so of what needs a sign-in");
      case 429 -> throw new RestoreFailed("`" + module.host() + "` is busy", "try again later");
      default ->
          throw new RestoreFailed(
              "`" + module.host() + "` answers with HTTP status " + answer.statusCode());
    };
  }

  private HttpResponse<byte[]> ask(URI uri, String accept, long maxBytes) throws RestoreFailed {
    // Error pages are larger than small modules are.
    long most = Math.max(maxBytes, 1 << 20);
    return http.get(address, new RegistryHttp.Ask(uri, accept, token, most));
  }

  private String anonymousToken(HttpResponse<byte[]> refusal) throws RestoreFailed {
    Challenge challenge =
        Challenge.bearer(refusal.headers().allValues("WWW-Authenticate"))
            .orElseThrow(() ->
                new RestoreFailed("`" + module.host() + "` wants a name and password", PRIVATE));
    URI realm = realm(challenge);
    HttpResponse<byte[]> answer =
        http.get(
            address, new RegistryHttp.Ask(realm, "application/json", Optional.empty(), 1 << 20));
    if (answer.statusCode() != 200) {
      throw new RestoreFailed(
          "`"
              + module.host()
              + "` gives no token to readers without an account (HTTP status "
              + answer.statusCode()
              + ")",
          PRIVATE);
    }
    Optional<JsonObject> body =
        JsonReader.read(Source.of("token", new String(answer.body(), StandardCharsets.UTF_8)))
            .object();
    return body.flatMap(object -> object.text("token"))
        .filter(text -> !text.isEmpty())
        .or(() -> body.flatMap(object -> object.text("access_token")))
        .filter(text -> TOKEN.matcher(text).matches())
        .orElseThrow(
            () -> new RestoreFailed("the token service of `" + module.host() + "` sends no token"));
  }

  private URI realm(Challenge challenge) throws RestoreFailed {
    try {
      URI realm = challenge.address(module.repository());
      return address
          .allowed(realm)
          .orElseThrow(() ->
              new RestoreFailed(
                  "`"
                      + module.host()
                      + "` wants a token from "
                      + RestoreFailed.quoted(challenge.realm())
                      + ", which keylint does not ask"));
    } catch (URISyntaxException _) {
      throw new RestoreFailed("the token service of `" + module.host() + "` has no address");
    }
  }
}
