package dev.keylint.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// One report to write: its format, and the file it goes to, else standard output.
record OutputSpec(Format format, Optional<String> file) {

  /// Text on standard output: what a command prints when nothing else is asked for.
  static final OutputSpec TEXT = new OutputSpec(Format.TEXT, Optional.empty());

  /// The formats of reports.
  enum Format {
    TEXT,
    SARIF,
    SARIF_FULL;

    String option() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Reads `FORMAT` or `FORMAT=FILE`; `-` as a file is standard output.
  static final class Converter implements ITypeConverter<OutputSpec> {
    @Override
    public OutputSpec convert(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String file = equals < 0 ? "-" : text.substring(equals + 1);
      if (file.isEmpty()) {
        throw new TypeConversionException("'" + text + "' names no file after the =");
      }
      return Arrays.stream(Format.values())
          .filter(format -> format.option().equalsIgnoreCase(name))
          .findFirst()
          .map(format -> new OutputSpec(format, Optional.of(file).filter(it -> !it.equals("-"))))
          .orElseThrow(
              () -> new TypeConversionException("'" + name + "' is no format: use " + known()));
    }

    private static String known() {
      return Arrays.stream(Format.values()).map(Format::option).collect(Collectors.joining(", "));
    }
  }
}
