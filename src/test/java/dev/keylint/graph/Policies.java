package dev.keylint.graph;

import java.util.List;

/// Estates with API Management, and how its calls are shown.
final class Policies {
  static final String SERVICE =
      """
      {"as": "apim", "type": "Microsoft.ApiManagement/service", "name": "gw",
       "identity": {"type": "SystemAssigned"}},
      {"as": "account", "type": "Microsoft.CognitiveServices/accounts", "name": "oa", "kind": "OpenAI",
       "properties": {"customSubDomainName": "oa"}},
      {"as": "backend", "type": "Microsoft.ApiManagement/service/backends", "name": "gw/ai",
       "properties": {"url": "${account.properties.endpoint}openai"}},
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/pool",
       "properties": {"type": "Pool", "pool": {"services": [{"id": "${backend.id}"}]}}},
      {"type": "Microsoft.ApiManagement/service/namedValues", "name": "gw/aud",
       "properties": {"displayName": "ai-audience", "value": "https://cognitiveservices.azure.com"}},
      {"type": "Microsoft.ApiManagement/service/apis", "name": "gw/chat",
       "properties": {"serviceUrl": "https://s.search.windows.net"}},
      """;

  /// A part of the service.
  static String part(String type, String name, String properties) {
    return Estates.resource("Microsoft.ApiManagement/service/" + type, name, properties);
  }

  static String policy(String type, String name, String xml) {
    return part(type, name, "{\"value\": \"" + xml.replace("\"", "\\\"") + "\"}");
  }

  /// The service with these parts.
  static AccessGraph with(String... parts) {
    return Estates.graph("[" + SERVICE + String.join(",", parts) + "]");
  }

  static List<Call> calls(String type, String name, String xml) {
    String value = xml.startsWith("{") ? xml : "\"" + xml.replace("\"", "\\\"") + "\"";
    return with(part(type, "gw/" + name, "{\"format\": \"rawxml\", \"value\": " + value + "}"))
        .calls();
  }

  static String show(Call call) {
    return Estates.text(call.host().value())
        + " "
        + Estates.text(call.path().value())
        + " "
        + call.audience().map(it -> Estates.text(it.value())).orElse("-")
        + " "
        + call.clientId().map(it -> Estates.text(it.value())).orElse("-");
  }

  static String auth(String audience) {
    return "<authentication-managed-identity resource=\"" + audience + "\"/>";
  }

  static String inbound(String content) {
    return "<policies><inbound><base/>" + content + "</inbound></policies>";
  }

  static String header(String name, String code) {
    return "<set-header name='"
        + name
        + "' exists-action='override'><value>"
        + code
        + "</value></set-header>";
  }

  static String kept(String audience, String variable) {
    return "<authentication-managed-identity resource='"
        + audience
        + "' output-token-variable-name='"
        + variable
        + "'/>";
  }

  static final String INNER =
      "<send-request mode='new'><set-url>https://s.search.windows.net/indexes</set-url>HEADER"
          + "</send-request>";

  static final String MORE =
      """
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/ai2",
       "properties": {"url": "https://two.openai.azure.com/openai"}},
      {"type": "Microsoft.ApiManagement/service/backends", "name": "gw/short",
       "properties": {"type": "Pool", "pool": {"services": [{"id": "/backends/ai2"}, {"id": "/backends/lost"}]}}},
      {"type": "Microsoft.ApiManagement/service/apis", "name": "gw/mcp",
       "properties": {"type": "mcp", "backendId": "ai2"}},
      """;

  static List<Call> more(String xml) {
    return graph(xml).calls();
  }

  /// With a site that has a host name of its own.
  static AccessGraph graph(String xml) {
    String binding =
        "{\"type\": \"Microsoft.Web/sites/hostNameBindings\", \"name\": \"web/chat.example.org\"}";
    return with(MORE + binding, policy("apis/policies", "gw/mcp/policy", xml));
  }

  private Policies() {}
}
