package dev.keylint.fuzz;

import dev.keylint.bicep.BicepParser;
import dev.keylint.text.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A parameter file in each of the two languages, beside the template that it belongs to.
public final class ParametersFuzz {
  private static final Map<String, String> TEMPLATE =
      Map.of(
          "main.bicep",
          """
          param name string
          param count int = 2
          param on bool = false
          param tags object = {}
          param hosts string[] = []
          @secure()
          param secret string = ''
          resource s 'Microsoft.Search/searchServices@2025-05-01' = [for i in range(0, count): {
            name: '${name}${i}'
            tags: union(tags, { n: length(hosts), s: secret })
            properties: { disableLocalAuth: on }
          }]
          """);
  private static final FuzzedFolder BICEP = FuzzedFolder.with(TEMPLATE);
  private static final FuzzedFolder JSON = FuzzedFolder.with(TEMPLATE);

  private ParametersFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("{")) {
      JSON.read("main.parameters.json", input);
    } else {
      Places.check(BicepParser.parseParameters(Source.of("main.bicepparam", text)).diagnostics());
      BICEP.read("main.bicepparam", input);
    }
  }
}
