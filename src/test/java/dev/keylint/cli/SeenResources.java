package dev.keylint.cli;

import dev.keylint.plan.Interest;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/// What a scan of a folder sees: whether an edit changes anything that is deployed.
public final class SeenResources {
  private SeenResources() {}

  /// Each resource and output of each deployment in words, by how often it is seen.
  ///
  /// @param options such as `--registry-dir`
  public static Map<String, Integer> of(Path folder, String... options) {
    StandardStream nowhere = StandardStream.of(new ByteArrayOutputStream());
    Terminal terminal =
        new Terminal(nowhere, nowhere, false, Map.of(), folder.toAbsolutePath(), Clock.systemUTC());
    TemplateOptions given = CommandLine.populateCommand(new TemplateOptions(), options);
    Map<String, Integer> seen = new TreeMap<>();
    TemplateScan.of(terminal, given)
        .read(List.of(), Interest.ALL)
        .estates()
        .map(it -> words(it.estate()))
        .forEach(all -> all.forEach(it -> seen.merge(it, 1, Integer::sum)));
    return seen;
  }

  private static List<String> words(Estate estate) {
    List<String> words = new ArrayList<>();
    for (Resource each : estate.resources()) {
      words.add(
          "%s@%s %s %s %s"
              .formatted(
                  each.type(),
                  each.apiVersion(),
                  NormalForm.print(each.id()),
                  each.existing(),
                  NormalForm.print(each.body())));
    }
    for (DeployedOutput each : estate.outputs()) {
      words.add("output " + each.name() + " " + NormalForm.print(each.value()));
    }
    return words;
  }
}
