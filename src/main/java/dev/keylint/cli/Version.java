package dev.keylint.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// keylint's version, from the manifest of its jar.
public final class Version implements IVersionProvider {
  /// Made by picocli.
  public Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {"keylint " + number()};
  }

  /// The version alone, `dev` when it does not run from a jar.
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
