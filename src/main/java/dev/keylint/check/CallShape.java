package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.EffectiveIdentity;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Audience;
import dev.keylint.graph.call.ClientIds;
import dev.keylint.graph.call.Endpoint;
import dev.keylint.graph.call.Fact;
import dev.keylint.graph.call.NamedFor;
import dev.keylint.graph.call.Source;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What rules may read of a call.
final class CallShape {
  private static final String MODELS = "Microsoft.CognitiveServices/accounts/deployments";

  static final Shape<InGraph<Call>> SHAPE =
      new Shape<>(
          "call",
          List.of(
              new Shape.Field<>(
                  "service",
                  FieldType.STRING,
                  "what kind of service the host is: openai, aiservices, project or models (of"
                      + " Foundry), search, regional (the shared address of a region) or other",
                  (call, tell) ->
                      tell.value(
                          "service", endpoint(call, tell).serviceName(), call.it().host().at())),
              new Shape.Field<>(
                  "cloud",
                  FieldType.STRING,
                  "public, government or china, by the host's end or the region of what it belongs"
                      + " to; may be absent",
                  CallShape::cloud),
              new Shape.Field<>(
                  "source",
                  FieldType.STRING,
                  "where it is written: setting, connection, action (of a flow), policy, backend,"
                      + " onYourData (the account calls), searchObject (the Search service calls)"
                      + " or unread (a policy that could not be read)",
                  (call, tell) -> word("source", call.it().source().word(), call, tell)),
              new Shape.Field<>(
                  "setting",
                  FieldType.STRING,
                  "the name of the setting that holds the endpoint; may be absent",
                  (call, tell) -> setting(call.it(), tell)),
              new Shape.Field<>(
                  "namedFor",
                  FieldType.STRING,
                  "what the name of the setting speaks of, where the host does not tell: account,"
                      + " foundry or search; may be absent",
                  (call, tell) ->
                      setting(call.it())
                          .flatMap(it -> NamedFor.of(it.name(), endpoint(call, tell)))
                          .flatMap(it ->
                              tell.value(
                                  "namedFor",
                                  ApartFromName.text(it, call.it()),
                                  call.it().host().at()))),
              new Shape.Field<>(
                  "url",
                  FieldType.STRING,
                  "the endpoint in full, in lower case; absent where a module or Azure gives it",
                  (call, tell) ->
                      endpoint(call, tell)
                          .written()
                          .flatMap(it ->
                              tell.value(
                                  "url",
                                  ApartFromName.value(it.value(), call.it()),
                                  call.it().host().at()))),
              new Shape.Field<>(
                  "isWritten",
                  FieldType.BOOL,
                  "whether anything of the endpoint is written, more than the name of a parameter",
                  (call, tell) ->
                      tell.answered(
                          "isWritten",
                          Answer.of(call.it().endpoint().isWritten()),
                          call.it().host().at())),
              new Shape.Field<>(
                  "hasQuery",
                  FieldType.BOOL,
                  "whether the endpoint has a query",
                  (call, tell) ->
                      tell.answered(
                          "hasQuery",
                          Answer.of(endpoint(call, tell).hasQuery()),
                          call.it().host().at())),
              new Shape.Field<>(
                  "isInPrivateZone",
                  FieldType.BOOL,
                  "whether the host is a name of a private zone (*.privatelink.*)",
                  (call, tell) ->
                      tell.answered(
                          "isInPrivateZone",
                          Answer.of(endpoint(call, tell).isInPrivateZone()),
                          call.it().host().at())),
              new Shape.Field<>(
                  "host",
                  FieldType.STRING,
                  "the host name in lower case",
                  (call, tell) -> part("host", call, call.it().host(), Endpoint::host, tell)),
              new Shape.Field<>(
                  "written",
                  FieldType.STRING,
                  "host and path as far as they are written, to be shown; absent where that is no"
                      + " more than the name of a parameter",
                  (call, tell) ->
                      endpoint(call, tell)
                          .shown()
                          .flatMap(it -> tell.value("written", it, call.it().host().at()))),
              new Shape.Field<>(
                  "path",
                  FieldType.STRING,
                  "the path of the URL, at least /",
                  (call, tell) -> part("path", call, call.it().path(), Endpoint::path, tell)),
              new Shape.Field<>(
                  "audience",
                  FieldType.STRING,
                  "what the token is asked for, without /.default and slash at the end; may be"
                      + " absent",
                  (call, tell) -> call.it().audience().flatMap(it -> tell.fact("audience", it))),
              new Shape.Field<>(
                  "scope",
                  FieldType.STRING,
                  "the audience as it is written, in lower case; may be absent",
                  (call, tell) -> call.it().audience().flatMap(it -> scope(it, tell))),
              new Shape.Field<>(
                  "scopeForm",
                  FieldType.STRING,
                  "what is asked for there: resource (an audience alone) or scope (with /.default);"
                      + " may be absent",
                  (call, tell) -> scopeForm(call.it(), tell)),
              new Shape.Field<>(
                  "credential",
                  FieldType.STRING,
                  "managed-identity, identity (some other token) or key",
                  (call, tell) -> tell.fact("credential", call.it().credential())),
              new Shape.Field<>(
                  "keyInVault",
                  FieldType.BOOL,
                  "whether Data Factory takes the key from a Key Vault when it calls",
                  (call, tell) ->
                      tell.answered(
                          "keyInVault",
                          Answer.of(isInVault(call.it().credential().evidence().value())),
                          call.it().credential().at())),
              new Shape.Field<>(
                  "clientId",
                  FieldType.STRING,
                  "which of the identities is asked for, empty when the setting for it is; may be"
                      + " absent",
                  (call, tell) -> call.it().clientId().flatMap(it -> tell.fact("clientId", it))),
              new Shape.Field<>(
                  "clientIdIsEmpty",
                  FieldType.BOOL,
                  "whether the client id is set to an empty text; false when it is not set",
                  (call, tell) -> clientIdIsEmpty(call.it(), tell)),
              new Shape.Field<>(
                  "askedIdentity",
                  new FieldType.Of("identity"),
                  "the identity that the client id names, attached to the caller or not; may be"
                      + " absent",
                  CallShape::askedIdentity),
              new Shape.Field<>(
                  "settings",
                  new FieldType.Of("settings"),
                  "what the same process of the caller is set to; absent for a call that no setting"
                      + " says",
                  (call, tell) ->
                      call.it()
                          .settings()
                          .flatMap(it ->
                              tell.struct("settings", SettingsShape.SHAPE, it, call.it().at()))),
              new Shape.Field<>(
                  "identity",
                  new FieldType.Of("identity"),
                  "the identity that signs in; absent when a key is sent or Azure gives no token",
                  CallShape::identity),
              new Shape.Field<>(
                  "otherIdentities",
                  FieldType.list(new FieldType.Of("identity")),
                  "what else the caller could sign in as; none unless it is known what it does sign"
                      + " in as",
                  CallShape::otherIdentities),
              new Shape.Field<>(
                  "hasOtherIdentity",
                  FieldType.BOOL,
                  "whether one of these is known",
                  (call, tell) ->
                      tell.answered(
                          "hasOtherIdentity",
                          Answer.of(!CallIdentities.others(call).isEmpty()),
                          call.it().credential().at())),
              new Shape.Field<>(
                  "target",
                  new FieldType.Of("target"),
                  "the service called, when it is one of the estate; may be absent",
                  CallShape::target),
              new Shape.Field<>(
                  "modelFormats",
                  FieldType.list(FieldType.STRING),
                  "whose models the service is given to serve, such as OpenAI: the formats of the"
                      + " model deployments that are declared for it",
                  CallShape::modelFormats),
              new Shape.Field<>(
                  "roles",
                  FieldType.list(new FieldType.Of("role")),
                  "the roles that the identity certainly has on the target",
                  CallIdentities::roles),
              new Shape.Field<>(
                  "resource",
                  FieldType.DYN,
                  "the body of the resource that it is written in",
                  (call, tell) -> tell.body(call.it().resource())),
              new Shape.Field<>(
                  "purpose",
                  FieldType.STRING,
                  "what it is for: inference, agents, search or other",
                  (call, tell) -> word("purpose", call.it().purpose().word(), call, tell)),
              new Shape.Field<>(
                  "repeated",
                  FieldType.BOOL,
                  "whether an earlier call has the same caller, identity, target and purpose",
                  (call, tell) ->
                      tell.answered("repeated", Answer.of(call.it().repeated()), call.it().at())),
              new Shape.Field<>(
                  "workload",
                  new FieldType.Of("workload"),
                  "the resource that calls; may be absent",
                  CallShape::workload),
              new Shape.Field<>(
                  "caller",
                  FieldType.STRING,
                  "the name of the resource that calls; may be absent",
                  (call, tell) ->
                      caller(call.it()).flatMap(it -> tell.value("caller", it, call.it().at())))),
          List.of(
              new Shape.Question<>(
                  "can",
                  List.of(FieldType.STRING),
                  "whether the identity that signs in has this action on the service called",
                  (call, arguments, tell) -> CallRights.can(call, arguments.text(0), tell)),
              new Shape.Question<>(
                  "canData",
                  List.of(FieldType.STRING),
                  "whether the identity that signs in has this data action on the service called",
                  (call, arguments, tell) -> CallRights.canData(call, arguments.text(0), tell))));

