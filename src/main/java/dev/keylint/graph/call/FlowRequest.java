package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import java.util.Locale;
import java.util.Optional;

/// Makes calls of the HTTP requests that flows describe.
final class FlowRequest {
  private final Endpoints endpoints;

  FlowRequest(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /// One request as it is written.
  ///
  /// @param owner the resource that sends it
  /// @param authentication the object with a `type`
  /// @param client which of several identities is used
  record Request(
      Optional<Resource> owner,
      Resource resource,
      Property url,
      Optional<Property> authentication,
      Optional<Property> audience,
      Optional<Property> client,
      Optional<Property> headers) {

    private CallSite call(Endpoint endpoint, Optional<Fact> audience, Credential credential) {
      ClientIds named = ClientIds.of(client.map(it -> new Fact(it.value(), it)));
      return new CallSite(
          owner, resource, Source.ACTION, endpoint, url, audience, credential, named);
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
    if (!endpoint.orElseThrow().service().isOurs()) {
      return Optional.empty();
    }
    Credential credential =
        request
            .headers
            .flatMap(FlowRequest::key)
            .map(Credential::key)
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

  private static Optional<Property> key(Property headers) {
    return Bodies.at(headers.value(), "api-key")
        .or(() -> Bodies.at(headers.value(), "Ocp-Apim-Subscription-Key"));
  }
}
