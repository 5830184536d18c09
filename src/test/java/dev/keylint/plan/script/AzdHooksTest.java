package dev.keylint.plan.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AzdHooksTest {
  @TempDir private Path folder;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void inAFolder() {
    tree = new Tree(folder);
  }

  @Test
  void aHookIsATextOrAFile() {
    tree.with("app/setup.sh", "one\n").with("app/no ending", "two\n");
    assertThat(
            Tree.shown(
                tree.hooks(
                    """
                    hooks:
                      preprovision: { run: ./setup.sh }
                      postprovision: { run: no ending }
                      preup:
                        shell: sh
                        run: |
                          three

                          four; five
                      postup: { run: "six;seven" }
                    """)))
        .containsExactly(
            "preprovision: one @ app/setup.sh:1",
            "postprovision: two @ app/no ending:1",
            "preup: three @ app/azure.yaml:7, four @ app/azure.yaml:9, five @ app/azure.yaml:9",
            "postup: six @ app/azure.yaml:10, seven @ app/azure.yaml:10");
    assertThat(tree.said()).isEmpty();
  }

  @Test
  void eachSystemAndEachOfSeveralIsOne() {
    assertThat(
            Tree.shown(
                tree.hooks(
                    """
                    hooks:
                      preup:
                        posix: { run: one }
                        windows: { run: two }
                      postup:
                        - run: three
                        - windows: { run: four }
                      postdown: what is this
                    """)))
        .containsExactly(
            "preup: one @ app/azure.yaml:3",
            "preup: two @ app/azure.yaml:4",
            "postup: three @ app/azure.yaml:6",
            "postup: four @ app/azure.yaml:7");
  }

  @Test
  void servicesAndLayersHaveHooksToo() {
    tree.with("app/src/web/own.sh", "one\n").with("app/shared.sh", "two\n");
    assertThat(
            Tree.shown(
                tree.hooks(
                    """
                    services:
                      web:
                        project: src/web
                        hooks:
                          predeploy: { run: own.sh }
                          postdeploy: { run: shared.sh }
                    infra:
                      layers:
                        - name: a
                          hooks: { postprovision: { run: three } }
                    """)))
        .containsExactly(
            "postprovision: three @ app/azure.yaml:10",
            "predeploy: one @ app/src/web/own.sh:1",
            "postdeploy: two @ app/shared.sh:1");
  }

  /// Relative to where azd runs, or beside the caller.
  @Test
  void whatAScriptCallsIsReadToo() {
    tree.with(
            "app/infra/all.sh", "echo run infra/told.sh\nsh infra/a.sh\n. ./b.sh\n\"$DIR/c.ps1\"\n")
        .with("app/infra/a.sh", "in-a\nsh infra/all.sh\n")
        .with("app/infra/b.sh", "in-b\n")
        .with("app/infra/c.ps1", "in-c\n")
        .with("app/infra/told.sh", "told\n");
    assertThat(Tree.shown(tree.hooks("hooks: { preup: { run: 'chmod +x a; infra/all.sh' } }")))
        .singleElement()
        .asString()
        .contains("in-a @ app/infra/a.sh:1", "in-b @ app/infra/b.sh:1", "in-c @ app/infra/c.ps1:1")
        .doesNotContain("told @");
  }

  @Test
  void whatIsNotThereIsSaidAndWhatLiesElsewhereIsNotKnown() {
    Tree inner = new Tree(folder.resolve("app"));
    tree.with("outside.sh", "secret\n");
    inner.with("x", "");
    assertThat(
            Tree.shown(
                inner.hooks(
                    """
                    hooks:
                      preup: { run: ./gone.sh }
                      postup: { run: ../../outside.sh }
                      postdown: { run: "sh ../../outside.sh" }
                    """)))
        .containsExactly(
            "preup: ? what `gone.sh` does",
            "postup: ? what `../../outside.sh` does",
            "postdown: sh ../../outside.sh @ app/azure.yaml:4, ? what `../../outside.sh` does");
    assertThat(inner.said())
        .containsExactly(
            "app/azure.yaml:2:17: there is no file `gone.sh`, so what the script does is not"
                + " checked",
            "app/azure.yaml:3:18: `../../outside.sh` leads out of the scanned folder, so what the"
                + " script does is not checked",
            "app/azure.yaml:4:20: `../../outside.sh` leads out of the scanned folder, so what the"
                + " script does is not checked");
  }

  @Test
  void whatIsCalledFromAFolderThatAScriptEntersIsReadToo() {
    tree.with("app/infra/roles/Grant.PS1", "in-grant\n").with("app/infra/more.sh", "in-more\n");
    assertThat(
            Tree.shown(
                tree.hooks(
                    """
                    hooks:
                      preup:
                        run: |
                          cd ./infra && ./more.sh
                          pushd "roles"
                          pwsh Grant.PS1
                    """)))
        .singleElement()
        .asString()
        .contains("in-more @ app/infra/more.sh:1", "in-grant @ app/infra/roles/Grant.PS1:1");
  }

  @Test
  void whatLiesInOneOfTooManyFoldersIsNotKnown() {
    StringBuilder enters = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      enters.append("cd d").append(i).append("; ");
    }
    tree.with("app/d5/roles.sh", "in-roles\n");
    String hook = "hooks: { preup: { run: 'ENTERSsh roles.sh' } }";
    assertThat(tree.hooks(hook.replace("ENTERS", enters)).getFirst().unread())
        .extracting(Script.Unread::text)
        .containsExactly("what `roles.sh` does");
    assertThat(tree.said())
        .containsExactly(
            "app/azure.yaml:1:24: `roles.sh` may lie in one of many folders, so what the script"
                + " does is not checked");
    assertThat(tree.hooks(hook.replace("ENTERS", "cd d5; ")).getFirst().unread()).isEmpty();
  }

  @Test
  void aPathMayBeLong() {
    tree.with("app/roles.sh", "in-roles\n").with("app/plain", "in-plain\n");
    String here = "./".repeat(200);
    assertThat(
            Tree.shown(
                tree.hooks(
                    "hooks: { preup: { run: 'sh HERE/roles.sh' }, postup: { run: 'HEREplain' } }"
                        .replace("HERE", here))))
        .satisfiesExactly(
            one -> assertThat(one).contains("in-roles @ app/roles.sh:1"),
            other -> assertThat(other).contains("in-plain @ app/plain:1"));
  }

  @Test
  void whatIsTooLongIsNotKnown() {
    String command = "az" + " ".repeat(32_766) + "role";
    tree.with("app/roles.sh", command + "\n");
    assertThat(
            Tree.shown(
                tree.hooks(
                    "hooks: { preup: { run: roles.sh }, postup: { run: 'x; COMMAND' } }"
                        .replace("COMMAND", command))))
        .allSatisfy(
            it -> assertThat(it).endsWith("? what a command of more than 32,767 characters does"));
  }

  @Test
  void foldersMayBeWrittenAsInWindows() {
    tree.with("app/src/web/own.ps1", "one\n").with("app/infra/net/own.ps1", "two\n");
    assertThat(
            Tree.shown(
                tree.hooks(
                    """
                    services:
                      web:
                        project: .\\src\\web
                        hooks: { predeploy: { run: .\\own.ps1 } }
                    infra:
                      layers:
                        - path: infra\\net
                          hooks: { preprovision: { run: own.ps1 } }
                    """)))
        .containsExactly(
            "preprovision: two @ app/infra/net/own.ps1:1",
            "predeploy: one @ app/src/web/own.ps1:1");
  }

  @Test
  void aFileCountsOnceHoweverOftenItIsCalled() {
    tree.with("app/often.sh", "x\n");
    StringBuilder hooks = new StringBuilder("hooks:\n  preup:\n");
    hooks.repeat("    - { run: often.sh }\n", 150);
    assertThat(tree.hooks(hooks.toString()))
        .hasSize(150)
        .allSatisfy(it -> assertThat(it.unread()).isEmpty());
    assertThat(tree.said()).isEmpty();
  }

  @Test
  void commandsAreBounded() {
    tree.with("app/long.sh", "x\n".repeat(15_000));
    List<Script> hooks = tree.hooks("hooks: { preup: { run: long.sh }, postup: { run: long.sh } }");
    assertThat(Tree.shown(hooks.subList(1, 2)))
        .singleElement()
        .asString()
        .endsWith("? what `app/long.sh` does");
    assertThat(hooks).extracting(it -> it.commands().size()).containsExactly(15_000, 5_000);
    assertThat(tree.said())
        .containsExactly(
            "app/long.sh: there are more than 20000 commands, so what the script does is not"
                + " checked");
  }

  @Test
  void filesInAWorldOfTheirOwnAreBounded() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      tree.with("app/s" + i + ".sh", "x" + i + "\n");
      all.append("sh s").append(i).append(".sh\n");
    }
    tree.with("app/all.sh", all.toString());
    assertThat(tree.hooks("hooks: { preup: { run: all.sh } }").getFirst().unread())
        .hasSize(21)
        .first()
        .extracting(Script.Unread::text)
        .isEqualTo("what `app/s99.sh` does");
    assertThat(tree.said())
        .containsExactly(
            "app/azure.yaml: it leads to more than 100 files, so what the script does is not"
                + " checked");
  }

  @Test
  void largeFilesAreNotRead() {
    tree.with("app/large.sh", "x".repeat((1 << 20) + 1));
    assertThat(Tree.shown(tree.hooks("hooks: { preup: { run: large.sh } }")))
        .containsExactly("preup: ? what `app/large.sh` does");
    assertThat(tree.said())
        .containsExactly(
            "app/large.sh: the file is larger than 1048576 characters, so what the script does is"
                + " not checked");
  }

  @ParameterizedTest
  @CsvSource({
    "./nope.sh --all, true",
    "bash ./nope.sh, true",
    "pwsh -NoProfile -File .\\nope.ps1, true",
    "chmod +x ./nope.sh && ./nope.sh, true",
    "if true; then sudo A=b sh nope.sh; fi, true",
    "sudo env A=b sh nope.sh, true",
    "python3 -u tools/nope.py a, true",
    "chmod +x ./nope.sh, false",
    "rm -f nope.sh, false",
    "curl -o nope.sh https://example.com/nope.sh, false",
    "bash /opt/nope.sh, false",
    "bash $HOME/tools/$NAME.sh, false",
    "./here.sh --all, false",
  })
  void aScriptThatIsRunAndNotHereIsSaid(String command, boolean said) {
    tree.with("app/here.sh", "one\n");
    List<Script> scripts = tree.hooks("hooks: { preup: { run: '" + command + "', shell: sh } }");
    assertThat(tree.said().toString().contains("there is no file `")).isEqualTo(said);
    assertThat(scripts.getFirst().unread().isEmpty()).isEqualTo(!said);
  }

  @Test
  void ofManyScriptsThatAreNotHereAHundredAreNamed() {
    StringBuilder hooks = new StringBuilder("hooks:\n");
    for (String hook : List.of("preup", "postup")) {
      hooks.append("  ").append(hook).append(":\n    run: |\n");
      for (int i = 0; i < 150; i++) {
        hooks.append("      bash a").append(i).append(".sh\n      bash a0.sh\n");
      }
    }
    List<Script> scripts = tree.hooks(hooks.toString());
    assertThat(scripts).hasSize(2).allSatisfy(it -> assertThat(it.unread()).hasSize(100));
    assertThat(tree.said()).hasSize(101);
    assertThat(tree.said().getLast()).contains("more than 100 scripts are not here");
  }
}
