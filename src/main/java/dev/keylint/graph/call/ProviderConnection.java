package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A connection of a built-in connector of Logic Apps Standard: it calls the service itself, by a
/// key or as the app.
///
/// @param authentication as an HTTP action would say it; empty when a key is sent
/// @param client the user-assigned identity that is named
/// @param sent the key, as the header that carries it
record ProviderConnection(
    Property endpoint,
    Optional<Property> authentication,
    Optional<Property> client,
    List<Property> sent) {

  /// Reads one of connections.json; empty when it names no endpoint.
  static Optional<ProviderConnection> of(Property connection, FlowText texts) {
    Optional<Property> values = Bodies.at(connection.value(), "parameterValues");
    Optional<Property> endpoint = ending(values, "endpoint").map(texts::resolve);
    Optional<Property> provider = values.flatMap(it -> Bodies.at(it.value(), "authProvider"));
    boolean managed =
        Bodies.text(connection.value(), "parameterSetName")
            .filter(it -> it.equalsIgnoreCase("ManagedServiceIdentity"))
            .isPresent();
    Optional<Property> own =
        provider
            .filter(it -> Bodies.text(it.value(), "type").isPresent())
            .or(() ->
                Optional.of(connection)
                    .filter(_ -> managed)
                    .map(ProviderConnection::asAuthentication));
    List<Property> key =
        own.isPresent()
            ? List.of()
            : ending(values, "key").map(ProviderConnection::asHeader).stream().toList();
    return endpoint.map(it ->
        new ProviderConnection(
            it, own, provider.flatMap(by -> Bodies.at(by.value(), "identity")), key));
  }

  /// The call that an action makes by it; the connector asks for the right audience by itself. A
  /// key stands in a setting of the app then, and in no action.
  FlowRequest.Request request(Optional<Resource> caller, Resource workflow) {
    return new FlowRequest.Request(
        Source.SETTING, caller, workflow, endpoint, authentication, Optional.empty(), client, sent);
  }

  private static Optional<Property> ending(Optional<Property> values, String end) {
    return values.stream()
        .flatMap(it -> Bodies.members(it.value()).stream())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).endsWith(end))
        .filter(
            it -> PartialText.of(it.value()).filter(text -> !text.chars().isBlank()).isPresent())
        .findFirst();
  }

  private static Property asAuthentication(Property connection) {
    Origin origin = Origin.at(connection.at());
    Value type = new Value.Str("ManagedServiceIdentity", origin);
    return object(connection, new Property("type", connection.at(), type));
  }

  private static Property asHeader(Property key) {
    return object(key, new Property("api-key", key.at(), key.value()));
  }

  private static Property object(Property at, Property member) {
    return at.with(new Value.Obj(Properties.of(List.of(member)), Origin.at(at.at())));
  }
}
