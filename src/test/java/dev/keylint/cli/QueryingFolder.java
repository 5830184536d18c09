package dev.keylint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A folder with an app that queries a search service by variables of the environment, scanned with
/// one rule.
abstract class QueryingFolder extends SearchFolder {
  static final String SAID = "by the default of `a`; `--env DOCS_A=…` may decide otherwise";
  static final String PARAMETERS =
      """
      param a bool = true
      param b bool = true
      param p string = 'x'
      """;
  static final String ENDPOINT =
      "{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }";

  static String app(String settings) {
    return SearchCaller.template("docs", "docs").replace("[" + ENDPOINT + "]", settings);
  }

  String words(String rule, String bicep, String... options) throws IOException {
    write("main.bicep", PARAMETERS + bicep);
    write(
        "main.parameters.json",
        """
        {"parameters": {"a": {"value": "${DOCS_A}"}, "b": {"value": "${DOCS_B}"},
          "p": {"value": "${DOCS_P=x}"}}}
        """);
    // Role assignments that are left out are only looked for where a rule looks at grants.
    Set<String> rules = new TreeSet<>(List.of(rule, "caller-can-list-keys", "search-local-auth"));
    return Keylint.with(rules.toArray(String[]::new)).scan(folder, options).words();
  }
}
