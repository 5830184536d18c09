package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.value.Property;
import java.util.Locale;
import java.util.Optional;

/// Makes calls of the HTTP requests that flows describe.
final class FlowRequest {
  private final Endpoints endpoints;
  private final CallMaker maker;

  FlowRequest(Endpoints endpoints, CallMaker maker) {
    this.endpoints = endpoints;
    this.maker = maker;
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
      Optional<Property> headers) {}

  /// The call; empty when it goes to something else than AI or Search, or when nothing says how it
  /// signs in and where it goes.
  Optional<Call> call(Request request) {
    Optional<Endpoint> endpoint =
        endpoints.read(request.url.value()).filter(it -> it.service() != Service.OTHER);
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    CallMaker.Draft draft =
        maker.draft(request.owner, request.resource, endpoint.orElseThrow(), request.url);
    Optional<Fact> client = request.client.map(it -> new Fact(it.value(), it));
    Optional<Fact> identity = request.authentication.flatMap(FlowRequest::identity);
    if (identity.isPresent()) {
      return Optional.of(
          draft.call(request.audience.flatMap(Audience::of), identity.orElseThrow(), client));
    }
    if (!endpoint.orElseThrow().service().isOurs()) {
      return Optional.empty();
    }
    Fact credential =
        request
            .headers
            .flatMap(FlowRequest::key)
            .map(CallMaker::key)
            .orElseGet(() ->
                new Fact(
                    Doubt.unsupported("credential of a request", request.url.at()), request.url));
    return Optional.of(draft.call(Optional.empty(), credential, client));
  }

  /// That the request signs in with a managed identity, by whichever name the service calls it.
  private static Optional<Fact> identity(Property authentication) {
    return Members.text(authentication.value(), "type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type ->
            type.equals("msi")
                || type.equals("managedserviceidentity")
                || type.equals("userassignedmanagedidentity"))
        .map(_ -> CallMaker.managedIdentity(authentication));
  }

  private static Optional<Property> key(Property headers) {
    return Members.at(headers.value(), "api-key")
        .or(() -> Members.at(headers.value(), "Ocp-Apim-Subscription-Key"));
  }
}