  private CallShape() {}

  private static boolean isInVault(Value key) {
    return Bodies.text(key, "type").filter("AzureKeyVaultSecret"::equalsIgnoreCase).isPresent();
  }

  /// Where the call goes, with the choice that is tried out.
  private static Endpoint endpoint(InGraph<Call> call, Telling tell) {
    return call.it().endpoint().with(it -> tell.facts().chosen(it));
  }

  private static Optional<Result> word(String name, String word, InGraph<Call> call, Telling tell) {
    return tell.value(name, ApartFromName.text(word, call.it()), call.it().at());
  }

  /// A part of the endpoint, whatever the service is called.
  private static Optional<Result> part(
      String name,
      InGraph<Call> call,
      Fact fact,
      Function<Endpoint, PartialText> part,
      Telling tell) {
    Value value =
        fact.value() instanceof Value.Unknown
            ? part.apply(endpoint(call, tell)).value()
            : fact.value();
    return tell.value(name, ApartFromName.value(value, call.it()), fact.at());
  }

  private static Optional<Result> cloud(InGraph<Call> call, Telling tell) {
    return endpoint(call, tell)
        .cloudName(call.it().audience())
        .flatMap(it ->
            it instanceof Value.Unknown one
                ? tell.perhaps("cloud", one, call.it().host().at())
                : tell.value("cloud", it, call.it().host().at()));
  }

