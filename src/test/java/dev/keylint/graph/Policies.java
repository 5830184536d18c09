package dev.keylint.graph;

import dev.keylint.value.Value;
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

  static List<Call> calls(String type, String name, String xml) {
    String policy =
        "{\"type\": \"Microsoft.ApiManagement/service/TYPE\", \"name\": \"gw/NAME\","
            + " \"properties\": {\"format\": \"rawxml\", \"value\": VALUE}}";
    String value = xml.startsWith("{") ? xml : "\"" + xml.replace("\"", "\\\"") + "\"";
    String json =
        "["
            + SERVICE
            + policy.replace("TYPE", type).replace("NAME", name).replace("VALUE", value)
            + "]";
    return Estates.graph(json).calls();
  }

  static String show(Call call) {
    return text(call.host().value())
        + " "
        + text(call.path().value())
        + " "
        + call.audience().map(it -> text(it.value())).orElse("-")
        + " "
        + call.clientId().map(it -> text(it.value())).orElse("-");
  }

  static String text(Value value) {
    return value instanceof Value.Str(var text, _) ? text : "?";
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

  static List<Call> policies(String... typesNamesAndTexts) {
    StringBuilder json = new StringBuilder("[" + SERVICE);
    for (int i = 0; i < typesNamesAndTexts.length; i += 3) {
      json.append(i == 0 ? "" : ",")
          .append("{\"type\": \"Microsoft.ApiManagement/service/")
          .append(typesNamesAndTexts[i])
          .append("\", \"name\": \"gw/")
          .append(typesNamesAndTexts[i + 1])
          .append("\", \"properties\": {\"value\": \"")
          .append(typesNamesAndTexts[i + 2].replace("\"", "\\\""))
          .append("\"}}");
    }
    return Estates.graph(json + "]").calls();
  }

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
    return Estates.graph(
        "["
            + SERVICE
            + MORE
            + "{\"type\": \"Microsoft.Web/sites/hostNameBindings\", \"name\":"
            + " \"web/chat.example.org\"},"
            + "{\"type\": \"Microsoft.ApiManagement/service/apis/policies\", \"name\":"
            + " \"gw/mcp/policy\", \"properties\": {\"value\": \""
            + xml.replace("\"", "\\\"")
            + "\"}}]");
  }

  private Policies() {}
}
