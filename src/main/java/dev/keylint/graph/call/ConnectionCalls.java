package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The calls that the connections of accounts, projects and machine learning workspaces stand for.
final class ConnectionCalls {
  private static final Set<String> TYPES =
      Set.of(
          "microsoft.cognitiveservices/accounts/connections",
          "microsoft.cognitiveservices/accounts/projects/connections",
          "microsoft.machinelearningservices/workspaces/connections");
  private static final Set<String> KEYS =
      Set.of("apikey", "accountkey", "accesskey", "sas", "customkeys", "pat", "usernamepassword");

  private final ResourceIndex index;
  private final Endpoints endpoints;

  ConnectionCalls(ResourceIndex index, Endpoints endpoints) {
    this.index = index;
    this.endpoints = endpoints;
  }

  /// Whether calls are read from resources of a type, in lower case.
  static boolean reads(String type) {
    return TYPES.contains(type);
  }

  List<CallSite> all() {
    List<CallSite> calls = new ArrayList<>();
    for (Resource resource : index.all()) {
      if (TYPES.contains(resource.type().key()) && !resource.existing()) {
        call(resource).ifPresent(calls::add);
      }
    }
    return calls;
  }

  private Optional<CallSite> call(Resource connection) {
    Optional<Property> url = Bodies.at(connection, "properties", "target");
    Optional<Property> id = Bodies.at(connection, "properties", "metadata", "ResourceId");
    Optional<Endpoint> named = id.flatMap(it -> endpoints.ofResource(it.value()));
    Optional<Endpoint> read =
        url.flatMap(it -> endpoints.ofResource(it.value()).or(() -> endpoints.read(it.value())))
            .map(it ->
                named.isPresent() && it.target().isEmpty()
                    ? it.to(named.orElseThrow().target())
                    : it)
            .filter(it -> it.service().isOurs() || it.target().isPresent());
    Optional<Endpoint> endpoint = read.or(() -> named);
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    Property evidence = url.or(() -> id).orElseThrow();
    Optional<Resource> owner = index.parent(connection, 1);
    return Optional.of(
        new CallSite(
            owner,
            connection,
            Source.CONNECTION,
            endpoint.orElseThrow(),
            evidence,
            Bodies.at(connection, "properties", "audience").flatMap(Audience::of),
            credential(connection, evidence),
            ClientIds.NONE));
  }

  private static Credential credential(Resource connection, Property evidence) {
    Optional<Property> type = Bodies.at(connection, "properties", "authType");
    if (type.isEmpty()) {
      return Credential.unknown(
          Doubt.notStated("what a connection without `authType` signs in with", evidence.at()),
          evidence);
    }
    Property at = type.orElseThrow();
    if (!(at.value() instanceof Value.Str(var text, _))) {
      return Credential.unknown(Doubt.because(at.value()), at);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (KEYS.contains(lower)) {
      return Credential.key(at);
    }
    if (lower.contains("managedidentity")) {
      return Credential.managedIdentity(at);
    }
    return lower.equals("aad")
        ? new Credential.Own(at)
        : Credential.unknown(
            Doubt.unsupported("a connection of `authType` `" + text + "`", at.at()), at);
  }
}
