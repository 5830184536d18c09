package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes calls of the HTTP requests that flows describe.
final class FlowRequest {
  private static final List<String> KEYS =
      List.of("api-key", "Ocp-Apim-Subscription-Key", "subscription-key");
  private static final Pattern IN_QUERY =
      Pattern.compile("[?&](api-key|subscription-key)=[^&\\s]", Pattern.CASE_INSENSITIVE);

  private final Endpoints endpoints;

  FlowRequest(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /// One request as it is written.
  ///
  /// @param source what kind of place it is written at
  /// @param owner the resource that sends it
  /// @param authentication the object with a `type`
  /// @param client which of several identities is used
  /// @param sent the headers, and what is put into the query of the URL
  record Request(
      Source source,
      Optional<Resource> owner,
      Resource resource,
      Property url,
      Optional<Property> authentication,
      Optional<Property> audience,
      Optional<Property> client,
      List<Property> sent) {
    Request {
      sent = List.copyOf(sent);
    }

    private CallSite call(Endpoint endpoint, Optional<Fact> audience, Credential credential) {
      ClientIds named = ClientIds.of(client.map(it -> new Fact(it.value(), it)));
      return new CallSite(owner, resource, source, endpoint, url, audience, credential, named);
    }
  }

  /// The call; empty when it goes to something else than AI or Search without a token for Azure, or
  /// when nothing says how it signs in and where it goes.
  Optional<CallSite> call(Request request) {
    Optional<Credential> identity = request.authentication.flatMap(FlowRequest::identity);
    boolean token = identity.isPresent() && request.audience.isPresent();
    Optional<Endpoint> endpoint =
        endpoints.read(request.url.value()).filter(it -> it.mayBeOurs() || token);
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    if (identity.isPresent()) {
      return Optional.of(
          request.call(
              endpoint.orElseThrow(),
              request.audience.flatMap(Audience::of),
              identity.orElseThrow()));
    }
    Optional<Credential> key = key(request).map(Credential::key);
    if (!endpoint.orElseThrow().service().isOurs() && key.isEmpty()) {
      return Optional.empty();
    }
    Credential credential =
        key.or(() -> request.authentication.flatMap(FlowRequest::otherToken))
            .orElseGet(() ->
                Credential.unknown(
                    Doubt.notStated("what the request signs in with", request.url.at()),
                    request.url));
    return Optional.of(request.call(endpoint.orElseThrow(), Optional.empty(), credential));
  }

  /// That the request signs in with a managed identity, by whichever name the service calls it.
  private static Optional<Credential> identity(Property authentication) {
    return Bodies.text(authentication.value(), "type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type ->
            type.equals("msi")
                || type.equals("managedserviceidentity")
                || type.equals("userassignedmanagedidentity"))
        .map(_ -> Credential.managedIdentity(authentication));
  }

  /// That it signs in as an application, with a secret of its own.
  private static Optional<Credential> otherToken(Property authentication) {
    return Bodies.text(authentication.value(), "type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type ->
            type.equals("activedirectoryoauth")
                || type.equals("serviceprincipal")
                || type.equals("aadserviceprincipal"))
        .map(_ -> Credential.otherToken(authentication));
  }

  /// The key that is sent, in a header or in the query; an empty one is none.
  private static Optional<Property> key(Request request) {
    return request.sent.stream()
        .flatMap(it -> KEYS.stream().flatMap(name -> Bodies.at(it.value(), name).stream()))
        .filter(it -> !(it.value() instanceof Value.Str(var text, _) && text.isBlank()))
        .findFirst()
        .or(() ->
            PartialText.of(request.url.value())
                .filter(it -> IN_QUERY.matcher(it.chars()).find())
                .map(_ -> request.url));
  }
}
