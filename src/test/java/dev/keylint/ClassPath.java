package dev.keylint;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// For tests that start a process of their own.
public final class ClassPath {
  private ClassPath() {}

  /// That of the running tests, whoever loaded them.
  public static String ofTests() {
    List<String> paths = new ArrayList<>();
    if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        paths.add(Path.of(URI.create(url.toString())).toString());
      }
    }
    paths.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, paths);
  }
}
