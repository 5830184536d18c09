package dev.keylint.cli;

import dev.keylint.report.ReportInput;
import java.util.Set;

/// What keylint says of itself.
final class Product {
  private static final String HOME = "https://github.com/keylint/keylint";

  private Product() {}

  /// @param foreign ids of the rules that are the user's own
  static ReportInput.Tool tool(Set<String> foreign) {
    String version = Version.number();
    String revision = version.equals("dev") ? "main" : "v" + version;
    return new ReportInput.Tool(version, HOME, HOME + "/tree/" + revision + "/rules/", foreign);
  }
}