  private static Optional<Result> setting(Call call, Telling tell) {
    return setting(call)
        .flatMap(it -> tell.value("setting", ApartFromName.name(it, call), call.host().at()));
  }

  private static Optional<Property> setting(Call call) {
    return Optional.of(call)
        .filter(it -> it.source() == Source.SETTING)
        .map(it -> it.host().evidence());
  }

  private static Optional<Result> scope(Fact audience, Telling tell) {
    Value written = audience.evidence().value();
    Value lower = PartialText.of(written).map(it -> it.lower().value()).orElse(written);
    return tell.value("scope", lower, audience.at());
  }

  private static Optional<Result> scopeForm(Call call, Telling tell) {
    return call.audience()
        .flatMap(it -> Audience.form(call.source(), it))
        .flatMap(it -> tell.value("scopeForm", ApartFromName.text(it, call), call.at()));
  }

  private static Optional<Result> clientIdIsEmpty(Call call, Telling tell) {
    Answer empty = call.clientId().map(it -> ClientIds.isEmpty(it.value())).orElseGet(Answer::no);
    return tell.answered("clientIdIsEmpty", empty, CallIdentities.identityAt(call));
  }

  private static Optional<Result> askedIdentity(InGraph<Call> call, Telling tell) {
    return call.it()
        .clientId()
        .flatMap(it -> call.graph().named(it.value()))
        .flatMap(it ->
            tell.struct(
                "askedIdentity",
                IdentityShape.SHAPE,
                call.other(it),
                CallIdentities.identityAt(call.it())));
  }

  private static Optional<Result> identity(InGraph<Call> call, Telling tell) {
    Location at = CallIdentities.identityAt(call.it());
    return switch (call.it().identity()) {
      case EffectiveIdentity.Known(Identity identity) ->
          tell.struct(
              "identity",
              IdentityShape.SHAPE,
              call.other(identity),
              Origin.at(at).decidedBy(SignInVariables.of(call.it())));
      case EffectiveIdentity.None() -> Optional.empty();
      case EffectiveIdentity.Open(Value.Unknown because) -> tell.perhaps("identity", because, at);
    };
  }

  private static Optional<Result> otherIdentities(InGraph<Call> call, Telling tell) {
    Location at = call.it().credential().at();
    return tell.structs(
        "otherIdentities",
        IdentityShape.SHAPE,
        CallIdentities.others(call),
        CallIdentities.caller(call).flatMap(Workload::moreIdentities),
        at);
  }

  /// The environment variables by which the service is deployed decided that it is called.
  private static Optional<Result> target(InGraph<Call> call, Telling tell) {
    Origin at = Origin.at(call.it().at());
    return call.it()
        .target()
        .flatMap(
            it -> tell.struct("target", TargetShape.SHAPE, it, at.decidedBy(it.byVariables())));
  }

  private static Optional<Result> modelFormats(InGraph<Call> call, Telling tell) {
    Location at = call.it().host().at();
    List<Value> formats =
        call.it().target().stream()
            .flatMap(it -> call.graph().parts(it, MODELS).stream())
            .<Value>map(it ->
                Bodies.at(it.body(), "properties", "model", "format")
                    .<Value>map(Property::value)
                    .orElseGet(() -> Doubt.withheld("the format of a model", it.declaredAt())))
            .toList();
    return tell.value("modelFormats", new Value.Arr(formats, Origin.at(at)), at);
  }

  private static Optional<Result> workload(InGraph<Call> call, Telling tell) {
    return call.it()
        .workload()
        .flatMap(
            it -> tell.struct("workload", WorkloadShape.SHAPE, call.other(it), call.it().at()));
  }

  private static Optional<Value> caller(Call call) {
    return call.workload().map(it -> it.name());
  }
}
