package dev.keylint.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `FORMAT` or `FORMAT=FILE`; `-` as a file is standard output, as are the names that a
/// system has for it.
final class OutputSpecConverter implements ITypeConverter<OutputSpec> {
  @Override
  public OutputSpec convert(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String file = equals < 0 ? "-" : text.substring(equals + 1);
    if (file.isBlank()) {
      throw new TypeConversionException("'" + text + "' names no file after the =");
    }
    return Arrays.stream(OutputFormat.values())
        .filter(format -> format.option().equalsIgnoreCase(name))
        .findFirst()
        .map(format -> new OutputSpec(format, OutputSpec.place(file)))
        .orElseThrow(
            () -> new TypeConversionException("'" + name + "' is no format: use " + known()));
  }

  private static String known() {
    return Arrays.stream(OutputFormat.values())
        .map(OutputFormat::option)
        .collect(Collectors.joining(", "));
  }
}
