package dev.keylint.cli;

import dev.keylint.report.ReportInput;

/// What keylint says of itself.
final class Product {
  private static final String HOME = "https://github.com/keylint/keylint";

  private Product() {}

  static ReportInput.Tool tool() {
    String version = Version.number();
    String revision = version.equals("dev") ? "main" : "v" + version;
    return new ReportInput.Tool(version, HOME, HOME + "/tree/" + revision + "/rules/");
  }
}
