package dev.keylint.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all commands take that judge and report.
final class ReportOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT[=FILE]",
      converter = OutputSpecConverter.class,
      description = {
        "Report to write, several times for several: text, sarif (for code scanning), sarif-full"
            + " (with what passed and what could not be decided).",
        "Without FILE to standard output. Default: text."
      })
  private List<OutputSpec> outputs = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description =
          "Lowest level that makes the exit code 1: error, warning, note or none. Default:"
              + " ${DEFAULT-VALUE}.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--fail-on-open",
      description = "Exit with 3 also when a rule could not be decided.")
  private boolean failOnOpen;

  @Mixin private final OwnRules rules = new OwnRules();

  @Mixin private final ProfileOption profile = new ProfileOption();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      defaultValue = "templates",
      description =
          "Tells the analyses of one commit apart in code scanning. Default: ${DEFAULT-VALUE}.")
  private String category = "templates";

  List<OutputSpec> outputs() {
    return outputs.isEmpty() ? List.of(OutputSpec.TEXT) : List.copyOf(outputs);
  }

  FailOn failOn() {
    return failOn;
  }

  boolean failOnOpen() {
    return failOnOpen;
  }

  OwnRules rules() {
    return rules;
  }

  /// Which rules are asked.
  ProfileOption profile() {
    return profile;
  }

  String category() {
    return category;
  }
}
