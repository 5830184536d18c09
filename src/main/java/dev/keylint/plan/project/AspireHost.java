package dev.keylint.plan.project;

import dev.keylint.module.FolderListings;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import dev.keylint.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a service of azd is an Aspire host, of which azd makes the templates in memory.
///
/// @implNote azd asks MSBuild, which may execute anything: here only the words of the project count
record AspireHost(ProjectFiles.Paths paths) {
  private static final Pattern HOST =
      Pattern.compile("(?i)Aspire\\.AppHost\\.Sdk|<IsAspireHost>\\s*true");

  /// One file that is a whole host.
  private static final String SINGLE = "apphost.cs";

  boolean is(YamlNode service) {
    String project = service.text("project").orElse(".");
    return isProject(project)
        ? isHost(project)
        : listed(project).filter(AspireHost::isProject).anyMatch(this::isHost);
  }

  private Stream<String> listed(String folder) {
    Location nowhere = new Location.WholeFile(paths.project().shown());
    return new FolderListings(paths.workspace()).of(paths.project(), folder, nowhere)
            instanceof Lookup.Found<List<String>>(var names)
        ? names.stream()
        : Stream.empty();
  }

  private static boolean isProject(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csproj") || lower.endsWith(".fsproj") || lower.endsWith(SINGLE);
  }

  private boolean isHost(String path) {
    Location nowhere = new Location.WholeFile(paths.project().shown());
    return paths
                .lookup(path, nowhere)
                .then((WorkspaceFile it) -> paths.workspace().text(it, nowhere))
            instanceof Lookup.Found<TextFile>(TextFile text)
        && HOST.matcher(text.text()).find();
  }
}
