package dev.keylint.cli;

import dev.keylint.rule.Profile;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a profile.
final class ProfileConverter implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return Arrays.stream(Profile.values())
        .filter(it -> it.word().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "there is no profile `" + name + "`; there are " + known()));
  }

  private static String known() {
    return Arrays.stream(Profile.values()).map(Profile::word).collect(Collectors.joining(", "));
  }
}
