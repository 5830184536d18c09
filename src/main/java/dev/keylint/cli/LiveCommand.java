package dev.keylint.cli;

import dev.keylint.live.Collector;
import dev.keylint.live.SignIn;
import dev.keylint.live.SignInFailed;
import dev.keylint.live.SnapshotWriter;
import dev.keylint.module.IoProblem;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `keylint live`: reads a subscription into a snapshot, then judges the snapshot.
@Command(
    name = "live",
    description = {
      "Checks a subscription as it is. The role Reader is enough; nothing is written and no key is"
          + " asked for.",
      "Signs in with what is there: GitHub OIDC, Azure Pipelines, workload identity, a certificate,"
          + " a managed identity, the Azure CLI."
    })
final class LiveCommand implements Callable<Integer> {
  private static final String PUBLIC_CLOUD = "https://management.azure.com/";
  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Terminal terminal;
  private final Rules rules;

  @Option(
      names = "--subscription",
      paramLabel = "ID",
      required = true,
      description = "The subscription to read.")
  private String subscription = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Keep the snapshot; `keylint scan --state FILE` judges it again without Azure.")
  private @Nullable Path save;

  @Mixin private final ReportOptions options = new ReportOptions();

  LiveCommand(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  @Override
  public Integer call() throws IOException {
    if (!GUID.matcher(subscription).matches()) {
      throw Usage.ofOptions(
          "`"
              + subscription
              + "` is no subscription id: it looks like 00000000-0000-0000-0000-000000000000");
    }
    Judging judging = new Judging(terminal, rules, options);
    if (save != null) {
      keep(terminal.folder().resolve(save), save);
      return judged(judging, terminal.folder().resolve(save));
    }
    Path snapshot = Files.createTempFile("keylint", ".jsonl");
    try {
      collect(snapshot);
      return judged(judging, snapshot);
    } finally {
      Files.deleteIfExists(snapshot);
    }
  }

  private static int judged(Judging judging, Path snapshot) {
    String label = String.valueOf(snapshot.getFileName());
    return judging.judge(StateFile.read(snapshot, label).alone()).code();
  }

  /// What is kept from before is as good as it was until there is all of the new one.
  private void keep(Path file, Path asked) throws IOException {
    try (Replacement replacement = replacement(file, asked)) {
      collect(replacement.path());
      replacement.keep();
    }
  }

  private static Replacement replacement(Path file, Path asked) {
    try {
      return Replacement.of(file);
    } catch (IOException e) {
      throw new Usage("`" + asked + "` can't be written: " + IoProblem.reason(e));
    }
  }

  private void collect(Path snapshot) throws IOException {
    URI endpoint = endpoint();
    Collector collector =
        new Collector(endpoint, new SignIn(terminal.environment()), terminal.clock());
    try (Writer file = Files.newBufferedWriter(snapshot, StandardCharsets.UTF_8);
        SnapshotWriter writer =
            new SnapshotWriter(file, Version.number(), subscription, terminal.clock().instant())) {
      collector.collect(subscription, writer);
      writer.finish(terminal.clock().instant());
    } catch (SignInFailed failed) {
      throw new Usage(explain(failed));
    }
  }

  private URI endpoint() {
    String text =
        terminal.environment().getOrDefault("AZURE_RESOURCE_MANAGER_ENDPOINT", PUBLIC_CLOUD);
    try {
      URI endpoint = new URI(text);
      if (endpoint.getScheme() != null && endpoint.getHost() != null) {
        return endpoint;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new Usage("AZURE_RESOURCE_MANAGER_ENDPOINT is `" + text + "`, which is no URL");
  }

  private static String explain(SignInFailed failed) {
    StringBuilder text = new StringBuilder("no way to sign in to Azure worked; tried:");
    for (SignInFailed.Attempt attempt : failed.attempts()) {
      text.append("\n  ").append(attempt.way()).append(": ").append(attempt.why());
    }
    return text.append("\n  run `az login`, or give the pipeline an identity").toString();
  }
}
